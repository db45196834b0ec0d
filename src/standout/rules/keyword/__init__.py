"""Whether the words a search looks for are there, spelt right, proved, and not piled up."""

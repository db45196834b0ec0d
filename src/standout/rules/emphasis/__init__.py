"""What is set apart from the rest, and how often."""

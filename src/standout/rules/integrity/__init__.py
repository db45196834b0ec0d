"""What a reader would call dishonest, or was never meant to be read."""

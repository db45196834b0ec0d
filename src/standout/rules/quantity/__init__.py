"""What a number needs to mean something."""

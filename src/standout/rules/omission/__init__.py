"""What a resume is better without."""

"""What a program that reads the file gets out of it."""

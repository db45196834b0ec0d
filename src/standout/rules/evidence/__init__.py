"""Whether what is said can be true."""

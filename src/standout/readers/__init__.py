"""One file a format: bytes to `Reading`. Content never raises."""

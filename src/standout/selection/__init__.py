"""Which statements go on the page: an exact optimiser over measured heights."""

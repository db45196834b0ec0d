"""The statistics of a verdict: pure functions of numbers, each with the source of its method."""

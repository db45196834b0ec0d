"""What a fast first look sees, and what it does not; a model, not a measurement of a person."""

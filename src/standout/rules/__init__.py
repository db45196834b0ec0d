"""One folder a family, one file a rule; `base` says what a rule is, `engine` runs them."""

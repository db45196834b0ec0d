"""Evidence out of files that were saved before: nothing here reaches a network."""

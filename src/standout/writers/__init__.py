"""The model as bytes: one file a format."""

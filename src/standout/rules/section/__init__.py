"""The order and completeness of what a resume holds."""

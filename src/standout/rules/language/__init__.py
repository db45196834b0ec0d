"""Spelling, grammar, and one language at a time."""

"""From a profile to the files that are handed over: composed, set, and read back."""

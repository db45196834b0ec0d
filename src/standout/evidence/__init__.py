"""What backs a statement: claims of papers, runs, verdicts, and their importers."""

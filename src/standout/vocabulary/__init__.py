"""Skills, metrics, verbs and headings as data, compiled to one matcher."""

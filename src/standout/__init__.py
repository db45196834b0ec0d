"""A compiler for the job application: `standout.api` holds the verbs."""

__version__ = "0.1.0"

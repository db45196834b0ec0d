"""Claims against runs: one verdict a claim."""

from standout.evidence.judging.verdicts import judge

__all__ = ["judge"]

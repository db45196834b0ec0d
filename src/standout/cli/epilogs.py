"""What stands below the help of a command."""

from __future__ import annotations


def examples(*calls: str) -> str:
    """Calls to start from, a line each, as click shows them unwrapped."""
    return "\n".join(("\b", "Examples:", *(f"  standout {each}" for each in calls)))

"""`python -m standout` and the `standout` command."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line; `--version` answers before anything heavy is imported."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from standout import __version__

        sys.stdout.write(f"standout {__version__}\n")
        return
    # Imports allocate much and drop nothing; looking for garbage meanwhile is a tenth of a run.
    gc.set_threshold(200_000, 20, 20)
    from standout.cli import run

    try:
        run()
    finally:
        # The end of the process frees all at once; without this Python looks for garbage first.
        gc.freeze()


if __name__ == "__main__":
    main()

"""`python -m standout` and the `standout` command."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; `--version` answers before anything heavy is imported."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from standout import __version__

        sys.stdout.write(f"standout {__version__}\n")
        return
    from standout.cli import run

    run()


if __name__ == "__main__":
    main()

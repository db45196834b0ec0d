"""Print the requirements of one dependency group, for installers that do not know groups."""

import shlex
import sys
import tomllib
from pathlib import Path


def main() -> None:
    """Print the group named on the command line, quoted for a shell."""
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
    print(" ".join(shlex.quote(each) for each in project["dependency-groups"][sys.argv[1]]))


if __name__ == "__main__":
    main()

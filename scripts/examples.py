"""Typeset the demo's resumes: `examples/*.typ` to `src/standout/examples/*.pdf`.

`--check` only says whether the shipped PDFs are what the sources give.
"""

import sys
from pathlib import Path

import typst

ROOT = Path(__file__).parent.parent
SHIPPED = ROOT / "src" / "standout" / "examples"


def built(source: Path) -> bytes:
    """The PDF of one source: the fonts that ship with Typst, no clock."""
    pdf = typst.compile(source, ignore_system_fonts=True, timestamp=0)
    assert isinstance(pdf, bytes)
    return pdf


def main() -> int:
    """Write the PDFs, or compare them."""
    stale = []
    for source in sorted((ROOT / "examples").glob("*.typ")):
        target = SHIPPED / f"{source.stem}.pdf"
        pdf = built(source)
        if "--check" not in sys.argv:
            target.write_bytes(pdf)
        elif not target.exists() or target.read_bytes() != pdf:
            stale.append(target.name)
    if stale:
        print(f"stale: {', '.join(stale)}; run scripts/examples.py")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())

"""Pieces of an SVG: elements with escaped text, and the look that all plots share.

The two colours are told apart by people who see red and green alike, and shapes differ too:
own values are round and blue, published ones square and orange.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

STYLE = """
.ground{fill:#fff}
text{font:12px "Source Sans 3","Source Sans Pro",system-ui,"Segoe UI",sans-serif;fill:#1b1b1f}
.quiet{fill:#55555f}.small{font-size:11px}.strong{font-weight:600}
.axis{stroke:#8a8a94;stroke-width:1}.grid{stroke:#e4e4ea;stroke-width:1}
.band{fill:#e7e9ef}.edge{stroke:#9aa0ae;stroke-width:1;stroke-dasharray:3 3}
.zero{stroke:#55555f;stroke-width:1}
.own{stroke:#0067a5;fill:none}.own-fill{fill:#0067a5}.own-text{fill:#00568a}
.own-band{fill:#0067a5;fill-opacity:.18}.own-thin{stroke:#0067a5;stroke-opacity:.32;fill:none}
.paper{stroke:#b84e00;fill:none}.paper-fill{fill:#b84e00}.paper-text{fill:#9c4200}
.paper-band{fill:#d55e00;fill-opacity:.16}
@media (prefers-color-scheme:dark){
.ground{fill:#18181b}text{fill:#ececf1}.quiet{fill:#b0b0bb}
.axis{stroke:#85858f}.grid{stroke:#2c2c33}.band{fill:#2a2d36}.edge{stroke:#747a88}
.zero{stroke:#b0b0bb}.own{stroke:#6cbcf2}.own-fill{fill:#6cbcf2}.own-text{fill:#8bcaf6}
.own-band{fill:#6cbcf2;fill-opacity:.22}.own-thin{stroke:#6cbcf2;stroke-opacity:.34}
.paper{stroke:#f0a24a}.paper-fill{fill:#f0a24a}.paper-text{fill:#f5b66f}
.paper-band{fill:#f0a24a;fill-opacity:.2}}
""".strip().replace("\n", "")


def document(width: float, height: float, title: str, about: str, body: Iterable[str]) -> str:
    """A whole SVG; `title` and `about` are for those who do not see it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(width)} {_n(height)}" '
        f'width="{_n(width)}" height="{_n(height)}" role="img">'
        f"<title>{escape(title)}</title><desc>{escape(about)}</desc><style>{STYLE}</style>"
        f'<rect class="ground" width="{_n(width)}" height="{_n(height)}"/>'
        f"{''.join(body)}</svg>\n"
    )


def line(x0: float, y0: float, x1: float, y1: float, look: str, width: float = 0) -> str:
    """A straight line."""
    thick = f' stroke-width="{_n(width)}"' if width else ""
    return f'<line class="{look}" x1="{_n(x0)}" y1="{_n(y0)}" x2="{_n(x1)}" y2="{_n(y1)}"{thick}/>'


def box(x: float, y: float, width: float, height: float, look: str, round_: float = 0) -> str:
    """A filled rectangle."""
    corner = f' rx="{_n(round_)}"' if round_ else ""
    return (
        f'<rect class="{look}" x="{_n(x)}" y="{_n(y)}" width="{_n(max(width, 0))}" '
        f'height="{_n(max(height, 0))}"{corner}/>'
    )


def dot(x: float, y: float, radius: float, look: str, opacity: float = 1) -> str:
    """A round mark: an own value."""
    clear = f' fill-opacity="{opacity:g}"' if opacity < 1 else ""
    return f'<circle class="{look}" cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"{clear}/>'


def diamond(x: float, y: float, size: float, look: str) -> str:
    """A mark with corners: a published value."""
    points = ((x, y - size), (x + size, y), (x, y + size), (x - size, y))
    return f'<polygon class="{look}" points="{_points(points)}"/>'


def path(points: Sequence[tuple[float, float]], look: str, width: float) -> str:
    """A line through points."""
    return (
        f'<polyline class="{look}" stroke-width="{_n(width)}" stroke-linejoin="round" '
        f'points="{_points(points)}"/>'
    )


def area(points: Sequence[tuple[float, float]], look: str) -> str:
    """A filled shape."""
    return f'<polygon class="{look}" points="{_points(points)}"/>'


def text(x: float, y: float, words: str, look: str = "", anchor: str = "start") -> str:
    """Words; `anchor` is start, middle or end."""
    kind = f' class="{look}"' if look else ""
    where = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text x="{_n(x)}" y="{_n(y)}"{kind}{where}>{escape(words)}</text>'


def width_of(words: str) -> float:
    """About how wide bold words are at most, in points of a plot."""
    return 7.2 * len(words)


def _points(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))

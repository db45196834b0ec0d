"""Words to rows: what stands on one baseline, tracked headings put together, tab gaps found."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from standout.readers.pdf.characters import bullet_kind, is_icon
from standout.readers.pdf.direction import from_left, from_right, runs_from_right
from standout.readers.pdf.fonts import Font
from standout.readers.pdf.words import Piece
from standout.values import frozen

FRAGMENT_GAP = 0.7
"""In type sizes: a gap that may part two columns. Justified spaces stay below."""
_SMALL_CAPITALS = 0.6
"""In sizes of the capital: small capitals are no smaller."""
_KERNED = 0.12
"""In type sizes: so far letters reach over the ones before them."""
_LETTERS = 4
"""So many single letters in a row tell of letter-spacing."""
_LEAST_TRACKING = 0.02
"""In type sizes."""
_TRACKED_GAP = 0.01
"""In type sizes: the same among letters that letter-spacing sets apart."""
_NO_GAP = 0.03
"""In type sizes: letters so close touch."""


@frozen
class Fragment:
    """Neighbouring words on one baseline, in drawing direction from left to right."""

    pieces: tuple[Piece, ...]
    x0: float
    y0: float
    x1: float
    y1: float
    baseline: float
    size: float

    @property
    def length(self) -> int:
        """Characters, spaces included."""
        return sum(len(piece.text) + 1 for piece in self.pieces) - 1


def fragment(pieces: Sequence[Piece]) -> Fragment:
    """The fragment of some words."""
    largest = max(pieces, key=lambda piece: piece.style.size)
    return Fragment(
        tuple(pieces),
        min(piece.x0 for piece in pieces),
        min(piece.y0 for piece in pieces),
        max(piece.x1 for piece in pieces),
        max(piece.y1 for piece in pieces),
        largest.baseline,
        largest.style.size,
    )


def fragments(pieces: Sequence[Piece]) -> list[Fragment]:
    """Words that stand close together on one baseline, top to bottom."""
    found: list[Fragment] = []
    for row in _baselines(pieces):
        row.sort(key=lambda piece: piece.x0)
        for layer in _layers(row):
            found += [fragment(part) for part in _parts(untracked(layer))]
    return found


def _layers(row: list[Piece]) -> Iterable[list[Piece]]:
    """The row as it is, or by looks where text runs into other text (a date into a title)."""
    if not any(_overprints(before, after) for before, after in pairwise(row)):
        return (row,)
    layers: dict[tuple[Font, float], list[Piece]] = {}
    for piece in row:
        layers.setdefault((piece.style.font, piece.style.size), []).append(piece)
    return layers.values()


def _overprints(before: Piece, after: Piece) -> bool:
    return (
        before.x1 - after.x0 > 0.25 * max(before.size, after.size)
        and len(before.text) > 1 < len(after.text)
        and (before.style.font, before.style.size) != (after.style.font, after.style.size)
    )


def _baselines(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    row: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: piece.baseline):
        if row:
            size = min(piece.size, row[-1].size)
            step = piece.baseline - row[-1].baseline
            if step > 0.12 * size or piece.baseline - row[0].baseline > 0.3 * size:
                yield row
                row = []
        row.append(piece)
    if row:
        yield row


def _parts(row: Sequence[Piece]) -> Iterator[list[Piece]]:
    part: list[Piece] = []
    for piece in row:
        if part and piece.x0 - part[-1].x1 > _limit(part[-1], piece):
            yield part
            part = []
        part.append(piece)
    if part:
        yield part


def _limit(before: Piece, after: Piece) -> float:
    # A single sign between spaced words has no spacing to measure.
    alone = len(before.text) == 1 or len(after.text) == 1
    spacing = 2 * (max if alone else min)(before.spacing, after.spacing)
    return FRAGMENT_GAP * max(before.size, after.size) + spacing


def untracked(row: Sequence[Piece]) -> list[Piece]:
    """The row with letter-spaced words put together ('E X P E R I E N C E', 'EXP ERIENCE')."""
    found: list[Piece] = []
    run: list[Piece] = []
    begun: set[float] = set()
    for piece in _capitals_joined(_touching_joined(row)):
        if run and not (_is_letter(piece) and _goes_on(run[-1], piece)):
            found += _together(run, begun)
            run = []
        if _is_letter(piece):
            run.append(piece)
        else:
            found.append(piece)
    # Letters put together tell the spacing of those that were too few to tell it.
    found += _together(run, begun)
    return _capitals_joined(found, begun)


def _goes_on(before: Piece, after: Piece) -> bool:
    """Of one size, or capitals with small capitals behind them."""
    small, large = sorted((before.style.size, after.style.size))
    same = before.style.font == after.style.font and before.text[-1].isalpha()
    return small == large or (same and small >= _SMALL_CAPITALS * large)


def _touching_joined(row: Sequence[Piece]) -> list[Piece]:
    """The row with letters joined that have no white space between them.

    Where each letter is placed by itself, a space may be reported that nobody sees.
    """
    found: list[Piece] = []
    tracked = _is_tracked(row)
    for piece in row:
        before = found[-1] if found else None
        apart = tracked and before is not None and _are_letters(before, piece)
        if before is not None and _touches(before, piece, _TRACKED_GAP if apart else _NO_GAP):
            found[-1] = _merge(before, piece)
        else:
            found.append(piece)
    return found


def _is_tracked(row: Sequence[Piece]) -> bool:
    """Single letters stand as far apart as letter-spacing sets them, most of them at least."""
    gaps = [
        (after.x0 - before.x1) / after.size
        for before, after in pairwise(row)
        if _are_letters(before, after)
    ]
    return len(gaps) >= _LETTERS - 1 and median(gaps) >= _LEAST_TRACKING


def _are_letters(before: Piece, after: Piece) -> bool:
    return before.text.isalpha() and after.text.isalpha() and len(before.text + after.text) == 2


def _touches(before: Piece, after: Piece, most: float) -> bool:
    """Say whether one word was drawn in two runs, with other words between them for one."""
    if before.style.size != after.style.size:
        return False
    gap = (after.x0 - before.x1) / after.size
    if before.style.font != after.style.font:
        return _is_borrowed(before, after) and abs(gap) <= most
    if before.text[-1].isalpha() and after.text[0].islower():
        return -_KERNED <= gap <= most
    letters = len(after.text) <= 2 and (before.text[-1] + after.text).isascii()
    return letters and abs(gap) <= most


def _is_borrowed(before: Piece, after: Piece) -> bool:
    """A letter that the font of the word lacks, taken from another: 'Nguy', 'ễ', 'n'."""
    both = before.text[-1] + after.text[0]
    return both.isalpha() and not both.isascii() and 1 in (len(before.text), len(after.text))


def _capitals_joined(row: Sequence[Piece], begun: Container[float] = ()) -> list[Piece]:
    """The row with capitals joined across gaps that are hardly wider than their letter-spacing.

    Between spaced words the gap is two letter-spacings and a space; nothing is joined to what
    stands before it where a word has `begun`.
    """
    found: list[Piece] = []
    for font, run in groupby(row, key=_font_of_capitals):
        pieces = list(run)
        spacing = max(piece.spacing for piece in pieces) if font is not None else 0.0
        for index, piece in enumerate(pieces):
            limit = 1.5 * spacing + 0.15 * piece.size
            if (
                index
                and spacing > 0
                and piece.x0 not in begun
                and 0 < piece.x0 - found[-1].x1 <= limit
                and _goes_on(found[-1], piece)
            ):
                found[-1] = _merge(found[-1], piece)
            else:
                found.append(piece)
    return found


def _font_of_capitals(piece: Piece) -> Font | None:
    return piece.style.font if _is_capitals(piece) else None


def _is_capitals(piece: Piece) -> bool:
    letters = piece.text.rstrip(",.:;")
    return letters.isalpha() and letters.isupper()


def _is_letter(piece: Piece) -> bool:
    """Say whether a word is one letter or sign, or a letter with the sign that ends its word."""
    first, ending = piece.text[0], piece.text[1:]
    if ending:
        return len(ending) == 1 and first.isalpha() and ending in ",.;:)"
    return first.isalnum() or first in "&/,.-'’"


def _together(run: list[Piece], begun: set[float]) -> list[Piece]:
    """Join single letters at even gaps; a gap much wider than the others ends a word.

    The places where the next words begin are added to `begun`: typed with spaces between the
    letters and two between the words, they stand nearer than letter-spacing would set them.
    """
    if len(run) < _LETTERS or sum(piece.text[0].isalpha() for piece in run) < _LETTERS:
        return run
    gaps = [after.x0 - before.x1 for before, after in pairwise(run)]
    usual = median(gaps)
    if usual > 0.9 * run[0].size or usual < _LEAST_TRACKING * run[0].size:
        return run
    found = [run[0]]
    for gap, piece in zip(gaps, run[1:], strict=True):
        if gap > 1.6 * usual + 0.05 * piece.size:
            found.append(piece)
            begun.add(piece.x0)
        else:
            found[-1] = replace(_merge(found[-1], piece), spacing=usual)
    return found


def _merge(left: Piece, right: Piece) -> Piece:
    return replace(
        left,
        text=left.text + right.text,
        x1=max(left.x1, right.x1),
        y0=min(left.y0, right.y0),
        y1=max(left.y1, right.y1),
    )


def rows(parts: Sequence[Fragment]) -> list[list[Fragment]]:
    """The fragments of one column as rows, top to bottom, each from left to right.

    Fragments of one row may stand on slightly different baselines (a small date centred beside
    a large title): they overlap in height and not in width.
    """
    found: list[list[Fragment]] = []
    for part in sorted(parts, key=lambda part: (part.baseline, part.x0)):
        row = next((row for row in reversed(found[-3:]) if _shares(row, part)), None)
        if row is None:
            found.append([part])
        else:
            row.append(part)
    for row in found:
        row.sort(key=lambda part: part.x0)
    found.sort(key=lambda row: median(part.baseline for part in row))
    return found


def _shares(row: list[Fragment], part: Fragment) -> bool:
    for other in row:
        if min(other.x1, part.x1) - max(other.x0, part.x0) > 0.1 * part.size:
            return False
    nearest = min(row, key=lambda other: max(other.x0 - part.x1, part.x0 - other.x1))
    overlap = min(nearest.y1, part.y1) - max(nearest.y0, part.y0)
    return overlap > 0.6 * min(nearest.y1 - nearest.y0, part.y1 - part.y0)


def words(row: Sequence[Fragment]) -> list[Piece]:
    """The words of a row from left to right."""
    return sorted((piece for part in row for piece in part.pieces), key=lambda piece: piece.x0)


def segments(
    pieces: Sequence[Piece], is_apart: Callable[[Piece, Piece], bool]
) -> list[list[Piece]]:
    """The words of a row, split where two neighbours are `is_apart`, in reading direction.

    Icons go with the word behind them, and only the white space around them counts, unless a
    separator stands before them.
    """
    found = list(_split(pieces, is_apart))
    if len(found) > 1 and len(found[0]) == 1 and bullet_kind(*_named(found[0][0])):
        found[:2] = [found[0] + found[1]]
    if runs_from_right(pieces):
        return [from_right(part) for part in reversed(found)]
    return [from_left(part) for part in found]


def _split(
    pieces: Sequence[Piece], is_apart: Callable[[Piece, Piece], bool]
) -> Iterator[list[Piece]]:
    part: list[Piece] = []
    icons: list[Piece] = []
    last: Piece | None = None
    for piece in pieces:
        if is_icon(*_named(piece)):
            icons.append(piece)
            continue
        drawn = sum(icon.x1 - icon.x0 for icon in icons)
        after_separator = icons and part and not part[-1].text.isalnum() and len(part[-1].text) == 1
        if (
            last is not None
            and not after_separator
            and is_apart(replace(last, x1=last.x1 + drawn), piece)
        ):
            yield part
            part = []
        part += [*icons, piece]
        icons, last = [], piece
    if icons and last is not None and is_apart(last, icons[0]):
        yield part
        part = []
    yield part + icons


def _named(piece: Piece) -> tuple[str, str]:
    return piece.text, piece.style.font.name


def median(values: Iterable[float]) -> float:
    """The middle of some values, at least one. `statistics` loads fractions and decimals too."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2

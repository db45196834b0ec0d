"""Tailor: one profile and one posting to the best page there is, with the proof."""

from __future__ import annotations

from dataclasses import field, replace
from datetime import date
from time import perf_counter

from standout.building.builder import Builder, Built
from standout.building.order import Order
from standout.errors import BuildError
from standout.matching import MatchSettings, ProfileIndex, match, profile_index
from standout.matching.proving import proven_by_line
from standout.model import Match, Posting, Reading, Resume
from standout.selection.choosing import (
    Choosing,
    Clash,
    choose,
    choose_filling,
    eased,
    everything_height,
    without_counts,
)
from standout.selection.material import Material
from standout.selection.settings import TailorSettings
from standout.selection.worth import heights as heights_taken
from standout.source import Text
from standout.tailoring.assembling import assembled
from standout.tailoring.marking import marked, sparing
from standout.tailoring.measuring import Ruler
from standout.tailoring.needs import Prover, wanted_of
from standout.tailoring.nothing_new import nothing_new
from standout.tailoring.stock import Stock, stock_of
from standout.tailoring.values import POINT, Appraiser
from standout.tailoring.words import in_their_words, words_for
from standout.values import frozen
from standout.writers.sheet import Sheet
from standout.writers.typesetting.typesetter import Measure

_TRIES = 10
FEWEST = "the fewest statements of an entry"
MOST = "the most statements of an entry"
_STEP = 300
"""Hundredths of a point by which the room is cut where a page is too full, then twice as much."""
_NEAR = 60
"""Hundredths of a point within which a sum and a page are the same."""


@frozen
class Wish:
    """What is asked of a page: how it looks, what counts, whose words, which day it is."""

    order: Order
    today: date
    settings: TailorSettings = field(default_factory=TailorSettings)
    matching: MatchSettings = field(default_factory=MatchSettings)
    their_words: bool = False
    glance: bool = False


@frozen
class Page:
    """A choice as it stands on paper. `fill` is the share of all pages' height that it takes."""

    resume: Resume
    choosing: Choosing
    material: Material
    pages: int
    fill: float


@frozen
class Tailored:
    """A page for a posting, what it was chosen from, and the files. Reports are made of it."""

    reading: Reading
    posting: Posting
    match: Match
    stock: Stock
    prover: Prover
    page: Page
    built: Built
    wish: Wish
    seconds: float


class Tailor:
    """Tailors a profile to any number of postings, and stays warm."""

    def __init__(self, reading: Reading, wish: Wish, builder: Builder | None = None) -> None:
        self.reading = reading
        self.wish = wish
        self.builder = builder or Builder(wish.order.design.font_paths)
        self.index: ProfileIndex = profile_index(reading.resume, wish.today, wish.matching)
        self.ruler = Ruler(self.builder.typesetter, wish.order.theme, wish.order.design)

    def tailor(self, posting: Posting) -> Tailored:
        """The best page for a posting.

        Raises `BuildError` where what must be printed does not fit, or cannot be set.
        """
        started = perf_counter()
        found = match(self.index, posting)
        stock, prover = self._stock(found)
        whole = self.ruler.sheet(_first_shapes(stock))
        appraiser = Appraiser(
            prover, self.wish.today, self.wish.settings, self.wish.matching, _nearest(found)
        )
        material = appraiser.material(stock, self.ruler.heights(whole, stock))
        page = self._page(stock, prover, material)
        if self.wish.glance:
            page = self._looked_at(page, found)
        built = self._built(page.resume, found)
        seconds = perf_counter() - started
        return Tailored(
            self.reading, posting, found, stock, prover, page, built, self.wish, seconds
        )

    def _looked_at(self, page: Page, found: Match) -> Page:
        """The same choice in the order that a first look sees most of."""
        from standout.tailoring.looking import best_seen

        theme, design = self.ruler.theme, self.ruler.design

        def pdf(resume: Resume) -> bytes:
            return self.builder.typesetter.pdf(self.ruler.sheet(resume), theme, design)

        return replace(page, resume=best_seen(page.resume, found, pdf, page.pages))

    def _stock(self, found: Match) -> tuple[Stock, Prover]:
        resume, settings = self.reading.resume, self.wish.settings
        if self.wish.their_words:
            resume = in_their_words(resume, found.wordings)
        wanted = wanted_of(found, self.index)
        plain = stock_of(resume, frozenset())
        proven = proven_by_line(plain.as_resume(), self.wish.today, self.wish.matching)
        prover = Prover(wanted, proven, settings)
        asked = frozenset(_asked(resume, prover))
        return _marked(stock_of(resume, asked), prover, settings), prover

    def _page(self, stock: Stock, prover: Prover, material: Material) -> Page:
        """Choose, set, and hold the page to the sum, until what is set keeps to the limit."""
        limit = self.wish.settings.pages
        rooms, best, over, cut = material.rooms, None, 0, _STEP
        for _ in range(_TRIES):
            page, end = self._set(stock, prover, replace(material, rooms=rooms))
            taken = heights_taken(material, page.choosing.chosen)
            if end.pages > limit:
                over = min(over or taken[0], taken[0])
                # What hangs over is a whole piece; the sum is wrong by far less, unless pages
                # break before one.
                changed = tuple(
                    max(0, min(room, used) - cut) for room, used in zip(rooms, taken, strict=True)
                )
                cut *= 2
            else:
                best = max(best or page, page, key=self._rank)
                spare = rooms[0] - taken[0]
                changed = (rooms[0] + self._more(rooms, spare, over, end), *rooms[1:])
            if changed == rooms:
                break
            rooms = changed
        if best is None:
            raise BuildError(
                f"the page does not keep to {limit} in the theme {self.ruler.theme.name}",
                "another theme, or `--pages`",
            )
        return best

    def _set(self, stock: Stock, prover: Prover, material: Material) -> tuple[Page, Measure]:
        """The best page of a material, and where it ends."""
        choosing = chosen_for(material, self.wish.settings.fill)
        whole = assembled(stock, material, choosing.chosen, self.wish.settings)
        resume = sparing(whole, prover, self.wish.settings)
        end = self.ruler.end(self.ruler.sheet(resume))
        return Page(resume, choosing, material, end.pages, self._fill(end)), end

    def _rank(self, page: Page) -> tuple[bool, int, float]:
        """Full pages before others; among them the worthier one."""
        full = 100 * page.fill >= self.wish.settings.fill
        return full, page.choosing.objective if full else 0, page.fill

    def _more(self, rooms: tuple[int, ...], spare: int, over: int, end: Measure) -> int:
        """By how much the room may grow: by what is left and the sum does not know as `spare`.

        Beside a narrow column a page ends where either does, and below it lines are wider: there
        a page that is not full says that there is room. What was too much (`over`) is not reached.
        """
        unused = round(self._whole(end) * (1 - self._fill(end)))
        if len(rooms) == 1:
            more = unused - spare if unused - spare > _NEAR else 0
        else:
            more = unused if 100 * self._fill(end) < self.wish.settings.fill else 0
        if not more or not over or rooms[0] + more < over:
            return more
        return (over - rooms[0]) // 2 if over - rooms[0] > _STEP else 0

    def _whole(self, end: Measure) -> int:
        """Hundredths of a point of all pages."""
        return round(self.wish.settings.pages * self._height(end) * POINT)

    def _fill(self, end: Measure) -> float:
        height = self._height(end)
        limit = max(self.wish.settings.pages, end.pages)
        return ((end.pages - 1) * height + end.bottom - self._margin()) / (limit * height)

    def _height(self, end: Measure) -> float:
        return end.height - 2 * self._margin()

    def _margin(self) -> float:
        """Points of a margin."""
        design, theme = self.ruler.design, self.ruler.theme
        return (design.margin or theme.margin) * 72 / 2.54

    def _built(self, resume: Resume, found: Match) -> Built:
        reading = replace(self.reading, resume=resume)
        order = replace(self.wish.order, tags=(), fit="", pages=self.wish.settings.pages)
        built = self.builder.build(reading, order)
        allowed = words_for(found.wordings) if self.wish.their_words else frozenset()
        new = nothing_new(self.ruler.sheet(resume), self._profile_sheet(), allowed)
        return replace(built, diagnostics=(*built.diagnostics, *new))

    def _profile_sheet(self) -> Sheet:
        """Everything the profile says, in every wording."""
        return self.ruler.sheet(stock_of(self.reading.resume, frozenset()).as_resume())


def chosen_for(material: Material, fill: int) -> Choosing:
    """The best choice, and where it leaves the page emptier than `fill` per cent one that does not.

    First another choice within all limits is looked for; only then do counts of statements yield,
    as they do where all there is does not fill the page.
    Raises `BuildError` where limits clash.
    """
    found = choose(material)
    yielded: tuple[str, ...] = ()
    if isinstance(found, Clash):
        material, yielded = eased(material), (FEWEST,)
        found = choose(material)
    if isinstance(found, Clash):
        raise BuildError(
            f"no page keeps all of this: {' and '.join(found.limits)}",
            "allow more pages with `--pages`, take back a mark, or change a limit of `[tailor]`",
        )
    found = replace(found, yielded=yielded)
    least = material.rooms[0] * fill // 100
    if _main(material, found) >= least:
        return found
    free, fills = without_counts(material), (least, *(0 for _ in material.rooms[1:]))
    may_fill = everything_height(material)[0] > least
    filled = choose_filling(material, fills) if may_fill else None
    if isinstance(filled, Choosing):
        return replace(filled, yielded=yielded)
    for fuller in (choose_filling(free, fills) if may_fill else None, choose(free)):
        if isinstance(fuller, Choosing) and _main(free, fuller) > _main(material, found):
            return replace(fuller, yielded=(*yielded, MOST))
    return found


def _main(material: Material, found: Choosing) -> int:
    return heights_taken(material, found.chosen)[0]


def _nearest(found: Match) -> frozenset[Text]:
    return frozenset(
        proof.text
        for answer in found.answers
        for proof in answer.proofs
        if proof.where == "nearest" or proof.by
    )


def _asked(resume: Resume, prover: Prover) -> list[Text]:
    items = (
        item for section in resume.sections for group in section.skills for item in group.items
    )
    return [item for item in items if prover.proofs((item,))]


def _marked(stock: Stock, prover: Prover, settings: TailorSettings) -> Stock:
    """The stock with the words set bold that count for the posting."""
    shelves = []
    for shelf in stock.shelves:
        blocks = [
            replace(
                block,
                bullets=tuple(
                    tuple(
                        replace(each, statement=marked(each.statement, prover, settings))
                        for each in wordings
                    )
                    for wordings in block.bullets
                ),
            )
            for block in shelf.blocks
        ]
        shelves.append(replace(shelf, blocks=tuple(blocks)))
    return replace(stock, shelves=tuple(shelves))


def _first_shapes(stock: Stock) -> Resume:
    """Everything in its first form, for a page on which each part has its place."""
    everything = stock.as_resume()
    sections = []
    for section, shelf in zip(everything.sections, stock.shelves, strict=True):
        groups = (group for block in shelf.blocks for group in block.shapes[0].groups)
        sections.append(replace(section, skills=tuple(groups)))
    return replace(everything, sections=tuple(sections))

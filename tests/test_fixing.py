"""Fixes: what they may do, what holds them back, and the laws that follow."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standout import api
from standout.diagnostic import Applicability, Basis, Edit, Fix, Severity
from standout.errors import NotEditableError
from standout.rules import engine, fixing
from standout.rules.base import Check, Context, Finding, Rule
from standout.rules.settings import Settings
from standout.source import Span
from tests.checking import typeset
from tests.reporters.sample import finding

TODAY = datetime.date(2026, 1, 15)
S = Settings()


def replacing(pattern: str, by: str, applicability: Applicability = Applicability.SAFE) -> Rule:
    """A rule that finds a pattern anywhere in the file and would write something else."""

    def check(context: Context) -> Iterator[Finding]:
        for match in re.finditer(pattern, context.source.text):
            span = Span(*match.span())
            yield Finding(span, "found", Fix(applicability, "do it", (Edit(span, by),)))

    return rule_of(f"T{pattern.encode().hex()}", check)


def rule_of(code: str, check: Check) -> Rule:
    """A rule around a check."""
    return Rule(code, code.lower(), "t", Severity.INFO, Basis.CONVENTION, "practice", "", check)


Install = Callable[..., None]


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch) -> Install:
    """Replace all rules by some of our own."""

    def install(*rules: Rule) -> None:
        monkeypatch.setattr(engine, "all_rules", lambda: rules)

    return install


def fixed(text: str) -> str:
    """The text after fixing."""
    return api.fix(text.encode(), "cv.md", api.Case(S, TODAY)).content.decode()


def test_safe_fixes_are_applied_and_the_rest_of_the_file_survives(only: Install) -> None:
    """Comments, layout and line ends stay as they were."""
    only(replacing("  +(?=is)", " "))
    text = "# Ada\r\n\r\n<!-- kept -->\r\n- here   is\r\n\t- there  is\r\n"
    assert fixed(text) == "# Ada\r\n\r\n<!-- kept -->\r\n- here is\r\n\t- there is\r\n"


def test_byte_order_mark_survives(only: Install) -> None:
    """The mark is no text, and stays."""
    only(replacing("!!", "!"))
    assert (
        api.fix(b"\xef\xbb\xbf# Ada!!\n", "a.md", api.Case(S, TODAY)).content
        == b"\xef\xbb\xbf# Ada!\n"
    )


def test_new_words_and_numbers_are_held_back(only: Install) -> None:
    """However safe a rule thinks its fix is."""
    only(replacing("many", "12"))
    assert fixed("# Ada\n- many things\n") == "# Ada\n- many things\n"
    only(replacing(" and ", ""))
    assert fixed("# Ada\n- black and white\n") == "# Ada\n- black and white\n"


def test_case_is_no_new_word(only: Install) -> None:
    """Capitals may change."""
    only(replacing("pytorch", "PyTorch"))
    assert fixed("# Ada\n- pytorch\n") == "# Ada\n- PyTorch\n"


@pytest.mark.parametrize("kind", [Applicability.CONFIRM])
def test_other_fixes_wait(only: Install, kind: Applicability) -> None:
    """What needs a yes is not applied without."""
    only(replacing("!!", "!", kind))
    assert fixed("# Ada!!\n") == "# Ada!!\n"
    state = api.fix(b"# Ada!!\n", "cv.md", api.Case(S, TODAY))
    after = api.apply(state, api.to_confirm(state.report))
    assert after.content == b"# Ada!\n"


def test_a_fill_in_has_no_edit() -> None:
    """There is nothing that a command could apply."""
    with pytest.raises(ValueError, match="states no edit"):
        Fix(Applicability.FILL_IN, "how many?", (Edit(Span(0, 1), "12"),))


def test_a_fix_that_breaks_another_rule_is_held_back_and_the_others_are_not(only: Install) -> None:
    """One bad fix does not take the good ones with it."""

    def no_star(context: Context) -> Iterator[Finding]:
        if "*" not in context.source.text:
            yield Finding(Span(0, 0), "no star left")

    only(replacing(r"\*", ""), replacing("!!", "!"), rule_of("STAR", no_star))
    assert fixed("# Ada *\n- x!!\n") == "# Ada *\n- x!\n"


def test_rules_that_undo_each_other_come_to_rest(only: Install) -> None:
    """A fix must make the findings fewer, so there is no going round in circles."""
    only(replacing(r"\+", "-"), replacing("-(?=x)", "+"))
    first = fixed("# Ada\n* +x\n")
    assert fixed(first) == first


@pytest.mark.parametrize(
    ("spans", "kept"),
    [
        ([(0, 2), (1, 3)], [(0, 2)]),
        ([(0, 2), (2, 3)], [(0, 2)]),
        ([(0, 2), (3, 4)], [(0, 2), (3, 4)]),
        ([(5, 5), (5, 5)], [(5, 5)]),
        ([(4, 6), (1, 2)], [(1, 2), (4, 6)]),
    ],
)
def test_overlapping_edits(spans: list[tuple[int, int]], kept: list[tuple[int, int]]) -> None:
    """The earlier in the text wins, whatever the order of findings."""
    found = [
        finding(
            "AAA001",
            Span(*each),
            fix=Fix(Applicability.SAFE, "", (Edit(Span(*each), ""),)),
        )
        for each in spans
    ]
    for order in (found, found[::-1]):
        chosen = fixing.compatible(order)
        assert [(each.span.start, each.span.end) for each in chosen] == kept


@pytest.mark.parametrize("content", [b"caf\xe9 au lait\n", "# Ada\n".encode("utf-16")])
def test_other_encodings_are_not_touched(content: bytes) -> None:
    """Text that would not survive is refused."""
    with pytest.raises(NotEditableError, match="not UTF-8"):
        api.fix(content, "cv.txt", api.Case(S, TODAY))


def test_pdf_is_not_edited() -> None:
    """A PDF's text is not the file's."""
    with pytest.raises(NotEditableError, match="cannot be edited") as error:
        api.fix(typeset("Ada"), "cv.pdf", api.Case(S, TODAY))
    assert "standout init" in error.value.hint


def test_escapes_are_not_cut_in_two() -> None:
    """An edit that falls on a written escape would break it, so it is held back."""
    text = '{"basics": {"name": "Ada", "label": "E\\ufb03cient, e\ufb03cient"}}'
    after = api.fix(text.encode(), "resume.json", api.Case(S, TODAY)).content.decode()
    assert after == text.replace("\ufb03", "ffi")


WORDS = st.sampled_from(
    ["Built", "pytorch", "PyTorch", "ﬁne-tuning", "http:/x.org", "www..org", "12%", "100 %", "day,"]
)
MARKS = st.sampled_from(
    ["", "—", "–", ":", "#", "-", "'", '"', "References available upon request."]
)
LINES = st.lists(WORDS | MARKS, min_size=1, max_size=9).map(" ".join)


@st.composite
def profiles(draw: st.DrawFn) -> str:
    """Native profiles with odd but readable text in them."""
    quoted = st.tuples(LINES, st.sampled_from(["'", '"'])).map(
        lambda pair: f"{pair[1]}{pair[0].translate({34: None, 39: None})}{pair[1]}"
    )
    statements = draw(st.lists(quoted, max_size=4))
    links = draw(
        st.lists(st.sampled_from(["http:/x.org", "github.com/ada", "htp://a.b"]), max_size=2)
    )
    body = "".join(f"      - {each}  # kept\n" for each in statements)
    return (
        "basics:\n  name: Ada Example\n  links:\n"
        + "".join(f"    - {each}\n" for each in links)
        + f"experience:\n  - title: Engineer\n    statements:\n{body}"
    )


def words(text: str) -> set[str]:
    """Words and numbers without case."""
    return {each.casefold() for each in re.findall(r"\w+", text)}


@settings(max_examples=40, deadline=None)
@given(profiles())
def test_laws_of_safe_fixes(text: str) -> None:
    """Nothing new is said, nothing new is found, twice is once, and the file still reads."""
    before = api.check(text.encode(), "profile.yaml", api.Case(S, TODAY))
    once = api.fix(text.encode(), "profile.yaml", api.Case(S, TODAY))
    after = once.content.decode()
    assert words(after) <= words(text)
    assert {each.code for each in once.report.diagnostics} <= {
        each.code for each in before.diagnostics
    }
    assert after.count("# kept") == text.count("# kept")
    assert api.fix(once.content, "profile.yaml", api.Case(S, TODAY)).content == once.content

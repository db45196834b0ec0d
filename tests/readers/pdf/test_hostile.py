"""Files that attack their reader: refused or cut short, with a diagnostic."""

from __future__ import annotations

import zlib

import pytest

from standout.readers import pdf
from tests.readers.pdf import made

HELLO = b"BT /F 12 Tf 72 700 Td (Hello world) Tj ET "


def codes(content: bytes) -> list[str]:
    return [each.code for each in pdf.read(content, "page.pdf").diagnostics]


def _twice() -> bytes:
    packed = zlib.compress(zlib.compress(b" " * 50_000_000, 9), 9)
    head = b"<</Filter%s/Length %d>>stream\n" % (b"[/Fl#61teDecode/FlateDecode]", len(packed))
    return made.page(b"", extra={4: head + packed + b"\nendstream"})


def _forms(depth: int) -> bytes:
    """Forms that draw the next one ten times each; the last draws the first at depth 0."""
    forms = {
        10 + i: made.form(b"/N Do " * 10, b"/XObject<</N %d 0 R>>" % (11 + i)) for i in range(depth)
    }
    forms[10 + depth] = made.form(b"/N Do /N Do ", b"/XObject<</N 10 0 R>>" if not depth else b"")
    return made.page(b"/N Do ", resources=b"/XObject<</N 10 0 R>>", extra=forms)


@pytest.mark.parametrize(
    "content",
    [
        made.page(HELLO + b" " * 130_000_000),
        made.page(HELLO + b"q Q " * 4_000_000),
        _twice(),
        made.page(HELLO * 1000, contents=b"[" + b"4 0 R " * 2000 + b"]"),
        _forms(8),
        _forms(0),
    ],
    ids=["blank bomb", "operator bomb", "packed twice", "repeated", "form tree", "form circle"],
)
def test_files_that_unpack_without_end_are_refused(content: bytes) -> None:
    assert codes(content) == ["DOC003"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.7\n", "DOC001"),
        (b"%PDF-" + b"\0" * 100_000, "DOC001"),
        (made.page(HELLO)[:200], "DOC001"),
        (
            made.document({1: b"<</Type/Catalog/X " + b"[" * 20_000 + b"]" * 20_000 + b">>"}),
            "DOC001",
        ),
        (
            made.document(
                {
                    1: b"<</Type/Catalog/Pages 2 0 R>>",
                    2: b"<</Type/Pages/Count 99999/Kids[2 0 R]>>",
                }
            ),
            "DOC001",
        ),
        (made.page(HELLO, count=500), "DOC008"),
        (
            made.page(
                HELLO,
                extra={
                    6: b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (b"41" * 32, b"42" * 32)
                },
                trailer=b"/Encrypt 6 0 R/ID[<00><00>]",
            ),
            "DOC002",
        ),
    ],
    ids=["header only", "nulls", "truncated", "deep", "page circle", "many pages", "password"],
)
def test_trouble_is_named(content: bytes, code: str) -> None:
    assert code in codes(content)


def test_damaged_pages_are_said_once() -> None:
    content = made.document(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Count 5/Kids[3 0 R 9 0 R 9 0 R 9 0 R 9 0 R]>>",
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        }
    )
    assert codes(content) == ["DOC001"]


@pytest.mark.parametrize("box", [b"0 0 0 0", b"-1e30 -1e30 1e30 1e30", b"0 0 612"])
def test_an_absurd_page_box_is_read_as_a_usual_page(box: bytes) -> None:
    (page,) = pdf.read(made.page(HELLO, box=box), "page.pdf").pages
    assert 0 < page.width < 20_000
    assert [word.text for word in page.words] == ["Hello", "world"]


def test_absurd_coordinates_are_survived() -> None:
    content = b"BT /F 1e38 Tf 1e38 1e38 Td (far) Tj 1e39 0 0 1e39 nan 5 Tm (off) Tj ET " + HELLO
    assert not codes(made.page(content))


def test_more_text_than_a_page_holds_is_cut() -> None:
    content = b"BT /F 2 Tf " + b"".join(
        b"1 0 0 1 %d %d Tm (w%d) Tj " % (i * 7919 % 600, i * 104_729 % 780, i)
        for i in range(14_000)
    )
    assert codes(made.page(content + b"ET")) == ["DOC008"]

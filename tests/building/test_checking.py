"""The last look at a page: what is too long to read is told once, not piece by piece."""

from __future__ import annotations

import importlib

import pytest

from standout import api
from standout.building.builder import checked
from standout.building.findings import finding
from standout.building.order import Order
from standout.source import Span
from standout.writers.design import Design
from standout.writers.typesetting import themes

STATEMENTS = "".join(f"    - Measured the drift of sensor {number}\n" for number in range(150))
PROFILE = (
    f"basics: {{name: Ada Park}}\nexperience:\n  - title: Engineer\n    statements:\n{STATEMENTS}"
)


def codes() -> list[str]:
    """What is found in the page of a long profile."""
    reading = api.read(PROFILE.encode(), "profile.yaml")
    built = api.build(
        reading, Order(themes.built_in("compact"), Design(theme="compact"), pages=0), api.builder()
    )
    return [each.code for each in checked(built).diagnostics]


def test_more_pages_than_a_reader_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    physical = importlib.import_module("standout.readers.pdf.physical")
    monkeypatch.setattr(physical, "MAX_PAGES", 1)
    physical.physical.cache_clear()
    assert codes() == ["BLD005"]
    physical.physical.cache_clear()


def test_the_characters_of_a_script_without_a_font_are_one_finding_a_run() -> None:
    """Not one for each of them; a run that comes twice is told once, with its places."""
    profile = "basics: {name: Ada Park}\nexperience:\n" + 2 * (
        "  - title: Tibetan \u0f56\u0f72\u0f51 \u0f66\u0f90\u0f51 reader\n"
    )
    reading = api.read(profile.encode(), "profile.yaml")
    (found,) = api.build(reading, Order(themes.built_in("classic"), Design())).diagnostics
    assert found.code == "BLD020"
    assert found.message == ("no font has `\u0f56\u0f72\u0f51 \u0f66\u0f90\u0f51`, in 2 places")
    place = slice(found.span.start, found.span.end)
    assert reading.source.text[place] == "\u0f56\u0f72\u0f51 \u0f66\u0f90\u0f51"


@pytest.mark.parametrize("code", ["BLD001", "BLD002", "BLD003", "BLD004"])
def test_what_is_lost_comes_with_a_next_step(code: str) -> None:
    fix = finding(code, "lost", Span(0, 1)).fix
    assert fix is not None
    assert not fix.edits
    assert fix.message


LIST = "".join(f"      - Measured the drift of sensor {at} on the stand\n" for at in range(130))


@pytest.mark.parametrize("statements", [LIST, f"      - {'a' * 9000}\n"], ids=["alike", "long"])
def test_what_looks_alike_on_all_pages_is_recovered(statements: str) -> None:
    """Lines that many pages have in common are not taken for their running heads."""
    profile = (
        "basics: {name: Ada Park, email: ada@park.example.org}\nexperience:\n"
        f"  - title: Engineer\n    organization: Acme\n    statements:\n{statements}"
    )
    reading = api.read(profile.encode(), "profile.yaml")
    built = api.build(reading, Order(themes.built_in("classic"), Design(), pages=0), api.builder())
    assert built.pages > 2
    assert checked(built).diagnostics == ()


def test_a_page_from_right_to_left_with_numbers() -> None:
    """Every word is there, in whatever order its line is given."""
    profile = (
        "basics: {name: שירה כהן, email: s@kohen.example.org}\nexperience:\n"
        "  - title: מהנדסת\n    organization: חברה\n    location: חיפה\n    start: 2020-01\n"
        "    statements: [קיצרה את הזמן מ-480 ל-190]\n"
    )
    reading = api.read(profile.encode(), "profile.yaml")
    order = Order(themes.built_in("classic"), Design(locale="he"))
    assert checked(api.build(reading, order, api.builder())).diagnostics == ()


ARABIC = "basics: {name: Layla}\nsummary: مهندسة تبني أنظمة التوصية.\n"


@pytest.mark.parametrize(("font", "told"), [("", ["BLD021"]), ("Noto Naskh Arabic", [])])
def test_letters_that_do_not_join_are_told_with_what_to_install(font: str, told: list[str]) -> None:
    """Where the face is missing that the project knows to join them, and none was named."""
    builder = api.builder()
    builder.typesetter.families = builder.typesetter.families - {"DejaVu Sans"} | {font}
    reading = api.read(ARABIC.encode(), "profile.yaml")
    built = api.build(reading, Order(themes.built_in("classic"), Design(font=font)), builder)
    assert [each.code for each in built.diagnostics] == told
    for each in built.diagnostics:
        assert each.fix is not None
        assert "standout[arabic]" in each.fix.message
        assert ARABIC[each.span.start : each.span.end] == "مهندسة"


@pytest.mark.parametrize("theme", themes.NAMES)
@pytest.mark.parametrize(
    ("locale", "name", "title", "statement"),
    [
        ("zh", "王小明", "高级工程师", "将延迟从480毫秒降低到190毫秒"),
        ("ja", "山田花子", "機械学習エンジニア", "遅延を480ミリ秒から190ミリ秒に短縮した"),
        ("en", "김하나", "머신러닝 엔지니어", "지연 시간을 480밀리초에서 190밀리초로 줄였다"),
    ],
)
def test_east_asian_pages(theme: str, locale: str, name: str, title: str, statement: str) -> None:
    """Every extractor gives every piece back, though some put a heading on the next line."""
    pytest.importorskip("rendercv_fonts", reason="the extra `fonts` is not installed")
    profile = (
        f"basics: {{name: {name}, email: a@example.org}}\nexperience:\n  - title: {title}\n"
        f"    organization: {name}\n    start: 2020-01\n    statements: [{statement}]\n"
    )
    reading = api.read(profile.encode(), "profile.yaml")
    order = Order(themes.built_in(theme), Design(theme=theme, locale=locale))
    built = checked(api.build(reading, order, api.builder()))
    assert [each.message for each in built.diagnostics if each.code < "BLD004"] == []

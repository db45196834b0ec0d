"""Pages in Arabic and Hebrew: who it is, how to reach them and when, in every extractor's words."""

from __future__ import annotations

import shutil

import pytest

from standout import workspace
from standout.building.expected import Block, Piece, Stretch, expected
from standout.building.recovered import recovered_contacts
from standout.building.turned import find_lost
from standout.model import Extraction, Resume, SectionKind
from standout.readers import detect
from standout.readers.pdf.extractors import extractions, pdfminer_extraction
from standout.rules.settings import Settings
from standout.source import Span
from standout.writers.compose import compose
from standout.writers.design import Design
from standout.writers.sheet import Sheet
from standout.writers.typesetting import themes
from tests.writers.typesetting import pages

ARABIC = """
basics:
  name: ليلى حداد
  headline: مهندسة تعلم آلي
  email: layla@haddad.example.org
  phone: +49 30 901820
  location: برلين
  links: [https://github.com/layla-haddad, https://layla.example.org/blog]
summary: مهندسة تبني أنظمة التوصية وتقيس أثرها.
experience:
  - title: مهندسة أولى
    organization: شركة النور
    location: برلين
    start: 2021-03
    end: present
    statements:
      - خفضت زمن الاستجابة من 480 إلى 190 ميلي ثانية باستخدام PyTorch و C++ معا
      - دربت 12 نموذجا على 3.5 مليون سجل
  - title: محللة بيانات
    organization: مختبر الأفق
    location: عمان
    start: 2018-09
    end: 2021-02
    statements:
      - بنت لوحة قياس يستخدمها 40 باحثا
education:
  - degree: ماجستير
    field: علوم الحاسوب
    organization: جامعة المدينة
    start: 2016
    end: 2018
skills:
  - group: لغات
    items: [Python, SQL, C++]
"""
HEBREW = """
basics:
  name: שירה כהן
  headline: מהנדסת למידת מכונה
  email: shira@kohen.example.org
  phone: +49 30 901820
  location: חיפה
  links: [https://github.com/shira-kohen, https://shira.example.org/blog]
experience:
  - title: מהנדסת בכירה
    organization: חברת האור
    location: חיפה
    start: 2021-03
    end: present
    statements:
      - קיצרה את זמן התגובה מ-480 ל-190 מילישניות בעזרת PyTorch
      - אימנה 12 מודלים על 3.5 מיליון רשומות
  - title: אנליסטית נתונים
    organization: מעבדת האופק
    location: ברלין
    start: 2018-09
    end: 2021-02
    statements:
      - בנתה לוח מדידה שבו משתמשים 40 חוקרים
education:
  - degree: תואר שני
    field: מדעי המחשב
    organization: אוניברסיטת העיר
    start: 2016
    end: 2018
skills:
  - group: שפות
    items: [Python, SQL, C++]
"""
PERSIAN = """
basics:
  name: نرگس پارسا
  headline: مهندس یادگیری ماشین
  email: narges@parsa.example.org
  phone: +49 30 901820
  location: برلین
  links: [https://github.com/narges-parsa, https://narges.example.org/blog]
experience:
  - title: مهندس ارشد
    organization: شرکت چشمه
    location: برلین
    start: 2021-03
    end: present
    statements:
      - زمان پاسخ را از 480 به 190 میلی‌ثانیه رساند، با PyTorch و C++
      - آموزش 12 مدل بر 3.5 میلیون نمونه
  - title: تحلیلگر داده
    organization: پژوهشگاه افق
    location: شیراز
    start: 2018-09
    end: 2021-02
    statements:
      - ساخت ابزاری که 40 پژوهشگر به کار می‌برند
education:
  - degree: کارشناسی ارشد
    field: علوم کامپیوتر
    organization: دانشگاه شهر
    start: 2016
    end: 2018
skills:
  - group: زبان‌ها
    items: [Python, SQL, C++]
"""
PROFILES = {"ar": ARABIC, "fa": PERSIAN, "he": HEBREW}


def resume(tongue: str) -> Resume:
    """Whose page it is."""
    return detect.read(PROFILES[tongue].encode(), "profile.yaml").resume


def printed(theme: str, tongue: str) -> tuple[Sheet, bytes]:
    """The sheet, and the page set from it."""
    design = Design(theme=theme, locale=tongue)
    sheet = compose(resume(tongue), design)
    return sheet, pages.typesetter().pdf(sheet, themes.built_in(theme), design)


@pytest.mark.parametrize("tongue", PROFILES)
@pytest.mark.parametrize("theme", themes.NAMES)
def test_every_piece_comes_back(theme: str, tongue: str) -> None:
    """In every extractor, and who it is and how to reach them in fields of their own."""
    sheet, pdf = printed(theme, tongue)
    stretches = expected(resume(tongue), sheet, Design(theme=theme, locale=tongue))
    further = workspace.further(pdf, Settings()) if shutil.which("pdftotext") else ()
    for each in (*extractions(pdf), pdfminer_extraction(pdf), *further):
        assert each is not None
        if each.family != "row" or themes.built_in(theme).columns == 1:
            assert find_lost(stretches, each) == ()
    read = detect.read(pdf, "resume.pdf").resume
    assert recovered_contacts(resume(tongue).basics, read.basics) == ()


@pytest.mark.parametrize("tongue", PROFILES)
@pytest.mark.parametrize("theme", ["classic", "mono"])
def test_dates_come_back_as_fields(theme: str, tongue: str) -> None:
    """Of every job and degree, from when to when."""
    kinds = (SectionKind.EXPERIENCE, SectionKind.EDUCATION)
    read = detect.read(printed(theme, tongue)[1], "resume.pdf").resume
    wanted, found = (
        [
            (each.dates.start, each.dates.end, each.dates.present)
            for section in one.of_kind(*kinds)
            for each in section.entries
            if each.dates is not None
        ]
        for one in (resume(tongue), read)
    )
    assert found == wanted


NAME = "ליאור בן דוד"
LINES = f"{NAME}\nlior@example.org | +49 30 90\nעבד על 3.5 מיליון\nינואר 2020 - מאי 2021"
"""What an extractor gives, and what it may make of it."""
GIVEN = {
    "as it is": (LINES, []),
    "a line turned": (LINES.replace(NAME, "דוד בן ליאור"), []),
    "letters of a ligature turned": (LINES.replace("מיליון", "מילוין"), []),
    "a name mixed": (LINES.replace(NAME, "בן ליאור דוד"), ["name"]),
    "an address turned": (LINES.replace("lior@example.org", "org.example@lior"), ["email"]),
    "a number turned": (LINES.replace("3.5", "5.3"), ["statement"]),
    "a phone turned": (LINES.replace("+49 30 90", "90 30 +49"), ["phone"]),
    "dates turned": (LINES.replace("ינואר 2020 - מאי 2021", "2021 מאי - 2020 ינואר"), []),
    "dates mixed": (LINES.replace("ינואר 2020 - מאי 2021", "ינואר 2021 - מאי 2020"), ["dates"]),
    "a word lost": (LINES.replace("מיליון", ""), ["statement"]),
    "far apart": (LINES.replace("עבד", "") + "\nא\nב\nג\nד\nעבד", ["statement"]),
}


@pytest.mark.parametrize(("text", "lost"), GIVEN.values(), ids=GIVEN)
def test_what_an_extractor_may_turn_and_what_not(text: str, lost: list[str]) -> None:
    named = {
        "name": NAME,
        "email": "lior@example.org",
        "phone": "+49 30 90",
        "statement": "עבד על 3.5 מיליון",
        "dates": "ינואר 2020 - מאי 2021",
    }
    pieces = tuple(Piece(name, words, Span(0, 1)) for name, words in named.items())
    stretch = Stretch(None, (Block(pieces),))
    found = find_lost([stretch], Extraction("any", "stream", (text,)))
    assert [each.message.split()[1] for each in found] == lost


def test_contacts_that_are_lost_are_told() -> None:
    wanted = resume("he").basics
    other = HEBREW.replace("shira@kohen", "shira@cohen").replace("901820", "901821")
    read = detect.read(other.replace("blog", "notes").encode(), "profile.yaml").resume.basics
    found = recovered_contacts(wanted, read)
    assert [each.message.split()[0] for each in found] == ["email", "phone", "link"]
    assert {each.code for each in found} == {"BLD004"}

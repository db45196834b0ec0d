"""Reading order, by layout. Each case is a page and the lines a person reads, top to bottom."""

from __future__ import annotations

import pytest

from standout.readers import pdf
from standout.readers.lines import Line
from tests.checking import typeset

PAGE = "#set page(width: 420pt, height: 500pt, margin: 30pt)\n#set text(size: 10pt)\n"

LEFT = """
    == Contact
    jane\\@roe.example

    +49 170 000000

    Berlin

    == Skills
    Python

    PyTorch

    SQL

    == Languages
    German, English
"""
MAIN = """
    == Experience
    *Research Engineer* #h(1fr) 2021 – 2024

    _Northwind Labs_
    - Cut the training time of the ranking model from nine hours to two on the
      same four machines
    - Wrote the evaluation harness that all five teams of the group now use every
      single day

    *Data Scientist* #h(1fr) 2018 – 2021

    _Contoso_
    - Built forecasts for 1,200 shops, with a tenth less error than the model before
"""
LEFT_LINES = [
    "Contact", "jane@roe.example", "+49 170 000000", "Berlin", "Skills", "Python", "PyTorch",
    "SQL", "Languages", "German, English",
]  # fmt: skip
MAIN_STARTS = ["Experience", "Research Engineer | 2021 – 2024", "Northwind Labs"]


def read(markup: str) -> list[str]:
    """The lines of a typeset page; segments are parted by a bar, bullets kept."""
    return [shown(line) for line in pdf.lines(typeset(PAGE + markup), "page.pdf")]


def shown(line: Line) -> str:
    text = " | ".join(segment.text.value for segment in line.segments)
    return f"{line.bullet} {text}" if line.bullet else text


def test_a_date_at_the_right_margin_belongs_to_its_row() -> None:
    assert read(
        "= Jane Roe\n*Engineer, Acme* #h(1fr) 2020 – 2021\n- Built a thing\n- Cut costs"
    ) == [
        "Jane Roe",
        "Engineer, Acme | 2020 – 2021",
        "• Built a thing",
        "• Cut costs",
    ]


def test_a_left_sidebar_is_read_before_the_main_column() -> None:
    lines = read(f"= Jane Roe\n#grid(columns: (110pt, 1fr), gutter: 14pt, [{LEFT}], [{MAIN}])")
    assert lines[:11] == ["Jane Roe", *LEFT_LINES]
    assert lines[11:14] == MAIN_STARTS


def test_a_right_sidebar_is_read_after_the_main_column() -> None:
    lines = read(f"= Jane Roe\n#grid(columns: (1fr, 110pt), gutter: 14pt, [{MAIN}], [{LEFT}])")
    assert lines[1:4] == MAIN_STARTS
    assert lines[-10:] == LEFT_LINES


def test_a_sidebar_whose_lines_meet_the_rows_of_the_main_column_is_told_by_its_headings() -> None:
    main = (
        "*Summary* \\ Engineer with seven years of ranking \\ *Experience* \\ Northwind "
        "#h(1fr) 2021 \\ Research Engineer \\ Cut the training time \\ Contoso #h(1fr) 2018 \\ "
        "Data Scientist \\ Built forecasts for 1,200 shops"
    )
    side = (
        "*Contact* \\ jane\\@roe.example \\ +49 170 000000 \\ Berlin \\ roe.example \\ "
        "*Skills* \\ Python \\ PyTorch, SQL"
    )
    lines = read(f"#grid(columns: (1fr, 110pt), gutter: 14pt, [{main}], [{side}])")
    assert lines[:4] == [
        "Summary", "Engineer with seven years of ranking", "Experience", "Northwind | 2021",
    ]  # fmt: skip
    assert lines[-3:] == ["Skills", "Python", "PyTorch, SQL"]


def test_places_in_the_look_of_their_titles_are_no_column() -> None:
    entry = "*Research Engineer* #h(1fr) *Berlin* \\ Northwind #h(1fr) 2021 \\ Cut the time \\ "
    lines = read(entry * 5)
    assert lines == ["Research Engineer | Berlin", "Northwind | 2021", "Cut the time"] * 5


def test_headings_at_half_the_height_of_their_section_are_read_before_it() -> None:
    rows = (
        "[*Contact*], [jane\\@roe.example \\ +49 170 000000], "
        "[*Skills*], [Python \\ PyTorch \\ SQL \\ Git], "
        "[*Languages*], [German \\ English], "
    )
    table = "#grid(columns: (90pt, 1fr), row-gutter: 24pt, align: horizon, "
    assert read(f"{table}{rows})") == [
        "Contact", "jane@roe.example", "+49 170 000000", "Skills", "Python", "PyTorch", "SQL",
        "Git", "Languages", "German", "English",
    ]  # fmt: skip


def test_a_date_that_runs_into_its_title_is_read_apart() -> None:
    row = "#place(text(7pt)[June 2019 – Feb 2021]) #h(45pt) *Full Stack Developer* \\ "
    lines = read(f"{row} Built it \\ {row} Kept it")
    assert lines[:2] == ["June 2019 – Feb 2021", "Full Stack Developer"]


def test_a_sidebar_on_page_one_only_leaves_page_two_whole() -> None:
    found = pdf.lines(
        typeset(
            PAGE
            + f"#grid(columns: (110pt, 1fr), gutter: 14pt, [{LEFT}], [{MAIN}])\n#pagebreak()\n"
            + "= Publications\nA paper about nothing #h(1fr) 2020\n\nAnother one #h(1fr) 2021"
        ),
        "page.pdf",
    )
    assert [shown(line) for line in found if line.page == 2] == [
        "Publications",
        "A paper about nothing | 2020",
        "Another one | 2021",
    ]
    assert {line.region for line in found if line.page == 1} == {0, 1}


def test_dates_in_a_left_column_stay_with_their_rows() -> None:
    rows = "".join(
        f"[20{year} – 20{year + 1}], [*Engineer at Company {year}* \\ Made the search faster and "
        f"wrote about it for the people who came after \\ Kept it running], "
        for year in (14, 16, 18, 20)
    )
    lines = read(f"#grid(columns: (70pt, 1fr), row-gutter: 10pt, {rows})")
    assert lines[0] == "2014 – 2015 | Engineer at Company 14"
    assert [line for line in lines if line.startswith("20")] == [
        f"20{year} – 20{year + 1} | Engineer at Company {year}" for year in (14, 16, 18, 20)
    ]


def test_close_labels_are_parted_from_their_values() -> None:
    rows = "".join(
        f"[#align(right)[{label}]], [*Engineer at Company {index}* \\ Made it faster], "
        for index, label in enumerate(("June 2022 – present", "2018 – May 2022", "May 2015"))
    )
    lines = read(f"#grid(columns: (110pt, 1fr), column-gutter: 5.5pt, row-gutter: 8pt, {rows})")
    assert lines[::2] == [
        "June 2022 – present | Engineer at Company 0",
        "2018 – May 2022 | Engineer at Company 1",
        "May 2015 | Engineer at Company 2",
    ]


def test_notes_at_the_right_margin_go_before_the_items_they_stand_beside() -> None:
    left = "*Contoso*, Engineer \\ • Built the search \\ • Cut the costs \\ • Wrote it down"
    notes = "Berlin, Germany \\ June 2020 – May 2023 \\ 3 years"
    assert read(f"#grid(columns: (1fr, 110pt), [{left}], align(right)[{notes}])") == [
        "Contoso, Engineer | Berlin, Germany",
        "June 2020 – May 2023",
        "3 years",
        "• Built the search",
        "• Cut the costs",
        "• Wrote it down",
    ]


def test_dates_of_the_items_themselves_stay_with_them() -> None:
    left = "*Teaching* \\ • Statistics \\ • Optimisation"
    notes = "Berlin \\ Fall 2020 \\ Spring 2021"
    assert read(f"#grid(columns: (1fr, 110pt), [{left}], align(right)[{notes}])") == [
        "Teaching | Berlin",
        "• Statistics | Fall 2020",
        "• Optimisation | Spring 2021",
    ]


def test_a_name_over_the_main_column_comes_before_the_sidebar() -> None:
    name = "#text(size: 20pt)[Jane Roe] \\ Engineer #v(16pt)"
    lines = read(f"#grid(columns: (110pt, 1fr), gutter: 14pt, [#v(60pt) {LEFT}], [{name} {MAIN}])")
    assert lines[:3] == ["Jane Roe", "Engineer", "Contact"]


def test_a_skills_table_is_read_by_rows() -> None:
    rows = (
        "[*Languages*], [Python, SQL], [*Models*], [Transformers, trees], [*Tools*], [Git, Docker]"
    )
    assert read(f"#grid(columns: (90pt, 1fr), row-gutter: 6pt, {rows})") == [
        "Languages | Python, SQL",
        "Models | Transformers, trees",
        "Tools | Git, Docker",
    ]


def test_two_columns_on_one_grid_of_lines_are_told_apart() -> None:
    paragraph = "Long lines of running text fill a column from edge to edge. " * 8
    lines = read(f"#columns(2, gutter: 16pt)[First. {paragraph} #colbreak() Second. {paragraph}]")
    assert lines[0].startswith("First.")
    middle = next(index for index, line in enumerate(lines) if line.startswith("Second."))
    assert middle == len(lines) / 2
    assert all(" | " not in line for line in lines)


def test_a_running_head_and_page_numbers_are_furniture() -> None:
    foot = 'context [Page #counter(page).display("1 of 1", both: true)]'
    head = f"#set page(header: [Jane Roe], footer: {foot})\n"
    found = pdf.lines(
        typeset(PAGE + head + "= One\n#pagebreak()\n= Two\n#pagebreak()\n= Three"), "a.pdf"
    )
    assert [shown(line) for line in found if not line.furniture] == ["One", "Two", "Three"]
    assert sum(line.furniture for line in found) == 6


def test_a_name_that_heads_every_page_is_content_once() -> None:
    head = "#set page(header: text(size: 18pt)[Jane Roe])\n"
    found = pdf.lines(typeset(PAGE + head + "One\n#pagebreak()\nTwo"), "a.pdf")
    assert [line.furniture for line in found] == [False, False, True, False]


def test_a_contact_line_in_the_footer_is_content_once() -> None:
    foot = "#set page(footer: [jane\\@roe.example])\n"
    found = pdf.lines(typeset(PAGE + foot + "One\n#pagebreak()\nTwo"), "a.pdf")
    assert [(shown(line), line.furniture) for line in found] == [
        ("One", False),
        ("jane@roe.example", False),
        ("Two", False),
        ("jane@roe.example", True),
    ]


@pytest.mark.parametrize("glyph", ["•", "◦", "▪", "‣", "❖", "➢", "■", "○", "►"])
def test_bullet_glyphs_open_items(glyph: str) -> None:
    lines = pdf.lines(
        typeset(PAGE + f"Head\n\n{glyph} Built a thing\n\n{glyph} Cut costs"), "a.pdf"
    )
    assert [(line.bullet, line.text.value) for line in lines] == [
        (None, "Head"),
        (glyph, "Built a thing"),
        (glyph, "Cut costs"),
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Engineer, Northwind #h(10pt) 2021", "Engineer, Northwind | 2021"),
        ("Berlin #h(5pt) \\| #h(5pt) Oslo #h(5pt) \\| #h(5pt) Riga", "Berlin | Oslo | Riga"),
        ('Berlin • #h(6pt) #"\\u{f095}" #h(6pt) Oslo', "Berlin • Oslo"),
        ('Berlin #h(4pt) #"\\u{f095}" #h(4pt) Oslo', "Berlin | Oslo"),
        ("#text(tracking: 4pt)[PERSONAL PROJECTS]", "PERSONAL PROJECTS"),
        ("#text(tracking: 8pt)[*OPEN SOURCE WORK*]", "OPEN SOURCE WORK"),
        ("#chip[Python] #chip[scikit-learn] #chip[Active learning]",
         "Python | scikit-learn | Active learning"),
        ("Wrote the #chip[tracker] for all teams", "Wrote the tracker for all teams"),
    ],
    ids=["tab", "separators", "icon after separator", "icon", "spaced", "wide", "chips", "code"],
)  # fmt: skip
def test_segments_are_parted_by_more_than_a_space(row: str, expected: str) -> None:
    chip = "#let chip(it) = box(fill: silver, radius: 3pt, outset: (y: 3pt), inset: (x: 3pt), it)\n"
    assert read(f"{chip}Words above\n\n{row}\n\nWords below")[1] == expected


def test_the_spaces_of_a_justified_line_part_nothing() -> None:
    text = (
        "Frameworks I use daily: PyTorch, TensorFlow, JAX, scikit-learn, transformers, deepspeed, "
        "Kubernetes, experimentation platforms, observability, performance engineering, "
        "recommendation systems, distributed computing and causal inference"
    )
    page = "#set page(width: 180pt, margin: 30pt)\n#set text(10pt, hyphenate: false)\n"
    found = pdf.lines(typeset(f"{page}#set par(justify: true)\n{text}"), "a")
    assert [shown(line) for line in found if len(line.segments) > 1] == []
    dates = "Engineer #h(1fr) today\n\nManager #h(1fr) before\n\nIntern #h(1fr) earlier"
    apart = pdf.lines(typeset(f"{page}{dates}"), "a")
    assert [len(line.segments) for line in apart] == [2, 2, 2]


def test_dashes_open_items_only_where_several_lines_do() -> None:
    lines = read('#"–" Built a thing\n\n#"–" Cut costs\n\n#h(40pt)#"–" and so on')
    assert lines == ["– Built a thing", "– Cut costs", "– and so on"]
    found = pdf.lines(typeset(PAGE + '#"–" 2021 as well'), "a.pdf")
    assert found[0].bullet is None


def test_icons_open_items_where_they_make_a_list() -> None:
    item = '#"\\u{f111}" '
    listed = read(f"{item}Built a thing\n\n{item}Cut costs\n\nNext\n\n{item}Alone")
    assert listed == ["• Built a thing", "• Cut costs", "Next", "• Alone"]
    apart = read(f"{item}Northwind\n\nBuilt a thing\n\n{item}Contoso\n\nCut costs")
    assert apart == ["Northwind", "Built a thing", "Contoso", "Cut costs"]


def test_drawn_dots_are_bullets() -> None:
    item = "#box(baseline: -3pt, circle(radius: 1.5pt, fill: black)) #h(4pt) "
    lines = read(f"{item} Built a thing\n\n{item} Cut costs")
    assert lines == ["• Built a thing", "• Cut costs"]


def test_gaps_and_indents_are_measured() -> None:
    lines = pdf.lines(typeset(PAGE + "One\\\nTwo\n#v(30pt)\n#h(20pt) Three"), "a.pdf")
    assert lines[1].gap < 1 < lines[2].gap
    assert lines[2].indent - lines[0].indent == pytest.approx(22.5, abs=4)


def test_columns_are_counted_with_their_boxes() -> None:
    markup = f"= Jane Roe\n#grid(columns: (110pt, 1fr), gutter: 14pt, [{LEFT}], [{MAIN}])"
    (page,) = pdf.read(typeset(PAGE + markup), "a.pdf").pages
    assert page.columns == 2
    left, right = page.column_boxes
    assert left.x1 < right.x0
    (plain,) = pdf.read(typeset(PAGE + MAIN), "a.pdf").pages
    assert plain.columns == 1


def test_headings_over_two_lines_in_the_margin_before_bulleted_rows() -> None:
    rows = [
        ("EDUCATION", "*Norwick University*, Boston \\ M.Sc. in Physics #h(1fr) 2012 – 2014"),
        (
            "RESEARCH \\ EXPERIENCE",
            "*Northwind Institute*, Boston \\ ■ Research Student #h(1fr) 2014 – 2015 \\ • Built it",
        ),
        ("TECHNICAL \\ SKILLS", "■ SQL, Python \\ ■ Rust, Go"),
    ]
    cells = ", ".join(f"text(8pt)[*{head}*], [{body}]" for head, body in rows)
    markup = (
        f"{PAGE}#text(20pt)[Jane Roe]\n\n#grid(columns: (70pt, 1fr), row-gutter: 14pt, {cells})"
    )
    resume = pdf.read(typeset(markup), "page.pdf").resume
    assert [str(each.heading) for each in resume.sections] == [
        "EDUCATION",
        "RESEARCH EXPERIENCE",
        "TECHNICAL SKILLS",
    ]
    assert [str(entry.title) for entry in resume.sections[1].entries] == ["Research Student"]


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        ("ינו׳ 2020 - מרץ 2022", "ינו׳ 2020 - מרץ 2022"),
        ("חברת אור #h(1fr) 2014 - 2017", "חברת אור 2014 - 2017"),
        ("אור | +972 52 555 0123 | ים", "אור | +972 52 555 0123 | ים"),
        ("עבדתי עם Python 3.11 מאז", "עבדתי עם Python 3.11 מאז"),
    ],
    ids=["months", "years", "phone", "words"],
)
def test_numbers_on_a_line_from_right_to_left(printed: str, read_as: str) -> None:
    """Ranges run from the right; groups of one number and words of Latin letters do not."""
    phone = "+972 52 555 0123"
    markup = printed.replace(phone, f"#text(dir: ltr)[#box[{phone}]]")
    face = '#set text(lang: "he", dir: rtl, font: "DejaVu Sans Mono")'
    content = typeset(f"{face}\n{markup}\n\nשורה נוספת של טקסט")
    assert pdf.lines(content, "a.pdf")[0].text.value == read_as

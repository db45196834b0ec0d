"""Citations in the usual styles, and lists of them."""

from __future__ import annotations

import pytest

from standout.model import Entry
from tests.readers.structure.reading import dates, section

LOWER = "Sorting letters with cats"
TITLE = "Sorting Letters with Cats"

STYLES = {
    "sentences": (
        "J. Roe, A. Poe. Sorting letters with cats. In NeurIPS, 2023.",
        LOWER,
        "J. Roe; A. Poe",
        "NeurIPS",
        "2023",
    ),
    "apa": (
        (
            "Roe, J., Poe, A., & Doe, B. (2023). Sorting letters with cats. Journal of "
            "Feline Studies, 12(3), 45–67. https://doi.org/10.1000/jfs.2023.12"
        ),
        LOWER,
        "Roe, J.; Poe, A.; Doe, B.",
        "Journal of Feline Studies, 12(3), 45–67",
        "2023",
    ),
    "ieee": (
        (
            'J. Roe, A. Poe, and B. Doe, "Sorting letters with cats," IEEE Trans. Robot., '
            "vol. 38, no. 2, pp. 12-20, 2021, doi: 10.1109/TRO.2021.123."
        ),
        LOWER,
        "J. Roe; A. Poe; B. Doe",
        "IEEE Trans. Robot., vol. 38, no. 2, pp. 12-20",
        "2021",
    ),
    "acm": (
        (
            "Jane Roe, Andrew Poe, and Bob Doe. 2022. Sorting Letters with Cats. In "
            "Proceedings of the 40th International Conference on Machine Learning (ICML "
            "'22). ACM, New York, NY, USA, 12–20."
        ),
        TITLE,
        "Jane Roe; Andrew Poe; Bob Doe",
        (
            "Proceedings of the 40th International Conference on Machine Learning (ICML '22). ACM, "
            "New York, NY, USA, 12–20"
        ),
        "2022",
    ),
    "chicago": (
        (
            'Roe, Jane, Andrew Poe, and Bob Doe. "Sorting Letters with Cats." Journal of '
            "Feline Studies 12, no. 3 (2023): 45–67."
        ),
        TITLE,
        "Roe, Jane; Andrew Poe; Bob Doe",
        "Journal of Feline Studies 12, no. 3, 45–67",
        "2023",
    ),
    "stars and oral": (
        "Jane Roe*, Andrew Poe*, Bob Doe. Sorting Letters with Cats. NeurIPS 2023 (Oral).",
        TITLE,
        "Jane Roe; Andrew Poe; Bob Doe",
        "NeurIPS",
        "2023",
    ),
    "title first": (
        "Sorting Letters with Cats. Jane Roe, Andrew Poe. ICLR 2024.",
        TITLE,
        "Jane Roe; Andrew Poe",
        "ICLR",
        "2024",
    ),
    "vancouver": (
        (
            "Roe J, Poe A, Doe B. Sorting letters with cats. Nature Machine Intelligence. "
            "2022;4(3):12-20."
        ),
        LOWER,
        "Roe J; Poe A; Doe B",
        "Nature Machine Intelligence, 4(3):12-20",
        "2022",
    ),
    "et al.": (
        "J. Roe et al. Sorting letters with cats. arXiv preprint arXiv:2301.01234, 2023.",
        LOWER,
        "J. Roe; et al.",
        "arXiv preprint arXiv:2301.01234",
        "2023",
    ),
    "springer": (
        (
            "Jane Roe, Andrew Poe: Sorting Letters with Cats. In: Proc. ECML PKDD 2021, "
            "Springer, pp. 12–20."
        ),
        TITLE,
        "Jane Roe; Andrew Poe",
        "Proc. ECML PKDD, Springer, pp. 12–20",
        "2021",
    ),
    "commas": (
        "J. Roe, A. Poe, Sorting letters with cats, ICML 2023.",
        LOWER,
        "J. Roe; A. Poe",
        "ICML",
        "2023",
    ),
    "in:": (
        (
            "J. Roe, A. Poe, Sorting Letters, in: Advances in Neural Information Processing "
            "Systems, 2020."
        ),
        "Sorting Letters",
        "J. Roe; A. Poe",
        "Advances in Neural Information Processing Systems",
        "2020",
    ),
    "full names, best paper": (
        (
            "Jane Roe, Wei-Lun van der Berg, Andrew D'Angelo, Ming Li and Zoë Müller. Why Do "
            "Cats Sort Letters? Best Paper Award at CVPR 2022."
        ),
        "Why Do Cats Sort Letters?",
        "Jane Roe; Wei-Lun van der Berg; Andrew D'Angelo; Ming Li; Zoë Müller",
        "CVPR",
        "2022",
    ),
    "apa under review": (
        "Roe, J., & Poe, A. (under review). Sorting letters with cats.",
        LOWER,
        "Roe, J.; Poe, A.",
        "None",
        "",
    ),
    "under review at": (
        ("J. Roe and A. Poe. Sorting letters with cats: A benchmark. Under review at ICLR 2025."),
        "Sorting letters with cats: A benchmark",
        "J. Roe; A. Poe",
        "Under review at ICLR",
        "2025",
    ),
    "to appear": (
        (
            "J. Roe, A. Poe. Sorting letters with cats. To appear in Journal of Machine "
            "Learning Research, 2024."
        ),
        LOWER,
        "J. Roe; A. Poe",
        "Journal of Machine Learning Research",
        "2024",
    ),
    "quoted title first": (
        '"Sorting Letters with Cats", J. Roe, A. Poe, NeurIPS 2022',
        TITLE,
        "J. Roe; A. Poe",
        "NeurIPS",
        "2022",
    ),
    "title first, commas": (
        "Sorting Letters with Cats, J. Roe, A. Poe, ACL 2022",
        TITLE,
        "J. Roe; A. Poe",
        "ACL",
        "2022",
    ),
    "thesis in brackets": (
        "Roe, J. (2019). Sorting letters with cats [Master's thesis, University of Bonn].",
        LOWER,
        "Roe, J.",
        "Master's thesis, University of Bonn",
        "2019",
    ),
    "thesis of one author": (
        "Jane Roe. Sorting Letters with Cats. PhD thesis, ETH Zurich, 2020.",
        TITLE,
        "Jane Roe",
        "PhD thesis, ETH Zurich",
        "2020",
    ),
    "ieee with place and page years": (
        (
            "J. M. Roe, K.-R. Müller, and Y. LeCun, “Sorting letters with cats,” in Proc. "
            "39th Int. Conf. Mach. Learn. (ICML), Baltimore, MD, USA, Jul. 2022, pp. "
            "2019–2028."
        ),
        LOWER,
        "J. M. Roe; K.-R. Müller; Y. LeCun",
        "Proc. 39th Int. Conf. Mach. Learn. (ICML), Baltimore, MD, USA, pp. 2019–2028",
        "2022-07",
    ),
    "numbered": (
        "[1] J. Roe, A. Poe. GPT-4 vs. cats: Sorting 2,000 letters. EMNLP Findings, 2023.",
        "GPT-4 vs. cats: Sorting 2,000 letters",
        "J. Roe; A. Poe",
        "EMNLP Findings",
        "2023",
    ),
    "year first": (
        (
            "2023. J. Roe, A. Poe. Sorting letters with cats. Transactions on Machine "
            "Learning Research."
        ),
        LOWER,
        "J. Roe; A. Poe",
        "Transactions on Machine Learning Research",
        "2023",
    ),
    "letters of other languages": (
        (
            "Nguyễn Văn An, Łukasz Kaiser, Jürgen Groß. Sorting Letters with Cats. Workshop "
            "on Feline ML at ICML, 2023."
        ),
        TITLE,
        "Nguyễn Văn An; Łukasz Kaiser; Jürgen Groß",
        "Workshop on Feline ML at ICML",
        "2023",
    ),
    "french capitals": (
        "ROE J., POE A., Sorting letters with cats, Revue féline, vol. 3, 2020.",
        LOWER,
        "ROE J.; POE A.",
        "Revue féline, vol. 3",
        "2020",
    ),
    "bibtex names": (
        (
            "Roe, Jane and Poe, Andrew and Doe, Bob. Sorting Letters with Cats. ICLR "
            "(Spotlight), 2024."
        ),
        TITLE,
        "Roe, Jane; Poe, Andrew; Doe, Bob",
        "ICLR",
        "2024",
    ),
    "year inside the venue's name": (
        "Jane Roe, Andrew Poe. Sorting Letters with Cats. ICLR 2024 Workshop on Mail (Oral).",
        TITLE,
        "Jane Roe; Andrew Poe",
        "ICLR 2024 Workshop on Mail",
        "2024",
    ),
    "year that opens the venue's name": (
        "J. Roe, A. Poe. Sorting letters with cats. In 2023 IEEE Conf. on Mail (ICM), pp. 3-9.",
        LOWER,
        "J. Roe; A. Poe",
        "2023 IEEE Conf. on Mail (ICM), pp. 3-9",
        "2023",
    ),
    "prize behind the year": (
        (
            "Q. V. Le, H. B. McMahan, J. Roe Jr. Sorting letters with cats. Proc. of AAAI, "
            "35(2):12--20, 2021. Outstanding Paper Award."
        ),
        LOWER,
        "Q. V. Le; H. B. McMahan; J. Roe Jr.",
        "Proc. of AAAI, 35(2):12--20",
        "2021",
    ),
}


def cited(entry: Entry) -> tuple[str, str, str, str]:
    """Title, authors, venue and year."""
    names = "; ".join(author.value for author in entry.authors)
    return str(entry.title), names, str(entry.venue), dates(entry.dates)


@pytest.mark.parametrize(
    ("written", "title", "authors", "venue", "year"), STYLES.values(), ids=STYLES
)
def test_a_style(written: str, title: str, authors: str, venue: str, year: str) -> None:
    other = "X. Yang, P. Moe. Another paper on things. ICML, 2019."
    entry, _ = section(f"- {written}\n- {other}", "Publications").entries
    assert cited(entry) == (title, authors, venue, year)


def test_what_was_said_of_a_paper_is_no_venue() -> None:
    body = "- J. Roe, A. Poe. Sorting letters with cats. ICML (Oral), 2022. Best Paper Award."
    (entry,) = section(body, "Publications").entries
    assert str(entry.venue) == "ICML"
    assert {each.value for each in entry.description} == {"Oral", "Best Paper Award"}


def test_identifiers_are_links() -> None:
    body = "- J. Roe, A. Poe. Sorting letters. ICML, 2022. doi: 10.1000/cats.22."
    (entry,) = section(body, "Publications").entries
    assert [link.url for link in entry.links] == ["https://doi.org/10.1000/cats.22"]
    assert cited(entry) == ("Sorting letters", "J. Roe; A. Poe", "ICML", "2022")


LISTS = {
    "numbers": """
[2] J. Roe, A. Poe, and B. Doe, "Sorting letters with cats," IEEE Trans. Robot., vol. 3, pp.
    12-20, 2021.
[1] J. Roe and A. Poe, "Counting cats in letters," in Proc. of the Conference on Cats, pp.
    100-110, 2019.
""",
    "hanging indents": """
J. Roe, A. Poe, and B. Doe, "Sorting letters with cats," IEEE Trans. Robot., vol. 3, pp.
    12-20, 2021.
J. Roe and A. Poe, "Counting cats in letters," in Proc. of the Conference on Cats, pp.
    100-110, 2019.
""",
    "a line of links below each": """
- J. Roe, A. Poe, and B. Doe, "Sorting letters with cats," IEEE Trans. Robot., 2021.
  doi: 10.1000/cats.21
- J. Roe and A. Poe, "Counting cats in letters," in Proc. of the Conference on Cats, 2019.
  https://example.org/cats/19
""",
    "years to the left": """
2021   J. Roe, A. Poe, and B. Doe, "Sorting letters with cats," IEEE Trans. Robot.
2019   J. Roe and A. Poe, "Counting cats in letters," in Proc. of the Conference on Cats.
""",
    "a line for each field": """
Sorting letters with cats        2021
J. Roe, A. Poe, B. Doe
IEEE Trans. Robot.
Counting cats in letters         2019
J. Roe, A. Poe
Proc. of the Conference on Cats
""",
    "venue and identifier on one line": """
Sorting letters with cats        2021
J. Roe, A. Poe, B. Doe
10.1000/cats.21 (IEEE Trans. Robot.)
Counting cats in letters         2019
J. Roe, A. Poe
10.1000/cats.19 (Proc. of the Conference on Cats)
""",
}


@pytest.mark.parametrize("body", LISTS.values(), ids=LISTS)
def test_each_citation_is_whole(body: str) -> None:
    entries = section(body, "Publications").entries
    assert [(str(each.title), len(each.authors), dates(each.dates)) for each in entries] == [
        ("Sorting letters with cats", 3, "2021"),
        ("Counting cats in letters", 2, "2019"),
    ]
    assert [str(each.venue)[:10] for each in entries] == ["IEEE Trans", "Proc. of t"]


def test_headings_within_the_list_and_its_legend_are_no_papers() -> None:
    body = """
* equal contribution

Journal articles
- J. Roe*, A. Poe*. Sorting letters with cats. Journal of Cats, 2021.

Conference papers
- J. Roe, A. Poe. Counting cats in letters. ICML, 2019.
"""
    read = section(body, "Publications")
    assert [str(each.title) for each in read.entries] == [LOWER, "Counting cats in letters"]
    assert [each.text.value for each in read.statements] == ["equal contribution"]


@pytest.mark.parametrize("value", ["Deep Learning Models", "ICLR", "Best Paper", "the cat", "2021"])
def test_no_author(value: str) -> None:
    body = f"- J. Roe, {value}, A. Poe. Sorting letters with cats. ICML, 2021."
    (entry,) = section(body, "Publications").entries
    assert value not in [author.value for author in entry.authors]


@pytest.mark.parametrize("unit", ["J. Roe, ", "A. ", "(oral) ", "et al. ", "[", "10.1234/", "in "])
def test_a_monotonous_list_is_read_in_time(unit: str) -> None:
    line = unit * (2_900 // len(unit))
    section("\n".join([line] * 20), "Publications")

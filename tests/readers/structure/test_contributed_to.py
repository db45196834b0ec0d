"""What was contributed to, where the file says it on a line of its own and in the address."""

from __future__ import annotations

import pytest

from standout.readers import detect

HEAD = "Ada Byron\nEngineer\nada@byron.example.org\n\nOPEN SOURCE\n"
CASES = [
    ("quillkit", "https://github.com/quillkit/quillkit/pull/152", "organization"),
    ("quillkit", "https://github.com/quillkit-org/docs/pull/7", "organization"),
    ("Quill Kit", "https://gitlab.com/forge/quill-kit/-/merge_requests/9", "organization"),
    ("An editor of proofs", "https://github.com/quillkit/quillkit/pull/152", "description"),
    ("quill", "https://github.com/quillkit/quillkit/pull/152", "description"),
]


@pytest.mark.parametrize(("line", "url", "field"), CASES)
def test_the_owner_of_an_address(line: str, url: str, field: str) -> None:
    text = f"{HEAD}Joins without a lock    Nov 2020    {url}\n{line}\n- Halved the time of a join\n"
    entry = detect.read(text.encode(), "resume.txt").resume.sections[-1].entries[0]
    said = {
        "organization": [entry.organization.value] if entry.organization else [],
        "description": [each.value for each in entry.description],
    }
    assert said.pop(field) == [line]
    assert list(said.values()) == [[]]

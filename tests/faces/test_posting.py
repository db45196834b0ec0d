"""`standout posting` as a caller meets it."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from standout.cli import main

JOB = """# Machine Learning Engineer at Lumen

## Requirements
- 3+ years of Python or Java
- Kubernetes is a plus
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["posting", *arguments])


def test_what_is_asked_for_by_level(tmp_path: Path) -> None:
    path = tmp_path / "job.md"
    path.write_text(JOB, encoding="utf-8")
    result = run(str(path))
    assert result.exit_code == 0
    required, _, preferred = result.output.partition("Preferred")
    assert "Machine Learning Engineer · Lumen" in required
    assert "3+ years; python or java" in required
    assert "Kubernetes is a plus" in preferred


def test_offsets_count_in_the_text_that_is_printed(tmp_path: Path) -> None:
    path = tmp_path / "job.html"
    path.write_text(
        "<h2>Requirements</h2><ul><li>Python <b>and</b> SQL</li></ul>", encoding="utf-8"
    )
    text = run(str(path), "--text").output
    found = json.loads(run(str(path), "--format", "json").output)
    assert [each["skills"] for each in found["requirements"]] == [[["python"]], [["sql"]]]
    for each in found["requirements"]:
        assert text[each["start"] : each["end"]] == each["text"] == "Python and SQL"


def test_a_file_that_is_no_posting(tmp_path: Path) -> None:
    path = tmp_path / "job.png"
    path.write_bytes(b"\x89PNG\r\n")
    result = run(str(path))
    assert result.exit_code == 1
    assert "DOC004" in result.stderr

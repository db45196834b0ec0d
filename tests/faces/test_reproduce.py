"""`standout reproduce` and `standout evidence` as a person meets them."""

from __future__ import annotations

import gzip
import json
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from tests.faces.conftest import Run

CLAIMS = """reproduction: 1
title: A small agent, again
author: {name: Ada Moreau}
paper: {title: Small agents, authors: [B. Okafor], year: 2024, url: "https://example.org/p"}
differences: [another machine]
story: {started: [It began with 12 questions.], failed: [The first 3 attempts.]}
claims:
  - id: pole
    kind: value
    says: The agent reaches 480 on the pole.
    task: pole
    metric: episodic_return
    bounds: [0, 500]
    range: [20, 500]
    protocol: {measure: train_last_k, k: 20, budget_steps: 5000}
    value: 480.25
    spread: {amount: 6.5, kind: sd_seeds, ddof: 0, n: 5}
    margin: {relative: 0.05, reason: what a library moves}
  - id: car
    kind: value
    task: car
    metric: episodic_return
    bounds: [-200, 0]
    protocol: {measure: train_last_k, k: 20, budget_steps: 5000}
    value: -200.00
    spread: {amount: 0.00, kind: sd_seeds, ddof: 0, n: 3}
    margin: {relative: 0.05, reason: the same}
  - id: wide
    kind: value
    task: pole
    metric: episodic_return
    protocol: {measure: train_last_k, k: 20, budget_steps: 5000}
    value: 470.00
    spread: {amount: 40.00, kind: sd_seeds, ddof: 0, n: 3}
    margin: {relative: 0.02, reason: the same}
  - id: better
    kind: ordering
    says: Pole beats its smaller twin.
    runs: pole
    against: pole-small
    metric: episodic_return
    protocol: {measure: train_last_k, k: 20, budget_steps: 5000}
"""


def write_runs(folder: Path) -> None:
    """Six seeds each of three groups, as gzip CSV."""
    rng = np.random.default_rng(3)
    for group, level, spread in (("pole", 478, 5), ("pole-small", 300, 20), ("car", -200, 0)):
        target = folder / "runs" / group
        target.mkdir(parents=True)
        for seed in range(1, 7):
            final = level + rng.normal() * spread
            lines = ["seed,global_step,episodic_return"]
            for step in range(50, 5001, 50):
                grown = final if spread == 0 else final - 300 * np.exp(-step / 500)
                lines.append(f"{seed},{step},{grown:.4f}")
            content = ("\n".join(lines) + "\n").encode()
            (target / f"seed-{seed}.csv.gz").write_bytes(gzip.compress(content, mtime=0))


@pytest.fixture
def folder(tmp_path: Path, run: Run) -> Path:
    """A reproduction with its runs attached and reported."""
    place = tmp_path / "agent"
    place.mkdir()
    (place / "reproduction.yaml").write_text(CLAIMS, "utf-8")
    write_runs(place)
    done = run("reproduce", "add", "agent", "agent/runs", "--today", "2026-11-22")
    assert done.code == 0, done.err
    return place


def test_from_init_to_plan(run: Run, tmp_path: Path) -> None:
    """A commented file that plans; a second start changes nothing."""
    assert run("reproduce", "init", "mine").code == 0
    done = run("reproduce", "plan", "mine")
    assert done.code == 0
    assert "80% power with 3 own seeds" in done.out
    again = run("reproduce", "init", "mine")
    assert again.code == 2
    assert "is there already" in again.err
    told = json.loads(run("reproduce", "plan", "mine", "--format", "json").out)
    assert told["claims"][0]["needed_seeds"] == 3


def test_a_claim_that_nobody_can_settle(run: Run, tmp_path: Path) -> None:
    """Three published seeds with a wide spread: said before any run."""
    (tmp_path / "reproduction.yaml").write_text(CLAIMS, "utf-8")
    done = run("reproduce", "plan", ".")
    assert done.code == 1
    assert "no number of own seeds reaches 80% power" in done.out


def test_the_whole_way(run: Run, folder: Path) -> None:
    """Verdicts, files, and a report whose every number leads to a file."""
    done = run("reproduce", "report", "agent", "--today", "2026-11-22")
    assert done.code == 0, done.err
    for words in (
        "pole: reproduced",
        "car: reproduced",
        "wide: inconclusive",
        "better: reproduced",
    ):
        assert words in done.out
    assert "  floor: " in done.out
    report = folder / "report"
    names = {str(each.relative_to(report)) for each in report.rglob("*") if each.is_file()}
    assert {"report.md", "report.html", "post.md", "mlrc.md", "rescience.md", "metadata.yaml",
            "lines.md", "numbers.json", "figures/pole.svg", "figures/pole-curve.svg",
            "figures/summary.svg"} <= names  # fmt: skip
    for each in report.rglob("*.svg"):
        ElementTree.fromstring(each.read_text("utf-8"))  # noqa: S314 - our own file
    text = (report / "report.md").read_text("utf-8")
    assert "4 claims: 2 reproduced, 1 inconclusive, 1 on a floor or ceiling" in text
    assert "<script" not in (report / "report.html").read_text("utf-8")
    assert run("reproduce", "verify", "agent").code == 0


def test_the_same_files_give_the_same_bytes(run: Run, folder: Path) -> None:
    """A second report changes nothing."""
    run("reproduce", "report", "agent", "--today", "2026-11-22")
    files = [each for each in (folder / "report").rglob("*") if each.is_file()]
    before = {each: each.read_bytes() for each in files}
    run("reproduce", "report", "agent", "--today", "2026-11-23")
    assert {each: each.read_bytes() for each in files} == before


_NUMBER = re.compile(r"(?<![\w.,/`\-])[+−-]?\d[\d,]*(?:\.\d+)?(?![\w`])")


@pytest.mark.parametrize("page", ["report.md", "post.md", "lines.md"])
def test_every_number_leads_somewhere(run: Run, folder: Path, page: str) -> None:
    """Each printed number is found again, with a file and its hash, or as part of the method."""
    from standout import api
    from standout.evidence.pages.numbers import Origin
    from standout.evidence.traces import traced
    from standout.workspace import reproductions

    run("reproduce", "report", "agent", "--today", "2026-11-22")
    opened = reproductions.open_reproduction("agent")
    found = api.judge_claims(opened, "agent")
    api.report_files(found)
    text = (folder / "report" / page).read_text("utf-8")
    text = re.sub(r"!\[.*?\]\(.*?\)|`[^`]*`|\d{4}-\d\d-\d\d", "", text)
    lost = []
    for number in dict.fromkeys(_NUMBER.findall(text.partition("## Where the numbers")[0])):
        numbers = traced(found, number, opened.source.text)
        if not numbers:
            lost.append(number)
        assert all(isinstance(o, Origin) and o.sha256 for n in numbers for o in n.origins)
    assert not lost


def test_one_byte_is_named(run: Run, folder: Path) -> None:
    """A log that was changed is named by `verify` and by `report`."""
    run("reproduce", "report", "agent")
    log = folder / "runs" / "pole" / "seed-3.csv.gz"
    content = bytearray(log.read_bytes())
    content[-1] ^= 1
    log.write_bytes(bytes(content))
    done = run("reproduce", "verify", "agent")
    assert done.code == 1
    assert "runs/pole/seed-3.csv.gz: the file is not the one that was attached" in done.out
    assert run("reproduce", "report", "agent").code == 1
    log.unlink()
    assert "seed-3.csv.gz: the file is gone" in run("reproduce", "verify", "agent").out


def test_an_edited_report_is_named_and_kept(run: Run, folder: Path) -> None:
    """A draft may be edited; a verdict may not. Neither is written over unasked."""
    run("reproduce", "report", "agent")
    post, page = folder / "report" / "post.md", folder / "report" / "report.md"
    post.write_text("my words", "utf-8")
    assert run("reproduce", "verify", "agent").code == 0
    page.write_text(page.read_text("utf-8").replace("inconclusive", "reproduced"), "utf-8")
    done = run("reproduce", "verify", "agent")
    assert (done.code, "report/report.md: edited" in done.out) == (1, True)
    again = run("reproduce", "report", "agent")
    assert "post.md: edited, so it was kept" in again.err
    assert post.read_text("utf-8") == "my words"
    assert run("reproduce", "report", "agent", "--force").code == 0
    assert post.read_text("utf-8") != "my words"


def test_a_forged_number_is_named(run: Run, folder: Path) -> None:
    """What the files do not give is told."""
    run("reproduce", "report", "agent")
    path = folder / "report" / "numbers.json"
    told = json.loads(path.read_text("utf-8"))
    next(each for each in told["numbers"] if each["id"] == "pole.own")["value"] = 499.0
    path.write_text(json.dumps(told), "utf-8")
    assert "numbers.json: pole.own" in run("reproduce", "verify", "agent").out


def test_a_margin_that_moves_is_printed(run: Run, folder: Path) -> None:
    """After runs were attached it is named beside the verdict, and gives no line."""
    path = folder / "reproduction.yaml"
    path.write_text(path.read_text("utf-8").replace("0.02, reason", "0.2, reason"), "utf-8")
    assert "was changed after runs were attached" in run("reproduce", "verify", "agent").out
    done = run("reproduce", "report", "agent", "--today", "2026-12-01")
    assert "margin-changed" in done.out
    assert "margin.relative changed from 0.02 to 0.2 on 2026-12-01" in done.out
    assert "margin was changed" in (folder / "report" / "lines.md").read_text("utf-8")


def test_lines_refuse_what_is_no_success(run: Run, folder: Path) -> None:
    """Floor and inconclusive give none; every number of a line has its id."""
    told = json.loads(run("reproduce", "report", "agent", "--format", "json").out)
    lines = {each["claim"]: each for each in told["lines"]}
    assert "floor" in lines["car"]["refused"]
    assert "inconclusive" in lines["wide"]["refused"]
    assert "equivalent to the published 480.25 within 5 %" in lines["pole"]["text"]
    assert {"pole.own", "pole.own.n", "pole.published"} <= set(lines["pole"]["numbers"])


def test_wrong_claims_are_all_named(run: Run, tmp_path: Path) -> None:
    """With line and column, before anything else."""
    text = CLAIMS.replace("kind: sd_seeds", "kind: sd_seed").replace("bounds", "bound")
    (tmp_path / "reproduction.yaml").write_text(text, "utf-8")
    done = run("reproduce", "plan", ".")
    assert done.code == 1
    assert done.err.count("did you mean `sd_seeds`?") == 3
    assert re.search(r"reproduction\.yaml:13:5: error\[DOC006\] unknown key `bound`", done.err)


def test_a_log_without_the_metric_is_loud(run: Run, folder: Path, tmp_path: Path) -> None:
    """It names what the log has instead, and is no run."""
    (tmp_path / "pole-7.csv").write_text("global_step,loss\n1,2\n", "utf-8")
    done = run("reproduce", "add", "agent", "pole-7.csv")
    assert done.code == 1
    assert "there is no `episodic_return`: the log has `global_step`, `loss`" in done.err
    (tmp_path / "pole-8.csv").write_text("global_step,episodic_return\n", "utf-8")
    assert "the run logged nothing" in run("reproduce", "add", "agent", "pole-8.csv").err


def test_the_same_run_twice_is_told(run: Run, folder: Path, tmp_path: Path) -> None:
    """A copy is no further seed."""
    content = (folder / "runs" / "pole" / "seed-1.csv.gz").read_bytes()
    (tmp_path / "pole-seed-9.csv.gz").write_bytes(content)
    done = run("reproduce", "add", "agent", "pole-seed-9.csv.gz")
    assert done.code == 1
    assert "is the same file as" in done.err


def test_which_runs_is_asked(run: Run, folder: Path, tmp_path: Path) -> None:
    """Where nothing names the group, nothing is guessed."""
    (tmp_path / "log.csv").write_text("global_step,episodic_return\n1,2\n", "utf-8")
    done = run("reproduce", "add", "agent", "log.csv")
    assert (done.code, "which runs are these?" in done.err) == (2, True)
    assert run("reproduce", "add", "agent", "log.csv", "--group", "nope").code == 2
    assert run("reproduce", "add", "agent", "log.csv", "--group", "pole", "--copy").code == 0
    assert list((folder / "runs" / "pole").rglob("log.csv"))


def test_a_missing_seed_is_asked_for(run: Run, folder: Path) -> None:
    """Seeds 1 and 3 make one ask for 2; one that is left out is listed with its reason."""
    path = folder / "reproduction.yaml"
    out = "\nexcluded:\n  - {run: pole/99, reason: a slip}\n"
    out += "  - {run: pole/2, reason: the disk was full, by: Ada, when: 2026-11-20}\n"
    path.write_text(path.read_text("utf-8") + out, "utf-8")
    done = run("reproduce", "report", "agent")
    assert "`excluded` names pole/99, and no attached run is called so" in done.err
    text = (folder / "report" / "report.md").read_text("utf-8")
    assert "Left out: seed 2 of pole by Ada on 2026-11-20: the disk was full" in text


def test_without_scipy_the_install_line_is_said(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The exact line."""
    monkeypatch.setitem(sys.modules, "scipy.special", None)
    done = run("reproduce", "report", "agent")
    assert done.code == 2
    assert 'python -m pip install "standout[reproduce]"' in done.err


def test_evidence(run: Run, folder: Path, tmp_path: Path) -> None:
    """A reproduction, a bibliography and a person; a profile that names them; down to files."""
    (tmp_path / "papers.bib").write_text(
        "@article{a, title={On poles}, author={Moreau, Ada}, year={2024}, doi={10.1000/x1}}",
        "utf-8",
    )
    done = run("evidence", "add", "agent", "papers.bib")
    assert done.code == 1
    assert "refused car" in done.err
    assert "added agent/pole" in done.out
    assert run("evidence", "add", "--kind", "person", "--statement", "B. Okafor knows").code == 0
    listed = run("evidence", "list")
    assert "publication/10.1000/x1  [document]  On poles" in listed.out
    assert "person/b-okafor-knows  [self-declared]" in listed.out
    (tmp_path / "profile.yaml").write_text(
        "standout: 1\nbasics: {name: Ada Moreau}\nprojects:\n  - title: Agent\n    statements:\n"
        "      - {text: Re-implemented a small agent, evidence: [agent/pole]}\n"
        "      - {text: Won a prize, evidence: [nothing/here]}\n",
        "utf-8",
    )
    told = run("evidence", "list", "profile.yaml")
    assert told.code == 1
    assert "computed: agent/pole" in told.out
    assert "no evidence `nothing/here`" in told.out
    why = run("evidence", "why", "agent/pole")
    assert "runs/pole/seed-1.csv.gz (sha256 " in why.out
    own = re.search(r"return of ([\d.]+) over", why.out)
    assert own is not None
    assert "pole.own" in run("evidence", "why", "agent", own[1]).out
    (tmp_path / "papers.bib").write_text("@article{a, title={Other}}", "utf-8")
    assert "not the one that was added" in run("evidence", "list").out


def test_a_published_number_leads_to_its_place_in_the_file(run: Run, folder: Path) -> None:
    """Line and column are those of the number itself, not of its claim."""
    lines = (folder / "reproduction.yaml").read_text("utf-8").splitlines()
    told = json.loads(run("evidence", "why", "agent", "--format", "json").out)["numbers"]
    published = [each for each in told if each["id"].endswith((".published", ".published.n"))]
    assert published
    for each in published:
        (place,) = (e for e in each["from"] if e["path"] == "reproduction.yaml")
        rest = lines[place["line"] - 1][place["column"] - 1 :]
        assert rest.startswith(each["text"].replace("−", "-"))


def test_numbers_of_the_author_are_called_so(run: Run, folder: Path) -> None:
    """A story's numbers are linked where they are computed ones, else said to be the author's."""
    run("reproduce", "report", "agent", "--today", "2026-11-22")
    numbers = json.loads((folder / "report/numbers.json").read_text("utf-8"))["numbers"]
    own = next(each["text"] for each in numbers if each["id"] == "pole.own")
    claims = folder / "reproduction.yaml"
    claims.write_text(claims.read_text("utf-8").replace("with 12 questions", f"with 12, {own}"))
    run("reproduce", "report", "agent", "--today", "2026-11-22")
    numbers = json.loads((folder / "report/numbers.json").read_text("utf-8"))["numbers"]
    authored = [each["text"] for each in numbers if each.get("author")]
    assert "12" in authored
    assert own not in authored
    assert "12, 480, 3" in (folder / "report/post.md").read_text("utf-8")
    assert 'class="author"' in (folder / "report/report.html").read_text("utf-8")
    verified = run("reproduce", "verify", "agent")
    assert verified.code == 0
    assert "in the author's own words, which no log backs: 12, 480, 3" in verified.out
    assert json.loads(run("reproduce", "verify", "agent", "--format", "json").out)["author"]
    assert "no log backs it" in run("evidence", "why", "agent", "12").out


PROFILE = """basics: {name: Ada Moreau, email: ada.moreau@example.org}
projects:
  - title: Loader
    statements:
      - text: Ranked 3rd of 2,100 teams
        evidence: kaggle/rain
      - text: Wrote the reader
        evidence: kaggle/rian
"""


def test_a_profile_is_checked_against_the_ledger_beside_it(run: Run, tmp_path: Path) -> None:
    """Another number is an error; an unknown name is a gap, an error where the check is strict."""
    (tmp_path / "me").mkdir()
    profile = tmp_path / "me" / "profile.yaml"
    profile.write_text(PROFILE, "utf-8")
    assert "EVD" not in run("check", str(profile)).out
    statement = ("--kind", "kaggle", "--id", "kaggle/rain", "--statement", "Rain: ranked 12th")
    ledger = str(profile.parent / "evidence.json")
    assert run("evidence", "add", *statement, "--ledger", ledger).code == 0
    done = run("check", str(profile))
    assert "error[EVD002 claim-contradicts-evidence]: its evidence says 12" in done.out
    assert "EVD001" not in done.out
    assert "EVD002" in run("check", str(profile), "--fix").out, "what is left after fixing"
    strict = run("check", str(profile), "--strict")
    assert "error[EVD001 claim-without-evidence]: the ledger has no evidence of this" in strict.out
    assert "`kaggle/rain` meant?" in strict.out
    Path(ledger).write_text("{", "utf-8")
    damaged = run("check", str(profile))
    assert damaged.code == 2
    assert "not a ledger of evidence" in damaged.err

"""Old findings, kept in a file, so that a check speaks of new ones only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from pathlib import Path

from standout.errors import UsageError
from standout.model import Report
from standout.model.fingerprint import fingerprints
from standout.values import frozen
from standout.workspace.files import load, save


@frozen
class Baseline:
    """Fingerprints of old findings by file, and the version of the ruleset that found them."""

    folder: Path
    ruleset: str
    findings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def new_in(self, report: Report) -> Report:
        """The report without the findings that the baseline holds."""
        old = set(self.findings.get(_key(report.name, self.folder), ()))
        pairs = zip(fingerprints(report), report.diagnostics, strict=True)
        return replace(report, diagnostics=tuple(each for name, each in pairs if name not in old))

    def gone_from(self, report: Report) -> int:
        """How many findings of the baseline the report does not hold any more."""
        old = Counter(self.findings.get(_key(report.name, self.folder), ()))
        return (old - Counter(fingerprints(report))).total()


def load_baseline(path: str) -> Baseline:
    """A baseline from its file. Raises `OpenError`, or `UsageError` when it is none."""
    import json

    try:
        table = json.loads(load(path))
        findings = {
            str(name): tuple(str(each["fingerprint"]) for each in found)
            for name, found in table["files"].items()
        }
        ruleset = str(table["ruleset"])
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        hint = f"`--write-baseline {path}` writes one"
        raise UsageError(f"{path}: this is no baseline", hint) from error
    return Baseline(Path(path).resolve().parent, ruleset, findings)


def save_baseline(path: str, reports: Iterable[Report], ruleset: str) -> int:
    """Write every finding of the reports as a baseline; says how many there are."""
    import json

    folder = Path(path).resolve().parent
    files = {_key(each.name, folder): _findings(each) for each in reports}
    table = {"version": 1, "ruleset": ruleset, "files": files}
    save(path, (json.dumps(table, indent=2, ensure_ascii=False) + "\n").encode())
    return sum(len(each) for each in files.values())


def _findings(report: Report) -> list[dict[str, str]]:
    # The code is for people who look at the file; only the fingerprint is read back. The
    # resume's own words stay out of it.
    return [
        {"fingerprint": name, "code": each.code}
        for name, each in zip(fingerprints(report), report.diagnostics, strict=True)
    ]


def _key(name: str, folder: Path) -> str:
    """A file's path from the baseline's folder, so that both can move together."""
    if name == "-":
        return name
    path = Path(name).resolve()
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.as_posix()

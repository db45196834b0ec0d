"""JUnit XML: a suite a file, a failed case a finding, one passed case for a clean file."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from standout.diagnostic import Diagnostic
from standout.model import Report
from standout.patterns import regex
from standout.reporters import About

# What XML 1.0 cannot hold, not even escaped.
_ILLEGAL = regex("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(reports: Sequence[Report], about: About) -> str:
    """One document for all files."""
    total = sum(len(each.diagnostics) for each in reports)
    suites = "".join(map(_suite, reports))
    name = quoteattr(f"standout {about.version}")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites name={name} tests="{sum(map(_tests, reports))}" failures="{total}">\n'
        f"{suites}</testsuites>\n"
    )


def _tests(report: Report) -> int:
    return max(1, len(report.diagnostics))


def _suite(report: Report) -> str:
    failures = len(report.diagnostics)
    name = _attribute(report.name)
    cases = "".join(_case(report, each) for each in report.diagnostics)
    cases = cases or f'    <testcase classname={name} name="clean"/>\n'
    head = f'  <testsuite name={name} tests="{_tests(report)}" failures="{failures}" errors="0">'
    return f"{head}\n{cases}  </testsuite>\n"


def _case(report: Report, each: Diagnostic) -> str:
    where = report.location(each)
    page = f"p{where.page}:" if where.page else ""
    place = f"{page}{where.line}:{where.column}"
    title = _attribute(f"{each.code} {each.name} {place}")
    kind = _attribute(each.severity.value)
    advice = f"\n{each.fix.message}" if each.fix else ""
    body = _clean(f"{report.name}:{place}\n{report.quote(each)}\n{each.why}{advice}")
    return (
        f"    <testcase classname={_attribute(report.name)} name={title}>\n"
        f"      <failure type={kind} message={_attribute(each.message)}>{escape(body)}</failure>\n"
        "    </testcase>\n"
    )


def _clean(text: str) -> str:
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)


def _attribute(text: str) -> str:
    return quoteattr(_clean(text))

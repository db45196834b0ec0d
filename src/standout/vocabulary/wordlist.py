"""Words a general dictionary lacks, and misspellings that are never a word."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from standout.patterns import regex
from standout.vocabulary import metrics, skills, tables, verbs

_WORD = regex(r"[a-z]{3,}")


@cache
def misspellings() -> Mapping[str, str]:
    """Frequent misspellings and what was meant."""
    pairs = (each.split(":") for each in tables.load("spelling")["misspellings"].split())
    return {wrong: right.replace("_", " ") for wrong, right in pairs if wrong != right}


@cache
def modern() -> frozenset[str]:
    """Words of today's work and of this field."""
    return frozenset(tables.load("spelling")["words"].split())


@cache
def technical() -> frozenset[str]:
    """Every word in a name of a skill or a metric, and every verb form; lower case."""
    names = list(skills.all_names())
    for metric in metrics.all_metrics():
        names.append(metric.id)
        names += metric.names
    return frozenset(_WORD.findall(" ".join(names).lower())) | frozenset(verbs.bases())

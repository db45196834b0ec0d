"""Shapes of numbers that date, name or set something and measure nothing.

Where two shapes fit, the earlier one wins, so the order is part of the meaning.
"""

# ruff: noqa: E501 - a pattern reads best as one line

from __future__ import annotations

import re

from standout.analysis.shapes import (
    TIME_UNIT,
    N,
    Shape,
    W,
    cased_shape,
    is_listed_noun,
    shape,
    word_after,
    word_before,
)
from standout.patterns import regex
from standout.vocabulary import metrics
from standout.vocabulary.numbers import alternatives, word_set
from standout.vocabulary.verbs import lookup
from standout.vocabulary.words import is_function_word

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_YEAR = r"(?:19|20)\d\d"
_SPELT_YEAR = rf"'?(?:{_YEAR}|\d\d)"


def _has_phone_digits(_: str, match: re.Match[str]) -> bool:
    return sum(map(str.isdigit, match[0])) >= 8


def _is_year(text: str, match: re.Match[str]) -> bool:
    if word_before(text, match.start()).lower() in ("in", "since", "during", "until", "till"):
        return True
    after = word_after(text, match.end())
    return not (is_listed_noun(after) and after.endswith("s"))


def _splits_a_whole(_: str, match: re.Match[str]) -> bool:
    return sum(int(part) for part in match["n"].split("/")) == 100


def _sets_no_metric(_: str, match: re.Match[str]) -> bool:
    return not metrics.find(match["name"])


def _is_no_thousands(_: str, match: re.Match[str]) -> bool:
    return re.fullmatch(r"\d{1,3}(?:\.\d{3})+", match["n"]) is None


def _is_version(text: str, match: re.Match[str]) -> bool:
    """'Spark 3' and 'Java 8 services' name versions; 'spark 3 ideas', 'AWS 120 jobs' do not."""
    if match["word"].lower() not in word_set("versions", "products"):
        return False
    after = word_after(text, match.end())
    named = match["word"][0].isupper() and _SMALL.fullmatch(match["n"]) is not None
    counts = after.endswith("s") and not named
    return "." in match["n"] or not counts


_SMALL = regex(r"[12]?\d")


def _is_label(text: str, match: re.Match[str]) -> bool:
    """'room 12', 'Fortune 500'; not 'team 4 engineers'."""
    word = match["word"].lower()
    if word not in word_set("labels", "words"):
        return False
    return word in word_set("labels", "indices") or not word_after(text, match.end()).endswith("s")


def _holds_a_digit(_: str, match: re.Match[str]) -> bool:
    written = match[0]
    return any(map(str.isdigit, written)) and not _ENDS_IN_CHANGE.search(written)


_ENDS_IN_CHANGE = regex(r"-\d[\d.,]*(?:%|x|ms|k|M)?$")


def _follows_a_name(text: str, match: re.Match[str]) -> bool:
    """Say whether the word before makes the bare number part of a name ('Boston 02139')."""
    word = match["word"]
    if lookup(word) is not None or is_function_word(word) or len(word) < 2:
        return False
    named = word_before(text, match.start())[:1].isupper() and word[0].isupper()
    if (metrics.find(word) and not named) or (match.start() == 0 and word[1:].islower()):
        return False
    after = word_after(text, match.end())
    return not after or is_function_word(after) or not after.endswith("s")


def _is_a_size(text: str, match: re.Match[str]) -> bool:
    """'Llama 7B'; not 'Served 1.4B predictions'."""
    if lookup(match[0].split(" ")[0].split("-")[0]) is None:
        return True
    return not word_after(text, match.end()).endswith("s")


def _is_an_adjective(_: str, match: re.Match[str]) -> bool:
    return not match[0].endswith(("s", "star"))


ADDRESSES: tuple[Shape, ...] = (
    shape("name", r"(?<![\w+])\+\d{1,3}(?:[ -]?\(?\d{1,4}\)?){2,6}(?!\d)(?! ?%)", "+", accepts=_has_phone_digits),
    shape("name", r"(?<!\d)\(?\d{3}\)?[ .-]\d{3}[.-]\d{4}(?!\d)", "000-0000 000.0000"),
    shape("name", r"(?<!\d)(?:24/7|24x7|7/7|365/24|9[- ]to[- ]5|1[- ]on[- ]1|1-to-1|50/50)(?!\d)", "24/7 24x7 7/7 365/24 9-to 9_to 1-on 1_on 1-to 50/50"),
    shape("name", r"\b(?:arxiv:? ?)?\d{4}\.\d{4,5}(?:v\d)?\b", "0000.0000"),
)  # fmt: skip

DATES: tuple[Shape, ...] = (
    shape("date", rf"(?<!\w){_MONTH}\.?,? (?P<n>(?:\d{{1,2}}(?:st|nd|rd|th)?,? )?{_SPELT_YEAR})(?![\w%]|[.,]\d)", _MONTHS),
    shape("date", rf"(?<!\w)(?P<n>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH}(?!\w)(?:,? '?\d{{4}})?", _MONTHS),
    shape("date", rf"(?<![\w.,])(?P<n>{_YEAR} ?(?:[-/]|to|until) ?(?:{_YEAR}|\d\d(?!\d)|present|now|today))(?!\w)(?! ?(?:ms|users|teams|customers))", "19 20"),
    shape("date", r"(?<![\w.])\d{1,2}(?P<mark>[./])\d{1,2}(?P=mark)(?:(?:19|20)\d\d|\d\d)(?!\w)", "0.0 0/0"),
    shape("date", rf"(?<![\w.])(?:\d{{1,2}}[./]{_YEAR}|{_YEAR}[-.]\d\d(?:[-.]\d\d)?)(?!\w)", "19 20"),
    cased_shape("date", rf"(?<!\w)(?:T[1-4](?: |-)?(?:19|20)\d\d|[QH][1-4](?:[ /'-]{{1,2}}|(?=FY|\d{{4}}(?!\d)))(?:FY)?{_SPELT_YEAR}|Q[1-4]|(?:FY|CY|SS|WS|FS|HS|AY)[ /']?{_SPELT_YEAR}(?:/\d\d)?)(?!\w)", "q0 h0 t0 _fy _cy _ss _ws _fs _hs _ay"),
    shape("date", rf"(?<!\w)(?:spring|summer|fall|autumn|winter|class)(?: of| semester| term)? (?P<n>{_SPELT_YEAR})(?!\w)(?! ?%)", "spring summer fall autumn winter class"),
    shape("date", r"(?<!\w)'\d\d(?!\w)", "'00"),
    # The time of day.
    shape("date", r"(?<!\w)(?:at|until) (?P<n>\d{1,2}:\d\d)(?![\w:])", "at_0 until_0"),
    shape("date", r"(?<![\w:])(?P<n>\d{1,2}(?::\d\d)?) ?[ap]\.?m\b", "0am 0pm 0_am 0_pm 0a.m 0p.m 0_a.m 0_p.m"),
)  # fmt: skip

STATISTICS: tuple[Shape, ...] = (
    shape("p-value", rf"(?<!\w)p(?:[- ]?values?)? ?(?:of|below|under|=|<|>|≤|≥|<=) ?(?P<n>{N}(?:e-?\d+)?)", "_p_ _pvalue"),
    shape("p-value", rf"(?<!\w)(?P<n>{N} ?%)[ -](?:CI|confidence|credible|significance|level)\b", "%"),
    shape("p-value", rf"(?<!\w)(?:statistical )?power (?:of|=) ?(?P<n>{N} ?%)", "power_of power_= power="),
    shape("p-value", rf"(?<!\w)(?:significance level|alpha|α|confidence level|confidence interval)(?: of)? ?=? ?(?P<n>{N} ?%?)", "level alpha α interval"),
)  # fmt: skip

_STANDARDS = " ".join(word_set("standards", "names")).lower()
_SCHOOLS = " ".join(f"_{each.lower()}_0" for each in word_set("courses", "schools"))
_SET = " ".join({f"_{each.split('-')[0]}" for each in word_set("settings", "before")})
_COUNTED = " ".join({f"_{each.split('-')[0]}" for each in word_set("settings", "after")})
STANDARDS_AND_COURSES: tuple[Shape, ...] = (
    cased_shape("standard", rf"(?<!\w)(?:{alternatives('standards', 'names')})[ -]?(?:SP |Part )?(?P<n>\d[\w.:-]*(?:/\d+)?)", _STANDARDS),
    cased_shape("standard", r"(?<!\w)(?P<n>\d+ CFR(?: Part)? \d+)", "cfr"),
    cased_shape("course", rf"(?<!\w)(?:{alternatives('courses', 'departments')})[ -]?(?P<n>\d{{2,4}}[A-Za-z]{{0,2}})(?!\w|[.,]\d| ?%)"),
    cased_shape("course", rf"(?<!\w)(?:{alternatives('courses', 'schools')}) (?P<n>\d{{1,2}}[.-][\dS][\d.]*)(?!\w)", _SCHOOLS),
    shape("course", r"(?<!\w)(?:course|lecture|class) (?P<n>\d{1,2}[.-]\d{2,4}\w?)(?!\w)", "course lecture class"),
)  # fmt: skip

SETTINGS: tuple[Shape, ...] = (
    shape("name", r"(?<!\w)top[- ](?P<n>\d+)(?!\w| ?%)", "top-0 top_0"),
    shape("setting", rf"(?<!\w)(?P<name>[a-z_][\w-]{{0,30}}) ?= ?(?P<n>-?{N}(?:e-?\d+)?\w*)", "=", accepts=_sets_no_metric),
    shape("setting", rf"(?<!\w)[a-z]{{1,20}}(?:_[a-z]{{1,20}}){{1,4}}:? (?P<n>{N})(?![\w%])", "_"),
    shape("setting", rf"(?<!\w)(?:{alternatives('settings', 'before')})(?: (?:of|at|from|up to|set to|to)|:)? ?(?P<n>{N}(?:e-?\d+)?(?:k\b| ?%)?)", _SET),
    shape("setting", rf"(?<![\w.$€£])(?P<n>{N}k?)[- ](?:{alternatives('settings', 'after')})(?!\w)", _COUNTED),
    cased_shape("setting", rf"(?<!\w)(?P<n>{N})[- ]?(?:[kMG]Hz|Hz|dpi|ppi|px|mAh|MP)(?!\w)", "hz_ dpi_ ppi_ px_ mah_ 0mp_ _mp_"),
    shape("setting", r"(?<!\w)(?P<n>\d+)[- ]?fold(?= (?:stratified |nested |grouped |time[- ]series |blocked )?(?:cross|cv\b|validation))", "fold"),
    shape("setting", r"(?<![\w.:])(?P<n>\d{1,4}:\d{1,4})(?= (?:ratio|split|odds)\b)", "0:0"),
    shape("setting", r"(?<![\w.])(?P<n>\d{1,5} ?[x×] ?\d{1,5}(?: ?[x×] ?\d{1,5})?)(?!\w)", "0x0 0x_0 0_x0 0_x_0 ×"),
    shape("setting", r"(?<![\w/])(?P<n>\d\d/\d\d(?:/\d\d)?)(?![\w/])", "/", accepts=_splits_a_whole),
    shape("setting", r"(?<![\w.])(?P<n>\d{1,4}(?:\.\d{1,6})?e[-+]?\d{1,3})(?!\w)", "0e"),
)  # fmt: skip

_NO_VERSION = rf"(?![\w%]|,\d| ?(?:%|{TIME_UNIT}\b|times|x\b|points))"
VERSIONS: tuple[Shape, ...] = (
    shape("version", r"(?<!\w)v(?:ersion|er\.?)? ?(?P<n>\d+(?:\.\d+)*)(?![\w%])", "v0 v_0 ver0 ver_0 ver. version"),
    shape("version", r"(?<![\w.,$€£])(?P<n>\d{1,4}\.\d{1,4}\.(?:\d{1,6}|x)(?:[.-]?[a-z\d]{1,8})?)(?!\w)(?! ?%)", "0.0", accepts=_is_no_thousands),
    shape("version", rf"(?<![\w-])(?P<word>[a-z.][\w.+#-]{{0,20}})[ -](?P<n>\d+(?:\.\d+|\.x)*\+?(?: ?(?:to|->|→|-|/|and|or|through) ?\d+(?:\.\d+|\.x)*)?){_NO_VERSION}", accepts=_is_version),
    shape("name", rf"(?<!\w)(?P<word>[a-z&][\w&.-]{{0,20}}) (?:#|no\. ?)?(?P<n>\d{{1,6}})(?![\w%]|[.,]\d| ?(?:%|{TIME_UNIT}\b|times|x\b))", accepts=_is_label),
    shape("name", r"(?<!\w)#(?P<n>\d{1,6})(?!\w)", "#0"),
)  # fmt: skip

_FIELD = (
    r"(?: (?:hands-on|professional|industry|industrial|work|working|relevant|practical|combined"
    r"|teaching|research|commercial|leadership|management|software|engineering|programming"
    r"|development|coding|ML|data|total|overall|proven|solid|deep)){0,3}"
)
_OLD_DATA = (
    r"(?!(?:\w+ ){0,3}(?:data|logs?|history|records?|sales|transactions?|footage|measurements?"
    r"|readings?|recordings?|prices?|articles?|claims|telemetry|observations|archives?|backlog"
    r"|images?|orders|waiting|delay)\b)"
)
_DOING = r"(?:working|building|programming|coding|developing|writing|leading|using|as an?\b)"
EXPERIENCE: tuple[Shape, ...] = (
    shape("experience", rf"(?<!\w)(?P<n>{W}[ -]?(?:years?|yrs?|months?))'?(?: of)?{_FIELD}[ -](?:experience|exp)(?!\w)", "experience _exp_"),
    shape("experience", rf"(?<!\w)(?<!by )(?P<n>{W}[ -]?(?:years?|yrs?))'? (?:of {_OLD_DATA}|{_DOING})", "year yr"),
    shape("experience", r"(?<!\w)(?P<n>\d{1,2}\+ (?:years?|yrs?))", "0+_y"),
)  # fmt: skip

_MODEL_NOUN = (
    r"(?:parameters?|params?|models?|LLMs?|VLMs?|language|transformers?|decoder|encoder|base|chat"
    r"|instruct|dense|MoE|checkpoint|multimodal|vision|variant|teacher|student)\b"
)
_COUNTED_BILLIONS = (
    r"(?! (?:tokens|users|rows|events|requests|records|images|documents|pairs|impressions|queries))"
)
_BOARD = r"(?:cards?|GPUs?|boards?|instances?|[AHV]100s?)\b"
MODEL_SIZES: tuple[Shape, ...] = (
    cased_shape("name", r"(?<![\w$€£])(?P<n>\d{1,3}[x×]\d{1,4}(?:\.\d)?[BM])(?!\w)", "0x0 ×"),
    cased_shape("name", rf"(?<![\w$€£])(?P<n>\d{{1,4}} ?GB)(?= {_BOARD})", "gb_"),
    cased_shape("name", rf"(?<![\w$€£])(?P<n>{N}[BM])(?=[ -]{_MODEL_NOUN})", "0b_ 0b- 0m_ 0m-"),
    shape("name", rf"(?<!\w)(?P<n>{N}(?: million| billion))(?=[ -]param)", "param"),
    cased_shape("name", rf"(?<!\w)[A-Z][\w.]{{0,15}}[- ]?[\d.]{{0,4}}[ -](?P<n>{N}B)(?!\w){_COUNTED_BILLIONS}", "0b_", _is_a_size),
)  # fmt: skip

NAMES: tuple[Shape, ...] = (
    shape("name", r"(?<![\w$€£])[^\W\d_][\w.+@#'-]{0,40}", accepts=_holds_a_digit),
    cased_shape("name", r"(?<![\w$€£])[A-Z][A-Za-z]{0,15}(?:-[A-Z][A-Za-z]{0,15}){0,3}-\d{1,4}[kK]?(?![\w%])", "-0"),
    shape("name", r"(?<![\w$€£])[a-z]{1,15}-\d{1,3}(?![\w%.])", "-0"),
    cased_shape("name", r"(?<![\w/$€£])[A-Z][\w.]{0,15}(?:-[\w.]{1,15}){0,3}/\d{1,3}(?![\w%/])", "/0"),
    cased_shape("name", r"(?<![\w.,])\d{1,2}(?:D|G|FA)(?!\w)", "0d_ 0g_ 0fa_"),
)  # fmt: skip

YEARS: tuple[Shape, ...] = (
    shape("date", r"(?<![\w.,$€£-])(?:19[5-9]\d|20[0-4]\d)(?![\w%]|[.,]\d)", "19 20", accepts=_is_year),
)  # fmt: skip

LEFT_OVERS: tuple[Shape, ...] = (
    cased_shape("version", r"(?<![\w.])(?P<word>[a-z]{0,3}[A-Z][\w&.-]{0,30}) (?P<n>\d{1,4}\.\d{1,3})(?![\w%+]|[.,]\d)", ".", accepts=_follows_a_name),
    cased_shape("name", r"(?<![\w.])(?P<word>[a-z]{0,3}[A-Z][\w&.-]{0,30}) (?P<n>\d{1,6}(?:\.\d{1,3})?)(?![\w%+]|[.,]\d)", accepts=_follows_a_name),
    shape("name", r"(?<![\w.,])\d{1,6}(?:st|nd|rd|th)(?!\w)", "0st 0nd 0rd 0th"),
    shape("name", r"(?<![\w.,])\d{1,4}-[a-z]{3,20}(?:-[a-z]{2,20})?(?= [a-z])", "0-", accepts=_is_an_adjective),
)  # fmt: skip

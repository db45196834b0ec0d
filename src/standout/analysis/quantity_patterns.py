"""The shapes of typed numbers, first the ones that are no quantities.

Each pattern marks the number by the group `n`, or as a whole. Where two shapes fit, the earlier
one in `ORDERED` wins, so the order is part of the meaning.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from standout.analysis.numbers import DIGITS, MAGNITUDE, WORDS
from standout.vocabulary.numbers import alternatives, word_set
from standout.vocabulary.verbs import lookup
from standout.vocabulary.words import is_function_word, nouns

Accepts = Callable[[str, re.Match[str]], bool]


@dataclass(frozen=True, slots=True)
class Shape:
    """How a kind of number is written. An empty kind hides the number altogether."""

    kind: str
    pattern: re.Pattern[str]
    unit: str | None = None
    accepts: Accepts | None = None


_N = rf"(?:{DIGITS})"
_NM = rf"(?:{DIGITS}{MAGNITUDE}?\+?)"
_W = rf"(?:{_NM}|(?<![\w-]){WORDS}(?: (?:hundred|thousand|million|billion|dozen))?)"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_PERIOD = (
    r"(?:(?: ?/ ?|[ -]per[ -]| an? | every | each )"
    r"(?:s|sec(?:ond)?|min(?:ute)?|h|hr|hour|day|working day|night|week|wk|month|mo|quarter|year|yr|annum)"
    r"(?![\w])| (?:annually|yearly|monthly|weekly|daily)(?!\w))"
)
_CURRENCY = r"(?:US\$|C\$|A\$|[$€£¥₹₩]|(?:USD|EUR|GBP|CHF|INR|CAD|AUD|SEK|Rs\.?)(?= ?\d))"
_CURRENCY_WORD = (
    r"(?:[€$£¥₹]|(?:USD|EUR|GBP|CHF|INR|CAD|AUD|SEK|NOK|DKK|PLN|SGD|euros?|dollars?|pounds?"
    r"|francs?|rupees?)(?!\w))"
)
_TIME_UNIT = (
    r"(?:milliseconds?|msecs?|ms|microseconds?|µs|us|nanoseconds?|ns|seconds?|secs?|s|minutes?"
    r"|mins?|hours?|hrs?|h|(?:working |business |calendar |person[- ]|man[- ]|gpu[- ]|cpu[- ])?days?"
    r"|person[- ]hours?|man[- ]hours?|weeks?|wks?|months?|quarters?|years?|yrs?|decades?|d)"
)
_WHOLE = rf"(?P<whole>(?:of|out of|among|from|/|in) (?:the |about |over |more than |some |around |~)?{_NM}(?: [a-z-]+)?)"
_BEFORE = r"(?P<before>[-+±~≈<>≤≥]?)"


def _shape(
    kind: str, pattern: str, unit: str | None = None, accepts: Accepts | None = None,
    flags: re.RegexFlag = re.IGNORECASE,
) -> Shape:  # fmt: skip
    return Shape(kind, re.compile(pattern, flags), unit, accepts)


def _word_after(text: str, at: int) -> str:
    match = re.compile(r"[ -]?([^\W\d_][\w'-]{0,30})?").match(text, at)
    return (match[1] or "").lower() if match else ""


def _word_before(text: str, at: int) -> str:
    match = re.search(r"([^\s(]{1,30})\s?$", text[max(0, at - 31) : at])
    return match[1] if match else ""


def _is_year(text: str, match: re.Match[str]) -> bool:
    after = _word_after(text, match.end())
    if _word_before(text, match.start()).lower() in ("in", "since", "during", "until", "till"):
        return True
    counted = any(after in nouns(group) for group in ("input", "audience", "outcome", "activity"))
    return not (counted and after.endswith("s"))


def _splits_whole(text: str, match: re.Match[str]) -> bool:
    return sum(int(part) for part in match["n"].split("/")) == 100


def _is_no_metric(text: str, match: re.Match[str]) -> bool:
    from standout.vocabulary import metrics

    return not metrics.find(match["name"])


def _follows_a_name(text: str, match: re.Match[str]) -> bool:
    """Say whether the word before makes the bare number part of a name ('Elasticsearch 8')."""
    word = match["word"]
    if lookup(word) is not None or is_function_word(word) or len(word) < 2:
        return False
    after = _word_after(text, match.end())
    return not after or is_function_word(after) or not after.endswith("s")


def _is_no_hardware(text: str, match: re.Match[str]) -> bool:
    return _word_after_token(text, match.end()) not in word_set("hardware", "words")


def _word_after_token(text: str, at: int) -> str:
    match = re.compile(r" ?([\w]{1,20})").match(text, at)
    return match[1].lower() if match else ""


def _is_no_frequency(text: str, match: re.Match[str]) -> bool:
    return _word_after(text, match.end()) not in (
        "a",
        "an",
        "per",
        "every",
        "each",
        "daily",
        "weekly",
        "monthly",
        "yearly",
    )


def _is_change_in_words(text: str, match: re.Match[str]) -> bool:
    verb = lookup(match["n"].split()[0])
    return (
        verb is None
        or verb.form != "base"
        or match.start() == 0
        or _word_before(text, match.start()).lower() in ("to", "and", "which", "that")
    )


_ORDINAL_WORD = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"

ORDERED: tuple[Shape, ...] = (
    # numbers that address people and things
    _shape("name", r"(?<![\w+])\+\d{1,3}(?:[ -]?\(?\d{1,4}\)?){2,6}(?!\d)(?! ?%)", accepts=lambda text, match: sum(map(str.isdigit, match[0])) >= 8),
    _shape("name", r"(?<!\d)\(?\d{3}\)?[ .-]\d{3}[.-]\d{4}(?!\d)"),
    _shape("name", r"(?<!\d)(?:24/7|24x7|7/7|365/24|9[- ]to[- ]5|1[- ]on[- ]1|1-to-1|50/50)(?!\d)"),
    _shape("name", r"\b(?:arxiv:? ?)?\d{4}\.\d{4,5}(?:v\d)?\b"),
    # dates
    _shape("date", rf"(?<!\w)(?:{_MONTH})\.?,? (?P<n>(?:\d{{1,2}}(?:st|nd|rd|th)?,? )?'?(?:(?:19|20)\d\d|\d\d))(?![\w%]|[.,]\d)"),
    _shape("date", rf"(?<!\w)(?P<n>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH}(?!\w)(?:,? '?\d{{4}})?"),
    _shape("date", r"(?<![\w.,])(?P<n>(?:19|20)\d\d ?(?:[-/]|to|until) ?(?:(?:19|20)\d\d|\d\d(?!\d)|present|now|today))(?![\w])(?! ?(?:ms|users|teams|customers))"),
    _shape("date", r"(?<![\w.])\d{1,2}[./]\d{1,2}[./](?:(?:19|20)\d\d|\d\d)(?!\w)"),
    _shape("date", r"(?<![\w.])(?:\d{1,2}[./](?:19|20)\d\d|(?:19|20)\d\d[-.]\d\d(?:[-.]\d\d)?)(?!\w)"),
    _shape("date", r"(?<!\w)(?:[QHT][1-4][ /'-]{0,2}(?:FY)?'?(?:(?:19|20)\d\d|\d\d)|Q[1-4]|(?:FY|CY|SS|WS|FS|HS|AY)[ /']?'?(?:(?:19|20)\d\d|\d\d)(?:/\d\d)?)(?!\w)", flags=re.NOFLAG),
    _shape("date", r"(?<!\w)(?:spring|summer|fall|autumn|winter|class|batch)(?: of| semester| term)? (?P<n>'?(?:(?:19|20)\d\d|\d\d))(?!\w)(?! ?%)"),
    _shape("date", r"(?<!\w)(?P<n>'\d\d)(?!\w)"),
    # statistics
    _shape("p-value", rf"(?<!\w)p(?:[- ]?values?)? ?(?:of|below|under|=|<|>|≤|≥|<=) ?(?P<n>{_N}(?:e-?\d+)?)"),
    _shape("p-value", rf"(?<!\w)(?P<n>{_N} ?%)[ -](?:CI|confidence|credible|significance|level)\b"),
    _shape("p-value", rf"(?<!\w)(?:significance level|alpha|α|confidence level|confidence interval)(?: of)? ?=? ?(?P<n>{_N} ?%?)"),
    # standards and courses
    _shape("standard", rf"(?<!\w)(?:{alternatives('standards', 'names')})[ -]?(?:SP |Part )?(?P<n>\d[\w.:-]*(?:/\d+)?)", flags=re.NOFLAG),
    _shape("standard", r"(?<!\w)(?P<n>\d+ CFR(?: Part)? \d+)"),
    _shape("course", rf"(?<!\w)(?:{alternatives('courses', 'departments')})[ -]?(?P<n>\d{{2,4}}[A-Za-z]{{0,2}})(?!\w|[.,]\d| ?%)", flags=re.NOFLAG),
    _shape("course", rf"(?<!\w)(?:{alternatives('courses', 'schools')}) (?P<n>\d{{1,2}}[.-][\dS][\d.]*)(?!\w)", flags=re.NOFLAG),
    _shape("course", r"(?<!\w)(?:course|lecture|class) (?P<n>\d{1,2}[.-]\d{2,4}\w?)(?!\w)"),
    # ranks, before anything else reads their parts
    _shape("rank", rf"(?<!\w)(?P<n>(?:#|no\. ?)?{_N}(?:st|nd|rd|th)(?:[- ](?:place|prize|rank|position|team))? {_WHOLE})", "place"),
    _shape("rank", rf"(?<!\w)(?P<n>(?:#|no\. ?|(?<=rank )|(?<=ranked )|(?<=place )|(?<=placed )|(?<=position )){_N} ?{_WHOLE})", "place"),
    _shape("rank", rf"(?<!\w)(?P<n>{_ORDINAL_WORD}(?:[- ](?:place|prize|rank|position))? (?:out )?{_WHOLE})", "place"),
    _shape("rank", r"(?<!\w)(?P<n>(?:(?:joint |overall )?\d{1,6}(?:st|nd|rd|th)|first|second|third|fourth|fifth)[- ](?:place|prize|rank|position|runner-up))(?!\w)", "place"),
    _shape("rank", r"(?<!\w)(?:ranked|placed|finished|came|rank(?:ing)?|place|position)(?: (?:joint|overall|in|at|as))? (?P<n>(?:#|no\. ?)?\d[\d,]*(?:st|nd|rd|th)?)(?![\w%.]| ?(?:%|percent|days|weeks|months))", "place"),
    _shape("rank", rf"(?<!\w)(?:ranked|placed|finished|came) (?:joint |overall |in )?(?P<n>{_ORDINAL_WORD})(?!\w)", "place"),
    _shape("rank", rf"(?<!\w)(?P<n>top[- ](?:{_N}|one|two|three|five|ten) ?(?:%|percent|per cent)(?: {_WHOLE})?)", "%"),
    _shape("rank", rf"(?<!\w)(?P<n>top[- ](?:{_N}|three|five|ten) {_WHOLE})", "place"),
    _shape("rank", rf"(?<!\w)(?P<n>{_N}(?:st|nd|rd|th)? percentile)(?!\w)", "percentile"),
    _shape("rank", r"(?<!\w)(?P<n>top[- ](?:\d+|three|five|ten))(?= (?:finish|placement|position|place|at|in|on|worldwide|globally|nationally|nationwide)\b)", "place"),
    _shape("name", r"(?<!\w)top[- ](?P<n>\d+)(?!\w| ?%)"),
    # settings
    _shape("setting", rf"(?<!\w)(?P<name>[A-Za-z_][\w-]{{0,30}}) ?= ?(?P<n>-?{_N}(?:e-?\d+)?\w*)", accepts=_is_no_metric),
    _shape("setting", rf"(?<!\w)(?:{alternatives('settings', 'before')})(?: (?:of|at|from|up to|set to|to)|:)? ?(?P<n>{_N}(?:e-?\d+)?(?:k\b| ?%)?)(?:(?:,| and| to| or|-) ?\d[\d.]*)*"),
    _shape("setting", rf"(?<!\w)(?P<n>{_N}k?)[- ](?:{alternatives('settings', 'after')})(?!\w)"),
    _shape("setting", rf"(?<!\w)(?P<n>{_N})[- ]?(?:[kMG]Hz|Hz|dpi|ppi|px|mAh|MP)(?!\w)", flags=re.NOFLAG),
    _shape("setting", r"(?<!\w)(?P<n>\d+)[- ]?fold(?= (?:stratified |nested |grouped |time[- ]series |blocked )*(?:cross|cv\b|validation))"),
    _shape("setting", r"(?<![\w.])(?P<n>\d{1,5} ?[x×] ?\d{1,5}(?: ?[x×] ?\d{1,5})?)(?!\w)"),
    _shape("setting", r"(?<![\w/])(?P<n>\d\d/\d\d(?:/\d\d)?)(?![\w/])", accepts=_splits_whole),
    _shape("setting", r"(?<![\w.])(?P<n>\d{1,4}(?:\.\d{1,6})?e[-+]?\d{1,3})(?!\w)"),
    # versions and names
    _shape("version", r"(?<!\w)v(?:ersion|er\.?)? ?(?P<n>\d+(?:\.\d+)*)(?![\w%])"),
    _shape("version", r"(?<![\w.,$€£])(?P<n>\d{1,4}\.\d{1,4}\.(?:\d{1,6}|x)(?:[.-]?[a-z\d]{1,8})?)(?!\w)(?! ?%)", accepts=lambda text, match: not re.fullmatch(r"\d{1,3}(?:\.\d{3})+", match["n"])),
    _shape("version", rf"(?<![\w-])(?:{alternatives('versions', 'products')})[ -](?P<n>\d+(?:\.\d+|\.x)*\+?(?: ?(?:to|->|→|-|/|and|or|through) ?\d+(?:\.\d+|\.x)*)?)(?![\w%]|,\d| ?(?:%|{_TIME_UNIT}\b|times|x\b|points))", accepts=lambda text, match: _is_version(text, match)),
    _shape("name", rf"(?<!\w)(?:{alternatives('labels', 'words')}) (?:#|no\. ?)?(?P<n>\d{{1,6}})(?![\w%.,]\d?|,\d| ?(?:%|{_TIME_UNIT}\b|times|x\b))", accepts=lambda text, match: not _word_after(text, match.end()).endswith("s") or bool(re.match("(?:s&p|fortune|forbes|ftse|dax|nasdaq)", match[0].lower()))),
    _shape("name", r"(?<!\w)#(?P<n>\d{1,6})(?!\w)"),
    # how long somebody has done something
    _shape("experience", rf"(?<!\w)(?P<n>{_W}[ -]?(?:years?|yrs?|months?))'?(?: of)?(?: (?:hands-on|professional|industry|industrial|work|working|relevant|practical|combined|teaching|research|commercial|leadership|management|software|engineering|programming|development|coding|ML|data|total|overall|proven|solid|deep)){{0,3}}[ -](?:experience|exp)(?!\w)"),
    _shape("experience", rf"(?<!\w)(?<!by )(?P<n>{_W}[ -]?(?:years?|yrs?))'? (?:of (?!(?:\w+ ){{0,3}}(?:data|logs?|history|records?|sales|transactions?|footage|measurements?|readings?|recordings?|prices?|articles?|claims|telemetry|observations|archives?|backlog|images?|orders|waiting|delay)\b)|working|building|programming|coding|developing|writing|leading|using|as an?\b)"),
    _shape("experience", r"(?<!\w)(?P<n>\d{1,2}\+ (?:years?|yrs?))"),
    # sizes of models are part of their names
    _shape("name", rf"(?<!\w)(?P<n>{_N}[BM])(?=[ -](?:parameters?|params?|models?|LLMs?|VLMs?|language|transformers?|decoder|encoder|base|chat|instruct|dense|MoE|checkpoint|multimodal|vision|variant)\b)", flags=re.NOFLAG),
    _shape("name", rf"(?<!\w)(?P<n>{_N}(?: million| billion))(?=[ -]param)"),
    _shape("name", rf"(?<!\w)[A-Za-z][\w.]{{0,15}}[- ]?[\d.]{{0,4}}[ -](?P<n>{_N}B)(?!\w)(?! (?:tokens|users|rows|events|requests|records|images|documents|pairs|impressions|queries))", flags=re.NOFLAG),
    # money
    _shape("money", rf"(?P<n>(?P<unit>{_CURRENCY}) ?{_N}(?:-{_N})?(?:{MAGNITUDE}|[MBTK](?!\w)|tn\b)?\+?(?:{_PERIOD})?)"),
    _shape("money", rf"(?<!\w)(?P<n>{_N}(?:{MAGNITUDE})?\+? ?(?P<unit>{_CURRENCY_WORD})(?:{_PERIOD})?)"),
    # tokens that begin with a letter and hold a digit are names of something
    _shape("name", r"(?<![\w$€£])[^\W\d_][\w.+@#'-]{0,40}", accepts=lambda text, match: any(map(str.isdigit, match[0])) and not re.search(r"[-]\d[\d.,]*(?:%|x|ms|k|M)?$", match[0])),
    _shape("name", r"(?<![\w$€£])[A-Z][A-Za-z]{0,15}(?:-[A-Z][A-Za-z]{0,15}){0,3}-\d{1,4}(?![\w%])", flags=re.NOFLAG),
    _shape("name", r"(?<![\w$€£])[a-z]{1,15}-\d{1,3}(?![\w%.])"),
    _shape("name", r"(?<![\w.,])\d{1,2}(?:D|G|FA)(?!\w)", flags=re.NOFLAG),
    # quantities
    _shape("points", rf"(?P<n>(?<![\w.]){_BEFORE}{_W} ?(?:percentage[- ]points?|percent points|%[- ]points?|pp\b|ppts?\b|p\.p\.|bps\b|basis points))", "points"),
    _shape("points", rf"(?P<n>(?<![\w.]){_BEFORE}{_W}(?: |-)(?:(?:absolute|BLEU|F1|AUC|ROUGE|mAP|AP|NPS|Elo|mIoU|IoU|MMLU|accuracy|COMET|chrF|EM) )?(?:points?|pts?)(?!\w))", "points"),
    _shape("percent", rf"(?P<n>(?<![\w.]){_BEFORE}{_W}(?: ?- ?{_N})? ?(?:%|percent\b|per cent\b|pct\b))", "%"),
    _shape("multiple", rf"(?P<n>(?<![\w.]){_BEFORE}{_N}(?: ?- ?{_N})? ?[x×](?![\w]))", "x", _is_no_hardware),
    _shape("multiple", rf"(?P<n>(?<!\w){_N}[- ]?fold|(?:two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|many)[- ]?fold)(?!\w)", "x"),
    _shape("multiple", rf"(?P<n>(?<![\w.]){_W} times)(?= (?:as |the |{alternatives('adjectives', 'comparatives')}|over\b|what))", "x"),
    _shape("multiple", rf"(?<!\w)by (?:a )?factor (?:of )?(?P<n>{_W})", "x"),
    _shape("multiple", r"(?<!\w)by (?P<n>(?:more than |about |almost |nearly |over |roughly |around )?(?:an? |one |two |three )?(?:half|thirds?|quarters?|fifth|tenth))(?!\w)", "x"),
    _shape("multiple", r"(?<!\w)(?P<n>in half|half (?:the|of the|as) |(?:an|two|three|one) orders? of magnitude)", "x"),
    _shape("multiple", r"(?<!\w)(?P<n>doubl(?:ed|ing|es?)|tripl(?:ed|ing|es?)|quadrupl(?:ed|ing|es?)|halv(?:ed|ing|es?))(?= )", "x", _is_change_in_words),
    _shape("multiple", r"(?<!\w)(?P<n>twice)(?= (?:as|the|what|more))", "x", _is_no_frequency),
    _shape("rate", rf"(?P<n>(?<![\w.]){_BEFORE}{_W} ?(?:req(?:uests?)?|queries|qps|tok(?:ens?)?|rps|[KMGT]i?B|[kMG]bits?)(?:/| per )(?:s|sec|second|min|minute|h|hour|day|week|month|year)\b)"),
    _shape("rate", rf"(?P<n>(?<![\w.]){_BEFORE}{_W} ?(?P<unit>fps|qps|rps|tps|[kmg]bps|[kMG]bit/s|[GTP]?flops|[GTP]flop/s|iops|mph|km/h|m/s)(?!\w))"),
    _shape("rate", rf"(?P<n>(?<![\w.]){_W} (?P<noun>(?!{_TIME_UNIT}\b)[a-z][a-z-]{{1,30}})(?: (?:each|every|per|an?) |/|-per-)(?:s|sec(?:ond)?|min(?:ute)?|h|hour|day|week|month|quarter|year)(?!\w))"),
    _shape("rate", rf"(?P<n>(?<![\w.]){_W} (?:daily|weekly|monthly|yearly|annual) (?P<noun>(?!active)[a-z][a-z-]{{2,30}}))"),
    _shape("data", rf"(?P<n>(?<![\w.]){_BEFORE}{_W}[ -]?(?P<unit>(?:[kmgtp]i?b|bytes|(?:kilo|mega|giga|tera|peta)bytes?))(?:{_PERIOD})?)(?![\w/])"),
    _shape("time", rf"(?P<n>(?<![\w.]){_BEFORE}{_W}(?: ?- ?{_N})?[ -]?(?P<unit>{_TIME_UNIT})(?!\w)(?:{_PERIOD})?)"),
    _shape("time", r"(?<!\w)(?P<n>(?:half an?|an?) (?P<unit>hour|day|week|month|minute|second))(?= (?:to|instead|for each|per)\b)"),
    # a year is only what nothing else explains
    _shape("date", r"(?<![\w.,$€£-])(?:19[5-9]\d|20[0-4]\d)(?![\w%]|[.,]\d)", accepts=_is_year),
    _shape("count", rf"(?<!\w)(?P<n>{_NM}(?: of the)?/{_NM}|{_W} (?P<whole>(?:out )?of (?:the |our |its |all )?{_W}))(?![\w%])(?: (?P<noun>[a-z-]{{3,30}}))?"),
    _shape("name", r"(?<![\w.])(?P<word>[A-Z][\w&.-]{0,30}) (?P<n>\d{1,6}(?:\.\d{1,3})?)(?![\w%+]|[.,]\d)", accepts=_follows_a_name, flags=re.NOFLAG),
    _shape("name", r"(?<![\w.,])\d{1,6}(?:st|nd|rd|th)(?!\w)"),
    _shape("name", r"(?<![\w.,])\d{1,4}-[a-z]{3,20}(?:-[a-z]{2,20})?(?= [a-z])(?!-star)", accepts=lambda text, match: not match[0].endswith(("s", "star"))),
)  # fmt: skip
"""All shapes but counts and bare numbers, by priority."""


def _is_version(text: str, match: re.Match[str]) -> bool:
    """'Spark 3' is a version, 'spark 3 ideas' and 'Rank 3' are not."""
    if "." in match["n"]:
        return True
    after = _word_after(text, match.end())
    return not after.endswith("s") or (match[0][0].isupper() and not _counts(after))


def _counts(word: str) -> bool:
    return any(word in nouns(group) for group in ("input", "audience", "outcome", "activity"))


COUNTED = re.compile(
    rf"(?P<n>(?<![\w.]){_NM}|(?<![\w-]){WORDS}(?: (?:hundred|thousand|million|billion|dozen))?(?![\w])|(?<!\w)(?:a dozen|hundreds|thousands|millions)(?= of))",
    re.IGNORECASE,
)


@cache
def number_words() -> re.Pattern[str]:
    """What must occur in a text without digits for it to hold a number."""
    return re.compile(
        rf"\b(?:{WORDS}|half|thirds?|quarters?|first|second|twice|doubl|tripl|quadrupl|halv"
        r"|hundreds|thousands|millions|dozen|magnitude|fold|twofold|tenfold|top)",
        re.IGNORECASE,
    )

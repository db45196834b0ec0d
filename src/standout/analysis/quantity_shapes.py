"""Shapes of numbers that measure or count, and the order in which all shapes are tried."""

# ruff: noqa: E501 - a pattern reads best as one line

from __future__ import annotations

import re

from standout.analysis import label_shapes
from standout.analysis.numbers import MAGNITUDE, WORDS, value_of
from standout.analysis.shapes import (
    LARGE,
    NM,
    PERIOD,
    SIGN,
    TIME_UNIT,
    WHOLE,
    N,
    Shape,
    W,
    shape,
    token_after,
    word_after,
    word_before,
)
from standout.patterns import regex
from standout.vocabulary import metrics
from standout.vocabulary.numbers import alternatives, word_set
from standout.vocabulary.verbs import lookup

_CURRENCY = r"(?:US\$|C\$|A\$|[$€£¥₹₩]|(?<!\w)(?:USD|EUR|GBP|CHF|INR|CAD|AUD|SEK|Rs\.?)(?= ?\d))"
_CURRENCY_WORD = (
    r"(?:[€$£¥₹]|(?:USD|EUR|GBP|CHF|INR|CAD|AUD|SEK|NOK|DKK|PLN|SGD|euros?|dollars?|pounds?"
    r"|francs?|rupees?)(?!\w))"
)
_DETERMINERS = frozenset(("the", "a", "an", "our", "its", "their", "all"))
_WHICH_HALF = frozenset(("first", "second", "other", "last", "latter", "the", "one"))
_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_ORDINALS = "first_ second_ third_ fourth_ fifth_ sixth_ seventh_ eighth_ ninth_ tenth_"
_TOP = "top-0 top_0 top-one top_one top-two top_two top-three top_three top-five top_five top-ten top_ten"
_PLACE = r"(?:place|prize|rank|position|team|runner-up)"


def _before_digits(words: str) -> str:
    return " ".join(f"{word}0 {word}_0" for word in words.split())


def _behind_digits(words: str) -> str:
    return " ".join(f"0{word}_ _{word}_" for word in words.split())


def _is_no_hardware(text: str, match: re.Match[str]) -> bool:
    return token_after(text, match.end()) not in word_set("hardware", "words")


def _is_no_plural(_: str, match: re.Match[str]) -> bool:
    """'nine s'; not 'manual ones'."""
    return not match["n"].isalpha()


def _is_no_frequency(text: str, match: re.Match[str]) -> bool:
    periods = ("a", "an", "per", "every", "each", "daily", "weekly", "monthly", "yearly")
    return word_after(text, match.end()) not in periods


def _is_a_part(text: str, match: re.Match[str]) -> bool:
    """'9 in 10 cases'; not '3 in 12 months'."""
    after = word_after(text, match.end())
    part, whole = value_of(match["part"]), value_of(match["all"])
    return (part or 0) < (whole or 0) and re.fullmatch(TIME_UNIT, after) is None


def _is_a_rate_of_one(text: str, match: re.Match[str]) -> bool:
    """'one in 4,000 parts'; not 'one in 2021', 'one in 12 months'."""
    after = word_after(text, match.end())
    year = re.fullmatch(r"(?:19|20)\d\d", match["all"]) is not None
    return not year and (value_of(match["all"]) or 0) > 1 and re.fullmatch(TIME_UNIT, after) is None


def _is_a_score(_: str, match: re.Match[str]) -> bool:
    """'892/1000 problems'; not '24/7', '50/50', '1/2'."""
    part, whole = value_of(match["part"]), value_of(match["all"])
    return (part or 0) < (whole or 0) and (whole or 0) >= 10


def _tells_compression(text: str, _: re.Match[str]) -> bool:
    """'Compressed telemetry 12:1'; not 'a 4:1 split'."""
    return "compress" in text.lower()


def _is_a_share(text: str, match: re.Match[str]) -> bool:
    """'Half of all tickets', 'a quarter of the memory'; not 'second half of the year'."""
    if word_before(text, match.start()).lower() in _WHICH_HALF:
        return False
    return re.fullmatch(rf"a|{TIME_UNIT}|semester|term", match["whole"].split()[-1]) is None


def _reports_a_change(text: str, match: re.Match[str]) -> bool:
    """'Doubled sales', 'to double sales'; not 'double descent'."""
    verb = lookup(match["n"])
    if verb is None or verb.form not in ("base", "third") or match.start() == 0:
        return True
    following = word_after(text, match.end())
    if verb.form == "third" and (following in _DETERMINERS or metrics.find(following)):
        return True
    return word_before(text, match.start()).lower() in ("to", "and", "which", "that", "it")


RANKS: tuple[Shape, ...] = (
    # Of a matrix or an adapter, not in a table of teams.
    shape("setting", r"(?:(?<=[(\[])|lora (?:of |with )?|adapters? (?:of |with )?|low[- ])(?:rank|r)[- =](?P<n>\d{1,4})(?![\w%.]| ?(?:of|out|among)\b)", "rank"),
    shape("rank", rf"(?<!\w)(?P<n>(?:#|no\. ?)?{N}(?:st|nd|rd|th)(?:[- ]{_PLACE})? \(?(?:out )?{WHOLE})", "0st 0nd 0rd 0th", "place"),
    shape("rank", rf"(?<!\w)(?P<n>(?:#|no\. ?|(?<=rank )|(?<=ranked )|(?<=place )|(?<=placed )|(?<=position )|(?<=air )){N} ?{WHOLE})", "air_0 #0 no.0 no._0 rank_0 ranked_0 place_0 placed_0 position_0", "place"),
    shape("rank", rf"(?<!\w)(?P<n>{_ORDINAL}(?:[- ]{_PLACE})? \(?(?:out )?{WHOLE})", _ORDINALS, "place"),
    shape("rank", r"(?<!\w)(?P<n>(?:(?:joint |overall )?\d{1,6}(?:st|nd|rd|th)|first|second|third|fourth|fifth)[- ](?:place|prize|rank|ranking|position|runner-up))(?!\w)", "_place _prize _rank _position _runner", "place"),
    shape("rank", r"(?<!\w)(?:ranked|placed|finished|came|rank(?:s|ing)?|places?|finishes|comes|position)(?: (?:joint|overall|in|at|as))? (?P<n>(?:#|no\. ?)?\d(?:[\d,]*\d)?(?:st|nd|rd|th)?)(?![\w%]| ?(?:%|percent|days|weeks|months))", "rank place finish came comes position", "place"),
    shape("rank", rf"(?<!\w)(?:ranked|placed|finished|came) (?:joint |overall |in )?(?P<n>{_ORDINAL})(?!\w)", "ranked placed finished came", "place"),
    shape("rank", rf"(?<!\w)(?P<n>top[- ](?:{N}|one|two|three|five|ten) ?(?:%|percent|per cent)(?:(?: overall| worldwide| globally)? {WHOLE})?)", _TOP, "%"),
    shape("rank", rf"(?<!\w)(?P<n>(?:best|fastest|winner) {WHOLE})", "best_of winner_of best_out fastest_of winner_out best_among winner_among", "place"),
    shape("rank", rf"(?<!\w)(?P<n>(?:top|best|first) of (?:the |a |my |our |her |his )?(?:class|cohort|year|course))(?!\w)(?: {WHOLE})?", "top best first", "place"),
    shape("rank", rf"(?<!\w)(?P<n>top[- ](?:{N}|three|five|ten) {WHOLE})", _TOP, "place"),
    shape("rank", rf"(?<!\w)(?P<n>{N}(?:st|nd|rd|th)? percentile)(?!\w)(?! (?:of )?(?:the )?(?:latenc|response|delay|request))", "percentile", "percentile"),
    shape("rank", r"(?<!\w)(?P<n>top[- ](?:\d+|three|five|ten))(?= (?:finish|placement|position|place|at|in|on|worldwide|globally|nationally|nationwide)\b)", _TOP, "place"),
)  # fmt: skip

MONEY: tuple[Shape, ...] = (
    shape("money", rf"(?P<n>(?P<unit>{_CURRENCY}) ?{N}(?:-{N})?(?:{MAGNITUDE}|[MBTK](?!\w)|tn\b)?\+?(?:{PERIOD})?)", f"$ € £ ¥ ₹ ₩ {_before_digits('usd eur gbp chf inr cad aud sek rs rs.')}"),
    shape("money", rf"(?<!\w)(?P<n>{N}(?:{MAGNITUDE})?\+? ?(?P<unit>{_CURRENCY_WORD})(?:{PERIOD})?)", f"€ $ £ ¥ ₹ {_behind_digits('usd eur gbp chf inr cad aud sek nok dkk pln sgd')} euro dollar pound franc rupee"),
    shape("money", rf"(?<!\w)(?P<n>{N} ?(?:lakhs?|crores?|lacs?)(?!\w)(?:{PERIOD})?)", "lakh crore lac", "INR", lambda text, match: _is_a_sum(text, match)),
)  # fmt: skip

_SUMS = regex(
    r"\b(?:saving|savings|saved|cost|costs|revenue|sales|profit|budget|worth|turnover|funding|grant|fees|loss|losses)\b",
    re.IGNORECASE,
)


def _is_a_sum(text: str, match: re.Match[str]) -> bool:
    """'cost savings of 18 lakhs per annum'; not '1.5 lakh candidates'."""
    after = word_after(text, match.end())
    return not after.endswith("s") and _SUMS.search(text) is not None


CHANGES: tuple[Shape, ...] = (
    shape("points", rf"(?P<n>(?<![\w.]){SIGN}{W} ?(?:percentage[- ]points?|percent points|%[- ]points?|pp\b|ppts?\b|p\.p\.|bps\b|basis points))", "point _pp_ 0pp_ _ppt 0ppt p.p bps", "points"),
    shape("points", rf"(?P<n>(?<![\w.]){SIGN}{W} (?:(?:absolute|BLEU|F1|AUC|ROUGE|mAP|AP|NPS|Elo|mIoU|IoU|MMLU|accuracy|COMET|chrF|EM) )?(?:points?|pts?)(?!\w))", "_point _pt_ _pts_", "points"),
    shape("points", rf"(?P<n>(?<![\w.]){W}-points?)(?= (?:absolute|gain|improvement|increase|lift|drop|reduction|decrease|rise|jump))", "-point", "points"),
    shape("percent", rf"(?P<n>(?<![\w.]){SIGN}{W}(?: ?- ?{N})? ?(?:%|percent\b|per cent\b|pct\b))", "% percent per_cent pct", "%"),
    shape("multiple", rf"(?P<n>(?<![\w.]){SIGN}{N}(?: ?- ?{N})? ?[x×](?!\w))", "0x_ 0_x_ ×", "x", _is_no_hardware),
    shape("multiple", r"(?<![\w.:])(?P<n>\d{1,4}(?:\.\d)?:1)(?![\w:]|[.,]\d)", "0:1 0:0", "x", _tells_compression),
    shape("multiple", r"(?<!\w)to (?P<n>half|(?:less than |under |about |nearly )?(?:an? |one |two |three )(?:thirds?|quarters?|fifths?|tenths?))(?=$|[.,;)]| (?:by|with|using|through|via|without|after|thanks)\b)", "_to_", "x"),
    shape("multiple", rf"(?P<n>(?<!\w)(?:{N}|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|many)[- ]?fold)(?!\w)", "fold", "x"),
    shape("multiple", rf"(?P<n>(?<![\w.]){W} times)(?= (?:as |the |{alternatives('adjectives', 'comparatives')}|over\b|what))", "times", "x"),
    shape("multiple", rf"(?<!\w)(?:by|within) (?:a )?factor (?:of )?(?P<n>{W})", "factor", "x"),
    shape("multiple", r"(?<!\w)by (?P<n>(?:more than |about |almost |nearly |over |roughly |around )?(?:an? |one |two |three )?(?:half|thirds?|quarters?|fifth|tenth))(?!\w)", "half third quarter fifth tenth", "x"),
    shape("multiple", rf"(?<!\w)(?P<n>half|(?:an?|{WORDS})[- ](?:half|thirds?|quarters?|fifths?|tenths?)) (?P<whole>of (?:all |the |our |its |their )?[a-z][\w-]*|(?:the|our|its|their) [a-z][\w-]*)", "half third quarter fifth tenth", "x", _is_a_share),
    shape("multiple", rf"(?<!\w)(?P<n>(?:an?|{WORDS})[- ](?:half|thirds?|quarters?|fifths?|tenths?)) (?={alternatives('adjectives', 'comparatives')})", "half third quarter fifth tenth", "x"),
    shape("multiple", r"(?<!\w)(?P<n>in half|half(?= as )|(?:an|two|three|one) orders? of magnitude)", "half magnitude", "x"),
    shape("multiple", r"(?<!\w)(?P<n>doubl(?:ed|ing|es?)|tripl(?:ed|ing|es?)|quadrupl(?:ed|ing|es?)|halv(?:ed|ing|es?))(?=[ ,;.)]|$)(?! (?:as|up|down)\b)", "doubl tripl quadrupl halv", "x", _reports_a_change),
    shape("multiple", r"(?<!\w)(?P<n>twice)(?= (?:as|the|what|more))", "twice", "x", _is_no_frequency),
)  # fmt: skip

_DATA = f"byte {_behind_digits('b kb mb gb tb pb kib mib gib tib pib')}"
_PERIOD_STARTS = [
    "s_",
    "sec",
    "min",
    "h_",
    "hour",
    "day",
    "night",
    "shift",
    "week",
    "month",
    "quarter",
    "year",
]
_PERIODS = "/s /m /h /d /w /q /y -per- " + " ".join(
    f"_{each}_{period}" for each in ("each", "every", "per", "a", "an") for period in _PERIOD_STARTS
)
_SECOND = r"(?:s|sec|second|min|minute|h|hour|day|week|month|year)\b"
MEASURES: tuple[Shape, ...] = (
    shape("rate", rf"(?P<n>(?<![\w.]){SIGN}{W} ?(?:req(?:uests?)?|queries|qps|tok(?:ens?)?|rps|[KMGT]i?B|[kMG]bits?)(?:/| per ){_SECOND})", "/s /m /h /d /w /y _per_"),
    shape("rate", rf"(?P<n>(?<![\w.]){SIGN}{W} ?(?P<unit>fps|qps|rps|tps|[kmg]bps|[GTP]?flops|[GTP]flop/s|iops|mph|km/h|m/s)(?!\w))", "fps qps rps tps bps flop iops mph km/h m/s"),
    shape("rate", rf"(?P<n>(?<![\w.]){W} (?P<noun>(?!{TIME_UNIT}\b)[a-z][a-z-]{{1,30}})(?: (?:each|every|per|an?) |/|-per-)(?:s|sec(?:ond)?|min(?:ute)?|h|hour|day|night|shift|week|month|quarter|year)(?!\w))", _PERIODS),
    shape("rate", rf"(?P<n>(?<![\w.]){W} (?:daily|weekly|monthly|yearly|annual) (?P<noun>(?!active)[a-z][a-z-]{{2,30}}))", "daily weekly monthly yearly annual"),
    shape("rate", rf"(?<!\w)(?P<n>(?:once|twice|(?:{N}|{WORDS}) times){PERIOD})", "_once_ _twice_ _times_", "times"),
    shape("data", rf"(?P<n>(?<![\w.]){SIGN}{W}[ -]?(?P<unit>(?:[kmgtp]i?b|bytes|(?:kilo|mega|giga|tera|peta)bytes?))(?:{PERIOD})?)(?![\w/])", _DATA),
    shape("time", rf"(?P<n>(?<![\w.]){SIGN}{W}(?: ?- ?{N})?[ -]?(?P<unit>{TIME_UNIT})(?!\w)(?:{PERIOD})?)", accepts=_is_no_plural),
    shape("time", r"(?<!\w)(?:under|below|less than) (?P<n>(?:half )?an? (?P<unit>second|minute|hour|day|week))(?!\w)", "under_a under_half below_a below_half than_a than_half"),
    shape("time", r"(?<!\w)(?P<n>(?:half an?|an?) (?P<unit>hour|day|week|month|minute|second))(?= (?:to|instead|rather|sooner|earlier|faster|less|for each|per|every|each|daily|an? (?:day|week|month|night|shift))\b)", "_hour_ _day_ _week_ _month_ _minute_ _second_"),
)  # fmt: skip

_OF_NUMBER = " ".join(
    f"of{the}_{number}" for the in ("", "_the") for number in ("0", *WORDS[3:-1].split("|"))
)
_IN_NUMBER = " ".join(f"_{number}_in_" for number in WORDS[3:-1].split("|"))
PARTS_OF_A_WHOLE: tuple[Shape, ...] = (
    shape("bare", r"(?<![\w.,/])(?P<n>\d{1,2}\.\d{1,2} ?(?P<whole>(?:/|out of) ?\d{1,3}(?:\.0{1,2})?))(?![\w%/]|[.,]\d)", "0/ 0_/ out_of"),
    shape("count", rf"(?<!\w)(?P<noun>team|group|class|cohort|staff|crew|squad|conference|audience|event|community|fleet) of (?:about |over |up to )?(?P<n>{W})(?![\w%]|[.,]\d)(?! (?!across\b|this\b|plus\b|as\b)(?:[a-z-]{{2,30}} )?[a-z-]{{2,30}}s\b)", "team_of group_of class_of cohort_of staff_of crew_of squad_of conference_of audience_of event_of community_of fleet_of"),
    shape("count", rf"(?<!\w)(?P<n>{W}) (?P<whole>of (?:whom|which)) (?:were|was|have|has|went|got|became|won|now|later|still|are (?:now|still|used)|[a-z]{{2,20}}ed)(?!\w)", "of_whom of_which"),
    shape("count", rf"(?<![\w.,])(?P<n>(?P<part>\d{{1,2}}|{WORDS}) (?P<whole>(?:in|(?:out )?of every) (?P<all>\d{{1,3}}|{WORDS})))(?![\w%]|[.,]\d)(?= [a-z-]{{2,30}}s\b| [a-z-]{{2,30}} [a-z-]{{2,30}}s\b)", f"0_in_0 of_every {_IN_NUMBER}", accepts=_is_a_part),
    shape("count", rf"(?<![\w.,])(?P<n>(?:1|one) (?P<whole>in (?:every )?(?P<all>{NM})))(?![\w%]|[.,]\d)", "1_in_ one_in_", accepts=_is_a_rate_of_one),
    shape("count", rf"(?<!\w)(?P<n>one (?P<whole>(?P<noun>[a-z]{{3,20}}) in (?:every )?(?P<all>{NM}|{WORDS})))(?![\w%]|[.,]\d)", "one_", accepts=_is_a_rate_of_one),
    shape("count", r"(?<![\w.,/])(?P<n>(?P<part>\d{1,6})(?P<whole> ?/ ?(?P<all>\d{1,3}(?:,\d{3})+|\d{2,6})))(?![\w%/]|[.,]\d| ?/)", "0/0 0_/_0", accepts=_is_a_score),
    shape("count", rf"(?<!\w)(?P<n>{W}) (?P<whole>of (?:my|our) (?:[a-z-]{{2,30}} )?[a-z-]{{2,30}}s)(?: (?:were|was|have|has|have been|has been))?(?: later| since| then)? (?:hired|promoted|adopted|accepted|published|selected|awarded|admitted|won|became|got|went|passed|graduated|finished|received|earned)(?!\w)", "of_my_ of_our_"),
    shape("count", rf"(?<!\w)(?P<n>{NM}(?: of the)?/{NM}|{W} (?P<whole>(?:out )?of (?:the |our |its |all |my |their )?{W}))(?![\w%])(?: (?P<noun>[a-z-]{{3,30}}))?", f"0/0 of_our_ of_its_ of_all_ of_my_ of_their_ {_OF_NUMBER}"),
)  # fmt: skip

ORDERED: tuple[Shape, ...] = (
    *label_shapes.ADDRESSES,
    *label_shapes.DATES,
    *label_shapes.STATISTICS,
    *label_shapes.STANDARDS_AND_COURSES,
    *RANKS,
    *label_shapes.SETTINGS,
    *label_shapes.VERSIONS,
    *label_shapes.EXPERIENCE,
    *label_shapes.MODEL_SIZES,
    *MONEY,
    *label_shapes.NAMES,
    *CHANGES,
    *MEASURES,
    *label_shapes.YEARS,
    *PARTS_OF_A_WHOLE,
    *label_shapes.LEFT_OVERS,
)
"""All shapes but plain counts and bare numbers, by priority."""

COUNTED = regex(
    rf"(?P<n>(?<![\w.]){NM}|(?<![\w-]){WORDS}{LARGE}(?!\w)"
    r"|(?<!\w)(?:a dozen|hundreds|thousands|millions)(?= of))",
    re.IGNORECASE,
)
"""What is left: counts and bare numbers."""

NUMBER_WORDS = regex(
    rf"\b(?:{WORDS}|half|thirds?|quarters?|first|second|twice|doubl|tripl|quadrupl|halv"
    r"|hundreds|thousands|millions|dozen|magnitude|fold|twofold|tenfold|top|fifths?|tenths?|an? (?:hour|day|minute))",
    re.IGNORECASE,
)
"""One of them must occur in a text without digits for it to hold a number."""

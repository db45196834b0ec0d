"""British and American spellings stand side by side.

Either is right; both together look like text put together from several hands.
Oxford spelling ('optimize' beside 'behaviour') is British and consistent. Names, titles of
papers and words inside a sentence with a capital are left as they are.

Bad:
    experience:
      - title: ML engineer
        statements:
          - Analysed the behaviour of 40,000 users in the app over a year
          - Changed the color of the warning, so that the drivers see it
                        ^^^^^

Good:
    experience:
      - title: ML engineer
        statements:
          - Analysed the behaviour of 40,000 users and modelled the colour of a lamp

Good:
    experience:
      - title: ML engineer
        statements:
          - Optimized the behaviour of the crawler and organized the colours in a catalogue

Good:
    experience:
      - title: ML engineer at the Center for Labor Studies
        statements:
          - Worked with the Defense Center on the behaviour of 300 sensors in a harbour
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Edit, Fix, Label, Severity
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule
from standout.rules.english import english_prose
from standout.source import Text

_PAIRS = """
behaviour:behavior behaviours:behaviors behavioural:behavioral colour:color colours:colors
coloured:colored favour:favor favourite:favorite harbour:harbor honour:honor honours:honors
labour:labor neighbour:neighbor neighbours:neighbors neighbourhood:neighborhood rumour:rumor
tumour:tumor tumours:tumors vapour:vapor analyse:analyze analysed:analyzed
analysing:analyzing catalyse:catalyze catalysed:catalyzed paralysed:paralyzed
modelling:modeling modelled:modeled labelling:labeling labelled:labeled travelling:traveling
travelled:traveled cancelled:canceled cancelling:canceling signalling:signaling
fuelled:fueled channelled:channeled levelled:leveled tunnelling:tunneling counselling:counseling
centre:center centres:centers centred:centered fibre:fiber fibres:fibers theatre:theater
litre:liter litres:liters metre:meter metres:meters catalogue:catalog catalogues:catalogs
defence:defense offence:offense licence:license grey:gray aluminium:aluminum
programme:program ageing:aging jewellery:jewelry tyres:tires sceptical:skeptical
"""
_ISE_WORDS = """
optimise optimised optimising optimisation optimises organise organised organising organisation
visualise visualised visualising visualisation minimise minimised minimising
maximise maximised maximising standardise standardised standardising standardisation
automatise prioritise prioritised prioritising utilise utilised utilising utilisation
realise realised recognise recognised customise customised customising customisation
generalise generalised generalising generalisation normalise normalised normalisation
parallelise parallelised parallelisation quantise quantised quantisation tokenise tokenised
tokenisation containerise containerised containerisation modernise modernised modernising
personalise personalised personalisation summarise summarised summarisation specialise
specialised specialising serialise serialised serialisation initialise initialised
synchronise synchronised characterise characterised categorise categorised digitise digitised
localise localised localisation monetise monetised regularise regularised regularisation
randomise randomised vectorise vectorised finalise finalised centralise centralised
"""
# 'license', 'program', 'practice' and 'catalog' are British too in one of their senses.
_BOTH = frozenset({"license", "program", "catalog", "meter", "meters", "analyses", "aging"})
# Americans write these too.
_ALSO_AMERICAN = frozenset({
    "catalogue", "catalogues", "grey", "theatre", "theatres", "cancelled", "cancelling", "ageing",
    "levelled", "channelled", "litre", "litres", "metre", "metres",
})  # fmt: skip
_WORD = regex(r"(?<![\w\"'“‘.-])[a-z]{4,20}(?![\w\"'”’-]|\.\w)")


def _american(word: str) -> str:
    at = max(word.rfind(each) for each in ("ise", "isi", "isa"))
    return f"{word[:at]}iz{word[at + 2 :]}"


_ISE = {word: _american(word) for word in _ISE_WORDS.split()}
_TO_AMERICAN = {
    british: american
    for british, american in (each.split(":") for each in _PAIRS.split())
    if british not in _ALSO_AMERICAN
} | _ISE
_TO_BRITISH = {us: word for word, us in _TO_AMERICAN.items() if us not in _BOTH}
_OXFORD = frozenset(_ISE.values())


@rule(
    "LNG003",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="practice",
    why="mixed spelling looks like text put together from several hands",
)
def mixed_variants(context: Context) -> Iterator[Finding]:
    """Flag the first word of the rarer spelling, beside one of the other."""
    found = list(_variants(context))
    british = [each for each in found if each[1] in _TO_AMERICAN]
    american = [each for each in found if each[1] in _TO_BRITISH and each[1] not in _OXFORD]
    if not american and any(word in _ISE for _, word, _ in british):
        american = [each for each in found if each[1] in _OXFORD]
    if not british or not american:
        return
    fewer, more = sorted((american, british), key=len)
    (text, word, start), (other, example, at) = fewer[0], more[0]
    span = text.span(start, start + len(word))
    instead = (_TO_BRITISH | _TO_AMERICAN)[word]
    written = text.value[start : start + len(word)]
    instead = instead.capitalize() if written[0].isupper() else instead
    fix = Fix(Applicability.CONFIRM, f"write '{instead}'", (Edit(span, instead),))
    label = Label(other.span(at, at + len(example)), "spelt the other way")
    kind = "British" if word in _TO_AMERICAN else "American"
    message = f"'{word}' is {kind}, '{example}' is not"
    yield Finding(span, message, fix, (label,))


def _variants(context: Context) -> Iterator[tuple[Text, str, int]]:
    code = {
        statement.text.span(mark.start, mark.end)
        for statement in context.resume.statements()
        for mark in statement.emphasis
        if mark.style == "code"
    }
    for text in english_prose(context.resume):
        # The first word has a capital without being a name.
        for match in _WORD.finditer(text.value[:1].lower() + text.value[1:]):
            if text.span(*match.span()) in code:
                continue
            if match[0] in _TO_AMERICAN or match[0] in _TO_BRITISH:
                yield text, match[0], match.start()

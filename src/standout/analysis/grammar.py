"""A closed list of grammar slips that hardly ever are anything else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.patterns import regex
from standout.values import frozen
from standout.vocabulary import verbs

_DOUBLED = regex(
    r"(?<![\w'’-])(the|a|an|and|of|in|to|for|with|on|is|are|by|at|from|as|or|this|was|were|be|into"
    r"|their|our|using|[a-z]{5,20})\s+\1(?![\w'’-])"
)
_MAY_DOUBLE = frozenset({"never", "really", "always", "again", "knock", "night", "cough"})
_A = regex(r"(?<![\w.’'/-])(a|A)\s+(?=([A-Za-z][\w-]*))")
_AN = regex(r"(?<![\w.’'/-])(an|An)\s+(?=([A-Za-z][\w-]*))")
_VOWEL_SOUND = regex(
    r"(?:[ai](?!\b)[a-z]{2}|e(?![uw])[a-z]{2}|o(?!ne\b|nce\b|ne-|ui)[a-z]{2}"
    r"|un(?!i)[a-z]{2}|up[a-z]|ul[a-z]|ut(?![ie])[a-z])"
)
_CONSONANT_SOUND = regex(
    r"(?!d(?:er|ie|as|en|em)\b)(?:[bcdfgjklmnpqrstvwyz][a-z]{0,2}[aeiouy][a-z]+|h(?!ou?r|one|ono|eir|erb|isto|otel|abit|ourly)"
    r"[a-z]{3}|user|useful|unique|unified|university|uniform|united|[Ee]uropean|one-)"
)


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_AN_BEFORE = _words(
    "ML MLP LSTM RNN NLP LLM API SVM RL HTTP HTML FPGA F1 AI IoT AWS SDK SLA MVP XML MLOps AUC "
    "RMSE MRI fMRI EEG ECG FDA NGO HR RFID "
    "LLMs R&D MSc MBA SMS HPC AST ETA EU-wide ICML ICLR NLP-based ML-based LLM-based"
)
_A_BEFORE = _words(
    "CNN GPU CPU TPU GAN GNN BERT PhD PyTorch Python TensorFlow Kubernetes Docker Java Kafka "
    "CI/CD BI VAE DNN CV KPI PDF CRM TF PCA"
)
_NO_NOUN = _words("and or is in as at on of are if am up us out off a an")
_LETTER_BEFORE = regex(
    r"\b(?:series|type|plan|option|vitamin|class|grade|group|part|section|hepatitis|level|table"
    r"|figure|appendix|variant|version|from)\s$",
    re.IGNORECASE,
)
_PHRASES: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (regex(pattern, re.IGNORECASE), replacement, said)
    for pattern, replacement, said in (
        (r"\b(could|should|would|might) of\b(?! course)", r"\1 have", "'of' stands for 'have'"),
        ((r"\b(less|better|rather|higher|lower|faster|larger|greater|smaller|fewer|worse) then\b"
         r"(?= (?:\d|the|a|an|any|all|our|their|its|previous|human|baseline|expected|manual))"),
         r"\1 than", "a comparison takes 'than'"),
        (r"\b(we|they|you|users|models|results) was\b", r"\1 were", "subject and verb disagree"),
        (r"\b(he|she|model|system|team|project) were\b(?! to\b)", r"\1 was",
         "subject and verb disagree"),
        (r"\b(responsible) of\b", r"\1 for", "one is responsible 'for'"),
        (r"\b(capable) to\b", r"\1 of", "one is capable 'of'"),
        (r"\b(participated) to\b(?= (?:the|a|an)\b)", r"\1 in", "one participates 'in'"),
        (r"\b(interested) on\b", r"\1 in", "one is interested 'in'"),
        (r"\b(depending) of\b", r"\1 on", "something depends 'on'"),
        (r"\b(consist(?:s|ed|ing)?) on\b", r"\1 of", "something consists 'of'"),
        (r"\bsince (?=(?:\d+|two|three|four|five|six|ten|several|many) years\b(?! ago))", "for ",
         "a stretch of time takes 'for'"),
        (r"\b(information|equipment|software|hardware|knowledge|advice|feedback)s\b(?!['’-])",
         r"\1", "the word has no plural"),
        (r"\b(ha(?:s|ve|d)) (?:went)\b", r"\1 gone", "'went' is no participle"),
    )
)  # fmt: skip
_PASSIVE = regex(r"\b(?:was|were|been|being) ([a-z]{4,14})(?= (?:by|in|for|to|with|on|using)\b)")


@frozen
class Slip:
    """A slip at `[start, end)`; `replacement` is what should stand there."""

    start: int
    end: int
    message: str
    replacement: str


def slips(text: str) -> Iterator[Slip]:
    """The slips of an English text, by kind."""
    yield from _doubled_words(text)
    yield from _articles(text)
    yield from _bare_passives(text)
    for pattern, replacement, said in _PHRASES:
        for match in pattern.finditer(text):
            yield Slip(*match.span(), said, match.expand(replacement))


def _doubled_words(text: str) -> Iterator[Slip]:
    for match in _DOUBLED.finditer(text):
        if match[1] not in _MAY_DOUBLE:
            yield Slip(*match.span(), f"'{match[1]}' stands twice", match[1])


def _articles(text: str) -> Iterator[Slip]:
    for match in _A.finditer(text):
        follower = match[2]
        if _LETTER_BEFORE.search(text[max(0, match.start() - 20) : match.start()]):
            continue
        if match[1] == "A" and not _opens(text, match.start()):
            continue
        if follower in _AN_BEFORE or (follower not in _NO_NOUN and _VOWEL_SOUND.match(follower)):
            yield Slip(match.start(1), match.end(1), f"'an' before '{follower}'", match[1] + "n")
    for match in _AN.finditer(text):
        follower = match[2]
        if follower in _A_BEFORE or _CONSONANT_SOUND.match(follower):
            yield Slip(match.start(1), match.end(1), f"'a' before '{follower}'", match[1][0])


def _bare_passives(text: str) -> Iterator[Slip]:
    for match in _PASSIVE.finditer(text):
        verb = verbs.lookup(match[1])
        if verb is not None and verb.form == "base" and verb.base == match[1]:
            participle = _participle(match[1])
            if participle is not None and match[1] not in _ADJECTIVES:
                yield Slip(match.start(1), match.end(1), "a participle is missing", participle)


_ADJECTIVES = frozenset({"clean", "open", "complete", "present", "secure", "live", "free", "lead"})
_IRREGULAR = {"build": "built", "write": "written", "choose": "chosen", "make": "made",
              "teach": "taught", "give": "given", "take": "taken", "find": "found",
              "send": "sent", "draw": "drawn"}  # fmt: skip


def _participle(base: str) -> str | None:
    for form in (_IRREGULAR.get(base), base + "d", base + "ed"):
        if form is not None and (found := verbs.lookup(form)) and found.base == base:
            return form
    return None


def _opens(text: str, start: int) -> bool:
    before = text[max(0, start - 8) : start].rstrip()
    return not before or before[-1] in ".!?:"

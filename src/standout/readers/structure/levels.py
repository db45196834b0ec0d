"""How well somebody says they know something: 'Expert', 'B2', 'Muttersprache', '4/5'."""

from __future__ import annotations

import re

from standout.patterns import regex

LEVEL = (
    r"(?:native(?: speaker)?|mother ?tongue|bilingual(?: proficiency)?|fluent|proficient|advanced|"
    r"upper[- ]intermediate|intermediate|pre-intermediate|elementary|basic(?:s)?|beginner|"
    r"conversational|limited working(?: proficiency)?|professional working(?: proficiency)?|"
    r"full professional(?: proficiency)?|professional(?: proficiency)?|working (?:proficiency|"
    r"knowledge)|"
    r"native or bilingual(?: proficiency)?|business fluent|expert|master|novice|competent|familiar|"
    r"[abc][12](?:\+)?(?:\s?[-–/]\s?[abc][12])?|muttersprache|muttersprachler(?:in)?|fließend|"
    r"verhandlungssicher|gut|grundkenntnisse|sehr gut|langue maternelle|courant|bilingue|"
    r"niveau (?:scolaire|courant|avancé|intermédiaire|débutant|bilingue)|lu, écrit(?:,| et) parlé|"
    r"intermédiaire|débutant|notions|nativo|nativa|fluido|avanzado|intermedio|básico|madrelingua|"
    r"fluente|avançado|intermediário|moedertaal|vloeiend|goed|toefl.{0,12}|ielts.{0,12}|母语|流利|精通)"
)
"""One level, as part of a larger expression that ignores case."""
NEEDS = (
    "native mother bilingu fluent proficien advanced intermedia elementary basic beginner "
    "conversational limited working professional expert master novice competent familiar "
    "a1 a2 b1 b2 c1 c2 muttersprach fließend verhandlungssicher gut grundkenntnisse "
    "langue courant niveau lu,_ intermédiaire débutant notions nativ fluido avan "
    "intermedio básico madrelingua intermediário moedertaal vloeiend goed toefl ielts 母语 "
    "流利 精通"
)
"""What every level holds a piece of."""
ONLY = regex(
    rf"\(?{LEVEL}(?:\s*[,/(-]\s*{LEVEL}\)?){{0,2}}\)?\.?",
    re.IGNORECASE,
    needs=NEEDS,
)
RATING = regex(r"[●○★☆◉◯■□▪▫•·]{3,}|\d{1,3}\s?%|\d(?:\.\d)?\s?/\s?\d{1,2}")
"""A level as a picture or a number."""


def is_level(value: str) -> bool:
    """Say whether words are a level and nothing else."""
    bare = value.strip()
    return ONLY.fullmatch(bare) is not None or RATING.fullmatch(bare) is not None

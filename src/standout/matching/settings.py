"""What weighs how much: every number of a score that is not counted from a text."""

from __future__ import annotations

from standout.values import frozen


@frozen
class MatchSettings:
    """The weights of a match, as `[match]` in `standout.toml` gives them: whole numbers.

    The first group weighs demands against each other, the second says how strong the proof of a
    line is, from 0 to 100.
    """

    required: int = 100
    """Weight of a demand that the posting insists on."""
    preferred: int = 40
    """Weight of a demand that it only wishes for."""
    role: int = 20
    """Share of the whole, in per cent, of how near your roles are to the posting's title."""
    level: int = 10
    """The same of how near your level is to the posting's."""
    work: int = 30
    """The least that the work has which the posting tells of; few demands leave more to it."""
    task: int = 100
    """Per cent of a word's weight that a skill has there, asked for or only named."""
    word: int = 20
    """Per cent of a demand's weight that a word has where only words can answer it."""
    years: int = 100
    """Per cent of its weight that a demand for years of experience has."""
    degree: int = 80
    """Per cent of its weight that a demand for a degree has."""
    waivable: int = 40
    """The same where experience is accepted in place of the degree."""
    publications: int = 90
    """The same of a demand for publications."""
    language: int = 70
    """The same of a demand for a human language."""
    soft: int = 15
    """The same of soft skills and office software, which a resume hardly proves."""
    least: int = 2
    """Demands below which a posting states too little to be scored."""
    duty: int = 60
    """Strength of a statement that tells a duty."""
    deed: int = 70
    """Strength of a statement that tells what was done."""
    detailed: int = 80
    """Strength of a statement that also tells how, or on which scale."""
    result: int = 92
    """Strength of a statement with a result."""
    measured: int = 100
    """Strength of a statement with a result in numbers and what they compare to."""
    named: int = 65
    """Strength of a title, a keyword or a description of an entry."""
    listed: int = 45
    """Strength of a mention in the list of skills."""
    mentioned: int = 25
    """Strength of a mention in a summary or other loose lines."""
    evidence: int = 5
    """What evidence or a link behind a line adds."""
    half: int = 30
    """Strength of all lines together that half shows a skill or word of the work: more always
    shows more, and each line less than the one before."""
    implied: int = 85
    """Per cent of its strength that a narrower skill gives to the broader one."""
    recent: int = 24
    """Months since the end of an entry within which its lines count in full."""
    fading: int = 5
    """Per cent that they lose with each further year."""
    floor: int = 60
    """Per cent that always remain."""
    projects: int = 90
    """Per cent of their strength that statements of projects, open source and competitions have."""
    publication: int = 90
    """The same of publications."""
    studies: int = 75
    """The same of education, teaching, talks, posts, awards, certificates and volunteer work."""
    studying: int = 60
    """Strength of a degree that is still studied for."""

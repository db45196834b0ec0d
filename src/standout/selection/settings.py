"""What is worth how much on a page, and what a page keeps: every number of a choice."""

from __future__ import annotations

from standout.values import frozen


@frozen
class TailorSettings:
    """The worths and limits of a page for a posting, as `[tailor]` in `standout.toml` gives them.

    Whole numbers. The demands of a posting share 10,000 between them; the worths of what stands
    on the page by itself are on the same scale.
    """

    first: int = 100
    """Per cent of its weight that the best proof of a demand earns, as far as it is strong."""
    second: int = 30
    """The same of the second best proof on the page."""
    third: int = 10
    """The same of the third best."""
    covered: int = 600
    """What a required demand earns besides as soon as anything on the page proves it."""
    named: int = 150
    """What a demand that is preferred earns besides as soon as anything on the page proves it."""
    synonym: int = 95
    """Per cent of its strength that a proof has which names a skill in other words than theirs."""
    nearest: int = 60
    """Worth of a line that is nearest to a demand which only a person can judge."""
    duty: int = 20
    """Worth of a statement that tells a duty."""
    deed: int = 80
    """Worth of a statement that tells what was done."""
    detailed: int = 130
    """Worth of a statement that also tells how, or on which scale."""
    result: int = 200
    """Worth of a statement with a result."""
    measured: int = 280
    """Worth of a statement with a result in numbers and what they compare to."""
    figures: int = 30
    """What a result in time, money, per cent or a known metric adds."""
    evidence: int = 40
    """What evidence or a link behind a statement adds."""
    prefer: int = 300
    """What the mark `prefer` adds."""
    experience: int = 150
    """Worth of a job on the page, besides its statements."""
    project: int = 80
    """The same of a project, of open source and of a competition."""
    publication: int = 90
    """The same of a publication."""
    education: int = 250
    """The same of a degree."""
    summary: int = 120
    """Worth of a paragraph of the summary."""
    language: int = 120
    """Worth of the languages you speak."""
    other: int = 40
    """Worth of any other entry or line."""
    skill: int = 30
    """Worth of each of the first four skills of a group; the others are worth a third of it."""
    pages: int = 1
    """Pages that are filled."""
    fewest: int = 1
    """Statements below a job that is kept, at least."""
    most: int = 6
    """Statements below an entry, at most."""
    role_fewest: int = 2
    """Statements below the most relevant job, at least."""
    role_most: int = 4
    """The same at most."""
    education_most: int = 1
    """Statements below a degree, at most."""
    projects_lead: int = 130
    """Per cent of what the jobs prove that projects must prove to stand before them."""
    gap: int = 6
    """Months between two kept jobs that need no other kept job to explain them."""
    fill: int = 92
    """Per cent of the page that must be filled where there is material for it."""
    bold: int = 3
    """Words or results that are set bold in a statement, at most."""
    bold_share: int = 8
    """Per cent of all words of the statements that are set bold, at most."""

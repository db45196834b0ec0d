r"""Only 'here' or 'link' is visible of a link.

Out of its sentence such a link says nothing: a screen reader lists four times 'here', a printed
copy leads nowhere, and text extraction drops the address.

What to do: let the words say what is behind them ('code', 'paper', 'demo video'), or show the
short address itself.

Bad (markdown):
    # Jane Roe

    ## Projects

    ### Chess engine

    - Wrote 2,000 lines of Rust in two months, [here](https://github.com/janeroe/chess)
                                                ^^^^

Good (markdown):
    # Jane Roe

    ## Projects

    ### Chess engine

    - Wrote 2,000 lines of Rust in two months, [code](https://github.com/janeroe/chess)
    - Linked 40 million records; click here buttons tested with 300 users

Good (markdown):
    # Jane Roe

    ## Publications

    - Caching for retrieval. [paper](https://arxiv.org/abs/2301.1), [slides](https://roe.example/s)

Good (markdown):
    # Jane Roe

    [LinkedIn](https://linkedin.com/in/janeroe) | [github.com/janeroe](https://github.com/janeroe)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.diagnostic import Applicability, Audience, Basis, Fix, Severity
from standout.patterns import regex
from standout.rules.addresses import all_links, is_web
from standout.rules.base import Context, Finding, rule
from standout.source import Span

_EMPTY = regex(
    r"\W*(?:here|(?:click|see|read) (?:here|this|more)|(?:this |the )?(?:link|url|page)"
    r"|more|this|hier|ici|aquí|lien|enlace)\W*",
    re.IGNORECASE,
)
_SAY = Fix(Applicability.FILL_IN, "say what is behind the link, or show its address")


@rule(
    "LNK003",
    severity=Severity.WARNING,
    basis=Basis.MEASURED,
    source="WCAG 2.2, 2.4.4 Link Purpose",
    why="read aloud, printed or extracted, the word leads nowhere",
    audience=Audience.SCANNER,
)
def link_text_hides_address(context: Context) -> Iterator[Finding]:
    """Find links whose whole visible text is an empty word."""
    seen: set[Span] = set()
    for link in all_links(context.resume):
        if link.text and is_web(link) and _EMPTY.fullmatch(link.text.value):
            span = link.text.span()
            if span not in seen:
                seen.add(span)
                yield Finding(span, "the word says nothing about what is behind the link", _SAY)

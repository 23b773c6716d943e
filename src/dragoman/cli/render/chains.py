"""Source chains and mentions, for those who ask for them by name.

In a whole readout a chain stands with what it answers for, and mentions are counted with actors.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from dragoman.cli.render.context import marked, plain
from dragoman.cli.render.layout import Gap, Heading, Line, Part, grid, joined
from dragoman.cli.render.pieces import actors_by_id, chain, short_id
from dragoman.records import Readout, SourceChain, Span

_INDENT = 4


def chains(readout: Readout, wanted: str | None, *, underline: bool) -> Iterator[Part]:
    """Yield each chain with the roles of its links, and the words it answers for."""
    yield Heading("⇢", "Source chains", len(readout.chains))
    for number, one in enumerate(readout.chains, 1):
        path = chain(one, roles=True) if one.links else Text("the page does not say", "quiet")
        scope = f"for the {one.scope}"
        yield Line(joined([path, scope, short_id(one.id, wanted)]), _INDENT, f"{number:>2}")
        yield Line(_words(readout, one, underline=underline), _INDENT)
        yield Gap()


def _words(readout: Readout, one: SourceChain, *, underline: bool) -> Text:
    """Return the evidence of the article's chain, and what another one covers."""
    spans: tuple[Span, ...] = one.evidence if one.scope == "article" else one.covers or one.evidence
    return marked(readout.article, spans) if underline else Text(plain(readout.article, spans))


def mentions(readout: Readout, wanted: str | None) -> Iterator[Part]:
    """Yield each mention and the actor it stands for, in the order of the text."""
    actors = actors_by_id(readout)
    yield Heading("@", "Mentions", len(readout.mentions))
    yield grid(
        (
            Text(mention.text, "wanted" if mention.id == wanted else "name"),
            Text(mention.kind, "code"),
            Text(actors[mention.actor_id].name if mention.actor_id in actors else ""),
        )
        for mention in sorted(readout.mentions, key=lambda m: m.span)
    )
    yield Gap()

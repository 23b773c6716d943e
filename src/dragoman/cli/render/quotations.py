"""The layer of reported speech in a readout, and of refusals to speak."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from dragoman.cli.render import quoted
from dragoman.cli.render.layout import Gap, Heading, Line, Part, joined
from dragoman.cli.render.pieces import chain, short_id
from dragoman.records import Quotation, Readout

_INDENT = 4


def quotations(readout: Readout, wanted: str | None, *, underline: bool) -> Iterator[Part]:
    """Yield each quotation: who, how, on whose word, and the words."""
    yield Heading("❝", "Quotations", len(readout.quotations))
    numbers = {q.id: number for number, q in enumerate(readout.quotations, 1)}
    for number, quotation in enumerate(readout.quotations, 1):
        yield Line(_who(quotation, wanted), _INDENT, f"{number:>2}")
        yield Line(quoted.words(readout, quotation, underline=underline), _INDENT)
        if (notes := _notes(readout, quotation, numbers)).plain:
            yield Line(notes, _INDENT)
        yield Gap()


def nonstatements(readout: Readout, wanted: str | None, *, underline: bool) -> Iterator[Part]:
    """Yield each refusal to speak."""
    yield Heading("∅", "Refusals to speak", len(readout.nonstatements))
    for number, refusal in enumerate(readout.nonstatements, 1):
        head = joined([quoted.who(refusal.speakers), short_id(refusal.id, wanted)])
        yield Line(head, _INDENT, f"{number:>2}")
        yield Line(quoted.refusal_words(readout, refusal, underline=underline), _INDENT)
        yield Gap()


def _who(quotation: Quotation, wanted: str | None) -> Text:
    return joined(
        [
            quoted.who(quotation.speakers),
            quotation.kind,
            quoted.cue(quotation),
            quoted.standing(quotation),
            quoted.said_when(quotation),
            short_id(quotation.id, wanted),
        ]
    )


def _notes(readout: Readout, quotation: Quotation, numbers: dict[str, int]) -> Text:
    hands = _hands(readout, quotation)
    notes = [
        Text("via ", "quiet") + hands if hands.plain else "",
        *quoted.circumstances(readout.article, quotation),
        quoted.inside(quotation, numbers),
        *quoted.warnings(quotation),
    ]
    return joined((n, "quiet") if isinstance(n, str) else n for n in notes)


def _hands(readout: Readout, quotation: Quotation) -> Text:
    """Return the chain without the speaker, where it is not the article's own."""
    own = readout.chain_for(quotation.content[0])
    if own is None or own.scope == "article":
        return Text()
    links = tuple(link for link in own.links if link.role != "speaker" or link.speaks_for)
    whole = next((c.links for c in readout.chains if c.scope == "article"), ())
    if [link.name for link in links] == [link.name for link in whole]:
        return Text()
    return chain(own.model_copy(update={"links": links}))

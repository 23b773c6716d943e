"""The layer of reported speech, and of refusals to speak."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from dragoman.cli.render.context import marked
from dragoman.cli.render.layout import Gap, Heading, Line, Part, joined
from dragoman.cli.render.pieces import chain, short_id, speaker, when_words
from dragoman.records import Nonstatement, Quotation, Readout

_INDENT = 4

# Above this a reader need not be told.
UNSURE = 0.75


def quotations(readout: Readout, wanted: str | None, *, underline: bool) -> Iterator[Part]:
    """Yield each quotation: who, how, on whose word, and the words."""
    yield Heading("❝", "Quotations", len(readout.quotations))
    for number, quotation in enumerate(readout.quotations, 1):
        yield Line(_who(quotation, wanted), _INDENT, f"{number:>2}")
        yield Line(_words(readout, quotation, underline=underline), _INDENT)
        if (notes := _notes(readout, quotation)).plain:
            yield Line(notes, _INDENT)
        yield Gap()


def nonstatements(readout: Readout, wanted: str | None, *, underline: bool) -> Iterator[Part]:
    """Yield each refusal to speak."""
    yield Heading("∅", "Refusals to speak", len(readout.nonstatements))
    for number, refusal in enumerate(readout.nonstatements, 1):
        who = joined(map(speaker, refusal.speakers), ", ") or Text("speaker unknown", "name")
        yield Line(joined([who, short_id(refusal.id, wanted)]), _INDENT, f"{number:>2}")
        yield Line(_refusal(readout, refusal, underline=underline), _INDENT)
        yield Gap()


def _refusal(readout: Readout, refusal: Nonstatement, *, underline: bool) -> Text:
    return marked(readout.article, [refusal.cue]) if underline else Text(refusal.text)


def _who(quotation: Quotation, wanted: str | None) -> Text:
    who = joined(map(speaker, quotation.speakers), ", ") or Text("speaker unknown", "name")
    place = "" if quotation.standing == "body" else f"in the {quotation.standing}"
    if quotation.standing == "background":
        place = "background"
    return joined(
        [
            who,
            quotation.kind,
            f"“{quotation.cue_text}”" if quotation.cue_text else "",
            place,
            when_words(quotation.said_at) if quotation.said_at else "",
            short_id(quotation.id, wanted),
        ]
    )


def _words(readout: Readout, quotation: Quotation, *, underline: bool) -> Text:
    if not underline:
        return Text(f'"{quotation.text}"' if quotation.kind == "direct" else quotation.text)
    cues = [quotation.cue] if quotation.cue else []
    return marked(readout.article, quotation.content, cues)


def _notes(readout: Readout, quotation: Quotation) -> Text:
    notes: list[Text | str | tuple[str, str]] = []
    if quotation.misquotation:
        notes.append(("! not quoted so in the article (misquotation)", "bad"))
    if (hands := _hands(readout, quotation)).plain:
        notes.append(Text("via ", "quiet") + hands)
    if quotation.venue:
        notes.append(readout.article.words(quotation.venue))
    if quotation.addressee:
        notes.append(f"to {readout.article.words(quotation.addressee)}")
    if quotation.elisions:
        notes.append("words left out")
    if quotation.insertions:
        notes.append("words put in by the editor")
    if quotation.translation == "translation":
        language = quotation.original_language
        notes.append(f"translated from {language}" if language else "likely a translation")
    elif quotation.translation == "unknown" and quotation.kind != "indirect":
        notes.append("perhaps a translation")
    if quotation.confidence < UNSURE:
        notes.append(f"unsure ({quotation.confidence:.0%})")
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

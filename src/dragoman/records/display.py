"""What a notebook shows of a readout, an event and a quotation: the words they rest on, marked."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.records.event import Event, Party
from dragoman.records.quotation import Quotation, Speaker
from dragoman.records.readout import Readout
from dragoman.text.markup import escaped, excerpt, marked, table
from dragoman.text.spans import Span

MOST = 20
"""Records of a kind that are shown."""

_EVENT = ("type", "who", "whom", "status", "date", "place")
_QUOTATION = ("who", "kind")


def readout_html(readout: Readout) -> str:
    """Return the page's head, then its quotations and events with their words."""
    article = readout.article
    published = str(article.published) if article.published else None
    about = (article.outlet, published, article.url)
    parts = [
        (
            f'<p dir="auto"><strong>{escaped(article.headline or "(no headline)")}</strong><br>'
            f"{escaped(' · '.join(filter(None, about)))}</p>"
        )
    ]
    if readout.quotations:
        rows = (
            (*_quotation(q), excerpt(article.text, q.content)) for q in readout.quotations[:MOST]
        )
        parts.append(
            table(_caption("Quotations", readout.quotations), (*_QUOTATION, "words"), rows)
        )
    if readout.events:
        events = ((*_event(e), excerpt(article.text, e.evidence)) for e in readout.events[:MOST])
        parts.append(table(_caption("Events", readout.events), (*_EVENT, "words"), events))
    return "".join(parts)


def event_html(event: Event) -> str:
    """Return an event; its words are in its article, the one that tells it is here."""
    return table(f"Event {event.id}", (*_EVENT, "word", "why"), [_with_word(event)])


def quotation_html(quotation: Quotation) -> str:
    """Return a quotation with its words."""
    row = (*_quotation(quotation), escaped(quotation.text), escaped(quotation.cue_text or ""))
    return table(f"Quotation {quotation.id}", (*_QUOTATION, "words", "cue"), [row])


def _with_word(event: Event) -> tuple[str, ...]:
    word = marked(event.trigger_text, [Span(0, len(event.trigger_text))])
    return (*_event(event), word, escaped(event.why))


def _event(event: Event) -> tuple[str, ...]:
    act = " ".join((event.type, *event.modes))
    status = f"{event.status}, background" if event.background else event.status
    cells = (act, _names(event.actors), _names(event.recipients), status, event.date, event.place)
    return tuple(escaped(cell or "") for cell in cells)


def _quotation(quotation: Quotation) -> tuple[str, ...]:
    return escaped(_names(quotation.speakers) or "unknown"), escaped(quotation.kind)


def _names(parties: Iterable[Party | Speaker]) -> str:
    return "; ".join(party.name or party.text for party in parties)


def _caption(what: str, records: tuple[object, ...]) -> str:
    shown = f", the first {MOST} shown" if len(records) > MOST else ""
    return f"{what}: {len(records)}{shown}"

"""The layer of events: who did what to whom, whether it happened, and in which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.text import Text

from dragoman.cli.render.context import marked, plain
from dragoman.cli.render.layout import Gap, Heading, Line, Part, joined
from dragoman.cli.render.pieces import actors_by_id, parties, short_id, when_words
from dragoman.cli.render.symbols import ARROW, BOTH_WAYS, STATUS
from dragoman.codebooks.cameo import cameo_codes
from dragoman.records import Actor, Count, Event, Readout

_INDENT = 4
_COUNTED = {"dead": "dead", "injured": "injured", "detained": "detained", "size": "people"}
_BOUNDS = {"exact": "", "at_least": "at least ", "at_most": "at most ", "about": "about "}


def events(
    readout: Readout, wanted: str | None, *, underline: bool, cameo: bool = False
) -> Iterator[Part]:
    """Yield the news first, then the background, which is dimmed.

    With ``cameo`` an act is named by its CAMEO code and Goldstein score, the PLOVER type after it.
    """
    news = [e for e in readout.events if not e.background]
    old = [e for e in readout.events if e.background]
    if news or not old:
        yield Heading("▶", "Events", len(news))
        yield from _listed(readout, news, 1, _Style(wanted, underline, cameo))
    if old:
        yield Heading("◁", "Events in the background", len(old))
        for part in _listed(readout, old, len(news) + 1, _Style(wanted, underline, cameo)):
            yield _dimmed(part)


def article_line(readout: Readout) -> Iterator[Part]:
    """Yield the contexts of the whole article, if it has any."""
    if contexts := readout.contexts():
        yield Line(Text("Contexts: ", "quiet") + Text(", ".join(contexts)))
        yield Gap()


class _Style(NamedTuple):
    wanted: str | None
    underline: bool
    cameo: bool


def _listed(readout: Readout, found: Iterable[Event], first: int, style: _Style) -> Iterator[Part]:
    actors = actors_by_id(readout)
    for number, event in enumerate(found, first):
        yield Line(_act(event, actors, style), _INDENT, f"{number:>2}")
        if (notes := _notes(event)).plain:
            yield Line(notes, _INDENT)
        yield Line(_words(readout, event, underline=style.underline), _INDENT)
        yield Gap()


def _act(event: Event, actors: dict[str, Actor], style: _Style) -> Text:
    status = STATUS[event.status]
    who = parties(event.actors, actors) or Text("someone", "quiet")
    whom = parties(event.recipients, actors)
    arrow = BOTH_WAYS if event.reciprocal else ARROW
    return joined(
        [
            Text(f"{status.symbol} {status.word}", status.style),
            joined([who, whom], arrow),
            _cameo(event) if style.cameo else _plover(event),
            short_id(event.id, style.wanted),
        ]
    )


def _plover(event: Event) -> Text:
    modes = f" ({', '.join(event.modes)})" if event.modes else ""
    return Text(f"{event.type}{modes}") + Text(f" {event.cameo or ''}".rstrip(), "code")


def _cameo(event: Event) -> Text:
    code = cameo_codes().get(event.cameo or "")
    if code is None:
        return Text("no CAMEO code") + Text(f" {event.type}", "code")
    return Text(f"{code.code} ({code.goldstein:+g})") + Text(f" {event.type}", "code")


def _notes(event: Event) -> Text:
    return joined(
        [
            when_words(event.date) if event.date else "",
            f"in {event.place}" if event.place else "",
            *map(_count, event.counts),
            (f"claimed by {event.claimed_by}", "open") if event.claimed_by else "",
        ]
    )


def _count(count: Count) -> str:
    return f"{_BOUNDS.get(count.bound, '')}{count.value:,} {_COUNTED[count.kind]}"


def _words(readout: Readout, event: Event, *, underline: bool) -> Text:
    if underline:
        return marked(readout.article, event.evidence)
    return Text(f'{plain(readout.article, event.evidence)} ["{event.trigger_text}"]')


def _dimmed(part: Part) -> Part:
    if not isinstance(part, Line):
        return part
    text = part.text.copy()
    text.stylize("dim")
    return part._replace(text=text)

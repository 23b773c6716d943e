"""What `dragoman explain` prints: the event, then what decided each part of it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from dragoman.cli.render.context import marked, plain
from dragoman.cli.render.layout import Gap, Heading, Line, Part, grid, joined
from dragoman.cli.render.pieces import actors_by_id, party, short_id, when_words
from dragoman.cli.render.symbols import STATUS
from dragoman.codebooks.plover_lexicon import Frame
from dragoman.extraction.explain import Alternative, Explanation
from dragoman.records import Article, Event, Party, Readout

_INDENT = 2
# Conditions list up to some sixty words; the first tell what they are about.
_MOST_WORDS = 8


def explained(readout: Readout, found: Explanation, *, underline: bool) -> Iterator[Part]:
    """Yield the event's words, its parts with the words of each, and the frames passed over."""
    event, article = found.event, readout.article
    yield Line(joined([(f"{event.type} {', '.join(event.modes)}".strip(), "name"), _code(event)]))
    words = marked(article, event.evidence) if underline else Text(plain(article, event.evidence))
    yield Line(words, _INDENT)
    yield Gap()
    yield Heading("?", "What decided")
    yield grid(_decided(readout, found))
    yield Gap()
    if found.alternatives:
        yield Heading("≠", "Frames of the same word that were passed over", len(found.alternatives))
        yield grid(map(_passed_over, found.alternatives))
        yield Gap()


def _code(event: Event) -> Text:
    return joined([event.cameo or "", f"score {event.score:g}", short_id(event.id, None)])


def _decided(readout: Readout, found: Explanation) -> Iterator[tuple[Text, ...]]:
    event, article = found.event, readout.article
    under = f" under “{found.governor}”" if found.governor else ""
    yield _row("type", f"{event.type}: frame {shortened(found.frame)}{under}", event.trigger_text)
    yield _row("roles", _roles(found.frame), "")
    actors = actors_by_id(readout)
    for side, parties in (("actor", event.actors), ("recipient", event.recipients)):
        for one in parties:
            yield _row(side, party(one, actors).plain, _words(one))
    status = STATUS[event.status]
    yield _row("status", f"{event.status} ({status.word})", _cue(event))
    if event.claimed_by:
        yield _row("claimed by", event.claimed_by, "")
    if event.date_span is not None:
        when = when_words(event.date) if event.date else "not resolved"
        yield _row("date", when, article.words(event.date_span))
    if event.place:
        yield _row("place", event.place, _place(readout, event))
    for count in event.counts:
        yield _row(
            count.kind, f"{count.bound.replace('_', ' ')} {count.value}", _at(article, count.span)
        )
    strict = event.strict or "not coded"
    yield _row("strict", f"{strict} under PLOVER's own conventions", "")
    yield _row("confidence", f"{event.confidence:g}", "")
    yield _row("told", f"{1 + len(event.mentions)} times", "background" if event.background else "")


def _row(what: str, value: str, words: str) -> tuple[Text, ...]:
    return (Text(what, "quiet"), Text(value), Text(f"“{words}”" if words else "", "words"))


def _words(one: Party) -> str:
    return one.text if one.text != one.name else ""


def _at(article: Article, span: tuple[int, int]) -> str:
    return article.text[span[0] : span[1]]


def _place(readout: Readout, event: Event) -> str:
    return next((p.text for p in readout.places if p.id == event.place_id), "")


def _cue(event: Event) -> str:
    """Return the word that gave the status, as `why` names it."""
    _, _, cue = event.why.partition("status from ")
    return cue.partition(";")[0].strip("'\"")


def _roles(frame: Frame) -> str:
    sides = ["/".join(slots) or "nobody" for slots in (frame.actors, frame.recipients)]
    return (" with " if frame.mutual else " → ").join(sides) + (
        "  (S subject, O object, D dative, X complement, or a preposition)"
    )


def _passed_over(one: Alternative) -> tuple[Text, ...]:
    kind = f"{one.frame.type} {one.frame.mode or ''}".strip()
    unmet = " ".join(map(_short, one.unmet))
    reason = f"does not hold: {unmet}" if unmet else "holds, but is less specific"
    return (Text(kind), Text(shortened(one.frame), "code"), Text(reason, "quiet"))


def shortened(frame: Frame) -> str:
    """Return a frame with the long lists of its conditions cut."""
    needs = " ".join(_short(str(need)) for need in frame.needs)
    return f"{frame.lemma}.{frame.pos}" + (f" [{needs}]" if needs else "")


def _short(need: str) -> str:
    words = need.split(",")
    return need if len(words) <= _MOST_WORDS else f"{','.join(words[:_MOST_WORDS])},…"

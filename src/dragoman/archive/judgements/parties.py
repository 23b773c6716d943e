"""Names that people write for parties and speakers, tied to words of the article.

No record without words: a name must be that of an actor of the article or stand in its text. Only
the words that already stood there as the speaker ("he") may get a name that the text does not print.
"""

from __future__ import annotations

from typing import NamedTuple

from dragoman.archive.judgements.values import names, wrong
from dragoman.records import Actor, Party, Readout, Speaker
from dragoman.text.folding import key
from dragoman.text.spans import Span


class _Found(NamedTuple):
    span: Span
    name: str
    actor: Actor | None


def parties(
    field: str, value: str, readout: Readout, near: Span, old: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Return the parties that a list of names stands for; those that were there stay as they are."""
    known = {key(p.name or p.text): p for p in old}
    return tuple(
        known.get(key(name)) or _party(field, name, readout, near) for name in names(value)
    )


def speakers(
    field: str, value: str, readout: Readout, near: Span, old: tuple[Speaker, ...]
) -> tuple[Speaker, ...]:
    """Return the speakers that a list of names stands for; words printed at the cue stay."""
    return tuple(
        _speaker(field, name, readout, near, old[i] if i < len(old) else None)
        for i, name in enumerate(names(value))
    )


def _party(field: str, name: str, readout: Readout, near: Span) -> Party:
    found = _found(name, readout, near)
    if found is None:
        raise _unknown(field, name, readout)
    return Party(
        text=found.span.of(readout.article.text),
        span=found.span,
        name=found.name,
        actor_id=found.actor.id if found.actor else None,
    )


def _speaker(field: str, name: str, readout: Readout, near: Span, old: Speaker | None) -> Speaker:
    found = _found(name, readout, near)
    printed = old is not None and old.span is not None
    if found is None and not printed:
        raise _unknown(field, name, readout)
    actor = found.actor if found else None
    is_body = actor is not None and actor.kind not in ("person", "people", "collective")
    update = {
        "name": found.name if found else name,
        "actor_id": actor.id if actor else None,
        "kind": "body" if is_body else "person",
        "confidence": 1.0,
    }
    if printed and old is not None:
        return old.model_copy(update=update)
    assert found is not None
    return Speaker.model_validate(
        {"text": found.span.of(readout.article.text), "span": found.span, **update}
    )


def _found(name: str, readout: Readout, near: Span) -> _Found | None:
    """Return the actor of that name, or where the text prints it, nearest to the record."""
    wanted = key(name)
    for actor in readout.actors:
        if name == actor.id or (wanted and key(actor.name) == wanted):
            spans = [m.span for m in readout.mentions if m.actor_id == actor.id]
            return _Found(_nearest(spans or [actor.evidence[0]], near), actor.name, actor)
    text, spans, at = readout.article.text, [], 0
    while (at := text.find(name, at)) >= 0:
        spans.append(Span(at, at + len(name)))
        at += len(name)
    return _Found(_nearest(spans, near), name, None) if spans else None


def _nearest(spans: list[Span], near: Span) -> Span:
    return min(spans, key=lambda s: (max(s.start - near.end, near.start - s.end, 0), s.start))


def _unknown(field: str, name: str, readout: Readout) -> Exception:
    acting = [a.name for a in readout.actors if a.kind != "place_only"]
    some = "; ".join(acting[:12]) or "none"
    return wrong(
        field,
        name,
        "neither an actor of this article nor printed in it",
        f"Write words of the article, or one of its actors, parted by semicolons: {some}.",
    )

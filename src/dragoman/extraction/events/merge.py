"""Several tellings of one event in an article become one record with mentions."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.extraction.events.build import Draft
from dragoman.extraction.events.frames import same_party
from dragoman.records import Event, Party

# These statuses speak of the same happening; "denied" beside "actual" is another record.
_COMPATIBLE = (
    frozenset({"actual", "alleged", "historical"}),
    frozenset({"planned", "hypothetical", "threatened"}),
)


def merged(drafts: Iterable[Draft]) -> tuple[Event, ...]:
    """Return the events, each told once, in the order of the text."""
    kept: list[Event] = []
    for draft in drafts:
        at = next((i for i, old in enumerate(kept) if _same(old, draft)), None)
        if at is None:
            kept.append(draft.event)
        else:
            kept[at] = _joined(kept[at], draft.event)
    return tuple(kept)


def _same(old: Event, draft: Draft) -> bool:
    new = draft.event
    if old.type != new.type or not _compatible(old, new):
        return False
    if (
        old.date
        and new.date
        and not (old.date.startswith(new.date) or new.date.startswith(old.date))
    ):
        return False
    actors = _share(old.actors, new.actors)
    recipients = _share(old.recipients, new.recipients)
    if old.reciprocal or new.reciprocal:
        both = (*old.actors, *old.recipients), (*new.actors, *new.recipients)
        return _share(*both) is True and min(map(len, both)) == _common(*both)
    if actors is False or recipients is False:
        return False
    return (
        actors is True and recipients is True or (draft.definite and True in (actors, recipients))
    )


def _compatible(old: Event, new: Event) -> bool:
    return old.status == new.status or any(
        {old.status, new.status} <= group for group in _COMPATIBLE
    )


def _common(one: tuple[Party, ...], other: tuple[Party, ...]) -> int:
    return sum(any(same_party(a, b) for b in other) for a in one)


def _share(one: tuple[Party, ...], other: tuple[Party, ...]) -> bool | None:
    """Whether the two lists share a party; None where one of them is empty."""
    if not one or not other:
        return True if not one and not other else None
    return _common(one, other) > 0


def _joined(old: Event, new: Event) -> Event:
    mentions = tuple(dict.fromkeys((*old.mentions, new.trigger, *new.mentions)))
    return old.model_copy(
        update={
            "mentions": tuple(m for m in mentions if m != old.trigger),
            "evidence": tuple(dict.fromkeys((*old.evidence, *new.evidence))),
            "actors": old.actors or new.actors,
            "recipients": old.recipients or new.recipients,
            "date": old.date or new.date,
            "date_span": old.date_span or new.date_span,
            "counts": old.counts or new.counts,
            "contexts": tuple(sorted({*old.contexts, *new.contexts})),
        }
    )

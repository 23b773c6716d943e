"""Several tellings of one event in an article become one record with mentions."""

from __future__ import annotations

import math
from collections.abc import Iterable

from dragoman.extraction.events.build import Draft
from dragoman.extraction.events.scene import Scene
from dragoman.extraction.events.when import months_before
from dragoman.records import Event, Party, Place

_LATELY = 1  # months
_NEAR, _DEGREE = 50.0, 111.2  # km: how far two names of one place may lie apart; a degree
_PINNED = frozenset({"city", "point"})
# These statuses may speak of the same happening; "denied" beside "actual" is another record.
_COMPATIBLE = (
    frozenset({"actual", "alleged", "historical"}),
    frozenset({"planned", "hypothetical", "threatened"}),
)


def merged(drafts: Iterable[Draft], scene: Scene) -> tuple[Event, ...]:
    """Return the events, each told once, in the order of the text."""
    kept: list[Event] = []
    by_type: dict[str, list[int]] = {}
    for draft in drafts:
        same_type = by_type.setdefault(draft.event.type, [])
        at = next((i for i in same_type if _same(kept[i], draft, scene)), None)
        if at is not None:
            kept[at] = _joined(kept[at], draft.event)
        elif draft.event.actors or draft.event.recipients:
            same_type.append(len(kept))
            kept.append(draft.event)
    return tuple(kept)


def _same(old: Event, draft: Draft, scene: Scene) -> bool:
    new = draft.event
    fits = _compatible(old, new) and _same_time(old, new, scene) and _same_place(old, new, scene)
    if not fits or ("phone" in old.modes) != ("phone" in new.modes):  # a call is no meeting
        return False
    if not new.actors and not new.recipients:
        return True
    if old.reciprocal or new.reciprocal:
        ours, theirs = (*old.actors, *old.recipients), (*new.actors, *new.recipients)
        fewer = min(len(ours), len(theirs))
        return 0 < fewer == _common(ours, theirs, scene) and (fewer > 1 or draft.definite)
    actors = _share(old.actors, new.actors, scene)
    recipients = _share(old.recipients, new.recipients, scene)
    if actors is False or recipients is False:
        return False
    if recipients is True and (actors is None or actors):
        return True  # a telling may leave out who did it
    return draft.definite and actors is True


def _compatible(old: Event, new: Event) -> bool:
    pair = {old.status, new.status}
    return len(pair) == 1 or any(pair <= group for group in _COMPATIBLE)


def _same_time(old: Event, new: Event, scene: Scene) -> bool:
    """Whether two dates fit; what is told without a date is of the days before the article."""
    if old.date is not None and new.date is not None:
        return old.date.startswith(new.date) or new.date.startswith(old.date)
    age = months_before(old.date or new.date, scene.parsed.article.published)
    return age is None or age <= _LATELY


def _same_place(old: Event, new: Event, scene: Scene) -> bool:
    """Whether two places may be one: the same, near each other, or a place and its country."""
    places = {place.id: place for place in scene.places}
    one, other = places.get(old.place_id or ""), places.get(new.place_id or "")
    if one is None or other is None or one.name == other.name:
        return True
    if one.country and other.country and one.country != other.country:
        return False
    if not {one.precision, other.precision} <= _PINNED or None in (one.latitude, other.latitude):
        return True
    return _km_apart(one, other) <= _NEAR


def _km_apart(one: Place, other: Place) -> float:
    """Return the distance of two places with points, in kilometres, on a flat patch of the globe."""
    north = (one.latitude or 0.0) - (other.latitude or 0.0)
    east = (one.longitude or 0.0) - (other.longitude or 0.0)
    return _DEGREE * math.hypot(north, east * math.cos(math.radians(one.latitude or 0.0)))


def _common(one: tuple[Party, ...], other: tuple[Party, ...], scene: Scene) -> int:
    return sum(any(scene.same(a, b) for b in other) for a in one)


def _share(one: tuple[Party, ...], other: tuple[Party, ...], scene: Scene) -> bool | None:
    """Whether the two lists share a party; None where one of them is empty."""
    if not one or not other:
        return True if not one and not other else None
    return _common(one, other, scene) > 0


def _joined(old: Event, new: Event) -> Event:
    actors, recipients = old.actors or new.actors, old.recipients or new.recipients
    if old.reciprocal:
        recipients = old.recipients  # both sides act already
    mentions = tuple(dict.fromkeys((*old.mentions, new.trigger, *new.mentions)))
    return old.model_copy(
        update={
            "mentions": tuple(m for m in mentions if m != old.trigger),
            "evidence": tuple(dict.fromkeys((*old.evidence, *new.evidence))),
            "actors": actors,
            "strict": old.strict or new.strict,
            "recipients": recipients,
            "date": old.date or new.date,
            "date_span": old.date_span or new.date_span,
            "place": old.place or new.place,
            "place_id": old.place_id or new.place_id,
            "counts": old.counts or new.counts,
            "contexts": tuple(sorted({*old.contexts, *new.contexts})),
        }
    )

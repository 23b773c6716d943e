"""Whose wish is turned down: "the board asked the judge to wait, but he declined"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extraction.events.build import Draft
from dragoman.extraction.events.slots import same_party
from dragoman.records import Event, Party

_WISHES = frozenset({"REQUEST", "AGREE"})  # what is asked for, and what is offered


def turned_down(told: Sequence[Draft]) -> list[Draft]:
    """Return the drafts of a sentence; a refusal of nobody is of who asked or offered before it."""
    return [
        draft._replace(event=draft.event.model_copy(update={"recipients": asked}))
        if (asked := _who_asked(draft.event, [other.event for other in told[:at]]))
        else draft
        for at, draft in enumerate(told)
    ]


def _who_asked(refusal: Event, before: Sequence[Event]) -> tuple[Party, ...]:
    if refusal.type != "REJECT" or refusal.recipients or not refusal.actors:
        return ()
    for wish in reversed(before):
        own = any(same_party(a, b) for a in wish.actors for b in refusal.actors)
        if wish.type in _WISHES and wish.actors and not own:
            return wish.actors
    return ()

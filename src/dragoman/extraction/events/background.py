"""Whether an event is told as background, not as news: of an earlier time, or in passing, late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.extraction.events.past import opens_span
from dragoman.extraction.events.when import months_before
from dragoman.extraction.passages import ParsedArticle, Passage
from dragoman.records import Instant, TimeRef
from dragoman.records.vocabulary import EventStatus

if TYPE_CHECKING:
    from spacy.tokens import Token

# What happened in the month before last, or earlier, is no news of the day.
_OLD_MONTHS = 2
# From here on an article tells what led to its news, in its clauses' past perfect.
_TAIL = 0.5
_IN_PASSING = frozenset({"relcl", "acl", "advcl", "pcomp"})


def is_background(
    trigger: Token,
    status: EventStatus,
    time: TimeRef | None,
    passage: Passage,
    parsed: ParsedArticle,
) -> bool:
    """Whether an event is told as background.

    Args:
        trigger: The word that tells the event.
        status: The event's status; what is historical is background.
        time: When the event took place, if the text says so.
        passage: Where the trigger stands; a "Background:" label speaks for all of it.
        parsed: The whole article.
    """
    if passage.background or status == "historical":
        return True
    if status not in ("actual", "alleged"):
        return False
    if _is_earlier(time, parsed.article.published, opens_span(trigger, time, passage)):
        return True
    late = passage.of(trigger).start > _TAIL * len(parsed.article.text)
    several = len(parsed.passages) > 1
    return several and late and trigger.dep_ in _IN_PASSING and _is_past_perfect(trigger)


def _is_earlier(time: TimeRef | None, published: Instant | None, opens: bool) -> bool:
    """Whether a date lies two months back, or names an earlier year and no month of it.

    What goes on since then (`opens`) is news still, unless it began in an earlier year.
    """
    if time is None or time.value is None or published is None:
        return False
    age = months_before(time.value, published)
    year = time.value
    earlier = year[:4].isdigit() and year[:4] < published.value[:4]
    if opens:
        return earlier
    return (earlier and len(year) == 4) or (age is not None and age >= _OLD_MONTHS)


def _is_past_perfect(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children)

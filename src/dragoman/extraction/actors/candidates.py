"""Where parties may stand in a passage: names, and noun phrases headed by a known noun."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebooks.actor_words import actor_words
from dragoman.extraction.actors.lexicon import Segment, Sort
from dragoman.extraction.actors.mistaken import longer_name, not_of_person
from dragoman.extraction.actors.scan import Scan
from dragoman.extraction.actors.words import POSSESSIVE

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?")
_NAMES: tuple[Sort, ...] = ("country", "capital", "body", "metonym", "person", "people")


class Candidate(NamedTuple):
    """Words ``[start, end)`` that may name a party; `name` where they hold a person's name."""

    start: int
    end: int
    name: tuple[int, int] | None = None


def candidates(seen: Scan, known: Collection[str]) -> list[Candidate]:
    """Return what may name a party, in the order of the text, a phrase before what it holds.

    Args:
        seen: A passage's words and readings.
        known: Names (as joined keys) of the persons that the article names in full.
    """
    persons = list(_persons(seen, known))
    found: list[Candidate] = []
    taken: set[int] = set()
    for start, end in _chunks(seen):
        inside = [p for p in persons if start <= p[0] and p[1] <= end]
        last = inside[-1] if inside and _ends_with(seen, inside[-1], end) else None
        found.append(Candidate(start, end, last))
        found += _nested(seen, start, end, [p for p in inside if p != last])
        taken.update(range(start, end))
    for person in persons:
        if taken.isdisjoint(range(*person)):
            found.append(Candidate(*person, person))
            taken.update(range(*person))
    for entity in seen.doc.ents:
        where = seen.range_of(entity.start, entity.end) if entity.label_ == "ORG" else None
        if where and taken.isdisjoint(range(*where)):
            found.append(Candidate(*where))
            taken.update(range(*where))
    for segment in seen.found:
        if (
            segment.entries
            and segment.has(*_NAMES)
            and taken.isdisjoint(range(segment.start, segment.end))
        ):
            found.append(Candidate(segment.start, segment.end))
    return sorted(found, key=lambda c: (c.start, -c.end))


def _persons(seen: Scan, known: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield words that are a person's name: seen by the recogniser, or named before."""
    if seen.recognised is None:
        seen.recognised = list(_recognised(seen))
    yield from seen.recognised
    named = {word for name in seen.recognised for word in range(*name)}
    for segment in seen.found:
        if not segment.entries and not (known and seen.words[segment.start].capital):
            continue  # most words: nothing is known of them, and they are no names
        if not named.isdisjoint(range(segment.start, segment.end)):
            continue
        if segment.has("person") or (
            known and seen.is_name(segment) and _joined(seen, segment.start, segment.end) in known
        ):
            yield segment.start, segment.end


def _recognised(seen: Scan) -> Iterator[tuple[int, int]]:
    if seen.shout:
        return  # in lines printed in capitals the recogniser takes credits for persons
    for entity in seen.doc.ents:
        where = seen.range_of(entity.start, entity.end) if entity.label_ == "PERSON" else None
        name = _name_within(seen, *where) if where is not None else None
        if name is not None and not not_of_person(seen, *name):
            yield name


def _name_within(seen: Scan, start: int, end: int) -> tuple[int, int] | None:
    """Return the name in what the recogniser took for one, without titles and possessives."""
    while end > start and seen.words[end - 1].key == POSSESSIVE:
        end -= 1
    for segment in seen.covering(start, end):
        if not segment.entries:
            continue
        if segment.has("person"):
            start, end = min(start, segment.start), max(end, segment.end)
        elif segment.start <= start and segment.end >= end and _known_better(segment):
            return None
        elif segment.start == start and segment.has("office", "role", "adjective"):
            start = segment.end
    return (start, end) if start < end and seen.words[start].capital else None


def _known_better(segment: Segment) -> bool:
    """Whether the codebooks know more than a recogniser: "Boko Haram", "Hongkongers", "Jordan"."""
    return segment.has("country") or not segment.has("short")


def _joined(seen: Scan, start: int, end: int) -> str:
    return " ".join(w.key for w in seen.words[start:end] if w.text[:1].isalnum())


def _chunks(seen: Scan) -> list[tuple[int, int]]:
    """Return base noun phrases, drawn out over names that they cut and over complements."""
    if seen.phrases:
        return seen.phrases
    found = seen.phrases
    for first, stop, root in seen.chunks():
        start, end = seen.whole(_past_clock(seen, first, stop), stop)
        start, end = _over_name(seen, start, end)
        end = max(end, _complement_end(seen, root, end))
        if found and start < found[-1][1]:  # "US Secretary" and "State John Kerry" are one
            start, end = found[-1][0], max(end, found.pop()[1])
        found.append((start, end))
    return found


def _over_name(seen: Scan, start: int, end: int) -> tuple[int, int]:
    """Draw a phrase out over a person's name that it cuts: "Ken Ofori-Atta"."""
    for first, last in seen.recognised or ():
        if first < end < last or first < start < last:
            start, end = min(start, first), max(end, last)
    return start, end


def _past_clock(seen: Scan, start: int, end: int) -> int:
    """Step over the time that a live page prints before a line: "11:20 Commission"."""
    while start < end - 1 and _CLOCK.fullmatch(seen.words[start].text):
        start += 1
    return start


def _complement_end(seen: Scan, root: int, end: int) -> int:
    """Return where the "of …", "in …" complements of a role, office or body end."""
    at = seen.word_at.get(root)
    head = seen.segment_at(at) if at is not None else None
    if head is None or not head.has("office", "role", "body"):
        return end
    group = head.has("role") and (head.plural or not head.has("office"))
    marks = _GROUP_MARKS if group else _OFFICE_MARKS
    token: Token | None = seen.doc[root]
    while token is not None:
        token, end = _next_complement(seen, token, end, marks)
    return end


def _next_complement(
    seen: Scan, noun: Token, end: int, marks: frozenset[str]
) -> tuple[Token | None, int]:
    """Return the noun of the complement that begins at ``end``, and where its phrase ends."""
    for preposition in noun.rights:
        if preposition.dep_ != "prep" or preposition.lower_ not in marks:
            continue
        if seen.word_at.get(preposition.i) != end:
            return None, end
        for child in preposition.rights:
            stop = seen.chunk_end(child.i)
            if child.dep_ == "pobj" and stop is not None and stop > end:
                return child, _over_states(seen, child, seen.whole(end, stop)[1])
    return None, end


def _over_states(seen: Scan, noun: Token, end: int) -> int:
    """Draw a complement out over states beside it: "of France, Germany and Italy"."""
    for other in noun.conjuncts:
        stop = seen.chunk_end(other.i)
        at = seen.word_at.get(other.i)
        if stop is None or at is None or stop <= end or stop > end + _CLOSE:
            break
        if not seen.segment_at(at).has("country", "capital", "adjective"):
            break
        end = stop
    return end


_OFFICE_MARKS = frozenset({"of", "for"})
_GROUP_MARKS = frozenset({"of", "for", "in", "from", "at", "with", "near", "across"})
_CLOSE = 5  # words between two names in one list


def _ends_with(seen: Scan, person: tuple[int, int], end: int) -> bool:
    """Whether a phrase ends in a name that stands beside its title ("mayor of X" does not)."""
    before = seen.words[person[0] - 1].key if person[0] else ""
    if before.isalpha() and before in actor_words().breaks:
        return False  # "mayor of X", "a super PAC backing X"
    return all(seen.words[i].key == POSSESSIVE for i in range(person[1], end))


def _nested(
    seen: Scan, start: int, end: int, persons: list[tuple[int, int]]
) -> Iterator[Candidate]:
    """Yield names inside a phrase that are parties of their own: persons, possessors, members."""
    for person in persons:
        if not longer_name(seen, person[1]):
            yield Candidate(*person, person)
    for segment in seen.covering(start, end):
        if (
            not segment.entries
            or segment.end > end
            or not segment.has(*_NAMES)
            or (segment.end - segment.start == end - start)
        ):
            continue
        if any(p[0] <= segment.start < p[1] for p in persons):
            continue
        after = seen.words[segment.end].key if segment.end < end else ""
        before = seen.words[segment.start - 1].key if segment.start > start else ""
        if after != POSSESSIVE and seen.doc[seen.words[segment.end - 1].token].pos_ == "ADJ":
            continue  # "Arab and Jewish mobs"
        ends = not after or after in {POSSESSIVE, "and", ",", "of", "in"}
        if ends and (before in _BEFORE_PARTY or after in {POSSESSIVE, "and", ","}):
            yield Candidate(segment.start, segment.end)


_BEFORE_PARTY = {"of", "and", "in", "from", "with", "the", ",", "against", "for"}

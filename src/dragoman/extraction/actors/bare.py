"""A phrase without an article: what the codebooks alone say of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.codebooks.place_words import place_words
from dragoman.extraction.actors.anatomy import dissect
from dragoman.extraction.actors.bodies import of_town, unacting
from dragoman.extraction.actors.description import Description, Setting
from dragoman.extraction.actors.lexicon import Organisation, RoleNoun, Segment, Sort, segments
from dragoman.extraction.actors.phrases import describe_segments
from dragoman.extraction.actors.places_in import states_in, with_places
from dragoman.extraction.actors.words import Word, printed, words_in
from dragoman.records.vocabulary import Sector

# A phrase longer than this names no party; it keeps hostile input cheap.
_LONGEST = 60
# What a name is before it can be that of a small town.
_OWN: tuple[Sort, ...] = (
    "country", "adjective", "people", "ethnic", "capital", "body", "metonym", "person", "office",
    "role",
)  # fmt: skip


def describe_phrase(text: str, day: str | None = None) -> Description | None:
    """Describe the party that a phrase names on a day, or None if the codebooks know none.

    Args:
        text: A name or noun phrase: "Medvedev", "foreign ministers of the Baltic states".
        day: ISO date at which offices and memberships are asked; None: whoever comes first.
    """
    words = words_in(text)[:_LONGEST]
    if not words:
        return None
    letters = [w.text for w in words if w.text[:1].isalpha()]
    shout = len(letters) > 2 and all(t.isupper() for t in letters)
    found = segments(words, shout=shout)
    surname = len(words) == 1 and found[0].has("short")
    if words[0].capital and not surname and not any(s.has(*_OWN) for s in found):
        found = with_places(found, words, [(0, len(words))], least=0)
    found = with_places(found, words, _unknown_runs(found, words))
    setting = Setting(day=day)
    return _joint(words, found, day) or _alone(words, found, setting) or _unknown(words, found, day)


def _alone(words: Sequence[Word], found: Sequence[Segment], setting: Setting) -> Description | None:
    described = _described(words, found, setting)
    bare = all(s.has("country") or words[s.start].key == "the" for s in found)
    if described is not None and described.kind == "people":
        return of_town(described)
    return unacting(described) if described is not None and bare else described


def _described(
    words: Sequence[Word], found: Sequence[Segment], setting: Setting
) -> Description | None:
    described = describe_segments(words, found, setting)
    return described[0] if described else None


def _joint(words: Sequence[Word], found: list[Segment], day: str | None) -> Description | None:
    """Describe states named side by side: "China, Iran, and Russia"."""
    between = [words[s.start].key for s in found if not s.entries]
    named = [s for s in found if s.entries]
    joined = between and set(between) <= {"and", ",", "&", "the", "both"}
    if not joined or not all(s.has("country", "capital") for s in named):
        return None
    states = states_in(named, day)
    if len(states) < 2:
        return None
    name = " and ".join(printed(words[s.start : s.end]) for s in named)
    return Description(
        name=name,
        kind="collective",
        countries=states,
        sector="GOV",
        members=states,
        mention="collective",
        named=False,
    )


def _unknown(words: Sequence[Word], found: list[Segment], day: str | None) -> Description | None:
    """Describe a phrase whose head no codebook knows by the state that it names, if any."""
    anatomy = dissect(words, found)
    states = states_in(anatomy.core, day) or states_in(
        [s for _, part in anatomy.complements for s in part], day
    )
    if not states or not anatomy.core or words[anatomy.core[-1].start].capital:
        return None
    last = words[anatomy.core[-1].end - 1].key
    told: Sector | None = next(filter(None, (_sector_of(s) for s in reversed(anatomy.core))), None)
    area = {last, last.removesuffix("s")} & place_words().division_after
    return Description(
        name=printed(words),
        kind="people",
        countries=states,
        sector=told or ("UNK" if area else "CVL"),
        mention="noun",
        named=False,
        confidence=0.4,
    )


def _sector_of(segment: Segment) -> Sector | None:
    """Return the sector of a body or role that stands before an unknown noun: "FDLR force"."""
    lines: list[Organisation | RoleNoun] = segment.values("body", "role")
    return lines[0].sector if lines else None


def _unknown_runs(found: Sequence[Segment], words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield runs of capitalised words that no codebook knows."""
    start: int | None = None
    for segment in found:
        unknown = not segment.entries and words[segment.start].capital
        if unknown and start is None:
            start = segment.start
        elif not unknown and start is not None:
            yield start, segment.start
            start = None
    if start is not None:
        yield start, found[-1].end

"""Which countries the words around a mention are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from dragoman.codebooks.actor_words import actor_words
from dragoman.codebooks.organisations import Organisation
from dragoman.codebooks.place_uses import place_uses
from dragoman.extraction.actors.anatomy import foreign
from dragoman.extraction.actors.lexicon import Entry, Segment, Sort
from dragoman.extraction.actors.places_in import states_in
from dragoman.extraction.actors.titles import home_of
from dragoman.extraction.actors.words import Word
from dragoman.records.vocabulary import ActorKind

_TELLING: tuple[Sort, ...] = (
    "country", "adjective", "people", "capital", "place", "body", "metonym",
)  # fmt: skip
_PLACED: tuple[Sort, ...] = ("country", "adjective", "capital", "place")
_TELLS_NOTHING: frozenset[ActorKind] = frozenset({"media", "company", "igo", "collective"})
_OF_STATES: tuple[Sort, ...] = ("country", "capital")
_EVERYWHERE = frozenset({"USA", "GBR"})
_SOLE = 0.8  # the share of a country that alone is meant
_NAMED, _IMPLIED = 3, 2  # a country's own name tells more than its capital's or a body's


class Scene:
    """Countries named in an article, sentence by sentence.

    A phrase without a country ("the minister", "five civilians") takes the one that its
    surroundings are about: its sentence before the sentence before, before the whole article.
    """

    def __init__(self) -> None:
        self._whole: Counter[str] = Counter()
        self._told: set[str] = set()  # by words, not by acronyms
        self._sure: set[str] = set()  # by all but parties named by common words
        self._besides: set[str] = set()  # by other words than a country's own name
        self._last: Counter[str] = Counter()
        self._here: Counter[str] = Counter()
        self._stage: tuple[str, ...] = ()
        self._set_here: tuple[str, ...] = ()

    def add(self, words: Sequence[Word], found: Sequence[Segment], day: str | None) -> None:
        """Count the countries of a passage towards the whole article."""
        self._whole.update(_countries(_own(words, found), day))
        written = (s for s in found if not any(e.acronym for e in s.entries))
        self._told.update(_countries(written, day))
        self._sure.update(_countries((s for s in found if not _common(s, words)), day))

    def hear(self, found: Sequence[Segment], day: str | None) -> None:
        """Note the countries of which a passage tells by more than their own name."""
        self._besides.update(_countries((s for s in found if not s.has(*_OF_STATES)), day))

    def enter(self, words: Sequence[Word], found: Sequence[Segment], day: str | None) -> None:
        """Step into the next sentence, given its words and their segments."""
        self._last, self._here = self._here, _countries(_own(words, found), day)
        located = sorted(_located(words, found), key=lambda s: s.has("adjective"))
        self._set_here = tuple(_countries(located, day))
        self._stage = self._set_here or self._stage

    def bears(self, surnames: Collection[str], segment: Segment, words: Sequence[Word]) -> Segment:
        """Return a segment without the country whose name is a surname in this article.

        "Jordan" is Jim Jordan where he is named and nothing else tells of the country.
        """
        named = segment.values("country", "capital")
        if not named or words[segment.end - 1].key not in surnames:
            return segment
        if set(named) & self._besides:
            return segment
        return segment._replace(
            entries=tuple(e for e in segment.entries if e.sort not in _OF_STATES)
        )

    def namesake(self, segment: Segment) -> Segment:
        """Return a segment read as its namesake where the article is about that one's country.

        "Georgia" is a state of the United States where these are told of and the country's
        capital, people and neighbours are not.
        """
        for iso3 in segment.values("country"):
            other = actor_words().namesakes.get(iso3)
            if other and self._whole[other] > 0 and not self._whole[iso3]:
                return segment._replace(entries=(Entry("place", other),))
        return segment

    def fits(self, segment: Segment) -> Segment:
        """Return a segment without the national bodies that only an acronym names here.

        "DNA" is Romania's directorate and "PAN" Mexico's party only where the article tells of
        these countries. Acronyms of the United States and Britain go without saying in English.
        """
        if not any(e.acronym and e.sort == "body" for e in segment.entries):
            return segment
        kept = tuple(e for e in segment.entries if not self._far(e))
        return segment._replace(entries=kept)

    def common(self, segment: Segment, words: Sequence[Word]) -> Segment:
        """Return a segment without the parties whose name is a common word and that are far off.

        "Labor" is Australia's party and "Third Way" Poland's only where the text tells of these.
        """
        if not _common(segment, words):
            return segment
        told = self._sure
        kept = tuple(
            e
            for e in segment.entries
            if e.sort != "body"
            or e.value.sector not in {"PTY", "OPP"}
            or not told
            or set(e.value.countries) & told
        )
        return segment._replace(entries=kept)

    def _far(self, entry: Entry) -> bool:
        if not entry.acronym or entry.sort != "body":
            return False
        body: Organisation = entry.value
        if body.kind in _TELLS_NOTHING or not body.countries:
            return False
        if not self._told:  # a bare phrase, or a text that tells of no country
            return False
        return not set(body.countries) & (self._told | _EVERYWHERE)

    def set_here(self) -> tuple[str, ...]:
        """Return the countries where the sentence says that it is set."""
        return self._set_here

    def stage(self) -> tuple[str, ...]:
        """Return the countries where the sentence is set, or the last one that says: "in Nairobi"."""
        return self._stage

    def home(self) -> tuple[str, ...]:
        """Return countries, the likeliest first.

        Weights: a naming in the sentence counts as two in the one before and four elsewhere.
        """
        return tuple(code for code, _ in self._ranked() if code)

    def sole(self) -> tuple[str, ...]:
        """Return the country that the context is about if no other is told of as much.

        Whoever is named without a country is of it. Of 168 such parties of judged events it was
        right of 67 of the 71 where its share is four fifths, of the others of 48 of 97.
        """
        ranked = self._ranked()
        told = sum(weight for _, weight in ranked)
        return tuple(code for code, weight in ranked[:1] if code and weight >= _SOLE * told)

    def _ranked(self) -> list[tuple[str, float]]:
        weights: dict[str, float] = {}
        for counts, factor in ((self._here, 1.0), (self._last, 0.5), (self._whole, 0.25)):
            for code, count in counts.items():
                weights[code] = weights.get(code, 0.0) + count * factor
        return sorted(weights.items(), key=lambda pair: -pair[1])  # stable: first named, first


def _common(segment: Segment, words: Sequence[Word]) -> bool:
    """Whether a segment is a party's name that is a common word."""
    if not segment.has("body"):
        return False
    return " ".join(w.key for w in words[segment.start : segment.end]) in actor_words().ordinary


def _own(words: Sequence[Word], found: Sequence[Segment]) -> Iterator[Segment]:
    """Leave out who only backs somebody: "Rwandan-backed rebels" are not Rwanda's.

    Only with a hyphen: in a sentence "Britain held a vote" does not say who holds whom.
    """
    for at, segment in enumerate(found):
        if not segment.entries:
            continue
        tied = segment.hyphen or (segment.end < len(words) and words[segment.end].hyphen)
        if not tied or not foreign(words, found, at):
            yield segment


def _located(words: Sequence[Word], found: Sequence[Segment]) -> Iterator[Segment]:
    """Yield the places in which something is: "in Nairobi", "near the Kenyan coast".

    The adjective says less: "near the American embassy in Nairobi".
    """
    for segment in found:
        at = segment.start - 1
        while at > 0 and words[at].key == "the":
            at -= 1
        if at >= 0 and words[at].key in place_uses().at and segment.has(*_PLACED):
            yield segment


def _countries(found: Iterable[Segment], day: str | None) -> Counter[str]:
    counts: Counter[str] = Counter()
    for segment in found:
        if segment.has("person"):
            counts.update({home_of(segment.values("person")[0]): _NAMED})
        elif segment.has(*_TELLING) and not _ambiguous(segment):
            states = states_in([segment], day)
            if len(states) == 1 and not (
                segment.has("country") and states[0] in actor_words().namesakes
            ):
                sure = segment.has("country", "adjective", "people")
                counts[states[0]] += _NAMED if sure else _IMPLIED
    return counts


def _ambiguous(segment: Segment) -> bool:
    """Whether a body's name tells no country: several bear it ("Labour"), or it reports anywhere."""
    bodies: list[Organisation] = segment.values("body")
    if any(body.kind in _TELLS_NOTHING for body in bodies):
        return True
    return len({body.countries for body in bodies}) > 1

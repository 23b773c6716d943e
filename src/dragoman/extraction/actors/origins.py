"""Where the words after a party say that it is from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebooks.actor_words import actor_words
from dragoman.extraction.actors.description import Description
from dragoman.extraction.actors.places_in import states_in
from dragoman.extraction.actors.scan import Scan
from dragoman.extraction.actors.words import Word

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 5  # words after a noun: "bishops from many parts of the world"


def from_home(seen: Scan, person: Description, last: Word, day: str | None) -> Description:
    """Give a stranger the state of the place named right after: "Jane Roe of Ohio"."""
    at = seen.word_at[last.token] + 1
    if not person.inherited or at + 1 >= len(seen.words) or seen.words[at].key != "of":
        return person
    segment = seen.segment_at(at + 1)
    if not segment.has("place", "country", "capital"):
        return person
    states = states_in([segment], day)
    return person.but(countries=states, inherited=False) if states else person


def of_all_the_world(noun: Token) -> bool:
    """Whether a noun's complement says that no country is meant: "from around the world"."""
    end = min(noun.i + 1 + _NEAR, noun.sent.end)
    for token in noun.doc[noun.i + 1 : end]:
        if token.dep_ not in {"prep", "pobj", "det", "amod", "pcomp"}:
            return False
        if token.lower_ in actor_words().everywhere:
            return True
    return False

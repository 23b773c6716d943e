"""Whether the name of a country or city is a party or only a place, by its grammar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebooks.actor_words import actor_words
from dragoman.extraction.actors.description import Description
from dragoman.extraction.actors.scan import Scan

if TYPE_CHECKING:
    from spacy.tokens import Token

_ENOUGH_SPORT = 2  # one word ("match", "coach") stands in political prose too
_MODIFYING = frozenset({"compound", "nmod", "amod", "appos"})
_INSIDE = frozenset(
    {
        "in", "at", "near", "inside", "outside", "across", "around", "throughout", "within", "via",
        "through", "along", "over", "beyond", "north", "south", "east", "west",
    }
)  # fmt: skip
_TO_AND_FRO = frozenset({"to", "from", "into", "towards", "toward", "off", "for"})
_MOTION = frozenset(
    {
        "go", "come", "fly", "travel", "move", "return", "arrive", "leave", "flee", "drive", "walk",
        "head", "sail", "escape", "depart", "deport", "extradite", "evacuate", "transfer",
        "flight", "trip", "bring", "take", "march", "migrate", "bus", "road", "train", "journey",
        "mile", "kilometre", "kilometer", "km", "north", "south", "east", "west", "ship", "smuggle",
    }
)  # fmt: skip
_DONE_TO_PLACES = frozenset(
    {
        "visit", "leave", "reach", "enter", "hit", "strike", "shell", "bomb", "capture", "seize",
        "retake", "storm", "besiege", "tour", "flee", "rock", "surround", "encircle", "occupy",
        "shake", "flood", "evacuate", "defend", "lose", "take", "control", "liberate",
    }
)  # fmt: skip
# One arrives in, visits and meets in a state: there the country is host, and so a party.
_HOSTED = frozenset({"arrive", "land", "visit", "trip", "tour", "ambassador", "embassy"})


def is_only_place(head: Token, *, country: bool) -> bool:
    """Whether a toponym stands where things happen and does not act.

    Args:
        head: The toponym's head token.
        country: Whether it is a country's name (a host of visits), not a city's.
    """
    if head.dep_ == "appos" and head.head.ent_type_ in {"GPE", "LOC", "FAC"}:
        return not country
    if head.dep_ in {"npadvmod", "advmod"} or (head.dep_ in _MODIFYING and not country):
        return True
    if not country and head.dep_ == "dobj" and head.head.lemma_.lower() in _DONE_TO_PLACES:
        return True
    preposition = _preposition(head)
    if preposition is None:
        return False
    governor = preposition.head.lemma_.lower()
    if preposition.lower_ in _INSIDE:
        return not (country and governor in _HOSTED)
    return preposition.lower_ in _TO_AND_FRO and governor in _MOTION and not country


def is_predicate(description: Description, head: Token) -> bool:
    """Whether an office noun only says what somebody is: "served as president", "is a minister"."""
    if description.mention != "office":
        return False
    if head.dep_ in {"attr", "oprd"}:
        return True
    return head.dep_ == "pobj" and head.head.lower_ == "as"


def _preposition(head: Token) -> Token | None:
    """Return the preposition that governs a token, over coordinations ("in Paris and Rome")."""
    token = head
    for _ in range(4):  # longer coordinations are rare and the parser loses them
        if token.dep_ == "pobj":
            return token.head
        if token.dep_ != "conj":
            return None
        token = token.head
    return None


def of_sport(head: Token) -> bool:
    """Whether a country's name is a team's: its sentence tells of sport."""
    cues = actor_words().sport
    told = sum(token.lower_ in cues for token in head.sent)
    return told >= _ENOUGH_SPORT


def qualified_by_place(seen: Scan, head: Token) -> bool:
    """Whether a wider place follows, as in "Lebanon, Pennsylvania" and "Paris, France"."""
    at = seen.word_at[head.i]
    if at + 2 >= len(seen.words) or seen.words[at + 1].key != ",":
        return False
    named, wider = seen.segment_at(at), seen.segment_at(at + 2)
    if named.has("country"):
        return wider.has("place") and not wider.has("country")
    return wider.has("place", "country")

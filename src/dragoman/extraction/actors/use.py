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
        "fly", "travel", "return", "arrive", "flee", "drive", "walk", "sail", "escape", "depart",
        "deport", "extradite", "evacuate", "transfer", "flight", "trip", "march", "migrate", "bus",
        "road", "train", "journey", "mile", "kilometre", "kilometer", "km", "north", "south",
        "east", "west", "ship", "smuggle", "relocate", "withdraw",
    }
)  # fmt: skip
_ADVANCE = frozenset({"march", "advance", "close", "descend", "converge", "attack", "assault"})
_COMPASS = frozenset({"northern", "southern", "eastern", "western", "central", "mainland"})
_DONE_TO_PLACES = frozenset(
    {
        "visit", "leave", "reach", "enter", "hit", "strike", "shell", "bomb", "capture", "seize",
        "retake", "storm", "besiege", "tour", "flee", "rock", "surround", "encircle", "occupy",
        "shake", "flood", "evacuate", "defend", "lose", "take", "control", "liberate",
    }
)  # fmt: skip
# "Kyiv was hit": what is done to a city is not done to its government.
_BEFALLING = _DONE_TO_PLACES - {"take", "lose", "defend", "strike", "control", "leave"}
# One arrives in, visits and meets in a state: there the country is host, and so a party.
_HOSTED = frozenset({"arrive", "land", "visit", "trip", "tour", "ambassador", "embassy"})


def is_only_place(head: Token, *, country: bool, institution: bool = False) -> bool:
    """Whether a toponym stands where things happen and does not act.

    Args:
        head: The toponym's head token.
        country: Whether it is a country's name (a host of visits), not a city's.
        institution: Whether it names a building or street that stands for a body.
    """
    if institution and head.dep_ != "compound" and not _stands_inside(head):
        return False
    if head.dep_ in {"npadvmod", "advmod"}:
        return True
    if country:
        part = head.dep_ not in {"nsubj", "poss"} and _within_country(head)
        return part or _in_place(head, hosted=_HOSTED, moved=frozenset())
    if head.dep_ in _MODIFYING:
        return True
    if head.dep_ == "nsubjpass" and head.head.lemma_.lower() in _BEFALLING:
        return True
    if head.dep_ == "dobj" and head.head.lemma_.lower() in _DONE_TO_PLACES:
        return True
    return _in_place(head, hosted=frozenset(), moved=_MOTION)


def _in_place(head: Token, *, hosted: frozenset[str], moved: frozenset[str]) -> bool:
    """Whether a preposition makes a toponym the place of something, or its way there."""
    preposition = _preposition(head)
    if preposition is None:
        return False
    mark, governor = preposition.lower_, preposition.head.lemma_.lower()
    if mark in _INSIDE:
        return governor not in hosted
    if mark == "on":
        return bool(moved) and governor in _ADVANCE
    return mark in _TO_AND_FRO and governor in moved


def _within_country(head: Token) -> bool:
    """Whether only a part of a country is meant: "southern Lebanon"."""
    return any(child.lower_ in _COMPASS for child in head.lefts)


def _stands_inside(head: Token) -> bool:
    """Whether things happen inside a building; "sources in the Kremlin" speak for it."""
    preposition = _preposition(head)
    if preposition is None or preposition.lower_ not in _INSIDE:
        return False
    return preposition.head.pos_ == "VERB"


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

"""How a place is meant, by its part in the sentence: as a place, or as who is there.

"Germany banned the airline" and "sanctions on Iran" speak of states; "flights to Germany" and "the
north of Iran" of places. The grammar decides, with lists of nouns and verbs (``place_uses.toml``);
where it says nothing, who calls decides (`by_default`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebooks.gazetteer import PlaceKind
from dragoman.codebooks.place_uses import place_uses
from dragoman.extraction.places.runs import PLACE_LABELS
from dragoman.records.vocabulary import PlaceUse

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_STATES = frozenset({"country", "area"})  # what acts and is acted upon under its own name
_INANIMATE = frozenset({"water", "site"})
_MODIFIES = frozenset({"compound", "amod", "nmod"})
_OBJECT = frozenset({"dobj", "obj", "dative"})
_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj"})
_DEEPEST = 6  # steps up coordinations and examples; the parser loses longer ones


def use_by_grammar(name: Span, kind: PlaceKind) -> PlaceUse | None:
    """Return how a name is meant where the grammar tells, else None.

    A name before a noun that is no place is a *demonym*: "US troops" are American troops.

    Args:
        name: The tokens of the name.
        kind: The kind of the place that it was resolved to.
    """
    root, sides = name.root, place_uses().sides
    if any(child.lower_ in sides for child in root.lefts if child.i < name.start):
        return "literal"  # "southern Yemen", "mainland China"
    return _use(root, kind, _DEEPEST)


def by_default(kind: PlaceKind) -> PlaceUse:
    """Return how a name is taken where the grammar is silent: a country is a party."""
    return "metonym" if kind in _STATES else "literal"


def _use(token: Token, kind: PlaceKind, steps: int) -> PlaceUse | None:
    dep = token.dep_
    if steps == 0:
        return None
    if dep in {"conj", "appos"}:
        return _beside(token, kind, steps)
    if dep in _MODIFIES:
        return _before(token, kind)
    if dep == "poss":
        return "literal" if _is_place(token.head) else "metonym"
    if dep in _SUBJECT:
        return _subject(token, kind)
    if dep in _OBJECT:
        return _object(token, kind, steps)
    if dep == "pobj":
        return _after(token, kind, steps)
    return "literal" if dep in {"npadvmod", "advmod"} else None


def _beside(token: Token, kind: PlaceKind, steps: int) -> PlaceUse | None:
    """A further name is meant as the first ("in Spain and Italy")."""
    head = token.head
    if token.dep_ == "appos" and head.ent_type_ == "PERSON":
        return "metonym"
    return None if head.pos_ in {"VERB", "AUX"} else _use(head, kind, steps - 1)


def _before(token: Token, kind: PlaceKind) -> PlaceUse:
    """A name before a noun: "a Baghdad airport" is a place, "US troops" are troops of a state."""
    words = place_uses()
    noun = token.head
    while noun.dep_ in _MODIFIES and noun.head.i > noun.i:
        noun = noun.head
    if noun.ent_type_ in PLACE_LABELS or token.head.lower_ in words.seated:
        return "literal"
    # "The US airstrike" is one by the US, "the Aleppo airstrike" one on Aleppo.
    befalls = words.disasters if kind in _STATES else words.disasters | words.happenings
    return "literal" if noun.lemma_.lower() in words.places | befalls else "demonym"


def _subject(token: Token, kind: PlaceKind) -> PlaceUse | None:
    words = place_uses()
    verb = token.head.lemma_.lower()
    if verb in words.lying or (token.dep_ == "nsubjpass" and verb in words.befalling):
        return "literal"
    if verb == "be" and any(c.dep_ == "attr" and _is_place(c) for c in token.head.children):
        return "literal"
    if token.dep_ == "nsubjpass":
        return None
    return None if kind in _INANIMATE else "metonym"


def _object(token: Token, kind: PlaceKind, steps: int) -> PlaceUse | None:
    words = place_uses()
    verb = token.head.lemma_.lower()
    if verb in words.befalling:
        return "literal"
    if verb == "include":
        return _example(_subject_of(token.head), kind, steps)
    return "metonym" if verb in words.addressing else None


def _after(token: Token, kind: PlaceKind, steps: int) -> PlaceUse | None:
    """A name after a preposition."""
    words = place_uses()
    preposition, governor = token.head, token.head.head
    mark = preposition.lower_
    if mark in words.examples:
        return _example(governor, kind, steps)
    if mark in words.at:
        return "literal"
    if mark in words.facing:
        return "metonym"
    if mark == "of":
        return _of(governor)
    if mark == "with" and preposition.i and preposition.nbor(-1).lower_ in words.borders:
        return "literal"
    return _way(preposition, governor)


def _way(preposition: Token, governor: Token) -> PlaceUse | None:
    """A name to which or from which something moves, or on which something happens."""
    words = place_uses()
    mark, word = preposition.lower_, governor.lemma_.lower()
    if mark == "from" and word in words.voices:
        return "metonym"
    if mark == "from" and governor.pos_ not in {"VERB", "AUX"}:
        return "literal"
    led = {
        "for": words.leaving_for,
        **dict.fromkeys(("to", "from", "towards", "toward"), words.moving | words.movements),
        **dict.fromkeys(("on", "over", "between", "under"), words.places | words.happenings),
    }.get(mark, frozenset())
    adverb = preposition.head.pos_ == "ADV" and mark in {"to", "from"}
    return "literal" if word in led or adverb else None


def _of(governor: Token) -> PlaceUse | None:
    words = place_uses()
    word = governor.lemma_.lower()
    if word in words.holders or governor.ent_type_ == "PERSON":
        return "metonym"
    return "literal" if word in words.places | words.happenings | words.disasters else None


def _example(governor: Token | None, kind: PlaceKind, steps: int) -> PlaceUse | None:
    """A name that is an example is meant as the word before: "destinations like Spain"."""
    words = place_uses()
    if governor is None or governor.lemma_.lower() in words.parties:
        return "metonym"
    if governor.lemma_.lower() not in words.kinds:
        governor = _kind_before(governor) or governor
    if governor.pos_ in {"VERB", "AUX"}:
        return None
    if governor.dep_ in _MODIFIES | _SUBJECT | _OBJECT | {"pobj", "conj", "appos"}:
        meant = _use(governor, kind, steps - 1)
        return "literal" if meant is None and _is_place(governor) else meant
    return "literal" if _is_place(governor) else None


def _kind_before(token: Token) -> Token | None:
    """Return "countries" in "tests in several countries are planned, including Spain"."""
    kinds = place_uses().kinds
    before = token.doc[token.sent.start : token.i]
    return next((word for word in reversed(before) if word.lemma_.lower() in kinds), None)


def _is_place(noun: Token) -> bool:
    return noun.lemma_.lower() in place_uses().places or noun.ent_type_ in PLACE_LABELS


def _subject_of(verb: Token) -> Token | None:
    return next((c for c in verb.lefts if c.dep_ in {"nsubj", "nsubjpass"}), None)

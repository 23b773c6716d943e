"""What a recogniser takes for a person's name and is none: rivers, ships, streets, peoples."""

from __future__ import annotations

from dragoman.codebooks.actor_words import actor_words
from dragoman.extraction.actors.lexicon import Segment
from dragoman.extraction.actors.places_in import country_of_place
from dragoman.extraction.actors.scan import Scan

# After these a lone name that the gazetteer knows is where something is.
_AT_PLACES = frozenset({"in", "at", "near", "from", "around", "outside", "across", "into"})
_NAMED_AFTER = frozenset({"ORG", "FAC", "LOC", "LAW", "EVENT", "WORK_OF_ART", "PRODUCT"})


def not_of_person(seen: Scan, start: int, end: int) -> bool:
    """Whether words that a recogniser takes for a person's name are surely another's.

    A person of the codebooks, or one whom a title introduces, is left to the recogniser.
    """
    covering = seen.covering(start, end)
    if any(s.has("person") for s in covering):
        return False
    last = covering[-1]
    if (last.plural and last.has("role", "people", "ethnic")) or _people(last):
        return True  # "Rakhine Buddhists"
    if all(s.has("adjective") for s in covering):
        return True  # "Franco-German"
    if seen.words[start].text in actor_words().ships:
        return True
    before = seen.words[start - 1].key if start else ""
    # "the Danube", "the Gerald R. Ford": no person's name takes an article; families are plural.
    family = seen.words[end - 1].text.endswith("s")
    if not family and "the" in {before, seen.words[start].key} and _ends_phrase(seen, end - 1):
        return True
    if end - start == 1 and before in _AT_PLACES and country_of_place(seen.words[start].text):
        return True
    return end - start > 1 and _site(seen, end - 1) and not last.has("short")


def surnames_in(seen: Scan) -> set[str]:
    """Return the last words, as keys, of the full names that a recogniser sees."""
    found: set[str] = set()
    for entity in seen.doc.ents:
        where = seen.range_of(entity.start, entity.end) if entity.label_ == "PERSON" else None
        if where is not None and where[1] - where[0] > 1:
            found.add(seen.words[where[1] - 1].key)
    return found


def longer_name(seen: Scan, end: int) -> bool:
    """Whether a person's name that ends before a word is only a part of a longer name.

    "Barack Obama Elementary School", "Xi Jinping Thought", "Trump Tower".
    """
    if end >= len(seen.words):
        return False
    if seen.words[end].token != seen.words[end - 1].token + 1 or not seen.words[end].capital:
        return False
    last, after = seen.doc[seen.words[end - 1].token], seen.doc[seen.words[end].token]
    if not seen.segment_at(end).entries and last.dep_ == "compound" and last.head == after:
        return not seen.shout and after.pos_ == "PROPN"
    further = seen.segment_at(end).has("short") and after.ent_type_ == "PERSON"
    return (
        _site(seen, end)
        or further  # "Theresa May Johnson"
        or (after.ent_iob_ == "I" and after.ent_type_ in _NAMED_AFTER)
    )


def _ends_phrase(seen: Scan, word: int) -> bool:
    """Whether a word is no mere part of a phrase, as in "the Skripal case"."""
    token = seen.doc[seen.words[word].token]
    return token.dep_ not in {"compound", "nmod", "amod", "poss"}


def _people(segment: Segment) -> bool:
    return any(body.kind == "people" for body in segment.values("body"))


def _site(seen: Scan, word: int) -> bool:
    return seen.words[word].capital and seen.words[word].key in actor_words().sites

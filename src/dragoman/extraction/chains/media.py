"""Media in a stretch of text, and what each did with the words: was told, passed on, was cited.

An outlet that is merely mentioned is no link: a name counts only with a relation beside it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dragoman.codebooks.chain_words import chain_words
from dragoman.codebooks.kept import kept
from dragoman.extraction.chains.channels import documents, own_pages
from dragoman.extraction.chains.media_names import WORD, Name, names_in
from dragoman.extraction.chains.medium import Medium, Step
from dragoman.extraction.chains.speech_near import (
    AROUND,
    WIDEST,
    is_of_speech,
    is_spoken_near,
    words_of,
)
from dragoman.records import Span

# How far before a name its relation may stand, in words ("told the state news agency X").
REACH = 7
_LOOSE = 2  # words between that do not describe the name ("told the editors of Le Monde")
# What may stand between a name and its verb: "(AP)", ", a daily close to the army," or "also".
_BESIDE = re.compile(r"(?: \([^()]{1,40}\))?(?:, [^,.;\"“”]{3,70},)? ?")

_GAP = re.compile(r"[,;:()\"“”]")
# "Znamya magazine", but not "the Varna daily Znamya".
_KIND_AFTER = re.compile(r" (?P<kind>[a-z]+)\b(?! [^\W\d_a-z])")


_APPOSITION = 5  # characters of the shortest ", a daily," between a name and its verb
_PLACE_OF_ANOTHER = re.compile(r"(?:['’]s)?(?: [a-z-]+){1,4} [^\W\d_a-z]")
_IN_A = re.compile(r"(?:^| )(?:in|during|per|by|to|from|on) (?:an?|the|its|this)(?: [\w-]+)?$")


@kept(maxsize=256)  # the sentences of some articles: several quotations ask for the same one
def find_media(text: str, start: int, end: int) -> tuple[Medium, ...]:
    """Return the media that pass words on in ``text[start:end]`` (usually a sentence)."""
    found: list[Medium] = []
    for name in names_in(text, start, end):
        step = _relation(text, name, start, end) or _beside(text, name, found)
        if step is not None:
            found.append(_medium(text, name, step))
    found += own_pages(text, start, end) + documents(text, start, end)
    return tuple(sorted(found, key=lambda m: m.span))


def _medium(text: str, name: Name, step: Step) -> Medium:
    role = name.role or ("agency" if _is_agency(text, name) else "outlet")
    span = Span(name.start, name.end)
    presumed = name.role is None and not _is_called_a_medium(text, name)
    return Medium(span.of(text), span, role, step, presumed)


def _is_agency(text: str, name: Name) -> bool:
    before = text[max(0, name.start - 24) : name.start].casefold()
    return (
        before.rstrip().endswith(("news agency", "agency")) or "news agency" in name.name.casefold()
    )


def _is_called_a_medium(text: str, name: Name) -> bool:
    """Whether a word beside a name says what it is: "the daily Znamya", "Znamya magazine"."""
    vocabulary = chain_words()
    kinds = vocabulary.medium | vocabulary.agency
    before = words_of(_GAP.split(text[max(0, name.start - 40) : name.start])[-1])[-2:]
    after = _KIND_AFTER.match(text, name.end)
    return any(w in kinds for w in before) or (after is not None and after.group("kind") in kinds)


def _relation(text: str, name: Name, start: int, end: int) -> Step | None:
    """Return what the words around a name say of its part, or None: merely mentioned."""
    step = _relation_before(text, name, start)
    if step is Step.ON and not is_spoken_near(text, start, end, Span(name.start, name.end)):
        return None
    if step is not None:
        return step
    return None if name.role == "channel" else _relation_after(text, name, end)


def _relation_before(text: str, name: Name, start: int) -> Step | None:
    vocabulary, cues = chain_words(), _cues()
    known = name.role is not None or _is_called_a_medium(text, name)
    stretch = text[max(start, name.start - WIDEST) : name.start]
    places = list(WORD.finditer(stretch))
    before = [w.group().casefold().rstrip(".") for w in places]
    loose = 0  # words between that do not describe the name
    for back in range(min(REACH, len(before))):
        here = len(before) - 1 - back
        gap = stretch[places[here].end() : places[here + 1].start() if back else len(stretch)]
        if set(gap) & set(',;:"“”()') - ({"("} if not back else set()):
            return None
        if back and not describes(places[here + 1].group()):
            loose += 1
        for width in (4, 3, 2, 1) if before[here] in cues.ends else ():
            phrase = " ".join(before[max(0, here - width + 1) : here + 1])
            if phrase not in cues.phrases:
                continue
            step = _step_of(text, phrase, name, known=known, loose=loose)
            if step is not None:
                return step
        if back == 0 and "(" not in gap and known:
            step = _place_of_speech(text, before, name)
            if step is not None:
                return step
        if before[here] in vocabulary.breaks:
            return None
    return None


class _Cues(NamedTuple):
    """The phrases that `_step_of` knows, and their last words: most words are none."""

    phrases: frozenset[str]
    ends: frozenset[str]


@cache
def _cues() -> _Cues:
    v = chain_words()
    phrases = v.interview | v.passed_on_by | v.to_hearers | v.told | v.carrier | v.cited | v.on
    return _Cues(phrases, frozenset(phrase.rpartition(" ")[2] for phrase in phrases))


def describes(word: str) -> bool:
    """Whether a word may belong to a description of a name: "French", "London-based", "daily"."""
    known = word.casefold().rstrip(".") in chain_words().describing
    return known or word[:1].isupper() or "-" in word


def _step_of(text: str, phrase: str, name: Name, *, known: bool, loose: int) -> Step | None:
    vocabulary = chain_words()
    if phrase in vocabulary.interview and not loose:
        return Step.TOLD
    if phrase in vocabulary.passed_on_by and not loose:
        return Step.CARRIER
    if not known:
        told = phrase in vocabulary.to_hearers and not loose
        return Step.TOLD if told and not _is_no_medium(text, name) else None
    if loose > (0 if name.role == "channel" else _LOOSE):
        return None
    if phrase in vocabulary.told:
        return Step.TOLD
    if phrase in vocabulary.carrier:
        return Step.CARRIER
    if phrase in vocabulary.cited:
        return Step.CITED
    return Step.ON if name.role == "channel" and phrase in vocabulary.on else None


def _is_no_medium(text: str, name: Name) -> bool:
    """Whether a hearer is a council, a party, or only tells where one is: "the Varna daily X"."""
    bodies = any(w in chain_words().bodies for w in words_of(name.name))
    return bodies or _PLACE_OF_ANOTHER.match(text, name.end) is not None


def _place_of_speech(text: str, before: list[str], name: Name) -> Step | None:
    """Read "said … on X", "a statement to X": the preposition alone says nothing."""
    if name.role == "channel" or before[-1] not in {"on", "to"}:
        return None
    spoken = text.startswith(":", name.end) or any(map(is_of_speech, before[-1 - AROUND : -1]))
    return Step.TOLD if spoken else None


def _relation_after(text: str, name: Name, end: int) -> Step | None:
    vocabulary = chain_words()
    if text.startswith(("’s telling", "'s telling"), name.end):
        return Step.CARRIER
    if name.role is None and not _is_called_a_medium(text, name):
        return None
    gap = _BESIDE.match(text, name.end, end)
    after = gap.end() if gap else name.end
    words = words_of(text[after : min(end, after + WIDEST)])[:6]
    product = _product(text, name, words)
    if product is not None:
        return product
    if text[name.end : name.end + 1] == " " and words[:1] and words[0] in vocabulary.medium:
        words = words[1:]
    if text[name.end : name.end + 1] != " " and after - name.end < _APPOSITION:
        return None  # "who left Radio Varna, said": the comma ends another's clause
    for at in range(len(words)):  # "has also reported": the verb may follow adverbs
        if {words[at], " ".join(words[at : at + 2])} & vocabulary.reports:
            return Step.CARRIER
        if words[at] not in vocabulary.adverbs:
            return None
    return None


def _product(text: str, name: Name, words: list[str]) -> Step | None:
    """Read "in a DW report", "in an NBC interview": the medium's own piece held the words."""
    vocabulary = chain_words()
    before = words_of(text[max(0, name.start - 40) : name.start])[-4:]
    if not words or text[name.end : name.end + 1] != " " or not _IN_A.search(" ".join(before)):
        return None
    if words[0] in vocabulary.talks:
        return Step.TOLD
    return Step.CARRIER if words[0] in vocabulary.products else None


def _beside(text: str, name: Name, found: list[Medium]) -> Step | None:
    """A name in a list shares the part of the one before: "told Reuters and the BBC"."""
    if not found or name.role in {None, "channel"}:
        return None
    gap = text[found[-1].span.end : name.start].strip(" ")
    return found[-1].step if gap in {"and", ", and", ",", "and the", "/", "or"} else None

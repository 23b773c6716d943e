"""On which words a time expression hangs, and which words lend theirs to an event.

"Said on Monday that rebels attacked": Monday hangs on the saying. "On Monday police made arrests":
the arrests have the time of the verb that makes them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.codebooks.event_words import event_words, party_nouns
from dragoman.codebooks.plover_lexicon import event_lexicon
from dragoman.extraction.clauses.tense import tense_of

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

_MAX_CLIMB = 8
_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN"})
# A time that stands so is of its noun alone ("yesterday's march", "a 1994 agreement").
_MODIFIER = frozenset({"poss", "compound", "nmod", "amod", "nummod", "det"})
_PEOPLE = ("armed", "police", "official", "people")
_CLAUSAL = frozenset({"ccomp", "parataxis"})


def holders(time: DocSpan) -> Iterator[Token]:
    """Yield the words that a time expression may date: the nouns above it, up to the first verb.

    A noun that tells an act keeps its time from what speaks of the act ("an inquiry into the
    violence of 12 June"); other nouns hand it on ("the killing of six men on Monday").
    """
    token = time.root
    for _ in range(_MAX_CLIMB):
        above = token.head
        if above == token:
            return
        if above.pos_ in _VERBS:
            yield above
            return
        if above.pos_ in _NOUNS:
            yield above
            if token.dep_ in _MODIFIER:
                return
        elif (
            token not in time
            and tells_act(token)
            and above.lower_ not in event_words("times", "within")
        ):
            return
        token = above


def tells_act(word: Token) -> bool:
    """Whether a noun may tell an act: it is in the lexicon of events, and names no people."""
    lemma = word.lemma_.lower()
    if word.pos_ != "NOUN" or lemma not in event_lexicon().nouns:
        return False
    return not any(lemma in party_nouns(group) for group in _PEOPLE)


def lenders(trigger: Token, governor: Token | None = None) -> Iterator[Token]:
    """Yield the words whose time is an event's as well, the nearest first, itself before all."""
    yield trigger
    token = trigger
    for _ in range(_MAX_CLIMB):
        above = token.head
        if above == token or not (above == governor or _lends(token, above)):
            return
        beside = token.dep_ == "conj" and token.pos_ in _NOUNS
        if not beside:  # "demands for a release and the end of yesterday's siege"
            yield above
        token = above


def fronted(trigger: Token) -> Token | None:
    """Return the verb of saying that follows its clause ("On Monday … were shot, police said")."""
    token = trigger
    for verb in lenders(trigger):
        token = verb
    above = token.head
    said = above.lemma_.lower() in event_words("status", "say")
    return above if token.dep_ in _CLAUSAL and said and above.i > token.i else None


def _lends(token: Token, above: Token) -> bool:
    """Whether what is told with ``above`` happened at one time with ``token`` under it."""
    if token.pos_ in _VERBS:
        return _lends_to_verb(token, above)
    if token.dep_ == "prep" or token.pos_ == "ADP":
        return _lends_through(token, above)
    if above.pos_ in _VERBS and token.dep_ in ("dobj", "nsubj", "nsubjpass", "attr"):
        return _tells_noun(token, above)
    return token.dep_ in ("compound", "pobj", "conj", "attr")


def _lends_through(preposition: Token, above: Token) -> bool:
    """Whether a preposition puts its noun at the time of what it hangs on."""
    word = preposition.lower_
    if word == "of":  # "a series of attacks"
        return above.lemma_.lower() in event_words("grammar", "quantifying")
    if word in event_words("times", "within"):
        return True
    return above.pos_ in _VERBS and word in event_words("times", "at_once")


def _lends_to_verb(token: Token, above: Token) -> bool:
    if token.dep_ == "conj":
        return above.pos_ in _VERBS and tense_of(token) == tense_of(above)
    if token.dep_ == "advcl":
        meanwhile = event_words("times", "meanwhile")
        return token.tag_ == "VBG" or any(c.lower_ in meanwhile for c in token.children)
    return token.dep_ == "xcomp" or (token.dep_ == "pcomp" and token.tag_ == "VBG")


def _tells_noun(noun: Token, verb: Token) -> bool:
    """Whether a verb tells that its noun happened, rather than speaks of what had happened.

    "A strike killed six on Monday"; "the strike was condemned on Monday".
    """
    lemma = verb.lemma_.lower()
    if lemma in event_words("status", "occur") | event_words("status", "bear"):
        return True
    if lemma in event_words("grammar", "others_event") | event_words("status", "say"):
        return False
    if lemma in event_words("grammar", "light"):
        return True
    return not any(c.dep_ == "poss" or c.lower_ in ("the", "this", "that") for c in noun.children)

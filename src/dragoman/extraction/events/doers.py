"""Who did it, where a frame's own slots name nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebooks.event_words import party_words
from dragoman.extraction.clauses.grammar import phrases_of, verb_arguments
from dragoman.extraction.events.around import HARMS, Around, Finder, owners, tells_harm
from dragoman.records import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

_STANDING = frozenset({"in", "for", "on", "at"})


def _subject(around: Around) -> tuple[Party, ...]:
    """A subject that is a common noun or a pronoun ("survivors accused them")."""
    if not around.is_verb or "S" not in around.frame.actors:
        return ()
    return around.people(around.arguments.subjects)


def _operation(around: Around) -> tuple[Party, ...]:
    """Whose operation it was done in ("killed in a Kenyan raid", "in an attack by gunmen")."""
    if around.frame.type not in HARMS or around.arguments.subjects:
        return ()
    for prep, head in around.arguments.phrases:
        if prep in ("in", "during", "by") and tells_harm(head):
            found = owners(head, around.parties) or tuple(
                p for by, t in phrases_of(head) if by == "by" for p in around.parties.named(t)
            )
            if found:
                return found
    return ()


def _standing(around: Around) -> tuple[Party, ...]:
    """Who is in it, or came for it ("is in talks with", "arrived for a visit", "in defiance of")."""
    above = _verb_over(around.word)
    if around.is_verb or above is None:
        return ()
    arguments = verb_arguments(above)
    return around.parties_of(arguments.objects if arguments.passive else arguments.subjects)


def _verb_over(noun: Token) -> Token | None:
    """Return the verb of being or coming, or of whatever is done "in" the noun, over its phrase."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ not in _STANDING:
        return None
    above = prep.head
    if above.pos_ not in ("VERB", "AUX"):
        return None
    stands = above.lemma_.lower() in party_words("standing")
    bare = prep.lower_ == "in" and not any(c.dep_ in ("det", "poss") for c in noun.children)
    return above if stands or bare else None


def _claimed(around: Around) -> tuple[Party, ...]:
    """Who claims or admits the harm as their own ("claimed the bombing")."""
    above = around.word.head
    if around.is_verb or around.frame.type not in HARMS or around.word.dep_ != "dobj":
        return ()
    if above.lemma_.lower() not in ("claim", "admit"):
        return ()
    return around.parties_of(verb_arguments(above).subjects)


def _behind(around: Around) -> tuple[Party, ...]:
    """Who was behind it, or is said to have had a part in it.

    "Police say the clan was behind the murder", "accuses Mali of a role in the raid".
    """
    prep = around.word.head
    if around.is_verb or around.word.dep_ != "pobj":
        return ()
    above = prep.head
    if prep.lower_ == "behind" and above.pos_ in ("VERB", "AUX"):
        return around.parties_of(verb_arguments(above).subjects)
    if prep.lower_ not in ("in", "for") or above.lemma_.lower() not in party_words("part"):
        return ()
    if above.dep_ == "pobj":
        holder = above.head.head  # the parser hangs "of a role" on the verb, or on its object
        verb = holder.head if holder.dep_ in ("dobj", "nsubjpass") else holder
        return around.parties_of(verb_arguments(verb).objects)
    if above.dep_ == "dobj":
        return around.parties_of(verb_arguments(above.head).subjects)
    return ()


DOERS: tuple[Finder, ...] = (_operation, _standing, _claimed, _behind, _subject)

"""The ways in which a clause states a standing stance."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebooks.stances import stances
from dragoman.extraction.clauses.claims import claim_above, claim_beside
from dragoman.extraction.clauses.grammar import (
    coordinated,
    is_infinitive,
    phrases_of,
    verb_arguments,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIRST_PERSON = frozenset({"we", "i", "our", "us", "my"})
_PAST = frozenset({"VBD"})


class Draft(NamedTuple):
    """A stance in tokens: who holds it, on what, and the words that state it."""

    holders: tuple[Token, ...]
    issue: Token
    words: tuple[Token, ...]
    negated: bool = False


def drafts_of(verb: Token) -> Iterator[Draft]:
    """Yield the stances that the clause of ``verb`` states."""
    lemma = verb.lemma_.lower()
    words = stances()
    if lemma in words.verbs:
        yield from _held(verb, words.verbs[lemma])
    if lemma in words.copulas:
        yield from _predicated(verb)
    if lemma in words.naming:
        yield from _named(verb)
    if lemma in words.expressing:
        yield from _expressed(verb)


def _held(verb: Token, places: tuple[str, ...]) -> Iterator[Draft]:
    """Read "does not recognise X", "refuses to recognise X", "pledged to comply with X"."""
    above = verb.head if verb.dep_ == "xcomp" else None
    carrier = above.lemma_.lower() if above is not None else None
    refused = carrier in stances().refusing
    if carrier is None and not _is_standing(verb):
        return
    if carrier is not None and not refused and carrier not in stances().pledging:
        return
    arguments = verb_arguments(verb)
    issues = list(arguments.objects) if "object" in places else []
    issues += [head for prep, head in phrases_of(verb) if prep in places]
    if arguments.passive or not issues:
        return
    negated = refused or _is_negated(verb) or (above is not None and _is_negated(above))
    for issue in issues[:1]:
        if issue.pos_ != "PRON":
            yield Draft(_holders(verb), issue, _words_of(verb, above), negated)


def _predicated(verb: Token) -> Iterator[Draft]:
    """Read "is committed to X", "is free to …", "are strategic partners", "is our ally"."""
    if verb.tag_ in _PAST and verb.lemma_ == "be":
        return  # "was concerned" may be over; "remained opposed" is told as standing
    words = stances()
    subjects = verb_arguments(verb).subjects
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in words.refusing:
        return  # "refuses to be a vassal" is an act
    for child in verb.children:
        lemma = child.lemma_.lower()
        if child.dep_ == "acomp" and lemma in words.adjectives | {child.lower_} & words.adjectives:
            yield from _adjective(verb, child, subjects)
        elif child.dep_ == "attr" and lemma in words.relations:
            yield from _relation(verb, child, subjects)


def _adjective(verb: Token, adjective: Token, subjects: tuple[Token, ...]) -> Iterator[Draft]:
    issues = [head for _, head in phrases_of(adjective)]
    inner = next((c for c in adjective.children if c.dep_ in ("xcomp", "ccomp")), None)
    claim = claim_above(verb) or claim_beside(verb)
    if adjective.lower_ == "free" and inner is not None:
        # What a party says that another is free to do is its own stance on the other.
        if claim is not None and claim.claimant is not None and subjects:
            yield Draft((claim.claimant,), subjects[0], (adjective, inner), _is_negated(verb))
        return
    issue = issues[0] if issues else inner
    if issue is not None and subjects:
        yield Draft(subjects, issue, (verb, adjective), _is_negated(verb))


def _relation(verb: Token, noun: Token, subjects: tuple[Token, ...]) -> Iterator[Draft]:
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    others = [head for prep, head in phrases_of(noun) if prep in ("of", "for", "to", "with")]
    if owner is not None and owner.lower_ in _FIRST_PERSON:
        claim = claim_above(verb) or claim_beside(verb)
        if claim is not None and claim.claimant is not None and subjects:
            yield Draft((claim.claimant,), subjects[0], (noun,), _is_negated(verb))
    elif owner is not None and subjects:
        yield Draft((owner,), subjects[0], (noun,), _is_negated(verb))
    elif others and subjects:
        yield Draft(subjects, others[0], (noun,), _is_negated(verb))
    elif subjects and len([t for s in subjects for t in coordinated(s)]) > 1:
        first, *rest = [t for s in subjects for t in coordinated(s)]
        yield Draft((first,), rest[0], (noun,), _is_negated(verb))


def _named(verb: Token) -> Iterator[Draft]:
    """Read "considers X its partner", "calling both X and Y their strategic partners"."""
    arguments = verb_arguments(verb)
    if len(arguments.objects) == 2:
        # "calling both Russia and China their partners", parsed as two objects.
        yield Draft(
            _holders(verb), arguments.objects[0], (arguments.objects[1],), _is_negated(verb)
        )
        return
    names = [c for c in verb.children if c.dep_ in ("oprd", "attr")]
    names += [head for prep, head in phrases_of(verb) if prep == "as"]
    for name in names:
        for issue in arguments.objects[:1]:
            yield Draft(_holders(verb), issue, (name,), _is_negated(verb))
    for child in verb.children if not names else ():
        # "calling Russia and China their partners": often parsed as one small clause.
        if child.dep_ == "ccomp" and child.pos_ in ("NOUN", "PROPN"):
            for subject in (c for c in child.children if c.dep_ == "nsubj"):
                yield Draft(_holders(verb), subject, (child,), _is_negated(verb))


def _expressed(verb: Token) -> Iterator[Draft]:
    """Read "expressed concern over X", "have voiced support for X"."""
    words = stances()
    arguments = verb_arguments(verb)
    for noun in arguments.objects:
        if noun.lemma_.lower() not in words.feelings:
            continue
        hanging = [*phrases_of(noun), *phrases_of(verb)]
        issues = [head for prep, head in hanging if prep in words.about]
        inner = next((c for c in noun.children if c.dep_ in ("acl", "ccomp")), None)
        issue = issues[0] if issues else inner
        if issue is not None:
            yield Draft(_holders(verb), issue, (noun,), _is_negated(verb))


def _holders(verb: Token) -> tuple[Token, ...]:
    return verb_arguments(verb).subjects


def _words_of(verb: Token, above: Token | None) -> tuple[Token, ...]:
    return (above, verb) if above is not None else (verb,)


def _is_standing(verb: Token) -> bool:
    """Whether the verb's tense states what holds now: the present, or a perfect or "will not"."""
    aux = [c for c in verb.children if c.dep_ == "aux"]
    if verb.tag_ in ("VBZ", "VBP"):
        return True
    if verb.tag_ == "VBG":
        return not aux and verb.dep_ in ("advcl", "acl")
    if is_infinitive(verb):
        return False
    return any(
        a.tag_ in ("VBZ", "VBP") or a.lower_ in ("will", "wo") for a in aux
    ) and verb.tag_ in ("VB", "VBN")


def _is_negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" or c.lower_ in ("never", "no") for c in verb.children)

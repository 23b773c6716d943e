"""Stances told by what a party is: committed, against, an ally; and by what its policy is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.codebooks.stances import stances
from dragoman.extraction.clauses.grammar import (
    coordinated,
    is_infinitive,
    phrases_of,
    pobjs,
    verb_arguments,
)
from dragoman.extraction.positions.draft import (
    FIRST_PERSON,
    Draft,
    claim_of,
    is_negated,
    is_reported,
    is_standing,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSES = ("xcomp", "ccomp", "advcl", "relcl", "acl")


def predicated(verb: Token) -> Iterator[Draft]:
    """Read "is committed to X", "is against X", "are strategic partners", "is our ally"."""
    if verb.tag_ == "VBD" and verb.lemma_ == "be" and not is_reported(verb):
        return  # "was concerned" may be over; "remained opposed" is told as standing
    words = stances()
    if _is_unsure(verb):
        return  # "may be open to"; "called on it to remain neutral"; "refuses to be a vassal"
    subjects = verb_arguments(verb).subjects
    for child in verb.children:
        lemma = child.lemma_.lower()
        if child.dep_ == "acomp" and {lemma, child.lower_} & words.adjectives:
            yield from _adjective(verb, child, subjects)
        elif child.dep_ == "attr" and lemma in words.relations:
            yield from _relation(verb, child, subjects)
        elif child.dep_ == "prep" and subjects:
            yield from _phrase(verb, child, subjects)


def held_passive(participle: Token) -> Iterator[Draft]:
    """Read "is committed to X" where the parse takes it for a passive."""
    be = next((c for c in participle.children if c.dep_ == "auxpass" and c.lemma_ == "be"), None)
    if be is None or (be.tag_ == "VBD" and not is_reported(participle)) or _is_unsure(participle):
        return
    issues = [head for prep, head in phrases_of(participle) if prep in ("to", "about", "over")]
    holders = tuple(c for c in participle.children if c.dep_ == "nsubjpass")
    if issues and holders:
        yield Draft(holders, issues[0], (participle,), is_negated(participle))


def _is_unsure(verb: Token) -> bool:
    if is_infinitive(verb) or verb.dep_ == "xcomp":
        return verb.head.lemma_.lower() not in stances().pledging
    modals = (c.lower_ for c in verb.children if c.dep_ == "aux" and c.tag_ == "MD")
    return any(modal not in ("will", "wo") for modal in modals)


def _adjective(verb: Token, adjective: Token, subjects: tuple[Token, ...]) -> Iterator[Draft]:
    alone = adjective.lower_ in stances().alone
    about = stances().had_about if alone else None  # "neutral under its constitution": no issue
    issues = [head for prep, head in phrases_of(adjective) if about is None or prep in about]
    inner = next((c for c in adjective.children if c.dep_ in ("xcomp", "ccomp")), None)
    claim = claim_of(verb)
    if adjective.lower_ == "free":
        # What a party says that another is free to do is its own stance on the other.
        if inner is not None and claim is not None and claim.claimant is not None and subjects:
            yield Draft((claim.claimant,), subjects[0], (adjective, inner), is_negated(verb))
        return
    issue = issues[0] if issues else inner
    if issue is None and alone:
        issue = adjective  # "is neutral": the word is the whole of it
    if issue is not None and subjects:
        yield Draft(subjects, issue, (verb, adjective), is_negated(verb))


def _phrase(verb: Token, preposition: Token, subjects: tuple[Token, ...]) -> Iterator[Draft]:
    """Read "is against X", "is in favour of X"."""
    known = stances().phrases
    for head in pobjs(preposition):
        if (preposition.lower_,) in known:
            yield Draft(subjects, head, (verb, preposition), is_negated(verb))
            return
        for last, issue in phrases_of(head):
            if (preposition.lower_, head.lower_, last) in known:
                yield Draft(subjects, issue, (verb, preposition, head), is_negated(verb))
                return


def _relation(verb: Token, noun: Token, subjects: tuple[Token, ...]) -> Iterator[Draft]:
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    others = [head for prep, head in phrases_of(noun) if prep in ("of", "for", "to", "with")]
    if owner is not None and owner.lower_ in FIRST_PERSON:
        claim = claim_of(verb)
        if claim is not None and claim.claimant is not None and subjects:
            yield Draft((claim.claimant,), subjects[0], (noun,), is_negated(verb))
    elif owner is not None and subjects:
        yield Draft((owner,), subjects[0], (noun,), is_negated(verb))
    elif others and subjects:
        yield Draft(subjects, others[0], (noun,), is_negated(verb))
    elif subjects and len([t for s in subjects for t in coordinated(s)]) > 1:
        first, *rest = [t for s in subjects for t in coordinated(s)]
        yield Draft((first,), rest[0], (noun,), is_negated(verb))


def beside(noun: Token) -> Iterator[Draft]:
    """Read a relation set beside a name: "Ghana, a close ally of Nigeria, …"."""
    if noun.dep_ != "appos" or noun.lemma_.lower() not in stances().relations:
        return
    if any(c.lower_ in stances().over for c in noun.children):
        return  # "a former ally", "previously an ally"
    others = [c for c in noun.children if c.dep_ == "poss" and c.pos_ != "PRON"]
    others += [head for prep, head in phrases_of(noun) if prep in ("of", "to")]
    if others:
        yield Draft((noun.head,), others[0], (noun,))


def stated(verb: Token) -> Iterator[Draft]:
    """Read "its policy is to X", "it is the policy of Y that X", "its stance has not changed"."""
    words = stances()
    standing = is_standing(verb)
    lemma = verb.lemma_.lower()
    if lemma in words.changing and standing and is_negated(verb):
        for noun in verb_arguments(verb).subjects:
            if noun.lemma_.lower() in words.standing:
                about = [h for prep, h in phrases_of(noun) if prep in words.about - {"of"}]
                about += _after_colon(verb)
                if about:
                    yield Draft(_owners(noun), about[0], (noun,))
    if lemma not in words.copulas or not standing:
        return
    for noun in (c for c in verb.children if c.dep_ in ("nsubj", "attr")):
        told = noun.lemma_.lower()
        if told in words.standing:
            nodes = (verb, noun) if noun.dep_ == "attr" else (verb,)
            inner = [c for n in nodes for c in n.children if c.dep_ in _CLAUSES]
            if inner:
                yield Draft(_owners(noun), inner[0], (noun,), is_negated(verb))
        elif told in words.feelings and noun.dep_ == "nsubj":
            about = [head for prep, head in phrases_of(noun) if prep in ("for", "to", "over")]
            if about:
                yield Draft(_owners(noun), about[0], (noun,))


def _after_colon(verb: Token) -> list[Token]:
    """Return the head of what a colon after the clause says, if it is read as a sentence apart."""
    end = verb.sent.end
    if end < len(verb.doc) and verb.doc[end - 1].text == ":":
        return [verb.doc[end].sent.root]
    return []


def _owners(noun: Token) -> tuple[Token, ...]:
    owners = tuple(c for c in noun.children if c.dep_ == "poss")
    return owners or tuple(head for prep, head in phrases_of(noun) if prep == "of")

"""The ways in which a clause states a standing stance."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.codebooks.stances import HeldBy, stances
from dragoman.extraction.clauses.grammar import phrases_of, pobjs, verb_arguments
from dragoman.extraction.positions.draft import Draft, is_lasting, is_negated, is_open, is_standing
from dragoman.extraction.positions.predicates import beside, held_passive, predicated, stated

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSES = ("ccomp", "xcomp")
_TIMES = ("DATE", "TIME")


def drafts_of(word: Token) -> Iterator[Draft]:
    """Yield the stances that ``word`` states: the verb of a clause, or a noun beside a name."""
    if word.pos_ not in ("VERB", "AUX"):
        yield from beside(word)
        return
    if is_open(word):
        return
    lemma = word.lemma_.lower()
    words = stances()
    if lemma in words.verbs:
        yield from _held(word, words.verbs[lemma])
    if lemma in words.refusing:
        yield from _refused(word)
    if lemma in words.having:
        yield from _had(word)
    if word.lower_ in words.adjectives:
        yield from held_passive(word)
    if lemma in words.copulas:
        yield from predicated(word)
    if lemma in words.copulas | words.changing:
        yield from stated(word)
    if lemma in words.naming | words.views:
        yield from _named(word)
    if lemma in words.expressing:
        yield from _expressed(word)


def _held(verb: Token, held: HeldBy) -> Iterator[Draft]:
    """Read "does not recognise X", "refuses to recognise X", "pledged to comply with X"."""
    above = verb.head if verb.dep_ == "xcomp" else None
    carrier = above.lemma_.lower() if above is not None else None
    refused = carrier in stances().refusing
    if carrier is None and not is_standing(verb, held.when):
        return
    if carrier is not None and not refused and carrier not in stances().pledging:
        return
    if above is not None and (held.when or not _carries(above)):
        return  # "agreed to allow the ship in", "refused to back it on Monday" are acts
    arguments = verb_arguments(verb)
    if arguments.passive:
        return
    issues = [_whole(verb, o) for o in arguments.objects] if "object" in held.by else []
    issues += [head for prep, head in phrases_of(verb) if prep in held.by]
    if "clause" in held.by:
        issues += [c for c in verb.children if c.dep_ in _CLAUSES and c.i > verb.i]
    negated = refused or is_negated(verb) or (above is not None and is_negated(above))
    for issue in issues[:1]:
        if issue.pos_ != "PRON" and issue.ent_type_ not in _TIMES:  # "argues for years"
            yield Draft(_holders(verb), issue, _words_of(verb, above), negated)


def _carries(above: Token) -> bool:
    """Whether a stance pledged, refused or gone on with is so now."""
    return is_standing(above) or above.lemma_.lower() in stances().continuing


def _whole(verb: Token, item: Token) -> Token:
    """Return the clause of which an object is the subject ("does not allow girls to study")."""
    return item.head if item.head.dep_ == "ccomp" and item.head.head == verb else item


def _refused(verb: Token) -> Iterator[Draft]:
    """Read "refuses to join X", "has long refused to disarm": what is refused is not done."""
    if not (verb.tag_ in ("VBZ", "VBP") or (is_standing(verb) and is_lasting(verb))):
        return
    for inner in (c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "VERB"):
        held = stances().verbs.get(inner.lemma_.lower())
        if held is not None and not held.when:
            continue  # read with its own verb
        issues = [*verb_arguments(inner).objects, *(head for _, head in phrases_of(inner))]
        issue = next((i for i in issues if i.pos_ != "PRON"), inner)
        yield Draft(_holders(verb), issue, (verb, inner), negated=True)


def _had(verb: Token) -> Iterator[Draft]:
    """Read "has no intention of X", "has no relations with X", "follows a neutral policy"."""
    words = stances()
    if not is_standing(verb):
        return
    for noun in verb_arguments(verb).objects:
        negated = is_negated(verb) or is_negated(noun)
        lemma = noun.lemma_.lower()
        if lemma not in words.had and not (negated and lemma in words.had_not):
            continue
        hanging = [*phrases_of(noun), *phrases_of(verb)]
        issues = [head for prep, head in hanging if prep in words.had_about]
        issues += [c for c in noun.children if c.dep_ in ("acl", "ccomp")]
        issues += [c for c in noun.children if c.dep_ == "amod" and c.lower_ in words.alone]
        if issues:
            yield Draft(_holders(verb), issues[0], (noun,), negated)


def _named(verb: Token) -> Iterator[Draft]:
    """Read "considers X its partner", "calling both X and Y their strategic partners"."""
    words = stances()
    viewed = verb.lemma_.lower() in words.views and is_standing(verb)
    for issue, name in _names(verb):
        # "called the raid an outrage" is an act of speech; "called Peru its ally" is a relation.
        related = name.lemma_.lower() in words.relations
        if (viewed or related) and name.is_alpha and issue.pos_ != "PRON":
            yield Draft(_holders(verb), issue, (name,), is_negated(verb))


def _names(verb: Token) -> Iterator[tuple[Token, Token]]:
    """Yield (what is named, the name) for a verb of naming."""
    arguments = verb_arguments(verb)
    if len(arguments.objects) == 2:
        # "calling both Russia and China their partners", parsed as two objects.
        yield arguments.objects[0], arguments.objects[1]
        return
    names = [c for c in verb.children if c.dep_ in ("oprd", "attr")]
    names += [head for prep, head in phrases_of(verb) if prep == "as"]
    names += [name for issue in arguments.objects for name in _as_inside(issue)]
    for name in names:
        for issue in arguments.objects[:1]:
            yield issue, name
    for child in verb.children if not names else ():
        # "calling Russia and China their partners": often parsed as one small clause.
        if child.dep_ == "ccomp" and child.pos_ in ("NOUN", "PROPN", "ADJ"):
            yield from ((subject, child) for subject in child.children if subject.dep_ == "nsubj")


def _as_inside(issue: Token) -> Iterator[Token]:
    """Yield what an "as" names that the parse hung on the issue ("views the growth as a threat")."""
    for token in issue.subtree:
        if token.lower_ == "as" and token.dep_ == "prep" and token.head.pos_ in ("NOUN", "PROPN"):
            yield from pobjs(token)


def _expressed(verb: Token) -> Iterator[Draft]:
    """Read "expressed concern over X", "have voiced support for X"."""
    words = stances()
    arguments = verb_arguments(verb)
    if verb.lemma_.lower() in words.having and not is_standing(verb):
        return  # "had doubts" may be over; "voiced doubts" is told as standing
    for noun in arguments.objects:
        if noun.lemma_.lower() not in words.feelings:
            continue
        hanging = [*phrases_of(noun), *phrases_of(verb)]
        issues = [head for prep, head in hanging if prep in words.about]
        inner = next((c for c in noun.children if c.dep_ in ("acl", "ccomp")), None)
        issue = issues[0] if issues else inner
        if issue is not None:
            yield Draft(_holders(verb), issue, (noun,), is_negated(verb))


def _holders(verb: Token) -> tuple[Token, ...]:
    return verb_arguments(verb).subjects


def _words_of(verb: Token, above: Token | None) -> tuple[Token, ...]:
    return (above, verb) if above is not None else (verb,)

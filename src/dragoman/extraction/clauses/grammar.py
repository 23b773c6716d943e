"""Who stands where around a verb: its subjects, objects and phrases.

Reads through passives, relative clauses, control, coordination and participles.
Labels are those of spaCy's English models (ClearNLP's scheme).
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebooks.event_words import event_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
_PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
_OBJECTS = frozenset({"dobj", "obj"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_MAX_CLIMB = 12


class Arguments(NamedTuple):
    """The heads of what stands around a verb; deep roles, so a passive's subject is an object."""

    subjects: tuple[Token, ...]
    objects: tuple[Token, ...]
    datives: tuple[Token, ...]
    phrases: tuple[tuple[str, Token], ...]  # (preposition, head of its phrase)
    passive: bool


def verb_arguments(verb: Token) -> Arguments:
    """Return the arguments of ``verb``, found in its own clause and, where shared, around it."""
    passive = is_passive(verb)
    # Of two subjects the nearer one: a dateline ("THE HAGUE --") may pass for the first.
    acting = _SUBJECTS if passive else _SUBJECTS | _PASSIVE_SUBJECTS  # "she's condemned the raid"
    subjects = [c for c in verb.children if c.dep_ in acting and c.i < verb.i][-1:]
    subjects = subjects or [c for c in verb.children if c.dep_ in acting]
    objects = [c for c in verb.children if c.dep_ in _OBJECTS]
    if passive:
        objects += [c for c in verb.children if c.dep_ in (*_PASSIVE_SUBJECTS, "nsubj")]
        subjects = [t for c in verb.children if c.dep_ == "agent" for t in pobjs(c)]
        subjects = subjects or [t for o in objects for prep, t in phrases_of(o) if prep == "by"]
    outer = [] if (objects if passive else subjects) else list(_shared_subjects(verb))
    if passive:
        objects += outer
    else:
        subjects += outer
    if not objects and not passive:
        objects += _borrowed_objects(verb) or _raised_objects(verb)
    return Arguments(
        tuple(map(_antecedent, subjects)),
        tuple(map(_antecedent, objects)),
        tuple(c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"),
        tuple(_phrases(verb, objects)),
        passive,
    )


def is_passive(verb: Token) -> bool:
    """Whether ``verb`` is passive, or a past participle that modifies ("jailed in 2017")."""
    if any(c.dep_ in ("auxpass", "nsubjpass", "agent") for c in verb.children):
        return not _has_done(verb)
    if _lacks_its_object(verb):
        return True
    if verb.tag_ != "VBN" or any(
        c.dep_ in ("aux", "dobj") and c.lemma_ != "be" for c in verb.children
    ):
        return False
    if verb.dep_ in ("acl", "amod") or is_aside(verb):
        return True
    return verb.dep_ == "conj" and verb.head.tag_ == "VBN" and is_passive(verb.head)


def _has_done(verb: Token) -> bool:
    """Whether "'s" before a participle with an object stands for "has" ("he's slammed the act")."""
    has = any(c.dep_ == "auxpass" and c.lower_ in ("'s", "’s") for c in verb.children)
    return has and any(c.dep_ in _OBJECTS for c in verb.children)


def _lacks_its_object(verb: Token) -> bool:
    """Whether a verb that always has an object has none: "Mayor charged with fraud", "three held"."""
    if verb.tag_ not in ("VBN", "VBD") or verb.dep_ == "relcl":
        return False
    lemma = verb.lemma_.lower()
    forms = {lemma, *(f"{lemma}_{c.lower_}" for c in verb.children if c.dep_ == "prep")}
    if forms.isdisjoint(event_words("grammar", "transitive")):
        return False
    shared = (c for v in verb.children if v.dep_ == "conj" for c in v.children)
    around = [*verb.children, *shared]
    return not any(c.dep_ in (*_OBJECTS, "ccomp", "xcomp") or c.lemma_ == "have" for c in around)


def is_aside(verb: Token) -> bool:
    """Whether a past participle opens a clause beside the main one ("Asked about it, she …")."""
    if verb.dep_ != "advcl" or verb.tag_ != "VBN" or verb.i > verb.head.i:
        return False
    return all(c.dep_ not in ("aux", "nsubj", "dobj") for c in verb.children)


def pobjs(preposition: Token) -> Iterator[Token]:
    """Yield the heads that a preposition governs, through "between … and" chains of prepositions."""
    for child in preposition.children:
        if child.dep_ in ("pobj", "pcomp"):
            yield child
        elif child.dep_ in ("prep", "conj") and child.pos_ == "ADP":
            yield from pobjs(child)


def phrases_of(token: Token) -> Iterator[tuple[str, Token]]:
    """Yield (preposition, head) for each phrase that hangs on ``token``."""
    for child in token.children:
        if child.dep_ in ("prep", "dative", "agent") and child.pos_ in (
            "ADP",
            "SCONJ",
            "PART",
            "VERB",
        ):
            for head in pobjs(child):
                yield child.lower_, head


def coordinated(token: Token) -> tuple[Token, ...]:
    """Return ``token`` and all that is coordinated with it, in order."""
    found = [token]
    for one in found:
        found += [c for c in one.children if c.dep_ == "conj" and c.pos_ != "VERB"]
        found += [c for c in one.children if _goes_on(one, c)]
    return tuple(found)


def _goes_on(name: Token, next_one: Token) -> bool:
    """Whether the parser takes a list of names for names beside a name ("Lima, Quito and Bogota")."""
    names = name.pos_ == "PROPN" and next_one.pos_ == "PROPN" and next_one.ent_type_ == "GPE"
    listed = next_one.dep_ == "appos" and any(c.dep_ == "conj" for c in next_one.children)
    return names and listed and next_one.i > name.i


def complement(verb: Token) -> Token | None:
    """Return the verb of the infinitive, participle or clause that completes ``verb``."""
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp") and child.pos_ in ("VERB", "AUX"):
            return child
        if child.dep_ in ("acomp", "attr", "oprd", "dobj"):
            inner = [c for c in child.children if c.dep_ in ("xcomp", "acl", "ccomp", "relcl")]
            if inner and inner[0].pos_ in ("VERB", "AUX"):
                return inner[0]
    return None


def is_infinitive(verb: Token) -> bool:
    """Whether a "to" marks ``verb``."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def heads_a_headline(verb: Token) -> bool:
    """Whether an infinitive is the finite verb of a headline ("Premier to tour flooded valley").

    The parser makes it the root, or hangs it on its subject, whatever it takes that for.
    """
    if not is_infinitive(verb):
        return False
    above = verb.head
    return above == verb or (
        above.dep_ == "ROOT" and above.pos_ not in ("VERB", "AUX") and above.i < verb.i
    )


def _shared_subjects(verb: Token) -> Iterator[Token]:
    """Yield subjects that ``verb`` has from outside its clause."""
    current = verb
    for _ in range(_MAX_CLIMB):
        head, dep = current.head, current.dep_
        if head == current:
            return
        if dep == "relcl":
            # A subject that is not its own: "the army, which …" was handled by _antecedent; here
            # the pronoun is left out ("the men detained").
            yield head
            return
        if dep in ("acl", "amod"):
            yield from _holder(current, head)
            return
        if dep in ("xcomp", "advcl") and heads_a_headline(current):
            yield head
            return
        if dep in ("xcomp", "ccomp", "advcl", "conj", "pcomp", "prep", "dep", "parataxis", "acomp"):
            found = tuple(_from_governor(current, head)) or tuple(_pursuing(current, head))
            if found:
                yield from found
                return
            current = head
            continue
        return


def _holder(participle: Token, noun: Token) -> Iterator[Token]:
    """Who does what a participle or infinitive on a noun says ("the decision to expel")."""
    if not is_infinitive(participle):
        document = noun.lemma_.lower() in event_words("grammar", "documents")
        if document and noun.dep_ == "dobj" and noun.head.pos_ == "VERB":
            yield from verb_arguments(noun.head).subjects  # "signed a decree granting …"
        else:
            yield noun
        return
    owners = [c for c in noun.children if c.dep_ == "poss"]
    if owners:
        yield from owners
    elif noun.dep_ in ("dobj", "pobj", "attr") and noun.head.pos_ in ("VERB", "AUX"):
        yield from verb_arguments(noun.head).subjects
    elif _is_stood_in(noun):
        yield from verb_arguments(noun.head.head).subjects
    elif noun.dep_ == "ROOT":
        yield noun
    else:
        yield from (c for c in noun.children if c.dep_ == "amod" and c.ent_type_ in ("NORP", "GPE"))


def _pursuing(of: Token, noun: Token) -> Iterator[Token]:
    """Who is at what a gerund tells ("has begun the process of pulling out")."""
    pursued = of.dep_ == "prep" and noun.lemma_.lower() in event_words("grammar", "pursuits")
    if pursued and noun.dep_ == "dobj" and noun.head.pos_ == "VERB":
        yield from verb_arguments(noun.head).subjects


def _is_stood_in(noun: Token) -> bool:
    """Whether a noun tells in what its subject stands ("is under pressure to", "in a bid to")."""
    there = noun.dep_ == "pobj" and noun.head.lower_ in ("under", "in")
    return there and noun.head.head.pos_ in ("VERB", "AUX")


def _from_governor(current: Token, head: Token) -> Iterator[Token]:
    if head.pos_ not in ("VERB", "AUX"):
        return
    if _tells_of_the_object(current, head):
        yield from (c for c in head.children if c.dep_ in _OBJECTS)
        return
    in_complement = current.dep_ in ("xcomp", "pcomp", "prep", "ccomp")
    if in_complement and head.lemma_.lower() in event_words("grammar", "object_control"):
        objects = [c for c in head.children if c.dep_ in ("dobj", "nsubjpass", "dative")]
        objects = objects or [
            t for c in head.children if c.dep_ == "prep" and c.lower_ == "on" for t in pobjs(c)
        ]
        if objects:
            yield from objects[:1]
            return
    own = [c for c in head.children if c.dep_ in _SUBJECTS | _PASSIVE_SUBJECTS]
    if own:
        # A passive head shares its subject: "was arrested and taken", "was seen leaving".
        yield from own


def _tells_of_the_object(participle: Token, verb: Token) -> bool:
    """Whether a participle after a verb tells of whom that was done to ("held two, accused of …")."""
    after = participle.dep_ == "advcl" and participle.tag_ == "VBN" and participle.i > verb.i
    to_people = verb.lemma_.lower() in event_words("grammar", "to_people")
    return after and to_people and any(c.dep_ in _OBJECTS for c in verb.children)


def _raised_objects(verb: Token) -> list[Token]:
    """Return the subject of an infinitive as object of the verb over it ("allowed Chad to …")."""
    return [
        subject
        for child in verb.children
        if child.dep_ == "ccomp" and is_infinitive(child)
        for subject in child.children
        if subject.dep_ == "nsubj"
    ]


def _borrowed_objects(verb: Token) -> list[Token]:
    """Return objects that stand with a coordinated verb ("arrested and deported the men")."""
    if verb.dep_ == "relcl":
        fronted = [c for c in verb.children if c.lower_ in _RELATIVE and c.dep_ not in _SUBJECTS]
        has_subject = any(c.dep_ in _SUBJECTS for c in verb.children)
        if has_subject and (fronted or not any(c.dep_ in _OBJECTS for c in verb.children)):
            return [verb.head]
        return []
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ == "VERB" and child.i - verb.i <= 3:
            return [c for c in child.children if c.dep_ in _OBJECTS]
    return []


def _antecedent(token: Token) -> Token:
    """Return what a relative pronoun stands for, else the token itself."""
    if token.lower_ in _RELATIVE and token.tag_ in ("WDT", "WP", "IN"):
        for above in token.ancestors:
            if above.dep_ == "relcl":
                return above.head
    return token


def _phrases(verb: Token, objects: list[Token]) -> Iterator[tuple[str, Token]]:
    """Yield the verb's phrases, then those that hang on its objects ("sanctions on Iran")."""
    yield from phrases_of(verb)
    for child in verb.children:
        if child.dep_ == "prt":
            yield from phrases_of(child)
    for item in objects:
        for one in coordinated(item):
            yield from phrases_of(one)


def coordinated_verb(verb: Token, head: Token) -> bool:
    """Whether ``verb`` continues ``head`` under one auxiliary ("will meet and sign")."""
    if verb.dep_ != "conj" or verb.head != head or head.pos_ not in ("VERB", "AUX"):
        return False
    own = any(c.dep_ in ("aux", "nsubj", "auxpass") for c in verb.children)
    return not own and verb.tag_ == head.tag_


def lemma_of(token: Token, known: Container[str]) -> str:
    """Return the token's lemma, mended where the lemmatiser cut too much ("staged": stag)."""
    lemma = token.lemma_.lower()
    if lemma not in known and token.lower_.endswith(("ed", "ing", "es")) and lemma + "e" in known:
        return lemma + "e"
    return lemma

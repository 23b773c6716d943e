"""Who speaks at a cue, as the words around it say: subject, agent, possessor, source."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebooks.reporting import reporting_words
from dragoman.codebooks.speaker_words import speaker_words
from dragoman.extraction.quotations.nameedges import after_clock, before_aside
from dragoman.extraction.quotations.scene import Scene
from dragoman.extraction.quotations.trees import child, subtree
from dragoman.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
_CLIMBS = frozenset({"advcl", "xcomp", "conj", "pcomp", "prep", "aux", "ccomp", "acomp"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_DASHES = frozenset({"-", "–", "—", "--"})
_RELATIVES = frozenset({"who", "which", "that"})
_MAX_CLIMB = 6


class Speaking(NamedTuple):
    """The words that name one speaker.

    `head` is the head word; `referent` the word to resolve: the antecedent where `head` is a
    relative pronoun, else `head`.
    """

    head: Token
    span: Span
    referent: Token


def speakers_of(scene: Scene, verb: Token) -> tuple[Speaking, ...]:
    """Return the speakers of a reporting verb; several if they are joined ("A and B said")."""
    head = _subject(verb)
    if head is None or scene.quoted(head):  # a subject inside marks is the parser's mistake
        return ()
    return _joined(scene, head, verb)


def _subject(verb: Token) -> Token | None:
    """Climb from the verb to the nearest subject or agent that speaks."""
    node = verb
    if (shown := _shown(verb)) is not None:
        return shown
    for _ in range(_MAX_CLIMB):
        if (agent := _agent(node)) is not None:
            return agent
        if node == verb and _hides_speaker(node):
            return None
        if (subject := _nearest_subject(node)) is not None:
            return subject
        if node.dep_ in {"acl", "relcl"} and node != node.head:
            return phrase_head(node.head) if _is_main_verb(node) else node.head
        if (up := _climbed(node)) is None:
            return None
        node = up
        if node.pos_ in {"NOUN", "PROPN"}:
            return _possessor(node) or node
    return None


def _shown(verb: Token) -> Token | None:
    """Return who speaks in "footage of Sandu saying": whoever is seen or heard in the thing."""
    before = verb.nbor(-1) if verb.i and verb.tag_ == "VBG" else None
    seen = before is not None and before.dep_ == "pobj" and before.head.lower_ == "of"
    return before if seen else None


def _climbed(node: Token) -> Token | None:
    """Return where to look for a subject next: the verb above, or who owns the noun above."""
    if node.dep_ not in _CLIMBS:
        return None
    noun = node.head.head
    if node.dep_ != "pcomp" or noun.pos_ not in {"NOUN", "PROPN"}:
        return node.head
    if (owner := _possessor(noun)) is not None:
        return owner
    # "coined the term in describing …": whoever coined
    return noun.head if noun.dep_ == "dobj" and noun.head.pos_ == "VERB" else None


def _nearest_subject(verb: Token) -> Token | None:
    """Return a verb's subject; of two the one next to it: "*This* Monday *Rotaru* said …"."""
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    before = [c for c in subjects if c.i < verb.i]
    return before[-1] if before else next(iter(subjects), None)


def _is_main_verb(verb: Token) -> bool:
    """Whether the parser made a relative clause of a sentence's main verb.

    "Majorities of voters in five states say …": finite, with neither subject nor relative word.
    """
    return verb.tag_ in _FINITE and not any(
        t.tag_ in {"WDT", "WP"} or t.lower_ == "that" for t in verb.lefts
    )


def phrase_head(token: Token) -> Token:
    """Return the head of the whole noun phrase that a word stands in.

    "Anna Roe, a spokesman in Riga, said": from Riga over the spokesman to Roe.
    """
    node = best = token
    for _ in range(_MAX_CLIMB):
        up = node.head
        if up.i >= node.i:
            break
        if node.dep_ == "appos" and up.pos_ == "PROPN":
            return up
        if up.pos_ in _NOMINAL:
            best = up
        elif up.dep_ not in {"prep", "acl", "relcl"}:
            break
        node = up
    return best


def _hides_speaker(verb: Token) -> bool:
    """Whether a passive leaves unsaid who speaks: "he was told that", "when asked about"."""
    if child(verb, "nsubjpass") is not None:
        return verb.lemma_ != "quote"
    if verb.tag_ != "VBN" or child(verb, "nsubj", "aux", "auxpass") is not None:
        return False
    if verb.head.pos_ == "PROPN" and verb.head.i == verb.i - 1:
        return False  # "Roe called Baker a liar", read as "Roe, called Baker"
    return verb.dep_ in {"advcl", "acl", "ROOT"}


def _agent(verb: Token) -> Token | None:
    agent = child(verb, "agent")
    return child(agent, "pobj") if agent is not None else None


def _possessor(noun: Token) -> Token | None:
    return child(noun, "poss")


def _joined(scene: Scene, head: Token, verb: Token) -> tuple[Speaking, ...]:
    """Split "Kazakhstan and Uzbekistan" into its members."""
    heads = [head]
    while (
        after := next(
            (
                c
                for c in heads[-1].conjuncts
                if c.i > heads[-1].i and c.head == heads[-1] and c.pos_ in _NOMINAL
            ),
            None,
        )
    ) is not None:
        heads.append(after)
        if len(heads) > 12:
            break
    return tuple(_speaking(scene, h, others=[o for o in heads if o != h], verb=verb) for h in heads)


def _speaking(scene: Scene, head: Token, *, others: list[Token], verb: Token) -> Speaking:
    cut = [*others, verb]
    kept = {i for i in subtree(head, without=cut) if i != verb.i}
    doc = scene.passage.doc
    first, last = head.i, head.i
    while (
        first - 1 in kept
        and doc[first - 1].text not in {".", "!", "?"}
        and not doc[first].is_sent_start
        and not (doc[first - 1].is_punct and doc[first - 1].text in ",;")
        and not _is_dash(doc[first - 1])
    ):
        first -= 1
    joint = child(head, "cc") if others else None
    stop = joint.left_edge.i if joint is not None and joint.i > head.i else len(doc)
    while last + 1 in kept and last + 1 < stop:
        last += 1
    last = before_aside(head, last)
    while last > head.i and (
        (doc[last].is_punct and doc[last].text not in ").’'\"”")
        or doc[last].dep_ in {"cc", "preconj"}
    ):
        last -= 1
    while first < head.i and (doc[first].dep_ in {"cc", "preconj"} or doc[first].is_punct):
        first += 1
    opening = after_clock(doc[first], head)
    return Speaking(head, scene.span(opening, doc[last]), _referent(head))


def _is_dash(token: Token) -> bool:
    """Whether a dash ends a dateline or an aside: "RIGA (Reuters) - Roe said"."""
    return token.text in _DASHES and token.i > 0 and bool(token.nbor(-1).whitespace_)


def named_by(scene: Scene, head: Token, verb: Token) -> Speaking:
    """Return the speaker that a head word names, with the words that belong to it."""
    return _speaking(scene, head, others=[], verb=verb)


def _referent(head: Token) -> Token:
    if _is_carrier(head):
        return _author(head)
    if head.lower_ not in _RELATIVES:
        return head
    node = head
    for _ in range(_MAX_CLIMB):
        if node.dep_ == "relcl":
            return _author(node.head) if _is_carrier(node.head) else node.head
        if node.head == node:
            break
        node = node.head
    return head


def _author(carrier: Token) -> Token:
    """Return who wrote what speaks: "a letter from the minister", "the ministry's report"."""
    for link in carrier.children:
        if link.dep_ in {"prep", "agent"} and link.lower_ in {"by", "from", "of"}:
            if (author := child(link, "pobj")) is not None:
                return author
        elif link.dep_ == "acl" and (agent := _agent(link)) is not None:
            return agent
    named = next((c for c in carrier.children if _names(c)), None)
    return _possessor(carrier) or named or _issuer(carrier) or carrier


def _is_carrier(noun: Token) -> bool:
    """Whether a noun carries the words of its author: a statement, a website."""
    lemma = noun.lemma_.lower()
    return noun.pos_ == "NOUN" and (
        lemma in reporting_words().statements or lemma in speaker_words().carriers
    )


def _names(modifier: Token) -> bool:
    """Whether a noun before a carrier names its author: "a *WHO* report"."""
    return (
        modifier.dep_ in {"compound", "nmod"}
        and modifier.pos_ == "PROPN"
        and modifier.ent_type_ in {"ORG", "GPE", "NORP", "PERSON"}
    )


def _issuer(carrier: Token) -> Token | None:
    """Return who issued what speaks: "*they* released a statement which said"."""
    verb = carrier.head
    if carrier.dep_ != "dobj" or verb.lemma_.lower() not in speaker_words().issuing:
        return None
    return _nearest_subject(verb)


def source_of(scene: Scene, preposition: Token) -> tuple[Speaking, ...]:
    """Return the speakers of "according to X"."""
    inner = child(preposition, "prep", "prt") or preposition
    noun = child(inner, "pobj", "pcomp")
    return _joined(scene, noun, preposition) if noun is not None and noun.pos_ in _NOMINAL else ()


def owner_of(scene: Scene, noun: Token) -> tuple[Speaking, ...]:
    """Return whose words a noun reports: "his warning that", "a statement from X that"."""
    if (owner := _possessor(noun)) is not None:
        return _joined(scene, owner, noun)
    for link in noun.children:
        if (
            link.dep_ == "prep"
            and link.lower_ in {"from", "by", "of"}
            and (giver := child(link, "pobj"))
        ):
            return _joined(scene, giver, noun)
    if noun.dep_ in {"dobj", "pobj"}:
        node = noun.head if noun.dep_ == "dobj" else noun.head.head
        subject = _subject(node) if node.pos_ in {"VERB", "AUX"} else None
        return _joined(scene, subject, noun) if subject is not None else ()
    return ()

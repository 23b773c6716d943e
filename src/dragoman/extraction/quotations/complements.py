"""Which words a reporting verb reports, as the dependency tree has them."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from dragoman.codebooks.reporting import ReportingVerb
from dragoman.extraction.quotations.scene import Scene
from dragoman.extraction.quotations.trees import child, pieces, subtree
from dragoman.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMPLEMENTISERS = frozenset({"that", "if", "whether"})
_REASONS = frozenset({"because", "since", "if", "unless", "although", "though", "so"})
_WIDE = frozenset({"clause", "predicate", "as", "marked"})
_NEAR = 9  # tokens between a verb and the marks it governs
_PARTS = frozenset({".", ";", ":", "!", "?", ","})


def clause_of(scene: Scene, verb: Token) -> tuple[Span, ...]:
    """Return the clause that ``verb`` reports: after it, before it, or around it."""
    clauses = [c for c in verb.children if c.dep_ == "ccomp"]
    if not clauses and (strayed := _strayed_clause(verb)) is not None:
        content = {i for i in subtree(strayed) if i > verb.i}
        return tuple(pieces(scene, _without_complementiser(scene, content), breaks={verb.i}))
    if not clauses:
        return _around(scene, verb)
    reasons = [c for c in verb.children if _belongs_to_clause(c, clauses[-1])]
    own = subtree(verb, without=[*clauses, *reasons])
    content = set()
    for clause in (*clauses, *reasons):
        below = subtree(clause)
        content |= {i for i in below if i > verb.i or clause.i < verb.i or _fronted(verb, i)}
    return tuple(pieces(scene, _without_complementiser(scene, content), breaks=own))


def _fronted(verb: Token, index: int) -> bool:
    """Whether a word is a relative that the clause lends to the front: "which he said was new"."""
    return index < verb.i and verb.doc[index].tag_ in {"WDT", "WP"}


def _belongs_to_clause(token: Token, clause: Token) -> bool:
    """Whether a clause after the reported one is reported with it: "said it fell because …"."""
    return (
        token.dep_ == "advcl"
        and token.i > clause.i > clause.head.i
        and any(c.dep_ == "mark" and c.lower_ in _REASONS for c in token.children)
    )


def _strayed_clause(verb: Token) -> Token | None:
    """Return a that-clause that the parser hung on a noun: "said in an interview that …"."""
    for link in verb.children:
        noun = child(link, "pobj") if link.dep_ == "prep" and link.i > verb.i else None
        while noun is not None:
            for clause in noun.children:
                that = child(clause, "mark")
                if that is not None and that.lower_ == "that" and that.i < clause.i:
                    return clause
            deeper = child(noun, "prep")
            noun = child(deeper, "pobj") if deeper is not None else None
    return None


def _around(scene: Scene, verb: Token) -> tuple[Span, ...]:
    """The plan, he said, is dead: the verb hangs on what it reports."""
    if verb.dep_ != "parataxis" or child(verb, "nsubj") is None:
        return ()
    top = verb.head
    own = subtree(verb)
    content = subtree(top, without=[verb])
    return tuple(pieces(scene, content, breaks=own))


def infinitive_of(scene: Scene, verb: Token) -> tuple[Span, ...]:
    """Return "to leave" in "promised to leave"."""
    clause = child(verb, "xcomp")
    if clause is None or clause.i < verb.i or not any(c.lower_ == "to" for c in clause.children):
        return ()
    return tuple(pieces(scene, subtree(clause), breaks={verb.i}))


def object_of(scene: Scene, verb: Token) -> tuple[Span, ...]:
    """Return "a plan" in "announced a plan"."""
    thing = child(verb, "dobj")
    if thing is None or thing.i < verb.i or thing.pos_ == "PRON":
        return ()
    return tuple(pieces(scene, subtree(thing), breaks={verb.i}))


def predicate_of(scene: Scene, verb: Token) -> tuple[Span, ...]:
    """Return "the visit historic" in "called the visit historic": object and what it is called."""
    clause = child(verb, "ccomp")
    named = child(verb, "oprd", "xcomp", "attr")
    thing = child(verb, "dobj")
    if clause is not None and child(clause, "nsubj") is not None:
        return tuple(pieces(scene, subtree(clause), breaks={verb.i}))
    things = [c for c in verb.children if c.dep_ in {"dobj", "iobj", "dative"} and c.i > verb.i]
    if named is None and len(things) == 2:
        named = things[1]
    if named is None or named.i < verb.i:
        return ()
    content = subtree(named)
    if thing is not None and thing != named and verb.i < thing.i:
        content |= subtree(thing)
    return tuple(pieces(scene, content, breaks={verb.i}))


def as_of(scene: Scene, verb: Token) -> tuple[Span, ...]:
    """Return "him as a thief" in "described him as a thief"."""
    role = next((c for c in verb.children if c.lower_ == "as" and c.i > verb.i), None)
    if role is None:
        return ()
    content = subtree(role)
    thing = child(verb, "dobj")
    if thing is not None and thing.i > verb.i:
        content |= subtree(thing)
    return tuple(pieces(scene, content, breaks={verb.i}))


def about_of(scene: Scene, verb: Token) -> tuple[Span, ...]:
    """Return "the visit" in "asked about the visit"."""
    topic = next((c for c in verb.children if c.lower_ == "about" and c.i > verb.i), None)
    if topic is None or verb.tag_ == "VBN":  # "asked about the visit, he said" asks nothing
        return ()
    return tuple(pieces(scene, subtree(topic) - {topic.i}, breaks={verb.i}))


def everything_of(scene: Scene, verb: Token) -> tuple[Span, ...]:
    """Return all complements after the verb, from its object on."""
    kept = [
        c
        for c in verb.children
        if c.i > verb.i and c.dep_ in {"dobj", "prep", "xcomp", "ccomp", "oprd", "attr", "dative"}
    ]
    content: set[int] = set()
    for part in kept:
        content |= subtree(part)
    return tuple(pieces(scene, content, breaks={verb.i}))


def _without_complementiser(scene: Scene, content: set[int]) -> set[int]:
    doc = scene.passage.doc
    ordered = sorted(content)
    while ordered and (
        (doc[ordered[0]].lower_ in _COMPLEMENTISERS and doc[ordered[0]].dep_ in {"mark", "det"}
         and doc[ordered[0]].lower_ == "that")
        or doc[ordered[0]].is_punct
    ):  # fmt: skip
        ordered.pop(0)
    return set(ordered)


def reported_by(scene: Scene, verb: Token, entry: ReportingVerb) -> tuple[Span, ...]:
    """Return what ``verb`` reports by the first of its frames that fits; () if none does."""
    for frame, find in _FINDERS.items():
        if frame in entry.frames and (found := find(scene, verb)):
            return found
    if "marked" in entry.frames:
        found = everything_of(scene, verb)
        if any(scene.stretches_in(span) for span in found):
            return found
    return marks_after(scene, verb) if entry.frames & _WIDE else ()


def marks_after(scene: Scene, verb: Token) -> tuple[Span, ...]:
    """Return the words up to the first stretch after a verb: "declaring it “a great day”".

    Word order stands in for the tree where the parser loses the marks' grammar.
    """
    end = scene.starts[verb.i] + len(verb.text)
    number = bisect_left(scene.opened, end)
    if number == len(scene.stretches):
        return ()
    stretch = scene.stretches[number]
    between = scene.tokens_in(Span(end, stretch.outer.start))
    if len(between) > _NEAR or any(t.text in _PARTS for t in between):
        return ()
    that = next((n for n, t in enumerate(between) if t.lower_ == "that"), None)
    if that is not None:
        between = between[that + 1 :]
    elif any(t.pos_ in {"VERB", "AUX"} for t in between):
        return ()
    start = scene.starts[between[0].i] if between else stretch.inner.start
    return (Span(start, stretch.inner.end),)


_FINDERS = {
    "predicate": predicate_of,
    "as": as_of,
    "clause": clause_of,
    "infinitive": infinitive_of,
    "about": about_of,
    "object": object_of,
}

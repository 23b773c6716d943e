"""Which clause a reporting verb reports: after it, before it, around it, or strayed in the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebooks.reporting import reporting_words
from dragoman.extraction.quotations.scene import Scene
from dragoman.extraction.quotations.trees import child, pieces, subtree
from dragoman.extraction.quotations.wordorder import following_of, parenthesis_of
from dragoman.records import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

_REASONS = frozenset({"because", "since", "if", "unless", "although", "though", "so"})
_QUESTIONS = frozenset({"if", "whether"})
_ASKING = frozenset({"ask", "enquire", "inquire", "query", "wonder"})
_ADDRESSING = frozenset({"tell", "inform", "assure", "remind", "warn", "notify", "reassure"})
_TIED = frozenset({"as", "about", "against"})
_WALLS = frozenset(";:()[]")
_RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")


def clause_of(scene: Scene, verb: Token) -> tuple[Span, ...]:
    """Return the clause that ``verb`` reports: after it, before it, or around it."""
    clauses = _clauses(verb)
    if not clauses and (strayed := _strayed_clause(verb)) is not None:
        content = {i for i in subtree(strayed) if i > verb.i}
        return tuple(pieces(scene, without_complementiser(scene, content), breaks={verb.i}))
    if not clauses:
        return _around(scene, verb) or parenthesis_of(scene, verb) or following_of(scene, verb)
    reasons = [c for c in verb.children if _belongs_to_clause(c, clauses[-1])]
    own = subtree(verb, without=[*clauses, *reasons])
    content = set()
    for clause in (*clauses, *reasons):
        below = subtree(clause)
        content |= {i for i in below if i > verb.i or clause.i < verb.i or _fronted(verb, i)}
    return tuple(pieces(scene, without_complementiser(scene, content), breaks=own))


def without_complementiser(scene: Scene, content: set[int]) -> set[int]:
    """Leave out the "that" and the punctuation that begin a clause."""
    doc = scene.passage.doc
    ordered = sorted(content)
    while ordered and (
        (doc[ordered[0]].lower_ == "that" and doc[ordered[0]].dep_ in {"mark", "det"})
        or doc[ordered[0]].is_punct
    ):
        ordered.pop(0)
    return set(ordered)


def _clauses(verb: Token) -> list[Token]:
    """Return the clauses that hang on a verb, without those of another sentence.

    The parser likes to hang the sentence before on a verb that has its clause already: "He did
    not come; more so, she said that …".
    """
    clauses = [c for c in verb.children if c.dep_ == "ccomp"]
    after = [c for c in clauses if c.i > verb.i]
    if not after:
        after = [c for c in verb.children if _is_question(verb, c)]
    if after and not _parts(verb, after[0]):
        return after
    return [c for c in clauses if c.i > verb.i or not _is_walled_off(verb, c)] or after


def _is_question(verb: Token, clause: Token) -> bool:
    """Whether a clause is what is asked, though the parser takes it for a condition."""
    mark = child(clause, "mark")
    return (
        verb.lemma_ in _ASKING
        and clause.dep_ == "advcl"
        and clause.i > verb.i
        and mark is not None
        and mark.lower_ in _QUESTIONS
    )


def _parts(verb: Token, clause: Token) -> bool:
    """Whether a comma ends the attribution: A, he said, B."""
    between = verb.doc[verb.i + 1 : clause.left_edge.i]
    return any(t.text == "," for t in between) and child(clause, "mark") is None


def _is_walled_off(verb: Token, clause: Token) -> bool:
    """Whether a semicolon, a colon or a bracket stands between a verb and a clause before it."""
    end = max(i for i in subtree(clause) if i < verb.i)
    first = min(i for i in subtree(verb, without=[clause]) if i > clause.i)
    doc = verb.doc
    return any(doc[i].text in _WALLS for i in range(min(end, first), verb.i))


def _fronted(verb: Token, index: int) -> bool:
    """Whether a word is a relative that the clause lends to the front: "which he said was new"."""
    return index < verb.i and verb.doc[index].tag_ in {"WDT", "WP"}


def _belongs_to_clause(token: Token, clause: Token) -> bool:
    """Whether a clause after the reported one is reported with it.

    "said it fell because …"; "it fell, he said, because …".
    """
    return (
        token.dep_ == "advcl"
        and token.i > max(clause.i, clause.head.i)
        and any(c.dep_ == "mark" and c.lower_ in _REASONS for c in token.children)
    )


def _strayed_clause(verb: Token) -> Token | None:
    """Return a clause that the parser hung on a noun after the verb, or None.

    "said in an interview that …"; "told the paper she would stay" (read as "the paper she …").
    """
    thing = child(verb, "dobj", "dative")
    if thing is not None and thing.i > verb.i:
        told = verb.lemma_ in _ADDRESSING or verb.lemma_ == "write"
        clause = _read_as_relative(thing) or (_own_clause(thing) if told else None)
        if clause is not None:
            return clause
    for link in verb.children:
        strays = link.dep_ == "prep" and link.i > verb.i and link.lower_ not in _TIED
        noun = child(link, "pobj") if strays else None
        while noun is not None:
            if _reports_itself(noun):
                return None
            if (clause := _own_clause(noun)) is not None:
                return clause
            deeper = child(noun, "prep")
            noun = child(deeper, "pobj") if deeper is not None else None
    return None


def _read_as_relative(thing: Token) -> Token | None:
    """Return the clause after a name that no relative clause without "that" can belong to."""
    if thing.pos_ not in {"PROPN", "PRON"} and thing.head.lemma_ not in _ADDRESSING:
        return None
    for clause in thing.children:
        if clause.dep_ == "relcl" and child(clause, *_SUBJECTS) is not None:
            first = clause.left_edge
            if first.i == thing.right_edge.i or first.i <= thing.i:
                continue
            if first.tag_ not in _RELATIVES and first.nbor(-1).text != ",":
                return clause
    return None


def _own_clause(noun: Token) -> Token | None:
    """Return the that-clause that hangs on a noun which reports nothing itself."""
    if _reports_itself(noun):
        return None
    for clause in noun.children:
        that = child(clause, "mark")
        if that is not None and that.lower_ == "that" and that.i < clause.i:
            return clause
    return None


def _reports_itself(noun: Token) -> bool:
    """Whether a that-clause after a noun is the noun's own: "responded to reports that …"."""
    words = reporting_words()
    return noun.lemma_ in words.nouns and noun.lemma_ not in words.forums


def _around(scene: Scene, verb: Token) -> tuple[Span, ...]:
    """The plan, he said, is dead; as he said, the plan is dead: the verb hangs on its content."""
    if child(verb, "nsubj") is None or (verb.tag_ == "VBN" and child(verb, "aux") is None):
        return ()
    if verb.dep_ != "parataxis" and not _is_as_clause(verb):
        return ()
    reasons = [c for c in verb.children if _belongs_to_clause(c, verb)]
    own = subtree(verb, without=reasons)
    content = subtree(verb.head, without=[verb])
    for reason in reasons:
        content |= subtree(reason)
    if verb.dep_ == "parataxis" and _walled(verb, own, content):
        return ()
    return tuple(pieces(scene, content, breaks=own))


def _is_as_clause(verb: Token) -> bool:
    """Whether a verb stands in "as he noted" and has no object of its own."""
    if verb.dep_ != "advcl" or child(verb, "dobj", "xcomp") is not None:
        return False
    first = verb.left_edge
    return first.lower_ == "as" and first.head == verb and verb.head.pos_ in {"VERB", "AUX"}


def _walled(verb: Token, own: set[int], content: Sequence[int] | set[int]) -> bool:
    """Whether brackets, a semicolon or a colon part an attribution from what comes before it."""
    before = [i for i in content if i < min(own)]
    if not before:
        return False
    doc = verb.doc
    return any(doc[i].text in _WALLS for i in range(max(before) + 1, verb.i))

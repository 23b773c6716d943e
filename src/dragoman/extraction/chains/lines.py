"""Hands that a line names by its form alone: a transcript's turn, a credit after a dash."""

from __future__ import annotations

import re

from dragoman.codebooks.chain_words import chain_words
from dragoman.extraction.chains.article_level import Piece, piece_at, read_source, source_notes
from dragoman.extraction.chains.media import find_media
from dragoman.extraction.passages import Passage
from dragoman.records import ChainLink, Span

# "HARBOUR MASTER (on the phone): We …": capitals and a colon open a turn.
_TURN = re.compile(
    r"(?P<name>[A-Z][A-Z.'’-]+(?:,? [A-Z0-9][A-Z0-9.'’-]*){0,8})(?: \([^()\n]{1,40}\))?: "
)
# "The pool is shut. — Town hall, sign on its website": a credit without a verb.
_TRAILING = re.compile(r"(?P<before>[\w.!?\"”’]) ?(?:[–—]|--?) (?P<credit>[^.!?–—\n]{2,100})\.?\Z")
_LONGEST = 130  # characters of a line's end in which a credit is looked for
_VERBS = frozenset({"VERB", "AUX"})
_PARTICIPLES = frozenset({"VBG", "VBN"})  # "citing Lusa", "translated by dpa" are no clauses
_MEDIA = frozenset({"agency", "outlet"})


def line_links(text: str, passage: Passage) -> list[ChainLink]:
    """Return the links that the form of a passage's line gives, the origin first."""
    turn = turn_of(text, passage)
    pieces = [
        *([turn] if turn else []),
        *(source_notes(text, passage) or trailing_credit(text, passage)),
    ]
    return [ChainLink(role=p.role, name=p.name, span=p.span) for p in pieces]


def turn_of(text: str, passage: Passage) -> Piece | None:
    """Return who speaks in a passage that is one turn of a transcript, or None."""
    match = _TURN.match(text, passage.block.span.start, passage.span.end)
    if match is None or match["name"].casefold() in chain_words().no_turns:
        return None
    return Piece(match["name"], Span(*match.span("name")), "speaker")


def trailing_credit(text: str, passage: Passage) -> list[Piece]:
    """Return the links of a credit after a closing dash ("– Interfax."), the origin first."""
    end = passage.span.end
    match = _TRAILING.search(text, max(passage.span.start, end - _LONGEST), end)
    if match is None:
        return []
    span = Span(*match.span("credit"))
    head = Span(span.start, text.find(",", *span) if "," in match["credit"] else span.end)
    alone = piece_at(text, head)
    pieces = read_source(text, span) if _passes_on(text, span, head) else [alone] if alone else []
    if not pieces or not (_is_a_name(passage, head) or pieces[0].role in _MEDIA):
        return []
    if match["before"].isalnum() and not any(p.role in _MEDIA for p in pieces):
        return []  # "the mayor – Anna Berg" only names the mayor
    channels = [m for m in find_media(text, *span) if m.role == "channel"]
    return [*pieces, *(Piece(m.name, m.span, m.role) for m in channels)]


def _is_a_name(passage: Passage, head: Span) -> bool:
    """Whether words name somebody and say nothing: no finite verb, a capital, an entity."""
    tokens = passage.tokens(head)
    if tokens is None or any(t.pos_ in _VERBS and t.tag_ not in _PARTICIPLES for t in tokens):
        return False
    named = any(t.ent_type_ in {"PERSON", "ORG", "NORP", "GPE"} for t in tokens)
    return named and tokens.text[:1].isupper()


def _passes_on(text: str, span: Span, head: Span) -> bool:
    """Whether what follows the first name passes the words on: "Lusa, citing Expresso"."""
    following = text[head.end + 1 : span.end].casefold().split()
    relations = chain_words().cited | chain_words().carrier
    return any(" ".join(following[:n]) in relations for n in (1, 2, 3))

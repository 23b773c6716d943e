"""The role that the text gives a speaker: "Kremlin spokesman", "a farmer"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from dragoman.extraction.cast import Cast
from dragoman.extraction.passages import ParsedArticle
from dragoman.extraction.quotations.nameedges import after_clock
from dragoman.records import Actor, Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

_ROLE_DEPS = frozenset({"compound", "amod", "nmod", "poss", "appos"})
_MAX_ROLE = 90  # characters: longer "roles" are clauses that the parser hung on the name


class Introduced(NamedTuple):
    """A person named with a role: where, who, and the role's words."""

    start: int
    actor: Actor
    role: str


class Roles:
    """The roles that the text gives persons beside their names."""

    def __init__(self, parsed: ParsedArticle, cast: Cast) -> None:
        self._parsed, self._cast = parsed, cast

    @cached_property
    def introduced(self) -> tuple[Introduced, ...]:
        """Every person named with a role, in the order of the text."""
        return tuple(self._collect())

    @cached_property
    def _first(self) -> Mapping[str, str]:
        return {i.actor.id: i.role for i in reversed(self.introduced)}

    def of(self, actor_id: str) -> str | None:
        """Return an actor's first role in the article, or None."""
        return self._first.get(actor_id)

    def _collect(self) -> Iterator[Introduced]:
        for passage in self._parsed.passages:
            for mention in self._cast.mentions_in(passage.span):
                actor = self._cast.actor_of(mention)
                if mention.kind != "name" or actor.kind != "person":
                    continue
                tokens = passage.tokens(mention.head)
                if tokens is None:
                    continue
                role = role_beside(
                    self._parsed.article.text, passage.span.start, tokens.root, mention
                )
                if role:
                    yield Introduced(mention.head.start, actor, role)


def role_beside(text: str, offset: int, name: Token, mention: Mention) -> str | None:
    """Return the words beside a name that say who it is: "Kremlin spokesman", "a farmer"."""
    before = [
        c
        for c in name.children
        if c.i < name.i and c.dep_ in _ROLE_DEPS and c.ent_type_ not in {"DATE", "TIME"}
    ]
    named = mention.head.start
    first = min((c.left_edge for c in before), default=name, key=lambda t: t.i)
    left = after_clock(first, name).idx + offset if before else named
    words = text[left:named].strip(" ,")
    if any(ch.islower() for ch in words) and len(words) <= _MAX_ROLE:
        return words
    for note in name.children:
        if note.dep_ == "appos" and note.i > name.i and note.pos_ in {"NOUN", "PROPN"}:
            end = note.right_edge
            words = text[note.left_edge.idx + offset : end.idx + len(end.text) + offset]
            if len(words) <= _MAX_ROLE:
                return words.strip(" ,")
    if name.dep_ == "appos" and name.head.pos_ == "NOUN":
        first = name.head.left_edge
        words = text[first.idx + offset : named].strip(" ,")
        return words if 0 < len(words) <= _MAX_ROLE else None
    return None

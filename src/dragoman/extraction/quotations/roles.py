"""The role that the text gives a speaker: "Kremlin spokesman", "a farmer"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.extraction.cast import Cast
from dragoman.extraction.passages import ParsedArticle
from dragoman.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

_ROLE_DEPS = frozenset({"compound", "amod", "nmod", "poss", "appos"})
_MAX_ROLE = 90  # characters: longer "roles" are clauses that the parser hung on the name


class Roles:
    """The role that the text gives each person where it first names one with the name."""

    def __init__(self, parsed: ParsedArticle, cast: Cast) -> None:
        self._parsed, self._cast = parsed, cast
        self._found: dict[str, str] | None = None

    def of(self, actor_id: str) -> str | None:
        """Return an actor's first role in the article, or None."""
        if self._found is None:
            self._found = self._collect()
        return self._found.get(actor_id)

    def _collect(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for passage in self._parsed.passages:
            for mention in self._cast.mentions_in(passage.span):
                if mention.kind != "name" or mention.actor_id in found:
                    continue
                tokens = passage.tokens(mention.head)
                if tokens is None or self._cast.actor_of(mention).kind != "person":
                    continue
                role = role_beside(
                    self._parsed.article.text, passage.span.start, tokens.root, mention
                )
                if role:
                    found[mention.actor_id] = role
        return found


def role_beside(text: str, offset: int, name: Token, mention: Mention) -> str | None:
    """Return the words beside a name that say who it is: "Kremlin spokesman", "a farmer"."""
    before = [
        c
        for c in name.children
        if c.i < name.i and c.dep_ in _ROLE_DEPS and c.ent_type_ not in {"DATE", "TIME"}
    ]
    named = mention.head.start
    left = min((c.left_edge.idx + offset for c in before), default=named)
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

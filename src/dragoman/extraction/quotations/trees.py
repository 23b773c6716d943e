"""Small questions to a dependency tree, shared by the quotation stage's files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dragoman.extraction.quotations.scene import Scene
from dragoman.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# Tokens read below one word. The longest clause of the tuning articles has 130; without a bound,
# a text without full stops ("he said that he said that …") costs its length squared.
MAX_CLAUSE = 400
_EDGE = frozenset(",;:.!?-–—―…\"“”‘’'«»„` ")
_DANGLING = frozenset({"and", "but", "or"})


def child(token: Token, *labels: str) -> Token | None:
    """Return the first child that hangs on ``token`` by one of these relations, or None."""
    return next((c for c in token.children if c.dep_ in labels), None)


def subtree(token: Token, *, without: Iterable[Token] = ()) -> set[int]:
    """Return the indices of a token and all below it, leaving out some branches."""
    cut = {t.i for t in without}
    found: set[int] = set()
    stack = [token]
    while stack and len(found) < MAX_CLAUSE:
        node = stack.pop()
        if node.i in cut:
            continue
        found.add(node.i)
        stack.extend(node.children)
    return found


def pieces(scene: Scene, indices: set[int], *, breaks: set[int]) -> Iterator[Span]:
    """Yield the words of ``indices`` as spans, cut only where a token of ``breaks`` stands between.

    Punctuation, marks and a dangling conjunction at the ends of a piece are left out.
    """
    doc = scene.passage.doc
    run: list[int] = []
    for i in sorted(indices):
        if run and any(j in breaks for j in range(run[-1] + 1, i)):
            yield from _piece(scene, run)
            run = []
        run.append(i)
    if run and doc:
        yield from _piece(scene, run)


def _piece(scene: Scene, run: list[int]) -> Iterator[Span]:
    doc = scene.passage.doc
    first, last = run[0], run[-1]
    while first <= last and (set(doc[first].text) <= _EDGE or doc[first].is_space):
        first += 1
    while last >= first and (
        set(doc[last].text) <= _EDGE or doc[last].is_space or doc[last].lower_ in _DANGLING
    ):
        last -= 1
    if first <= last:
        yield scene.span(doc[first], doc[last])

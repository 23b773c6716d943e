"""Speech signed with a name: “We will hold.” — Anna Holm, or the name on the next line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.extraction.quotations.cues import Cue
from dragoman.extraction.quotations.scene import Scene
from dragoman.extraction.quotations.speakers import Speaking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

_DASHES = frozenset({"-", "–", "—", "―", "--", "~"})
_MAX_NAME = 5
_MAX_NOTE = 14  # tokens of a signature with its note: "— Anna Holm, in a letter to parliament"


def signature_after(scene: Scene, number: int) -> Cue | None:
    """Return the signature in the gap after a stretch that ends its sentence, or None."""
    if scene.text[scene.stretches[number].inner.end - 1] not in ".!?…":
        return None
    return _signature(scene, scene.tokens_in(scene.gap_after(number)))


def signature_line(scene: Scene) -> Cue | None:
    """Return the signature that a whole short passage is: "- Anna Holm", or None."""
    return None if scene.stretches else _signature(scene, list(scene.passage.doc))


def _signature(scene: Scene, tokens: Sequence[Token]) -> Cue | None:
    tokens = [t for t in tokens if not t.is_space]
    if not 1 < len(tokens) <= _MAX_NOTE or tokens[0].text not in _DASHES:
        return None
    name = []
    for token in tokens[1 : _MAX_NAME + 1]:
        if not token.text[0].isupper():
            break
        name.append(token)
    if not name or (len(tokens) > len(name) + 1 and not tokens[len(name) + 1].is_punct):
        return None
    head = name[-1]
    return Cue(
        "signature",
        scene.span(tokens[0], tokens[0]),
        None,
        None,
        (Speaking(head, scene.span(name[0], head), head),),
        (),
    )

"""Speech signed with a name: “We will hold.” — Anna Holm, or the name on the next line."""

from __future__ import annotations

import re

from dragoman.extraction.quotations.cues import Cue
from dragoman.extraction.quotations.scene import Scene
from dragoman.extraction.quotations.speakers import Speaking
from dragoman.records import Span

_DASH = re.compile(r"\s*([-–—―~]{1,3})\s*")
_MAX_NAME = 5
_MAX_NOTE = 14  # tokens of a signature with its note: "— Anna Holm, in a letter to parliament"


def signature_after(scene: Scene, number: int) -> Cue | None:
    """Return the signature in the gap after a stretch that ends its sentence, or None."""
    if scene.text[scene.stretches[number].inner.end - 1] not in ".!?…":
        return None
    return _signature(scene, scene.gap_after(number))


def signature_line(scene: Scene) -> Cue | None:
    """Return the signature that a whole short passage is: "- Anna Holm", or None."""
    return None if scene.stretches else _signature(scene, scene.passage.span)


def _signature(scene: Scene, gap: Span) -> Cue | None:
    dash = _DASH.match(scene.text, gap.start, gap.end)
    if dash is None:
        return None
    tokens = [t for t in scene.tokens_in(Span(dash.end(), gap.end)) if not t.is_space]
    if not 0 < len(tokens) <= _MAX_NOTE:
        return None
    name = []
    for token in tokens[:_MAX_NAME]:
        if not token.text[0].isupper():
            break
        name.append(token)
    if not name or (len(tokens) > len(name) and not tokens[len(name)].is_punct):
        return None
    speaking = Speaking(name[-1], scene.span(name[0], name[-1]), name[-1])
    return Cue("signature", Span(*dash.span(1)), None, None, (speaking,), ())

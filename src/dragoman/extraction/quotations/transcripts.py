"""Transcripts: lines that begin with a name in capitals and a colon, and the lines after them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.extraction.quotations.attach import Draft
from dragoman.extraction.quotations.cues import Cue
from dragoman.extraction.quotations.scene import Scene
from dragoman.extraction.quotations.speakers import Speaking
from dragoman.records import Span

# A name in capitals, MR. EARNEST or WALLACE (on camera), then a colon; or the Q of a briefing.
_LINE = re.compile(
    r"[\"“']?\s*(?:(?P<name>[A-Z][A-Z.'’ -]{1,40}[A-Z.])(?: ?\([^()\n]{1,40}\))?(?P<colon>:)\s"
    r"|(?P<q>Q)[.:]?\s+(?=[A-Z]))"
)
_DIRECTION = re.compile(r"[\"“]?\s*[(\[][^()\[\]\n]{1,120}[)\]][.\"”]*\s*")
# From this many lines on, and this share of the page, lines without a name go on with the last.
_MANY, _SHARE = 6, 0.25


def transcript(scenes: Sequence[Scene]) -> list[Draft]:
    """Return one draft for each turn of a transcript; [] for a page that is none."""
    heads = {s.number: match for s in scenes if (match := _head(s)) is not None}
    if len(heads) < _MANY:
        heads = {n: m for n, m in heads.items() if _is_known(scenes[n], m["name"])}
    goes_on = len(heads) >= _MANY and len(heads) >= _SHARE * len(scenes)
    return list(_turns(scenes, heads, goes_on=goes_on))


def _head(scene: Scene) -> re.Match[str] | None:
    span = scene.passage.span
    return _LINE.match(scene.text, span.start, span.end)


def _is_known(scene: Scene, name: str | None) -> bool:
    """Whether the text also writes the name with small letters: TRUMP and Trump, not UPDATE."""
    return name is not None and name.split()[-1].title() in scene.text


def _turns(
    scenes: Sequence[Scene], heads: dict[int, re.Match[str]], *, goes_on: bool
) -> Iterator[Draft]:
    turn: Draft | None = None
    for scene in scenes:
        match = heads.get(scene.number)
        if match is not None:
            if turn is not None:
                yield turn
            turn = _turn(scene, match)
        elif turn is not None and goes_on and not is_direction(scene):
            turn.more.append((scene, _inner(scene, scene.passage.span.start)))
        elif not goes_on and turn is not None:
            yield turn
            turn = None
    if turn is not None:
        yield turn


def _turn(scene: Scene, match: re.Match[str]) -> Draft | None:
    content = _inner(scene, match.end())
    named = Span(*match.span("name" if match["name"] else "q"))
    tokens = [t for t in scene.tokens_in(named) if not t.is_punct]
    if content.length <= 0 or not tokens:
        return None
    speaking = (Speaking(tokens[-1], named, tokens[-1]),)
    cue = Cue(
        "colon", Span(*match.span("colon")) if match["colon"] else named, None, None, speaking, ()
    )
    return Draft(
        scene,
        cue,
        list(range(len(scene.stretches))),
        (content,),
        confidence=0.9,
        spoken=True,
    )


def _inner(scene: Scene, start: int) -> Span:
    """Return a passage's words from ``start`` on, without marks and white space at the ends."""
    words = scene.text[start : scene.passage.span.end]
    left = len(words) - len(words.lstrip(' "“'))
    right = len(words.rstrip(' "”'))
    return Span(start + left, start + max(left, right))


def is_direction(scene: Scene) -> bool:
    """Whether a passage is nothing but a stage direction: (CROSSTALK.), [Applause]."""
    span = scene.passage.span
    return _DIRECTION.fullmatch(scene.text, span.start, span.end) is not None

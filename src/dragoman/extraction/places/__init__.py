"""PLACEHOLDER until the stage lands: finds nothing."""
from __future__ import annotations

from collections.abc import Sequence

from dragoman.extraction.cast import Cast
from dragoman.extraction.passages import ParsedArticle
from dragoman.extraction.speech import Speech
from dragoman.records import Event, Place, Position, SourceChain, TimeRef


def find_places(parsed: ParsedArticle, cast: Cast) -> tuple[Place, ...]:
    return ()

"""The place of an event is what its own clause names, or where its story goes on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Readout

Read = Callable[..., Readout]


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("Rebels of Mali killed six farmers in Oslo on Monday.", "killed", "Oslo"),
        ("Police of Chad arrested leaders of the opposition near Oslo.", "arrested", "Oslo"),
        ("A court of Chad jailed three men for an attack on a school in Oslo.", "jailed", None),
        ("The minister wrote to the embassy of Chad in Oslo, urging it to leave.", "urging", None),
        (
            "On Monday soldiers of Chad attacked rebels in Oslo. They arrested six of the rebels.",
            "arrested",
            "Oslo",
        ),
        # Words go on anywhere.
        (
            "On Monday soldiers of Chad attacked rebels in Oslo. Kenya condemned Chad.",
            "condemned",
            None,
        ),
    ],
)
def test_the_place_is_that_of_the_act(read: Read, text: str, words: str, place: str | None) -> None:
    events = read(text, published="2023-11-10").events
    assert next(e.place for e in events if words in e.trigger_text) == place

"""The mode of an act whose frame names none: by its means, or by how many met."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Readout

Read = Callable[..., Readout]


@pytest.mark.parametrize(
    ("text", "words", "modes"),
    [
        ("Rebels of Mali were killed by Chad's army in an airstrike.", "killed", ("aerial",)),
        ("A man attacked soldiers of Chad with a knife.", "attacked", ("primitive",)),
        ("Soldiers of Chad attacked rebels in Mali.", "attacked", ()),
        ("Leaders of Norway, Chad and Kenya met in Oslo.", "met", ("multilateral",)),
        ("Leaders of Norway and Chad met in Oslo.", "met", ()),
    ],
)
def test_means_and_number_tell_the_mode(
    read: Read, text: str, words: str, modes: tuple[str, ...]
) -> None:
    event = next(e for e in read(text).events if words in e.trigger_text)
    assert event.modes == modes

"""Loose names need a context: acronyms of national bodies, bare surnames, odd capitals."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import dragoman as dg

Read = Callable[..., dg.Readout]


def _names(readout: dg.Readout) -> set[str]:
    return {actor.name for actor in readout.actors}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Let us go home, the Kenyan mayor said. Let them wait.", "Lashkar-e-Taiba"),
        ("Police in Kenya found his DNA on the door.", "DNA (Romania)"),
        ("The score that FICO gives to Kenyan borrowers rose again.", "Robert Fico"),
        ("Fans in Kenya lit candles for Orlando on Monday.", "Leoluca Orlando"),
    ],
)
def test_a_loose_name_is_nobody_elsewhere(read: Read, text: str, wrong: str) -> None:
    assert wrong not in _names(read(text, published="2016-07-04"))


def test_an_acronym_holds_where_its_country_is_told_of(read: Read) -> None:
    text = "Romania's president praised the prosecutors. The DNA arrested two ministers."
    assert "DNA (Romania)" in _names(read(text, published="2016-07-04"))

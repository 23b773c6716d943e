"""Parties that stand outside the slots of a frame."""

from __future__ import annotations

import pytest

from dragoman import Article, extract


def _sides(text: str, kind: str) -> list[tuple[list[str], list[str]]]:
    events = extract(Article.from_text(text, published="2024-05-03")).events
    return [
        ([p.text for p in e.actors], [p.text for p in e.recipients])
        for e in events
        if e.type == kind
    ]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        (
            "Uganda ignored an appeal from Unesco to spare the old fort.",
            "REQUEST",
            ["Unesco"],
            ["Uganda"],
        ),
        (
            "Kenya's president asked Paris for loans on Friday.",
            "REQUEST",
            ["Kenya's president"],
            ["Paris"],
        ),
        ("The police in Lima arrested the accused.", "COERCE", ["The police"], ["the accused"]),
        (
            "Rebel fighters were killed in a Kenyan raid on Monday.",
            "ASSAULT",
            ["Kenyan"],
            ["Rebel fighters"],
        ),
        ("Hamas offered Fatah a truce on Monday.", "AGREE", ["Hamas"], ["Fatah"]),
        (
            "The minister urged his colleagues to resign.",
            "REQUEST",
            ["The minister"],
            ["his colleagues"],
        ),
    ],
)
def test_a_party_outside_the_slots_is_found(
    text: str, kind: str, actors: list[str], recipients: list[str]
) -> None:
    assert (actors, recipients) in _sides(text, kind)


def test_an_invaded_country_is_no_invader() -> None:
    sides = _sides("Officials in Washington fear an imminent invasion of Ukraine.", "ASSAULT")
    assert all("Ukraine" not in actors for actors, _ in sides)

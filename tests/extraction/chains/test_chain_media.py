"""A medium is a link only by what it did with the words."""

from __future__ import annotations

import pytest

from dragoman.extraction.chains.media import find_media
from dragoman.extraction.chains.media_names import classify_name
from dragoman.extraction.chains.medium import Step


def media(text: str) -> list[tuple[str, str, Step]]:
    return [(m.name, m.role, m.step) for m in find_media(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor told Reuters the bridge was safe.", [("Reuters", "agency", Step.TOLD)]),
        ("The bridge is safe, Le Monde reported.", [("Le Monde", "outlet", Step.CARRIER)]),
        (
            "Lusa reported, citing Expresso, that talks may resume.",
            [("Lusa", "agency", Step.CARRIER), ("Expresso", "outlet", Step.CITED)],
        ),
        ("She wrote on Telegram that roads were open.", [("Telegram", "channel", Step.ON)]),
        ("He posted a map on his website.", [("his website", "channel", Step.ON)]),
        (
            "Prices rose, according to Anadolu Agency.",
            [("Anadolu Agency", "agency", Step.CARRIER)],
        ),
        (
            "He told the Valparaíso daily El Mercurio that he would stay.",
            [("El Mercurio", "outlet", Step.TOLD)],
        ),
    ],
)
def test_relation_decides_the_step(text: str, expected: list[tuple[str, str, Step]]) -> None:
    assert media(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Police searched the offices of Le Monde on Friday.",
        "Reuters could not verify the report.",
        "The court fined Radio Free Europe for a late filing.",
        "Time is short, the minister said.",
    ],
)
def test_an_outlet_that_is_merely_mentioned_is_no_link(text: str) -> None:
    assert media(text) == []


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Reuters", "agency"),
        ("the Associated Press", "agency"),
        ("Transmed News Agency", "agency"),
        ("The Harbour Gazette", "outlet"),
        ("Telegram", "channel"),
        ("znamya.info", "outlet"),
        ("Elena Rusu", None),
        ("the ministry", None),
    ],
)
def test_names_are_classified(name: str, role: str | None) -> None:
    assert classify_name(name) == role


def test_media_are_found_in_linear_work() -> None:
    text = "He told Reuters " * 2000
    assert len(find_media(text, 0, len(text))) == 2000

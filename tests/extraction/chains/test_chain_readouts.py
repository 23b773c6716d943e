"""Whole chains, from the origin to the last hand before the publisher."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.extraction import extract
from dragoman.extraction.language import LanguageModel
from dragoman.records import Article, Readout, Span

PAGE = """Source: Transmed News Agency, cited by Dniester Courier

Details: Kemal Aydar said the office in Samsun would open by September.

"The river is ours to share," Aydar told Anadolu Agency.

Background:
In February, Ukraine closed two locks near Izmail."""


def names(readout: Readout, words: str) -> list[str] | None:
    start = readout.article.text.index(words)
    chain = readout.chain_for((start, start + len(words)))
    return [link.name for link in chain.links] if chain else None


def test_a_quotation_goes_through_the_article_s_sources(read: Callable[..., Readout]) -> None:
    readout = read(PAGE)
    assert names(readout, "the office in Samsun") == [
        "Kemal Aydar",
        "Transmed News Agency",
        "Dniester Courier",
    ]


def test_a_medium_that_was_told_comes_before_those_that_cite(read: Callable[..., Readout]) -> None:
    found = names(read(PAGE), "The river is ours to share")
    assert found is not None
    assert found[1:] == ["Anadolu Agency", "Transmed News Agency", "Dniester Courier"]


def test_background_has_no_chain(read: Callable[..., Readout]) -> None:
    assert names(read(PAGE), "Ukraine closed two locks") is None


def test_the_publisher_is_no_link(model: LanguageModel) -> None:
    article = Article.from_text(
        "The road is open, the mayor of Varna told Reuters.", outlet="Reuters"
    )
    readout = extract(article, model=model)
    assert "Reuters" not in (names(readout, "The road is open") or [])


def test_an_agency_s_own_dateline_is_no_link(model: LanguageModel) -> None:
    article = Article.from_text(
        "VARNA, May 14 (Transmed) - The road is open, Mayor Ivan Petkov said.",
        outlet="Transmed News Agency",
    )
    assert names(extract(article, model=model), "The road is open") == ["Ivan Petkov"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Two port officials who asked not to be named said the crane had failed.", "anonymous"),
        ("A report by the harbour office said the crane had failed.", "document"),
        ("A resident of the quarter said the crane had failed.", "witness"),
        ("Harbour spokesman Dan Stoica said the crane had failed.", "speaker"),
    ],
)
def test_the_origin_has_its_role(read: Callable[..., Readout], text: str, role: str) -> None:
    chain = read(text).chain_for((text.index("the crane"), len(text) - 1))
    assert chain is not None
    assert chain.links[0].role == role


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("While Kremlin spokesman Pavel Orlov said the road was open, nobody left.", "Kremlin"),
        ("Dan Stoica, spokesman for the Danube Commission, said the lock was open.", "the Danube Commission"),
        ("Anna Berg said the lock was open.", None),
    ],
)  # fmt: skip
def test_a_spokesman_speaks_for_someone(
    read: Callable[..., Readout], text: str, whom: str | None
) -> None:
    start = text.index(" was open") - 8
    chain = read(text).chain_for((start, start + 8))
    assert chain is not None
    assert chain.links[0].speaks_for == whom


def test_an_outlet_may_end_the_text_without_a_stop(read: Callable[..., Readout]) -> None:
    text = "The calls were real, the mayor said, according to the New York Times"
    chain = read(text).chain_for((0, 19))
    assert chain is not None
    assert chain.links[-1].span == Span(text.index("New York"), len(text))

"""Source lines, datelines and credits: the chain that an article gives for all of itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.extraction.chains.article_level import datelines, read_source, source_lines
from dragoman.extraction.passages import ParsedArticle
from dragoman.records import Span


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("dpa, cited by Kurier", ["dpa", "Kurier"]),
        ("Danas, citing Beta", ["Beta", "Danas"]),
        ("Petro Hai, Head of the Port, on Telegram", ["Petro Hai, Head of the Port", "Telegram"]),
        ("AFP; dpa", ["AFP", "dpa"]),
        ("Ukrinform with reference to Interfax", ["Interfax", "Ukrinform"]),
        ("Interfax", ["Interfax"]),
    ],
)  # fmt: skip
def test_source_lines_put_the_origin_first(line: str, expected: list[str]) -> None:
    assert [p.name for p in read_source(line, Span(0, len(line)))] == expected


def test_a_source_label_is_read(parse: Callable[..., ParsedArticle]) -> None:
    parsed = parse("Source: dpa, cited by Dniester Courier\nDetails: The river rose by a metre.")
    assert [(p.role, p.name) for p in source_lines(parsed)] == [
        ("agency", "dpa"),
        ("outlet", "Dniester Courier"),
    ]


@pytest.mark.parametrize(
    ("lead", "credit"),
    [
        ("LISBON, May 3 (Lusa) — The port reopened on Saturday.", "Lusa"),
        ("NAIROBI, Kenya (AP) _ Police closed the road.", "AP"),
        ("ANKARA, May 15 - TASS. The talks ended.", "TASS"),
        ("(AFP) The talks ended on Monday.", "AFP"),
    ],
)
def test_dateline_credits(parse: Callable[..., ParsedArticle], lead: str, credit: str) -> None:
    assert [p.name for p in datelines(parse(lead))] == [credit]


@pytest.mark.parametrize(
    "lead",
    [
        "The African Union (AU) — which met on Monday — said nothing.",
        "A storm (the third this year) closed the port.",
    ],
)
def test_brackets_that_are_no_credit(parse: Callable[..., ParsedArticle], lead: str) -> None:
    assert [p.name for p in datelines(parse(lead))] == []

from __future__ import annotations

import pytest

from dragoman.codebooks.labels import label_patterns
from dragoman.reading.labels import find_label


@pytest.mark.parametrize(
    ("line", "kind", "label", "name"),
    [
        ("Source: Reuters, cited by a newspaper", "source", "Source:", None),
        ("Sources : AFP, Le Monde", "source", "Sources :", None),
        ("Джерело: агентство", "source", "Джерело:", None),
        ("Quelle: dpa", "source", "Quelle:", None),
        ("Quote from the minister: “We go.”", "quote", "Quote from the minister:", "the minister"),
        ("Пряма мова Кулеби: «Так»", "quote", "Пряма мова Кулеби:", "Кулеби"),
        ("Zitat von Anna Muster: „Ja“", "quote", "Zitat von Anna Muster:", "Anna Muster"),
        ("Details: The two sides met.", "details", "Details:", None),
        ("Why it matters: The deal ends a dispute.", "details", "Why it matters:", None),
        ("Подробности:", "details", "Подробности:", None),
        ("Background:", "background", "Background:", None),
        ("  Flashback: In 2019 the talks failed.", "background", "Flashback:", None),
        ("Нагадаємо: у березні", "background", "Нагадаємо:", None),
        ("Contexte : en mars", "background", "Contexte :", None),
        ("Editor’s note: The headline was changed.", "update", "Editor’s note:", None),
    ],
)
def test_labels_of_many_outlets(line: str, kind: str, label: str, name: str | None) -> None:
    found = find_label(line)
    assert found is not None
    assert (found.kind, found.span.of(line)) == (kind, label)
    assert (found.name.of(line) if found.name else None) == name


@pytest.mark.parametrize(
    "line",
    [
        "The source: nobody knew",
        "Details of the deal were not disclosed.",
        "“Source: me,” he joked",
        "Moscow: capital of Russia",
        "",
    ],
)
def test_lines_that_only_look_like_labels(line: str) -> None:
    assert find_label(line) is None


def test_every_label_ends_at_its_colon() -> None:
    for entry in label_patterns():
        assert entry.pattern.pattern.endswith(":")

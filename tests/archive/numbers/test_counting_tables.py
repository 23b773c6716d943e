"""What counting needs is filled when an article is added, and again after a migration."""

from __future__ import annotations

import pytest

from dragoman.archive.numbers.days import Days, day_of, days_of, number


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2024-05-12", (20240512, 20240512)),
        ("2024-05-11TMO", (20240511, 20240511)),
        ("2024-02", (20240201, 20240229)),
        ("2023", (20230101, 20231231)),
        ("2024-W19", (20240506, 20240512)),
        ("2024-W19-WE", (20240511, 20240512)),
        ("2026-W53", (20261228, 20270103)),
        ("2024-Q2", (20240401, 20240630)),
        ("2024-H2", (20240701, 20241231)),
        ("2024-SU", (20240601, 20240831)),
        ("2024-WI", (20241201, 20250228)),
        ("199", (19900101, 19991231)),
        ("19", (19000101, 19991231)),
    ],
)
def test_a_date_is_a_stretch_of_days(value: str, days: tuple[int, int]) -> None:
    assert days_of(value) == Days(*days)
    assert number(day_of(days[0])) == days[0]


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "PAST_REF",
        "XXXX-05",
        "2024-02-30",
        "2024-13",
        "2024-W60",
        "0000",
        "P3D",
        "00",
        "٢٠٢٤",
    ],
)
def test_what_names_no_days_has_none(value: str | None) -> None:
    assert days_of(value) is None

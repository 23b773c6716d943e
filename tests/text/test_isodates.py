from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.isodates import parse_iso


@pytest.mark.parametrize(
    ("written", "value", "precision", "zone"),
    [
        ("2023", "2023", "year", None),
        ("2023-11", "2023-11", "month", None),
        ("20231101", "2023-11-01", "day", None),
        ("2023-11-01T13:56+02:00", "2023-11-01T13:56", "minute", "+02:00"),
        ("2023-11-01 13:56:07Z", "2023-11-01T13:56:07", "second", "UTC"),
        ("2023-11-01T13:56:07.123456-0500", "2023-11-01T13:56:07", "second", "-05:00"),
        ("2023-11-01T13:56", "2023-11-01T13:56", "minute", None),
    ],
)
def test_forms(written: str, value: str, precision: str, zone: str | None) -> None:
    parsed = parse_iso(written)
    assert parsed is not None
    assert (parsed.value, parsed.precision, parsed.zone) == (value, precision, zone)


@pytest.mark.parametrize(
    "written",
    ["", "today", "2023-02-30", "2023-13", "99999-01-01", "2023-11-01T25:00", "1/11/2023", "٢٠٢٣"],
)
def test_no_date_is_no_date(written: str) -> None:
    assert parse_iso(written) is None


@given(st.dates(min_value=date(1000, 1, 1)))
def test_days_round_trip(day: date) -> None:
    parsed = parse_iso(day.isoformat())
    assert parsed is not None
    assert parsed.value == day.isoformat()


@given(
    st.datetimes(min_value=datetime(1000, 1, 1)),  # noqa: DTZ001 - hypothesis wants it naive
    st.integers(-12 * 60, 14 * 60),
)
def test_instants_round_trip(moment: datetime, offset: int) -> None:
    zoned = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=offset)))
    parsed = parse_iso(zoned.isoformat())
    assert parsed is not None
    assert parsed.zone is not None
    zone = "+00:00" if parsed.zone == "UTC" else parsed.zone
    assert datetime.fromisoformat(parsed.value + zone) == zoned


@given(st.text(max_size=40))
def test_any_text_gives_an_answer(written: str) -> None:
    parse_iso(written)

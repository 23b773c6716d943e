from __future__ import annotations

from datetime import date

import pytest

from dragoman.codebooks.offices import Term
from training.offices_coverage import FIRST, REALMS, Period, gaps, main, period_of, states

UNTIL = date(2003, 12, 31)


def _term(since: str, until: str) -> Term:
    return Term("Anna Berg", "president", "ISL", "", "", "GOV", since, until, verified=True)


@pytest.mark.parametrize(
    ("since", "until", "first", "last"),
    [
        ("2001", "2002", date(2001, 1, 1), date(2002, 12, 31)),
        ("2001-12", "2002-12", date(2001, 12, 1), date(2002, 12, 31)),
        ("2001-02-03", "2004-02", date(2001, 2, 3), date(2004, 2, 29)),
        ("2001-02-03", "", date(2001, 2, 3), UNTIL),
    ],
)
def test_a_bound_includes_its_month_or_year(
    since: str, until: str, first: date, last: date
) -> None:
    assert period_of(_term(since, until), UNTIL) == Period(first, last)


def test_gaps_are_the_days_that_no_term_holds() -> None:
    held = [
        Period(date(2001, 1, 1), date(2001, 6, 30)),
        Period(date(1990, 1, 1), date(2000, 3, 1)),
        Period(date(2001, 2, 1), date(2001, 3, 1)),
    ]
    found = list(gaps(held, UNTIL))
    assert found == [
        Period(date(2000, 3, 2), date(2000, 12, 31)),
        Period(date(2001, 7, 1), UNTIL),
    ]
    assert list(gaps([], UNTIL)) == [Period(FIRST, UNTIL)]
    assert list(gaps([Period(FIRST, date.max)], UNTIL)) == []


def test_the_members_and_four_more_are_asked() -> None:
    assert len(states()) == 197
    assert set(REALMS) <= set(states())


def test_the_report_names_gaps_and_sums(capsys: pytest.CaptureFixture[str]) -> None:
    main(["ISL", "NOR"])
    printed = capsys.readouterr().out
    assert "head of state: 100.0% of days, 0 of 2" in printed

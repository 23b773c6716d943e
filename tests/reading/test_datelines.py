from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.codebooks.date_words import date_words
from dragoman.reading.datelines import find_date, find_dates, parse_dateline

READ = [
    ("Thursday, 14 March 2024, 09:05", "2024-03-14T09:05", None),
    ("Mar. 14, 2024 9:05 p.m. EDT", "2024-03-14T21:05", "-04:00"),
    ("Updated 10:00 AM ET, Thu March 14, 2024", "2024-03-14T10:00", "-04:00"),
    ("Updated 10:00 AM ET, Thu January 4, 2024", "2024-01-04T10:00", "-05:00"),
    ("Veröffentlicht am 14. März 2024 um 9.05 Uhr", "2024-03-14T09:05", None),
    ("14.03.2024, 17:59Lesezeit: 5 Min.", "2024-03-14T17:59", None),
    ("Publié le 1er février 2024 à 13h56", "2024-02-01T13:56", None),
    ("3 de mayo de 2024 a las 7:30 h", "2024-05-03T07:30", None),
    ("03/04/2024 às 13h56", "2024-04-03T13:56", None),
    ("Mercoledì 6 marzo 2024 alle ore 13.56", "2024-03-06T13:56", None),
    ("woensdag 6 maart 2024 om 13:56", "2024-03-06T13:56", None),
    ("6 lutego 2024, godz. 13:56", "2024-02-06T13:56", None),
    ("Середа, 6 березня 2024, 13:56", "2024-03-06T13:56", None),
    ("6 марта 2024 г. в 13:56 МСК", "2024-03-06T13:56", "+03:00"),
    ("6 Kasım 2024 Çarşamba 13:56", "2024-11-06T13:56", None),
    ("6.11.2024 klo 13.56", "2024-11-06T13:56", None),
    ("onsdag 6. november 2024 kl. 13.56", "2024-11-06T13:56", None),
    ("Δημοσίευση: 6 Νοεμβρίου 2024, 13:56", "2024-11-06T13:56", None),
    ("2024. november 6., szerda 13:56", "2024-11-06T13:56", None),
    ("2024年11月6日(水) 13時56分", "2024-11-06T13:56", None),
    ("2024년 11월 6일 오후 3:15", "2024-11-06T15:15", None),
    ("입력 2024.11.06 15:30", "2024-11-06T15:30", None),
    ("٦ نوفمبر ٢٠٢٤", "2024-11-06", None),
    ("2024 жылғы 6 қараша, 13:56", "2024-11-06T13:56", None),
    ("6 қазан 2024", "2024-10-06", None),
    ("2024-yil 6-noyabr", "2024-11-06", None),
    ("6 noyabr 2024, 13:56", "2024-11-06T13:56", None),
    ("6 нояб. 2024 г., 13:56", "2024-11-06T13:56", None),
    ("6 ნოემბერი 2024", "2024-11-06", None),
    ("6 նոյեմբերի 2024", "2024-11-06", None),
    ("۶ نوامبر ۲۰۲۴", "2024-11-06", None),
    ("6 nëntor 2024", "2024-11-06", None),
    ("13:56, 06.11.2024", "2024-11-06T13:56", None),
    ("2024-11-06T13:56:07+02:00", "2024-11-06T13:56:07", "+02:00"),
    ("Wed, 06 Nov 2024 13:56:00 -0330", "2024-11-06T13:56:00", "-03:30"),
    ("6 Nov 2024 12:30 UTC+3", "2024-11-06T12:30", "+03:00"),
    ("Nov 6, 2024 at 12 a.m.", "2024-11-06T00", None),
    ("By Jane Doe, Daily News, 6 November 2024", "2024-11-06", None),
    ("Daily PressNovember 6, 2024", "2024-11-06", None),
]


FORMS = ["{d} {n} {y}", "{n} {d}, {y}", "{y}. {n} {d}.", "{y}-{m:02}-{d:02}", "{d:02}.{m:02}.{y}"]
ENGLISH = "January February March April May June July August September October November December"
RUSSIAN = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"


@pytest.mark.parametrize(("line", "value", "zone"), READ)
def test_date_lines_of_many_outlets(line: str, value: str, zone: str | None) -> None:
    instant = parse_dateline(line)
    assert instant is not None
    assert (instant.value, instant.zone) == (value, zone)


@pytest.mark.parametrize(
    "line",
    [
        "Published 3 hours ago",
        "30 February 2024",
        "31.04.2024",
        "1 November 99999",
        "03/04/2024",
        "6 November, 13:56",
        "The two governments signed their treaty on 6 November 2024 in Geneva.",
        "Call 1-800-2024 now",
        "",
    ],
)
def test_what_is_no_date_line(line: str) -> None:
    assert parse_dateline(line) is None


def test_ambiguous_order_is_read_where_the_caller_knows_it() -> None:
    american = parse_dateline("03/04/2024", day_first=False)
    european = parse_dateline("03/04/2024", day_first=True)
    assert american is not None
    assert european is not None
    assert (american.value, european.value) == ("2024-03-04", "2024-04-03")


def test_publication_is_preferred_to_the_update() -> None:
    found = find_dates("Updated: Nov. 8, 2024 1:35 a.m. Published Nov. 6, 2024")
    assert [date.updated for date in found] == [True, False]
    chosen = find_date("Updated: Nov. 8, 2024 1:35 a.m. Published Nov. 6, 2024")
    assert chosen is not None
    assert chosen[1].value == "2024-11-06"


def test_span_covers_date_and_time() -> None:
    line = "Thursday, 14 March 2024, 09:05 by Staff"
    found = find_date(line)
    assert found is not None
    assert found[0].of(line) == "14 March 2024, 09:05"


def test_month_names_mean_one_month_each() -> None:
    assert set(date_words().months.values()) == set(range(1, 13))


@given(
    st.dates(min_value=date(1950, 1, 1), max_value=date(2099, 12, 31)),
    st.sampled_from(FORMS),
    st.sampled_from([ENGLISH, RUSSIAN]),
)
def test_any_day_is_read_back(day: date, form: str, names: str) -> None:
    written = form.format(d=day.day, m=day.month, y=day.year, n=names.split()[day.month - 1])
    instant = parse_dateline(written)
    assert instant is not None
    assert instant.value == day.isoformat()


@given(st.text(alphabet=st.sampled_from("0123456789 .,:/-+()年月日T ampmNovGMTET'’"), max_size=60))
def test_no_line_breaks_it_and_spans_hold(line: str) -> None:
    for found in find_dates(line):
        assert found.span.of(line).strip() == found.span.of(line) != ""
        assert found.instant.span == found.span

"""The report on statuses: what it compares, and how it counts."""

from __future__ import annotations

from dragoman.records import Span
from training.events.statuses import Compared, Labelled, found, given, report
from training.events.worksheets import written

_TEXT = "Kenya plans to expel the Sudanese envoy."
_EVENT = {
    "type": "SANCTION",
    "mode": "expel",
    "status": "planned",
    "trigger": [15, 20],
    "actors": [[0, 5]],
    "recipients": [[25, 39]],
}
_SENTENCE = Labelled(
    "written_a",
    next(iter(written().values()))._replace(row={"n": 7}, text=_TEXT, date="2023-11-02"),
    {"n": 7, "events": [_EVENT]},
)


def test_the_status_is_read_at_the_labelled_word() -> None:
    (compared,) = given([_SENTENCE])
    assert (compared.told, compared.read, compared.tuning) == ("planned", "planned", True)


def test_an_event_that_is_not_found_is_missing() -> None:
    other = _SENTENCE._replace(row={"n": 8, "events": [{**_EVENT, "type": "ASSAULT"}]})
    (compared,) = found([other])
    assert (compared.read, compared.tuning) == ("missing", False)


def test_report_counts_what_is_right_among_what_is_read() -> None:
    def pair(told: str, read: str) -> Compared:
        return Compared(_SENTENCE, Span(15, 20), "SANCTION", told, read, "")

    lines = list(report([pair("planned", "planned"), pair("planned", "actual"),
                         pair("actual", "missing")]))  # fmt: skip
    assert lines[-1] == "labelled 3, read 2, right 0.500, macro F1 0.667"

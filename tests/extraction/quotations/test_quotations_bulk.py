"""Long and hostile texts: bounded time, nothing lost, spans valid."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from dragoman.records import Readout

Read = Callable[..., Readout]
NEWS = "the minister said that the port would stay open and officials told reporters of ships, "
LOUD = "THE MINISTER SAID THE PORT IS OPEN. “WE STAY,” HE SAID. "
TURN = "MR. BAKER: The port is open, and it will stay open all winter.\nQ And the bridge?\n"


def valid(readout: Readout) -> bool:
    size = len(readout.article.text)
    spans = [s for q in readout.quotations for s in (*q.content, *q.evidence)]
    return all(0 <= s.start < s.end <= size for s in spans)


@pytest.mark.parametrize("unit", [NEWS, LOUD, TURN], ids=["no full stop", "capitals", "transcript"])
def test_time_grows_in_line_with_the_text(read: Read, unit: str) -> None:
    def seconds(size: int) -> float:
        begun = time.process_time()
        readout = read(unit * (size // len(unit)))
        assert valid(readout)
        return time.process_time() - begun

    seconds(500)  # loads what is loaded once
    small, large = (min(seconds(size) for _ in range(2)) for size in (2_000, 6_000))
    assert large < 5 * small


def test_every_quotation_of_a_text_without_full_stops_is_found(read: Read) -> None:
    assert len(read(NEWS * 60).quotations) >= 60


def test_a_transcript_keeps_each_turn(read: Read) -> None:
    readout = read(TURN * 60)
    assert sum(s.text == "MR. BAKER" for q in readout.quotations for s in q.speakers) == 60


def test_a_flood_of_opening_marks_is_reported_and_the_rest_is_read(read: Read) -> None:
    readout = read("“" * 20_000 + "\n“We stay,” Anna Holm said.")
    assert [q.text for q in readout.quotations] == ["We stay,"]
    assert [p.code for p in readout.problems].count("E_LONG") == 1

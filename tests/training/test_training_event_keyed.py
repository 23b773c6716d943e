"""The key of judged events: when both sides count as right."""

from __future__ import annotations

import dragoman as dg
from training.events.keyed import Row, right

TOLD = "Kenya condemned Chad on Monday."


def keyed(actor: str, recipient: str | None, states: list[str] | None) -> Row:
    def party(words: str, of: list[str] | None) -> Row:
        start = TOLD.index(words)
        return {"span": [start, start + len(words)], "needed": True, "states": of}

    return {
        "actors": [party(actor, states)],
        "recipients": [party(recipient, None)] if recipient else [],
    }


def test_a_side_is_right_by_its_words_and_its_state() -> None:
    readout = dg.extract(dg.Article.from_text(TOLD, published="2025-05-14"))
    (event,) = readout.events
    assert right(keyed("Kenya", "Chad", ["KEN"]), event, readout)
    assert right(keyed("Kenya", "Chad", None), event, readout)
    assert not right(keyed("Kenya", "Chad", ["TCD"]), event, readout)
    assert not right(keyed("Chad", "Kenya", None), event, readout)
    assert not right(keyed("Kenya", None, ["KEN"]), event, readout)

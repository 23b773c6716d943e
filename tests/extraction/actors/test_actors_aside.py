"""Our own phrases, the half that was not read: floors for countries and sector."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.extraction.actors import describe_phrase

GOLD = Path(__file__).parents[3] / "evaluation" / "gold" / "parties"


def _right(record: dict[str, Any], field: str) -> bool:
    found = describe_phrase(record["text"], record["date"])
    if field == "sector":
        told = found.sector if found else "UNK"
        return told in [record["sector"], *record.get("sector_also", ())]
    said = set(found.countries) if found else set()
    return said in [set(c) for c in (record["countries"], *record.get("countries_also", ()))]


@pytest.mark.parametrize(("field", "floor"), [("countries", 0.93), ("sector", 0.92)])
def test_phrases_that_were_not_read(field: str, floor: float) -> None:
    lines = (GOLD / "aside.jsonl").read_text(encoding="utf-8").splitlines()
    phrases = [r for r in map(json.loads, lines) if r["category"] == "phrase"]
    share = sum(_right(record, field) for record in phrases) / len(phrases)
    assert share >= floor, share

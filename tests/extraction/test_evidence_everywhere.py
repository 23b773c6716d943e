"""House rule 1 on real pages: every record of every readout rests on words of its article.

Always over the bundled examples; over a sample of every development set where DRAGOMAN_GOLD names
the folder.
"""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman import examples
from dragoman.errors import PageError
from dragoman.extraction import extract, extract_all
from dragoman.extraction.language import LanguageModel
from dragoman.reading import read_page
from dragoman.records import Article, Place, Readout, TimeRef, spans_in

GOLD = Path(os.environ.get("DRAGOMAN_GOLD", "/nowhere"))
SETS = sorted(GOLD.rglob("*.jsonl")) if GOLD.is_dir() else []
SAMPLE = 6


def check(readout: Readout) -> None:
    text = readout.article.text
    ids = [record.id for record in readout.records()]
    assert len(ids) == len(set(ids))
    for record in readout.records():
        assert record.evidence
        assert record.made_by
        for span in spans_in(record):
            assert 0 <= span.start < span.end <= len(text)
    for mention in readout.mentions:
        assert mention.text == mention.span.of(text)
        assert mention.span.contains(mention.head)
    dated_and_placed: list[TimeRef | Place] = [*readout.times, *readout.places]
    for item in dated_and_placed:
        assert item.text == item.span.of(text)
    for event in readout.events:
        assert event.trigger_text == event.trigger.of(text)
        assert all(party.text == party.span.of(text) for party in event.actors)
    known = {actor.id for actor in readout.actors}
    assert {mention.actor_id for mention in readout.mentions} <= known
    assert not [p for p in readout.problems if p.code == "E_EXTRACTION"]


@pytest.mark.parametrize("name", examples.names())
def test_examples_rest_on_words(name: str, model: LanguageModel) -> None:
    article = read_page(examples.load(name))
    covered = [block.span for block in article.blocks]
    assert covered == sorted(covered)
    check(extract(article, model=model))


@pytest.mark.parametrize("path", SETS, ids=lambda p: str(p.relative_to(GOLD)))
def test_development_sets_rest_on_words(path: Path, model: LanguageModel) -> None:
    for readout in extract_all(_articles(path), model=model):
        check(readout)


def _articles(path: Path) -> Iterator[Article]:
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for row in rows[:: max(1, len(rows) // SAMPLE)][:SAMPLE]:
        if "html_path" in row:
            yield from _page(gzip.decompress((path.parent / row["html_path"]).read_bytes()))
        elif "page_text" in row:
            yield from _page(row["page_text"])
        elif "text" in row:
            yield Article.from_text(row["text"][:20_000])


def _page(source: bytes | str) -> Iterator[Article]:
    try:
        yield read_page(source)
    except PageError:
        return

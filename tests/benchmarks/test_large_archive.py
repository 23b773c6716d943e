"""The archive that benchmarks make: an archive like any other, the same for the same seed."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.__main__ import main
from benchmarks.archive import archive_searched
from benchmarks.large import Vocabulary, make, queries
from dragoman.archive import ArchiveFile

ARTICLES = 25


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small large archive."""
    path = tmp_path_factory.mktemp("large") / "large.dragoman"
    size = make(path, ARTICLES)
    assert (size.articles, size.events, size.quotations) == (ARTICLES, 75, 75)
    return path


def test_it_is_whole(large: Path) -> None:
    connection = sqlite3.connect(large)
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    wrong = (
        "SELECT count(*) FROM event e JOIN article a ON a.key = e.article "
        "WHERE e.trigger_text <> substr(a.text, e.start_ + 1, e.end_ - e.start_)"
    )
    assert connection.execute(wrong).fetchone()[0] == 0
    connection.close()


def test_its_records_are_counted_and_its_words_found(large: Path) -> None:
    with ArchiveFile(large, readonly=True) as archive:
        found = archive.search("kind:event OR kind:quotation")
        assert (found.articles, found.events, found.quotations) == (ARTICLES, 75, 75)
        texts = dict(archive._connection.execute("SELECT id, text FROM article"))
        for word in ("ceasefire", "grain", "talks"):
            having = {
                key for key, text in texts.items() if word in text.lower().replace(".", "").split()
            }
            assert {hit.article_id for hit in archive.search(word, limit=100).hits} == having
        first = next(iter(texts.values())).split()[3]
        assert archive.search(first).articles >= 1


def test_the_same_seed_makes_the_same_rows(large: Path, tmp_path: Path) -> None:
    def dump(path: Path) -> list[tuple[object, ...]]:
        connection = sqlite3.connect(path)
        rows = connection.execute(
            "SELECT id, text FROM article UNION ALL SELECT id, type FROM event"
        )
        found = rows.fetchall()
        connection.close()
        return found

    again = tmp_path / "again.dragoman"
    make(again, ARTICLES)
    assert dump(again) == dump(large)


def test_every_query_is_answered(large: Path) -> None:
    rng = random.Random(1)  # noqa: S311 - a fixed choice
    with ArchiveFile(large, readonly=True) as archive:
        asked = list(queries(rng, Vocabulary(rng), 60))
        assert len(set(asked)) > 40
        for query in asked:
            archive.search(query)


def test_figures_are_told_beside_what_is_asked(large: Path) -> None:
    told = {figure.what: figure for figure in archive_searched(ARTICLES, large)}
    assert told["articles"].value == ARTICLES
    assert told["events and quotations"].value == 150
    assert told["search, 20 hits with facets, median"].asked == 80
    assert told["search, 20 hits with facets, p95"].asked == 300
    assert told["dyad, ten years by month, median"].asked == 300
    assert told["events of a dyad, most"].value > 0


def test_the_command_takes_a_count(large: Path) -> None:
    done = CliRunner().invoke(main, ["archive", "--articles", "25", "--archive", str(large)])
    assert done.exit_code == 0
    assert "file against text" in done.stdout

"""Searching: what is found, counted and shown."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from types import ModuleType

import pytest

from dragoman.archive import ArchiveFile, SearchResult
from dragoman.archive.connection import APPLICATION_ID
from dragoman.archive.migrations import migrations
from dragoman.archive.search.fill import day_number
from dragoman.archive.search.locate import around
from dragoman.errors import ArchiveReadOnly, QueryError
from dragoman.records import Instant, Readout, Span


def _page(crafted: ModuleType, number: int, text: str, **fields: object) -> Readout:
    """A page without records, of its own."""
    page = crafted.article(url=None, raw=f"{number:064x}")
    blank: dict[str, object] = {"blocks": (), "images": (), "links": (), "headline": None}
    return Readout(article=page.model_copy(update={**blank, "text": text, **fields}))


@pytest.fixture
def kept(archive: ArchiveFile, readout: Readout) -> ArchiveFile:
    """An archive with the hand-made readout."""
    archive.put(readout)
    return archive


def _records(found: SearchResult) -> list[tuple[str, str]]:
    return [(e.kind, e.words) for hit in found.hits for e in hit.evidence if e.kind != "text"]


@pytest.mark.parametrize(
    "query",
    [
        "grain", "GRAIN", '"grain deal"', '"grain agreement"', "grain sarmatia", "grai*", "grain OR x",
        "(foo OR grain) -bar", "NOT foo", "-foo", "grain NEAR/3 sarmatia", "deal sarmatia near/1",
        "outlet:courier", "grain outlet:norland", "grain -outlet:gazette", "after:2024",
        "grain after:2024-05-12", "before:2024-05-13", "on:2024-05", "grain -on:2023", '"grain',
        "grain)", "((grain", "grain AND", "grain OR", "outlet:(gazette OR courier)", "- grain",
        "foo OR -bar", "grain (foo OR -bar)", "sarmatia’s OR grain",
    ],
)  # fmt: skip
def test_words_and_days_of_articles_are_found(kept: ArchiveFile, query: str) -> None:
    found = kept.search(query)
    assert (found.articles, found.events, found.quotations, found.positions) == (1, 2, 3, 1)


@pytest.mark.parametrize(
    "query",
    [
        "foo", "grain foo", '"deal grain"', "grain -deal", "-grain", "grain NEAR/1 holm",
        "outlet:gazette", "after:2024-05-13", "before:2024-05-12", "on:2023", "rai*", "type:AID",
        "speaker:lund", "speaker:holm speaker:brand", "type:CONSULT type:ASSAULT", "country:KAZ",
        "actor:holm type:ASSAULT", "type:CONSULT -status:actual", "speaker:holm before:2024",
        "-(grain OR speaker:foo)",
    ],
)  # fmt: skip
def test_what_is_not_there_is_not_found(kept: ArchiveFile, query: str) -> None:
    found = kept.search(query)
    assert (found.articles, found.hits, found.facets) == (0, (), {})


VISIT = ("event", "Anna Holm of Norland visited")
SHELLING = ("event", "shelled")
ROAD = ("quotation", "We are opening a road ... for bread,")
FIVE = ("quotation", "the deal would last five years")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("speaker:holm", [ROAD]),
        ('speaker:"foreign minister"', [ROAD]),
        ("speaker:(holm OR brand)", [ROAD, FIVE]),
        ("speaker:ho*", [ROAD]),
        ("kind:indirect", [FIVE]),
        ("origin:vesna", [ROAD]),
        ("actor:holm type:consult", [VISIT]),
        ("recipient:sarmatia", [VISIT]),
        ("type:CONSULT,ASSAULT", [VISIT, SHELLING]),
        ("type:(CONSULT OR AID)", [VISIT]),
        ("mode:visit context:diplomatic", [VISIT]),
        ("kind:event -type:ASSAULT", [VISIT]),
        ("-type:CONSULT", [SHELLING]),
        ("grain -type:CONSULT", [SHELLING]),
        ('place:"port vesna"', [SHELLING]),
        ("country:SRM kind:event", [SHELLING]),
        ("country:Norway kind:quotation", [ROAD]),
        ("on:2024-04 type:ASSAULT", [SHELLING]),
        ("before:2024-05 type:(CONSULT OR ASSAULT)", [SHELLING]),
        ("position:annexation", [("position", "does not recognise")]),
        ("actor:norland position:recognise", [("position", "does not recognise")]),
        ("speaker:holm type:ASSAULT", [SHELLING, ROAD]),
        ("speaker:holm OR type:ASSAULT", [SHELLING, ROAD]),
        ("speaker:holm NOT (foo OR type:AID)", [ROAD]),
    ],
)
def test_fields_pick_records(
    kept: ArchiveFile, query: str, expected: list[tuple[str, str]]
) -> None:
    assert _records(kept.search(query)) == expected


def test_a_hit_shows_the_words_and_the_record(kept: ArchiveFile, readout: Readout) -> None:
    (hit,) = kept.search("bread speaker:holm").hits
    assert (hit.article_id, hit.outlet) == (readout.article.id, "The Norland Courier")
    assert (hit.events, hit.quotations, hit.positions) == (None, 1, None)
    word, quotation = hit.evidence
    assert (word.kind, word.words, word.record_id) == ("text", "bread", None)
    assert (quotation.who, quotation.act) == ("Anna Holm", "direct")
    assert kept.find(quotation.record_id or "").article_id == hit.article_id
    for evidence in hit.evidence:
        assert evidence.span.of(readout.article.text) == evidence.words
        at = evidence.span.start - evidence.context_start
        assert evidence.context[at:].startswith(evidence.words)
    assert (
        word.context
        == '"We are opening a road ... for bread," Holm said, according to Vesna Agency.'
    )


@pytest.mark.parametrize(
    ("text", "words", "context"),
    [
        ("one\ntwo bridge three\nfour", "bridge", "two bridge three"),
        ("bridge", "bridge", "bridge"),
        ("x" * 200 + "bridge" + "y" * 200, "bridge", "x" * 70 + "bridge" + "y" * 70),
        ("long " * 40 + "bridge" + " tail" * 40, "bridge", "long " * 13 + "bridge" + " tail" * 13),
    ],
)
def test_context_is_whole_words_of_the_paragraph(text: str, words: str, context: str) -> None:
    start = text.index(words)
    assert around(text, Span(start, start + len(words))).of(text) == context


def test_facets_count_what_was_asked_for(kept: ArchiveFile) -> None:
    facets = kept.search("grain").facets
    assert set(facets["type"]) == {("CONSULT", 1), ("ASSAULT", 1)}
    assert facets["outlet"] == (("The Norland Courier", 1),)
    assert facets["month"] == (("2024-05", 1),)
    assert dict(facets["country"]) == {"NOR": 3, "SRM": 2}
    assert "type" not in kept.search("speaker:holm").facets


def test_the_newest_come_first_and_counts_are_of_all(
    archive: ArchiveFile, crafted: ModuleType
) -> None:
    for number, day in enumerate(["2024-03-01", None, "2025-01-02", "2024-03"]):
        when = Instant(value=day, precision="day") if day else None
        archive.put(_page(crafted, number, "A bridge was opened.", published=when))
    found = archive.search("bridge", limit=3)
    assert found.articles == 4
    assert [hit.published for hit in found.hits] == ["2025-01-02", "2024-03-01", "2024-03"]
    assert archive.search("bridge", limit=0).hits == ()
    assert archive.search("bridge before:2030").articles == 3  # the undated one is not found


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Le président est arrivé", "president arrive", True),
        ("Prezydent Łódź", "łódź", True),
        ("双方同意停火协议。", "停火", True),
        ("双方同意停火协议。", "停火协", True),
        ("双方同意停火协议。", "议", True),
        ("双方同意停火协议。", "火停", False),
        ("双方同意停火协议。", '"同意停火协议"', True),
        ("北京Beijing会谈", "北京beijing", True),
        ("首脑会议", "首脑议", False),
        ("정상회담이 열렸다", "회담", True),
        ("การเจรจาสันติภาพ", "เจรจา", True),
        ("首相は東京で会談した", "東京", True),
        ("Президент прибыл", "президент", True),
        ("أعلن الرئيس", "الرئيس", True),
        ("प्रधानमंत्री ने कहा", "प्रधानमंत्री", True),
        ("Ο πρωθυπουργός είπε", "ΠΡΩΘΥΠΟΥΡΓΌΣ", True),
    ],
)
def test_words_of_many_scripts(
    archive: ArchiveFile, crafted: ModuleType, text: str, words: str, found: bool
) -> None:
    archive.put(_page(crafted, 1, text))
    assert archive.search(words).articles == int(found)


def test_places_of_words_are_shown_in_scripts_without_spaces(
    archive: ArchiveFile, crafted: ModuleType
) -> None:
    archive.put(_page(crafted, 1, "双方同意停火。停火"))
    (hit,) = archive.search("停火").hits
    assert [(e.words, e.span.start) for e in hit.evidence] == [("停火", 4), ("停火", 7)]


def test_only_the_latest_revision_is_found(archive: ArchiveFile, crafted: ModuleType) -> None:
    archive.put(crafted.readout())
    archive.put(crafted.readout(crafted.article(raw="1" * 64)))
    for query in ("grain", "speaker:holm", "-foo"):
        assert archive.search(query).articles == 1
    assert archive.search("grain").events == 2


def test_a_deleted_article_is_found_no_more(
    archive: ArchiveFile, crafted: ModuleType, readout: Readout
) -> None:
    archive.put(_page(crafted, 1, "双方同意停火协议。"))
    archive.put(readout)
    plain = sqlite3.connect(archive.path, isolation_level=None)
    plain.execute("PRAGMA foreign_keys = ON")
    plain.execute("DELETE FROM article")
    plain.execute("INSERT INTO article_words (article_words) VALUES ('integrity-check')")
    plain.close()
    archive.put(_page(crafted, 2, "Something else."))  # its key is that of an article deleted
    assert [archive.search(q).articles for q in ("停火", "grain", "speaker:holm", "else")] == [
        0, 0, 0, 1,
    ]  # fmt: skip


def test_the_index_of_words_agrees_with_the_texts(kept: ArchiveFile, crafted: ModuleType) -> None:
    kept.put(_page(crafted, 1, "双方同意停火协议。\0 \u202e x"))
    check = "INSERT INTO article_words (article_words, rank) VALUES ('integrity-check', 1)"
    kept._connection.execute(check)


def _made_old(path: Path) -> None:
    """Put what an archive holds into one that only the first two migrations made."""
    made = path.with_name("made.dragoman")
    path.rename(made)
    old = sqlite3.connect(path, isolation_level=None)
    for step in migrations()[:2]:
        for statement in step.statements():
            old.execute(statement)
    old.execute("ATTACH ? AS made", (str(made),))
    for (table,) in old.execute(
        "SELECT name FROM main.sqlite_schema WHERE type = 'table'"
    ).fetchall():
        there = {row[1] for row in old.execute(f"PRAGMA made.table_info({table})")}
        listed = (row[1] for row in old.execute(f"PRAGMA main.table_info({table})"))
        columns = ", ".join(column for column in listed if column in there)
        copy = f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM made.{table}"  # noqa: S608
        old.execute(copy)
    old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    old.execute("PRAGMA user_version = 2")
    old.close()


def test_an_older_archive_is_read_and_after_a_writer_searched(
    tmp_path: Path, crafted: ModuleType
) -> None:
    path = tmp_path / "old.dragoman"
    second = crafted.readout(crafted.article(raw="1" * 64))
    with ArchiveFile(path) as archive:
        archive.put(crafted.readout())
        archive.put(second)
        before = archive.search("grain OR speaker:holm")
        then = archive.search("grain", as_of="2024-05-12")
        assert then.articles == 1
        blocks = archive._connection.execute("SELECT * FROM block").fetchall()
    _made_old(path)
    with ArchiveFile(path, readonly=True) as archive:
        assert len(archive.readout(second.article.id).events) == 2
        with pytest.raises(ArchiveReadOnly, match="older schema") as caught:
            archive.search("grain")
        assert "dragoman read" in caught.value.hint
    ArchiveFile(path).close()
    with ArchiveFile(path, readonly=True) as archive:
        assert archive.search("grain OR speaker:holm") == before
        assert archive.search("grain", as_of="2024-05-12") == then
        assert archive._connection.execute("SELECT * FROM block").fetchall() == blocks


def test_a_reader_searches_while_a_writer_writes(tmp_path: Path, readout: Readout) -> None:
    path = tmp_path / "x.dragoman"
    with ArchiveFile(path) as writer, ArchiveFile(path, readonly=True) as reader:
        assert reader.search("grain").articles == 0
        writer.put(readout)
        assert reader.search("grain").articles == 1
        with pytest.raises(QueryError):
            reader.search("on:never")
        assert reader.search("grain").articles == 1  # no transaction was left open


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("2026-03-01T12:00", 20260301), ("2026-03", 20260300), ("2026", 20260000),
        ("2026-W10", 20260302), ("2026-W99", 20260000), ("2026-SU", 20260000), ("PRESENT", None),
        (None, None),
    ],
)  # fmt: skip
def test_days_are_numbers_that_sort(written: str | None, number: int | None) -> None:
    assert day_number(written) == number

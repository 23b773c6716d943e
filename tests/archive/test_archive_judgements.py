"""What people decide about records: shown everywhere, undone at will, kept over coding anew."""

from __future__ import annotations

import sqlite3
from io import StringIO
from pathlib import Path
from types import ModuleType

import pytest

from dragoman.archive import ArchiveFile, rewriting, verify
from dragoman.errors import ArchiveError, JudgementError, UnknownRecord
from dragoman.export import export_archive
from dragoman.ingest import import_lines
from dragoman.records import Article, Event, Readout, Span


def _event(readout: Readout, kind: str) -> Event:
    return next(e for e in readout.events if e.type == kind)


def _rows(archive: ArchiveFile, statement: str) -> list[tuple[object, ...]]:
    return archive._connection.execute(statement).fetchall()


@pytest.fixture
def kept(archive: ArchiveFile, readout: Readout) -> ArchiveFile:
    archive.put(readout)
    return archive


def test_a_rejected_record_is_nowhere_and_comes_back(kept: ArchiveFile, readout: Readout) -> None:
    event = readout.events[0]
    judged = kept.judge(event.id[:8], "reject", by=" Mia Sand ", note="told twice")
    assert (judged.by, judged.words, judged.kind) == ("Mia Sand", event.trigger_text, "event")
    assert event.id not in {e.id for e in kept.readout(readout.article.id).events}
    assert kept.readout(readout.article.id, as_corrected=False).events == readout.events
    assert _rows(kept, "SELECT count(*) FROM events") == [(len(readout.events) - 1,)]
    assert kept.search(f"type:{event.type} kind:event").events == sum(
        e.type == event.type for e in readout.events[1:]
    )
    assert next(kept.articles()).events == len(readout.events) - 1
    # Its id still leads to it.
    assert kept.find(event.id[:8]).record_id == event.id
    kept.withdraw(event.id, by="Mia Sand")
    assert kept.readout(readout.article.id) == readout
    assert kept.search(f"type:{event.type} kind:event").events == sum(
        e.type == event.type for e in readout.events
    )
    assert list(kept.judgements()) == []
    (taken,) = kept.judgements(withdrawn=True)
    assert taken.judgement.withdrawn_by == "Mia Sand"
    with pytest.raises(JudgementError, match="Nothing that stands"):
        kept.withdraw(event.id, by="Mia Sand")


def test_writing_anew_leaves_nothing_behind(kept: ArchiveFile, readout: Readout) -> None:
    tables = [
        row[1] for row in _rows(kept, "PRAGMA table_list") if row[2] == "table" and row[0] == "main"
    ]
    changing = {"judgement", "judgement_edit", "sqlite_sequence", "term"}

    def sizes() -> dict[object, object]:
        count = "SELECT count(*) FROM {}"
        return {t: _rows(kept, count.format(t)) for t in tables if t not in changing}

    before = sizes()
    for record in (readout.events[0], readout.quotations[0], readout.positions[0]):
        kept.judge(record.id, "accept", by="M")
    kept.judge(readout.actors[0].id, "reject", by="M")
    kept.withdraw(readout.actors[0].id, by="M")
    kept.replace(readout)
    assert sizes() == before
    assert _rows(kept, "PRAGMA foreign_key_check") == []
    assert _rows(kept, "PRAGMA foreign_keys") == [(1,)]
    hanging = {
        (table, row[3]): row[2]
        for table in tables
        for row in _rows(kept, f"PRAGMA foreign_key_list({table})")
        if row[6] == "CASCADE" and row[2] in rewriting._RECORDS and row[2] != "actor"
    }
    assert set(hanging) == set(rewriting._HANGING)


def test_an_edited_type_brings_what_follows_from_it(kept: ArchiveFile, readout: Readout) -> None:
    event = _event(readout, "ASSAULT")
    kept.judge(event.id, "edit", by="M", edits=[("type", "protest"), ("status", "alleged")])
    found = next(e for e in kept.readout(event.id).events if e.id == event.id)
    assert (found.type, found.quad, found.status) == ("PROTEST", 4, "alleged")
    assert found.cameo is None
    assert found.evidence == event.evidence
    assert ("PROTEST", "alleged") in _rows(kept, "SELECT type, status FROM event")
    assert kept.search("type:PROTEST status:alleged").events == 1
    assert kept.search("type:ASSAULT").articles == 0
    assert found.why == f"{event.why}; status edited by M; type edited by M"
    kept.judge(event.id, "edit", by="N", edits=[("date", "2024-04-03")])
    found = next(e for e in kept.readout(event.id).events if e.id == event.id)
    assert (found.date, found.date_span) == ("2024-04-03", None)
    assert kept.search("type:PROTEST on:2024-04-03").events == 1
    kept.withdraw(event.id, by="N")
    # A later edit of another field leaves the first, and undoing goes backwards.
    kept.judge(event.id, "edit", by="M", edits=[("status", "denied")])
    assert kept.search("type:PROTEST status:denied").events == 1
    kept.withdraw(event.id, by="M")
    assert kept.search("type:PROTEST status:alleged").events == 1
    kept.judge(event.id, "reject", by="N")
    assert kept.search("type:PROTEST").articles == 0
    kept.judge(event.id, "accept", by="M")  # the latest word counts
    assert kept.search("type:PROTEST status:alleged").events == 1


def test_parties_and_speakers_are_words_of_the_article(kept: ArchiveFile, readout: Readout) -> None:
    event = _event(readout, "ASSAULT")
    kept.judge(event.id, "edit", by="M", edits=[("recipients", "Norland; Port Vesna")])
    found = next(e for e in kept.readout(event.id).events if e.id == event.id)
    assert [p.name for p in found.recipients] == ["Norland", "Port Vesna"]
    text = readout.article.text
    assert [p.span.of(text) for p in found.recipients] == [p.text for p in found.recipients]
    assert found.recipients[0].actor_id in {a.id for a in readout.actors}
    quotation = readout.quotations[-1]
    kept.judge(quotation.id, "edit", by="M", edits=[("speakers", "Anna Holm")])
    said = next(q for q in kept.readout(event.id).quotations if q.id == quotation.id)
    assert (said.speakers[0].name, said.speakers[0].text) == ("Anna Holm", "Brand")
    assert kept.search('speaker:"Anna Holm" kind:indirect').quotations == 1
    with pytest.raises(JudgementError, match="neither an actor"):
        kept.judge(event.id, "edit", by="M", edits=[("actors", "The Emperor of Elsewhere")])
    kept.judge(event.id, "edit", by="M", edits=[("recipients", "")])
    found = next(e for e in kept.readout(event.id).events if e.id == event.id)
    assert found.recipients == ()


def test_a_corrected_actor_is_corrected_where_it_acts(kept: ArchiveFile, readout: Readout) -> None:
    brand = next(a for a in readout.actors if a.name == "Ilya Brand")
    kept.judge(brand.id, "edit", by="M", edits=[("countries", "Georgia, ARM"), ("sector", "leg")])
    found = next(a for a in kept.readout(brand.id).actors if a.id == brand.id)
    assert (found.countries, found.sector) == (("GEO", "ARM"), "LEG")
    assert kept.search("country:GEO").articles == 1
    kept.judge(brand.id, "edit", by="M", edits=[("name", "Ilya Brandt")])
    assert kept.search('speaker:"Ilya Brandt"').quotations == 1
    kept.judge(brand.id, "reject", by="M")
    after = kept.readout(readout.article.id)
    assert brand.id not in {p.actor_id for e in after.events for p in (*e.actors, *e.recipients)}
    assert brand.id not in {m.actor_id for m in after.mentions}


def test_a_rejected_place_or_chain_leaves_what_rested_on_it(
    kept: ArchiveFile, readout: Readout
) -> None:
    kept.judge(readout.places[0].id, "reject", by="M")
    kept.judge(readout.chains[0].id, "reject", by="M")
    after = kept.readout(readout.article.id)
    assert len(after.events) == len(readout.events)
    assert {e.place_id for e in after.events} == {None}
    assert {q.chain_id for q in after.quotations} == {None}


@pytest.mark.parametrize(
    ("kind", "field", "value", "message"),
    [
        ("events", "type", "WAR", "no PLOVER type"),
        ("events", "colour", "red", "no field 'colour'"),
        ("events", "modes", "teleport", "no mode of"),
        ("events", "contexts", "gastronomy", "no PLOVER context"),
        ("events", "status", "maybe", "no status"),
        ("events", "date", "next week", "no date"),
        ("events", "date", "2024-02-31", "no date"),
        ("events", "background", "perhaps", "neither yes nor no"),
        ("events", "cameo", "9999", "no CAMEO code"),
        ("actors", "countries", "Atlantis", "no country"),
        ("actors", "wikidata", "France", "no item of Wikidata"),
        ("places", "latitude", "91", "no number"),
        ("places", "latitude", "nan", "no number"),
        ("positions", "holders", "", "nobody"),
        ("positions", "stance", " ", "no text"),
        ("chains", "path", "x", "Accept or reject it"),
    ],
)
def test_what_no_record_can_have_is_said(
    kept: ArchiveFile, readout: Readout, kind: str, field: str, value: str, message: str
) -> None:
    record = getattr(readout, kind)[0]
    with pytest.raises(JudgementError) as caught:
        kept.judge(record.id, "edit", by="M", edits=[(field, value)])
    assert message in str(caught.value)
    assert caught.value.hint
    assert list(kept.judgements(withdrawn=True)) == []
    assert kept.readout(record.id) == readout


def test_wrong_uses_are_said(kept: ArchiveFile, readout: Readout) -> None:
    event = readout.events[0].id
    for verdict, by, edits in (
        ("edit", "M", []),
        ("accept", "M", [("status", "actual")]),
        ("accept", "  ", []),
        ("edit", "M", [("status", "actual"), ("status", "denied")]),
        ("accept", "M\udcff", []),
        ("edit", "M", [("claimed_by", "\udcff")]),
    ):
        with pytest.raises(JudgementError):
            kept.judge(event, verdict, by=by, edits=edits)  # type: ignore[arg-type]
    with pytest.raises(JudgementError, match="an article"):
        kept.judge(readout.article.id, "accept", by="M")
    with pytest.raises(UnknownRecord):
        kept.judge("e23456", "accept", by="M")
    with ArchiveFile(kept.path, readonly=True) as reading, pytest.raises(ArchiveError) as caught:
        reading.judge(event, "accept", by="M")
    assert caught.value.hint


def test_quick_judgements_are_all_kept(kept: ArchiveFile, readout: Readout) -> None:
    event = readout.events[0].id
    for status in ("denied", "alleged") * 5:
        kept.judge(event, "edit", by="M", edits=[("status", status)])
    assert len(list(kept.judgements())) == 10
    assert kept.readout(event).events[0].status == "alleged"
    (row,) = kept.events(f"type:{readout.events[0].type} status:alleged")
    assert row.status == "alleged"


def test_the_index_of_records_is_emptied_of_what_is_gone(
    kept: ArchiveFile, readout: Readout
) -> None:
    for _ in range(4):
        kept.replace(readout)
    (before,) = _rows(kept, "SELECT max(key), count(*) FROM search_record")
    found = kept.search("speaker:Holm OR type:ASSAULT")
    kept.recoding_ended(everything=False)
    (after,) = _rows(kept, "SELECT max(key), count(*) FROM search_record")
    assert before[1] == after[1] == after[0]
    assert isinstance(before[0], int)
    assert before[0] > 2 * after[1]  # type: ignore[operator]
    assert kept.search("speaker:Holm OR type:ASSAULT") == found
    kept.replace(readout)
    kept.recoding_ended(everything=False)  # little is gone: nothing is done
    assert kept.search("speaker:Holm OR type:ASSAULT") == found
    assert list(verify(kept.path)) == []


def test_the_same_page_and_recoding_keep_judgements(kept: ArchiveFile, readout: Readout) -> None:
    event = readout.events[0]
    kept.judge(event.id, "edit", by="M", edits=[("status", "denied")])
    assert kept.put(readout).status == "unchanged"
    assert kept.readout(event.id).events[0].status == "denied"
    # Coded anew: the trigger has one word less, so that the id is another.
    wider = Span(event.trigger.start, event.trigger.end - 1)
    words = wider.of(readout.article.text)
    update = {"id": "e" + "a" * 16, "trigger": wider, "trigger_text": words, "type": "AID"}
    anew = readout.model_copy(
        update={"events": (event.model_copy(update=update), *readout.events[1:])}
    )
    placed = kept.replace(anew)
    assert (len(placed.standing), placed.lost) == (1, ())
    assert kept.readout("e" + "a" * 16).events[0].status == "denied"
    (judged,) = kept.judgements()
    assert judged.stands_on == "e" + "a" * 16
    # And coded once more, the event is not found at all: the judgement is listed, not lost.
    placed = kept.replace(readout.model_copy(update={"events": ()}))
    assert [j.record_id for j in placed.lost] == [event.id]
    (lost,) = kept.judgements(lost=True)
    assert lost.stands_on is None
    kept.replace(readout)
    assert kept.readout(event.id).events[0].status == "denied"
    assert list(kept.judgements(lost=True)) == []


def test_a_text_that_is_read_anew_takes_its_judgements_along(
    kept: ArchiveFile, readout: Readout
) -> None:
    event = _event(readout, "ASSAULT")
    kept.judge(event.id, "edit", by="M", edits=[("status", "alleged")])
    kept.judge(readout.quotations[0].id, "reject", by="M")
    moved = _shifted(readout, "A line that the reader now keeps.\n")
    placed = kept.replace(moved)
    assert len(placed.standing) == 2
    after = kept.readout(readout.article.id)
    assert _event(after, "ASSAULT").status == "alleged"
    assert len(after.quotations) == len(readout.quotations) - 1
    kept.search("reader")
    assert kept.search('"line that the reader"').articles == 1
    assert kept.search("shelled").articles == 1


def _shifted(readout: Readout, head: str, article: Article | None = None) -> Readout:
    """Return the same records over the text with a line more at its head."""
    by = len(head)

    def moved(value: object) -> object:
        if isinstance(value, list) and len(value) == 2 and all(type(v) is int for v in value):
            return [value[0] + by, value[1] + by]
        if isinstance(value, list):
            return [moved(v) for v in value]
        if isinstance(value, dict):
            return {k: moved(v) for k, v in value.items()}
        return value

    fields = moved(readout.model_dump(mode="json", by_alias=True))
    assert isinstance(fields, dict)
    fields["article"]["text"] = head + readout.article.text
    if article is not None:
        fields["article"] |= {"id": article.id, "raw_sha256": article.raw_sha256}
    return Readout.model_validate(fields)


def test_a_revision_inherits_what_was_said_of_the_same_words(
    kept: ArchiveFile, readout: Readout, crafted: ModuleType
) -> None:
    event = _event(readout, "ASSAULT")
    kept.judge(event.id, "edit", by="M", edits=[("status", "alleged")])
    page = crafted.article(raw="1" * 64)
    later = _shifted(readout, "Updated at noon.\n", page)
    added = kept.put(later)
    assert added.status == "revised"
    after = kept.readout(added.article_id)
    assert _event(after, "ASSAULT").status == "alleged"
    (judged,) = kept.judgements()
    assert judged.judgement.article_id == added.article_id
    assert len(list(kept.judgements(withdrawn=True))) == 2


def test_export_and_import_keep_them(
    kept: ArchiveFile, readout: Readout, crafted: ModuleType, tmp_path: Path
) -> None:
    kept.judge(readout.events[0].id, "edit", by="M", edits=[("status", "denied"), ("date", "")])
    kept.judge(readout.events[1].id, "reject", by="N", note="=cmd")
    kept.judge(readout.quotations[0].id, "accept", by="N")
    kept.withdraw(readout.quotations[0].id, by="N")
    kept.put(crafted.readout(crafted.article(raw="1" * 64)))
    kept.judge(readout.positions[0].id, "reject", by="late")
    first = StringIO()
    export_archive(kept, "jsonl", first)
    path = tmp_path / "all.jsonl"
    path.write_text(first.getvalue(), encoding="utf-8")
    with ArchiveFile(tmp_path / "again.dragoman") as again:
        assert import_lines(path, again).judgements == 6
        second = StringIO()
        export_archive(again, "jsonl", second)
        assert second.getvalue() == first.getvalue()
        assert [r.events for r in again.readouts()] == [r.events for r in kept.readouts()]
        assert import_lines(path, again).judgements == 0
        plain = StringIO()
        done = export_archive(again, "csv", plain, everything=True, as_corrected=False)
        assert done.events == len(readout.events)
        assert "without people's corrections" in done.filter
        assert export_archive(again, "csv", StringIO(), everything=True).events == 1


def test_an_older_archive_opened_for_reading_has_none(kept: ArchiveFile, readout: Readout) -> None:
    kept.close()
    with sqlite3.connect(kept.path) as plain:
        plain.execute("DROP VIEW judgements")
        for table in ("judgement_edit", "judgement", "page"):
            plain.execute(f"DROP TABLE {table}")
        plain.execute("PRAGMA user_version = 3")
    plain.close()
    with ArchiveFile(kept.path, readonly=True) as old:
        assert old.readout(readout.article.id) == readout
        assert list(old.judgements()) == []
        with pytest.raises(UnknownRecord):
            old.find("j23456")
        assert not old.has_page("0" * 64)
        assert [one.article_id for one in old.coded()] == [readout.article.id]

"""What an outlet changed after printing: words, and what the page says."""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from dragoman.archive import ArchiveFile, Revision
from dragoman.cli import main
from dragoman.errors import UnknownRecord
from dragoman.records import Readout
from dragoman.text.differences import carried, carried_about, differences
from dragoman.text.spans import Span


def _shifted(value: object, after: int, by: int) -> object:
    """Return JSON in which every offset behind a place is moved."""
    if isinstance(value, list) and len(value) == 2 and all(type(v) is int for v in value):
        return [v + by if v > after else v for v in value]
    if isinstance(value, list):
        return [_shifted(v, after, by) for v in value]
    if isinstance(value, dict):
        return {k: _shifted(v, after, by) for k, v in value.items()}
    return value


def _revised(crafted: ModuleType, was: str, now: str, raw: str = "1") -> Readout:
    """Return the readout of the same page with some of its words replaced."""
    page = crafted.article(raw=raw * 64)
    readout: Readout = crafted.readout(page)
    at = page.text.index(was)
    fields = _shifted(readout.model_dump(mode="json", by_alias=True), at, len(now) - len(was))
    assert isinstance(fields, dict)
    fields["article"]["text"] = page.text.replace(was, now, 1)
    for event in fields["events"]:
        start, end = event["trigger"]
        event["trigger_text"] = fields["article"]["text"][start:end]
    return Readout.model_validate(fields)


@pytest.fixture
def revised(archive: ArchiveFile, readout: Readout, crafted: ModuleType) -> ArchiveFile:
    """A page of which the number of the dead was changed and a quotation taken out."""
    archive.put(readout)
    later = _revised(crafted, "at least 12 people", "at least fourteen people")
    kept = later.quotations[1:]
    denied = later.events[0].model_copy(update={"status": "denied"})
    events = (denied, *later.events[1:])
    archive.put(later.model_copy(update={"quotations": kept, "events": events}))
    archive.put(crafted.readout(crafted.article(raw="5" * 64, url="https://news.example/other")))
    return archive


def _only(archive: ArchiveFile, of: str | None = None) -> Revision:
    (found,) = archive.revisions(of)
    return found


def test_changed_words_and_records_are_told(revised: ArchiveFile, readout: Readout) -> None:
    one = _only(revised)
    assert (one.revision, one.supersedes, one.url) == (2, readout.article.id, readout.article.url)
    (change,) = one.words
    assert (change.before, change.after, change.where) == ("12", "fourteen", "list_item")
    assert change.left.endswith("killing at least")
    assert change.right.startswith("people.")
    assert (one.added, one.removed) == (1, 1)
    told = [(c.kind, c.how, c.fields) for c in one.records]
    assert told == [("quotation", "went", ()), ("event", "changed", ("status",))]
    assert one.records[0].before == readout.quotations[0]


def test_a_page_is_named_by_url_or_id(revised: ArchiveFile, readout: Readout) -> None:
    assert _only(revised, readout.article.url) == _only(revised, readout.article.id[:8])
    assert _only(revised, readout.events[0].id) == _only(revised)
    assert list(revised.revisions("https://news.example/other")) == []
    for unknown in ("https://news.example/none", "a23456"):
        with pytest.raises(UnknownRecord):
            list(revised.revisions(unknown))


def test_people_s_corrections_are_in_what_is_compared(
    revised: ArchiveFile, readout: Readout
) -> None:
    revised.judge(readout.quotations[0].id, "reject", by="M")
    assert [c.kind for c in _only(revised).records] == ["event"]


def test_furniture_is_no_change(archive: ArchiveFile, crafted: ModuleType) -> None:
    later = _revised(crafted, "Photo: Vesna Agency", "Photo: Vesna")
    for readout in (crafted.readout(), later):
        blocks = tuple(
            b.model_copy(update={"kind": "furniture"}) if b.kind == "credit" else b
            for b in readout.article.blocks
        )
        article = readout.article.model_copy(update={"blocks": blocks, "images": ()})
        archive.put(readout.model_copy(update={"article": article}))
    assert _only(archive).words == ()


def test_the_command_shows_them(revised: ArchiveFile, readout: Readout) -> None:
    path = str(revised.path)
    revised.close()

    def run(*words: str) -> str:
        done = CliRunner().invoke(main, ["revisions", *words, "--in", path])
        assert done.exit_code == 0, done.output
        return done.stdout

    brief = run()
    assert "revision 2" in brief
    assert "1 words out, 1 in" in brief
    assert "fourteen" not in brief
    for full in (run("--full"), run(readout.article.id[:8])):
        assert "[-12-] {+fourteen+}" in full
        assert "- quotation" in full
        assert "~ event" in full
    row = json.loads(run("--json"))
    assert row["words"][0]["after"] == "fourteen"
    assert [r["how"] for r in row["records"]] == ["went", "changed"]
    assert len(run("--csv").splitlines()) == 4
    assert run("--outlet", "norland") == brief
    assert run("--outlet", "Elsewhere") == ""
    done = CliRunner().invoke(main, ["revisions", "https://no.example/", "--in", path])
    assert done.exit_code == 1
    assert "No article here has this URL" in done.stderr


WORDS = st.lists(st.sampled_from(["a", "b", "cc", "d\n", " ", "ee.", "\n\n"]), max_size=30)


@given(WORDS, WORDS)
def test_differences_make_one_text_the_other(one: list[str], other: list[str]) -> None:
    before, after = " ".join(one), " ".join(other)
    found = differences(before, after)
    made, at = [], 0
    for change in found:
        assert at <= change.before.start
        made += [before[at : change.before.start], change.after.of(after)]
        at = change.before.end
    assert "".join([*made, before[at:]]) == after
    for start in range(len(before)):
        span = Span(start, start + 1)
        where = carried(span, found)
        about = carried_about(span, found)
        assert 0 <= about.start <= about.end <= len(after)
        if where is not None:
            assert where.of(after) == span.of(before)
            assert about.contains(where)


def test_a_long_page_written_anew_is_compared_in_time(tmp_path: Path) -> None:
    del tmp_path
    one = "\n".join(" ".join(f"w{i * 7 % 13}" for i in range(40)) for _ in range(500))
    other = one.replace("w1", "v1")
    assert differences(one, other)

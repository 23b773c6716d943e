"""A readout as a blob: smaller than its text, readable without Dragoman, old blobs too."""

from __future__ import annotations

import json
import sqlite3
import zlib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dragoman.archive import ArchiveFile
from dragoman.archive.packing import dictionary, pack, unpack
from dragoman.archive.packing.columns import from_columns, to_columns
from dragoman.records import Article, Mention, Readout, Span, record_id

_SPANS = st.tuples(st.integers(0, 90), st.integers(0, 90)).map(list)
_OBJECTS = st.fixed_dictionaries({"n": st.none() | st.integers(), "at": _SPANS})
_VALUES = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | _SPANS
    | st.lists(_SPANS) | st.lists(_OBJECTS) | _OBJECTS | st.lists(st.text())
)  # fmt: skip
_RECORDS = st.lists(st.fixed_dictionaries(dict.fromkeys("abc", _VALUES)), min_size=1, max_size=5)
_ALIKE = st.builds(lambda record, size: [record] * size, _RECORDS.map(lambda r: r[0]), _SPANS.map(
    lambda span: 1 + span[0] % 4
))  # fmt: skip


def plain(packed: bytes) -> Any:
    """Read a blob as the reference says that it can be read."""
    return json.loads(zlib.decompressobj(zdict=dictionary()).decompress(packed[1:]))


@given(_RECORDS | _ALIKE)
def test_columns_give_back_their_records(records: list[dict[str, Any]]) -> None:
    written = json.dumps(to_columns(records))
    back = from_columns(json.loads(written), len(records))
    same = (json.dumps(rows, sort_keys=True) for rows in (back, records))  # true is not 1 there
    assert next(same) == next(same)


def test_a_blob_of_the_first_form_is_still_read(readout: Readout) -> None:
    first = readout.model_dump_json(by_alias=True, exclude={"article": {"text"}})
    assert unpack(zlib.compress(first.encode()), readout.article.text) == readout


def test_what_follows_from_the_rest_is_left_out(readout: Readout) -> None:
    packed = pack(readout)
    document = json.dumps(plain(packed))
    assert readout.article.id in document
    for record in readout.records():
        assert record.id not in document
    for mention in readout.mentions:
        assert f'"{mention.text}"' not in json.dumps(plain(packed)["mentions"])
    old = readout.model_dump_json(by_alias=True, exclude={"article": {"text"}})
    assert len(packed) < len(zlib.compress(old.encode())) * 0.6


def test_what_follows_from_nothing_is_kept() -> None:
    page = Article.from_text("Anna Holm spoke. She left.")
    first, again = Span(0, 9), Span(17, 20)
    mentions = tuple(
        Mention(
            id=id_, evidence=(span,), actor_id=actor, kind="name", span=span, text=text, head=span
        )
        for id_, span, actor, text in (
            ("mgiven", first, "sunknown", "Anna Holm"),
            ("mgiven", again, record_id(page.id, "actor", first), "not her words"),
        )
    )
    readout = Readout(article=page, mentions=mentions)
    assert unpack(pack(readout), page.text) == readout


def test_the_dictionary_never_changes() -> None:
    # A blob cannot be read with another one: a new dictionary is a new form of blobs.
    assert (len(dictionary()), zlib.crc32(dictionary())) == (14758, 2448150390)


def test_the_archive_says_how_its_records_are_read(archive: ArchiveFile, readout: Readout) -> None:
    archive.put(readout)
    connection = sqlite3.connect(archive.path)
    (begin,) = connection.execute(
        "SELECT value FROM meta WHERE key = 'record_dictionary'"
    ).fetchone()
    (packed,) = connection.execute("SELECT record FROM article").fetchone()
    connection.close()
    columns = json.loads(zlib.decompressobj(zdict=begin.encode()).decompress(packed[1:]))
    assert columns["article"]["headline"] == readout.article.headline
    assert columns["events"]["size"] == len(readout.events)

"""The language of queries: any input gives an answer or a sentence that says what to do."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.archive import ArchiveFile
from dragoman.archive.search.parser import MOST_CHARACTERS, parse
from dragoman.archive.search.syntax import DAYS, FIELDS, And, Day, Field, Near, Node, Not, Or, Words
from dragoman.errors import QueryError
from dragoman.records import Readout


@pytest.fixture(scope="module")
def shelf(crafted: ModuleType) -> Iterator[ArchiveFile]:
    """One archive for all queries, opened as a searcher opens it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.dragoman")
        with ArchiveFile(path) as archive:
            archive.put(crafted.readout())
        with ArchiveFile(path, readonly=True) as archive:
            yield archive


def _answered(archive: ArchiveFile, query: str) -> None:
    said, found = None, None
    try:
        found = archive.search(query)
    except QueryError as error:
        said = error.message and error.hint
    assert said or (found is not None and found.articles in (0, 1))


PIECES = st.sampled_from(
    [
        "grain", "holm", '"grain deal"', '"', "“", "(", ")", "-", "NOT", "OR", "AND", "NEAR", "near/5",
        "near/99999", "NEAR/0", "*", "gr*", "g*", ":", "^", "+", "{", "}", "'", "--", "a:b", "C++",
        "O'Brien", "\0", "停火", "議", "\u202e", "type:REJECT", "type:", "type:x", "speaker:holm",
        'speaker:"a', "speaker:(a OR b", "status:planned", "country:RUS", "country:France", "on:2024",
        "after:2024-05", "before:x", "kind:direct", "kind:event", "outlet:*", "position:-",
        "origin:\0", "ARTICLE", "headline", "rowid", ",", "type:REJECT,,", "mode:a,b", "|", "/*", ";",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=9).map(" ".join) | st.lists(PIECES, max_size=6).map("".join))
@settings(max_examples=400, deadline=None)
def test_marks_of_the_language_in_any_order_are_answered(shelf: ArchiveFile, query: str) -> None:
    _answered(shelf, query)


@given(st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_text_is_answered(shelf: ArchiveFile, query: str) -> None:
    _answered(shelf, query)


@given(st.text(max_size=20), st.sampled_from([*FIELDS, *DAYS]))
@settings(max_examples=200, deadline=None)
def test_any_value_of_a_field_is_answered(shelf: ArchiveFile, value: str, name: str) -> None:
    _answered(shelf, f'{name}:"{value}" grain')
    _answered(shelf, f"{name}:{value}")


@pytest.mark.parametrize(
    "query",
    [
        "", " ", '"', '""', "*", "(", ")", "-", "O'Brien", "a:b", "C++", "\0", "grain\0deal", "'; DROP",
        "x" * 10_000, "x " * 5_000, "(" * 10_000, ")" * 10_000, '"' * 10_000, "-" * 10_000,
        "x OR " * 60 + "y", "-(" * 39 + "x", "(x OR (y " * 20, "a* b* ab*", "x" * (MOST_CHARACTERS + 1),
        "a near/5 " * 100, "停" * 9_000, "é" * 9_000, "x\ud800", "- near/5 OR", "type:type:REJECT",
        "x -" * 140, "(x OR type:AID) " * 15, "ab OR -cd " * 60,
    ],
)  # fmt: skip
def test_hostile_queries_are_answered_soon(shelf: ArchiveFile, query: str) -> None:
    start = time.process_time()
    _answered(shelf, query)
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    ("query", "node"),
    [
        ("a b", And((Words("a"), Words("b")))),
        ("a or b", And((Words("a"), Words("or"), Words("b")))),
        ("a OR b c", Or((Words("a"), And((Words("b"), Words("c")))))),
        ("a -b", And((Words("a"), Not(Words("b"))))),
        ("a-b", Words("a-b")),
        ("NOT NOT a", Words("a")),
        ('"a b"*', Words("a b", prefix=True)),
        ("“a b”", Words("a b")),
        ("ab near/5 cd", Near((Words("ab"), Words("cd")), 5)),
        ("ab NEAR cd", Near((Words("ab"), Words("cd")), 10)),
        ("ab near cd", And((Words("ab"), Words("near"), Words("cd")))),
        ("ab cd near/3", Near((Words("ab"), Words("cd")), 3)),
        ("ab near/3", Words("ab")),
        ('Speaker:"Anna Holm"', Field("speaker", "Anna Holm")),
        ("speaker:Hol*", Field("speaker", "Hol", prefix=True)),
        ("type:reject,accuse", Or((Field("type", "reject"), Field("type", "accuse")))),
        ("type:(REJECT ACCUSE)", Or((Field("type", "REJECT"), Field("type", "ACCUSE")))),
        ("-status:planned", Not(Field("status", "planned"))),
        ("country:kaz", Field("country", "KAZ")),
        ('country:"United Kingdom"', Field("country", "GBR")),
        ("on:2026-03", Day(20260300, 20260399)),
        ("after:2026", Day(20260000, 99_999_999)),
        ("before:2026-03-09", Not(Day(20260309, 99_999_999))),
        ("http://a.example", Words("http://a.example")),
        ("x +", Words("x")),
    ],
)
def test_a_query_means(query: str, node: object) -> None:
    assert parse(query) == node


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("", "asks for nothing"),
        ("+ -", "asks for nothing"),
        ("speaker:", "Nothing follows"),
        ("type:FIGHT", "no type"),
        ("status:maybe", "no status"),
        ("kind:rumour", "no kind"),
        ("country:Nowhereland", "No country"),
        ("after:yesterday", "no date"),
        ("on:2026-02-30", "no date"),
        ("on:2026-13", "no date"),
        ("a*", "Too many words"),
        ("(" * 50 + "x", "nested deeper"),
        ("x " * 400, "more than"),
        ("x" * 20_000, "longer than"),
    ],
)
def test_what_cannot_be_is_said(query: str, message: str) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        parse(query)
    assert caught.value.hint


ALPHABET = ("port", "road", "bridge", "river")
PAGES = st.lists(
    st.lists(st.sampled_from(ALPHABET), min_size=1, max_size=5), min_size=1, max_size=6
)
EXPRESSIONS = st.recursive(
    st.sampled_from(ALPHABET).map(Words)
    | st.lists(st.sampled_from(ALPHABET), min_size=2, max_size=2).map(" ".join).map(Words),
    lambda inner: (
        st.lists(inner, min_size=2, max_size=3).map(tuple).map(And)
        | st.lists(inner, min_size=2, max_size=3).map(tuple).map(Or)
        | inner.map(Not)
    ),
    max_leaves=6,
)


def _written(node: Node) -> str:
    match node:
        case Words(text):
            return f'"{text}"'
        case And(parts):
            return f"({' '.join(map(_written, parts))})"
        case Or(parts):
            return f"({' OR '.join(map(_written, parts))})"
        case Not(part):
            return f"NOT {_written(part)}"
        case _:
            raise AssertionError(node)


def _holds(node: Node, text: str) -> bool:
    match node:
        case Words(words):
            return f" {words} " in f" {text} "
        case And(parts):
            return all(_holds(part, text) for part in parts)
        case Or(parts):
            return any(_holds(part, text) for part in parts)
        case Not(part):
            return not _holds(part, text)
        case _:
            raise AssertionError(node)


@given(PAGES, st.lists(EXPRESSIONS, min_size=1, max_size=8))
@settings(max_examples=40, deadline=None)
def test_boolean_queries_find_what_they_say(
    crafted: ModuleType, pages: list[list[str]], nodes: list[Node]
) -> None:
    texts = [" ".join(words) for words in pages]
    blank = {"blocks": (), "images": (), "links": (), "headline": None}
    with tempfile.TemporaryDirectory() as folder, ArchiveFile(Path(folder, "x")) as archive:
        for number, text in enumerate(texts):
            page = crafted.article(url=None, raw=f"{number:064x}")
            archive.put(Readout(article=page.model_copy(update={**blank, "text": text})))
        for node in nodes:
            expected = sum(_holds(node, text) for text in texts)
            assert archive.search(_written(node)).articles == expected

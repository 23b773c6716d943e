"""Readouts as JSON Lines, and back: one record a line, nothing left out.

A line is the record with two fields before its own: ``record`` (what it is) and ``article`` (whose
article's text its spans point into). The article's line comes first. A line can be used without
the others (``jq 'select(.record == "event")'``), and all of them together are the readout.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from pydantic import ValidationError

from dragoman.errors import EvidenceError, LinesError
from dragoman.records.actor import Actor, Mention
from dragoman.records.article import Article
from dragoman.records.base import Record
from dragoman.records.chain import SourceChain
from dragoman.records.event import Event, Position
from dragoman.records.judgement import Judgement
from dragoman.records.problem import Problem
from dragoman.records.quotation import Nonstatement, Quotation
from dragoman.records.readout import Readout
from dragoman.records.where_when import Place, TimeRef
from dragoman.text.safe import safe_json

LAYER_OF: dict[str, str] = {
    "quotation": "quotations",
    "nonstatement": "nonstatements",
    "event": "events",
    "position": "positions",
    "chain": "chains",
    "actor": "actors",
    "mention": "mentions",
    "place": "places",
    "time": "times",
    "problem": "problems",
}
"""What a line is called → the field of `Readout` that holds such records, in the order of lines."""

_MODELS: dict[str, type[Record]] = {
    "quotations": Quotation,
    "nonstatements": Nonstatement,
    "events": Event,
    "positions": Position,
    "chains": SourceChain,
    "actors": Actor,
    "mentions": Mention,
    "places": Place,
    "times": TimeRef,
    "problems": Problem,
}
_HEAD = ("record", "article")


class Kept(NamedTuple):
    """A readout as it was extracted, and what people decided about its records."""

    readout: Readout
    judgements: tuple[Judgement, ...] = ()


def record_line(name: str, article: str | None, record: Record, **more: str) -> str:
    """Return the line of a record; ``more`` are fields that belong to the line, not to it."""
    head = json.dumps({"record": name, "article": article, **more})
    return safe_json(f"{head[:-1]}, {record.model_dump_json(by_alias=True)[1:]}")


def lossless_lines(readout: Readout, judgements: Iterable[Judgement] = ()) -> Iterator[str]:
    """Yield all lines of a readout, the article's first; it alone says what made the readout.

    Judgements come last; the readout must be as it was extracted.
    """
    article = readout.article
    yield record_line("article", article.id, article, readout_made_by=readout.made_by)
    for name, layer in LAYER_OF.items():
        for record in getattr(readout, layer):
            yield record_line(name, article.id, record)
    for judgement in judgements:
        yield record_line("judgement", article.id, judgement)


def readouts_in(lines: Iterable[str], source: str) -> Iterator[Kept | Problem]:
    """Yield the readouts that lines hold, and the problems of sources that gave no article.

    Args:
        lines: What `dragoman export --format jsonl` or `dragoman read --json` wrote.
        source: The name of the file, for messages.

    Raises:
        LinesError: A line is no record, or stands before its article's line; says which.
    """
    fields: dict[str, Any] | None = None
    begun = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        name, article, row = _parsed(line, number, source)
        if name == "article":
            if fields is not None:
                yield _readout(fields, begun, source)
            fields, begun = _begun(row, number, source), number
        elif name == "problem" and article is None:
            if fields is not None:
                yield _readout(fields, begun, source)
            fields = None
            yield _record(Problem, row, number, source)
        elif fields is None or fields["article"].id != article:
            raise _wrong(number, source, "stands before the line of its article")
        elif name == "judgement":
            fields["judgements"].append(_judgement(row, fields["article"].id, number, source))
        elif name not in LAYER_OF:
            raise _wrong(number, source, f"is no record that this version knows ({name!r})")
        else:
            layer = LAYER_OF[name]
            fields[layer].append(_record(_MODELS[layer], row, number, source))
    if fields is not None:
        yield _readout(fields, begun, source)


def _parsed(line: str, number: int, source: str) -> tuple[object, object, dict[str, Any]]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise _wrong(number, source, f"is no JSON ({error})") from error
    except RecursionError as error:
        raise _wrong(number, source, "is nested too deep") from error
    if not isinstance(row, dict) or not set(_HEAD) <= set(row):
        raise _wrong(number, source, "has no `record` and `article`")
    name, article = (row.pop(key) for key in _HEAD)
    return name, article, row


def _begun(row: dict[str, Any], number: int, source: str) -> dict[str, Any]:
    made_by = row.pop("readout_made_by", row.get("made_by", ""))
    article = _record(Article, row, number, source)
    empty: dict[str, list[Any]] = {layer: [] for layer in (*_MODELS, "judgements")}
    return {"article": article, "made_by": made_by, **empty}


def _judgement(row: dict[str, Any], article: str, number: int, source: str) -> Judgement:
    found: Judgement = _record(Judgement, row, number, source)
    if found.article_id != article:
        raise _wrong(number, source, "is a judgement on another article than that before it")
    return found


def _record(model: type[Any], row: dict[str, Any], number: int, source: str) -> Any:
    try:
        return model.model_validate(row)
    except (ValidationError, EvidenceError) as error:
        raise _wrong(number, source, _what(error)) from error


def _readout(fields: dict[str, Any], number: int, source: str) -> Kept:
    judgements = tuple(fields.pop("judgements"))
    try:
        return Kept(Readout.model_validate(fields), judgements)
    except (ValidationError, EvidenceError) as error:
        raise _wrong(number, source, _what(error)) from error


def _what(error: Exception) -> str:
    if not isinstance(error, ValidationError):
        return f"does not fit: {error}"
    first = error.errors(include_url=False)[0]
    where = ".".join(map(str, first["loc"])) or "the record"
    return f"does not fit the schema: {where}: {first['msg']}"


def _wrong(number: int, source: str, what: str) -> LinesError:
    return LinesError(
        f"Line {number} {what}.",
        hint="Import what `dragoman export --format jsonl` wrote; `dragoman schema` has its shape.",
        source=source,
    )

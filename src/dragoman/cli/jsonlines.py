"""Records as JSON Lines: one record a line, and the schema that each line fits.

A line is the record with two fields before its own: ``record`` (what it is) and ``article`` (whose
article's text its spans point into). The article's line comes first. A line can be used without
the others (``jq 'select(.record == "event")'``), and all of them together are the readout.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from dragoman.cli.layers import LAYERS, Layer
from dragoman.records.lines import record_line

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue

    from dragoman.records import Problem, Readout

# layer → what one of its lines is called, and the record's name in the schema
_NAMES: dict[Layer, tuple[str, str]] = {
    "article": ("article", "Article"),
    "quotations": ("quotation", "Quotation"),
    "nonstatements": ("nonstatement", "Nonstatement"),
    "events": ("event", "Event"),
    "positions": ("position", "Position"),
    "chains": ("chain", "SourceChain"),
    "actors": ("actor", "Actor"),
    "mentions": ("mention", "Mention"),
    "places": ("place", "Place"),
    "times": ("time", "TimeRef"),
    "problems": ("problem", "Problem"),
}


def readout_lines(readout: Readout, only: Collection[Layer] = LAYERS) -> Iterator[str]:
    """Yield the records of a readout, one JSON object each."""
    for layer in LAYERS:
        if layer in only:
            records = (readout.article,) if layer == "article" else getattr(readout, layer)
            for record in records:
                yield record_line(_NAMES[layer][0], readout.article.id, record)


def problem_line(problem: Problem) -> str:
    """Return the line of a source that gave no article."""
    return record_line("problem", None, problem)


def line_schema() -> JsonSchemaValue:
    """Return the JSON Schema (draft 2020-12) of a line."""
    from dragoman.records import json_schema

    document = json_schema()
    definitions = document["$defs"]
    names = (*_NAMES.values(), ("judgement", "Judgement"))
    for name, model in names:
        definitions[f"{model}Line"] = _line_definition(name, model, definitions[model])
    definitions["ArticleLine"]["properties"]["readout_made_by"] = {
        "type": "string",
        "description": "Only in exports: the stamp of the readout as a whole.",
    }
    refs = [{"$ref": f"#/$defs/{model}Line"} for _, model in names]
    return {**document, "title": "A line of `dragoman read --json`", "oneOf": refs}


def _line_definition(name: str, model: str, record: JsonSchemaValue) -> JsonSchemaValue:
    article = {
        "type": ["string", "null"],
        "description": "Id of the article that the spans point into; null: there is none.",
    }
    return {
        **record,
        "title": f"{model}Line",
        "properties": {"record": {"const": name}, "article": article, **record["properties"]},
        "required": ["record", "article", *record.get("required", [])],
    }

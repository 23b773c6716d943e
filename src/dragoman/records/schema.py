"""The JSON Schema of everything that `--json` prints."""

from __future__ import annotations

from pydantic.json_schema import JsonSchemaValue, models_json_schema

from dragoman.records.article import Article
from dragoman.records.judgement import Judgement
from dragoman.records.problem import Problem
from dragoman.records.readout import Readout


def json_schema() -> JsonSchemaValue:
    """Return one JSON Schema document (draft 2020-12) with a definition for every record."""
    models = (Readout, Article, Problem, Judgement)
    _, schema = models_json_schema(
        [(model, "serialization") for model in models],
        title="Dragoman records",
        ref_template="#/$defs/{model}",
    )
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}

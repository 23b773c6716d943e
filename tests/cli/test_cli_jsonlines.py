"""--json: one record a line, each line valid against `dragoman schema`, nothing lost."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from dragoman.cli.jsonlines import line_schema, problem_line, readout_lines
from dragoman.cli.layers import LAYERS, parse_layers
from dragoman.records import Problem, Readout


@pytest.fixture(scope="module")
def validator() -> Any:
    """A validator for lines."""
    schema = line_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_every_line_fits_the_schema(readout: Readout, validator: Any) -> None:
    lines = [json.loads(line) for line in readout_lines(readout)]
    kinds = {line["record"] for line in lines}
    assert len(kinds) == len(LAYERS)
    for line in lines:
        validator.validate(line)


def test_a_line_that_is_wrong_does_not_fit(readout: Readout, validator: Any) -> None:
    line = json.loads(next(readout_lines(readout, ["events"])))
    wrongs: list[dict[str, Any]] = [
        {"type": "PICNIC"},
        {"record": "quotation"},
        {"surplus": 1},
        {"evidence": []},
    ]
    for wrong in wrongs:
        assert not validator.is_valid({**line, **wrong}), wrong


def test_the_lines_are_the_whole_readout(readout: Readout) -> None:
    layers: dict[str, list[dict[str, Any]]] = {layer: [] for layer in LAYERS}
    names = {
        "article": "article", "quotation": "quotations", "nonstatement": "nonstatements",
        "event": "events", "position": "positions", "chain": "chains", "actor": "actors",
        "mention": "mentions", "place": "places", "time": "times", "problem": "problems",
    }  # fmt: skip
    for line in map(json.loads, readout_lines(readout)):
        assert line.pop("article") == readout.article.id
        layers[names[line.pop("record")]].append(line)
    (article,) = layers.pop("article")
    made_by = readout.made_by
    again = Readout.model_validate({**layers, "article": article, "made_by": made_by})
    assert again == readout


def test_only_some_layers(readout: Readout) -> None:
    lines = [json.loads(line) for line in readout_lines(readout, parse_layers("quotes,events"))]
    assert [line["record"] for line in lines] == ["quotation"] * 3 + ["event"] * 2


def test_a_source_without_article_has_a_line(validator: Any) -> None:
    line = json.loads(problem_line(Problem(code="E_EMPTY", message="Nothing.", source="a.html")))
    validator.validate(line)
    assert (line["record"], line["article"], line["source"]) == ("problem", None, "a.html")


def test_layer_names_are_forgiving_but_not_silent() -> None:
    assert parse_layers(" Events, quotes ") == ("quotations", "events")
    with pytest.raises(ValueError, match="actors"):
        parse_layers("evens")

"""JSON-LD scripts of a page, read with patience: bad JSON gives nothing, never an exception."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_MAX_SCRIPT_CHARS = 1_000_000
"""Longer scripts are left alone: an article and its metadata need a tenth of that."""
_MAX_OBJECTS = 500
_WRAPPING = re.compile(r"<!--|-->|//<!\[CDATA\[|<!\[CDATA\[|//\]\]>|\]\]>")
_TRAILING_COMMA = re.compile(r",(?=\s{0,100}[}\]])")


def read_jsonld(scripts: Iterable[str]) -> tuple[Mapping[str, Any], ...]:
    """Return the objects of all scripts in order; lists and ``@graph`` are opened.

    Args:
        scripts: The contents of ``<script type="application/ld+json">`` elements.
    """
    found: list[Mapping[str, Any]] = []
    for script in scripts:
        if len(script) <= _MAX_SCRIPT_CHARS:
            found.extend(_objects(_parsed(script)))
    return tuple(found[:_MAX_OBJECTS])


def _parsed(script: str) -> object:
    text = _WRAPPING.sub("", script).strip().rstrip(";")
    for candidate in (text, _TRAILING_COMMA.sub("", text)):
        try:
            # strict=False: line breaks inside strings are the commonest fault of real pages.
            # NaN and Infinity, which JSON does not know, become null.
            return json.loads(candidate, strict=False, parse_constant=lambda _: None)
        except RecursionError:
            return None
        except ValueError:
            continue
    return None


def _objects(value: object) -> list[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = []
    waiting: list[object] = [value]
    while waiting and len(found) < _MAX_OBJECTS:
        current = waiting.pop()
        if isinstance(current, list):
            waiting.extend(reversed(current))
        elif isinstance(current, dict):
            graph = current.get("@graph")
            if isinstance(graph, list | dict):
                waiting.append(graph)
            if "@type" in current or not graph:
                found.append(current)
    return found

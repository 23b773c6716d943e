"""Every pattern that ships is matched in time that grows in line with the text, whatever it holds.

The patterns are collected from the package, not listed: compiled ones wherever a module keeps
them, those that a function without arguments builds from a codebook, and those written in calls.
The hostile strings are made from each pattern: what it repeats, repeated, and its beginnings.
"""

from __future__ import annotations

import ast
import functools
import importlib
import inspect
import pkgutil
import re
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import dragoman

MOST = 60  # strings a pattern: a codebook's alternatives are hundreds of the same shape
SCREEN = 3_200  # characters: a first look at every hostile string
QUICK, ENDLESS = 0.002, 1.0  # seconds for it: nothing to see, and no need to look further
SMALL, FACTOR = 1_600, 4
WORST = 2.5 * FACTOR  # times the time on the short text; FACTOR squared is 16
_COMMON = (
    "a",
    "A",
    " ",
    "0",
    "\n",
    ".",
    ",",
    "“",
    '"',
    "'",
    "-",
    "(",
    "[",
    "<",
    "&",
    "a ",
    "A. ",
    "0,",
)
_CATEGORY = {
    "DIGIT": "0",
    "SPACE": " ",
    "WORD": "a",
    "NOT_DIGIT": "a",
    "NOT_SPACE": "a",
    "NOT_WORD": " ",
}
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_END = "\x00"


class Shipped(NamedTuple):
    """A pattern and whether its module only ever holds it against one place of a text."""

    pattern: re.Pattern[str]
    anchored: bool


def modules() -> Iterator[Any]:
    for info in pkgutil.walk_packages(dragoman.__path__, "dragoman."):
        if not info.name.endswith("__main__"):
            yield importlib.import_module(info.name)


def kept_in(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    """Yield the text patterns in a value: itself, or inside tuples, mappings and classes."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth < 3 and isinstance(value, tuple | list | frozenset | set):
        for inner in value:
            yield from kept_in(inner, depth + 1)
    elif depth < 3 and isinstance(value, Mapping):
        for inner in (*value.keys(), *value.values()):
            yield from kept_in(inner, depth + 1)
    elif inspect.isclass(value) and value.__module__.startswith("dragoman") and depth == 0:
        for inner in vars(value).values():
            yield from kept_in(inner, depth + 1)


def is_builder(value: object) -> bool:
    """Whether a value is a function without arguments that says it returns a pattern."""
    inner = inspect.unwrap(value) if callable(value) else None
    returns = str(getattr(inner, "__annotations__", {}).get("return", ""))
    return "Pattern" in returns and not inspect.signature(inner).parameters  # type: ignore[arg-type]


def written_in(path: Path) -> Iterator[Shipped]:
    """Yield the patterns that stand in calls: ``re.sub(r"…", …)``."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        named = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
        first = node.args[0]
        if named and isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield Shipped(re.compile(first.value), node.func.attr in {"match", "fullmatch"})


def is_anchored(module: Any, name: str) -> bool:
    """Whether a module calls ``name.match`` or ``name.fullmatch`` and nothing that searches."""
    source = _source(module)
    held = re.search(rf"\b{name}(\(\))?\.(full)?match\b", source)
    return held is not None and not re.search(
        rf"\b{name}(\(\))?\.(search|finditer|findall|sub|subn|split)\b", source
    )


@functools.cache
def _source(module: Any) -> str:
    return inspect.getsource(module)


@functools.cache
def shipped() -> dict[str, Shipped]:
    """Return every shipped pattern once, under the name of a module that holds it."""
    found: dict[tuple[str, int], tuple[str, Shipped]] = {}
    for module in modules():
        for name, value in vars(module).items():
            builder = is_builder(value)
            for pattern in kept_in(value() if builder else value):
                held = Shipped(pattern, is_anchored(module, name))
                key = (pattern.pattern, pattern.flags)
                if key not in found or (found[key][1].anchored and not held.anchored):
                    found[key] = (f"{module.__name__}.{name}", held)
    for path in Path(dragoman.__path__[0]).rglob("*.py"):
        for held in written_in(path):
            if not any(words == held.pattern.pattern for words, _ in found):
                found[held.pattern.pattern, held.pattern.flags] = (path.stem, held)
    return {f"{name}#{i}": p for i, (name, p) in enumerate(found.values())}


def samples(items: Any, pick: int) -> str:
    """Return a short text that a parsed pattern (or most of it) matches; ``pick`` varies choices."""
    return "".join(_sample(str(op), argument, pick) for op, argument in items)


def _sample(op: str, argument: Any, pick: int) -> str:
    if op == "LITERAL":
        return chr(argument)
    if op == "IN":
        return _of_set(argument, pick)
    if op in _REPEATS:
        return samples(argument[2], pick) * max(1, min(int(argument[0]), 3))
    if op == "BRANCH":
        return samples(argument[1][pick % len(argument[1])], pick)
    if op in {"SUBPATTERN", "ATOMIC_GROUP"}:
        return samples(argument[-1] if op == "SUBPATTERN" else argument, pick)
    return {"ANY": "a", "NOT_LITERAL": "a" if argument != ord("a") else "b"}.get(op, "")


def _of_set(parts: Any, pick: int) -> str:
    chosen: list[str] = []
    negated = bool(parts) and str(parts[0][0]) == "NEGATE"
    for op, argument in parts:
        if str(op) == "LITERAL":
            chosen.append(chr(argument))
        elif str(op) == "RANGE":
            chosen.append(chr(argument[0]))
        elif str(op) == "CATEGORY":
            chosen.append(_CATEGORY[str(argument).removeprefix("CATEGORY_")])
    if negated:
        return next(c for c in "a 0.-\n" if c not in chosen)
    return str(chosen[pick % len(chosen)])


def pumps(items: Any, pick: int, before: str = "") -> Iterator[tuple[str, str]]:
    """Yield (beginning, unit to repeat) for each repetition in a parsed pattern, at any depth."""
    for op, argument in items:
        if str(op) in _REPEATS:
            yield before, samples(argument[2], pick)
            yield from pumps(argument[2], pick, before)
        elif str(op) == "SUBPATTERN":
            yield from pumps(argument[-1], pick, before)
        elif str(op) == "BRANCH":
            for branch in argument[1]:
                yield from pumps(branch, pick, before)
        elif str(op) in {"ASSERT", "ASSERT_NOT"}:
            yield from pumps(argument[1], pick, before)
        before += _sample(str(op), argument, pick)
        yield "", before


def hostile(pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    """Return beginnings and units to repeat, at most about MOST, spread over the pattern."""
    parser: Any = re._parser  # type: ignore[attr-defined]
    parsed = parser.parse(pattern.pattern, pattern.flags)
    made = {("", unit) for unit in _COMMON}
    for pick in range(2):
        made.update((start, unit) for start, unit in pumps(parsed, pick) if 0 < len(unit) < 60)
    ordered = sorted(made)
    return ordered[:: 1 + len(ordered) // MOST]


def seconds(search: Callable[[str], object], text: str) -> float:
    """Return the best of three: other processes only ever slow a run."""
    best = float("inf")
    for _ in range(3):
        begun = time.process_time()
        search(text)
        best = min(best, time.process_time() - begun)
        if best < QUICK or best > ENDLESS:
            break
    return best


def growth(shipped: Shipped, start: str, unit: str) -> str | None:
    """Return what is wrong on one hostile string, or None."""

    def search(text: str) -> None:
        if shipped.anchored:
            shipped.pattern.match(text)
            shipped.pattern.fullmatch(text)
            return
        for _ in shipped.pattern.finditer(text):
            pass

    def text(size: int) -> str:
        return start + unit * (size // len(unit)) + _END

    first = seconds(search, text(SCREEN))
    if first < QUICK:
        return None
    if first > ENDLESS:
        return f"{start!r} + {unit!r}: {first:.1f} s"
    short, long = seconds(search, text(SMALL)), seconds(search, text(SMALL * FACTOR))
    return f"{start!r} + {unit!r}: {short:.4f} s, {long:.4f} s" if long > WORST * short else None


def test_the_collection_is_not_empty() -> None:
    assert len(shipped()) > 60


@pytest.mark.parametrize("name", sorted(shipped()))
def test_time_grows_in_line_with_the_text(name: str) -> None:
    held = shipped()[name]
    wrong = [w for start, unit in hostile(held.pattern) if (w := growth(held, start, unit))]
    assert not wrong, f"{held.pattern.pattern!r}: {wrong[:3]}"


@pytest.mark.parametrize("bad", [r"\s+$", r"\w+@", r"[^\"]+\" said"])
def test_the_test_finds_patterns_that_are_not_linear(bad: str) -> None:
    held = Shipped(re.compile(bad), anchored=False)
    assert any(growth(held, start, unit) for start, unit in hostile(held.pattern))

"""CAMEO codes: the PLOVER type, mode and context each becomes, and its Goldstein score."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple, cast

from dragoman.codebooks.loader import load_table
from dragoman.codebooks.plover import plover_types
from dragoman.errors import CodebookError
from dragoman.records.vocabulary import EventType

_FILE = "cameo.tsv"


class CameoCode(NamedTuple):
    """One CAMEO code: `goldstein` runs from -10 (conflict) to +10 (cooperation)."""

    code: str
    type: EventType
    mode: str | None
    contexts: tuple[str, ...]
    goldstein: float


@cache
def cameo_codes() -> Mapping[str, CameoCode]:
    """Return the CAMEO codes that PLOVER keeps (statements, 01x, are no events).

    Raises:
        CodebookError: A row names a type or a mode that PLOVER does not have.
    """
    return {row["code"]: _read(row) for row in load_table(_FILE)}


def narrowed(code: str, contexts: tuple[str, ...]) -> str:
    """Return the one sub-code that fits the contexts ("031" and economic: "0311"), else the code.

    Args:
        code: A code of the codebook.
        contexts: PLOVER contexts of the event.
    """
    codes = cameo_codes()
    own = set(codes[code].contexts)
    fits = [
        sub.code
        for sub in codes.values()
        if sub.code[:-1] == code
        and (sub.type, sub.mode) == (codes[code].type, codes[code].mode)
        and (special := set(sub.contexts) - own)
        and special <= set(contexts)
    ]
    return fits[0] if len(fits) == 1 else code


def _read(row: Mapping[str, str]) -> CameoCode:
    known = plover_types().get(row["type"])
    if known is None or (row["mode"] and row["mode"] not in known.modes):
        raise CodebookError(f"no such type or mode: {dict(row)!r}", source=_FILE)
    return CameoCode(
        row["code"],
        cast("EventType", row["type"]),
        row["mode"] or None,
        tuple(filter(None, row["context"].split("|"))),
        float(row["goldstein"]),
    )

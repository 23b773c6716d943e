"""A readout as one blob: what the archive gives back is made of this, and nothing else.

The tables beside it are for searching and counting, and can be filled anew from it. It is JSON with
all its defaults, so that a later default cannot change an old record; the text stands in its own
column. What follows from the text or from other fields is left out (`derived`), records are turned
into columns (`columns`), and zlib packs the rest with a dictionary. On whole news articles the blob
is 0.69 of their text; as plain JSON under zlib it was 1.9.
"""

from __future__ import annotations

import json
import zlib
from functools import cache
from importlib.resources import files

from dragoman.archive.packing.columns import Fields, from_columns, to_columns
from dragoman.archive.packing.derived import KINDS, leave_out, put_back
from dragoman.records import Readout

_FORM = b"\x02"
"""The first byte. What was written before there were columns begins with zlib's own (x)."""


@cache
def dictionary() -> bytes:
    """Return what zlib is given to begin with: one page of ours, so packed.

    It never changes: a new one would be a new form. `meta` in every archive has it too, so that
    the file can be read without Dragoman.
    """
    return files("dragoman.archive.packing").joinpath("dictionary.json").read_bytes()


def pack(readout: Readout) -> bytes:
    """Return a readout without its article's text."""
    text = readout.article.text
    fields = readout.model_dump(mode="json", by_alias=True, exclude={"article": {"text"}})
    leave_out(fields, text)
    for layer in KINDS:
        fields[layer] = _columns(fields[layer])
    fields["article"]["blocks"] = _columns(fields["article"]["blocks"])
    plain = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    packer = zlib.compressobj(9, zdict=dictionary())
    return _FORM + packer.compress(plain.encode()) + packer.flush()


def unpack(packed: bytes, text: str) -> Readout:
    """Return the readout that `pack` was given."""
    fields = _unzipped(packed)
    if packed[:1] == _FORM:
        for layer in KINDS:
            fields[layer] = _rows(fields[layer])
        fields["article"]["blocks"] = _rows(fields["article"]["blocks"])
        put_back(fields, text)
    fields["article"]["text"] = text
    return Readout.model_validate(fields)


def instants(packed: bytes) -> tuple[Fields | None, Fields | None]:
    """Return when a page says that it was published and last changed, as JSON."""
    article = _unzipped(packed)["article"]
    return article["published"], article["modified"]


def _unzipped(packed: bytes) -> Fields:
    first = packed[:1] == _FORM
    unpacker = zlib.decompressobj(zdict=dictionary()) if first else zlib.decompressobj()
    fields: Fields = json.loads(unpacker.decompress(packed[first:]) + unpacker.flush())
    return fields


def _columns(records: list[Fields]) -> Fields:
    return {"size": len(records), **({"of": to_columns(records)} if records else {})}


def _rows(columns: Fields) -> list[Fields]:
    return from_columns(columns["of"], columns["size"]) if columns["size"] else []

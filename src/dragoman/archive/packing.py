"""A readout as one blob: what the archive gives back is made of this, and nothing else.

The tables beside it are for searching and counting, and can be filled anew from it. JSON with all
its defaults, so that a later default cannot change an old record; the text stands in its own
column. zlib brings the JSON down about eight times.
"""

from __future__ import annotations

import json
import zlib

from dragoman.records import Readout


def pack(readout: Readout) -> bytes:
    """Return a readout without its article's text."""
    plain = readout.model_dump_json(by_alias=True, exclude={"article": {"text"}})
    return zlib.compress(plain.encode(), level=6)


def unpack(packed: bytes, text: str) -> Readout:
    """Return the readout that `pack` was given."""
    fields = json.loads(zlib.decompress(packed))
    fields["article"]["text"] = text
    return Readout.model_validate(fields)

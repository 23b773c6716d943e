"""What all records share: frozen, strict about unknown fields, tied to words."""

from __future__ import annotations

import hashlib
from base64 import b32encode
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from dragoman.text.spans import Span

Confidence = Annotated[float, Field(ge=0.0, le=1.0)]
"""How sure the extraction is, in [0, 1]: a rank set by hand, not yet a calibrated probability."""


class Record(BaseModel):
    """Base of every record: immutable, no unknown fields, one model for Python, JSON and schema."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class EvidenceRecord(Record):
    """A record about one article, tied to the words it rests on.

    `Readout` checks on construction that every span lies inside the article's text and is not
    empty; see `dragoman.records.evidence`.
    """

    id: str = Field(description="Hash of article id, kind and anchor span; never of values.")
    evidence: tuple[Span, ...] = Field(
        min_length=1, description="The words the record rests on, [start, end) in article.text."
    )
    confidence: Confidence = 1.0
    made_by: str = Field(default="", description="Stamp of pipeline, model and codebooks.")


def _short_hash(*parts: str) -> str:
    """80 bits of BLAKE2b over ``parts``, as 16 lower-case base-32 characters."""
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return b32encode(hashlib.blake2b(joined, digest_size=10).digest()).decode().lower()


def article_id(raw_sha256: str, url: str | None) -> str:
    """Return an article's id: a hash of its raw bytes and canonical URL."""
    return "a" + _short_hash("article", raw_sha256, url or "")


def record_id(article: str, kind: str, anchor: Span) -> str:
    """Return a record's id from its article's id, its kind and its anchor span.

    The first letter tells the kind: q(uotation), e(vent), n(onstatement), p(osition), m(ention),
    t(ime), l (place), c(hain), s (actor: a subject).
    """
    letter = _LETTERS[kind]
    return letter + _short_hash(article, kind, f"{anchor.start}:{anchor.end}")


_LETTERS = {
    "quotation": "q",
    "nonstatement": "n",
    "event": "e",
    "position": "p",
    "mention": "m",
    "actor": "s",
    "time": "t",
    "place": "l",
    "chain": "c",
}

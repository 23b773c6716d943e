"""The way a statement reached the page."""

from __future__ import annotations

from pydantic import Field, model_validator

from dragoman.errors import EvidenceError
from dragoman.records.base import EvidenceRecord, Record
from dragoman.records.vocabulary import LinkRole
from dragoman.text.spans import Span


class ChainLink(Record):
    """One hand the statement went through."""

    role: LinkRole
    name: str
    span: Span | None = Field(default=None, description="Null only for an editorial link.")
    speaks_for: str | None = Field(default=None, description="Whom a spokesperson speaks for.")
    actor_id: str | None = None

    @model_validator(mode="after")
    def _has_words(self) -> ChainLink:
        if self.span is None and self.role != "editorial":
            raise EvidenceError(f"a {self.role} link named {self.name!r} has no words under it")
        return self


class SourceChain(EvidenceRecord):
    """Ordered links from the origin to the last link *before* the publisher.

    `covers` are the spans it answers for: a quotation, an event, or (scope "article") all text
    that has no chain of its own. An empty `links` means that the page does not say.
    """

    links: tuple[ChainLink, ...] = ()
    scope: str = Field(description='"quotation", "event", "statement" or "article".')
    covers: tuple[Span, ...] = ()

    def __str__(self) -> str:
        return " → ".join(link.name for link in self.links) or "unknown"

"""What a search gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.text.spans import Span

EvidenceKind = Literal["text", "event", "quotation", "position"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that answer the query, and the record that rests on them, if it is one.

    `who` are the actors, speakers or holders; `whom` recipients or those a position is towards;
    `act` is the type and modes of an event, the kind of a quotation, the stance of a position.
    `context` is the text around the words, of the same paragraph, from the offset `context_start`.
    """

    kind: EvidenceKind
    span: Span
    words: str
    context: str
    context_start: int
    record_id: str | None = None
    who: str | None = None
    act: str | None = None
    whom: str | None = None
    status: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """One article that answers, with the first of its evidence.

    `events`, `quotations` and `positions` count the records in it that were asked for; None where
    the query asks for records of other kinds only.
    """

    article_id: str
    headline: str | None
    outlet: str | None
    published: str | None
    url: str | None
    events: int | None
    quotations: int | None
    positions: int | None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Counts, facets and the newest hits.

    Counts and facets are of all that answers, however few hits were asked for. A facet is a list
    of (value, count), the most frequent first: articles are counted by outlet and month, records
    by everything else.
    """

    query: str
    articles: int
    events: int | None
    quotations: int | None
    positions: int | None
    facets: dict[str, tuple[tuple[str, int], ...]]
    hits: tuple[Hit, ...]

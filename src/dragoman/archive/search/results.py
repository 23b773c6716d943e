"""What a search gives back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from typing import Annotated, Literal

from dragoman.archive.frames.framed import Framed
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

    def _repr_html_(self) -> str:
        from dragoman.archive.search.display import hits_html

        return hits_html("Hit", (self,))


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One piece of evidence as a flat record; a hit without any has one row."""

    article_id: str
    headline: str | None
    outlet: str | None
    published: Annotated[str | None, "ISO 8601 without zone, as precise as the page says"]
    url: str | None
    evidence: Annotated[str | None, "text, event, quotation, position"]
    record_id: str | None
    who: Annotated[str | None, "actors, speakers or holders, parted by '; '"]
    act: Annotated[str | None, "type and modes, kind or stance"]
    whom: Annotated[str | None, "recipients, or those a position is towards"]
    status: str | None
    date: Annotated[str | None, "TIMEX value, as precise as the text"]
    words: str | None
    context: Annotated[str | None, "the text around the words"]
    start: Annotated[int | None, "code points from the start of the article's text"]
    end: Annotated[int | None, "exclusive"]


@dataclass(frozen=True, slots=True)
class SearchResult(Framed):
    """Counts, facets and the newest hits; `to_pandas` and the like give a row a piece of evidence.

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

    def rows(self) -> Iterator[FoundRow]:
        """Yield the evidence of the hits as flat records."""
        for hit in self.hits:
            page = (hit.article_id, hit.headline, hit.outlet, hit.published, hit.url)
            for one in hit.evidence:
                yield FoundRow(
                    *page, one.kind, one.record_id, one.who, one.act, one.whom, one.status,
                    one.date, one.words, one.context, one.span.start, one.span.end,
                )  # fmt: skip
            if not hit.evidence:
                yield FoundRow(*page, *[None] * 11)

    def _repr_html_(self) -> str:
        from dragoman.archive.search.display import found_html

        return found_html(self)

    def _row_type(self) -> type:
        return FoundRow

    def _cells(self, row: type) -> Iterable[tuple[object, ...]]:  # noqa: ARG002 - there is one
        return map(astuple, self.rows())

"""What a person decided about a record: kept beside it, never written over it."""

from __future__ import annotations

from pydantic import Field

from dragoman.records.base import Record, _short_hash
from dragoman.records.vocabulary import JudgedKind, Verdict
from dragoman.text.spans import Span


class FieldEdit(Record):
    """One field of a record and what should stand in it, as the person wrote it."""

    field: str
    value: str = Field(description="Empty where the field should hold nothing.")


class Judgement(Record):
    """One person's word on one record of one article.

    It holds what the record was and where it stood, so that it finds its place again when the
    article is coded anew: the record of the same kind that overlaps `anchor` most.
    """

    id: str = Field(description="Hash of article, kind, anchor, who judged and when.")
    article_id: str
    record_id: str = Field(description="The record's id when it was judged.")
    kind: JudgedKind
    verdict: Verdict
    anchor: Span = Field(description="Where the record stood in the article's text.")
    words: str = Field(description="The words at `anchor`; other words there: no place is found.")
    edits: tuple[FieldEdit, ...] = Field(default=(), description='Only of an "edit".')
    by: str = Field(description="Who judged.")
    at: str = Field(description="When, UTC: '2024-05-12T09:30:00.000+00:00'.")
    note: str | None = None
    withdrawn_by: str | None = Field(default=None, description="Who took it back, if anybody did.")
    withdrawn_at: str | None = None


def judgement_id(article: str, kind: JudgedKind, anchor: Span, by: str, at: str) -> str:
    """Return the id of a judgement; its first letter is j."""
    return "j" + _short_hash(article, "judgement", kind, f"{anchor.start}:{anchor.end}", by, at)

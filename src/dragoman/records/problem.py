"""What went wrong, where, and what to do: never a silent None."""

from __future__ import annotations

from dragoman.errors import PageError
from dragoman.records.base import Record
from dragoman.records.vocabulary import ProblemCode, Severity
from dragoman.text.spans import Span


class Problem(Record):
    """One thing that went wrong with one source.

    An *error* means that the source gave no article or no readout; a *warning* that something
    may be missing or wrong; a *note* that something was decided which a reader may want to know.
    """

    code: ProblemCode
    message: str
    hint: str = ""
    source: str | None = None
    severity: Severity = "error"
    span: Span | None = None

    @classmethod
    def of(cls, error: PageError) -> Problem:
        """Turn a `PageError` into the row that a batch keeps."""
        return cls.model_validate(
            {
                "code": error.code,
                "message": error.message,
                "hint": error.hint,
                "source": error.source,
            }
        )

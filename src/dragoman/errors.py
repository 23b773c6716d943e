"""Everything that Dragoman raises on purpose.

::

    DragomanError
    ├── PageError          a source cannot be read as an article (carries a code and a hint)
    ├── SheetError         a spreadsheet cannot be read or written, or lacks a column
    ├── LinesError         a file of JSON Lines holds a line that is no record
    ├── ExportError        an export cannot be written, or no format has that name
    ├── FramesMissing      a library that makes data frames or Parquet is not installed
    ├── ModelError         a language model is missing, or its files are not the ones we know
    ├── CodebookError      a line in a codebook is wrong
    ├── EvidenceError      a record points outside its article's text, or at nothing
    ├── JudgementError     a correction names no field of its record, or a value it cannot have
    ├── QueryError         a search asks for nothing, or for what cannot be
    └── ArchiveError       an archive file cannot be opened, read or written
        ├── NotAnArchive       the file is something else
        ├── NewerArchive       written by a later version of Dragoman
        ├── ArchiveLocked      another process is writing, and went on for longer than we wait
        ├── ArchiveReadOnly    the file or its folder cannot be written
        ├── ArchiveFull        no room left on the disk
        └── UnknownRecord      no article or record has this id

A batch never dies of one page: batch functions take ``on_error = "record" | "skip" | "raise"``
and turn a `PageError` into a `dragoman.Problem` row.
"""

from __future__ import annotations


class DragomanError(Exception):
    """Base of all errors that Dragoman raises on purpose.

    Args:
        message: One sentence that says what happened.
        hint: One sentence that says what to do about it, or an empty string.
        source: The file, URL or record it happened to, where known.
    """

    def __init__(self, message: str, *, hint: str = "", source: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.source = source

    def __str__(self) -> str:
        where = f"{self.source}: " if self.source else ""
        tail = f" {self.hint}" if self.hint else ""
        return f"{where}{self.message}{tail}"


class PageError(DragomanError):
    """A source cannot be read as an article.

    Args:
        code: A `dragoman.records.ProblemCode`, for example ``"E_EMPTY"``.
        message: What happened.
        hint: What to do.
        source: The file or URL.
    """

    def __init__(
        self, code: str, message: str, *, hint: str = "", source: str | None = None
    ) -> None:
        super().__init__(message, hint=hint, source=source)
        self.code = code


class SheetError(DragomanError):
    """A spreadsheet of texts cannot be read or written, or lacks the column that was named."""


class LinesError(DragomanError):
    """A file of JSON Lines holds a line that is no record, or is not in order: says which line."""


class ExportError(DragomanError):
    """An export cannot be written, or no format has that name."""


class FramesMissing(DragomanError):
    """A library that makes data frames or Parquet files is not installed: says how to install it."""


class ModelError(DragomanError):
    """A language model is missing, or its files are not the ones we know."""


class CodebookError(DragomanError):
    """A line in a codebook is wrong: says which file and which entry."""


class EvidenceError(DragomanError):
    """A record points outside its article's text, or at nothing."""


class JudgementError(DragomanError):
    """A correction names a field that its record has not, or a value that it cannot have."""


class QueryError(DragomanError):
    """A search asks for nothing, for what no record can have, or for too much at once."""


class ArchiveError(DragomanError):
    """An archive file cannot be opened, read or written."""


class NotAnArchive(ArchiveError):
    """The file exists and is not a Dragoman archive."""


class NewerArchive(ArchiveError):
    """The archive was written by a later version of Dragoman."""


class ArchiveLocked(ArchiveError):
    """Another process is writing to the archive, and went on for longer than we wait."""


class ArchiveReadOnly(ArchiveError):
    """The archive file or its folder cannot be written."""


class ArchiveFull(ArchiveError):
    """There is no room left for the archive; what was kept before is safe."""


class UnknownRecord(ArchiveError):
    """No article or record in the archive has this id."""

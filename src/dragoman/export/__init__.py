"""Row 10: an archive in the formats that others use; docs/reference/export.md has the columns."""

from dragoman.export.formats import FORMAT_NAMES, FORMATS, TEXT_FORMATS, FormatName, TextFormat
from dragoman.export.run import Exported, codebook_path, export_archive

__all__ = [
    "FORMATS",
    "FORMAT_NAMES",
    "TEXT_FORMATS",
    "Exported",
    "FormatName",
    "TextFormat",
    "codebook_path",
    "export_archive",
]

"""Row 6: Article → Readout; the stages and their order stand in docs/design.md."""

from dragoman.extraction.pipeline import extract, extract_all

__all__ = ["extract", "extract_all"]

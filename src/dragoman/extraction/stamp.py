"""Which pipeline, model and codebooks made a record."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from dragoman.codebooks import codebooks_stamp
from dragoman.codebooks.kept import kept


@kept()
def made_by(model_label: str) -> str:
    """Return every record's stamp: "dragoman 0.1.0; en_core_web_md-3.8.0; codebooks 1a2b3c4d"."""
    try:
        pipeline = version("dragoman")
    except PackageNotFoundError:  # run from a source tree that is not installed
        pipeline = "unreleased"
    return f"dragoman {pipeline}; {model_label}; codebooks {codebooks_stamp()}"

"""What people decided about records: kept beside them, and applied when they are read."""

from dragoman.archive.judgements.apply import Corrected, corrected
from dragoman.archive.judgements.store import Judged

__all__ = ["Corrected", "Judged", "corrected"]

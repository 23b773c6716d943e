"""Whether an archive is whole: the file, the schema, each article, and what was filled from it."""

from dragoman.archive.verifying.fault import Fault, Severity
from dragoman.archive.verifying.run import verify

__all__ = ["Fault", "Severity", "verify"]

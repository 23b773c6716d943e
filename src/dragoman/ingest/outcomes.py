"""What became of each source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from dragoman.archive import Added
from dragoman.records import Problem, Readout

OnError = Literal["record", "skip", "raise"]
"""*record*: keep a `Problem` and go on; *skip*: go on; *raise*: stop."""

Fate = Literal["read", "new", "revised", "unchanged", "failed", "noted"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source.

    `readout` is None where the source failed, or where its bytes are in the archive already.
    """

    source: str
    readout: Readout | None = None
    added: Added | None = None
    problem: Problem | None = None

    @property
    def fate(self) -> Fate:
        """In a word: "read" where there is no archive, "noted" where nothing was to be read."""
        if self.added is not None:
            return self.added.status
        if self.readout is not None:
            return "read"
        return "failed" if self.problem and self.problem.severity == "error" else "noted"


class Counts(NamedTuple):
    """How many sources met which fate."""

    read: int = 0
    new: int = 0
    revised: int = 0
    unchanged: int = 0
    failed: int = 0
    noted: int = 0

    def plus(self, outcome: Outcome) -> Counts:
        """Return these counts with one outcome more."""
        return self._replace(**{outcome.fate: getattr(self, outcome.fate) + 1})

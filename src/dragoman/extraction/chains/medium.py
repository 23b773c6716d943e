"""A medium with a part in passing words on, and how far from the origin it stands."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from dragoman.records import Span
from dragoman.records.vocabulary import LinkRole


class Step(IntEnum):
    """How far from the origin a medium stands; links are put in this order."""

    IN = 0
    ON = 1
    TOLD = 2
    CITED = 3
    CARRIER = 4


class Medium(NamedTuple):
    """A medium with a part in passing on the words; offsets into the article.

    `presumed` says that only its place ("in an interview with X") makes the name a medium.
    """

    name: str
    span: Span
    role: LinkRole
    step: Step
    presumed: bool = False

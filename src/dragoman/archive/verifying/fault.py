"""One thing that is wrong with an archive."""

from __future__ import annotations

from typing import Literal, NamedTuple

Severity = Literal["fault", "note"]
"""*fault*: the archive is not what it should be; *note*: it is, and there is something to know."""


class Fault(NamedTuple):
    """What is wrong, where, and what to do about it.

    `check` names the check that found it: file, schema, keys, index, article, text, ids, rows,
    search, revisions, judgements, pages, versions.
    """

    check: str
    where: str
    message: str
    hint: str
    severity: Severity = "fault"

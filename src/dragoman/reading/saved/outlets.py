"""The outlet of a saved page, where its address or its furniture names one we know."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dragoman.codebooks.outlets import outlet_named, outlets_by_domain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.reading.saved.lines import Line
    from dragoman.records.vocabulary import BlockKind

# "© 2023 The Guardian. All rights reserved", "Copyright 2010-2023, Le Monde".
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s,©]{0,4}(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[\s,]{0,3}"
    r"(?:by\s)?(?P<name>\w[\w .'’&-]{1,60})",
    re.IGNORECASE,
)


def printed_outlet(
    lines: Sequence[Line], roles: Sequence[BlockKind], url: str | None
) -> str | None:
    """Return the outlet that the address or a copyright line names, if it is in the codebook.

    A name that furniture only hints at ("Support UP") is not taken: unknown stays unknown.
    """
    by_address = _by_domain(url)
    if by_address is not None:
        return by_address
    names = {
        name
        for line, role in zip(lines, roles, strict=True)
        if role == "furniture" and (name := _copyright_holder(line.text)) is not None
    }
    return names.pop() if len(names) == 1 else None


def _by_domain(url: str | None) -> str | None:
    try:
        host = (urlsplit(url or "").hostname or "").lower()
    except ValueError:
        return None
    known = outlets_by_domain()
    labels = host.split(".")
    for start in range(len(labels) - 1):
        outlet = known.get(".".join(labels[start:]))
        if outlet is not None:
            return outlet.name
    return None


def _copyright_holder(line: str) -> str | None:
    match = _COPYRIGHT.search(line[:200])
    if match is None:
        return None
    words = match.group("name").replace(".", " . ").split()
    for length in range(min(6, len(words)), 0, -1):
        outlet = outlet_named(" ".join(words[:length]))
        if outlet is not None:
            return outlet.name
    return None

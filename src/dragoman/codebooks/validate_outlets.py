"""Checks the codebook of agencies and outlets: names that mean one medium, codes, addresses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from dragoman.codebooks.countries import countries
from dragoman.codebooks.outlets import Outlet, outlets

_WHERE = "outlets.tsv"
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def outlet_problems() -> tuple[str, ...]:
    """Return what is wrong with the entries of agencies and outlets, one line a fault.

    The reader itself refuses kinds and ownerships that are none.
    """
    faults = [*_shared()]
    for outlet in outlets():
        faults += [f"{_WHERE}: {outlet.name}: {fault}" for fault in _faults(outlet)]
    return tuple(faults)


def _shared() -> Iterator[str]:
    """A name is borne by one entry, or it is loose; so is an address."""
    names = Counter(name for outlet in outlets() for name in {outlet.name, *outlet.sure_names})
    domains = Counter(domain for outlet in outlets() for domain in outlet.domains)
    for what, counted in (("name", names), ("domain", domains)):
        for value, count in counted.items():
            if count > 1:
                yield f"{_WHERE}: the {what} {value!r} stands {count} times"
    sure = frozenset(name for outlet in outlets() for name in outlet.sure_names)
    for outlet in outlets():
        for name in outlet.loose:
            if name in sure:
                yield f"{_WHERE}: {outlet.name}: {name!r} is loose here and sure elsewhere"


def _faults(outlet: Outlet) -> Iterator[str]:
    if outlet.country and outlet.country not in countries():
        yield f"country {outlet.country} is unknown"
    if outlet.owner and not outlet.ownership:
        yield "an owner, but no ownership"
    for name in (outlet.name, *outlet.aliases, *outlet.loose, outlet.owner):
        if name != name.strip():
            yield f"{name!r} has white space around it"
    for domain in outlet.domains:
        if not _DOMAIN.fullmatch(domain) or domain.startswith("www."):
            yield f"{domain!r} is no domain"
    for language in outlet.languages:
        if not _LANGUAGE.fullmatch(language):
            yield f"{language!r} is no language code"

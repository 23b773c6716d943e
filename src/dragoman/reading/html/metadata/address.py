"""Addresses: what a page calls its own, and whether a link is one to keep."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from dragoman.records import Problem

if TYPE_CHECKING:
    from dragoman.reading.html.dom import Page
    from dragoman.reading.html.metadata.declared import Declared

_LONGEST = 2_000
_UNSAFE = re.compile(r"[\x00-\x20\x7f<>\"{}|\\^`\u202a-\u202e\u2066-\u2069]")
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "or", "ne", "gob", "go", "edu"})


def clean_link(href: str | None, base: str | None) -> str | None:
    """Return the absolute http(s) address of a link, or None.

    Args:
        href: The link as written; relative ones are resolved against `base`.
        base: The page's own address. A ``<base href>`` is never followed: it may point anywhere.

    Returns:
        None for ``javascript:``, ``data:``, ``mailto:`` and their kin, for addresses that cannot
        be parsed, carry a password, or are too long, and for relative ones without a base.
    """
    written = (href or "").strip()
    if not written or len(written) > _LONGEST or written.startswith("#"):
        return None
    try:
        url = urljoin(base or "", written)
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not host or parts.username or _UNSAFE.search(url):
        return None
    return url


def site_of(url: str | None) -> str:
    """Return the registrable part of a URL's host: "bbc.co.uk" for "www.bbc.co.uk"."""
    try:
        host = (urlsplit(url or "").hostname or "").lower()
    except ValueError:
        return ""
    labels = host.split(".")
    if all(label.isdigit() for label in labels):
        return host
    wanted = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) == 2 else 2
    return ".".join(labels[-wanted:])


def read_canonical(page: Page, declared: Declared) -> tuple[str | None, tuple[Problem, ...]]:
    """Return the address that the page calls its own, if it lies on the page's site.

    A canonical address on another site would let a page claim to be another outlet's; it is
    refused with a note.
    """
    links = [
        e.get("href") for e in page.tree.iter("link") if "canonical" in (e.get("rel") or "").lower()
    ]
    for written in (*links, declared.meta("og:url")):
        url = clean_link(written, page.url)
        if url is None:
            continue
        if page.url and site_of(url) != site_of(page.url):
            return None, (
                Problem(
                    code="E_URL",
                    message=f"The page calls itself {url}, which lies on another site.",
                    hint="The address it was read from is kept.",
                    source=page.url,
                    severity="note",
                ),
            )
        return url, ()
    return None, ()

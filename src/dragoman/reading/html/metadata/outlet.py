"""The outlet: the name under which the page is published."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dragoman.reading.html.metadata.declared import clean, first_text
from dragoman.reading.html.metadata.names import folded

if TYPE_CHECKING:
    from dragoman.reading.html.dom import Page
    from dragoman.reading.html.metadata.declared import Declared

_NAMES = ("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher",
          "publisher", "copyright", "twitter:app:name:iphone")  # fmt: skip
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "or", "ne", "gob"})
_CLAIM = re.compile(r"\s[|–—:-]\s|\s?[|｜]\s?")
_LONGEST = 60


def read_outlet(page: Page, declared: Declared) -> str | None:
    """Return the outlet's name as the page declares it, without its claim or address.

    Returns:
        The site name, the publisher of the article object, or, where the page declares neither,
        None: a host name is no name.
    """
    for name in (declared.meta("og:site_name"), _publisher(declared), declared.meta(*_NAMES[1:])):
        cleaned = _CLAIM.split(name or "")[0].strip()
        if 1 < len(cleaned) <= _LONGEST and not cleaned.startswith(("http", "@", "©")):
            return cleaned
    return _title_tail(page)


def outlet_forms(page: Page, declared: Declared) -> frozenset[str]:
    """Return all names the site goes by, folded: to know its name in titles and bylines."""
    names = [*declared.all_metas(*_NAMES), _publisher(declared), *_hosts(page, declared)]
    forms = {folded(part) for name in names if name for part in (name, *_CLAIM.split(name))}
    return frozenset(form for form in forms if len(form) > 1)


def _publisher(declared: Declared) -> str:
    for article in declared.articles:
        publisher = article.get("publisher")
        name = clean((declared.resolved(publisher) or {}).get("name")) or first_text(publisher)
        if name:
            return name
    return ""


def _hosts(page: Page, declared: Declared) -> list[str]:
    """Return the host and its telling label: "www.theprovince.com" gives "theprovince" too."""
    forms = []
    for url in (page.url, declared.meta("og:url")):
        host = _host(url)
        labels = host.split(".")
        while len(labels) > 2 and labels[0] in {"www", "m", "amp", "mobile", "edition"}:
            labels = labels[1:]
        if len(labels) < 2:
            continue
        telling = labels[-3] if len(labels) > 2 and labels[-2] in _SECOND_LEVEL else labels[-2]
        forms += [host, ".".join(labels), telling]
    return forms


def _host(url: str | None) -> str:
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:
        return ""


def _title_tail(page: Page) -> str | None:
    """Return the last part of ``<title>`` if it names the host ("… | Taipei Times")."""
    title = page.tree.find(".//title")
    parts = _CLAIM.split(clean("".join(title.itertext()) if title is not None else ""))
    host = folded(_host(page.url))
    tail = parts[-1].strip()
    return tail if len(parts) > 1 and len(folded(tail)) > 2 and folded(tail) in host else None

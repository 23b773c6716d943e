"""The outlet: the name under which the page is published."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dragoman.codebooks.outlets import outlets_by_domain
from dragoman.reading.html.metadata.address import site_of
from dragoman.reading.html.metadata.declared import clean, first_text
from dragoman.reading.html.metadata.names import folded

if TYPE_CHECKING:
    from dragoman.codebooks.outlets import Outlet
    from dragoman.reading.html.dom import Page
    from dragoman.reading.html.metadata.declared import Declared

_NAMES = ("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher",
          "publisher", "twitter:app:name:iphone")  # fmt: skip
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "or", "ne", "gob"})
_CLAIM = re.compile(r"\s[|–—:-]\s|\s?[|｜]\s?")
_LONGEST = 60


def read_outlet(page: Page, declared: Declared) -> str | None:
    """Return the outlet's name as the page declares it, without its claim or address.

    Returns:
        The site name or the publisher of the article object as declared; the name of a known
        outlet where they say less; None where neither is there: a host name is no name.
    """
    known = outlets_by_domain().get(site_of(page.url))
    for name in (declared.meta("og:site_name"), _publisher(declared), declared.meta(*_NAMES[1:])):
        cleaned = _CLAIM.split(name or "")[0].strip()
        if not 1 < len(cleaned) <= _LONGEST or cleaned.startswith(("http", "@", "©")):
            continue
        # "usatoday", "Security": a name in a script's spelling, or a desk's, of a known outlet.
        if known is not None and (cleaned.islower() or not _akin(cleaned, known)):
            return known.name
        return cleaned
    return known.name if known is not None else _title_tail(page)


def _akin(name: str, known: Outlet) -> bool:
    """Whether a declared name shares words with what a known outlet is called."""
    form = folded(name)
    others = [folded(n) for n in (known.name, *known.aliases, *known.domains)]
    return any(form in other or other in form for other in others)


def outlet_forms(page: Page, declared: Declared, titles: tuple[str, ...] = ()) -> frozenset[str]:
    """Return all names the site goes by, folded: to know its name in titles and bylines.

    Args:
        page: The page.
        declared: Its declarations.
        titles: The declared titles: careless templates repeat them as the site's name.
    """
    names = [*declared.all_metas(*_NAMES), _publisher(declared), *_hosts(page, declared)]
    forms = {folded(part) for name in names if name for part in (name, *_CLAIM.split(name))}
    return frozenset(form for form in forms if len(form) > 1) - {folded(t) for t in titles}


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

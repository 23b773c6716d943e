"""When the page was published and last changed; a date that the page doesn't carry stays null.

Order of trust, measured on 130 dated pages of 105 outlets: the article's JSON-LD (right on all 111
pages that have it), ``article:published_time`` and its kin, microdata and ``<time>`` in the lead,
a date line in the lead, and last a full date in the page's own address. Dates elsewhere on the
page (comments, teasers, copyright lines) speak of other things and are never read.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from dragoman.reading.datelines import find_dates, parse_dateline
from dragoman.reading.html.metadata.visible import text_of
from dragoman.records import Instant, Problem
from dragoman.text.isodates import parse_iso

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

    from dragoman.reading.html.dom import Page
    from dragoman.reading.html.metadata.declared import Declared
    from dragoman.reading.html.metadata.visible import Lead

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished",
    "parsely-pub-date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "publish-date",
    "publishdate", "publication_date", "publicationdate", "pubdate", "pub_date", "published",
    "published_time", "date.issued", "dc.date.issued", "dcterms.issued", "dcterms.created",
    "sailthru.date", "citation_publication_date", "citation_online_date", "rnews:datepublished",
    "article.published", "originalpublicationdate", "dc.date.created", "dc.date", "dcterms.date",
    "date", "og:pubdate", "article_date_original", "ptime",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:article:modified_time", "article:modified", "datemodified",
    "og:updated_time", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod",
    "article:updated_time", "article.updated",
)  # fmt: skip
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_JAVA = re.compile(  # "Fri Apr 28 19:20:36 CEST 2023", Java's Date.toString()
    r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (\d{2}:\d{2}:\d{2}) ([A-Z]{3,5}) (\d{4})"
)
_JAMMED = re.compile(r"(?<=\d{4})(?=\d{1,2}:\d{2})|(?<=[a-z]{4})(?=[A-Z])")
_SHORT_YEAR = re.compile(r"(?<![\d.])\d{1,2}\.\s?\d{1,2}\.(?=\d{2}(?![\d:.]))")  # "25.04.24"
_IN_URL = re.compile(
    r"[/_-](20\d{2}|19\d{2})[/_-](0?[1-9]|1[0-2])[/_-](0?[1-9]|[12]\d|3[01])(?=[/_-]|$)"
)
_CHANGED = re.compile(r"updat|modif|chang|aktuali", re.IGNORECASE)
_YEARS = ("1990", "2100")
"""Pages did not exist before, and a later year is a typing error."""

_DIGIT = re.compile(r"\d")
_NO_DATE = frozenset({"img", "h1", "h2", "h3", "button", "figcaption", "svg", "path", "source"})

_DATELINE = 160
"""Characters of the longest element whose words are read as a date line."""


class Dates(NamedTuple):
    """What was found: `elements` print the dates on the page."""

    published: Instant | None
    modified: Instant | None
    elements: tuple[HtmlElement, ...]
    problems: tuple[Problem, ...]


def read_dates(page: Page, declared: Declared, lead: Lead, *, day_first: bool | None) -> Dates:
    """Read both dates.

    Args:
        page: The page.
        declared: Its declarations.
        lead: Where visible dates are read.
        day_first: How the page's readers read "03/04/2023"; None leaves such a date unread.
    """
    written = [d for d in (declared.field("datePublished"), *declared.all_metas(*_PUBLISHED)) if d]
    parsed = [parse_declared(w, day_first=day_first) for w in written]
    told = [instant for instant in parsed if instant is not None]
    shown = list(_shown(lead, day_first=day_first))
    in_url = [] if told or shown else list(_from_url(page.url))
    candidates = told + [instant for _, instant, changed in shown if not changed] + in_url
    candidates += [instant for _, instant, changed in shown if changed]
    published = _with_zone(_possible(candidates))
    changed_at = [declared.field("dateModified"), *declared.all_metas(*_MODIFIED)]
    later = _possible(i for w in changed_at if w and (i := parse_declared(w, day_first=day_first)))
    later += _possible(instant for _, instant, changed in shown if changed)
    modified = next((i for i in later if published is None or i.value != published.value), None)
    problems = () if len(_possible(told)) == len(told) else (_impossible(page, told),)
    return Dates(published, modified, tuple(element for element, _, _ in shown), problems)


def parse_declared(written: str, *, day_first: bool | None = None) -> Instant | None:
    """Parse a date as metadata write it: ISO, seconds since 1970, RFC 822, or a date line."""
    text = written.strip()[:80]
    iso = parse_iso(text)
    if iso is not None:
        return Instant(value=iso.value, precision=iso.precision, zone=iso.zone)
    if _EPOCH.fullmatch(text):
        moment = datetime.fromtimestamp(int(text[:10]), UTC)
        return Instant(value=moment.strftime("%Y-%m-%dT%H:%M:%S"), precision="second", zone="UTC")
    java = _JAVA.fullmatch(text)
    if java:
        month, day, clock, zone, year = java.groups()
        text = f"{day} {month} {year} {clock} {zone}"
    instant = parse_dateline(text, day_first=day_first)
    return None if instant is None else instant.model_copy(update={"span": None})


def _shown(lead: Lead, *, day_first: bool | None) -> Iterator[tuple[HtmlElement, Instant, bool]]:
    """Yield the elements of the lead that print a date: element, date, whether of a change.

    Microdata and ``<time>`` are asked first for their machine-readable value; an element that
    holds one that was read already is left out.
    """
    read: set[HtmlElement] = set()
    dated = [element for element in lead.elements if _may_hold_date(element)]
    for element in sorted(dated, key=_machine_readable, reverse=True):
        if element in read or any(holder in read for holder in element.iterancestors()):
            continue
        if any(inner in read for inner in element.iterdescendants()):
            continue
        words = text_of(element) if element.tag != "meta" else ""
        if len(words) > _DATELINE:
            continue
        instant, changed = _of_element(element, words, day_first=day_first)
        if instant is not None:
            read.add(element)
            yield element, instant, changed or _is_changed(element)


def _may_hold_date(element: HtmlElement) -> bool:
    """Whether an element has digits of its own, or says that it holds a date."""
    if element.tag == "time" or element.get("itemprop") in {"datePublished", "dateModified"}:
        return True
    if element.tag in _NO_DATE or len(element) > 12:
        return False
    own = (element.text or "") + "".join(child.tail or "" for child in element)
    return _DIGIT.search(own) is not None


def _machine_readable(element: HtmlElement) -> int:
    if element.get("itemprop") == "datePublished":
        return 3
    return 2 if element.tag == "time" and element.get("datetime") else 0


def _of_element(
    element: HtmlElement, words: str, *, day_first: bool | None
) -> tuple[Instant | None, bool]:
    given = element.get("datetime") or (element.get("content") if element.get("itemprop") else None)
    if given:
        instant = parse_declared(given, day_first=day_first)
        if instant is not None and instant.precision not in {"year", "month"}:
            return instant, False
    if not any(ch.isdigit() for ch in words):
        return None, False
    line = _SHORT_YEAR.sub(r"\g<0>20", _JAMMED.sub(" ", words))
    if parse_dateline(line, day_first=day_first) is None:
        return None, False
    found = find_dates(line, day_first=day_first)
    best = next((date for date in found if not date.updated), found[0])
    return best.instant.model_copy(update={"span": None}), best.updated


def _is_changed(element: HtmlElement) -> bool:
    words = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
    return _CHANGED.search(words) is not None


def _from_url(url: str | None) -> Iterator[Instant]:
    match = _IN_URL.search(url or "")
    if match:
        year, month, day = match.groups()
        iso = parse_iso(f"{year}-{int(month):02}-{int(day):02}")
        if iso is not None:
            yield Instant(value=iso.value, precision="day")


def _possible(instants: Iterable[Instant]) -> list[Instant]:
    return [i for i in instants if _YEARS[0] <= i.value[:4] < _YEARS[1]]


def _with_zone(candidates: list[Instant]) -> Instant | None:
    """Return the first date; of its fellows that print the same minute, one that has a zone."""
    if not candidates:
        return None
    first = candidates[0]
    if first.zone is not None or len(first.value) < 16:
        return first
    minute = first.value[:16]
    return next((i for i in candidates if i.zone and i.value[:16] == minute), first)


def _impossible(page: Page, told: list[Instant]) -> Problem:
    wrong = next(i for i in told if i not in _possible([i]))
    return Problem(
        code="E_DATE",
        message=f"The page declares {wrong.value} as its date, which cannot be.",
        hint="Another date of the page was used if it carries one.",
        source=page.url,
        severity="note",
    )

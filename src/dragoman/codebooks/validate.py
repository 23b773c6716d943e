"""Checks the codebooks of actors: dates sane, ids unique, codes valid, references met.

`problems` returns one line for each fault, with the file and the entry; a test asks that there
be none, and a user's own codebook is checked by the same rules.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import get_args

from dragoman.codebooks.contested import territories
from dragoman.codebooks.countries import countries
from dragoman.codebooks.dates import is_date
from dragoman.codebooks.loader import load_table
from dragoman.codebooks.metonyms import metonyms
from dragoman.codebooks.offices import office_types, people, terms
from dragoman.codebooks.organisations import organisations
from dragoman.codebooks.outlets import outlets
from dragoman.codebooks.plover_lexicon import event_lexicon
from dragoman.codebooks.regions import regions
from dragoman.codebooks.reporting import reporting_verbs
from dragoman.codebooks.role_nouns import role_nouns
from dragoman.codebooks.validate_outlets import outlet_problems
from dragoman.errors import CodebookError
from dragoman.records.vocabulary import ActorKind, Sector

_KINDS = frozenset(get_args(ActorKind))
_SECTORS = frozenset(get_args(Sector))
_STATUSES = frozenset({"state", "dependency", "disputed", "historical"})
_MEMBERSHIPS = frozenset({"closed", "open", "none"})
_WIKIDATA = re.compile(r"Q[1-9]\d*")


def problems() -> tuple[str, ...]:
    """Return what is wrong in the shipped codebooks of actors, one line a fault."""
    return (
        *_countries(),
        *_organisations(),
        *_metonyms(),
        *_roles(),
        *_office_types(),
        *_people(),
        *_terms(),
    )


def all_problems() -> tuple[str, ...]:
    """Return what is wrong in any codebook that users may add to, as it now is in use."""
    readable = tuple(_readable())
    return (*problems(), *(readable or outlet_problems()))


def _readable() -> Iterator[str]:
    """Try the readers that check their own rows."""
    for read in (outlets, regions, territories, reporting_verbs, event_lexicon):
        try:
            read()
        except (CodebookError, ValueError) as error:  # ValueError: a number that is none
            yield str(error)


def period_faults(since: str, until: str) -> Iterator[str]:
    """Yield what is wrong with a period: a date that cannot be, an end before the start."""
    for date in (since, until):
        if date and not is_date(date):
            yield f"{date!r} is no date"
            return
    if since and until and until < since[: len(until)]:
        yield f"ends ({until}) before it starts ({since})"


def _countries() -> Iterator[str]:
    where = "countries.tsv"
    yield from _twice(where, (row["iso3"] for row in load_table(where)))
    for country in countries().values():
        if not re.fullmatch(r"[A-Z]{3}", country.iso3):
            yield f"{where}: {country.iso3!r} is no ISO-3 code"
        if country.status not in _STATUSES:
            yield f"{where}: {country.iso3}: status {country.status!r}"
        if (country.status == "dependency") != (country.parent is not None):
            yield f"{where}: {country.iso3}: a dependency has a parent, and nothing else has"
        if country.parent and country.parent not in countries():
            yield f"{where}: {country.iso3}: parent {country.parent} is unknown"
        yield from _with(where, country.iso3, period_faults(country.since, country.until))


def _organisations() -> Iterator[str]:
    where = "organisations.tsv"
    yield from _twice(where, (f"{o.name} from {o.since or 'ever'}" for o in organisations()))
    for body in organisations():
        yield from _with(where, body.name, _party(body.kind, body.sector, body.countries))
        yield from _with(where, body.name, period_faults(body.since, body.until))
        if body.membership not in _MEMBERSHIPS:
            yield f"{where}: {body.name}: membership {body.membership!r}"
        if body.membership == "closed" and not body.members:
            yield f"{where}: {body.name}: closed, but no members"
        for member in body.members:
            if member.iso3 not in countries():
                yield f"{where}: {body.name}: member {member.iso3} is no country"
            yield from _with(where, body.name, period_faults(member.since, member.until))


def _metonyms() -> Iterator[str]:
    where = "metonyms.tsv"
    yield from _twice(where, (f"{m.name} from {m.since or 'ever'}" for m in metonyms()))
    for metonym in metonyms():
        yield from _with(
            where, metonym.name, _party(metonym.kind, metonym.sector, metonym.countries)
        )
        yield from _with(where, metonym.name, period_faults(metonym.since, metonym.until))
        if not metonym.stands_for:
            yield f"{where}: {metonym.name}: stands for nothing"


def _roles() -> Iterator[str]:
    where = "role_nouns.tsv"
    yield from _twice(where, (role.noun for role in role_nouns()))
    for role in role_nouns():
        yield from _with(where, role.noun, _party(role.kind, role.sector, ()))


def _office_types() -> Iterator[str]:
    where = "office_types.tsv"
    yield from _twice(where, (row["key"] for row in load_table(where)))
    for office in office_types().values():
        yield from _with(where, office.key, _party("person", office.sector, ()))
        if not office.names or not office.title:
            yield f"{where}: {office.key}: no name or no title"


def _people() -> Iterator[str]:
    where = "people.tsv"
    yield from _twice(where, (row["name"] for row in load_table(where)))
    yield from _twice(where, (p.wikidata for p in people().values() if p.wikidata))
    for person in people().values():
        if person.country and person.country not in countries():
            yield f"{where}: {person.name}: country {person.country} is unknown"
        for side in person.sides:
            codes = (side.country,) if side.country else ()
            yield from _with(where, person.name, _party("person", side.sector, codes))
            yield from _with(where, person.name, period_faults(side.since, side.until))
        if person.wikidata and not _WIKIDATA.fullmatch(person.wikidata):
            yield f"{where}: {person.name}: {person.wikidata!r} is no Wikidata id"


def _terms() -> Iterator[str]:
    where = "offices.tsv"
    keys = (
        f"{t.person}, {t.office} of {t.body or t.country} ({t.title}) from {t.since}"
        for t in terms()
    )
    yield from _twice(where, keys)
    for term in terms():
        name = f"{term.person}, {term.office}"
        if term.office not in office_types():
            yield f"{where}: {name}: no such office type"
        if term.country and term.country not in countries():
            yield f"{where}: {name}: country {term.country} is unknown"
        if not term.country and not term.body:
            yield f"{where}: {name}: neither country nor body"
        if term.sector not in _SECTORS:
            yield f"{where}: {name}: sector {term.sector!r}"
        if not term.since:
            yield f"{where}: {name}: no start"
        yield from _with(where, name, period_faults(term.since, term.until))


def _party(kind: str, sector: str, codes: Iterable[str]) -> Iterator[str]:
    if kind not in _KINDS:
        yield f"kind {kind!r}"
    if sector not in _SECTORS:
        yield f"sector {sector!r}"
    for code in codes:
        if code not in countries():
            yield f"country {code} is unknown"


def _twice(where: str, keys: Iterable[str]) -> Iterator[str]:
    for key, count in Counter(keys).items():
        if count > 1:
            yield f"{where}: {key} stands {count} times"


def _with(where: str, name: str, faults: Iterable[str]) -> Iterator[str]:
    for fault in faults:
        yield f"{where}: {name}: {fault}"

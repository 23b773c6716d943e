"""Print which days since 2000 the codebook of offices does not cover, country by country.

For each member of the United Nations and for Kosovo, Palestine, Taiwan and the Vatican: the head
of state, the head of government and the foreign minister. Then the terms of one office that
overlap, and how many states, bodies and armed groups the codebook knows.

Run: ``python -m training.offices_coverage [COUNTRY …] [--until 2026-11-24] [--brief]``
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from dragoman.codebooks.countries import countries
from dragoman.codebooks.offices import Term, office_types, terms

FIRST = date(2000, 1, 1)
MORE = ("PSE", "TWN", "VAT", "XKX")
ROLES = {
    "head of state": ("president", "monarch", "supreme_leader", "pope"),
    "head of government": ("prime_minister", "chancellor", "chief_executive"),
    "foreign minister": ("foreign_minister", "foreign_secretary", "secretary_of_state"),
}
# States whose monarch is the British one, with the day on which that ended.
_REALMS_NOW = ["ATG", "AUS", "BHS", "BLZ", "CAN", "GRD", "JAM", "KNA", "LCA", "NZL", "PNG", "SLB"]
REALMS = dict.fromkeys([*_REALMS_NOW, "TUV", "VCT"], date.max) | {"BRB": date(2021, 11, 30)}
# States where the president has led the government from a day on, without a prime minister.
LATE = {
    "GAB": date(2025, 5, 3),
    "MMR": date(2011, 3, 30),
    "SYR": date(2025, 1, 29),
    "TUR": date(2018, 7, 9),
}
# States that began after 2000, with their first day.
YOUNG = {"SSD": date(2011, 7, 9), "TLS": date(2002, 5, 20), "XKX": date(2008, 2, 17)}
# States whose president leads the government, or has led it whenever there was no prime minister.
PRESIDENTIAL = frozenset(
    {
        "AFG", "AGO", "ARG", "BDI", "BEN", "BOL", "BRA", "BWA", "CHE", "CHL", "COD", "COG", "COL", "COM",
        "CRI",
        "CYP", "DOM", "ECU", "ERI", "FSM", "GHA", "GMB", "GTM", "GUY", "HND", "IDN", "IRN", "KEN",
        "KIR", "LBR", "MDV", "MEX", "MHL", "MWI", "NGA", "NIC", "NRU", "PAN", "PHL", "PLW", "PRY",
        "SDN", "SEN", "SLE", "SLV", "SSD", "SUR", "SYC", "TCD", "TKM", "URY",
        "USA", "VEN", "ZAF", "ZMB", "ZWE",
    }
)  # fmt: skip


class Period(NamedTuple):
    """Days from `first` to `last`, both inside."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


def period_of(term: Term, until: date) -> Period:
    """Return the days of a term; a bound known to the month or year includes all of it."""
    return Period(_first(term.since), _last(term.until) if term.until else until)


def gaps(periods: Iterable[Period], until: date) -> Iterator[Period]:
    """Yield the days between `FIRST` and `until` that no period holds."""
    day = FIRST
    for period in sorted(periods):
        if period.first > day:
            yield Period(day, min(period.first - timedelta(1), until))
        day = max(day, period.last + timedelta(1)) if period.last < date.max else date.max
        if day > until:
            return
    yield Period(day, until)


def role_gaps(country: str, role: str, until: date) -> list[Period]:
    """Return the days on which a country has nobody in a role."""
    offices = ROLES[role]
    if role == "head of government" and country in PRESIDENTIAL:
        offices = (*offices, "president")
    held = [period_of(t, until) for t in terms() if t.country == country and t.office in offices]
    if role == "head of government" and country in LATE:
        held += [_from(LATE[country], period_of(t, until)) for t in _presidents(country)]
    if role == "head of state" and country in REALMS:
        held.append(Period(FIRST, min(REALMS[country], until)))
    if country in YOUNG:
        held.append(Period(FIRST, YOUNG[country] - timedelta(1)))
    return [gap for gap in gaps(held, until) if gap.first <= gap.last]


def _presidents(country: str) -> list[Term]:
    return [t for t in terms() if t.country == country and t.office == "president"]


def _from(first: date, period: Period) -> Period:
    return Period(max(first, period.first), period.last)


def overlaps(until: date) -> Iterator[str]:
    """Yield pairs of terms of an office that one person holds at a time, if they overlap by days."""
    places: dict[tuple[str, str, str, str], list[Term]] = {}
    for term in terms():
        if office_types()[term.office].single:
            key = (term.office, term.country, term.body, term.title)
            places.setdefault(key, []).append(term)
    for key, held in places.items():
        held.sort(key=lambda t: t.since)
        for one, two in pairwise(held):
            first, second = period_of(one, until), period_of(two, until)
            shared = (min(first.last, second.last) - second.first).days
            coarse = len(one.until) < 10 or len(two.since) < 10
            if shared > (365 if coarse else 1):
                place = " ".join(filter(None, key))
                yield f"{place}: {one.person} to {one.until}, {two.person} from {two.since}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("countries", nargs="*", help="ISO-3 codes; all if none is given")
    parser.add_argument("--until", type=date.fromisoformat, default=date(2026, 11, 24))
    parser.add_argument("--brief", action="store_true", help="only the sums")
    chosen = parser.parse_args(arguments)
    _print_gaps(chosen.countries or states(), chosen.until, brief=chosen.brief)
    if not chosen.countries:
        if not chosen.brief:
            print("\nOverlaps of offices with one holder")
            print(*overlaps(chosen.until), sep="\n")
        _print_counts()


def states() -> tuple[str, ...]:
    """Return the members of the United Nations and the four others."""
    members = (c.iso3 for c in countries().values() if c.status == "state")
    return tuple(sorted({*members, *MORE}))


def _print_gaps(codes: Sequence[str], until: date, *, brief: bool) -> None:
    span = Period(FIRST, until).days * len(codes)
    for role in ROLES:
        missing, without = 0, []
        for country in codes:
            found = role_gaps(country, role, until)
            days = sum(gap.days for gap in found)
            missing += days
            if days > 31:
                without.append(country)
                if not brief:
                    listed = ", ".join(f"{g.first}..{g.last}" for g in found if g.days > 3)
                    print(f"{role:18} {country} {days:5} {listed}")
        share = 1 - missing / span
        print(
            f"{role}: {share:.1%} of days, {len(without)} of {len(codes)} with a month or more missing"
        )


def _print_counts() -> None:
    listed = terms()
    print(f"\n{len(listed)} terms, {sum(t.verified for t in listed)} verified")
    for office in ("defence_minister", "armed_group_leader", "body_head"):
        held = [t for t in listed if t.office == office]
        places = {t.body or t.country for t in held}
        print(f"{office}: {len(held)} terms of {len(places)}")
    speaks = [t for t in listed if "spokesperson" in t.office or t.office == "press_secretary"]
    print(f"spokespeople: {len(speaks)} terms of {len({t.body or t.country for t in speaks})}")


def _first(cell: str) -> date:
    parts = [int(part) for part in cell.split("-")]
    return date(*[*parts, 1, 1][:3])


def _last(cell: str) -> date:
    parts = [int(part) for part in cell.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = (parts[0], 12) if len(parts) == 1 else parts
    after = date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)
    return after - timedelta(1)


if __name__ == "__main__":
    main()

"""What ACLED calls an act and its parties."""

from __future__ import annotations

from dragoman.codebooks.interchange import AcledType, acled_sub_types, acled_types
from dragoman.export.parties import Who
from dragoman.export.tables import LeftOut
from dragoman.records import Event

CIVILIANS = "Civilians"
_STATE, _OUTSIDE = "State forces", "External/Other forces"
_ARMED = frozenset({_STATE, "Rebel group", "Political militia", "Identity militia", _OUTSIDE})

# In the order of ACLED's codes, 1 to 8.
INTERS = (
    _STATE, "Rebel group", "Political militia", "Identity militia", "Rioters", "Protesters",
    CIVILIANS, _OUTSIDE,
)  # fmt: skip


def act_of(event: Event, first: tuple[Who, ...], second: tuple[Who, ...]) -> AcledType:
    """Return ACLED's type and sub-type of an event.

    Raises:
        LeftOut: ACLED has no place for such an act.
    """
    modes = acled_sub_types().get(event.type)
    if modes is None:
        raise LeftOut("no ACLED type")
    wanted = event.modes or ("none",)
    sub = next((modes[mode] for mode in wanted if mode in modes), None)
    if sub is None and event.type == "ASSAULT":
        sub = _assault(event, first, second)
    if sub is None:
        raise LeftOut("no ACLED type")
    return acled_types()[sub]


def _assault(event: Event, first: tuple[Who, ...], second: tuple[Who, ...]) -> str:
    if "crowd-control" in event.modes:
        dead = any(count.kind in {"dead", "injured"} for count in event.counts)
        return "Excessive force against protesters" if dead else "Protest with intervention"
    both_armed = all(any(p.acled_type() in _ARMED for p in side) for side in (first, second))
    return "Armed clash" if event.reciprocal or both_armed else "Attack"


def inter_of(act: AcledType, side: tuple[Who, ...], country: str, *, leads: bool = False) -> str:
    """Return ACLED's actor type of a side.

    Who protests or riots is called so; a state's forces in another country are external.

    Args:
        act: What is done.
        side: The parties.
        country: ISO-3 code of where it is done.
        leads: The side acts.
    """
    if not side:
        return ""
    if act.name == "Protests":
        # Where force is used against a protest, the protesters are those who suffer it.
        protesters = leads == (act.sub_type == "Peaceful protest")
        if protesters:
            return "Protesters"
    if act.name == "Riots" and leads:
        return "Rioters"
    kind = side[0].acled_type()
    if kind == _STATE and side[0].country and country and side[0].country != country:
        return _OUTSIDE
    return kind


def interaction(inter1: str, inter2: str) -> str:
    """Return both types, the lower code first; "State forces only" for one alone."""
    known = sorted(filter(None, (inter1, inter2)), key=INTERS.index)
    if not known:
        return ""
    return "-".join(known) if len(known) == 2 else f"{known[0]} only"

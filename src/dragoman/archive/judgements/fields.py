"""Which fields of which records people may edit, and what each takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, get_args

from pydantic import ValidationError

from dragoman.archive.judgements import values
from dragoman.archive.judgements.parties import parties, speakers
from dragoman.errors import JudgementError
from dragoman.records import EvidenceRecord, FieldEdit, Readout
from dragoman.records.anchors import anchor_of
from dragoman.records.vocabulary import (
    ActorKind,
    EventStatus,
    EventType,
    JudgedKind,
    PlacePrecision,
    PlaceUse,
    QuotationKind,
    Sector,
    Standing,
    Translation,
)


class _Place(NamedTuple):
    """A record as far as it is edited, in its readout."""

    record: Any
    kind: JudgedKind
    readout: Readout


Changed = dict[str, Any]
Edit = Callable[[str, str, _Place], Changed]


def edited(
    readout: Readout, kind: JudgedKind, record: EvidenceRecord, edits: tuple[FieldEdit, ...]
) -> EvidenceRecord:
    """Return a record with fields replaced, in the order in which they depend on each other.

    Raises:
        JudgementError: It has no such field, or the field cannot have that value.
    """
    known = EDITABLE[kind]
    asked = {one.field: one.value for one in edits}
    for field in asked:
        if field not in known:
            fields = ", ".join(known)
            raise JudgementError(
                f"A record of the kind {kind!r} has no field {field[:40]!r} to edit.",
                hint=f"There are: {fields}." if fields else "Accept or reject it.",
            )
    found = record
    for field, edit in known.items():
        if field in asked:
            changes = edit(field, asked[field], _Place(found, kind, readout))
            found = _checked(found.model_copy(update=changes), field)
    return found


def _checked(record: EvidenceRecord, field: str) -> EvidenceRecord:
    try:
        return type(record).model_validate(record.model_dump(by_alias=True))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise JudgementError(f"{field}: {first['msg']}.", hint="Write another value.") from error


def _word(known: object, what: str) -> Edit:
    def edit(field: str, value: str, _: _Place) -> Changed:
        return {field: values.one_of(field, value, get_args(known), what)}

    return edit


def _by(read: Callable[[str, str], object]) -> Edit:
    return lambda field, value, _: {field: read(field, value)}


def _type(field: str, value: str, at: _Place) -> Changed:
    """Type, and what follows from it: quad, score, modes that it has, no code of another act."""
    from dragoman.codebooks.plover import plover_types

    name = values.one_of(field, value, get_args(EventType), "PLOVER type")
    kind = plover_types()[name]
    modes = tuple(mode for mode in at.record.modes if mode in kind.modes)
    same = name == at.record.type
    return {
        "type": name,
        "modes": modes,
        "quad": kind.quad,
        "score": kind.score_of(modes),
        "cameo": at.record.cameo if same else None,
        "strict": name if at.record.strict == at.record.type else at.record.strict,
    }


def _modes(field: str, value: str, at: _Place) -> Changed:
    from dragoman.codebooks.plover import plover_types

    kind = plover_types()[at.record.type]
    modes = values.some_of(field, value, kind.modes, f"mode of {kind.name}")
    return {"modes": modes, "score": kind.score_of(modes)}


def _contexts(field: str, value: str, _: _Place) -> Changed:
    from dragoman.codebooks.plover import context_patterns

    return {field: values.some_of(field, value, context_patterns(), "PLOVER context")}


def _cameo(field: str, value: str, _: _Place) -> Changed:
    from dragoman.codebooks.cameo import cameo_codes

    code = value.strip()
    if code and code not in cameo_codes():
        raise values.wrong(field, value, "no CAMEO code of an act", "Write two to four digits.")
    return {field: code or None}


def _strict(field: str, value: str, _: _Place) -> Changed:
    known = get_args(EventType)
    return {field: values.one_of(field, value, known, "PLOVER type") if value.strip() else None}


def _status(field: str, value: str, at: _Place) -> Changed:
    """Status; what happened after all is coded by its own type under PLOVER's conventions too."""
    status = values.one_of(field, value, get_args(EventStatus), "status")
    return {field: status, "strict": at.record.type if status == "actual" else at.record.strict}


def _date(field: str, value: str, _: _Place) -> Changed:
    """Date of an event; the words that told another one do not tell this one."""
    return {field: values.day(field, value), "date_span": None}


def _place(field: str, value: str, at: _Place) -> Changed:
    """Place of an event: one of the article's places, or a name alone."""
    name = values.perhaps(field, value)
    found = next((p for p in at.readout.places if name in (p.id, p.name, p.text)), None)
    return {"place": found.name if found else name, "place_id": found.id if found else None}


def _parties(field: str, value: str, at: _Place) -> Changed:
    near = anchor_of(at.record, at.kind)
    return {field: parties(field, value, at.readout, near, getattr(at.record, field))}


def _holders(field: str, value: str, at: _Place) -> Changed:
    changed = _parties(field, value, at)
    if not changed[field]:
        raise values.wrong(field, value, "nobody", "Somebody holds a position; or reject it.")
    return changed


def _speakers(field: str, value: str, at: _Place) -> Changed:
    near = anchor_of(at.record, at.kind)
    return {"speakers": speakers(field, value, at.readout, near, at.record.speakers)}


def _degrees(most: float) -> Edit:
    def edit(field: str, value: str, _: _Place) -> Changed:
        return {field: values.number(field, value, -most, most) if value.strip() else None}

    return edit


def _geoname(field: str, value: str, _: _Place) -> Changed:
    return {field: int(values.number(field, value, 1, 2**31)) if value.strip() else None}


def _wikidata(field: str, value: str, _: _Place) -> Changed:
    item = value.strip().upper()
    if item and not (item[0] == "Q" and item[1:].isascii() and item[1:].isdigit()):
        raise values.wrong(field, value, "no item of Wikidata", "Write its id: Q142.")
    return {field: item or None, "wikidata_verified": bool(item)}


EDITABLE: Mapping[JudgedKind, Mapping[str, Edit]] = {
    "event": {
        "type": _type,
        "modes": _modes,
        "contexts": _contexts,
        "cameo": _cameo,
        "status": _status,
        "strict": _strict,
        "background": _by(values.truth),
        "reciprocal": _by(values.truth),
        "actors": _parties,
        "recipients": _parties,
        "date": _date,
        "place": _place,
        "claimed_by": _by(values.perhaps),
    },
    "quotation": {
        "speakers": _speakers,
        "kind": _word(QuotationKind, "kind"),
        "said_at": _by(values.day),
        "standing": _word(Standing, "standing"),
        "translation": _word(Translation, "answer to whether it is translated"),
        "original_language": _by(values.perhaps),
        "misquotation": _by(values.truth),
    },
    "nonstatement": {"speakers": _speakers},
    "position": {
        "holders": _holders,
        "towards": _parties,
        "stance": _by(values.text),
        "issue": _by(values.text),
        "since": _by(values.day),
    },
    "actor": {
        "name": _by(values.text),
        "kind": _word(ActorKind, "kind"),
        "countries": _by(values.country_codes),
        "sector": _word(Sector, "sector"),
        "metonym_for": _by(values.perhaps),
        "wikidata": _wikidata,
    },
    "place": {
        "name": _by(values.text),
        "country": _by(values.country),
        "admin1": _by(values.perhaps),
        "latitude": _degrees(90),
        "longitude": _degrees(180),
        "geonameid": _geoname,
        "precision": _word(PlacePrecision, "precision"),
        "use": _word(PlaceUse, "use"),
    },
    "time": {"value": _by(values.day)},
    "chain": {},
}
"""Kind → field → what an edit of it changes; the order is that in which edits are made."""

"""What each record looks like as a row: the columns that people ask for."""

from __future__ import annotations

from dragoman.archive.sheet import Cell, Keys
from dragoman.records import (
    Actor,
    Article,
    ChainLink,
    Event,
    Nonstatement,
    Party,
    Place,
    Position,
    Problem,
    Quotation,
    SourceChain,
    Speaker,
    TimeRef,
)
from dragoman.text.spans import Span, envelope

Row = dict[str, Cell]


def article_row(article: Article, made_by: str) -> Row:
    """Columns of `article`, apart from its key, blob and time of adding."""
    when = article.published
    return {
        "id": article.id,
        "url": article.url,
        "outlet": article.outlet,
        "headline": article.headline,
        "standfirst": article.standfirst,
        "byline": "; ".join(article.byline) or None,
        "published": when.value if when else None,
        "published_precision": when.precision if when else None,
        "published_zone": when.zone if when else None,
        "language": article.language,
        "section": article.section,
        "format": article.format,
        "raw_sha256": article.raw_sha256,
        "revision": article.revision,
        "made_by": made_by,
        "text": article.text,
    }


def actor_row(actor: Actor, mentions: int) -> Row:
    """Columns of `actor`."""
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "countries": " ".join(actor.countries),
        "sector": actor.sector,
        "office": actor.office.title if actor.office else None,
        "metonym_for": actor.metonym_for,
        "wikidata": actor.wikidata,
        "mentions": mentions,
    }


def time_row(time: TimeRef) -> Row:
    """Columns of `time`."""
    return {
        "id": time.id,
        "type": time.type,
        "value": time.value,
        "text": time.text,
        **_span(time.span),
    }


def place_row(place: Place) -> Row:
    """Columns of `place`."""
    return {
        "id": place.id,
        "name": place.name,
        "text": place.text,
        "geonameid": place.geonameid,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "country": place.country,
        "admin1": place.admin1,
        "precision": place.precision,
        "use": place.use,
        **_span(place.span),
    }


def chain_row(chain: SourceChain) -> Row:
    """Columns of `chain`."""
    return {"id": chain.id, "scope": chain.scope, "path": str(chain)}


def link_row(link: ChainLink, chain: int, position: int) -> Row:
    """Columns of `chain_link`."""
    return {
        "chain": chain,
        "position": position,
        "role": link.role,
        "name": link.name,
        "speaks_for": link.speaks_for,
    }


def quotation_row(quotation: Quotation, chains: Keys) -> Row:
    """Columns of `quotation`."""
    return {
        "id": quotation.id,
        "kind": quotation.kind,
        "text": quotation.text,
        "cue": quotation.cue_text,
        "said_at": quotation.said_at,
        "standing": quotation.standing,
        "original_language": quotation.original_language,
        "translation": quotation.translation,
        "misquotation": int(quotation.misquotation),
        "chain": _key(quotation.chain_id, chains),
        "confidence": quotation.confidence,
        **_span(envelope(quotation.content)),
    }


def nonstatement_row(nonstatement: Nonstatement) -> Row:
    """Columns of `nonstatement`."""
    return {
        "id": nonstatement.id,
        "text": nonstatement.text,
        "confidence": nonstatement.confidence,
        **_span(nonstatement.cue),
    }


def speaker_row(
    speaker: Speaker, actors: Keys, *, quotation: int | None, nonstatement: int | None
) -> Row:
    """Columns of `speaker`."""
    return {
        "quotation": quotation,
        "nonstatement": nonstatement,
        "text": speaker.text,
        "name": speaker.name,
        "role": speaker.role,
        "actor": _key(speaker.actor_id, actors),
        **_span(speaker.span),
    }


def event_row(event: Event, places: Keys, chains: Keys) -> Row:
    """Columns of `event`."""
    evidence = envelope(event.evidence)
    return {
        "id": event.id,
        "type": event.type,
        "modes": " ".join(event.modes),
        "contexts": " ".join(event.contexts),
        "cameo": event.cameo,
        "quad": event.quad,
        "score": event.score,
        "status": event.status,
        "background": int(event.background),
        "reciprocal": int(event.reciprocal),
        "strict": event.strict,
        "date": event.date,
        "place": _key(event.place_id, places),
        "place_name": event.place,
        "claimed_by": event.claimed_by,
        "trigger_text": event.trigger_text,
        "evidence_start": evidence.start,
        "evidence_end": evidence.end,
        "chain": _key(event.chain_id, chains),
        "confidence": event.confidence,
        **_span(event.trigger),
    }


def stance_row(position: Position) -> Row:
    """Columns of `stance`."""
    return {
        "id": position.id,
        "issue": position.issue,
        "stance": position.stance,
        "since": position.since,
        "confidence": position.confidence,
        **_span(position.stance_span),
    }


def party_row(
    party: Party, side: str, actors: Keys, *, event: int | None, stance: int | None
) -> Row:
    """Columns of `party`."""
    return {
        "event": event,
        "stance": stance,
        "side": side,
        "text": party.text,
        "name": party.name,
        "actor": _key(party.actor_id, actors),
        **_span(party.span),
    }


def problem_row(problem: Problem, article: int | None, seen_at: str) -> Row:
    """Columns of `problem`."""
    return {
        "article": article,
        "source": problem.source,
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
        "seen_at": seen_at,
        **_span(problem.span),
    }


def _span(span: Span | None) -> Row:
    return {"start_": span.start if span else None, "end_": span.end if span else None}


def _key(record: str | None, keys: Keys) -> int | None:
    return keys.get(record) if record else None

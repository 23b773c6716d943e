"""An event as cells of text: what every table of events is made of."""

from __future__ import annotations

from dragoman.codebooks.cameo import cameo_codes
from dragoman.records import Event, Party, Readout

_PARTED = "; "

EVENT_COLUMNS = (
    "id", "type", "modes", "contexts", "quad", "score", "strict", "cameo", "goldstein",
    "actors", "actor_codes", "recipients", "recipient_codes", "reciprocal",
    "status", "background", "claimed_by", "date", "place", "dead", "injured", "detained", "size",
    "confidence", "why", "trigger", "evidence", "mentions", "start", "end", "article_contexts",
)  # fmt: skip
PAGE_COLUMNS = ("article", "headline", "outlet", "published", "url")


def event_cells(readout: Readout, event: Event) -> dict[str, str]:
    """Return an event's cells by their columns (`EVENT_COLUMNS`)."""
    counts = {count.kind: str(count.value) for count in event.counts}
    scale = cameo_codes().get(event.cameo or "")
    return {
        "id": event.id,
        "type": event.type,
        "modes": _PARTED.join(event.modes),
        "contexts": _PARTED.join(event.contexts),
        "quad": str(event.quad),
        "score": f"{event.score:g}",
        "strict": event.strict or "",
        "cameo": event.cameo or "",
        "goldstein": f"{scale.goldstein:g}" if scale else "",
        "actors": names(event.actors),
        "actor_codes": codes_of(readout, event.actors),
        "recipients": names(event.recipients),
        "recipient_codes": codes_of(readout, event.recipients),
        "reciprocal": yes_or_no(event.reciprocal),
        "status": event.status,
        "background": yes_or_no(event.background),
        "claimed_by": event.claimed_by or "",
        "date": event.date or "",
        "place": event.place or "",
        "dead": counts.get("dead", ""),
        "injured": counts.get("injured", ""),
        "detained": counts.get("detained", ""),
        "size": counts.get("size", ""),
        "confidence": f"{event.confidence:g}",
        "why": event.why,
        "trigger": event.trigger_text,
        "evidence": _PARTED.join(map(readout.article.words, event.evidence)),
        "mentions": str(1 + len(event.mentions)),
        "start": str(event.trigger.start),
        "end": str(event.trigger.end),
        "article_contexts": _PARTED.join(readout.contexts()),
    }


def page_cells(readout: Readout) -> dict[str, str]:
    """Return what every row says of its article."""
    article = readout.article
    return {
        "article": article.id,
        "headline": article.headline or "",
        "outlet": article.outlet or "",
        "published": article.published.value if article.published else "",
        "url": article.url or "",
    }


def names(parties: tuple[Party, ...]) -> str:
    """Return the names of parties, or their words where they have none."""
    return _PARTED.join(party.name or party.text for party in parties)


def codes_of(readout: Readout, parties: tuple[Party, ...]) -> str:
    """Return "RUSGOV; KAZ": a party without a code keeps its place, empty."""
    codes = {actor.id: actor.code for actor in readout.actors}
    return _PARTED.join(codes.get(party.actor_id or "", "") for party in parties)


def yes_or_no(value: bool) -> str:
    """Return a truth value as people write it."""
    return "yes" if value else "no"

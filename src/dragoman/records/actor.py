"""Who acts: one record per party in an article, and each place that names it."""

from __future__ import annotations

from pydantic import Field

from dragoman.records.base import EvidenceRecord, Record
from dragoman.records.vocabulary import ActorKind, MentionKind, Sector
from dragoman.text.spans import Span


class Office(Record):
    """An office held at the article's date."""

    title: str
    country: str | None = Field(default=None, description="ISO-3, or null for a body's office.")
    body: str | None = None
    since: str | None = None
    until: str | None = None
    basis: str = Field(description='"text" (the page says so) or "codebook".')


class Actor(EvidenceRecord):
    """A party, as the article's text and the codebooks of its date describe it."""

    name: str = Field(description="Canonical name: 'Emmanuel Macron', 'Government of Russia'.")
    kind: ActorKind = Field(description="`place_only`: the words name a place, no party.")
    countries: tuple[str, ...] = Field(default=(), description="ISO-3 codes it acts for.")
    sector: Sector = Field(default="UNK", description="PLOVER sector code, with IGO and NGO.")
    office: Office | None = Field(default=None, description="Held at the article's date.")
    metonym_for: str | None = Field(default=None, description="'Government of Russia' for Moscow.")
    members: tuple[str, ...] = Field(
        default=(), description="ISO-3 codes of a closed collective at the article's date."
    )
    wikidata: str | None = Field(default=None, description="Item id, only where certain.")
    wikidata_verified: bool = False
    candidates: tuple[str, ...] = Field(default=(), description="Names kept when ambiguous.")

    @property
    def code(self) -> str:
        """ISO-3 codes and sector run together, as 'FRAGOV'."""
        return "".join(self.countries) + ("" if self.sector == "UNK" else self.sector)


class Mention(EvidenceRecord):
    """One place in the text that names an actor."""

    actor_id: str
    kind: MentionKind
    span: Span
    text: str
    head: Span = Field(description="The mention's head word (or name), inside `span`.")

"""Reported speech, and refusals to speak."""

from __future__ import annotations

from pydantic import Field

from dragoman.records.base import EvidenceRecord, Record
from dragoman.records.vocabulary import (
    CueTense,
    QuotationKind,
    SpeakerBasis,
    SpeakerKind,
    Standing,
    Translation,
    Voice,
)
from dragoman.text.spans import Span


class Speaker(Record):
    """Who is quoted: as printed, then as resolved (raw beside resolved)."""

    text: str = Field(description="The words that name the speaker at the cue: 'he', 'Macron'.")
    span: Span | None = Field(default=None, description="Null only where the speaker is unstated.")
    name: str | None = Field(default=None, description="Resolved name, or null if uncertain.")
    actor_id: str | None = None
    kind: SpeakerKind = "unresolved"
    basis: SpeakerBasis | None = Field(default=None, description="On what the name rests.")
    role: str | None = Field(default=None, description="'Kremlin spokesman', as the text gives it.")
    confidence: float = Field(
        default=1.0, description="The probability that name (or kind, without a name) is right."
    )


class Quotation(EvidenceRecord):
    """One act of reported speech: its words, its cue, who spoke, to whom, where, when.

    `evidence` holds the content spans, then cue and speaker. *Direct* says how the words are
    printed, not that they are word for word; `translation` says whether English is likely not
    what was spoken.
    """

    kind: QuotationKind
    content: tuple[Span, ...] = Field(
        min_length=1, description="Its pieces, without the quotation marks, in order."
    )
    text: str = Field(description="The pieces as printed, joined by one space.")
    cue: Span | None = Field(default=None, description="The reporting word or label.")
    cue_text: str | None = None
    cue_voice: Voice | None = Field(
        default=None, description="Of a verb: 'said' is active, 'was told' passive."
    )
    cue_tense: CueTense | None = Field(
        default=None, description="Of a verb; 'future' is announced and not said yet."
    )
    cue_negated: bool = Field(
        default=False,
        description="'Did not deny', 'has not called it …': the act is told as not done.",
    )
    speakers: tuple[Speaker, ...] = Field(
        default=(), description="Several for a joint statement; empty if unknown."
    )
    addressee: Span | None = None
    venue: Span | None = Field(default=None, description="'in an interview with Le Monde'.")
    said_at: str | None = Field(default=None, description="TIMEX value, if stated.")
    elisions: tuple[Span, ...] = ()
    insertions: tuple[Span, ...] = Field(default=(), description="Bracketed by the editor.")
    nested_in: str | None = Field(default=None, description="Id of the quotation around it.")
    standing: Standing = "body"
    original_language: str | None = None
    translation: Translation = "unknown"
    misquotation: bool = Field(
        default=False,
        description="Words in a headline's marks that the article does not quote as said.",
    )
    chain_id: str | None = None

    def _repr_html_(self) -> str:
        from dragoman.records.display import quotation_html

        return quotation_html(self)


class Nonstatement(EvidenceRecord):
    """A refusal to speak: 'declined to comment', 'did not say whether'."""

    speakers: tuple[Speaker, ...] = ()
    cue: Span
    text: str

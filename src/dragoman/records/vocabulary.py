"""The closed vocabularies of the records, as literals (meanings: docs/reference/records.md).

PLOVER names follow the PLOVER manual, draft 0.8 (event types, quads, modes as codes).
"""

from __future__ import annotations

from typing import Literal

BlockKind = Literal[
    "headline",
    "standfirst",
    "dateline",  # the line with the date; a wire's "KYIV (AP) —" stays inside its paragraph
    "byline",
    "caption",
    "credit",
    "alternative_text",  # a picture's alternative text, often the headline again
    "label",
    "paragraph",
    "list_item",
    "subhead",
    "furniture",
]
BODY_KINDS: frozenset[str] = frozenset({"standfirst", "paragraph", "list_item", "subhead"})
"""Block kinds whose words are the article's own running text."""

PageFormat = Literal["html", "saved_text", "markdown", "text"]
DatePrecision = Literal["year", "month", "day", "hour", "minute", "second"]

QuotationKind = Literal["direct", "indirect", "mixed"]
Voice = Literal["active", "passive"]
CueTense = Literal["past", "present", "future"]
Standing = Literal["headline", "standfirst", "body", "caption", "background"]
Translation = Literal["original", "translation", "unknown"]
SpeakerKind = Literal[
    "person",  # by name
    "body",  # a state, government, organisation or outlet
    "group",  # several people without names: "officials"
    "unnamed",  # one person without a name: "a farmer"
    "anonymous",  # a source that the text keeps nameless
    "document",  # a report or statement whose author the text does not name
    "unresolved",  # words that nobody in the article fits with enough certainty
]

SpeakerBasis = Literal[
    "name",  # its name stands at the cue
    "office",  # an office or title whose holder is known
    "surname",  # a surname that only one person of the article bears
    "pair",  # "the two leaders"
    "pronoun",
    "described",  # a description without a name: "officials"
    "words",  # words that are no party of the article
]

LinkRole = Literal[
    "speaker", "agency", "outlet", "channel", "document", "anonymous", "witness", "editorial"
]

ActorKind = Literal[
    "person",
    "government",
    "state",
    "organisation",
    "igo",
    "company",
    "media",
    "armed_group",
    "people",
    "collective",
    "place_only",
]
MentionKind = Literal["name", "office", "pronoun", "metonym", "collective", "demonym", "noun"]
Sector = Literal[
    "AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "JRN", "JUD", "LAB", "LEG", "MED",
    "MIL", "OPP", "PRE", "PRM", "PTY", "REB", "REF", "REL", "SOC", "SPY", "UAF", "UNK",
    "IGO", "NGO",
]  # fmt: skip

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
EventStatus = Literal[
    "actual", "planned", "hypothetical", "threatened", "negated", "denied", "alleged",
    "cancelled", "historical",
]  # fmt: skip
CountKind = Literal["dead", "injured", "detained", "size"]

JudgedKind = Literal[
    "quotation", "nonstatement", "event", "position", "chain", "actor", "place", "time",
]  # fmt: skip
Verdict = Literal["accept", "reject", "edit"]

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
PlaceUse = Literal["literal", "demonym", "metonym", "associative"]
PlacePrecision = Literal["point", "city", "region", "country", "continent", "unknown"]

Severity = Literal["error", "warning", "note"]
ProblemCode = Literal[
    "E_EMPTY",  # nothing in it
    "E_BINARY",  # bytes that are no text
    "E_IMAGE",  # a picture, sound, video or PDF
    "E_TOO_LARGE",  # over the size limit
    "E_ENCODING",  # decoded with replacement characters
    "E_TRUNCATED",  # cut in the middle
    "E_NO_ARTICLE",  # an index, a paywall, a cookie wall, a page of furniture
    "E_DEPTH",  # nested deeper than the parser keeps
    "E_LANGUAGE",  # extraction abstains: not English
    "E_NO_MODEL",  # no language model
    "E_NOT_FOUND",  # no such file
    "E_UNREADABLE",  # the file system refused
    "E_EXTRACTION",  # a stage failed on this article; the others went on
    "E_LONG",  # a block was too long for the parser and was cut or left out
    "E_CAPITALS",  # a block is printed in capitals: names are not told from words
    "E_URL",  # a link or URL was refused
    "E_DATE",  # a date on the page that cannot be one
]

"""What a phrase says of a party, before it is tied to a place in an article."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dragoman.records import Office
from dragoman.records.vocabulary import ActorKind, MentionKind, Sector


@dataclass(frozen=True, slots=True)
class Description:
    """A party as a phrase describes it at a date; an `Actor` without evidence.

    `office_keys` are the types of office that the text or the codebooks give. `named` says
    whether `name` is a name of its own (so that mentions of it may be merged) or only the
    phrase's words. `inherited` says that the countries come from the context, not the phrase.
    """

    name: str
    kind: ActorKind
    countries: tuple[str, ...] = ()
    sector: Sector = "UNK"
    office: Office | None = None
    metonym_for: str | None = None
    members: tuple[str, ...] = ()
    wikidata: str | None = None
    wikidata_verified: bool = False
    candidates: tuple[str, ...] = ()
    confidence: float = 1.0
    mention: MentionKind = "name"
    named: bool = True
    inherited: bool = False
    office_keys: tuple[str, ...] = ()

    def but(self, **changes: object) -> Description:
        """Return a copy with some fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]  # replace checks the names


@dataclass(slots=True)
class Setting:
    """What the article tells beyond the phrase.

    Attributes:
        day: The article's day, ISO, or None.
        home: Countries that the context is about, the likeliest first.
        stage: Countries where the sentence is set, or the last one that says where.
        here: The same, of this sentence alone.
        sole: The one country that the context is about; none where another is told of as much.
        seen: Persons named in full, by each of their names.
        titled: Who was last named with an office, by the office's type.
    """

    day: str | None = None
    home: tuple[str, ...] = ()
    stage: tuple[str, ...] = ()
    here: tuple[str, ...] = ()
    sole: tuple[str, ...] = ()
    seen: dict[str, Description] = field(default_factory=dict)
    titled: dict[str, Description] = field(default_factory=dict)


NOWHERE = Description(name="", kind="place_only", named=False)
"""A place that is no party."""

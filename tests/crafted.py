"""A readout made by hand that holds every kind of record: no model, no extraction."""

from __future__ import annotations

from dragoman.records import (
    Actor,
    Article,
    Block,
    ChainLink,
    Count,
    Event,
    Image,
    Instant,
    Link,
    Mention,
    Nonstatement,
    Office,
    Party,
    Place,
    Position,
    Problem,
    Quotation,
    Readout,
    SourceChain,
    Span,
    Speaker,
    TimeRef,
    article_id,
    record_id,
)

TEXT = """Minister hails "historic" grain deal with Sarmatia
12 May 2024, 09:30
The harbour of Port Vesna. Photo: Vesna Agency
Foreign Minister Anna Holm of Norland visited Sarmatia on Sunday and signed a grain agreement \
with President Ilya Brand.
"We are opening a road ... for bread," Holm said, according to Vesna Agency.
Brand told reporters that the deal would last five years. He declined to comment on prices.
Background:
In April, Sarmatian forces shelled the port of Vesna, killing at least 12 people. \
Norland does not recognise the annexation of the port.
"""
HEADLINE = TEXT.partition("\n")[0]
MADE_BY = "dragoman test; no model; codebooks 00000000"
URL = "https://news.example/grain-deal"


def at(words: str, nth: int = 0) -> Span:
    """Return where ``words`` stand in `TEXT` for the ``nth`` time."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def article(text: str = TEXT, url: str | None = URL, raw: str = "0" * 64) -> Article:
    """Return the page on which the readout rests."""
    kinds = [
        ("headline", HEADLINE),
        ("dateline", "12 May 2024, 09:30"),
        ("caption", "The harbour of Port Vesna."),
        ("credit", "Photo: Vesna Agency"),
        *(("paragraph", line) for line in TEXT.split("\n")[3:6]),
        ("label", "Background:"),
        ("list_item", TEXT.split("\n")[7]),
    ]
    return Article.model_validate(
        {
            "id": article_id(raw, url),
            "url": url,
            "outlet": "The Norland Courier",
            "headline": HEADLINE,
            "byline": ("Per Lund", "Mia Sand"),
            "published": Instant(value="2024-05-12T09:30", precision="minute"),
            "language": "en",
            "text": text,
            "blocks": tuple(Block.model_validate({"kind": k, "span": at(w)}) for k, w in kinds),
            "images": (
                Image(
                    caption="The harbour of Port Vesna.",
                    caption_span=at("The harbour of Port Vesna."),
                    credit="Vesna Agency",
                    credit_span=at("Vesna Agency"),
                ),
            ),
            "links": (Link(url="https://news.example/deal", span=at("grain agreement")),),
            "format": "saved_text",
            "raw_sha256": raw,
            "made_by": MADE_BY,
        }
    )


def readout(page: Article | None = None) -> Readout:
    """Return a readout with at least one record of every kind."""
    page = page or article()
    return _Maker(page).readout()


class _Maker:
    def __init__(self, page: Article) -> None:
        self.page = page
        self.holm = self._actor("Anna Holm", "person", "NOR", "GOV", at("Anna Holm"))
        self.brand = self._actor("Ilya Brand", "person", "SRM", "GOV", at("Ilya Brand"))
        self.norland = self._actor("Norland", "state", "NOR", "UNK", at("Norland"))
        self.forces = self._actor("Armed forces", "organisation", "SRM", "MIL", at("Sarmatian"))

    def readout(self) -> Readout:
        chain = self._chain()
        place = self._place()
        return Readout(
            article=self.page,
            actors=(self.holm, self.brand, self.norland, self.forces),
            mentions=self._mentions(),
            times=(self._time("Sunday", "2024-05-12"), self._time("In April", "2024-04")),
            places=(place,),
            quotations=self._quotations(chain),
            nonstatements=(self._refusal(),),
            chains=(chain,),
            events=self._events(place),
            positions=(self._position(),),
            problems=(
                Problem(
                    code="E_DATE",
                    message="The page prints no year.",
                    hint="Give one with --published.",
                    severity="warning",
                    span=at("In April"),
                ),
            ),
            made_by=MADE_BY,
        )

    def _id(self, kind: str, span: Span) -> str:
        return record_id(self.page.id, kind, span)

    def _actor(self, name: str, kind: str, country: str, sector: str, span: Span) -> Actor:
        office = Office(title="Foreign Minister", country=country, basis="text")
        return Actor.model_validate(
            {
                "id": self._id("actor", span),
                "evidence": (span,),
                "name": name,
                "kind": kind,
                "countries": (country,),
                "sector": sector,
                "office": office if name == "Anna Holm" else None,
                "made_by": MADE_BY,
            }
        )

    def _mentions(self) -> tuple[Mention, ...]:
        found = [
            (self.holm, "name", "Anna Holm", 0),
            (self.holm, "name", "Holm", 1),
            (self.brand, "name", "Ilya Brand", 0),
            (self.brand, "pronoun", "He", 0),
        ]
        return tuple(
            Mention.model_validate(
                {
                    "id": self._id("mention", at(words, nth)),
                    "evidence": (at(words, nth),),
                    "actor_id": actor.id,
                    "kind": kind,
                    "span": at(words, nth),
                    "text": words,
                    "head": at(words, nth),
                    "made_by": MADE_BY,
                }
            )
            for actor, kind, words, nth in found
        )

    def _time(self, words: str, value: str) -> TimeRef:
        span = at(words)
        return TimeRef(
            id=self._id("time", span), evidence=(span,), type="DATE", value=value, span=span,
            text=words, made_by=MADE_BY,
        )  # fmt: skip

    def _place(self) -> Place:
        span = at("Vesna", 2)
        return Place(
            id=self._id("place", span), evidence=(span,), name="Port Vesna", span=span,
            text="Vesna", latitude=59.5, longitude=10.25, country="NOR", precision="city",
            held_by="SRM", made_by=MADE_BY,
        )  # fmt: skip

    def _chain(self) -> SourceChain:
        words = at("We are opening a road ... for bread,")
        link = ChainLink(role="agency", name="Vesna Agency", span=at("Vesna Agency", 1))
        return SourceChain(
            id=self._id("chain", words), evidence=(link.span or words,), links=(link,),
            scope="quotation", covers=(words,), made_by=MADE_BY,
        )  # fmt: skip

    def _quotations(self, chain: SourceChain) -> tuple[Quotation, ...]:
        direct = at("We are opening a road ... for bread,")
        indirect = at("the deal would last five years")
        headline = at("historic")
        holm = Speaker(
            text="Holm", span=at("Holm", 1), name="Anna Holm", actor_id=self.holm.id,
            role="Foreign Minister",
        )  # fmt: skip
        brand = Speaker(
            text="Brand", span=at("Brand", 1), name="Ilya Brand", actor_id=self.brand.id
        )
        return (
            Quotation(
                id=self._id("quotation", headline), evidence=(headline,), kind="mixed",
                content=(headline,), text="historic", speakers=(), standing="headline",
                misquotation=True, made_by=MADE_BY,
            ),
            Quotation(
                id=self._id("quotation", direct), evidence=(direct, at("said"), at("Holm", 1)),
                kind="direct", content=(direct,), text=direct.of(TEXT), cue=at("said"),
                cue_text="said", speakers=(holm,), elisions=(at("..."),),
                translation="translation", chain_id=chain.id, confidence=0.9, made_by=MADE_BY,
            ),
            Quotation(
                id=self._id("quotation", indirect), evidence=(indirect, at("told")),
                kind="indirect", content=(indirect,), text=indirect.of(TEXT), cue=at("told"),
                cue_text="told", speakers=(brand,), addressee=at("reporters"), made_by=MADE_BY,
            ),
        )  # fmt: skip

    def _refusal(self) -> Nonstatement:
        span = at("declined to comment")
        speaker = Speaker(text="He", span=at("He"), name="Ilya Brand", actor_id=self.brand.id)
        return Nonstatement(
            id=self._id("nonstatement", span), evidence=(span,), speakers=(speaker,), cue=span,
            text="declined to comment on prices", made_by=MADE_BY,
        )  # fmt: skip

    def _party(self, words: str, actor: Actor | None, nth: int = 0) -> Party:
        return Party(
            text=words, span=at(words, nth), name=actor.name if actor else None,
            actor_id=actor.id if actor else None,
        )  # fmt: skip

    def _events(self, place: Place) -> tuple[Event, ...]:
        visit, shelling = at("visited"), at("shelled")
        return (
            Event(
                id=self._id("event", visit), evidence=(at("Anna Holm"), visit), type="CONSULT",
                modes=("visit",), contexts=("diplomatic",), cameo="042", quad=1, score=4.0,
                actors=(self._party("Anna Holm", self.holm),),
                recipients=(self._party("Sarmatia", None, 1),), trigger=visit,
                trigger_text="visited", date="2024-05-12", date_span=at("Sunday"),
                claimed_by="Vesna Agency", why="codebook: visited", made_by=MADE_BY,
            ),
            Event(
                id=self._id("event", shelling), evidence=(shelling,), type="ASSAULT",
                modes=("heavy-weapons",), cameo="194", quad=4, score=-9.5,
                actors=(self._party("Sarmatian forces", self.forces),), trigger=shelling,
                trigger_text="shelled", date="2024-04", place_id=place.id, place=place.name,
                counts=(Count(kind="dead", value=12, bound="at_least", span=at("12", 1)),),
                status="alleged", background=True, why="codebook: shelled", made_by=MADE_BY,
            ),
        )  # fmt: skip

    def _position(self) -> Position:
        stance, issue = at("does not recognise"), at("the annexation of the port")
        return Position(
            id=self._id("position", stance), evidence=(stance, issue),
            holders=(self._party("Norland", self.norland, 1),), issue="annexation of the port",
            issue_span=issue, stance="does not recognise", stance_span=stance, made_by=MADE_BY,
        )  # fmt: skip

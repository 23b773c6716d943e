"""What `dragoman quotes` prints: each quotation with all that is known of it, then a summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rich.text import Text

from dragoman.cli.picked import is_uncertain
from dragoman.cli.render import quoted
from dragoman.cli.render.header import title
from dragoman.cli.render.layout import Gap, Heading, Line, Part, joined
from dragoman.cli.render.pieces import chain, short_id
from dragoman.records import Nonstatement, Quotation, Readout

_INDENT = 4

# Speakers named in the summary; a press briefing has two, a live page some thirty.
MOST_SPEAKERS = 12


@dataclass
class Totals:
    """What was shown so far."""

    pages: int = 0
    refusals: int = 0
    uncertain: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    speakers: Counter[str] = field(default_factory=Counter)

    def add(self, readout: Readout) -> None:
        """Count one page."""
        self.pages += 1
        self.refusals += len(readout.nonstatements)
        for quotation in readout.quotations:
            self.kinds[quotation.kind] += 1
            if is_uncertain(quotation):
                self.uncertain += 1
            else:
                self.speakers[", ".join(s.name or s.text for s in quotation.speakers)] += 1


def page(readout: Readout, *, underline: bool) -> Iterator[Part]:
    """Yield the page's headline, then its quotations and refusals."""
    yield from title(readout)
    numbers = {q.id: number for number, q in enumerate(readout.quotations, 1)}
    for number, quotation in enumerate(readout.quotations, 1):
        yield Line(_who(quotation), _INDENT, f"{number:>2}")
        yield Line(quoted.words(readout, quotation, underline=underline), _INDENT)
        if (about := _about(readout, quotation, numbers)).plain:
            yield Line(about, _INDENT)
        yield Line(_chain(readout, quotation), _INDENT)
        yield Gap()
    if readout.nonstatements:
        yield from _refusals(readout, readout.nonstatements, underline=underline)


def _who(quotation: Quotation) -> Text:
    return joined(
        [
            quoted.who(quotation.speakers, as_written=True),
            quotation.kind,
            quoted.cue(quotation),
            short_id(quotation.id, None),
        ]
    )


def _about(readout: Readout, quotation: Quotation, numbers: dict[str, int]) -> Text:
    notes = [
        *quoted.circumstances(readout.article, quotation),
        quoted.said_when(quotation),
        quoted.standing(quotation),
        quoted.inside(quotation, numbers),
        *quoted.warnings(quotation),
    ]
    return joined((n, "quiet") if isinstance(n, str) else n for n in notes)


def _chain(readout: Readout, quotation: Quotation) -> Text:
    """Return the way of the words to the page, from who knows it first to the publisher."""
    way = readout.chain_for(quotation.content[0])
    if way is None or not way.links:
        return Text("source chain: the page does not say", "quiet")
    publisher = f"{readout.article.outlet or ''} (publisher)".strip()
    joint = len(quotation.speakers)
    return Text("source chain: ", "quiet") + chain(way, publisher, roles=True, joint=joint)


def _refusals(
    readout: Readout, refusals: Iterable[Nonstatement], *, underline: bool
) -> Iterator[Part]:
    yield Heading("∅", "Refusals to speak", len(readout.nonstatements))
    for number, refusal in enumerate(refusals, 1):
        head = [quoted.who(refusal.speakers, as_written=True), short_id(refusal.id, None)]
        yield Line(joined(head), _INDENT, f"{number:>2}")
        yield Line(quoted.refusal_words(readout, refusal, underline=underline), _INDENT)
        yield Gap()


def summary(totals: Totals) -> Iterator[Part]:
    """Yield how many quotations there are, by kind and by speaker."""
    kinds = (f"{n} {kind}" for kind, n in totals.kinds.most_common())
    number = totals.kinds.total()
    yield Line(
        joined(
            [
                Text(_amount(number, "quotation"), "name")
                + (f" on {totals.pages} pages" if totals.pages > 1 else ""),
                ", ".join(kinds),
                _amount(totals.refusals, "refusal") + " to speak" if totals.refusals else "",
                f"{totals.uncertain} by speakers uncertain" if totals.uncertain else "",
            ]
        )
    )
    if totals.speakers:
        yield Line(_by_speaker(totals.speakers))


def _by_speaker(speakers: Counter[str]) -> Text:
    named = [(f"{name} {n}", "") for name, n in speakers.most_common(MOST_SPEAKERS)]
    others = len(speakers) - len(named)
    rest = [(f"and {_amount(others, 'other')}", "quiet")] if others else []
    return Text("By ", "quiet") + joined([*named, *rest])


def _amount(number: int, thing: str) -> str:
    return f"{number} {thing}" + ("" if number == 1 else "s")

"""Which events of an archive an export has, and how many were left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from dragoman.archive import ArchiveFile, ArticleSummary, AsOf
from dragoman.records import Event, Readout


class Told(NamedTuple):
    """One event, in the readout of the article that tells it."""

    summary: ArticleSummary
    readout: Readout
    event: Event


class Selection:
    """The events of an archive's current articles, by (published, id), and what was counted.

    Args:
        archive: The archive.
        everything: Take all events; by default those that happened and are told as news.
        as_corrected: As people corrected records; else as they were extracted.
        moment: Of articles as they were known then; None: now.
    """

    def __init__(
        self,
        archive: ArchiveFile,
        *,
        everything: bool = False,
        as_corrected: bool = True,
        moment: AsOf | None = None,
    ) -> None:
        self.archive, self.everything, self.as_corrected = archive, everything, as_corrected
        self.moment = moment
        self.articles = self.seen = self.taken = self.rows = 0
        self.outlets: set[str] = set()
        self.left_out: Counter[str] = Counter()

    @property
    def filter(self) -> str:
        """The filter in words."""
        which = "all events" if self.everything else "events that are actual and not background"
        words = f"{which}, merged within each article (not across articles)"
        if self.moment:
            words = f"{words}, {self.moment.words}"
        return words if self.as_corrected else f"{words}, without people's corrections"

    def readouts(self) -> Iterator[tuple[ArticleSummary, Readout]]:
        """Yield each current article, counting it."""
        for summary in self.archive.articles(as_of=self.moment):
            self.articles += 1
            if summary.outlet:
                self.outlets.add(summary.outlet)
            yield summary, self.archive.readout(summary.id, as_corrected=self.as_corrected)

    def events(self) -> Iterator[Told]:
        """Yield the wanted events, counting them."""
        for summary, readout in self.readouts():
            for event in readout.events:
                self.seen += 1
                if self.everything or counts(event):
                    self.taken += 1
                    yield Told(summary, readout, event)

    def leave_out(self, why: str) -> None:
        """Count an event that the format has no place for."""
        self.left_out[why] += 1


def counts(event: Event) -> bool:
    """Whether an event counts by default: it happened, and is told as news."""
    return event.status == "actual" and not event.background

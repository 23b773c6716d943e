"""What `dragoman recode` does: a bar, a line an article that changed, and a summary."""

from __future__ import annotations

import json
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dragoman.archive import ArchiveFile
from dragoman.cli.output import console, show_parts
from dragoman.cli.progress import progress
from dragoman.cli.render.record_changes import kind_counts, recoded_parts
from dragoman.ingest import Recoded, recode
from dragoman.ingest.recoding import KindCount, counted
from dragoman.text.safe import safe_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.records.changes import RecordChange


class Done(NamedTuple):
    """How it ended."""

    failed: int
    interrupted: bool = False


def run(file: Path, *, everything: bool, dry_run: bool, as_json: bool, no_color: bool) -> Done:
    """Recode an archive; Ctrl-C keeps what is done."""
    with ArchiveFile(file, readonly=dry_run, make=False) as archive, ExitStack() as stack:
        task = _Run(stack, as_json=as_json, no_color=no_color)
        found = recode(archive, everything=everything, dry_run=dry_run, total=task.begin)
        try:
            for one in found:
                task.take(one)
        except KeyboardInterrupt:
            task.err.print(
                f"Stopped: {task.done} of {task.total} articles are done. To go on, run the same "
                "command again."
            )
            return Done(task.fates["failed"], interrupted=True)
        stack.close()
        task.summary(dry_run=dry_run)
        return Done(task.fates["failed"])


class _Run:
    def __init__(self, stack: ExitStack, *, as_json: bool, no_color: bool) -> None:
        self._stack, self._as_json = stack, as_json
        self._advance: Callable[[], None] = lambda: None
        self.out = console(no_color=no_color)
        self.err = console(no_color=no_color, err=True)
        self.total = self.lost = 0
        self.fates: Counter[str] = Counter()
        self._changes: list[RecordChange] = []

    @property
    def done(self) -> int:
        """How many articles were done."""
        return self.fates.total()

    def begin(self, total: int) -> None:
        """Show a bar, now that it is known how many articles there are."""
        self.total = total
        shown = not self.out.is_terminal or not self._as_json
        bar = progress(self.err, total, shown=shown, doing="Coding anew")
        self._advance = self._stack.enter_context(bar)

    def take(self, one: Recoded) -> None:
        """Print what became of an article."""
        self.fates[one.fate] += 1
        self.lost += len(one.lost)
        self._changes += one.changes
        if self._as_json:
            self.out.file.write(safe_json(json.dumps(_row(one), ensure_ascii=False)) + "\n")
        elif one.fate != "same" or one.lost:
            show_parts(self.err if self.out.is_terminal else self.out, recoded_parts(one))
        self._advance()

    def summary(self, *, dry_run: bool) -> None:
        """Say what changed in all, and what is left to do."""
        said = self.err if self._as_json else self.out
        if not self.total:
            said.print("All articles are of the present version. --all codes them anew.")
            return
        words = ", ".join(f"{n} {fate}" for fate, n in sorted(self.fates.items()))
        said.print(f"{self.total} articles: {words}." + (" Nothing was written." * dry_run))
        for line in kind_counts(counted(self._changes)):
            said.print(line)
        if self.lost:
            said.print(
                f"{self.lost} judgements found no place: dragoman judgements FILE --lost"
                if not dry_run
                else f"{self.lost} judgements would find no place."
            )


def _row(one: Recoded) -> dict[str, object]:
    return {
        "article": one.article_id,
        "headline": one.headline,
        "fate": one.fate,
        "read_anew": one.read_anew,
        "counts": [_count(count) for count in one.counts],
        "lost": [judgement.id for judgement in one.lost],
        "why": one.why,
    }


def _count(count: KindCount) -> dict[str, object]:
    return count._asdict()

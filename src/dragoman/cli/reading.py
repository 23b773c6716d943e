"""What `dragoman read` does once it knows what is wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dragoman.cli.output import console, show_parts, show_problem, show_readout
from dragoman.cli.progress import progress
from dragoman.cli.render.listing import outcome_line
from dragoman.ingest import Archive, Counts, OnError, Outcome, Source, outcomes
from dragoman.reading import read_page
from dragoman.records import Article, Problem

if TYPE_CHECKING:
    from rich.console import Console

    from dragoman.cli.commands.read import Show
    from dragoman.cli.layers import Layer


class Job(NamedTuple):
    """The pages to read and the archive to keep them in."""

    sources: list[Source | Problem]
    into: Path | None


@dataclass(frozen=True, slots=True)
class Options:
    """How to read and what to print."""

    as_json: bool
    url: str | None
    published: str | None
    only: tuple[Layer, ...]
    show: Show
    no_color: bool
    on_error: OnError
    keep_pages: bool = False


class Done(NamedTuple):
    """How it ended."""

    counts: Counts
    interrupted: bool = False


def run(job: Job, options: Options) -> Done:
    """Read the pages, keep and print them; Ctrl-C keeps what is done."""
    if job.into is None:
        return _Run(job, options, None).go()
    with Archive(job.into) as archive:
        return _Run(job, options, archive).go()


class _Run:
    def __init__(self, job: Job, options: Options, archive: Archive | None) -> None:
        self.job, self.options, self.archive = job, options, archive
        self.out = console(no_color=options.no_color)
        self.err = console(no_color=options.no_color, err=True)
        self.counts = Counts()

    def go(self) -> Done:
        self._say_which_model()
        try:
            with progress(self.err, len(self.job.sources), shown=self._shows_bar()) as advance:
                self._each(advance)
        except KeyboardInterrupt:
            self.err.print(self._how_to_go_on())
            return Done(self.counts, interrupted=True)
        if len(self.job.sources) > 1:
            self.err.print(self._summary())
        return Done(self.counts)

    def _each(self, advance: Callable[[], None]) -> None:
        # When both streams are the same terminal, what is printed must go around the bar.
        out = self.err if self._shows_bar() and self.out.is_terminal else self.out
        found = outcomes(
            self.job.sources,
            self.archive,
            on_error=self.options.on_error,
            read=partial(read_with, url=self.options.url, published=self.options.published),
            keep_pages=self.options.keep_pages,
        )
        for outcome in found:
            self.counts = self.counts.plus(outcome)
            self._print(out, outcome)
            advance()

    def _print(self, out: Console, outcome: Outcome) -> None:
        if outcome.problem is not None:
            self._print_problem(out, outcome.problem)
        elif self.options.show == "line":
            show_parts(out, [outcome_line(outcome)])
        elif self.options.show == "full":
            readout = outcome.readout
            if readout is None and self.archive is not None and outcome.added is not None:
                readout = self.archive.readout(outcome.added.article_id)
            if readout is not None:
                show_readout(out, readout, as_json=self.options.as_json, only=self.options.only)
            if len(self.job.sources) == 1 and self.archive is not None:
                show_parts(self.err, [outcome_line(outcome, self.job.into)])

    def _print_problem(self, out: Console, problem: Problem) -> None:
        if self.options.as_json:
            from dragoman.cli.jsonlines import problem_line

            out.file.write(problem_line(problem) + "\n")
        show_problem(self.err, problem)

    def _say_which_model(self) -> None:
        from dragoman.extraction.language import available_models

        first = next(available_models(), None)
        if first is not None and first[0].name.endswith("_sm") and self.err.is_terminal:
            self.err.print(
                "Reading with the small language model; "
                "`dragoman model fetch` gets the one that finds more names.",
                style="dim",
            )

    def _shows_bar(self) -> bool:
        on_screen = self.options.as_json and self.out.is_terminal  # lines would cut through the bar
        return self.err.is_terminal and len(self.job.sources) > 1 and not on_screen

    def _summary(self) -> str:
        counts = ((n, word) for word, n in self.counts._asdict().items() if n)
        total = len(self.job.sources)
        return f"{total} pages: {', '.join(f'{n} {word}' for n, word in counts)}." + self._where()

    def _where(self) -> str:
        return f" Kept in {self.job.into}." if self.job.into else ""

    def _how_to_go_on(self) -> str:
        done = sum(self.counts)
        text = f"Stopped: {done} of {len(self.job.sources)} pages are done.{self._where()}"
        if self.job.into is None:
            return f"{text} With --into FILE they would be kept, and a second run would go on."
        return f"{text} To go on, run the same command again: pages that are kept are passed over."


def read_with(page: bytes, name: str, *, url: str | None, published: str | None) -> Article:
    """Read a page, whose address or date the user may have given."""
    article = read_page(page, url=url, source_name=name)
    if published is None or article.published is not None:
        return article
    when = Article.from_text("", published=published).published
    return article.model_copy(update={"published": when})

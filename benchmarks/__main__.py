"""``python -m benchmarks [reading|extraction|stages|start|codebooks|archive|killed]``: measured.

Each stands beside its yardstick or what is asked. Absolute times depend on the machine; the ratio
of two things timed in one run does not, or less. ``archive`` makes a large archive first (minutes,
a gigabyte), ``killed`` kills 200 bulk adds (minutes); both are run only if they are named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import click

from benchmarks.archive import Figure, archive_searched
from benchmarks.codebooks import Load, codebooks_loaded
from benchmarks.corpus import html_pages, texts
from benchmarks.extraction import extraction_against_the_parse
from benchmarks.killed import archive_killed
from benchmarks.reading import reading_against_trafilatura
from benchmarks.stages import Cost, stages_against_the_parse
from benchmarks.start import help_against_bare_python
from benchmarks.timing import Timing

BENCHMARKS: dict[str, Callable[[Path | None, int], Sequence[Timing | Cost | Load]]] = {
    "reading": lambda gold, count: reading_against_trafilatura(html_pages(gold, count)),
    "extraction": lambda gold, count: extraction_against_the_parse(texts(gold, count)),
    "stages": lambda gold, count: stages_against_the_parse(texts(gold, count)),
    "start": lambda _gold, _count: help_against_bare_python(),
    "codebooks": lambda _gold, _count: codebooks_loaded(),
}


@click.command(help=__doc__)
@click.argument("names", nargs=-1, type=click.Choice([*BENCHMARKS, "archive", "killed"]))
@click.option(
    "--gold",
    envvar="DRAGOMAN_GOLD",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder with real pages and texts; without it, the bundled examples.",
)
@click.option("--count", default=120, show_default=True, help="Pages or texts, at most.")
@click.option("--articles", default=100_000, show_default=True, help="Articles of the archive.")
@click.option(
    "--archive",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where the large archive is kept; one that is there is not made again.",
)
def main(
    names: tuple[str, ...], gold: Path | None, count: int, articles: int, file: Path | None
) -> None:
    """Measure speed as ratios in one run."""
    print(f"{'what':44} {'n':>5} {'seconds':>8} {'per s':>8} {'ratio':>7}")
    for name in names or tuple(BENCHMARKS):
        timings: Iterable[Timing | Cost | Load | Figure]
        if name == "archive":
            timings = archive_searched(articles, file)
        elif name == "killed":
            timings = archive_killed()
        else:
            timings = BENCHMARKS[name](gold, count)
        for timing in timings:
            print(timing, flush=True)


if __name__ == "__main__":
    main()

"""What each stage of the extraction costs, as a share of the bare parse of the same texts."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any, NamedTuple
from unittest.mock import patch

import dragoman as dg
from benchmarks.timing import timed
from dragoman.extraction import pipeline
from dragoman.extraction.language import load_model

# Stage → the function that the pipeline calls.
STAGES = {
    "actors": "find_actors",
    "reference": "resolve_pronouns",
    "times": "find_times",
    "places": "find_places",
    "quotations": "find_quotations",
    "events": "find_events",
    "positions": "find_positions",
    "chains": "find_chains",
}

# What the stages may cost together, as a share of the parse (None: nothing is asked).
GROUPS: dict[str, tuple[tuple[str, ...], float | None]] = {
    "who said it: reference, quotations, chains": (("reference", "quotations", "chains"), 0.10),
    "who, where, when: actors, places, times": (("actors", "places", "times"), 0.10),
    "all stages": (tuple(STAGES), None),
}


class Cost(NamedTuple):
    """The seconds that something took for `number` texts, and its share of the parse."""

    what: str
    number: int
    seconds: float
    share: float
    asked: float | None = None

    def __str__(self) -> str:
        limit = "" if self.asked is None else f"  (asked: at most {self.asked:.0%})"
        cells = f"{self.what:44} {self.number:5d} {self.seconds:8.2f}"
        return f"{cells} {self.number / max(self.seconds, 1e-9):8.1f} {self.share:7.1%}{limit}"


def stages_against_the_parse(texts: Sequence[tuple[str, str]]) -> list[Cost]:
    """Time ``nlp.pipe`` on whole texts, then every stage of `dg.extract_all` on the same texts."""
    model = load_model()
    articles = [dg.Article.from_text(text, published=date) for text, date in texts]
    list(dg.extract_all(articles[:2], model=model))  # loads codebooks before the clock starts

    def bare() -> None:
        for _ in model.nlp.pipe((text for text, _ in texts), batch_size=64):
            pass

    parse = timed(bare)
    with _kept_time() as seconds:
        for _ in dg.extract_all(articles, model=model):
            pass
    number = len(texts)
    costs = [Cost("the parse: bare nlp.pipe", number, parse, 1.0)]
    costs += [
        Cost(f"stage {name}", number, seconds[name], seconds[name] / parse) for name in STAGES
    ]
    for what, (names, asked) in GROUPS.items():
        together = sum(seconds[name] for name in names)
        costs.append(Cost(what, number, together, together / parse, asked))
    return costs


@contextmanager
def _kept_time() -> Iterator[defaultdict[str, float]]:
    """Count the seconds of processor time of each stage while the pipeline runs."""
    seconds: defaultdict[str, float] = defaultdict(float)
    with ExitStack() as stack:
        for name, function in STAGES.items():
            clocked = _clocked(getattr(pipeline, function), name, seconds)
            stack.enter_context(patch.object(pipeline, function, clocked))
        yield seconds


def _clocked(
    stage: Callable[..., Any], name: str, seconds: defaultdict[str, float]
) -> Callable[..., Any]:
    def run(*given: Any) -> Any:
        start = time.process_time()
        try:
            return stage(*given)
        finally:
            seconds[name] += time.process_time() - start

    return run

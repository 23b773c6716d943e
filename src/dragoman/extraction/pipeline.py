"""Article → Readout: runs the stages in their order, batched over articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from dragoman.codebooks.collector import collector_paused
from dragoman.extraction.actors import find_actors
from dragoman.extraction.cast import Cast
from dragoman.extraction.chains import chained_events, chained_quotations, find_chains
from dragoman.extraction.events import find_events
from dragoman.extraction.language import LanguageModel, load_model
from dragoman.extraction.passages import ParsedArticle, parse_all
from dragoman.extraction.places import find_places
from dragoman.extraction.positions import find_positions
from dragoman.extraction.quotations import find_quotations
from dragoman.extraction.reference import resolve_pronouns
from dragoman.extraction.speech import Speech
from dragoman.extraction.stamp import made_by
from dragoman.extraction.times import find_times
from dragoman.reading.language import guess_language
from dragoman.records import Article, Problem, Readout

T = TypeVar("T")

# Articles parsed in one batch: larger ones cost memory (1,000 texts held 500 MB) and gain nothing.
BATCH = 64

# Languages that are extracted: English, and texts too short to tell (a headline, a sentence).
READS = frozenset({None, "en"})


def extract(article: Article, *, model: LanguageModel | None = None) -> Readout:
    """Return the readout of one article.

    Args:
        article: The article as read.
        model: A loaded language model; by default the best one on this machine.

    Raises:
        ModelError: No language model is installed, or its files are not the known ones.
    """
    return next(iter(extract_all([article], model=model)))


def extract_all(
    articles: Iterable[Article], *, model: LanguageModel | None = None
) -> Iterator[Readout]:
    """Yield the readouts of many articles, in order, parsing them in batches.

    An article that is not in English is not parsed: its readout says so in a `Problem`.

    Raises:
        ModelError: No language model is installed, or its files are not the known ones.
    """
    loaded = model or load_model()
    stream = iter(articles)
    while batch := list(islice(stream, BATCH)):
        languages = [article.language or guess_language(article.text) for article in batch]
        pairs = list(zip(batch, languages, strict=True))
        parsed = parse_all([a for a, language in pairs if language in READS], loaded)
        for article, language in pairs:
            read = language in READS
            yield _readout(next(parsed)) if read else _abstain(article, language, loaded)


def _abstain(article: Article, language: str | None, model: LanguageModel) -> Readout:
    problem = Problem(
        code="E_LANGUAGE",
        message=f"The article is in {language!r}; extraction reads English only.",
        hint="Its text, headline, date and quotation marks are kept.",
        source=article.url,
        severity="warning",
    )
    problems = (*article.problems, problem)
    return Readout(article=article, problems=problems, made_by=made_by(model.label))


@collector_paused()
def _readout(parsed: ParsedArticle) -> Readout:
    problems = [*parsed.article.problems, *parsed.problems]

    def stage(name: str, run: Callable[[], T]) -> T | None:
        """Run one stage; one that fails costs its own records, not the article's."""
        try:
            return run()
        except Exception as error:  # noqa: BLE001 - any failure is reported, and the rest goes on
            problems.append(_failed(parsed.article, name, error))
            return None

    named = stage("actors", lambda: find_actors(parsed)) or Cast()
    cast = stage("reference", lambda: resolve_pronouns(parsed, named)) or named
    times = stage("times", lambda: find_times(parsed)) or ()
    places = stage("places", lambda: find_places(parsed, cast)) or ()
    speech = stage("quotations", lambda: find_quotations(parsed, cast, times)) or Speech()
    events = stage("events", lambda: find_events(parsed, cast, times, places, speech)) or ()
    positions = stage("positions", lambda: find_positions(parsed, cast)) or ()
    chains = stage("chains", lambda: find_chains(parsed, cast, speech)) or ()
    return Readout(
        article=parsed.article,
        actors=cast.actors,
        mentions=cast.mentions,
        times=times,
        places=places,
        quotations=chained_quotations(speech.quotations, chains),
        nonstatements=speech.nonstatements,
        chains=chains,
        events=chained_events(events, chains),
        positions=positions,
        problems=tuple(problems),
        made_by=parsed.made_by,
    )


def _failed(article: Article, stage: str, error: Exception) -> Problem:
    return Problem(
        code="E_EXTRACTION",
        message=f"The stage {stage!r} failed: {type(error).__name__}: {error}",
        hint="The other records of this article are kept. Please report this with the page.",
        source=article.url,
        severity="warning",
    )

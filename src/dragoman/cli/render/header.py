"""The top of a readout: headline, outlet, date, source chain, authors."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from dragoman.cli.render.layout import Gap, Line, Part, joined
from dragoman.cli.render.pieces import chain, date_words, short_id
from dragoman.records import Article, Readout


def header(readout: Readout, wanted: str | None) -> Iterator[Part]:
    """Yield what the article is and on whose word it stands."""
    article = readout.article
    yield Line(Text(article.headline or "(no headline)", "headline"))
    yield Line(
        joined(
            [
                article.outlet or "outlet unknown",
                date_words(article.published) if article.published else "date unknown",
                f"by {', '.join(article.byline)}" if article.byline else "",
                f"revision {article.revision}" if article.revision > 1 else "",
                short_id(article.id, wanted),
            ]
        )
    )
    if article.url:
        yield Line(Text(article.url, "quiet"))
    yield Line(_sources(readout))
    if article.standfirst:
        yield Gap()
        yield Line(Text(article.standfirst, "words"))
    yield from _pictures(article)


def title(readout: Readout) -> Iterator[Part]:
    """Yield headline, outlet and date: enough where one layer of many pages is shown."""
    article = readout.article
    yield Line(Text(article.headline or "(no headline)", "headline"))
    published = date_words(article.published) if article.published else "date unknown"
    yield Line(joined([article.outlet or "outlet unknown", published, short_id(article.id, None)]))
    yield Gap()


def _sources(readout: Readout) -> Text:
    whole = [c for c in readout.chains if c.scope == "article" and c.links]
    publisher = f"{readout.article.outlet or ''} (publisher)".strip()
    if not whole:
        return Text("Source: the page does not say", "quiet")
    return Text("Source: ") + chain(whole[0], publisher, roles=True)


def _pictures(article: Article) -> Iterator[Part]:
    for image in article.images:
        if image.caption or image.credit:
            credit = f"photo: {image.credit}" if image.credit else ""
            yield Line(Text("Picture: ", "quiet") + joined([image.caption or "", credit]))

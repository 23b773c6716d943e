"""What a text tells of a person's gender: names, titles, nouns."""

from __future__ import annotations

from collections import Counter
from functools import cache

from dragoman.codebooks.gender import Gender, gender_cues
from dragoman.extraction.cast import Cast
from dragoman.extraction.passages import ParsedArticle
from dragoman.records import Span

_WINDOW = 40  # characters before a name in which its title stands


def genders(parsed: ParsedArticle, cast: Cast) -> dict[str, Gender]:
    """Return the gender of each person of the cast that the text or the name tells."""
    votes: dict[str, Counter[Gender]] = {}
    for mention in cast.mentions:
        actor = cast.actor_of(mention)
        if actor.kind != "person":
            continue
        tally = votes.setdefault(actor.id, Counter())
        before = parsed.words(Span(max(0, mention.span.start - _WINDOW), mention.head.start))
        for word in (*_last_words(before, 3), *mention.text.casefold().split()):
            cue = _cue(word.strip(".,'’"))
            if cue is not None:
                tally[cue] += 2
    for actor in cast.actors:
        if actor.kind == "person" and (given := given_name_gender(actor.name)) is not None:
            votes.setdefault(actor.id, Counter())[given] += 3
    return {key: tally.most_common(1)[0][0] for key, tally in votes.items() if tally}


def given_name_gender(name: str) -> Gender | None:
    """Return the gender that a full name's first name tells; None for a bare surname."""
    words = name.casefold().replace("’", "'").split()
    if len(words) < 2:
        return None
    known = gender_cues().given_names
    return known.get(words[0]) or known.get(words[0].split("-")[0])


@cache
def _cue(word: str) -> Gender | None:
    cues = gender_cues()
    return cues.titles.get(word) or cues.nouns.get(word)


def _last_words(text: str, count: int) -> list[str]:
    """Return the last words of a text that stand in the same clause as its end."""
    for stop in (".", ",", ";", ":", "—", "\n"):
        # "Mr." and "Mrs." end in a stop of their own
        at = text.rstrip(" .").rfind(stop)
        text = text[at + 1 :] if at >= 0 else text
    return text.casefold().split()[-count:]

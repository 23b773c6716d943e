"""Which language a text is printed in, by its script and its function words.

Function words make up a third to a half of running text in most languages; names, numbers and
quoted foreign words do not disturb them. Nothing is guessed from a handful of words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache

from dragoman.codebooks.languages import Script, function_words, scripts

_SAMPLE = 6_000
"""Characters looked at: enough for ~900 words; more changes no answer and costs time."""

_SCRIPT_SAMPLE = 2_000
"""Characters looked at to tell the script."""

_MAIN_SCRIPT = 0.5
"""Share of the letters that the main script must have; under it the text is mixed."""

_KANA = 0.05
"""Japanese mixes Han characters with kana; Chinese prints none."""

_FEWEST_WORDS = 3
"""Different function words that must be seen before a language is named."""

_COVER = 0.035
"""Share of all words that must be function words of the language (weighted, see `_by_words`).
Languages that build long words print few of them: Turkish and Zulu articles measured .042-.06,
the best wrong language on any page .042 (with the right one far ahead), .02 in the mean."""

_LEAD, _LEAD_WORDS = 1.15, 1.5
"""How far the best language must be ahead of the next one: as a ratio, which parts Danish from
Norwegian in a long text (1.21), and in words, which keeps short texts from being told by one."""

_WORD = re.compile(r"[^\W\d_]+(?:[̀-ͯऀ-ॿ]+[^\W\d_]*)*")


def guess_language(text: str) -> str | None:
    """Guess the language of `text`.

    Args:
        text: Running text; a headline is usually too short to tell.

    Returns:
        An ISO 639-1 code ("en", "uk"), or None where the text is too short, mixed, or in a
        language without a profile.
    """
    sample = text[:_SAMPLE]
    script = _main_script(sample)
    if script is None:
        return None
    return script.language or _by_words(sample)


def _main_script(sample: str) -> Script | None:
    letters = {ch: times for ch, times in Counter(sample[:_SCRIPT_SAMPLE]).items() if ch.isalpha()}
    counts: Counter[Script] = Counter()
    for letter, times in letters.items():
        script = _script_of(letter)
        if script is not None:
            counts[script] += times
    total = sum(letters.values())
    if total < 8:  # a name or a word: no text
        return None
    for script, times in counts.items():
        if script.name == "kana" and times > _KANA * total:
            return script
    script, times = max(counts.items(), key=lambda item: item[1], default=(None, 0))
    return script if times >= _MAIN_SCRIPT * total else None


@lru_cache(maxsize=4096)
def _script_of(letter: str) -> Script | None:
    point = ord(letter)
    for script in scripts():
        if any(first <= point <= last for first, last in script.ranges):
            return script
    return None


def _by_words(sample: str) -> str | None:
    """Name the language whose function words cover most of the words.

    A word that n languages share gives each of them 1/n, so that "de" says little and "और" much.
    """
    words = Counter(_WORD.findall(sample.casefold()))
    known = function_words()
    score: defaultdict[str, float] = defaultdict(float)
    seen: Counter[str] = Counter()
    for word, times in words.items():
        languages = known.get(word, ())
        for language in languages:
            score[language] += times / len(languages)
            seen[language] += 1
    if not score:
        return None
    (best, points), *others = sorted(score.items(), key=lambda item: -item[1])
    if seen[best] < _FEWEST_WORDS or points < _COVER * words.total():
        return None
    if others and points < max(_LEAD * others[0][1], _LEAD_WORDS + others[0][1]):
        return None
    return best

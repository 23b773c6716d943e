"""When: time expressions and their TIMEX3 values, as of the article's date."""

from dragoman.extraction.times.find import find_times

__all__ = ["find_times"]

"""Who did what to whom: PLOVER events from the words of an article.

`find_events` is the stage; `project` holds PLOVER's own conventions.
"""

from dragoman.extraction.events.project import (
    coded_by_plover,
    drop_negated,
    future_cooperation_as_agree,
)
from dragoman.extraction.events.stage import find_events

__all__ = ["coded_by_plover", "drop_negated", "find_events", "future_cooperation_as_agree"]

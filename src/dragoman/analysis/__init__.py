"""Row 10: what compares and draws numbers of an archive; docs/reference/numbers.md has the rules."""

from dragoman.analysis.changes import Change, Changes, changes
from dragoman.analysis.charts import Chart, chart_of, write_chart
from dragoman.analysis.timeline import Timeline, timeline

__all__ = [
    "Change",
    "Changes",
    "Chart",
    "Timeline",
    "changes",
    "chart_of",
    "timeline",
    "write_chart",
]

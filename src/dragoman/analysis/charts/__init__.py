"""Numbers as charts: Vega-Lite, and pictures made of it."""

from dragoman.analysis.charts.files import write_chart
from dragoman.analysis.charts.vegalite import Chart, chart_of

__all__ = ["Chart", "chart_of", "write_chart"]

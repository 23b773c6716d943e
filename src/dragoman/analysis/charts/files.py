"""A chart as a file: its Vega-Lite, or a picture; written whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from dragoman.analysis.charts.vegalite import Chart
from dragoman.errors import ExportError

ENDINGS = (".vl.json", ".svg", ".png")
_SCALE = 2  # for screens of two dots to a pixel, and for print


def check_chart_path(path: Path) -> None:
    """Refuse a file that no chart can be.

    Raises:
        ExportError: Its ending is none that is known.
    """
    if not path.name.endswith(ENDINGS):
        raise ExportError(
            "A chart is a file that ends in .png, .svg or .vl.json.",
            hint="Name it so: --chart chart.svg",
            source=str(path),
        )


def write_chart(chart: Chart, path: str | os.PathLike[str]) -> None:
    """Write a chart as ``.vl.json`` (Vega-Lite), ``.svg`` or ``.png``.

    Raises:
        ExportError: The ending is another, the file cannot be written, or a picture is asked for
            and vl-convert, which draws it, is not installed.
    """
    target = Path(path)
    check_chart_path(target)
    data = _drawn(chart, target)
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(target)
    except OSError as error:
        raise ExportError(
            f"It cannot be written: {error.strerror or error}.",
            hint="Check that its folder exists, that you may write there, and that there is room.",
            source=str(target),
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _drawn(chart: Chart, path: Path) -> bytes:
    if path.name.endswith(".vl.json"):
        return f"{chart.spec}\n".encode()
    drawing = _library(path)
    if path.suffix == ".svg":
        return str(drawing.vegalite_to_svg(chart.spec)).encode()
    return bytes(drawing.vegalite_to_png(chart.spec, scale=_SCALE))


def _library(path: Path) -> Any:
    try:
        return import_module("vl_convert")
    except ImportError as error:
        raise ExportError(
            "Pictures are drawn by vl-convert, which is not installed.",
            hint="Install it: pip install 'dragoman[charts]'; or write FILE.vl.json, which needs "
            "nothing.",
            source=str(path),
        ) from error

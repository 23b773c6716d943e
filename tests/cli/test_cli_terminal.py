"""`dragoman read` on a terminal: progress, hints, Ctrl-C in the middle."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from rich.console import Console

from dragoman.archive import ArchiveFile
from dragoman.cli import main, reading
from dragoman.cli.render.layout import THEME
from dragoman.codebooks.models import known_models
from dragoman.ingest import Outcome, pages

STORY = """Minister {0} visits Norway

OSLO, 3 March 2024. Foreign Minister Anna {0} arrived in Norway on Sunday.

"We came to listen and to sign what we promised," {0} said after the talks with her colleague.
"""


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """Both streams are one terminal; returns what is on it."""
    screen = io.StringIO()

    def console(*, no_color: bool = False, err: bool = False) -> Console:
        del err
        return Console(
            file=screen, force_terminal=True, width=90, theme=THEME, no_color=no_color or None
        )

    monkeypatch.setattr(reading, "console", console)
    return screen


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three pages."""
    root = tmp_path / "pages"
    root.mkdir()
    for name in ("Holm", "Lund", "Sand"):
        (root / f"{name}.txt").write_text(STORY.format(name), encoding="utf-8")
    return root


def _text(screen: io.StringIO) -> str:
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", screen.getvalue())


def test_several_pages_have_a_bar_and_a_summary(
    terminal: io.StringIO, folder: Path, tmp_path: Path
) -> None:
    into = tmp_path / "x.dragoman"
    done = CliRunner().invoke(main, ["read", str(folder), "--into", str(into)])
    assert done.exit_code == 0, done.output
    assert "3/3" in _text(terminal)
    assert "3 pages: 3 new." in _text(terminal)
    assert "Holm.txt" in _text(terminal)


def test_json_on_a_terminal_is_not_cut_by_a_bar(terminal: io.StringIO, folder: Path) -> None:
    done = CliRunner().invoke(main, ["read", str(folder), "--json", "--only", "article"])
    assert done.exit_code == 0, done.output
    lines = [line for line in terminal.getvalue().splitlines() if line.startswith("{")]
    assert len(lines) == 3
    assert "3/3" not in _text(terminal)


@pytest.mark.parametrize("into", [True, False])
def test_ctrl_c_in_the_middle(
    terminal: io.StringIO,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    into: bool,
) -> None:
    monkeypatch.setattr(pages, "BATCH", 1)
    printed: list[Outcome] = []

    def stop(self: reading._Run, out: Console, outcome: Outcome) -> None:
        del self, out
        printed.append(outcome)
        if len(printed) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(reading._Run, "_print", stop)
    path = tmp_path / "x.dragoman"
    kept = ["--into", str(path)] if into else []
    done = CliRunner().invoke(main, ["read", str(folder), *kept])
    assert done.exit_code == 130
    said = " ".join(_text(terminal).split())
    assert "Stopped: 2 of 3 pages are done." in said
    if into:
        assert "run the same command again" in said
        with ArchiveFile(path, readonly=True) as archive:
            assert len(archive) == 2
    else:
        assert "With --into FILE they would be kept" in said


def test_the_small_model_is_mentioned_on_a_terminal_only(
    terminal: io.StringIO, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = next(m for m in known_models() if m.name.endswith("_sm"))
    language = "dragoman.extraction.language.available_models"
    monkeypatch.setattr(language, lambda: iter([(small, Path())]))
    page = str(folder / "Holm.txt")
    CliRunner().invoke(main, ["read", page, "--show", "none"])
    assert "dragoman model fetch" in _text(terminal)
    monkeypatch.undo()
    monkeypatch.setattr(language, lambda: iter([(small, Path())]))
    assert "model fetch" not in CliRunner().invoke(main, ["read", page]).output

"""What the tutorial and the how-tos show works: every command, query and program in them is run."""

from __future__ import annotations

import re
import shlex
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from dragoman.cli import main

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("docs/how-to/*.md"), *ROOT.glob("docs/tutorial/*.md")])
_BLOCK = re.compile(r"```(console|sql|python)\n(.*?)```", re.DOTALL)


def _console(block: str, folder: Path) -> None:
    for line in block.splitlines():
        assert line.startswith("$ dragoman "), line
        command, _, target = line.removeprefix("$ dragoman ").partition(" > ")
        done = CliRunner().invoke(main, shlex.split(command))
        assert done.exit_code == 0, (line, done.stderr)
        assert done.stdout or "--out " in command, line
        if target:
            (folder / target).write_bytes(done.stdout_bytes)


def _sql(block: str, folder: Path) -> None:
    (archive,) = folder.glob("*.dragoman")
    connection = sqlite3.connect(archive)
    assert sqlite3.complete_statement(block)
    connection.execute(block).fetchall()
    connection.close()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_all_that_a_page_shows_can_be_run(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    blocks = _BLOCK.findall(page.read_text(encoding="utf-8"))
    assert blocks
    for language, block in blocks:
        if language == "console":
            _console(block, tmp_path)
        elif language == "sql":
            _sql(block, tmp_path)
        else:
            exec(compile(block, str(page), "exec"), names)  # noqa: S102 - our own words
    if "connection" in names:
        names["connection"].close()

"""Codebooks and the gazetteer are loaded when they are asked, not before."""

from __future__ import annotations

import subprocess
import sys

_OPENED = """
import builtins, io, pathlib, sys
opened = []
def watch(event, args):
    if event == "open" and "codebooks/data" in str(args[0]).replace("\\\\", "/"):
        opened.append(str(args[0]))
sys.addaudithook(watch)
import dragoman
import dragoman.codebooks.gazetteer
import dragoman.codebooks.contested
import dragoman.codebooks.place_uses
import dragoman.codebooks.time_words
from dragoman.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print(len(opened))
"""


def _opened(*words: str) -> int:
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", _OPENED, *words], capture_output=True, text=True, check=True
    )
    return int(done.stdout.splitlines()[-1])


def test_help_and_imports_open_no_codebook() -> None:
    assert _opened("--help") == 0
    assert _opened("where", "--help") == 0


def test_asking_opens_them() -> None:
    assert _opened("where", "Kyiv") > 0

"""Runs every ``$ dragoman …`` shown in README.md and puts its real output under it.

With ``--check`` it writes nothing and exits 1 if README shows something else.
"""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

from click.testing import CliRunner

README = Path(__file__).parent.parent / "README.md"
_BLOCK = re.compile(
    r"```console\n\$ dragoman (?P<arguments>[^\n]+)\n(?P<output>.*?)```\n", re.DOTALL
)


def refreshed(text: str) -> str:
    """Return README's text with the output of each command as it is today."""
    return _BLOCK.sub(_shown, text)


def _shown(match: re.Match[str]) -> str:
    arguments = match.group("arguments")
    return f"```console\n$ dragoman {arguments}\n{output(arguments)}```\n"


def output(arguments: str) -> str:
    """Return what a command prints to a pipe.

    Raises:
        RuntimeError: The command failed.
    """
    from dragoman.cli import main

    result = CliRunner().invoke(main, shlex.split(arguments))
    if result.exit_code:
        raise RuntimeError(f"dragoman {arguments}: exit code {result.exit_code}: {result.output}")
    return "\n".join(line.rstrip() for line in result.stdout.strip("\n").split("\n")) + "\n"


def main() -> int:
    """Write README.md anew, or check it."""
    text = README.read_text(encoding="utf-8")
    fresh = refreshed(text)
    if "--check" in sys.argv:
        if fresh != text:
            print("README.md shows old output: run python scripts/readme.py")
        return int(fresh != text)
    README.write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

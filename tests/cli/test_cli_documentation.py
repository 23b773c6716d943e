"""Every command and option is documented, and every command shows examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from dragoman.cli import main
from dragoman.cli.group import DocumentedCommand, DocumentedGroup

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference" / "cli.md"


def _commands(group: click.Group, path: str = "dragoman") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from _commands(command, f"{path} {name}")


COMMANDS = dict(_commands(main))


def _names(parameter: click.Parameter) -> list[str]:
    return [*parameter.opts, *parameter.secondary_opts]


@pytest.mark.parametrize("path", COMMANDS)
def test_a_command_is_documented_with_all_its_options(path: str) -> None:
    document = REFERENCE.read_text(encoding="utf-8")
    assert f"`{path}" in document
    for parameter in COMMANDS[path].params:
        for name in _names(parameter) if isinstance(parameter, click.Option) else ():
            assert f"`{name}" in document, (path, name)


@pytest.mark.parametrize("path", COMMANDS)
def test_the_help_of_a_command_has_examples_that_are_its_own(path: str) -> None:
    command = COMMANDS[path]
    assert isinstance(command, DocumentedCommand | DocumentedGroup)
    assert command.examples
    for example in command.examples:
        assert path.split(" ")[1] in re.split("[ :]", example), example
    shown = CliRunner().invoke(main, [*path.split(" ")[1:], "--help"])
    assert shown.exit_code == 0
    assert command.examples[0] in shown.stdout


def test_the_reference_names_no_option_that_is_not_there() -> None:
    known = {name for c in COMMANDS.values() for p in c.params for name in _names(p)}
    known |= {"--help", "-h", "--version"}
    named = set(re.findall(r"`(--?[a-z][a-z-]*)", REFERENCE.read_text(encoding="utf-8")))
    assert named <= known

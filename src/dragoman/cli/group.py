"""The group of commands: what all of them do with errors and with Ctrl-C."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import click

from dragoman.errors import DragomanError
from dragoman.text.safe import visible

FAILED, USAGE, INTERRUPTED = 1, 2, 130
"""Exit codes: some input failed; the command was called wrongly; Ctrl-C. 0 is all well."""


class Refused(click.ClickException):
    """An error that was foreseen: one line that says what happened, one that says what to do."""

    exit_code = FAILED

    def __init__(self, error: DragomanError) -> None:
        where = f"{error.source}: " if error.source else ""
        super().__init__(visible(f"{where}{error.message}"))
        self.hint = visible(error.hint)

    def show(self, file: object = None) -> None:  # noqa: ARG002 - click's own signature
        """Print the two lines on stderr."""
        click.echo(f"Error: {self.message}", err=True)
        if self.hint:
            click.echo(f"Hint: {self.hint}", err=True)


class _Documented(click.Command):
    """A command with examples, which its help prints as they are typed."""

    def __init__(self, *args: Any, examples: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examples = tuple(examples)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples under the options."""
        super().format_epilog(ctx, formatter)
        with formatter.section("Examples"):
            for line in self.examples:
                formatter.write(f"{' ' * formatter.current_indent}{line}\n")


class DocumentedCommand(_Documented):
    """A single command with examples."""


class DocumentedGroup(_Documented, click.Group):
    """A group of commands with examples."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the commands in the order in which they were added: the order of use."""
        return list(self.commands)


class Commands(DocumentedGroup):
    """All commands: turns Dragoman's errors into two lines, and Ctrl-C into exit code 130."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command."""
        _accept_any_character()
        try:
            return super().invoke(ctx)
        except DragomanError as error:
            raise Refused(error) from error
        except KeyboardInterrupt:
            click.echo("Stopped.", err=True)
            ctx.exit(INTERRUPTED)


def _accept_any_character() -> None:
    """Let output in an old encoding (Windows, LANG=C) show an escape rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and (stream.encoding or "").lower() not in ("utf-8", "utf8"):
            reconfigure(errors="backslashreplace")

"""Writing a user's own codebook: a new row is checked before the file changes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from dragoman.codebooks.loader import codebooks_in_use, load_table, use_codebooks
from dragoman.codebooks.own import KEYS, parse_own, repeated
from dragoman.codebooks.validate import all_problems
from dragoman.errors import CodebookError

_NEW_FILE = """\
# A codebook of your own for Dragoman. Use it with --codebook FILE or DRAGOMAN_CODEBOOK.
# Check it with: dragoman codebook check FILE

[codebook]
name = {name}
version = "1"
source = "own notes"
licence = "unpublished"
"""


def columns_of(table: str) -> tuple[str, ...]:
    """Return the columns of a codebook that users may add to, in the order of its file.

    Raises:
        CodebookError: There is no such codebook.
    """
    if table not in KEYS:
        raise CodebookError(
            f"no codebook {table!r} can be added to", hint=f"There are: {', '.join(KEYS)}."
        )
    return tuple(load_table(f"{table}.tsv")[0])


def add_row(path: Path, table: str, cells: Mapping[str, str]) -> tuple[str, ...]:
    """Add a row to a user's codebook, making the file if there is none.

    Returns:
        What is wrong with the file as it would then be. If anything is, it is left as it was.

    Raises:
        CodebookError: The file cannot be read or written, or the table has no such column.
    """
    old = path.read_text(encoding="utf-8") if path.exists() else _new_file(path)
    new = f"{old.rstrip()}\n\n{_written(table, cells)}"
    parse_own(new.encode(), path)
    draft = path.with_name(f".{path.name}.draft")
    try:
        draft.write_text(new, encoding="utf-8")
        faults = check(draft)
        if not faults:
            draft.replace(path)
    except OSError as error:
        raise CodebookError(
            f"cannot be written: {error.strerror or error}",
            hint="Choose a folder that you may write to.",
            source=str(path),
        ) from error
    finally:
        draft.unlink(missing_ok=True)
    return faults


def check(path: Path) -> tuple[str, ...]:
    """Return what is wrong in a user's codebook, one line a fault; codebooks in use stay in use.

    Raises:
        CodebookError: The file cannot be read as a codebook at all.
    """
    before = [own.path for own in codebooks_in_use()]
    try:
        (own,) = use_codebooks(path)
        return (*repeated(own), *all_problems())
    finally:
        use_codebooks(*before)


def _new_file(path: Path) -> str:
    return _NEW_FILE.format(name=json.dumps(path.stem, ensure_ascii=False))


def _written(table: str, cells: Mapping[str, str]) -> str:
    """Write a row as TOML; a cell with bars becomes a list."""
    lines = [f"{_key(column)} = {_value(value)}" for column, value in cells.items()]
    return "\n".join([f"[[{_key(table)}]]", *lines]) + "\n"


def _key(word: str) -> str:
    return word if word.isascii() and word.replace("_", "").isalnum() else _quoted(word)


def _value(cell: str) -> str:
    parts: Sequence[str] = cell.split("|")
    if len(parts) == 1:
        return _quoted(cell)
    return f"[{', '.join(_quoted(part.strip()) for part in parts if part.strip())}]"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")

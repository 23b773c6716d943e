"""Draws the readout of a bundled page as docs/images/readout.svg (`make picture`).

It is what `dragoman read example:translation --only quotes,events` prints on a terminal, with no
remote font or script in it.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme

import dragoman as dg
from dragoman import examples
from dragoman.cli.layers import parse_layers
from dragoman.cli.render.layout import THEME, print_parts
from dragoman.cli.render.readout import readout_parts

NAME = "translation"
LAYERS = "quotes,events"
WIDTH = 96
TARGET = Path(__file__).parents[1] / "docs" / "images" / "readout.svg"

# Black on white, with colours that differ in brightness too: the picture stands on white pages.
PAPER = TerminalTheme(
    (255, 255, 255),
    (30, 30, 30),
    [(30, 30, 30), (178, 24, 24), (0, 110, 60), (150, 95, 0), (0, 80, 160), (130, 30, 130),
     (0, 110, 125), (90, 90, 90)],
)  # fmt: skip


def picture() -> str:
    """Return the picture as SVG."""
    console = Console(
        file=io.StringIO(),
        record=True,
        force_terminal=True,
        color_system="standard",
        width=WIDTH,
        theme=THEME,
        highlight=False,
        markup=False,
        emoji=False,
    )
    readout = dg.extract(dg.read_page(examples.load(NAME)))
    print_parts(console, readout_parts(readout, only=parse_layers(LAYERS)))
    title = f"dragoman read example:{NAME} --only {LAYERS}"
    drawn = console.export_svg(title=title, theme=PAPER, unique_id="readout")
    drawn = re.sub(r"@font-face \{.*?\}", "", drawn, flags=re.DOTALL)
    return re.sub(
        r"[ \t]+\n", "\n", drawn.replace("Fira Code", "ui-monospace, Menlo, DejaVu Sans Mono")
    )


def main() -> None:
    """Write the picture."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(picture() + "\n", encoding="utf-8")
    print(f"{TARGET} written")


if __name__ == "__main__":
    main()

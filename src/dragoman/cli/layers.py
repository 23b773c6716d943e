"""The layers of a readout by the names that the command line uses."""

from __future__ import annotations

from typing import Literal, get_args

Layer = Literal[
    "article",
    "quotations",
    "nonstatements",
    "events",
    "positions",
    "chains",
    "actors",
    "mentions",
    "places",
    "times",
    "problems",
]
LAYERS: tuple[Layer, ...] = get_args(Layer)

# What people type before they have read the help.
ALIASES: dict[str, Layer] = {
    "quotes": "quotations",
    "refusals": "nonstatements",
    "sources": "chains",
    "stances": "positions",
}


def parse_layers(names: str) -> tuple[Layer, ...]:
    """Return the layers in a list such as "quotes,events".

    Raises:
        ValueError: A name is none of them; the message lists those there are.
    """
    wanted = []
    for name in names.replace(" ", "").lower().split(","):
        layer = ALIASES.get(name, name)
        if layer not in LAYERS:
            raise ValueError(f"{name!r} is no layer; there are: {', '.join(LAYERS)}.")
        wanted.append(layer)
    return tuple(layer for layer in LAYERS if layer in wanted)

"""How a readout looks: one module a layer of it, `layout` for the two ways to print."""

from dragoman.cli.render.readout import readout_parts

__all__ = ["readout_parts"]

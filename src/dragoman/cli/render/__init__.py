"""How a readout looks: one module a layer of it, `layout` for the two ways to print.

Nothing is imported here: `layout` and its theme must load quickly.
"""

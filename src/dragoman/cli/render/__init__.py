"""How a readout looks: one module a layer of it, `layout` for the two ways to print.

Nothing is imported here: `safe` is needed before anything is drawn, and must load quickly.
"""

"""One door to every quality figure: ``python -m evaluation predict|score|table|floors``."""

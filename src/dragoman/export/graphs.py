"""The network of who acts on whom as GEXF 1.2 (Gephi) and GraphML (networkx, igraph, yEd)."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence

from dragoman.export.network import EDGE_COLUMNS, NODE_COLUMNS, Network
from dragoman.export.selection import Selection
from dragoman.export.tables import Column
from dragoman.text.safe import visible

_GEXF_TYPES = {"INT": "integer", "FLOAT": "double", "STR": "string"}
_GRAPHML_TYPES = {"INT": "int", "FLOAT": "double", "STR": "string"}
_DECLARED = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NO_XML = str.maketrans({"\ufffe": "\ufffd", "\uffff": "\ufffd"})  # no characters of XML 1.0
_WEIGHT = next(i for i, column in enumerate(EDGE_COLUMNS) if column.name == "weight")


def gexf(selection: Selection) -> Iterator[str]:
    """Yield a GEXF document, a node or edge a line."""
    network = Network(selection)
    yield _DECLARED
    yield '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
    yield '<graph mode="static" defaultedgetype="directed">\n'
    for kind, columns in (("node", NODE_COLUMNS), ("edge", EDGE_COLUMNS)):
        yield f'<attributes class="{kind}" mode="static">'
        for at, column in enumerate(columns):
            if column.name == "weight":
                continue  # GEXF has a place of its own for it
            yield f'<attribute id="{at}" title="{column.name}" type="{_GEXF_TYPES[column.type]}"/>'
        yield "</attributes>\n"
    yield "<nodes>\n"
    for node in network.nodes():
        label = _text(node.name)
        yield f'<node id="{node.id}" label="{label}">{_attvalues(node.values())}</node>\n'
    yield "</nodes>\n<edges>\n"
    for edge in network.edges():
        cells = list(edge.values())
        weight, cells[_WEIGHT] = cells[_WEIGHT], ""
        yield (
            f'<edge id="{edge.id}" source="{edge.source}" target="{edge.target}" '
            f'weight="{weight}" label="{edge.type}">{_attvalues(cells)}</edge>\n'
        )
    yield "</edges>\n</graph>\n</gexf>\n"


def graphml(selection: Selection) -> Iterator[str]:
    """Yield a GraphML document, a node or edge a line."""
    network = Network(selection)
    yield _DECLARED
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    yield '<key id="label" for="node" attr.name="label" attr.type="string"/>\n'
    yield from _keys("node", NODE_COLUMNS)
    yield from _keys("edge", EDGE_COLUMNS)
    yield '<graph edgedefault="directed">\n'
    for node in network.nodes():
        data = _data("node", NODE_COLUMNS, node.values())
        label = f'<data key="label">{_text(node.name)}</data>'
        yield f'<node id="{node.id}">{label}{data}</node>\n'
    for edge in network.edges():
        data = _data("edge", EDGE_COLUMNS, edge.values())
        yield (
            f'<edge id="{edge.id}" source="{edge.source}" target="{edge.target}">{data}</edge>\n'
        )
    yield "</graph>\n</graphml>\n"


def _attvalues(cells: Sequence[str]) -> str:
    held = "".join(
        f'<attvalue for="{at}" value="{_text(cell)}"/>' for at, cell in enumerate(cells) if cell
    )
    return f"<attvalues>{held}</attvalues>"


def _keys(kind: str, columns: tuple[Column, ...]) -> Iterator[str]:
    for column in columns:
        yield (
            f'<key id="{kind}-{column.name}" for="{kind}" attr.name="{column.name}" '
            f'attr.type="{_GRAPHML_TYPES[column.type]}"/>\n'
        )


def _data(kind: str, columns: tuple[Column, ...], cells: tuple[str, ...]) -> str:
    return "".join(
        f'<data key="{kind}-{column.name}">{_text(cell)}</data>'
        for column, cell in zip(columns, cells, strict=True)
        if cell
    )


def _text(words: str) -> str:
    return html.escape(visible(words).translate(_NO_XML))

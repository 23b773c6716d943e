"""Who acts on whom, summed over the events: what GEXF and GraphML are written from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.export.parties import Who, pairs
from dragoman.export.selection import Selection
from dragoman.export.tables import Column

NODE_COLUMNS = (
    Column("kind", "STR", "kind of the actor; unresolved: words that no actor is known for"),
    Column("countries", "STR", "ISO-3 codes it acts for, parted by a space"),
    Column("sector", "STR", "PLOVER sector"),
    Column("events", "INT", "events in which it acts or receives"),
)
EDGE_COLUMNS = (
    Column("event_type", "STR", "PLOVER type"),
    Column("quad", "INT", "PLOVER quad"),
    Column("weight", "FLOAT", "number of events"),
    Column("score", "FLOAT", "mean PLOVER score"),
    Column("first", "STR", "first date known; empty: none"),
    Column("last", "STR", "last date known"),
    Column("articles", "INT", "articles that tell one"),
)


@dataclass
class Node:
    """An actor, one over all articles that give it the same name, countries and sector."""

    id: str
    name: str
    kind: str
    countries: str
    sector: str
    events: set[str] = field(default_factory=set)

    def values(self) -> tuple[str, ...]:
        """Return the cells under `NODE_COLUMNS`."""
        return self.kind, self.countries, self.sector, str(len(self.events))


@dataclass
class Edge:
    """Events of one type from one actor to another."""

    id: str
    source: str
    target: str
    type: str
    quad: int
    scores: list[float] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)

    def values(self) -> tuple[str, ...]:
        """Return the cells under `EDGE_COLUMNS`."""
        mean = sum(self.scores) / len(self.scores)
        first, last = (min(self.dates), max(self.dates)) if self.dates else ("", "")
        return (
            self.type, str(self.quad), f"{float(len(self.scores))}", f"{mean:.4f}", first, last,
            str(len(self.articles)),
        )  # fmt: skip


class Network:
    """Nodes and edges in a fixed order: by name, then by id."""

    def __init__(self, selection: Selection) -> None:
        self._nodes: dict[str, Node] = {}
        self._edges: dict[str, Edge] = {}
        for told in selection.events():
            both = [(a, b) for a, b in pairs(told.readout, told.event) if a and b]
            if not both:
                selection.leave_out("no two parties")
            for source, target in both:
                ends = [self._node(source), self._node(target)]
                for node in ends:
                    node.events.add(told.event.id)
                edge = self._edge(ends[0].id, ends[1].id, told.event.type, told.event.quad)
                edge.scores.append(told.event.score)
                edge.articles.add(told.readout.article.id)
                if told.event.date and told.event.date[:1].isdigit():
                    edge.dates.append(told.event.date[:10])
        selection.rows = len(self._edges)

    def nodes(self) -> Iterable[Node]:
        """Return the actors."""
        return sorted(self._nodes.values(), key=lambda node: (node.name, node.id))

    def edges(self) -> Iterable[Edge]:
        """Return the edges."""
        return sorted(self._edges.values(), key=lambda e: (e.source, e.target, e.type))

    def _node(self, who: Who) -> Node:
        actor = who.actor
        kind = actor.kind if actor else "unresolved"
        countries = " ".join(actor.countries) if actor else ""
        key = _short("node", who.name, countries, who.sector)
        return self._nodes.setdefault(key, Node(key, who.name, kind, countries, who.sector))

    def _edge(self, source: str, target: str, type_: str, quad: int) -> Edge:
        key = _short("edge", source, target, type_)
        return self._edges.setdefault(key, Edge(key, source, target, type_, quad))


def _short(kind: str, *parts: str) -> str:
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return kind[0] + hashlib.blake2b(joined, digest_size=8).hexdigest()


COLUMNS = (
    *(Column(f"node: {c.name}", c.type, c.meaning) for c in NODE_COLUMNS),
    *(Column(f"edge: {c.name}", c.type, c.meaning) for c in EDGE_COLUMNS),
)
LOSSES = (
    "Events are summed: one edge for each source, target and PLOVER type.",
    "Events with fewer than two parties are left out.",
    "Compound actors become one edge a pair; what is done with one another has both directions.",
    "Actors of different articles are one node if name, countries and sector are the same.",
)

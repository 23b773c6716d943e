"""What holds a segment: its containers' text, its place in the main one, what their names hint at.

All sums are taken once over the block elements in page order, so that the cost is linear in the
size of the page however deep it nests.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from dragoman.codebooks.html_hints import hint_names, hints_in

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from numpy.typing import NDArray

    from dragoman.reading.html.segments import Cut, Holder, Segment

    Column = NDArray[np.float32]

AROUND = (
    "ul", "ol", "table", "blockquote", "figure", "aside", "nav", "footer", "header", "form",
    "article", "main", "dl", "address", "details", "pre",
)  # fmt: skip
_ATTRIBUTES = ("class", "id", "itemprop", "role", "data-testid", "data-component", "data-type")
_MOST_OF_PAGE = 0.6
"""A container with more of the page's prose than this tells the article from nothing."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """What each segment weighs: characters, characters in links, characters of prose.

    Prose looks like running text: long enough, and not mostly links.
    """

    chars: NDArray[np.float64]
    linked: NDArray[np.float64]
    prose: NDArray[np.float64]

    @classmethod
    def of(cls, segments: list[Segment]) -> Sizes:
        """Measure segments."""
        chars = np.array([len(s.text) for s in segments], dtype=np.float64)
        shares = np.array([s.link_share for s in segments], dtype=np.float64)
        prose = np.where((chars >= 60) & (shares < 0.4), chars, 0.0)
        return cls(chars, shares * chars, prose)


class Containers:
    """The block elements of one page, measured.

    Attributes:
        total: Characters of prose on the page, at least 1.
        parents: For each segment the number of its holder's parent.
        main: The number of the container whose children hold most prose.
    """

    def __init__(self, cut: Cut, sizes: Sizes) -> None:
        self.cut, self.sizes = cut, sizes
        self.total = max(1.0, float(sizes.prose.sum()))
        self.up = np.array([h.parent.number if h.parent else 0 for h in cut.holders])
        self.own = np.array([s.holder.number for s in cut.segments])
        self.parents = self.up[self.own]
        count = len(cut.holders)
        self.direct_prose = sums(self.parents, sizes.prose, count)
        self.children = sums(self.parents, np.ones(len(self.own)), count)
        self.whole = {
            name: self._sum_up(sums(self.own, weights, count))
            for name, weights in (
                ("prose", sizes.prose), ("chars", sizes.chars), ("linked", sizes.linked),
            )
        }  # fmt: skip
        # A page without prose still has a container whose children hold most characters.
        weigh = self.direct_prose if sizes.prose.any() else sums(self.parents, sizes.chars, count)
        self.main = int(np.argmax(weigh))

    def _sum_up(self, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        sums = weights.tolist()
        up = self.up.tolist()
        for number in range(len(sums) - 1, 0, -1):  # children come after their parents
            sums[up[number]] += sums[number]
        return np.array(sums)

    def masses(self) -> dict[str, Column]:
        """Return how much text stands in the containers around each segment."""
        parents, grand = self.parents, self.up[self.parents]
        chars, linked = self.whole["chars"], self.whole["linked"]
        links = linked / np.maximum(chars, 1.0)
        prose = self.whole["prose"] / self.total
        before = np.concatenate([[0.0], np.cumsum(self.sizes.prose)]) / self.total
        return floats(
            siblings=np.log1p(self.children[parents]),
            sibling_mass=self.direct_prose[parents] / self.total,
            holder_mass=prose[self.own],
            parent_mass=prose[parents],
            parent_links=links[parents],
            grand_mass=prose[grand],
            grand_links=links[grand],
            great_mass=prose[self.up[grand]],
            mass_before=before[:-1],
            mass_after=1.0 - before[1:],
            first_child=np.concatenate([[True], parents[1:] != parents[:-1]]),
        )

    def places(self, title: int) -> dict[str, Column]:
        """Return where each segment stands in the tree, seen from the main container and the title.

        Args:
            title: The row of the segment that prints the headline.
        """
        depth = np.array([holder.depth for holder in self.cut.holders])
        rows = np.flatnonzero(self.parents == self.main)
        at = np.arange(len(self.own))
        main, headline = self._way_to(self.main), self._way_to(int(self.own[title]))
        return floats(
            depth=np.minimum(depth[self.own], 60),
            main_levels=main[self.own],
            in_main=np.isin(self.parents, self._within(self.main)),
            before_main=np.clip(rows[0] - at, 0, 50),
            after_main=np.clip(at - rows[-1], 0, 50),
            headline_levels=headline[self.own],
        )

    def _way_to(self, target: int) -> NDArray[np.int64]:
        """How many levels up from each holder the way from the root to ``target`` is met."""
        holders = self.cut.holders
        levels = [-1] * len(holders)
        holder: Holder | None = holders[target]
        while holder is not None:
            levels[holder.number] = 0
            holder = holder.parent
        up = self.up.tolist()
        for number in range(1, len(holders)):
            if levels[number] < 0:
                levels[number] = min(40, levels[up[number]] + 1)
        return np.array(levels)

    def _within(self, container: int) -> NDArray[np.int64]:
        """The numbers of a container and all holders in it: they follow it in page order."""
        end = container + 1
        least = self.cut.holders[container].depth
        while end < len(self.cut.holders) and self.cut.holders[end].depth > least:
            end += 1
        return np.arange(container, end)

    def around(self) -> dict[str, Column]:
        """Return which elements of `AROUND` stand around each segment's holder."""
        bits = [0] * len(self.cut.holders)
        known = {tag: 1 << number for number, tag in enumerate(AROUND)}
        for holder in self.cut.holders[1:]:
            up = int(self.up[holder.number])
            bits[holder.number] = bits[up] | known.get(self.cut.holders[up].tag, 0)
        return _bit_columns("in", AROUND, np.array(bits)[self.own])

    def hints(self) -> dict[str, Column]:
        """Return what the names of each segment's elements and containers hint at."""
        names = hint_names()
        own = [_hints(holder.element) for holder in self.cut.holders]
        around, comments = self._inherited(own)
        direct = [
            own[s.holder.number] | (_hints(s.wrapper) if s.wrapper is not None else 0)
            for s in self.cut.segments
        ]
        return (
            _bit_columns("own", names, np.array(direct))
            | _bit_columns("holder", names, np.array(around)[self.own])
            | floats(in_comments=np.array(comments)[self.own])
        )

    def _inherited(self, own: list[int]) -> tuple[list[int], list[bool]]:
        """Hints of all containers around, up to one that holds most of the page."""
        comment = 1 << hint_names().index("comments")
        around, comments = [0] * len(own), [False] * len(own)
        prose = self.whole["prose"]
        for holder in self.cut.holders[1:]:
            at, up = holder.number, int(self.up[holder.number])
            if self.cut.holders[up].tag in {"body", "html"}:
                continue
            comments[at] = comments[up] or bool(own[up] & comment)
            if prose[up] <= _MOST_OF_PAGE * self.total:
                around[at] = around[up] | own[up]
        return around, comments


def sums(
    groups: NDArray[np.signedinteger], weights: NDArray[np.float64], count: int = 0
) -> NDArray[np.float64]:
    """Return the sum of ``weights`` in each group, groups numbered from 0."""
    return np.asarray(np.bincount(groups, weights, count), dtype=np.float64)


def _hints(element: HtmlElement) -> int:
    return hints_in(" ".join(value for name in _ATTRIBUTES if (value := element.get(name))))


def floats(**columns: NDArray[Any]) -> dict[str, Column]:
    """Return columns as single-precision floats."""
    return {name: column.astype(np.float32) for name, column in columns.items()}


def _bit_columns(prefix: str, names: tuple[str, ...], bits: NDArray[np.int64]) -> dict[str, Column]:
    table = (bits[:, None] >> np.arange(len(names))) & 1
    columns = table.astype(np.float32).T
    return {f"{prefix}_{name}": column for name, column in zip(names, columns, strict=True)}

"""What every sequence of flat records can do: become a table of Arrow, pandas or polars.

None of the three is needed until it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import is_dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, get_args

from dragoman.archive.frames.columns import Column, columns_of
from dragoman.errors import FramesMissing

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa


class Framed:
    """A sequence of frozen dataclasses that can become a table, one row a record.

    The class says in its bases which record it holds: ``class Ties(Sequence[Tie], Framed)``.
    """

    __slots__ = ()

    def to_arrow(self) -> pa.Table:
        """Return an Arrow table: text, int64, double, bool, date32 and timestamps in UTC.

        Raises:
            FramesMissing: pyarrow is not installed.
        """
        row = self._row_type()
        return table(columns_of(row), self._cells(row))

    def to_pandas(self) -> pd.DataFrame:
        """Return a pandas data frame; what is not known is ``pd.NA`` (days and moments: ``NaT``).

        Raises:
            FramesMissing: pandas or pyarrow is not installed.
        """
        pandas = imported("pandas")
        arrow = imported("pyarrow")
        types = {
            arrow.int64(): pandas.Int64Dtype(),
            arrow.float64(): pandas.Float64Dtype(),
            arrow.bool_(): pandas.BooleanDtype(),
            arrow.string(): pandas.StringDtype("python"),
        }
        frame: pd.DataFrame = self.to_arrow().to_pandas(
            types_mapper=types.get, date_as_object=False
        )
        return frame

    def to_polars(self) -> pl.DataFrame:
        """Return a polars data frame.

        Raises:
            FramesMissing: polars or pyarrow is not installed.
        """
        polars = imported("polars")
        frame: pl.DataFrame = polars.from_arrow(self.to_arrow())
        return frame

    def _row_type(self) -> type:
        """Return the dataclass that this holds."""
        return _row_of(type(self))

    def _cells(self, row: type) -> Iterable[Sequence[Any]]:
        """Yield the cells of each record in the order of its columns."""
        assert isinstance(self, Sequence)
        return map(attrgetter(*(column.name for column in columns_of(row))), self)


def table(columns: Sequence[Column], rows: Iterable[Sequence[Any]]) -> pa.Table:
    """Return rows as an Arrow table.

    Raises:
        FramesMissing: pyarrow is not installed.
    """
    arrow = imported("pyarrow")
    listed = list(zip(*rows, strict=True)) or [()] * len(columns)
    made: pa.Table = arrow.table(
        [
            arrow.array(cells, type=field.type)
            for cells, field in zip(listed, schema(columns), strict=True)
        ],
        schema=schema(columns),
    )
    return made


def schema(columns: Sequence[Column]) -> pa.Schema:
    """Return the Arrow schema of columns; their meanings are in the metadata of its fields.

    Raises:
        FramesMissing: pyarrow is not installed.
    """
    arrow = imported("pyarrow")
    types = {
        "text": arrow.string(),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "truth": arrow.bool_(),
        "day": arrow.date32(),
        "moment": arrow.timestamp("us", tz="UTC"),
    }
    made: pa.Schema = arrow.schema(
        [
            arrow.field(
                column.name,
                types[column.kind],
                nullable=column.nullable,
                metadata={"meaning": column.meaning} if column.meaning else None,
            )
            for column in columns
        ]
    )
    return made


def _row_of(owner: type) -> type:
    """Return the dataclass that a sequence holds, as its bases say."""
    for base in owner.__mro__:
        for generic in getattr(base, "__orig_bases__", ()):
            for held in get_args(generic):
                if isinstance(held, type) and is_dataclass(held):
                    return held
    raise TypeError(f"{owner.__name__} does not say in its bases what it holds")


def imported(name: str) -> Any:
    """Import what frames need.

    Raises:
        FramesMissing: It is not installed.
    """
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError as error:
        raise FramesMissing(
            f"{name.partition('.')[0]} is not installed.",
            hint="Install it: pip install 'dragoman[frames]'",
        ) from error

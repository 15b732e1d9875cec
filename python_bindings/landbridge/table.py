"""Tables by columns, shared with the simulation without a copy."""

from __future__ import annotations

import html
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import numpy.typing as npt

from . import _core
from .optional import needed

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

__all__ = ["Table"]

_EXTRA = "frames"
_SHOWN = 10  # rows


class Table:
    """Columns of equal length, read-only.

    Numbers and times are views of the memory that the simulation wrote: nothing is copied. Times are UTC, to the
    second. A table is an Arrow stream (``__arrow_c_stream__``), so ``pyarrow.table(table)`` takes it
    without a copy as well, and ``polars.DataFrame(table)`` copies only what polars has in another form (times, to the
    millisecond there, and texts). For pandas there is :meth:`to_pandas`. Numbers that are not there are NaN, which polars
    tells from null: ``frame.fill_nan(None)``. Tables pickle.

    >>> import landbridge as lb
    >>> trains = lb.run(lb.example("one_border"), replications=1, records=["trains"]).trains
    >>> trains["gauge_mm"].dtype, trains["departed"].dtype
    (dtype('int32'), dtype('<M8[s]'))
    >>> trains.to_pandas().groupby("point", observed=True).containers.max()["WEST"]
    np.int32(60)
    """

    __slots__ = ("_core", "_places", "_truths")

    def __init__(self, core: _core.Table, truths: tuple[str, ...] = ()) -> None:
        self._core = core
        self._truths = truths  # columns of 0 and 1 that mean no and yes
        self._places = {name: place for place, name in enumerate(core.names)}

    @property
    def columns(self) -> tuple[str, ...]:
        """Names, in order.

        >>> import landbridge as lb
        >>> trains = lb.run(lb.example("one_border"), replications=1, records=["trains"]).trains
        >>> trains.columns[:3]
        ('replication', 'train', 'formed_by')
        """
        return tuple(self._places)

    def __len__(self) -> int:
        return self._core.rows

    __iter__: ClassVar[None] = None  # else by numbers, since there is []

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def keys(self) -> tuple[str, ...]:
        """Names of the columns, so that ``dict(table)`` works.

        >>> import landbridge as lb
        >>> trains = lb.run(lb.example("one_border"), replications=1, records=["trains"]).trains
        >>> dict(trains)["containers"].max().item()
        60
        """
        return self.columns

    def _ipython_key_completions_(self) -> list[str]:
        return list(self._places)

    def _place(self, name: str) -> int:
        if name not in self._places:
            raise KeyError(f"no column {name!r}; there are {', '.join(self._places)}")
        return self._places[name]

    def __getitem__(self, name: str) -> npt.NDArray[Any]:
        """One column, of shape (rows,): numbers, ``datetime64[s]`` (NaT: none), or texts and truth values (as a copy)."""
        place = self._place(name)
        values = self._core.values(place)
        meaning = self._core.meaning(place)
        if meaning == "time":
            return values.view("datetime64[s]")
        if meaning == "text":
            words = np.array([*self._core.words(place), None], dtype=object)
            texts: npt.NDArray[np.object_] = words[values]
            return texts
        return values.astype(np.bool_) if name in self._truths else values

    def codes(self, name: str) -> npt.NDArray[np.int32]:
        """Of a column of texts, without a copy: the place of each in ``words(name)``; -1: none. Raises KeyError,
        TypeError.

        >>> import landbridge as lb
        >>> trains = lb.run(lb.example("one_border"), replications=1, records=["trains"]).trains
        >>> trains.words("direction")[trains.codes("direction")[0]] == trains["direction"][0]
        True
        """
        place = self._place(name)
        if self._core.meaning(place) != "text":
            raise TypeError(f"column {name!r} is of numbers, not of texts")
        return self._core.values(place)

    def words(self, name: str) -> tuple[str, ...]:
        """Of a column of texts: what can stand in it, each once. Raises KeyError.

        >>> import landbridge as lb
        >>> trains = lb.run(lb.example("one_border"), replications=1, records=["trains"]).trains
        >>> trains.words("direction")
        ('westbound', 'eastbound')
        """
        return tuple(self._core.words(self._place(name)))

    def seconds(self, name: str) -> npt.NDArray[np.int64]:
        """Of a column of times, without a copy: seconds since 1970 (UTC); the least int64: none. Raises KeyError,
        TypeError.

        >>> import landbridge as lb
        >>> trains = lb.run(lb.example("one_border"), replications=1, records=["trains"]).trains
        >>> bool((trains.seconds("arrived")[1:3] == trains["arrived"][1:3].astype("int64")).all())
        True
        """
        place = self._place(name)
        if self._core.meaning(place) != "time":
            raise TypeError(f"column {name!r} is no column of times")
        return self._core.values(place)

    def __arrow_c_schema__(self) -> object:
        return self._core.arrow_schema()

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._core.arrow_stream()

    def to_pandas(self, *, copy: bool = False) -> pandas.DataFrame:
        """A DataFrame that shares numbers and times, which are read-only: with `copy` cells can be changed. Texts become
        categoricals. Needs pandas, not pyarrow.

        >>> import landbridge as lb
        >>> kpis = lb.run(lb.example("one_border"), replications=2).kpis.to_pandas(copy=True)
        >>> kpis.loc[kpis.unit == "days", "mean"] *= 24
        """
        needed("pandas", _EXTRA)
        import pandas as pd

        return pd.DataFrame({name: self._pandas_column(name) for name in self._places}, copy=copy)

    def _pandas_column(self, name: str) -> Any:
        pd = needed("pandas", _EXTRA)
        if self._core.meaning(self._places[name]) != "text":
            return self[name]
        dtype = pd.CategoricalDtype(pd.Index(self.words(name), dtype=object))
        return pd.Categorical.from_codes(self.codes(name), dtype=dtype, validate=False)

    def to_polars(self) -> polars.DataFrame:
        """A polars DataFrame, through Arrow.

        >>> import landbridge as lb
        >>> trains = lb.run(lb.example("one_border"), replications=1, records=["trains"]).trains.to_polars()
        >>> trains["point"].unique().sort().to_list()
        ['BORDER', 'EAST', 'WEST']
        """
        needed("polars", _EXTRA)
        import polars as pl

        return pl.DataFrame(self).cast({name: pl.Boolean for name in self._truths})

    def to_arrow(self) -> pyarrow.Table:
        """A pyarrow Table that shares all memory (but for truth values, which are bits there).

        >>> import landbridge as lb
        >>> trains = lb.run(lb.example("one_border"), replications=1, records=["trains"]).trains.to_arrow()
        >>> trains["departed"].type, trains["teu"].type
        (TimestampType(timestamp[s]), DataType(int32))
        """
        needed("pyarrow", _EXTRA)
        import pyarrow as pa

        made = pa.table(self)
        for name in self._truths:
            made = made.set_column(self._places[name], name, made[name].cast(pa.bool_()))
        return made

    def to_parquet(self, path: str | PathLike[str]) -> None:
        """Writes a Parquet file, with pyarrow or, without it, with polars. Raises OSError if it cannot.

        >>> import landbridge as lb, tempfile, pandas as pd
        >>> trains = lb.run(lb.example("one_border"), replications=1, records=["trains"]).trains
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     trains.to_parquet(f"{folder}/trains.parquet")
        ...     len(pd.read_parquet(f"{folder}/trains.parquet")) == len(trains)
        True
        """
        try:
            import pyarrow.parquet as pq
        except ModuleNotFoundError:
            self.to_polars().write_parquet(fspath(path))
        else:
            pq.write_table(self.to_arrow(), path)

    def __repr__(self) -> str:
        return f"<landbridge.Table of {len(self)} rows: {', '.join(self.columns)}>"

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{html.escape(name)}</th>" for name in self.columns)
        shown = [self[name][:_SHOWN] for name in self.columns]
        rows = "".join(
            "<tr>" + "".join(f"<td>{html.escape(str(column[i]))}</td>" for column in shown) + "</tr>"
            for i in range(min(len(self), _SHOWN))
        )
        more = f"<p>{len(self)} rows</p>" if len(self) > _SHOWN else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{more}"

"""Datasets as tidy DataFrames, typed by their passports."""

import io
from typing import Any

import pandas as pd

from longwave.data import refreshing, shelf


def load(name: str, *, fresh: bool = False) -> pd.DataFrame:
    """Return a dataset as a tidy DataFrame, checked against its passport; no network is used.

    With `fresh=True` it returns the copy that `longwave data refresh NAME` brought into the reader's own folder.

    Text stays text, and an empty cell of text is ``""``. Dates stay text in ISO form (`2012-08-15`,
    `2012-08` or `2012`), because each is as precise as its source. Whole numbers with gaps are `Int64`, other
    numbers `float64`.

    Raises `UnknownDatasetError` for a name that does not exist (it lists the near ones) and
    `ChangedDatasetError` when the file's bytes are not the ones that the passport promises.

    >>> load("institutes_table2").query("institute == 'ARM'").money_as_printed.item()
    '8 / 173'
    """
    content = refreshing.read_fresh_bytes(name) if fresh else shelf.read_checked_bytes(name)
    frame = parse(content, shelf.read_descriptor(name)["resources"][0]["schema"])
    frame.attrs["dataset"] = name  # so that a chart can ask for the passport of the rows it shows
    return frame


def parse(content: bytes, schema: dict[str, Any]) -> pd.DataFrame:
    """Return CSV bytes as a DataFrame with the types of a Table Schema."""
    types = {field["name"]: _pandas_type(field) for field in schema["fields"]}
    numeric = [column for column, kind in types.items() if kind is not str]
    return pd.read_csv(
        io.BytesIO(content),
        dtype=types,
        keep_default_na=False,
        na_values={column: [""] for column in numeric},
    )


def _pandas_type(field: dict[str, Any]) -> str | type:
    always_there = field.get("constraints", {}).get("required", False)
    if field["type"] == "integer":
        return "int64" if always_there else "Int64"
    return {"number": "float64", "boolean": "bool" if always_there else "boolean"}.get(field["type"], str)


def describe(name: str) -> pd.DataFrame:
    """Return what each column of a dataset means: a DataFrame (column, meaning, unit, type).

    >>> describe("institutes_table2").set_index("column").unit["federal_million_usd"]
    'million USD'
    """
    fields = shelf.read_descriptor(name)["resources"][0]["schema"]["fields"]
    return pd.DataFrame(
        {
            "column": [field["name"] for field in fields],
            "meaning": [field["description"] for field in fields],
            "unit": [field.get("unit", "") for field in fields],
            "type": ["text" if field["type"] == "string" else field["type"] for field in fields],
        }
    )


def verdict_counts(name: str) -> pd.Series:
    """Return how many rows of a dataset have each verdict, or each mark of its own; the most frequent first.

    The passport names the column that is counted. A dataset without such a column gives an empty Series.

    >>> int(verdict_counts("institutes_table2").sum())
    12
    """
    column = shelf.read_descriptor(name).get("counted_column")
    if column is None:
        return pd.Series(dtype="int64", name="rows")
    counts = load(name)[column].value_counts().rename("rows").rename_axis(column)
    return counts.sort_index().sort_values(ascending=False, kind="stable")

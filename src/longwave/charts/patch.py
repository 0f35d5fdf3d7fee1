"""What of a chart can change while its drawing stays, and what cannot.

A live chart sends its moving parts at every movement; only where the structure is another one is it drawn anew.
"""

import json
from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Any

import altair as alt
from altair.typing import ChartType
from altair.utils.schemapi import UndefinedType, debug_mode

from longwave.charts.render import Spec, chart_line
from longwave.charts.theme import Rows
from longwave.charts.words import spoken

PARTS = ("layer", "hconcat", "vconcat", "concat", "spec")


def moving_parts(chart: ChartType) -> dict[str, Any]:
    """Return what may change while the drawing stays: title, words, rows by dataset, values of parameters.

    It is read off the chart itself, which is quicker than its whole specification.
    """
    heading = chart.title.text if isinstance(chart.title, alt.TitleParams) else chart.title
    params = [] if isinstance(chart.params, UndefinedType) else [param.to_dict() for param in chart.params]
    return {
        "title": heading if isinstance(heading, str) else "",
        "description": chart.description,
        "sentence": chart_line(chart.description),
        "rows": dict(_named_rows(chart)),
        "params": {param["name"]: param["value"] for param in params if "value" in param and "select" not in param},
    }


def _named_rows(chart: object) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield the name and the rows of each dataset made by `theme.data`."""
    source = getattr(chart, "data", None)
    if isinstance(source, alt.Data) and isinstance(source.values, Rows):
        yield source.name, spoken(source.values.rows)
    for part in PARTS:
        inner = getattr(chart, part, alt.Undefined)
        if inner is not alt.Undefined:
            for piece in inner if isinstance(inner, list) else [inner]:
                yield from _named_rows(piece)


def structure(spec: Spec) -> str:
    """Return what a patch cannot change: the specification without its moving parts, as text."""
    title = spec.get("title")
    plain = {key: value for key, value in spec.items() if key not in ("config", "usermeta", "description")}
    if isinstance(title, dict) and isinstance(title.get("text"), str):
        plain["title"] = {**title, "text": ""}
    if "params" in plain:
        plain["params"] = [p if "select" in p else {**p, "value": None} for p in plain["params"]]
    return json.dumps(_without_rows(plain), sort_keys=True)


def _without_rows(part: object) -> object:
    """Return a part of a specification whose named datasets have no rows."""
    if isinstance(part, list):
        return [_without_rows(piece) for piece in part]
    if not isinstance(part, dict):
        return part
    if "values" in part and "name" in part and isinstance(part["values"], list):
        return {**part, "values": []}
    return {key: _without_rows(value) for key, value in part.items()}


def unchecked() -> AbstractContextManager[None]:
    """Build charts without Altair's schema checks, which take most of a redrawing's time.

    A live chart builds its first state with the checks; later states differ in numbers and words only.
    """
    return debug_mode(False)

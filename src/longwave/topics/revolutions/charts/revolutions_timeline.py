"""The chart of four columns and six entries: where the years of a row belong, and where a table puts them."""

import math

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, INK, MUTED, PALE, RUST, data, finish
from longwave.i18n import _

FIRST_YEAR, LAST_YEAR, UNDATED_YEAR = 1692, 2032, 2013
ENTRY_HEIGHT, HIGH, LOW = 5.2, 9.2, 8.2
COLUMN_HEIGHT = 0.75
STATES = ("home", "away", "undated")


def timeline_chart(entries: pd.DataFrame, columns: pd.DataFrame, heading: str) -> alt.LayerChart:
    """Draw a table's columns, the entries of a row with their years, and the column each is put in.

    `entries` has label, year (NaN without a date), column (0 if it is off the table) and state, one of home, away and
    undated. `columns` has column, start and end (both NaN without dates; the end may be infinite). `heading` says
    how the entries are placed.
    """
    dated = entries["state"] != "undated"
    home = int((entries["state"] == "home").sum())
    title = _("{heading}: {home} of {dated} dated entries are in their own years").format(
        heading=heading, home=home, dated=int(dated.sum())
    )
    x = alt.X(
        "start:Q",
        title=_("Year"),
        scale=alt.Scale(domain=[FIRST_YEAR, LAST_YEAR], nice=False),
        axis=alt.Axis(format="d", values=list(range(1750, 2001, 50)), grid=True),
    )
    y = alt.Y("low:Q", axis=None, scale=alt.Scale(domain=[3.6, 10], nice=False))
    layers = [*_link_layers(entries, columns), *_entry_layers(entries), *_column_layers(columns), _lane_names()]
    return finish(
        alt.layer(*(layer.encode(x=x, y=y) for layer in layers)),
        title,
        _spoken(title, entries, columns),
        subtitle=_("An entry's year is the one in which Perez has its surge begin; the sixth has none."),
        width=640,
        height=230,
    )


def _spoken(title: str, entries: pd.DataFrame, columns: pd.DataFrame) -> str:
    names = _state_names()
    placed = [
        _("{label} in column {column}, {state}").format(label=label, column=column, state=names[state])
        if column
        else _("{label} off the table").format(label=label)
        for label, column, state in zip(entries["label"], entries["column"], entries["state"], strict=True)
    ]
    years = [
        _("column {column} without dates").format(column=column)
        if math.isnan(start)
        else _("column {column} from {start:.0f}").format(column=column, start=start)
        for column, start in zip(columns["column"], columns["start"], strict=True)
    ]
    return _("{title}. Above, the columns: {years}. Below, the entries: {placed}.").format(
        title=title, years=", ".join(years), placed="; ".join(placed)
    )


def _state_names() -> dict[str, str]:
    return {"home": _("in its own years"), "away": _("outside its years"), "undated": _("no date given")}


def _column_layers(columns: pd.DataFrame) -> list[alt.Chart]:
    shown = columns.dropna(subset="start")
    rows = pd.DataFrame(
        {
            "start": shown["start"],
            "end": shown["end"].clip(upper=LAST_YEAR),
            "low": [_column_floor(column) for column in shown["column"]],
        }
    )
    rows = rows.assign(high=rows["low"] + COLUMN_HEIGHT)
    names = pd.DataFrame(
        {
            "start": (rows["start"] + rows["end"]) / 2,
            "low": rows["low"] + COLUMN_HEIGHT / 2,
            "label": [_("column {number}").format(number=column) for column in shown["column"]],
        }
    )
    empty = columns.loc[columns["start"].isna(), "column"]
    blank = [
        {
            "start": UNDATED_YEAR,
            "low": LOW + COLUMN_HEIGHT / 2,
            "label": _("{number}: no dates").format(number=n),
        }
        for n in empty
    ]
    names = pd.concat([names, pd.DataFrame(blank, columns=names.columns)]) if blank else names
    bars = alt.Chart(data("columns", rows)).mark_rect(fill=PALE[GREY], stroke=MUTED)
    words = alt.Chart(data("column_names", names)).mark_text(fontSize=11, baseline="middle")
    return [bars.encode(x2=alt.X2("end:Q"), y2=alt.Y2("high:Q")), words.encode(text=alt.Text("label:N"))]


def _column_floor(column: int) -> float:
    """Return the height of a column's bar; neighbours have two heights, because some overlap."""
    return HIGH if column % 2 else LOW


def _link_layers(entries: pd.DataFrame, columns: pd.DataFrame) -> list[alt.Chart]:
    """Return a line from each entry to its column, a full, dashed or dotted one by its state."""
    spans = zip(columns["column"], columns["start"], columns["end"], strict=True)
    middles = {column: _middle(start, end) for column, start, end in spans}
    linked = entries[entries["column"] > 0]
    rows = pd.DataFrame(
        {
            "start": linked["year"].fillna(UNDATED_YEAR),
            "low": ENTRY_HEIGHT,
            "end": linked["column"].map(middles),
            "high": [_column_floor(column) for column in linked["column"]],
        }
    )
    looks = {"home": (BLUE, [1, 0]), "away": (RUST, [6, 4]), "undated": (GREY, [2, 3])}
    layers = []
    for state, (ink, dash) in looks.items():
        lines = alt.Chart(data(f"links_{state}", rows[linked["state"] == state]))
        layers.append(lines.mark_rule(strokeWidth=2, color=ink, strokeDash=dash))
    return [layer.encode(x2=alt.X2("end:Q"), y2=alt.Y2("high:Q")) for layer in layers]


def _entry_layers(entries: pd.DataFrame) -> list[alt.Chart]:
    names = _state_names()
    places = entries[["label"]].assign(
        start=entries["year"].fillna(UNDATED_YEAR), low=ENTRY_HEIGHT, state=entries["state"].map(names)
    )
    # Neighbouring names have two heights, because the years of some are close.
    heights = [ENTRY_HEIGHT - (0.55, 1.1)[place % 2] for place in range(len(places))]
    domain, legend = list(names.values()), alt.Legend(orient="top", labelLimit=200)
    inks = alt.Scale(domain=domain, range=[BLUE, RUST, GREY])
    shapes = alt.Scale(domain=domain, range=["circle", "cross", "diamond"])
    color = alt.Color("state:N", title=None, legend=legend, scale=inks)
    shape = alt.Shape("state:N", title=None, legend=legend, scale=shapes)
    points = alt.Chart(data("entries", places[["start", "low", "state"]])).mark_point(filled=True, size=120, opacity=1)
    words = alt.Chart(data("entry_names", places[["start", "label"]].assign(low=heights)))
    return [
        points.encode(color=color, shape=shape),
        words.mark_text(fontSize=11.5, baseline="middle", color=INK).encode(text=alt.Text("label:N")),
    ]


def _middle(start: float, end: float) -> float:
    return UNDATED_YEAR if math.isnan(start) else (start + min(end, LAST_YEAR)) / 2


def _lane_names() -> alt.Chart:
    rows = pd.DataFrame(
        {
            "start": FIRST_YEAR + 1,
            "low": [HIGH, ENTRY_HEIGHT],
            "label": [_("Columns\nof Table 1"), _("Entries of\nthe row")],
        }
    )
    words = alt.Chart(data("lanes", rows)).mark_text(
        align="left", baseline="middle", fontSize=12, fontWeight=600, lineBreak="\n", lineHeight=14
    )
    return words.encode(text=alt.Text("label:N"))

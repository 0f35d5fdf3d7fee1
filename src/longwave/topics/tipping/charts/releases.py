"""Charts of withdrawn pushes: record years and the years after them, and a search for a ridge in the same data."""

from collections.abc import Collection

import altair as alt
import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, INK, MUTED, RUST, Axes, data, finish
from longwave.i18n import _
from longwave.topics.tipping.models.ridge import MIDDLE, steepest_slope

Array = npt.NDArray[np.float64]
EARLY_END = 2013
BEFORE, AFTER = 2, 5
AT = 6  # where the lowest years are drawn, beyond the longest window
NAMED = ("Spain", "Italy")  # the lessons ask later what Germany kept


def busts_chart(
    lines: pd.DataFrame, busts: pd.DataFrame, window: int, named: Collection[str] = NAMED
) -> alt.LayerChart:
    """Draw busts from two years before their record to `window` years after it, as shares of the record.

    `lines` comes from `aligned`, `busts` from `records`. A band holds the middle half of the busts in each year, and a
    thick line their median. At the right each bust has a mark at its own lowest year: that is what the title speaks of.
    """
    count = len(busts)
    middle = 100 * busts["kept"].median() if count else 0.0
    title = _("Half of {count} busts keep {middle:.1f} % of the record or less in their lowest year").format(
        count=count, middle=middle
    )
    band = _band(lines)
    words = _(
        "{title}. A band for the middle half of the busts, and a line for their median, rise for {before} years to a "
        "record, at 1, and fall within {window} years; the median of single years is {years}. At the right, each "
        "bust's lowest year: {early} with records up to {year}, blue, and {late} later ones, rust. Lowest: {list}."
    ).format(
        title=title,
        before=BEFORE,
        window=window,
        years=", ".join(f"{share:.0%}" for share in band.loc[band["step"] > 0, "median"]),
        early=int((busts["year"] <= EARLY_END).sum()),
        late=int((busts["year"] > EARLY_END).sum()),
        year=EARLY_END,
        list="; ".join(f"{row.country} {row.kept:.1%}" for row in busts.itertuples() if row.country in named),
    )
    at = _axes()
    area = alt.Chart(data("band", band)).encode(x=at["x"])
    chart = alt.layer(
        area.mark_area(color=GREY, opacity=0.4).encode(y=alt.Y("low:Q"), y2=alt.Y2("high:Q")),
        area.mark_line(color=INK, strokeWidth=4).encode(y=at["y"]),
        *_lowest(busts, named, middle / 100),
    )
    note = _("Band: half of the busts, year by year; line: median. Right: each bust's lowest year (blue: up to 2013).")
    return finish(chart, title, words, subtitle=note, width=400, height=160)


def _axes() -> Axes:
    return Axes(
        x=alt.X(
            "step:Q",
            title=_("Years from the record"),
            scale=alt.Scale(domain=[-BEFORE, AT + 2.4], nice=False),
            axis=alt.Axis(
                values=[*range(-BEFORE, AFTER + 1), AT],
                labelExpr=f"datum.value == {AT} ? 'lowest' : datum.value ? format(datum.value, '+d') : 'record'",
                labelOverlap=False,
            ),
        ),
        y=alt.Y(
            "median:Q",
            title=_("Added in the year (record = 1)"),
            scale=alt.Scale(domain=[0, 1.05], nice=False, clamp=True),
            axis=alt.Axis(values=[0, 0.25, 0.5, 0.75, 1], format=".2f", labelOverlap=False),
        ),
    )


def _band(lines: pd.DataFrame) -> pd.DataFrame:
    """Return the quartiles and the median of the shares in each year."""
    if lines.empty:
        return pd.DataFrame(columns=["step", "low", "median", "high"], dtype=float)
    shares = lines.groupby("step")["share"].quantile(np.array([0.25, 0.5, 0.75])).unstack()
    return shares.set_axis(["low", "median", "high"], axis=1).round(3).reset_index()


def _lowest(busts: pd.DataFrame, named: Collection[str], middle: float) -> list[alt.Chart]:
    """Return a mark for each bust at its lowest year, a thick one at their median, and the names of a few."""
    kind = np.where(busts["year"] <= EARLY_END, "early", "late")
    marks = pd.DataFrame({"step": float(AT), "median": busts["kept"].round(3), "kind": kind})
    half = pd.DataFrame({"step": [AT - 0.3], "end": [AT + 0.3], "median": [round(middle, 3)]})
    labels = _labels(busts, named)
    at = Axes(x=alt.X("step:Q"), y=alt.Y("median:Q"))
    colour = alt.Color("kind:N", legend=None, scale=alt.Scale(domain=["early", "late"], range=[BLUE, RUST]))
    text = alt.Chart(data("names", labels)).encode(x=alt.X("step:Q"))
    return [
        alt.Chart(data("half", half)).mark_rule(color=INK, strokeWidth=4).encode(**at, x2=alt.X2("end:Q")),
        alt.Chart(data("lowest", marks))
        .mark_tick(thickness=1.5, size=14, orient="horizontal")
        .encode(**at, color=colour),
        text.mark_rule(color=MUTED).encode(x2=alt.X2("end:Q"), y=alt.Y("median:Q"), y2=alt.Y2("height:Q")),
        text.mark_text(align="left", dx=3, fontSize=12, fontWeight=600).encode(
            x=alt.X("end:Q"), y=alt.Y("height:Q"), text=alt.Text("label:N")
        ),
    ]


def _labels(busts: pd.DataFrame, named: Collection[str]) -> pd.DataFrame:
    """Return a label for each named country, moved up where two would touch; a thin line leads to its mark."""
    chosen = busts[busts["country"].isin(named)].drop_duplicates("country").sort_values("kept", kind="stable")
    rows = pd.DataFrame(
        {
            "step": AT + 0.2,
            "end": AT + 0.55,
            "median": chosen["kept"].round(3),
            "height": chosen["kept"].round(3),
            "label": [f"{row.country} {row.kept:.1%}" for row in chosen.itertuples()],
        }
    ).reset_index(drop=True)
    rows["height"] = rows["height"].clip(lower=0.06)  # clear of the axis
    for place in range(1, len(rows)):
        rows.loc[place, "height"] = max(rows["height"][place], rows["height"][place - 1] + 0.11)
    return rows


def ridge_chart(states: Array, changes: Array) -> alt.LayerChart:
    """Draw the mean change in each tenth of the states (log₁₀ of MW), and the fitted cubic."""
    found = steepest_slope(states, changes)
    fitted = np.polynomial.Polynomial.fit(states, changes, 3)
    first, last = np.quantile(states, MIDDLE)
    places = np.linspace(first, last, 21)
    rows = pd.DataFrame({"state": states, "change": changes})
    rows["tenth"] = pd.qcut(rows["state"], 10, labels=False, duplicates="drop")
    means = rows.groupby("tenth").agg(state=("state", "mean"), change=("change", "mean"), error=("change", "sem"))
    slope = f"{found['slope']:.2f}".replace("-", "−")
    rising = _("The fitted line rises: its largest slope is {slope}")
    falling = _("The fitted line never rises: its largest slope is {slope}")
    title = (rising if found["slope"] > 0 else falling).format(slope=slope)
    words = _(
        "{title}. Over {count} country-years the change to the next year, in powers of ten, against the state: {bins} "
        "points with bars of two standard errors, and a fitted line from {left:.2f} to {right:.2f}."
    ).format(title=title, count=len(states), bins=len(means), left=fitted(places[0]), right=fitted(places[-1]))
    x = alt.X(
        "state:Q",
        title=_("Added in a year (MW, logarithmic)"),
        scale=alt.Scale(domain=[-0.1, 4.1], nice=False),
        axis=alt.Axis(values=[0, 1, 2, 3, 4], labelExpr="format(pow(10, datum.value), '~s')"),
    )
    y = alt.Y(
        "change:Q",
        title=_("Change (powers of ten)"),
        scale=alt.Scale(domain=[-0.6, 1.2], nice=False),
        axis=alt.Axis(values=[-0.5, 0, 0.5, 1], format="~g"),
    )
    bars = means.assign(low=means["change"] - 2 * means["error"], high=means["change"] + 2 * means["error"])
    line = pd.DataFrame({"state": places, "change": fitted(places)}).round(3)
    points = alt.Chart(data("tenths", bars.round(3))).encode(x=x)
    chart = alt.layer(
        alt.Chart(data("level", pd.DataFrame({"change": [0.0]}))).mark_rule(strokeDash=[5, 4], opacity=1).encode(y=y),
        alt.Chart(data("line", line)).mark_line(color=RUST, strokeWidth=3).encode(x=x, y=y),
        points.mark_rule(color=BLUE, strokeWidth=1.5, opacity=1).encode(y=alt.Y("low:Q"), y2=alt.Y2("high:Q")),
        points.mark_point(filled=True, size=60, color=BLUE, opacity=1).encode(y=y),
    )
    note = _("Points: means of a tenth of the country-years each. The line covers the eight tenths in the middle.")
    return finish(chart, title, words, subtitle=note, width=410, height=140)

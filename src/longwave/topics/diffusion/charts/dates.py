"""How long thirteen technologies took, by the year in which each came; which year that is, is a choice."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, INK, data, finish
from longwave.i18n import _
from longwave.topics.diffusion.models.households import date_trend

LEFT = {"Cellular phone", "Internet", "Microcomputer", "Microwave", "Smartphone"}
NUDGE = {"Household refrigerator": 5, "Radio": -4}
FIRST, LAST, SHORTEST, LONGEST = 1895, 2025, 6, 150


def calendars() -> dict[str, str]:
    """Return the words for the three years by which a technology can be dated."""
    return {
        "midpoint": _("the middle of the line"),
        "half": _("the year of half"),
        "first": _("the first year"),
    }


def dates_chart(times: pd.DataFrame, calendar: str, clock: str) -> alt.LayerChart:
    """Draw how long each technology took against the year in which it came.

    Args:
        times: From `adoption_times`.
        calendar: midpoint, half or first.
        clock: takeover (10 to 90 % on the fitted line) or quarters (25 to 75 % in the record).
    """
    trend = date_trend(times, calendar, clock)
    kinds = {"takeover": _("10 to 90 %"), "quarters": _("25 to 75 %")}
    rows = (
        times[[calendar, clock]]
        .dropna()
        .set_axis(["year", "years"], axis=1)
        .reset_index()
        .sort_values(["year", "technology"], kind="stable")
    )
    title = _("{count} technologies, {clock}, by {calendar}: rank correlation {rho}, p-value {p:.2f}").format(
        count=len(rows),
        clock=kinds[clock],
        calendar=calendars()[calendar],
        rho=f"{trend.rho:.2f}".replace("-", "−"),
        p=trend.p,
    )
    words = _(
        "{title}. Years that each took, from {least:.1f} ({fast}) to {most:.1f} ({slow}); undated: {none}."
    ).format(
        title=title,
        least=rows["years"].min(),
        fast=rows["technology"].iloc[int(rows["years"].argmin())],
        most=rows["years"].max(),
        slow=rows["technology"].iloc[int(rows["years"].argmax())],
        none=", ".join(times.index[times[[calendar, clock]].isna().any(axis=1)]) or _("none"),
    )
    return finish(
        _dots(rows),
        title,
        words,
        subtitle=_("US households, each while it rose. Lower is faster. The smartphone's record has no 25 %."),
        height=300,
    )


def _dots(rows: pd.DataFrame) -> alt.LayerChart:
    x = alt.X(
        "year:Q",
        title=_("Year in which it came"),
        scale=alt.Scale(domain=[FIRST, LAST], nice=False),
        axis=alt.Axis(format="d", values=list(range(1900, 2021, 20))),
    )
    y = alt.Y(
        "years:Q",
        title=_("Years that it took (logarithmic)"),
        scale=alt.Scale(type="log", domain=[SHORTEST, LONGEST], nice=False),
        axis=alt.Axis(values=[10, 20, 50, 100], format="d"),
    )
    layers = [
        alt.Chart(data("dots", rows))
        .mark_point(size=70, strokeWidth=2, color=BLUE, fill=GREY, fillOpacity=0.2, opacity=1)
        .encode(x=x, y=y)
    ]
    rows = rows.assign(height=rows["years"] * [1 - 0.012 * NUDGE.get(name, 0) for name in rows["technology"]])
    for side, align, step in (("left", "right", -9), ("right", "left", 9)):
        named = rows[rows["technology"].isin(LEFT) == (side == "left")]
        layers.append(
            alt.Chart(data(f"names_{side}", named))
            .mark_text(align=align, dx=step, fontSize=11, color=INK)
            .encode(x=x, y=alt.Y("height:Q"), text=alt.Text("technology:N"))
        )
    return alt.layer(*layers)

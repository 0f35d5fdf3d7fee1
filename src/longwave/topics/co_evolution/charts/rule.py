"""Chart of a rule and what follows it: levels over the years, and yearly changes one against the other."""

from collections.abc import Sequence

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.theme import BLUE, GREY, RUST, data, finish
from longwave.i18n import _
from longwave.topics.co_evolution.models.tariff import response, rule_changes


def rule_chart(tariff: pd.DataFrame, named: Sequence[int]) -> alt.HConcatChart:
    """Draw Germany's rate and additions by year, and their yearly changes; the years in `named` carry their label.

    `tariff` is the dataset photovoltaics_tariff.
    """
    changes = rule_changes(tariff)
    levels = np.log(tariff["tariff_ct_per_kwh"]).corr(np.log(tariff["added_mw"]))
    fit = response(changes)
    title = _("Rate and use: {levels} in levels (logarithms), {changes} in yearly changes").format(
        levels=f"{levels:.2f}".replace("-", "−"), changes=f"{fit['r']:.2f}".replace("-", "−")
    )
    words = _(
        "{title}. Left: from {start} to {end} the rate goes from {first:g} to {last:g} cents, and what is added from "
        "{least:,.0f} to {most:,.0f} megawatts, at most, and {final:,.0f} in the end. Right: {count} points about a "
        "rising line; {list}."
    ).format(
        title=title,
        start=tariff["year"].iloc[0],
        end=tariff["year"].iloc[-1],
        first=tariff["tariff_ct_per_kwh"].iloc[0],
        last=tariff["tariff_ct_per_kwh"].iloc[-1],
        least=tariff["added_mw"].iloc[0],
        most=tariff["added_mw"].max(),
        final=tariff["added_mw"].iloc[-1],
        count=len(changes),
        list="; ".join(
            _("{year}: rate {rate:+.2f}, use {use:+.2f}").format(
                year=year, rate=changes.loc[year, "tariff"], use=changes.loc[year, "added"]
            )
            for year in named
        ).replace("-", "−"),
    )
    left = alt.vconcat(
        _level(tariff, "tariff_ct_per_kwh", _("Rate (ct/kWh)"), BLUE, [1, 0]),
        _level(tariff, "added_mw", _("Added (MW)"), RUST, [6, 3]),
        spacing=8,
    )
    note = _("Changes in natural logarithms: 0.7 doubles, −0.7 halves. Additions by IRENA's count.")
    joined = alt.hconcat(left, _changes(changes, fit, named), spacing=24)
    return finish(joined, title, words, subtitle=note, width=None, height=None)


def _level(tariff: pd.DataFrame, column: str, heading: str, color: str, dash: list[int]) -> alt.Chart:
    rows = tariff[["year", column]]
    chart = alt.Chart(data(column, rows), width=270, height=105).mark_line(
        color=color, strokeWidth=2.5, strokeDash=dash, point={"color": color, "size": 22}
    )
    x = alt.X(
        "year:Q", title=_("Year"), axis=alt.Axis(format="d", tickCount=5, labelFlush=False), scale=alt.Scale(nice=False)
    )
    y = alt.Y(f"{column}:Q", title=heading, scale=alt.Scale(zero=True), axis=alt.Axis(tickCount=4))
    return chart.encode(x=x, y=y)


def _changes(changes: pd.DataFrame, fit: pd.Series, named: Sequence[int]) -> alt.LayerChart:
    rows = changes.rename_axis("year").reset_index()
    rows["label"] = [str(year) if year in named else "" for year in rows["year"]]
    ends = np.array([rows["tariff"].min(), rows["tariff"].max()])
    line = pd.DataFrame({"tariff": ends, "added": fit["drift"] + fit["elasticity"] * ends})
    scale = alt.Scale(domain=[-0.4, 0.3], nice=False)
    x = alt.X(
        "tariff:Q", title=_("Change of the rate (log)"), axis=alt.Axis(tickCount=5, labelFlush=False), scale=scale
    )
    y = alt.Y("added:Q", title=_("Change of what is added (log)"), axis=alt.Axis(tickCount=6))
    base = alt.Chart(data("changes", rows), width=260, height=250).encode(x=x, y=y)
    points = base.mark_point(size=70, filled=True, color=BLUE, opacity=0.85)
    labels = base.mark_text(align="left", dx=8, dy=-2).encode(text=alt.Text("label:N"))
    rule = alt.Chart(data("line", line)).mark_line(color=GREY, strokeWidth=2, strokeDash=[6, 3]).encode(x=x, y=y)
    return alt.layer(rule, points, labels)

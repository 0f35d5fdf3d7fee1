"""Chart of shares: what five formats did, and what three rules said of one year."""

import math
from typing import Any

import altair as alt
import pandas as pd

from longwave.charts.theme import INK, SERIES, data, finish
from longwave.i18n import _
from longwave.topics.selection.models.hand_overs import RULES, misplaced
from longwave.topics.selection.models.selection import replicator

DASHES = ([1, 0], [7, 3], [2, 2], [8, 3, 2, 3], [4, 2])
SHAPES = ("circle", "triangle-up", "square")


def _names() -> dict[str, str]:
    """Return what each family and each rule is called in the reader's language."""
    return {
        "vinyl": _("vinyl"),
        "tape": _("tape"),
        "disc": _("disc"),
        "download": _("download"),
        "streaming": _("streaming"),
        "replicator": _("replicator"),
        "straight line": _("straight line"),
        "no change": _("no change"),
    }


def forecast_chart(shares: pd.DataFrame, forecasts: pd.DataFrame, origin: int, ahead: int) -> alt.HConcatChart:
    """Draw the shares of five formats, and beside them what three rules forecast for one year.

    Args:
        shares: As `format_shares` returns them.
        forecasts: As `share_forecasts` returns them, from the origin.
        origin: The last year that the forecasts knew.
        ahead: How many years ahead they look; the table of shares holds that year.
    """
    target, names = origin + ahead, _names()
    truth = shares.T[target]
    errors = {rule: misplaced(forecasts.T[rule], truth) for rule in RULES}
    title = _(
        "{origin} to {target}: the replicator misplaces {replicator:.0%}, a line {line:.0%}, no change {none:.0%}"
    ).format(
        origin=origin,
        target=target,
        replicator=errors["replicator"],
        line=errors["straight line"],
        none=errors["no change"],
    )
    words = _("{title}. In {target}: {list}.").format(
        title=title,
        target=target,
        list="; ".join(
            _("{name} {truth:.0%}, by the replicator {replicator:.0%}, by the line {line:.0%}").format(
                name=names[name],
                truth=truth[name],
                replicator=forecasts.loc["replicator", name],
                line=forecasts.loc["straight line", name],
            )
            for name in shares.columns
        ),
    )
    path = _path(shares.T[origin], forecasts.T["replicator"], range(origin, target + 1))
    left, right = _history(shares, path, origin, names), _target(truth, forecasts, names)
    joined = alt.hconcat(left, right, spacing=20).resolve_scale(color="shared", shape="independent")
    note = _(
        "Shares of revenue. Left: from the last known year on, the replicator's forecast in dots; what came is pale."
    )
    return finish(joined, title, words, subtitle=note, width=None, height=None)


def _legend() -> alt.Legend:
    return alt.Legend(orient="top", title=None, symbolStrokeWidth=3, symbolType="stroke", symbolSize=300)


def _color(names: dict[str, str], columns: list[str]) -> alt.Color:
    legend = _legend()
    return alt.Color("format:N", legend=legend, scale=alt.Scale(domain=[names[c] for c in columns], range=list(SERIES)))


def _path(now: pd.Series, then: pd.Series, years: range) -> pd.DataFrame:
    """Return the replicator's shares for each year on the way from now to then: its rates can be read off the two."""
    ahead = len(years) - 1
    rates = [math.log(then[name] / now[name]) / ahead if min(then[name], now[name]) > 0 else 0.0 for name in now.index]
    rows = [replicator(now, rates, step) for step in range(ahead + 1)]
    return pd.DataFrame(rows, columns=now.index, index=list(years))


def _history(shares: pd.DataFrame, path: pd.DataFrame, origin: int, names: dict[str, str]) -> alt.LayerChart:
    columns = list(shares.columns)
    domain = [int(shares.index[0]), int(shares.index[-1])]
    x = alt.X("year:Q", title=_("Year"), scale=alt.Scale(domain=domain, nice=False), axis=alt.Axis(format="d"))
    y = alt.Y("share:Q", title=_("Share"), scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format="%"))
    dashes = alt.Scale(domain=[names[c] for c in columns], range=list(DASHES))
    color, dash = _color(names, columns), alt.StrokeDash("format:N", legend=_legend(), scale=dashes)

    def lines(name: str, table: pd.DataFrame, opacity: float) -> alt.Chart:
        source = alt.Chart(data(name, _long(table, names)))
        return source.mark_line(strokeWidth=2.5, opacity=opacity).encode(x=x, y=y, color=color, strokeDash=dash)

    known, later = lines("known", shares.loc[:origin], 1), lines("later", shares.loc[origin:], 0.35)
    dots = alt.Chart(data("path", _long(path, names).query("share > 0"))).mark_point(size=26, filled=True, opacity=1)
    return alt.layer(known, later, dots.encode(x=x, y=y, color=color)).properties(width=305, height=240)


def _long(table: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    return (
        table.rename(columns=names)
        .rename_axis("year")
        .reset_index()
        .melt("year", var_name="format", value_name="share")
    )


def _target(truth: pd.Series, forecasts: pd.DataFrame, names: dict[str, str]) -> alt.LayerChart:
    columns = list(truth.index)
    bars = pd.DataFrame({"format": [names[c] for c in columns], "share": truth.to_numpy()})
    points: list[dict[str, Any]] = [
        {"format": names[c], "rule": names[rule], "share": forecasts.loc[rule, c]} for rule in RULES for c in columns
    ]
    y = alt.Y("format:N", title=None, sort=[names[c] for c in columns], axis=alt.Axis(labelPadding=9, ticks=False))
    x = alt.X(
        "share:Q",
        title=_("Bars: the share that came"),
        scale=alt.Scale(domain=[0, 1], nice=False),
        axis=alt.Axis(format="%", values=[0, 0.5, 1]),
    )
    drawn = alt.Chart(data("truth", bars)).mark_bar(opacity=0.55).encode(x=x, y=y, color=_color(names, columns))
    legend = alt.Legend(orient="bottom", title=None, symbolStrokeColor=INK)
    shapes = alt.Scale(domain=[names[rule] for rule in RULES], range=list(SHAPES))
    marks = (
        alt.Chart(data("forecasts", pd.DataFrame(points)))
        .mark_point(size=80, color=INK, strokeWidth=2, opacity=1)
        .encode(x=x, y=y, shape=alt.Shape("rule:N", legend=legend, scale=shapes))
    )
    return alt.layer(drawn, marks).properties(width=210, height=240)

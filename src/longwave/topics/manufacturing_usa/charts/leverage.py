"""How much money of others was pledged for each federal dollar."""

from collections.abc import Hashable
from typing import Any

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, INK, MUTED, RUST, data, finish
from longwave.i18n import _

VISIBLE = 0.005  # a gap between table and notice that is smaller cannot be seen


def leverage_chart(frame: pd.DataFrame, together: float, without: str) -> alt.LayerChart:
    """Draw each institute's leverage as a mark, with a line to the award notices' figure where that differs.

    `frame` has the columns institute, leverage, low, high, counted, and sure (verified … inferred).
    `together` is the ratio of sums of the counted ones; `without` is the institute that is left out, empty for none.
    """
    names = {
        "verified": _("both sides verified"),
        "federal side verified": _("federal side verified"),
        "inferred": _("inferred from the digits"),
    }
    rows = frame.assign(status=frame["sure"].map(names)).sort_values("leverage", ascending=False, kind="stable")
    if without:
        sentence = _("Without {without} one federal dollar comes with {together:.2f}")
    else:
        sentence = _("Together one federal dollar comes with {together:.2f}")
    title = sentence.format(without=without, together=together)
    words = _(
        "{title}. One mark an institute: {marks}. Where the award notices say otherwise, a line leads to a diamond."
    ).format(
        title=title,
        marks="; ".join(_mark(row) for row in rows.to_dict("records")),
    )
    notice = _("by the award notices")
    domain = [*names.values(), notice]
    scale = alt.Scale(domain=[0, 5], nice=False)
    x = alt.X(
        "leverage:Q",
        title=_("Money of others for each federal dollar"),
        scale=scale,
        axis=alt.Axis(values=[0, 1, 2, 3, 4, 5], format="d"),
    )
    y = alt.Y("institute:N", title=None, sort=list(rows["institute"]))
    legend = alt.Legend(orient="top", title=None)
    differs = rows[(rows["high"] - rows["low"]) > VISIBLE]
    points = pd.concat([rows, differs.assign(leverage=differs["notices"], status=notice)])
    columns = ["institute", "leverage", "status", "counted"]
    spans = alt.Chart(data("spans", differs[["institute", "low", "high", "counted"]]))
    faded = alt.condition(alt.datum.counted, alt.value(1), alt.value(0.25))
    spans = spans.mark_rule(color=GREY, strokeWidth=2)
    spans = spans.encode(x=alt.X("low:Q"), x2=alt.X2("high:Q"), y=y, opacity=faded)
    marks = (
        alt.Chart(data("leverage", points[columns]))
        .mark_point(size=110, strokeWidth=2)
        .encode(
            x=x,
            y=y,
            shape=alt.Shape(
                "status:N",
                legend=legend,
                scale=alt.Scale(domain=domain, range=["circle", "square", "triangle-up", "diamond"]),
            ),
            color=alt.Color("status:N", legend=legend, scale=alt.Scale(domain=domain, range=[BLUE, MUTED, RUST, INK])),
            fill=alt.Fill(
                "status:N", legend=legend, scale=alt.Scale(domain=domain, range=[BLUE, "white", "white", INK])
            ),
            opacity=faded,
        )
    )
    line = alt.Chart(data("together", pd.DataFrame({"leverage": [together]})))
    line = line.mark_rule(color=INK, strokeWidth=2, strokeDash=[6, 4]).encode(x=x)
    note = _("Dashed line: all money of others over all federal money, as the table is read.")
    return finish(alt.layer(spans, line, marks), title, words, subtitle=note, width=420, height=250)


def _mark(row: dict[Hashable, Any]) -> str:
    words = _("{institute} {leverage:.2f}, {status}").format_map(row)
    if row["high"] - row["low"] > VISIBLE:
        words = _("{words}, with notices {other:.2f}").format(
            words=words, other=row["high"] if row["high"] > row["leverage"] else row["low"]
        )
    return words

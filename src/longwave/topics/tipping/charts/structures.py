"""A chart of two structures that live on a flow."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, INK, RUST, data, finish
from longwave.i18n import _


def structures_chart(
    oscillator: pd.DataFrame, oscillator_events: dict[float, str], bistable: pd.DataFrame, events: dict[float, str]
) -> alt.VConcatChart:
    """Draw the Brusselator above the Schlögl model, each with what is done to it and when.

    The frames have the columns time and x; the events map a time to a label.
    """
    title = _("Both live on a flow: one only swings, the other keeps its high state after a push")
    before = oscillator[oscillator["time"] < min(oscillator_events)]
    words = _(
        "{title}. Above, the Brusselator swings between {low:.2f} and {high:.2f}, and rests at {rest:.2f} once less is "
        "fed in. Below, the Schlögl model: {list}; at the end it is at {end:.2f}."
    ).format(
        title=title,
        low=before["x"].tail(len(before) // 2).min(),
        high=before["x"].max(),
        rest=oscillator["x"].iloc[-1],
        list="; ".join(f"{label} ({_state_before(bistable, time):.2f})" for time, label in events.items()),
        end=bistable["x"].iloc[-1],
    )
    above = _one("oscillator", oscillator, oscillator_events, 4.4)
    below = _one("bistable", bistable, events, 2.4)
    above.title = alt.TitleParams(_("Brusselator: order in time, no two states"), fontSize=13)
    below.title = alt.TitleParams(_("Schlögl model: a low and a high state, with folds"), fontSize=13)
    note = _("Two textbook models of fed chemical reactions. Vertical lines: what is done, and when.")
    return finish(alt.vconcat(above, below, spacing=16), title, words, subtitle=note, width=None, height=None)


def _state_before(frame: pd.DataFrame, time: float) -> float:
    return float(frame.loc[frame["time"] <= time, "x"].iloc[-1])


def _one(name: str, frame: pd.DataFrame, events: dict[float, str], top: float) -> alt.LayerChart:
    end = float(frame["time"].iloc[-1])
    x = alt.X("time:Q", title=_("Time"), scale=alt.Scale(domain=[0, end], nice=False), axis=alt.Axis(tickCount=6))
    y = alt.Y("x:Q", title=_("Amount (x)"), scale=alt.Scale(domain=[0, top], nice=False), axis=alt.Axis(tickCount=4))
    rows = pd.DataFrame({"time": list(events), "x": top, "label": list(events.values())})
    marks = alt.Chart(data(f"{name}_events", rows))
    chart = alt.layer(
        alt.Chart(data(name, frame[["time", "x"]].round(3)))
        .mark_line(color=BLUE, strokeWidth=2, interpolate="monotone")
        .encode(x=x, y=y),
        marks.mark_rule(color=RUST, strokeDash=[5, 4], opacity=1).encode(x=x),
        marks.mark_text(align="left", baseline="top", dx=5, dy=2, color=INK).encode(x=x, y=y, text=alt.Text("label:N")),
    )
    chart.width, chart.height = 420, 80
    return chart

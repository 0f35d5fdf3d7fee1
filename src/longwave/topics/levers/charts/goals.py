"""A published share, two goals, and where two naive rules carry it."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, INK, RUST, data, finish
from longwave.i18n import _
from longwave.topics.levers.models.goals import GOALS, carried_on, control_shares

FIRST, LAST = 2021.0, 2029.0
LOW, HIGH = 50.0, 80.0


def goals_chart(goals: pd.Series) -> alt.LayerChart:
    """Draw the share of key steps under numerical control, the goals, and two rules from the second value to the last.

    `goals` has the goals in per cent under the ids of `models.goals.GOALS`.
    """
    shares = control_shares()
    start, end = (tuple(shares.iloc[place]) for place in (1, -1))
    times = [end[0] + step * 0.25 for step in range(12)]
    paths = pd.DataFrame([{"time": time, **carried_on(start, end, time)} for time in times])
    rows = paths.rename(columns={"line": _("a straight line"), "odds": _("a line in log odds")}).melt(
        "time", var_name="rule", value_name="share"
    )
    told = pd.DataFrame({"time": GOALS, "share": goals}).dropna()
    last = paths.iloc[-1]
    title = _("Two naive rules part at the goal of {goal:.0f}: {line:.1f} and {odds:.1f} per cent").format(
        goal=told["share"].max(), line=last["line"], odds=last["odds"]
    )
    words = _(
        "{title}. Published shares: {shares} per cent, from October 2021 to March 2025. Goals: {goals} per cent at the "
        "ends of 2025 and 2027. To the end of 2027 the straight line comes to {line:.1f}, the line in log odds to "
        "{odds:.1f}."
    ).format(
        title=title,
        shares=", ".join(f"{share:.1f}" for share in shares["share"]),
        goals=", ".join(f"{share:.0f}" for share in told["share"]),
        line=last["line"],
        odds=last["odds"],
    )
    axis = alt.Axis(format="d", values=list(range(2021, 2030)))
    x = alt.X("time:Q", title=_("Beginning of the year"), axis=axis, scale=alt.Scale(domain=[FIRST, LAST], nice=False))
    y = alt.Y("share:Q", title=_("Key steps under control (per cent)"), scale=alt.Scale(domain=[LOW, HIGH], nice=False))
    rules = rows["rule"].unique().tolist()
    legend = alt.Legend(orient="top", title=None, symbolStrokeWidth=3)
    color = alt.Color("rule:N", legend=legend, scale=alt.Scale(domain=rules, range=[BLUE, RUST]))
    dash = alt.StrokeDash("rule:N", legend=legend, scale=alt.Scale(domain=rules, range=[[1, 0], [6, 4]]))
    lines = alt.Chart(data("rules", rows)).mark_line(strokeWidth=2.5).encode(x=x, y=y, color=color, strokeDash=dash)
    points = alt.Chart(data("shares", shares)).mark_point(filled=True, size=80, color=INK, opacity=1).encode(x=x, y=y)
    marks = alt.Chart(data("goals", told.assign(label=[f"{_('goal')} {share:.0f}" for share in told["share"]])))
    diamonds = marks.mark_point(shape="diamond", size=130, color=INK, strokeWidth=2).encode(x=x, y=y)
    names = marks.mark_text(align="left", dx=10, dy=12, fontSize=12).encode(x=x, y=y, text="label:N")
    note = _("Firms: all, disputed, key, all. The date of the last figure is inferred.")
    return finish(alt.layer(lines, points, diamonds, names), title, words, subtitle=note, width=520)

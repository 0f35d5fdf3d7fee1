"""Chart of trials: how often the worse machine looks better, by the length of the trial."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, RUST, data, finish
from longwave.i18n import _


def trials_chart(shares: pd.DataFrame, names: tuple[str, str]) -> alt.LayerChart:
    """Draw in how many trials, in per cent, the worse machine has the shorter wait, against the length of a trial.

    `shares` has the index weeks (rising, logarithmic axis) and two columns of shares from 0 to 1; `names` says in a few
    words what is compared in each.
    """
    first, last = 100 * shares.iloc[0], 100 * shares.iloc[-1]
    weeks = [int(week) for week in shares.index]
    title = _(
        "Trials of {short} week mislead in {first:.0f} and {other:.0f} of 100, "
        "of {long} weeks in {last:.0f} and {end:.0f}"
    )
    title = title.format(
        short=weeks[0], long=weeks[-1], first=first.iloc[0], other=first.iloc[1], last=last.iloc[0], end=last.iloc[1]
    )
    said = [
        "; ".join(_("{weeks}: {share:.0f}").format(weeks=week, share=100 * shares.loc[week].iloc[n]) for week in weeks)
        for n in (0, 1)
    ]
    words = _(
        "{title}. Two falling lines of the trials in a hundred in which the worse machine looks better, by "
        "weeks. {one}, full with discs: {said_one}. "
        "{two}, dashed with squares: {said_two}."
    ).format(title=title, one=names[0], two=names[1], said_one=said[0], said_two=said[1])
    rows = (100 * shares).set_axis(list(names), axis=1).rename_axis("weeks").reset_index()
    rows = rows.melt("weeks", var_name="pair", value_name="share")
    label = rows[rows["weeks"] == weeks[0]].assign(label=lambda frame: frame["pair"])
    x = alt.X(
        "weeks:Q",
        title=_("Length of the trial (weeks, logarithmic)"),
        scale=alt.Scale(type="log", domain=[weeks[0] * 0.9, weeks[-1] * 1.15], nice=False),
        axis=alt.Axis(values=weeks, format="d"),
    )
    y = alt.Y(
        "share:Q",
        title=_("Trials that mislead (%)"),
        scale=alt.Scale(domain=[0, 70], nice=False),
    )
    color = alt.Color("pair:N", legend=None, scale=alt.Scale(domain=list(names), range=[BLUE, RUST]))
    dash = alt.StrokeDash("pair:N", legend=None, scale=alt.Scale(domain=list(names), range=[[1, 0], [6, 4]]))
    shape = alt.Shape("pair:N", legend=None, scale=alt.Scale(domain=list(names), range=["circle", "square"]))
    base = alt.Chart(data("shares", rows))
    return finish(
        alt.layer(
            base.mark_line(strokeWidth=2.5).encode(x=x, y=y, color=color, strokeDash=dash),
            base.mark_point(filled=True, size=80, opacity=1).encode(x=x, y=y, color=color, shape=shape),
            *(
                alt.Chart(data(f"name_{place}", label.iloc[[place]]))
                .mark_text(align="left", dx=8, dy=dy, fontSize=13)
                .encode(x=x, y=y, text=alt.Text("label:N"), color=color)
                for place, dy in enumerate((-12, 42))
            ),
        ),
        title,
        words,
        subtitle=_("Simulated. Equal waits do not count as misleading."),
        height=240,
    )

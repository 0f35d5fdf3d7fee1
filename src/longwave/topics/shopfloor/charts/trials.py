"""Chart of trials: how often the worse machine looks better, by the length of the trial."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, INK, MUTED, RUST, data, finish
from longwave.i18n import _

COIN, NEAR = 50, 5  # trials of 100; within so many, a trial is called no better than a coin


def trials_chart(shares: pd.DataFrame, names: tuple[str, str]) -> alt.LayerChart:
    """Draw in how many of 100 trials the worse machine has the shorter wait, against the length of a trial.

    `shares` has the index weeks (rising, logarithmic axis) and two columns of shares from 0 to 1; `names` says in a few
    words what is compared in each.
    """
    first, last = 100 * shares.iloc[0], 100 * shares.iloc[-1]
    weeks = [int(week) for week in shares.index]
    title = _("In {first:.0f} and {other:.0f} of 100 first trials the worse machine looks better")
    if abs(first.iloc[0] - COIN) < NEAR:
        title = _("The shortest trial is no better than a coin; the longest misleads in {most:.0f} of 100")
    title = title.format(first=first.iloc[0], other=first.iloc[1], most=last.max())
    said = [
        "; ".join(_("{weeks}: {share:.0f}").format(weeks=week, share=100 * shares.loc[week].iloc[n]) for week in weeks)
        for n in (0, 1)
    ]
    words = _(
        "{title}. Two falling lines of the trials in a hundred in which the worse machine looks better, by "
        "weeks, and a dotted line at 50, a coin. {one}, full with discs: {said_one}. "
        "{two}, dashed with squares: {said_two}."
    ).format(title=title, one=names[0], two=names[1], said_one=said[0], said_two=said[1])
    rows = (100 * shares).set_axis(list(names), axis=1).rename_axis("weeks").reset_index()
    rows = rows.melt("weeks", var_name="pair", value_name="share")
    # The first name is right of its second point, the second far below its first one: both clear of the lines.
    label = pd.concat(
        [
            rows[(rows["pair"] == name) & (rows["weeks"] == week)]
            for name, week in zip(names, (weeks[min(1, len(weeks) - 1)], weeks[0]), strict=True)
        ]
    ).assign(label=lambda frame: frame["pair"])
    x = alt.X(
        "weeks:Q",
        title=_("Length of the trial (weeks, logarithmic)"),
        scale=alt.Scale(type="log", domain=[weeks[0] * 0.9, weeks[-1] * 1.15], nice=False),
        axis=alt.Axis(values=weeks, format="d"),
    )
    y = alt.Y(
        "share:Q",
        title=_("Trials that mislead (of 100)"),
        scale=alt.Scale(domain=[0, 60], nice=False),
    )
    color = alt.Color("pair:N", legend=None, scale=alt.Scale(domain=list(names), range=[BLUE, RUST]))
    dash = alt.StrokeDash("pair:N", legend=None, scale=alt.Scale(domain=list(names), range=[[1, 0], [6, 4]]))
    shape = alt.Shape("pair:N", legend=None, scale=alt.Scale(domain=list(names), range=["circle", "square"]))
    base = alt.Chart(data("shares", rows))
    return finish(
        alt.layer(
            alt.Chart(data("coin", pd.DataFrame({"share": [COIN]})))
            .mark_rule(color=MUTED, strokeDash=[2, 3])
            .encode(y=y),
            alt.Chart(
                data("coin_name", pd.DataFrame({"weeks": [weeks[-1]], "share": [COIN], "label": [_("a coin: 50")]}))
            )
            .mark_text(align="right", dy=-9, fontSize=13, color=INK)
            .encode(x=x, y=y, text=alt.Text("label:N")),
            base.mark_line(strokeWidth=2.5).encode(x=x, y=y, color=color, strokeDash=dash),
            base.mark_point(filled=True, size=80, opacity=1).encode(x=x, y=y, color=color, shape=shape),
            *(
                alt.Chart(data(f"name_{place}", label.iloc[[place]]))
                .mark_text(align="left", dx=8, dy=dy, fontSize=13)
                .encode(x=x, y=y, text=alt.Text("label:N"), color=color)
                for place, dy in enumerate((-6, 54))
            ),
        ),
        title,
        words,
        subtitle=_("Simulated. Equal waits do not count as misleading."),
        height=220,
    )

"""Chart of gifts: what one is worth to the better and to the worse standard, by the present lead."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, RUST, data, finish
from longwave.i18n import _
from longwave.topics.lock_in.models.lock_in import lock_in_probability


def gifts_chart(advantage: float, barrier: int) -> alt.LayerChart:
    """Draw what one gift adds to the chance of the better standard, and to that of the worse, by the present lead.

    `advantage` (p, above one half) and `barrier` (N) are as in `lock_in_probability`.
    """
    owners = {_("better standard"): advantage, _("worse standard"): 1 - advantage}
    rows = pd.DataFrame(
        [
            {
                "owner": owner,
                "lead": lead,
                "worth": lock_in_probability(chance, barrier, lead + 1) - lock_in_probability(chance, barrier, lead),
            }
            for owner, chance in owners.items()
            for lead in range(1 - barrier, barrier)
        ]
    )
    better, worse = (rows[rows["owner"] == owner] for owner in owners)
    title = _("A gift helps the better standard most when it is far behind, and the worse when it leads")
    words = _(
        "{title}. By the own lead from {low} to {high}, one gift adds {first:.3f} falling to {last:.3f} to the chance "
        "of the better standard, and {start:.3f} rising to {end:.3f} to that of the worse."
    ).format(
        title=title,
        low=int(rows["lead"].min()),
        high=int(rows["lead"].max()),
        first=better["worth"].iloc[0],
        last=better["worth"].iloc[-1],
        start=worse["worth"].iloc[0],
        end=worse["worth"].iloc[-1],
    )
    names = list(owners)
    legend = alt.Legend(orient="top", title=None)
    x = alt.X("lead:Q", title=_("Own lead before the gift (plants)"), axis=alt.Axis(tickMinStep=1, format="d"))
    y = alt.Y("worth:Q", title=_("What one gift adds to the chance"), scale=alt.Scale(domain=[0, 0.25]))
    color = alt.Color("owner:N", legend=legend, scale=alt.Scale(domain=names, range=[BLUE, RUST]))
    shape = alt.Shape("owner:N", legend=legend, scale=alt.Scale(domain=names, range=["circle", "triangle-up"]))
    base = alt.Chart(data("gifts", rows)).encode(x=x, y=y, color=color)
    lines = base.mark_line(strokeWidth=2)
    return finish(
        alt.layer(lines, base.mark_point(filled=True, size=80, opacity=1).encode(shape=shape)),
        title,
        words,
        subtitle=_("Computed with p = {chance:g} and N = {barrier}.").format(chance=advantage, barrier=barrier),
        height=200,
    )

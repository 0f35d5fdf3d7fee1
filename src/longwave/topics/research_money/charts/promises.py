"""Chart of promised money: what is left of it at each stage."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, RUST, data, finish
from longwave.i18n import _
from longwave.topics.research_money.models.promises import money_chain


def promises_chart(chains: Mapping[str, Mapping[str, float]]) -> alt.LayerChart:
    """Draw what each stage keeps of 100 promised dollars, a group of bars for each promise.

    `chains` maps the name of a promise to its stages and sums, in order, as `money_chain` takes them.
    """
    rows = pd.concat(
        [
            pd.DataFrame(
                {
                    "promise": name,
                    "bar": [f"{name}: {stage}" for stage in stages],
                    "dollars": 100 * money_chain(stages)["of the promise"].to_numpy(),
                }
            )
            for name, stages in chains.items()
        ],
        ignore_index=True,
    )
    rows["label"] = rows["dollars"].map("{:.0f}".format)
    ends = rows.groupby("promise", sort=False)["dollars"].last()
    left = ", ".join(_("{dollars} of {name}").format(dollars=f"{ends[name]:.0f}", name=name) for name in ends.index)
    title = _("Of 100 promised dollars the last stage keeps {left}").format(left=left)
    words = _("{title}. Bars: {bars}.").format(
        title=title, bars="; ".join(f"{row.bar} {row.label}" for row in rows.itertuples())
    )
    names = list(chains)
    scale = alt.Scale(domain=names, range=[BLUE, RUST, GREEN, GREY][: len(names)])
    base = alt.Chart(data("stages", rows)).encode(
        y=alt.Y("bar:N", title=None, sort=list(rows["bar"]), axis=alt.Axis(labelLimit=260)),
        x=alt.X(
            "dollars:Q",
            title=_("Of 100 dollars"),
            scale=alt.Scale(domain=[0, 110], nice=False),
            axis=alt.Axis(values=[0, 25, 50, 75, 100]),
        ),
    )
    bars = base.mark_bar(opacity=0.85).encode(color=alt.Color("promise:N", legend=None, scale=scale))
    labels = base.mark_text(align="left", dx=4, color=INK).encode(text=alt.Text("label:N"))
    return finish(alt.layer(bars, labels), title, words, width=340, height=20 * len(rows))

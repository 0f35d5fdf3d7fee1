"""How far crowds of thresholds go."""

import altair as alt
import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.charts.theme import BLUE, INK, data, finish
from longwave.i18n import _

FEW, MANY = 2, 90  # sizes whose share of towns is marked


def sizes_chart(sizes: npt.NDArray[np.int64], people: int) -> alt.LayerChart:
    """Draw in which share of many crowds at least so many people join; `sizes` has how many join in each."""
    curve = pd.DataFrame({"joined": range(people + 1), "share": [(sizes >= size).mean() for size in range(people + 1)]})
    marked = curve[curve["joined"].isin([FEW, MANY])].assign(
        label=lambda rows: [
            _("{share:.0%} reach {size}").format(share=row.share, size=row.joined) for row in rows.itertuples()
        ]
    )
    title = _("{few:.0%} of the towns of {people} stop at 0 or 1; {share:.0%} reach {large}").format(
        few=(sizes < FEW).mean(), people=people, share=(sizes >= MANY).mean(), large=MANY
    )
    words = _("{title}. A falling curve of {many:,} towns: the share in which at least so many join. {list}.").format(
        title=title,
        many=len(sizes),
        list="; ".join(f"{size}: {(sizes >= size).mean():.0%}" for size in range(0, people + 1, people // 10 or 1)),
    )
    base = alt.Chart(data("sizes", curve))
    points = alt.Chart(data("marked", marked))
    x = alt.X(
        "joined:Q",
        title=_("At least so many join, of {people}").format(people=people),
        scale=alt.Scale(domain=[0, people]),
    )
    y = alt.Y("share:Q", title=_("Towns"), axis=alt.Axis(format="%"), scale=alt.Scale(domain=[0, 1]))
    layers = (
        base.mark_line(color=BLUE, strokeWidth=2.5, interpolate="step-before").encode(x=x, y=y),
        points.mark_point(filled=True, size=70, color=INK, opacity=1).encode(x=x, y=y),
        points.mark_text(align="left", dx=8, dy=-10, color=INK)
        .encode(x=x, y=y, text=alt.Text("label:N"))
        .transform_filter(alt.datum.joined == FEW),
        points.mark_text(align="right", dy=-12, color=INK)
        .encode(x=x, y=y, text=alt.Text("label:N"))
        .transform_filter(alt.datum.joined == MANY),
    )
    return finish(alt.layer(*layers), title, words, subtitle=_("Thresholds drawn at random."), height=240)

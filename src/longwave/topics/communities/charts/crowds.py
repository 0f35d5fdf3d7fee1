"""How far crowds of thresholds go."""

import altair as alt
import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.charts.theme import BLUE, data, finish
from longwave.i18n import _

SIZE_BINS = ((0, 0), (1, 1), (2, 9), (10, 49), (50, 89), (90, 100))


def sizes_chart(sizes: npt.NDArray[np.int64], people: int) -> alt.LayerChart:
    """Draw how many of many crowds of 100 end at each size; `sizes` has how many join in each."""
    counts = [int(((sizes >= low) & (sizes <= high)).sum()) for low, high in SIZE_BINS]
    labels = [str(low) if low == high else _("{low} to {high}").format(low=low, high=high) for low, high in SIZE_BINS]
    title = _("{few:.0%} of the towns of {people} stop at 0 or 1; {share:.0%} reach {large}").format(
        few=(sizes <= 1).mean(), people=people, share=(sizes >= SIZE_BINS[-1][0]).mean(), large=SIZE_BINS[-1][0]
    )
    words = _("{title}. Bars, in how many of {many:,} crowds so many join: {list}.").format(
        title=title,
        many=len(sizes),
        list="; ".join(f"{label}: {count:,}" for label, count in zip(labels, counts, strict=True)),
    )
    rows = pd.DataFrame({"joined": labels, "crowds": counts, "label": [f"{count:,}" for count in counts]})
    base = alt.Chart(data("sizes", rows)).encode(
        x=alt.X(
            "joined:N", title=_("How many join, of 100 (unequal groups)"), sort=labels, axis=alt.Axis(labelAngle=0)
        ),
        y=alt.Y("crowds:Q", title=_("Towns")),
    )
    bars, numbers = base.mark_bar(color=BLUE), base.mark_text(dy=-8).encode(text=alt.Text("label:N"))
    return finish(alt.layer(bars, numbers), title, words, subtitle=_("Thresholds drawn at random."), height=240)

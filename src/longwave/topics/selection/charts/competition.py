"""Chart of competition: how innovation moves with it, by how easily a follower catches up."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, RUST, data, finish
from longwave.i18n import _

COLORS, DASHES = (RUST, BLUE, GREEN), ([6, 3], [1, 0], [2, 3])


def competition_chart(curves: dict[float, pd.Series]) -> alt.LayerChart:
    """Draw innovation by competition, each curve as a percentage of its own start, with the highest point marked.

    Args:
        curves: For each of three rates of catching up, as `innovation_curve` returns it.
    """
    label = _("h = {rate:g}")
    lines, peaks = [], []
    for rate, curve in curves.items():
        height = 100 * curve / curve.iloc[0]
        part = height.iloc[::10].rename("level").reset_index().assign(rate=label.format(rate=rate))
        lines.append(part)
        peaks.append(
            {"competition": float(height.idxmax()), "level": float(height.max()), "rate": part["rate"].iloc[0]}
        )
    rows, tops = pd.concat(lines), pd.DataFrame(peaks)
    title = _("Fall, inverted U or rise: how easily a follower catches up decides")
    words = _("{title}. Three curves over competition from 0.5 to 1, each 100 at its start: {list}.").format(
        title=title,
        list="; ".join(
            _("{rate}: highest at {place:.2f} with {level:.1f}, {end:.1f} at the end").format(
                rate=top["rate"], place=top["competition"], level=top["level"], end=part["level"].iloc[-1]
            )
            for top, part in zip(peaks, lines, strict=True)
        ),
    )
    names = list(tops["rate"])
    legend = alt.Legend(
        orient="top", title=_("Rate of catching up"), symbolStrokeWidth=3, symbolSize=300, symbolType="stroke"
    )
    x = alt.X(
        "competition:Q",
        title=_("Competition Δ"),
        scale=alt.Scale(domain=[0.5, 1], nice=False),
        axis=alt.Axis(tickCount=6),
    )
    y = alt.Y(
        "level:Q", title=_("Innovation, copying included (start = 100)"), scale=alt.Scale(domain=[90, 115], nice=False)
    )
    color = alt.Color("rate:N", legend=legend, scale=alt.Scale(domain=names, range=list(COLORS)))
    dash = alt.StrokeDash("rate:N", legend=legend, scale=alt.Scale(domain=names, range=list(DASHES)))
    drawn = alt.Chart(data("curves", rows)).mark_line(strokeWidth=3).encode(x=x, y=y, color=color, strokeDash=dash)
    beyond = tops[tops["competition"] > float(rows["competition"].min())]
    marks = alt.Chart(data("peaks", beyond)).mark_point(size=110, filled=True, opacity=1).encode(x=x, y=y, color=color)
    note = _("Computed with two firms a step apart at most. Dots: the highest points beyond the common start.")
    return finish(alt.layer(drawn, marks), title, words, subtitle=note, height=230)

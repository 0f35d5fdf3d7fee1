"""Chart of what is measured in many portfolios of the same kind."""

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.theme import BLUE, INK, MUTED, RUST, data, finish
from longwave.i18n import _
from longwave.topics.research_money.models.portfolio import PARETO, measured_means

LAST = 4.0
LOSING = 2 / 3  # the true mean of the portfolios that are drawn for comparison


def portfolio_chart(mean: float, share: float, programmes: int, law: str = PARETO) -> alt.LayerChart:
    """Draw how many simulated portfolios measure more than any mean return, beside some that lose a third.

    `mean` is the true mean return of a programme that costs 1, `share` what the best tenth brings of all returns in the
    long run, `programmes` how many a portfolio holds, and `law` "Pareto" or "log-normal".
    """
    shares = measured_means(share, programmes, law)
    shown, false = (100 * float((true * shares > 1).mean()) for true in (mean, LOSING))
    names = [_("yours"), _("losing a third")]
    at = np.linspace(0, LAST, 41)
    rows = pd.concat(
        [
            pd.DataFrame(
                {
                    "kind": name,
                    "mean": at,
                    "share": 100 - 100 * np.searchsorted(np.sort(true * shares), at, "right") / len(shares),
                }
            )
            for name, true in zip(names, (mean, LOSING), strict=True)
        ],
        ignore_index=True,
    )
    title = _("Of 100 portfolios of {many} programmes whose dollar pays {mean:g}, {shown:.0f} seem to pay").format(
        many=programmes, mean=mean, shown=shown
    )
    words = _(
        "{title}. Two falling lines: the share of {draws} portfolios whose measured mean is above a value. At the "
        "cost, 1, it is {shown:.0f} % for a true mean of {mean:g}, and {false:.0f} % for those that lose a third. The "
        "best tenth of programmes brings {share:.0%} of all returns in the long run. Law: {law}."
    ).format(title=title, draws=len(shares), mean=mean, shown=shown, false=false, share=share, law=law)
    legend = alt.Legend(orient="top", title=None, symbolStrokeWidth=3, symbolSize=300)
    x = alt.X("mean:Q", title=_("Measured mean return (cost = 1)"), scale=alt.Scale(domain=[0, LAST], nice=False))
    y = alt.Y("share:Q", title=_("Portfolios that measure more (%)"), scale=alt.Scale(domain=[0, 100], nice=False))
    colour = alt.Color("kind:N", legend=legend, scale=alt.Scale(domain=names, range=[BLUE, RUST]))
    dash = alt.StrokeDash("kind:N", legend=legend, scale=alt.Scale(domain=names, range=[[1, 0], [6, 3]]))
    ends = pd.DataFrame(
        {"kind": names, "mean": 1.0, "share": [shown, false], "label": [f"{shown:.0f}", f"{false:.0f}"]}
    )
    cost = pd.DataFrame({"mean": [1.0], "share": [97.0], "label": [_("cost")]})
    points = alt.Chart(data("at cost", ends))
    mark = alt.Chart(data("cost", cost))
    return finish(
        alt.layer(
            mark.mark_rule(color=MUTED, strokeWidth=1.5).encode(x=x),
            mark.mark_text(align="left", dx=4, color=INK, fontSize=12).encode(x=x, y=y, text=alt.Text("label:N")),
            alt.Chart(data("lines", rows)).mark_line(strokeWidth=2.5).encode(x=x, y=y, color=colour, strokeDash=dash),
            points.mark_point(filled=True, size=80, opacity=1).encode(x=x, y=y, color=colour),
            points.mark_text(align="left", dx=8, dy=-6, color=INK, fontSize=13, fontWeight=600).encode(
                x=x, y=y, text=alt.Text("label:N")
            ),
        ),
        title,
        words,
        subtitle=_("Drawn at random, 4,000 portfolios. Numbers: above the cost, of 100."),
        width=460,
        height=200,
    )

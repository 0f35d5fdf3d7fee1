"""One record of sales with two fitted curves, by imitation and without it."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, INK, RUST, data, finish
from longwave.i18n import _
from longwave.topics.diffusion.models.adoption import threshold_sales
from longwave.topics.diffusion.models.bass import bass


def twins_chart(
    sales: pd.Series, imitation: pd.Series, threshold: pd.Series, explained: pd.Series, product: str
) -> alt.LayerChart:
    """Draw yearly sales with a fit by imitation and one without it.

    `sales` is indexed by year, `imitation` is from `fit_bass`, `threshold` from `fit_threshold`; `explained` has their
    R² as bass and threshold; `product` says in words what was sold.
    """
    title = _("With imitation R² is {bass:.3f}, without any it is {threshold:.3f}").format(**explained)
    names = {"bass": _("with imitation (Bass)"), "threshold": _("without imitation (threshold)")}
    first, copied, market = imitation[["innovation", "imitation", "market_size"]]
    midpoint, spread, size = threshold[["midpoint", "spread", "market_size"]]
    curves = {
        "bass": bass(first, copied, market, len(sales))["adopters"],
        "threshold": threshold_sales(midpoint, spread, size, len(sales)),
    }
    rows = pd.concat(
        [pd.DataFrame({"year": sales.index, "sold": curves[k].to_numpy(), "fit": names[k]}) for k in names]
    )
    gap = abs(curves["bass"].to_numpy() - curves["threshold"].to_numpy()).max()
    words = _(
        "{title}. Sales of {count} years as dots, and two fitted curves that rise to a peak and fall; they are never "
        "more than {gap:,.0f} thousand apart."
    ).format(title=title, count=len(sales), gap=gap)
    x = alt.X("year:Q", title=_("Year"), axis=alt.Axis(format="d"), scale=alt.Scale(nice=False, padding=14))
    y = alt.Y("sold:Q", title=_("Sold (thousand units)"), axis=alt.Axis(format=",d"))
    domain = list(names.values())
    legend = alt.Legend(title=None, orient="top", symbolStrokeWidth=3, symbolSize=500, labelLimit=280)
    color = alt.Color("fit:N", legend=legend, scale=alt.Scale(domain=domain, range=[BLUE, RUST]))
    dash = alt.StrokeDash("fit:N", legend=legend, scale=alt.Scale(domain=domain, range=[[1, 0], [6, 4]]))
    points = pd.DataFrame({"year": sales.index, "sold": sales.to_numpy(dtype=float)})
    return finish(
        alt.layer(
            alt.Chart(data("curves", rows)).mark_line(strokeWidth=2.5).encode(x=x, y=y, color=color, strokeDash=dash),
            alt.Chart(data("sales", points)).mark_point(filled=True, color=INK, size=60, opacity=1).encode(x=x, y=y),
        ),
        title,
        words,
        subtitle=_("Dots: {product}, US. Three numbers are fitted for each curve.").format(product=product),
        height=280,
    )

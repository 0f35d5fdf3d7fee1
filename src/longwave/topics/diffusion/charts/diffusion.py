"""Charts of diffusion: substitutions as straight lines, and two causes that draw one curve."""

import math

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, INK, PLUM, RUST, data, finish
from longwave.i18n import _
from longwave.topics.diffusion.models.adoption import threshold_sales
from longwave.topics.diffusion.models.bass import bass
from longwave.topics.diffusion.models.substitution import LOG_81

SHARES = (0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95)
MOST_YEARS, MOST_LOGITS = 25, 3.2
HUES = [BLUE, RUST, GREEN, PLUM]
SHAPES, DASHES = ["circle", "square", "triangle-up", "diamond"], [[1, 0], [7, 3], [3, 3], [9, 3, 2, 3]]


def takeover_chart(shares: dict[str, pd.Series], lines: pd.DataFrame) -> alt.LayerChart:
    """Draw up to four substitutions in logits, each around its own midpoint: the steeper the line, the faster.

    `shares` has for each name a Series indexed by year, between 0 and 1; `lines` has the rows of these names and the
    columns midpoint and takeover_time, from `fit_fisher_pry`.
    """
    names = list(shares)
    times = lines.loc[names, "takeover_time"]
    title = _("From 10 to 90 %: {least:.0f} years ({fast}) to {most:.0f} ({slow})").format(
        fast=times.idxmin(), least=times.min(), slow=times.idxmax(), most=times.max()
    )
    words = _("{title}. Shares in logits against years from the midpoint; straight lines fitted: {all}.").format(
        title=title, all="; ".join(f"{name} {years:.1f}" for name, years in times.items())
    )
    half = lines.loc[names, "midpoint"]
    labels = {name: _("{name}, half in {year:.0f}").format(name=name, year=half[name]) for name in names}
    points = pd.concat([_logits(shares[name], half[name], labels[name]) for name in names])
    rows = [
        {"what": labels[name], "away": end, "logit": LOG_81 * end / times[name]}
        for name in names
        for end in (-MOST_YEARS, MOST_YEARS)
    ]
    return finish(
        _takeover_layers(points, pd.DataFrame(rows), list(labels.values())),
        title,
        words,
        subtitle=_("US households, shares between 5 and 95 %, in the publisher's compilation."),
        height=320,
    )


def _takeover_layers(points: pd.DataFrame, rows: pd.DataFrame, domain: list[str]) -> alt.LayerChart:
    axis = alt.Axis(
        values=[round(math.log(share / (1 - share)), 6) for share in SHARES],
        labelExpr="format(1 / (1 + exp(-datum.value)), '.0%')",
    )
    sides, heights = (alt.Scale(domain=[-end, end], nice=False) for end in (MOST_YEARS, MOST_LOGITS))
    x = alt.X("away:Q", title=_("Years before and after one half"), scale=sides)
    y = alt.Y("logit:Q", title=_("Share of households (logit scale)"), scale=heights, axis=axis)
    legend = alt.Legend(title=None, orient="top", columns=2, labelLimit=280, symbolStrokeWidth=2, symbolSize=120)
    hues, shapes, dashes = (alt.Scale(domain=domain, range=each[: len(domain)]) for each in (HUES, SHAPES, DASHES))
    color = alt.Color("what:N", legend=legend, scale=hues)
    shape = alt.Shape("what:N", legend=legend, scale=shapes)
    dash = alt.StrokeDash("what:N", legend=legend, scale=dashes)
    fitted = alt.Chart(data("lines", rows)).mark_line(strokeWidth=2, clip=True)
    marks = alt.Chart(data("shares", points)).mark_point(size=36, opacity=0.9, clip=True)
    return alt.layer(
        fitted.encode(x=x, y=y, color=color, strokeDash=dash),
        marks.encode(x=x, y=y, color=color, shape=shape),
    )


def _logits(share: pd.Series, midpoint: float, label: str) -> pd.DataFrame:
    logits = [math.log(part / (1 - part)) for part in share]
    rows = pd.DataFrame({"what": label, "away": [year - midpoint for year in share.index], "logit": logits})
    return rows[rows["away"].abs() <= MOST_YEARS]


def twins_chart(sales: pd.Series, imitation: pd.Series, threshold: pd.Series, explained: pd.Series) -> alt.LayerChart:
    """Draw yearly sales with a fit by imitation and one without it.

    `sales` is indexed by year, `imitation` is from `fit_bass`, `threshold` from `fit_threshold`; `explained` has their
    R² as bass and threshold.
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
        subtitle=_("Dots: sales, US. Three numbers are fitted for each curve."),
        height=280,
    )

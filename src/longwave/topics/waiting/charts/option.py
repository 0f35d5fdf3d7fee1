"""Chart of waiting: the longest payback at which a firm invests, against how uncertain the saving is."""

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, MUTED, PLUM, RUST, data, finish
from longwave.i18n import _
from longwave.topics.waiting.models.option import longest_payback, required_sigma

MOST_SIGMA, SHORTEST, LONGEST = 1.4, 0.5, 30.0
AT = (0.4, 0.3, 0.0)  # σ at which each curve bears its name


def payback_chart(observed: float, rate: float, wear: float) -> alt.LayerChart:
    """Draw the longest accepted payback against σ, for a lasting machine and twice for one that wears out.

    `observed` is the threshold in years that is to be explained; capital costs `rate`, and the second machine loses
    `wear` a year: once as a chance that comes once, once as a machine that may be bought again.
    """
    cases: dict[str, tuple[float, bool]] = {
        _("lasts for ever"): (0.0, False),
        _("loses {wear:.0%} a year, buys again").format(wear=wear): (wear, True),
        _("loses {wear:.0%} a year, one chance").format(wear=wear): (wear, False),
    }
    steps = np.round(np.linspace(0, MOST_SIGMA, 29), 4)
    rows = pd.DataFrame(
        [
            {"case": name, "sigma": sigma, "years": longest_payback(float(sigma), rate, lost, again)}
            for name, (lost, again) in cases.items()
            for sigma in steps
        ]
    )
    needed = [required_sigma(observed, rate, lost, again) for lost, again in cases.values()]
    title = _(
        "Waiting explains {months:.0f} months only if σ is {first:.2f}; for what wears out {third:.2f} to {second:.2f}"
    )
    title = title.format(months=12 * observed, first=needed[0], second=needed[1], third=needed[2])
    words = _("{title}. Three falling curves over σ from 0 to {most}: one from {a:.3g} years, two from {b:.3g} years.")
    words = words.format(title=title, most=MOST_SIGMA, a=rows["years"].max(), b=longest_payback(0, rate, wear))
    note = _("Logarithmic scale. Capital costs {rate:.0%}. Level line: the threshold that plants reveal.")
    layers = alt.layer(*_layers(rows, list(cases), needed, observed))
    return finish(layers, title, words, subtitle=note.format(rate=rate), height=270)


def _layers(rows: pd.DataFrame, order: list[str], needed: list[float], observed: float) -> list[alt.Chart]:
    x = alt.X("sigma:Q", title=_("σ, uncertainty of a year"), scale=alt.Scale(domain=[0, MOST_SIGMA], nice=False))
    span = alt.Scale(type="log", domain=[SHORTEST, LONGEST], nice=False)
    y = alt.Y("years:Q", title=_("Longest payback accepted (years)"), scale=span)
    y = y.axis(values=[0.5, 1, 2, 5, 10, 25])
    color = alt.Color("case:N", scale=alt.Scale(domain=order, range=[BLUE, GREEN, RUST]), legend=None)
    dash = alt.StrokeDash("case:N", scale=alt.Scale(domain=order, range=[[1, 0], [7, 4], [2, 3]]), legend=None)
    lines = alt.Chart(data("curves", rows)).mark_line(strokeWidth=2.5, clip=True)
    marks = pd.DataFrame({"sigma": needed, "years": observed, "label": [f"{sigma:.2f}" for sigma in needed]})
    points = alt.Chart(data("needed", marks)).encode(x=x, y=y)
    seen = pd.DataFrame({"years": [observed], "label": [_("{months:.0f} months").format(months=12 * observed)]})
    rule = alt.Chart(data("seen", seen)).encode(y=y)
    names = pd.concat(
        [rows[(rows["case"] == case) & (rows["sigma"] == at)] for case, at in zip(order, AT, strict=True)]
    )
    text = alt.Chart(data("cases", names)).mark_text(align="left", dx=10, dy=-6, fontSize=12)
    return [
        rule.mark_rule(color=PLUM, strokeWidth=1.2),
        lines.encode(x=x, y=y, color=color, strokeDash=dash),
        points.mark_point(color=MUTED, filled=True, size=70, opacity=1),
        points.mark_text(dy=-14, dx=8, fontSize=13, align="left").encode(text="label:N"),
        rule.mark_text(align="left", dx=6, dy=12, color=PLUM, fontSize=12, x=0).encode(text="label:N"),
        text.encode(x=x, y=y, color=color, text="case:N"),
    ]

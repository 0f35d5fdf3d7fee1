"""Charts of links between industries: whom a demand pulls, and whom a boom drains."""

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, MUTED, RUST, data, finish
from longwave.i18n import _
from longwave.topics.geography.models.boom import boom, restoring_spill

_DASHES = ([1, 0], [7, 3], [2, 3])


def pull_chart(pulled: pd.Series, sector: str) -> alt.LayerChart:
    """Draw by how much other sectors' output rises with 100 dollars more spent on one sector.

    `pulled` has the dollars by sector, without the sector itself.
    """
    rows = pulled.sort_values(ascending=False, kind="stable").rename_axis("sector").reset_index(name="dollars")
    shown = rows.assign(dollars=rows["dollars"].round(1))  # bars, labels and words say the same digits
    top = rows.iloc[0]
    title = _("100 dollars spent on {sector} add {sum:.0f} elsewhere, most in {top}").format(
        sector=sector.lower(), sum=rows["dollars"].sum(), top=str(top["sector"]).lower()
    )
    words = _("{title}. {count} bars in dollars: {bars}.").format(
        title=title,
        count=len(rows),
        bars="; ".join(f"{name} {dollars:.1f}" for name, dollars in shown.itertuples(index=False)),
    )
    y = alt.Y("sector:N", title=None, sort=None, axis=alt.Axis(labelLimit=260))
    x = alt.X(
        "dollars:Q",
        title=_("Added output (dollars)"),
        scale=alt.Scale(domain=[0, round(1.12 * float(top["dollars"]))], nice=False),
    )
    drawn = alt.Chart(data("pulled", shown))
    bars = drawn.mark_bar(color=BLUE).encode(x=x, y=y)
    marks = drawn.mark_text(align="left", dx=4, color=INK, fontSize=11)
    marks = marks.encode(x=x, y=y, text=alt.Text("dollars:Q", format=".1f"))
    note = _("United States 2023, 15 sectors. Imports are counted as if made at home, and workers as if idle.")
    return finish(alt.layer(bars, marks), title, words, subtitle=note, width=440, height=300)


def boom_chart(spills: tuple[float, float, float], exponent: float = 0.5, most: float = 3.0) -> alt.LayerChart:
    """Draw the old sector's output against the advance of the booming one, a line for each spillover share."""
    advances = np.linspace(1, most, 21)
    names = [_("θ = {share:.2f}").format(share=share) for share in spills]
    outputs = {
        name: [float(boom(advance, share, exponent)["output_old"]) for advance in advances]
        for name, share in zip(names, spills, strict=True)
    }
    long = pd.DataFrame({"advance": advances} | outputs).melt("advance", var_name="spill", value_name="output")
    before, needed = outputs[names[0]][0], restoring_spill(2, exponent)
    title = _("Where the new sector is twice as good, a spillover of {share:.2f} saves the old one").format(
        share=needed
    )
    words = _("{title}. Three lines of the old sector's output from {before:.3f} before the boom to {ends}.").format(
        title=title,
        before=before,
        ends=", ".join(f"{outputs[name][-1]:.3f} ({name})" for name in names),
    )
    x = alt.X(
        "advance:Q",
        title=_("Advance of the new sector (A)"),
        scale=alt.Scale(domain=[1, most], nice=False),
        axis=alt.Axis(tickCount=5),
    )
    y = alt.Y("output:Q", title=_("Output of the old sector (Y)"), scale=alt.Scale(domain=[0, 1.3], nice=False))
    legend = alt.Legend(orient="top", title=None, symbolStrokeWidth=3)
    lines = alt.Chart(data("outputs", long.round(4))).mark_line(strokeWidth=2.5, clip=True)
    lines = lines.encode(
        x=x,
        y=y,
        color=alt.Color("spill:N", legend=legend, scale=alt.Scale(domain=names, range=[RUST, BLUE, GREEN])),
        strokeDash=alt.StrokeDash("spill:N", legend=legend, scale=alt.Scale(domain=names, range=list(_DASHES))),
    )
    level = pd.DataFrame({"advance": [1.0], "until": [most], "output": [round(before, 4)]})
    rule = alt.Chart(data("before", level)).mark_rule(color=MUTED, opacity=1)
    rule = rule.encode(x=x, x2=alt.X2("until:Q"), y=y)
    named = pd.DataFrame({"advance": [most], "output": [round(before, 4)], "label": [_("before the boom")]})
    text = alt.Chart(data("named", named)).mark_text(align="right", baseline="top", dy=4, color=GREY, fontSize=11)
    text = text.encode(x=x, y=y, text=alt.Text("label:N"))
    note = _("Our construction: world prices, half of the workers in each sector at first, α = {alpha:g}.").format(
        alpha=exponent
    )
    return finish(alt.layer(rule, lines, text), title, words, subtitle=note, height=260)

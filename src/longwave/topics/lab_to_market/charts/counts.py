"""Charts of records: utility models filed and granted by year, and how far a mix of kinds goes."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, INK, RUST, data, finish
from longwave.i18n import _
from longwave.topics.lab_to_market.models.records import counts_by_year

AID_ENDS = 2021.5
KIND = "utility model"


def filings_chart() -> alt.LayerChart:
    """Draw the utility models filed and granted in China by year, with the end of aid in the middle of 2021."""
    names = {"filed": _("filed"), "granted": _("granted")}
    counts = {name: counts_by_year(measure)[KIND].dropna() / 1e6 for measure, name in names.items()}
    rows = pd.concat([series.rename("patents").reset_index().assign(what=name) for name, series in counts.items()])
    filed, granted = (counts[name] for name in names.values())
    title = _("Filings known to 2022: {filed:.2f} million; grants to 2025: {fall:.0f} % below 2021").format(
        filed=filed[2022], fall=100 * (1 - granted[2025] / granted[2021])
    )
    said = {name: ", ".join(f"{year} {value:.2f}" for year, value in series.items()) for name, series in counts.items()}
    parts = [_("{what}: {values}").format(what=name, values=values) for name, values in said.items()]
    words = _("{title}. Two lines of utility models, million, by year; a rule marks June 2021. {parts}.").format(
        title=title, parts="; ".join(parts)
    )
    axis = alt.Axis(values=list(range(2017, 2026)), format="d", grid=False)
    x = alt.X("year:Q", title=_("Year"), scale=alt.Scale(domain=[2016.7, 2025.5], nice=False), axis=axis)
    y = alt.Y("patents:Q", title=_("Utility models (million)"), scale=alt.Scale(domain=[0, 3.5], nice=False))
    end = pd.DataFrame({"year": [AID_ENDS], "label": [_("aid ends, June 2021")], "patents": [0.3]})
    rule = alt.Chart(data("end", end)).encode(x=x)
    text = rule.mark_text(align="left", dx=6, fontSize=13, color=INK).encode(y=y, text="label:N")
    note = _("Filings by kind after 2022 were not found. Grants of 2021, 2023 and 2024 are derived, of 2025 rounded.")
    layers = [rule.mark_rule(color=GREY, strokeDash=[4, 3]), text, *_lines(rows, list(names.values()), x, y)]
    return finish(alt.layer(*layers), title, words, subtitle=note)


def _lines(rows: pd.DataFrame, order: list[str], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    legend = alt.Legend(orient="top", title=None, symbolSize=90)
    color = alt.Color("what:N", legend=legend, scale=alt.Scale(domain=order, range=[BLUE, RUST]))
    dash = alt.StrokeDash("what:N", legend=legend, scale=alt.Scale(domain=order, range=[[1, 0], [7, 4]]))
    shape = alt.Shape("what:N", legend=legend, scale=alt.Scale(domain=order, range=["circle", "square"]))
    base = alt.Chart(data("counts", rows)).encode(x=x, y=y, color=color)
    points = base.mark_point(filled=True, size=60, opacity=1).encode(shape=shape)
    return [base.mark_line(strokeWidth=2.5).encode(strokeDash=dash), points]


def mix_chart(ratios: Mapping[str, float]) -> alt.LayerChart:
    """Draw by which factor firms exceed universities, as printed and as a mix of kinds could make it.

    `ratios` has a factor for each row of the chart, in its order; the words are the caller's, the first row is the
    printed factor and the third the bound.
    """
    table = pd.DataFrame({"what": list(ratios), "ratio": list(ratios.values())})
    table["label"] = table["ratio"].map("{:.1f}".format)
    title = _("With equal rates a factor of {usual}, by the register at most {bound}; printed {printed}").format(
        usual=table["label"][1], bound=table["label"][2], printed=table["label"][0]
    )
    parts = "; ".join(f"{what}: {label}" for what, label in zip(table["what"], table["label"], strict=True))
    words = _("{title}. Bars of a factor, firms' rate over universities'. {parts}.").format(title=title, parts=parts)
    y = alt.Y("what:N", title=None, sort=table["what"].tolist(), axis=alt.Axis(labelLimit=300, labelFontSize=13))
    x = alt.X("ratio:Q", title=_("Firms' rate over universities' rate"), scale=alt.Scale(domain=[0, 19], nice=False))
    base = alt.Chart(data("ratios", table)).encode(y=y, x=x)
    is_mix = {"condition": {"test": "datum.ratio < 5", "value": RUST}, "value": BLUE}
    labels = base.mark_text(align="left", dx=6, fontSize=14).encode(text="label:N")
    one = alt.Chart(data("one", pd.DataFrame({"ratio": [1.0]}))).mark_rule(color=GREY, strokeDash=[3, 3]).encode(x=x)
    note = _("Orange: the mix alone, register of April 2019. Inventions: later surveys. Dashed: no gap.")
    return finish(
        alt.layer(base.mark_bar(height=20).encode(color=is_mix), one, labels),
        title,
        words,
        subtitle=note,
        height=38 * len(table),
        width=440,
    )

"""Charts of records: utility models filed and granted by year, and how far a mix of kinds goes."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, INK, RUST, data, finish
from longwave.i18n import _
from longwave.topics.lab_to_market.models.records import counts_by_year, old_path

AID_ENDS = 2021.5
STARTS = (2020, 2019)
KIND = "utility model"


def filings_chart() -> alt.LayerChart:
    """Draw the utility models filed and granted in China, the end of aid in 2021, and two paths that filings left."""
    names = {"filed": _("filed"), "granted": _("granted")}
    counts = {name: counts_by_year(measure)[KIND].dropna() / 1e6 for measure, name in names.items()}
    filed, granted = (counts[name] for name in names.values())
    paths = {start: old_path(start, KIND) / 1e6 for start in STARTS}
    ends = {start: path.iloc[-1] for start, path in paths.items()}
    title = _(
        "{filed:.2f} million utility models filed in 2022; two old paths lead to {low:.2f} and {high:.2f}"
    ).format(filed=filed[2022], low=min(ends.values()), high=max(ends.values()))
    said = {name: ", ".join(f"{year} {value:.2f}" for year, value in series.items()) for name, series in counts.items()}
    parts = [_("{what}: {values}").format(what=name, values=values) for name, values in said.items()]
    words = _(
        "{title}. Two lines of utility models, million, by year; a rule marks June 2021. {parts}. Two dashed paths "
        "go on from 2020 to {high:.2f} and from 2019 to {low:.2f} in 2022. Grants of 2025 are {fall:.0f} % below 2021."
    ).format(
        title=title,
        parts="; ".join(parts),
        high=ends[2020],
        low=ends[2019],
        fall=100 * (1 - granted[2025] / granted[2021]),
    )
    x, y = _axes()
    rows = pd.concat([series.rename("patents").reset_index().assign(what=name) for name, series in counts.items()])
    note = _("Filings by kind after 2022 were not found. Grants of 2021, 2023 and 2024 are derived, of 2025 rounded.")
    layers = [*_end_of_aid(x, y), *_old_paths(paths, x, y), *_lines(rows, list(names.values()), x, y)]
    return finish(alt.layer(*layers), title, words, subtitle=note)


def _axes() -> tuple[alt.X, alt.Y]:
    axis = alt.Axis(values=list(range(2017, 2026)), format="d", grid=False)
    x = alt.X("year:Q", title=_("Year"), scale=alt.Scale(domain=[2016.7, 2025.5], nice=False), axis=axis)
    return x, alt.Y("patents:Q", title=_("Utility models (million)"), scale=alt.Scale(domain=[0, 4.5], nice=False))


def _end_of_aid(x: alt.X, y: alt.Y) -> list[alt.Chart]:
    end = pd.DataFrame({"year": [AID_ENDS], "label": [_("aid ends, June 2021")], "patents": [0.3]})
    rule = alt.Chart(data("end", end)).encode(x=x)
    text = rule.mark_text(align="left", dx=6, fontSize=13, color=INK).encode(y=y, text="label:N")
    return [rule.mark_rule(color=GREY, strokeDash=[4, 3]), text]


def _old_paths(paths: Mapping[int, pd.Series], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Return each path as thin dashes from its year on, with its growth and its end in words."""
    layers = []
    for start, path in paths.items():
        rows = path.reset_index()
        growth = 100 * (path.iloc[1] / path.iloc[0] - 1)
        words = _("{end:.2f} at {growth:.1f} % a year from {start}")
        last = rows.tail(1).assign(label=words.format(end=path.iloc[-1], growth=growth, start=start))
        dashes = alt.Chart(data(f"path-{start}", rows)).mark_line(color=INK, strokeWidth=1.5, strokeDash=[2, 3])
        text = alt.Chart(data(f"path-end-{start}", last)).mark_text(align="left", dx=8, fontSize=13, color=INK)
        layers += [dashes.encode(x=x, y=y), text.encode(x=x, y=y, text="label:N")]
    return layers


def _lines(rows: pd.DataFrame, order: list[str], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Return the two lines with points; each has its name beside it, above the middle of its years."""
    color = alt.Color("what:N", legend=None, scale=alt.Scale(domain=order, range=[BLUE, RUST]))
    dash = alt.StrokeDash("what:N", legend=None, scale=alt.Scale(domain=order, range=[[1, 0], [7, 4]]))
    shape = alt.Shape("what:N", legend=None, scale=alt.Scale(domain=order, range=["circle", "square"]))
    base = alt.Chart(data("counts", rows)).encode(x=x, y=y, color=color)
    points = base.mark_point(filled=True, size=60, opacity=1).encode(shape=shape)
    named = pd.DataFrame({"year": [2018, 2024], "patents": [2.35, 2.28], "what": order})
    names = alt.Chart(data("names", named)).mark_text(fontSize=14)
    names = names.encode(x=x, y=y, color=color, text="what:N")
    return [base.mark_line(strokeWidth=2.5).encode(strokeDash=dash), points, names]


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

"""Charts of long waves: what a filter keeps of a series, whether chance has as much, and phases in a series."""

import json

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.theme import BLUE, GREY, INK, PALE, RUST, data, finish
from longwave.i18n import _

DEPTH = 3.6  # deviations that a chart of a wave shows, up and down
CENTURIES = (1700, 2022)
EVIDENCE = 0.05


def kept_chart(
    kept: pd.Series, series: pd.Series, finding: str | None = None, span: tuple[int, int] | None = None
) -> alt.Chart:
    """Draw what a filter kept of a series, on the series about its straight line, both in deviations of the series.

    `kept` and `series` have years as index. `finding` replaces the title, `span` the years of the axis.
    """
    years = np.asarray(series.index, dtype=float)
    about = series - np.polyval(np.polyfit(years - years.mean(), series, 1), years - years.mean())
    unit = float(about.std(ddof=0))
    peaks = _peaks(kept)
    listed = ", ".join(f"{year}" for year in peaks) or _("none")
    title = finding or _("What the filter keeps has peaks in {years}").format(years=listed)
    words = _(
        "{title}. Two lines from {first} to {last}: the series about its straight line, dotted, and what the filter "
        "keeps, with peaks in: {years}. The second has {share:.0%} of the variance of the first."
    ).format(
        title=title,
        first=int(years[0]),
        last=int(years[-1]),
        years=listed,
        share=float(kept.var(ddof=0)) / unit**2,
    )
    rows = pd.DataFrame({"year": years.astype(int), "kept": kept.to_numpy() / unit, "about": about.to_numpy() / unit})
    names = [json.dumps(_("what the filter keeps")), json.dumps(_("the series, from its straight line"))]
    label = f"datum.label == 'kept' ? {names[0]} : {names[1]}"
    legend = alt.Legend(orient="top", title=None, symbolStrokeWidth=3, labelLimit=280, labelExpr=label)
    scale = alt.Scale(domain=["kept", "about"], range=[BLUE, GREY])
    dashes = alt.Scale(domain=["kept", "about"], range=[[1, 0], [2, 2]])
    shown = list(span or (int(years[0]), int(years[-1])))
    x = alt.X("year:Q", title=_("Year"), scale=alt.Scale(domain=shown, nice=False), axis=alt.Axis(format="d"))
    y = alt.Y("value:Q", title=_("Deviation (the series' own = 1)"), scale=alt.Scale(domain=[-DEPTH, DEPTH]))
    chart = (
        alt.Chart(data("series", rows.round(2)))
        .transform_fold(["kept", "about"], as_=["line", "value"])
        .mark_line(strokeWidth=2, clip=True)
        .encode(
            x=x,
            y=y,
            color=alt.Color("line:N", legend=legend, scale=scale),
            strokeDash=alt.StrokeDash("line:N", legend=legend, scale=dashes),
        )
    )
    return finish(chart, title, words, height=240)


def _peaks(kept: pd.Series) -> list[int]:
    """Return the years in which a smooth curve turns down, but for those below its mean."""
    values = kept.to_numpy()
    inner = range(1, len(values) - 1)
    return [
        int(kept.index[i]) for i in inner if values[i - 1] < values[i] > values[i + 1] and values[i] > values.mean()
    ]


def shares_chart(tests: pd.DataFrame) -> alt.LayerChart:
    """Draw how much of each series is in the band, on what nine in ten of its random walks have there.

    `tests` is what `band_tests` gives.
    """
    rows = tests.reset_index(names="series")
    rows = rows.assign(
        years=[f"{name} {first:.0f}–{last:.0f}" for name, first, last in tests[["first", "last"]].itertuples()],
        verdict=[_("more than chance") if p < EVIDENCE else _("not more than chance") for p in tests["walk"]],
        label=[_("p = {p:.3f}").format(p=p) for p in tests["walk"]],
    )
    passed = int((tests["walk"] < EVIDENCE).sum())
    title = _("{passed} of {count} series has more in the band than random walks have").format(
        passed=passed, count=len(tests)
    )
    words = _("{title}. By series, the share in the band and p: {list}.").format(
        title=title,
        list="; ".join(
            _("{series} {share:.2f}, p {p:.3f}").format(series=name, share=share, p=p)
            for name, share, p in tests[["share", "walk"]].itertuples()
        ),
    )
    names = rows["years"].tolist()
    y = alt.Y("years:N", title=None, sort=names, axis=alt.Axis(labelLimit=240))
    scale = alt.Scale(domain=[0, 0.8], nice=False)
    axis = alt.Axis(format="%", tickCount=5)
    base = alt.Chart(data("shares", rows[["years", "least", "most", "share", "verdict", "label"]])).encode(y=y)
    bars = base.mark_bar(color=PALE[GREY], stroke=GREY, height=13).encode(
        x=alt.X(
            "least:Q",
            title=_("Share of the variance in the band (bar: nine in ten random walks)"),
            scale=scale,
            axis=axis,
        ),
        x2=alt.X2("most:Q"),
    )
    kinds = [_("more than chance"), _("not more than chance")]
    legend = alt.Legend(orient="top", title=None)
    dots = base.mark_point(size=95, filled=True, opacity=1).encode(
        x=alt.X("share:Q", scale=scale),
        color=alt.Color("verdict:N", scale=alt.Scale(domain=kinds, range=[RUST, BLUE]), legend=legend),
        shape=alt.Shape("verdict:N", scale=alt.Scale(domain=kinds, range=["diamond", "circle"]), legend=legend),
    )
    texts = base.mark_text(align="right", color=INK).encode(x=alt.XDatum(0.79, scale=scale), text=alt.Text("label:N"))
    return finish(alt.layer(bars, dots, texts), title, words, width=430, height=300)


def phases_chart(series: dict[str, tuple[pd.Series, pd.DataFrame]], title: str) -> alt.VConcatChart:
    """Draw six series in small, each with the means of the phases that fit it best.

    `series` maps a name to yearly values and to what `best_breaks` gives for them; three stand in a row.
    """
    words = _("{title}. Small charts of a line and its steps. Phases begin: {list}.").format(
        title=title,
        list="; ".join(
            _("{name}: {years}").format(name=name, years=", ".join(f"{year}" for year in phases["first"].iloc[1:]))
            for name, (_values, phases) in series.items()
        ),
    )
    parts = [_small(number, name, *both) for number, (name, both) in enumerate(series.items(), 1)]
    rows = [alt.hconcat(*parts[start : start + 3], spacing=14) for start in range(0, len(parts), 3)]
    note = _("Line: yearly change. Steps: the best three breaks, found in the same way in each.")
    return finish(alt.vconcat(*rows, spacing=16), title, words, subtitle=note, width=None, height=None)


def _small(number: int, name: str, values: pd.Series, phases: pd.DataFrame) -> alt.LayerChart:
    """Return one small chart of a series and its phases."""
    rows = pd.DataFrame({"year": values.index, "change": values.round(1).to_numpy()})
    span = alt.Scale(domain=[int(values.index[0]), int(values.index[-1]) + 1], nice=False)
    x = alt.X("year:Q", title=_("Year"), scale=span, axis=alt.Axis(format="d", tickCount=4))
    y = alt.Y("change:Q", title=_("Change (log points)"), scale=alt.Scale(domain=[-75, 35]))
    line = alt.Chart(data(f"changes_{number}", rows)).mark_line(color=GREY, strokeWidth=1.5, clip=True).encode(x=x, y=y)
    steps = phases.assign(until=phases["last"] + 1, mean=phases["mean"].round(1))[["first", "until", "mean"]]
    means = (
        alt.Chart(data(f"phases_{number}", steps))
        .mark_rule(color=RUST, strokeWidth=3, strokeDash=[6, 2])
        .encode(x=alt.X("first:Q", scale=span), x2=alt.X2("until:Q"), y=alt.Y("mean:Q"))
    )
    part = alt.layer(line, means)
    part.width, part.height = 165, 105
    part.title = alt.TitleParams(name, fontSize=12)
    return part

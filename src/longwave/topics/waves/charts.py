"""Charts of long waves: what a filter keeps of a series, whether chance has as much, and phases in a series."""

import json

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.theme import BLUE, GREY, INK, PALE, RUST, WIDTH, data, finish
from longwave.i18n import _
from longwave.topics.waves.models.chance import about_its_line

EVIDENCE = 0.05


def kept_chart(kept: pd.Series, series: pd.Series, finding: str | None = None) -> alt.LayerChart:
    """Draw what a filter kept of a series, on the series about its straight line, both in deviations of the series.

    `kept` and `series` have years as index. The peaks of what is kept get dots, hollow ones below its mean. `finding`
    replaces the title.
    """
    rows, share = _in_deviations(kept, series)
    peaks = _peaks(rows)
    high, low = (_listed(peaks.loc[peaks["high"] == kind, "year"]) for kind in (True, False))
    title = finding or _("What the filter keeps has peaks in {years}").format(years=high)
    words = _(
        "{title}. Two lines from {first} to {last}: the series about its straight line, dotted, and what the filter "
        "keeps, with peaks in: {high}. Peaks below its mean: {low}. The second has {share:.0%} of the variance of the "
        "first."
    ).format(title=title, first=rows["year"].iloc[0], last=rows["year"].iloc[-1], high=high, low=low, share=share)
    layers = alt.layer(_two_lines(rows), *_dots(peaks))
    return finish(layers, title, words, height=190)


def _in_deviations(kept: pd.Series, series: pd.Series) -> tuple[pd.DataFrame, float]:
    """Return both lines in deviations of the series about its straight line, and the share of variance kept."""
    about = about_its_line(series.to_numpy(dtype=float))
    unit = float(about.std())
    rows = pd.DataFrame({"year": series.index.astype(int), "kept": kept.to_numpy() / unit, "about": about / unit})
    return rows, float(kept.var(ddof=0)) / unit**2


def _two_lines(rows: pd.DataFrame) -> alt.Chart:
    names = [json.dumps(_("what the filter keeps")), json.dumps(_("the series, from its straight line"))]
    label = f"datum.label == 'kept' ? {names[0]} : {names[1]}"
    legend = alt.Legend(orient="top", title=None, symbolStrokeWidth=3, labelLimit=280, labelExpr=label)
    scale = alt.Scale(domain=["kept", "about"], range=[BLUE, GREY])
    dashes = alt.Scale(domain=["kept", "about"], range=[[1, 0], [2, 2]])
    return (
        alt.Chart(data("series", rows.round(2)))
        .transform_fold(["kept", "about"], as_=["line", "value"])
        .mark_line(strokeWidth=2)
        .encode(
            x=alt.X("year:Q", title=_("Year"), scale=alt.Scale(zero=False, nice=False), axis=alt.Axis(format="d")),
            y=alt.Y("value:Q", title=_("Standard deviations")),
            color=alt.Color("line:N", legend=legend, scale=scale),
            strokeDash=alt.StrokeDash("line:N", legend=legend, scale=dashes),
        )
    )


def _dots(peaks: pd.DataFrame) -> tuple[alt.Chart, alt.Chart]:
    base = alt.Chart(data("peaks", peaks.round(2))).encode(x="year:Q", y="kept:Q")
    fill = alt.when("datum.high").then(alt.value(BLUE)).otherwise(alt.value("white"))
    dots = base.mark_point(size=60, filled=True, opacity=1, stroke=BLUE, strokeWidth=2).encode(fill=fill)
    return dots, base.mark_text(dy=-11, color=INK).encode(text="year:Q")


def _peaks(rows: pd.DataFrame) -> pd.DataFrame:
    """Return where a smooth curve turns down: DataFrame(year, kept, high), high if it is above the curve's mean."""
    values = rows["kept"].to_numpy()
    top = np.flatnonzero((values[1:-1] > values[:-2]) & (values[1:-1] > values[2:])) + 1
    return rows.loc[top, ["year", "kept"]].assign(high=values[top] > values.mean())


def _listed(years: pd.Series) -> str:
    return ", ".join(f"{year}" for year in years) or _("none")


def band_chart(kept: pd.Series, series: pd.Series, between: tuple[float, float], finding: str) -> alt.VConcatChart:
    """Draw `kept_chart`, and below it the share of the variance that is kept, on what nine in ten random walks keep.

    `between` is what `walks_between` gives for a series of this length.
    """
    upper = kept_chart(kept, series, finding)
    share = _in_deviations(kept, series)[1]
    words = _("{chart} Nine in ten random walks keep {least:.0%} to {most:.0%}.").format(
        chart=upper.description, least=between[0], most=between[1]
    )
    base = alt.Chart(
        data("share", pd.DataFrame({"least": between[:1], "most": between[1:], "share": [share]}).round(3))
    )
    # Where a series is hardly longer than the waves, the filter adds at its ends: more than all of the variance.
    scale = alt.Scale(domain=[0, 1.5], nice=False)
    axis = alt.Axis(format="%", values=[0, 0.25, 0.5, 0.75, 1, 1.25, 1.5])
    wide = _("Share of the variance that is kept (mark), and in nine of ten random walks (bar)")
    bar = base.mark_bar(color=PALE[GREY], stroke=GREY, height=13).encode(
        x=alt.X("least:Q", title=wide, scale=scale, axis=axis), x2="most:Q"
    )
    mark = base.mark_point(size=95, filled=True, opacity=1, shape="diamond", color=BLUE).encode(
        x=alt.X("share:Q", scale=scale)
    )
    lower = alt.layer(bar, mark)
    lower.width, lower.height = WIDTH, 28
    upper.title = upper.description = alt.Undefined
    return finish(alt.vconcat(upper, lower, spacing=12), finding, words, width=None, height=None)


def shares_chart(tests: pd.DataFrame) -> alt.LayerChart:
    """Draw how much of each series is in the band, on what nine in ten of its random walks have there.

    `tests` is what `band_tests` gives.
    """
    rows = tests.reset_index(names="series")
    rows = rows.assign(
        years=[f"{name} {first:.0f}–{last:.0f}" for name, first, last in tests[["first", "last"]].itertuples()],
        verdict=[_verdict(p) for p in tests["walk"]],
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
            title=_("Share of the variance in the band (bar: the middle nine in ten of random walks)"),
            scale=scale,
            axis=axis,
        ),
        x2=alt.X2("most:Q"),
    )
    kinds = [_("more than chance"), _("as much as chance"), _("less than chance")]
    legend = alt.Legend(orient="top", title=None)
    dots = base.mark_point(size=95, filled=True, opacity=1).encode(
        x=alt.X("share:Q", scale=scale),
        color=alt.Color("verdict:N", scale=alt.Scale(domain=kinds, range=[RUST, BLUE, GREY]), legend=legend),
        shape=alt.Shape(
            "verdict:N", scale=alt.Scale(domain=kinds, range=["diamond", "circle", "square"]), legend=legend
        ),
    )
    texts = base.mark_text(align="right", color=INK).encode(x=alt.XDatum(0.79, scale=scale), text=alt.Text("label:N"))
    return finish(alt.layer(bars, dots, texts), title, words, width=430, height=250)


def _verdict(p: float) -> str:
    """Return what a p against random walks says; above one less the level, chance has more."""
    if p < EVIDENCE:
        return _("more than chance")
    return _("less than chance") if p > 1 - EVIDENCE else _("as much as chance")


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
    y = alt.Y("change:Q", title=_("Change (%, logs)"), scale=alt.Scale(domain=[-75, 35]))
    line = alt.Chart(data(f"changes_{number}", rows)).mark_line(color=GREY, strokeWidth=1.5, clip=True).encode(x=x, y=y)
    steps = phases.assign(mean=phases["mean"].round(1))[["first", "last", "mean"]]
    means = (
        alt.Chart(data(f"phases_{number}", steps))
        .mark_rule(color=RUST, strokeWidth=3, strokeDash=[6, 2])
        .encode(x=alt.X("first:Q", scale=span), x2=alt.X2("last:Q"), y=alt.Y("mean:Q"))
    )
    part = alt.layer(line, means)
    part.width, part.height = 165, 90
    part.title = alt.TitleParams(name, fontSize=12)
    return part

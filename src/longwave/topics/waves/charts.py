"""Charts of long waves: what a filter leaves of a series, who dates what, and an economy that makes its own wave."""

from typing import Any

import altair as alt
import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, INK, PALE, RUST, WIDTH, data, finish
from longwave.i18n import _

DEPTH = 16  # the blind test's series stay within this distance of their means
YEARS = [1755, 2125]  # the datings, and to their right what they say
EVIDENCE = 0.05
BIN = 5


def kept_chart(kept: pd.Series, period: float, title: str | None = None, series: pd.Series | None = None) -> alt.Chart:
    """Draw what a filter kept of a series, and the series itself where it is given.

    `period` is the dominant period of what was kept; `title` replaces the finding, as where it is a secret.
    """
    heading = title or _("What is left swings every {period:.0f} years or so").format(period=period)
    kept_name, raw_name = _("what the filter keeps"), _("the series, from its mean")
    lines = {kept_name: kept} if series is None else {kept_name: kept, raw_name: series - series.mean()}
    rows = pd.concat(
        [pd.DataFrame({"year": s.index, "value": s.to_numpy().round(2), "line": n}) for n, s in lines.items()]
    )
    turns = int((np.diff(np.sign(np.diff(kept))) < 0).sum())
    words = _(
        "{title}. A line over {years} years, kept by the filter, with {turns} peaks; it runs from {low:.1f} to "
        "{high:.1f}."
    ).format(title=heading, years=len(kept), turns=turns, low=kept.min(), high=kept.max())
    legend = alt.Legend(orient="top", title=None, symbolStrokeWidth=3, labelLimit=260)
    scale = alt.Scale(domain=[kept_name, raw_name], range=[BLUE, GREY])
    dashes = alt.Scale(domain=[kept_name, raw_name], range=[[1, 0], [2, 2]])
    depth = 9 if series is None else DEPTH
    chart = (
        alt.Chart(data("series", rows))
        .mark_line(strokeWidth=2, clip=True)
        .encode(
            x=alt.X("year:Q", title=_("Year of the series"), scale=alt.Scale(domain=[0, len(kept)], nice=False)),
            y=alt.Y("value:Q", title=_("Deviation (steps)"), scale=alt.Scale(domain=[-depth, depth])),
            color=alt.Color("line:N", legend=None if series is None else legend, scale=scale),
            strokeDash=alt.StrokeDash("line:N", legend=None if series is None else legend, scale=dashes),
        )
    )
    return finish(chart, heading, words, subtitle=_("Drawn by our model. No data."), height=240)


def bands_chart(periods: dict[str, npt.NDArray[np.float64]]) -> alt.VConcatChart:
    """Draw how many random walks show which period, for each band that was kept.

    `periods` maps the name of a band to the dominant periods of many filtered walks.
    """
    edges = np.arange(0, 126, BIN)
    rows, middles = [], []
    for band, found in periods.items():
        counts = np.histogram(found, edges)[0] / len(found)
        rows += [{"band": band, "from": a, "to": a + BIN, "share": s} for a, s in zip(edges, counts, strict=False) if s]
        median = float(np.median(found))
        middles.append({"band": band, "median": median, "label": _("half below {years:.0f}").format(years=median)})
    title = _("Change the band, and the same randomness waves every {list} years").format(
        list=_(" or ").join(f"{row['median']:.0f}" for row in middles)
    )
    words = _("{title}. Median period of filtered random walks: {list}.").format(
        title=title,
        list="; ".join(_("{band}: {median:.0f}").format(band=row["band"], median=row["median"]) for row in middles),
    )
    axis = alt.X("from:Q", title=_("Strongest period (years)"), scale=alt.Scale(domain=[0, 110], nice=False))
    parts = _band_rows(pd.DataFrame(rows), pd.DataFrame(middles), axis)
    note = _("Random walks of our model. No walk has a period of its own.")
    return finish(alt.vconcat(*parts, spacing=12), title, words, subtitle=note, width=None, height=None)


def _band_rows(bars: pd.DataFrame, middles: pd.DataFrame, axis: alt.X) -> list[alt.LayerChart]:
    """Return a small chart for each band, all on one scale."""
    parts = []
    for number, middle in enumerate(middles.to_dict("records"), 1):
        mine = bars[bars["band"] == middle["band"]].assign(floor=0)
        share = alt.Y(
            "share:Q",
            title=_("Walks"),
            scale=alt.Scale(domain=[0, 0.4]),
            axis=alt.Axis(format="%", values=[0, 0.2, 0.4]),
        )
        columns = alt.Chart(data(f"band_{number}", mine)).mark_bar(fill=BLUE, opacity=0.75, stroke="white")
        columns = columns.encode(x=axis, x2=alt.X2("to:Q"), y=share, y2=alt.Y2("floor:Q"))
        mark = alt.Chart(data(f"middle_{number}", pd.DataFrame([middle])))
        rule = mark.mark_rule(color=RUST, strokeWidth=2, strokeDash=[5, 3]).encode(x=alt.X("median:Q"))
        text = mark.mark_text(align="left", dx=6, y=7, color=RUST).encode(x=alt.X("median:Q"), text=alt.Text("label:N"))
        part = alt.layer(columns, rule, text)
        part.width, part.height = WIDTH - 20, 75
        part.title = alt.TitleParams(middle["band"], fontSize=13)
        parts.append(part)
    return parts


def datings_chart(waves: pd.DataFrame, trends: pd.DataFrame, yours: pd.DataFrame, trend: pd.Series) -> alt.LayerChart:
    """Draw the waves of all authors below each other, the reader's own below them, and the trend of each.

    `waves` and `yours` have start, end, length and, of `waves`, author; `trends` has slope and p_value by author, and
    `trend` the same for the reader's waves.
    """
    you = _("Your dates")
    order = [*dict.fromkeys(waves["author"]), you]
    lengths = ", ".join(f"{length:g}" for length in yours["length"])
    finding = (
        _("Your waves: {lengths} years. A trend of {slope:+.1f} a wave, p = {p:.3f}: they change")
        if trend["p_value"] < EVIDENCE
        else _("Your waves: {lengths} years. A trend of {slope:+.1f} a wave, p = {p:.3f}: nothing shown")
    )
    title = finding.format(lengths=lengths, slope=trend["slope"], p=trend["p_value"])
    words = _("{title}. Rows of bars from start to end of each wave. By author: {list}.").format(
        title=title,
        list="; ".join(_("{author} p = {p:.3f}").format(author=author, p=p) for author, p in trends["p_value"].items()),
    )
    verdicts = _verdicts(waves, trends)
    verdicts.append({"author": you, "at": YEARS[1] - 3, "label": _verdict(trend["slope"], trend["p_value"])})
    parts = [
        _bars("waves", waves, order, PALE[BLUE], BLUE),
        _bars("yours", yours.assign(author=you), order, PALE[RUST], RUST),
        _texts("verdicts", pd.DataFrame(verdicts), order),
    ]
    joined = alt.layer(*[layer for part in parts for layer in part])
    note = _("Bars: years from start to end. Most of these dates have no source that we opened.")
    return finish(joined, title, words, subtitle=note, width=430, height=290)


def _verdict(slope: float, p_value: float) -> str:
    return _("{slope:+.1f}, p = {p:.3f}").format(slope=slope, p=p_value)


def _verdicts(waves: pd.DataFrame, trends: pd.DataFrame) -> list[dict[str, Any]]:
    """Return what the lengths of each author say, for the right edge."""
    rows = []
    for author in dict.fromkeys(waves["author"]):
        has_trend = author in trends.index
        label = _verdict(*trends.loc[author, ["slope", "p_value"]]) if has_trend else _("too few waves")
        rows.append({"author": author, "at": YEARS[1] - 3, "label": label})
    return rows


def _row(order: list[str]) -> alt.Y:
    return alt.Y("author:N", title=None, sort=order, axis=alt.Axis(labelLimit=210))


def _year(field: str) -> alt.X:
    axis = alt.Axis(format="d", values=[1800, 1850, 1900, 1950, 2000])
    return alt.X(field, title=_("Year (right: trend in years a wave)"), scale=alt.Scale(domain=YEARS), axis=axis)


def _bars(name: str, waves: pd.DataFrame, order: list[str], fill: str, stroke: str) -> list[alt.Chart]:
    frame = waves.assign(middle=(waves["start"] + waves["end"]) / 2, label=[f"{x:g}" for x in waves["length"]])
    base = alt.Chart(data(name, frame[["author", "start", "end", "middle", "label"]])).encode(y=_row(order))
    bars = base.mark_bar(fill=fill, stroke=stroke, strokeWidth=1.2, height=19)
    return [
        bars.encode(x=_year("start:Q"), x2=alt.X2("end:Q")),
        base.mark_text(color=INK).encode(x=_year("middle:Q"), text=alt.Text("label:N")),
    ]


def _texts(name: str, frame: pd.DataFrame, order: list[str]) -> list[alt.Chart]:
    base = alt.Chart(data(name, frame)).mark_text(align="right", color=INK)
    return [base.encode(y=_row(order), x=_year("at:Q"), text=alt.Text("label:N"))]


def sterman_chart(history: pd.DataFrame, period: float) -> alt.Chart:
    """Draw output in Sterman's model over time; `history` has year and output, `period` is in years."""
    rows = history.iloc[::5][["year", "output"]].round(3)
    title = _("Nothing pushes this economy, and it waves every {period:.1f} years").format(period=period)
    words = _("{title}. Output over {years:.0f} years runs from {low:.2f} to {high:.2f}, in steep booms.").format(
        title=title,
        years=rows["year"].max() - rows["year"].min(),
        low=history["output"].min(),
        high=history["output"].max(),
    )
    span = [float(rows["year"].min()), float(rows["year"].max())]
    x = alt.X(
        "year:Q", title=_("Year of the model"), scale=alt.Scale(domain=span, nice=False), axis=alt.Axis(tickCount=7)
    )
    y = alt.Y("output:Q", title=_("Output (orders of the rest = 1)"), scale=alt.Scale(domain=[0, 4.5], nice=False))
    chart = alt.Chart(data("output", rows)).mark_line(strokeWidth=2, stroke=BLUE).encode(x=x, y=y)
    return finish(chart, title, words, subtitle=_("Sterman's model, solved by us. No data."), height=220)

"""Charts of two records: a firm below its peak, and the growth of productivity by period."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, INK, RUST, data, finish
from longwave.i18n import _

_DASHES = [[1, 0], [7, 4], [2, 3]]
_SHAPES = ["circle", "square", "diamond"]


def peak_chart(table: pd.DataFrame, peak: int) -> alt.LayerChart:
    """Draw revenue and research of a firm by year, each as a share of its own value in the peak year.

    Args:
        table: a row a year (index), with the columns revenue and research, in one unit of money.
        peak: the year whose values are 100.
    """
    index = 100 * table / table.loc[peak]
    names = {"revenue": _("revenue"), "research": _("research")}
    rows = pd.concat(
        [
            pd.DataFrame({"year": index.index, "what": names[column], "index": index[column].to_numpy()})
            for column in names
        ]
    )
    fall, last = 100 - index["revenue"].min(), int(index.index[-1])
    title = _("Revenue fell by {fall:.0f}% and research kept rising, by {rise:.0f}% to {last}").format(
        fall=fall, rise=index["research"].iloc[-1] - 100, last=last
    )
    parts = _listed({names[column]: index[column] for column in names}, 0)
    words = _("{title}. Two lines by year from {first} to {last}, {peak} = 100. {parts}.").format(
        title=title, first=int(index.index[0]), last=last, peak=peak, parts=parts
    )
    x = alt.X("year:O", title=_("Year"), axis=alt.Axis(labelAngle=0))
    y = alt.Y(
        "index:Q", title=_("Index, {peak} = 100").format(peak=peak), scale=alt.Scale(domain=[60, 130], nice=False)
    )
    level = (
        alt.Chart(data("peak", pd.DataFrame({"index": [100.0]}))).mark_rule(color=GREY, strokeDash=[3, 3]).encode(y=y)
    )
    return finish(alt.layer(level, *_lines("firm", rows, list(names.values()), x, y)), title, words, width=460)


def growth_chart(frame: pd.DataFrame, birth: int | None = None) -> alt.LayerChart:
    """Draw the growth of productivity as a step for each period; each country's highest step carries its number.

    Args:
        frame: what `growth_by_period` returns: a row a country, a column a period, per cent a year; up to 3 countries.
        birth: year of an upright, such as that in which a technology was born; none if not given.
    """
    frame = frame.rename(index=lambda name: name.replace("_", " ").title())
    edges = [int(name.split("–")[0]) for name in frame.columns] + [int(frame.columns[-1].split("–")[1])]
    peaks = {country: str(frame.loc[country].idxmax()) for country in frame.index}
    first = frame.index[0]
    title = _("Productivity in the {country} grew fastest in {period}, elsewhere in {later}").format(
        country=first,
        period=peaks[first],
        later=", ".join(dict.fromkeys(peaks[name] for name in frame.index[1:])),
    )
    parts = _listed({name: frame.loc[name] for name in frame.index}, 1)
    words = _("{title}. Per cent a year in {periods}. {parts}.").format(
        title=title, periods=", ".join(frame.columns), parts=parts
    )
    axis = alt.Axis(values=edges, format="d", labelFontSize=12)
    x = alt.X("year:Q", title=_("Year"), axis=axis, scale=alt.Scale(domain=[edges[0], edges[-1]], nice=False))
    y = alt.Y("growth:Q", title=_("Productivity growth (% a year)"), scale=alt.Scale(domain=[-0.5, 4.5], nice=False))
    note = _("Total factor productivity, means of a period; Bergeaud, Cette and Lecat.")
    layers = [*_birth(birth, x, y), *_steps(frame, edges, x, y), *_tops(frame, peaks, x, y)]
    return finish(alt.layer(*layers), title, words, subtitle=note, width=560)


def _birth(year: int | None, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    if year is None:
        return []
    here = pd.DataFrame({"year": [year], "growth": [4.35], "label": [str(year)]})
    base = alt.Chart(data("birth", here)).encode(x=x)
    text = base.mark_text(align="left", dx=6, fontSize=13, color=INK).encode(y=y, text="label:N")
    return [base.mark_rule(color=GREY, strokeDash=[3, 3]), text]


def _steps(frame: pd.DataFrame, edges: list[int], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Return a step for each period and country, and a point in its middle, told apart by colour, dash and shape."""
    rows = pd.DataFrame(
        [
            {"what": country, "year": year, "growth": growth}
            for country in frame.index
            for year, growth in zip(edges, [*frame.loc[country], frame.loc[country].iloc[-1]], strict=True)
        ]
    )
    middles = rows.groupby("what", sort=False).head(len(edges) - 1)
    half = [(after - before) / 2 for before, after in zip(edges, edges[1:], strict=False)]
    middles = middles.assign(year=middles["year"] + half * len(frame))
    color, dash, shape = _looks(list(frame.index))
    lines = alt.Chart(data("growth", rows)).mark_line(interpolate="step-after", strokeWidth=2.5)
    points = alt.Chart(data("middles", middles)).mark_point(filled=True, size=60, opacity=1)
    return [
        lines.encode(x=x, y=y, color=color, strokeDash=dash),
        points.encode(x=x, y=y, color=color, shape=shape),
    ]


def _tops(frame: pd.DataFrame, peaks: dict[str, str], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Return the number of each country's highest step, above it, or below it for the second country."""
    rows = [
        {"year": sum(map(int, period.split("–"))) / 2, "growth": value, "label": f"{value:.1f}", "below": place == 1}
        for place, (country, period) in enumerate(peaks.items())
        for value in [float(frame[period][country])]
    ]
    return [
        alt.Chart(data(name, pd.DataFrame([row for row in rows if row["below"] == below])))
        .mark_text(dy=18 if below else -14, fontSize=14, fontWeight=600, color=INK)
        .encode(x=x, y=y, text="label:N")
        for name, below in (("tops-above", False), ("tops-below", True))
    ]


def _listed(values: "dict[str, pd.Series]", digits: int) -> str:
    """Return named rows of numbers in words."""
    return "; ".join(
        _("{name}: {values}").format(name=name, values=", ".join(f"{value:.{digits}f}" for value in row))
        for name, row in values.items()
    )


def _lines(name: str, rows: pd.DataFrame, order: list[str], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Return lines and points, told apart by colour, dash and shape."""
    color, dash, shape = _looks(order)
    base = alt.Chart(data(name, rows)).encode(x=x, y=y, color=color)
    lines = base.mark_line(strokeWidth=2.5).encode(strokeDash=dash)
    return [lines, base.mark_point(filled=True, size=60, opacity=1).encode(shape=shape)]


def _looks(order: list[str]) -> tuple[alt.Color, alt.StrokeDash, alt.Shape]:
    """Return colour, dash and shape of up to three series, with one legend."""
    legend = alt.Legend(orient="top", title=None, symbolStrokeWidth=0, symbolSize=90, columns=3, labelLimit=260)
    count = len(order)
    return (
        alt.Color("what:N", legend=legend, scale=alt.Scale(domain=order, range=[BLUE, RUST, INK][:count])),
        alt.StrokeDash("what:N", legend=legend, scale=alt.Scale(domain=order, range=_DASHES[:count])),
        alt.Shape("what:N", legend=legend, scale=alt.Scale(domain=order, range=_SHAPES[:count])),
    )

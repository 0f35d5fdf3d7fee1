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


def growth_chart(frame: pd.DataFrame) -> alt.LayerChart:
    """Draw the growth of productivity by period for up to three countries; each one's peak carries its number.

    Args:
        frame: what `growth_by_period` returns: a row a country, a column a period, per cent a year.
    """
    frame = frame.rename(index=lambda name: name.replace("_", " ").title())
    rows = frame.rename_axis("what").reset_index().melt("what", var_name="period", value_name="growth")
    peaks = {country: (frame.loc[country].idxmax(), frame.loc[country].max()) for country in frame.index}
    first = frame.index[0]
    title = _("Productivity in the {country} grew fastest in {period}, elsewhere in {later}").format(
        country=first,
        period=peaks[first][0],
        later=", ".join(dict.fromkeys(peaks[name][0] for name in frame.index[1:])),
    )
    parts = _listed({name: frame.loc[name] for name in frame.index}, 1)
    words = _("{title}. Per cent a year in {periods}. {parts}.").format(
        title=title, periods=", ".join(frame.columns), parts=parts
    )
    x = alt.X("period:N", title=None, sort=list(frame.columns), axis=alt.Axis(labelAngle=0, labelFontSize=12))
    y = alt.Y("growth:Q", title=_("Productivity growth (% a year)"), scale=alt.Scale(domain=[-0.5, 4.5], nice=False))
    tops = pd.DataFrame(
        [
            {"what": name, "period": period, "growth": value, "label": f"{value:.1f}"}
            for name, (period, value) in peaks.items()
        ]
    )
    marks = [
        alt.Chart(data(f"tops-{place}", found))
        .mark_text(dy=-14 if place == "above" else 18, fontSize=14, fontWeight=600, color=INK)
        .encode(x=x, y=y, text="label:N")
        for place, found in (
            ("above", tops[tops["what"] != frame.index[1]]),
            ("below", tops[tops["what"] == frame.index[1]]),
        )
    ]
    note = _("Total factor productivity; Bergeaud, Cette and Lecat.")
    layers = [*_lines("growth", rows, list(frame.index), x, y), *marks]
    return finish(alt.layer(*layers), title, words, subtitle=note, width=560)


def _listed(values: "dict[str, pd.Series]", digits: int) -> str:
    """Return named rows of numbers in words."""
    return "; ".join(
        _("{name}: {values}").format(name=name, values=", ".join(f"{value:.{digits}f}" for value in row))
        for name, row in values.items()
    )


def _lines(name: str, rows: pd.DataFrame, order: list[str], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Return lines and points, told apart by colour, dash and shape."""
    legend = alt.Legend(orient="top", title=None, symbolStrokeWidth=0, symbolSize=90, columns=3, labelLimit=260)
    colors, count = [BLUE, RUST, INK], len(order)
    color = alt.Color("what:N", legend=legend, scale=alt.Scale(domain=order, range=colors[:count]))
    dash = alt.StrokeDash("what:N", legend=legend, scale=alt.Scale(domain=order, range=_DASHES[:count]))
    shape = alt.Shape("what:N", legend=legend, scale=alt.Scale(domain=order, range=_SHAPES[:count]))
    base = alt.Chart(data(name, rows)).encode(x=x, y=y, color=color)
    lines = base.mark_line(strokeWidth=2.5).encode(strokeDash=dash)
    return [lines, base.mark_point(filled=True, size=60, opacity=1).encode(shape=shape)]

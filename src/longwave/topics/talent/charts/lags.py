"""Charts of students after the oil price: two mountains, the correlation by lag, and jobs by the price at entry."""

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, INK, PLUM, RUST, Axes, data, finish
from longwave.i18n import _

LINES = (BLUE, RUST, GREEN, PLUM)
LINE_DASHES = ([1, 0], [7, 4], [2, 3], [9, 3, 2, 3])
MIDDLE = 2000  # between the two booms


def mountains_chart(oil: pd.Series, share: pd.Series) -> alt.VConcatChart:
    """Draw the price of oil and, under it, the share of one field among students, both by year from the same start.

    `oil` (dollars of one year a barrel) and `share` (students in a thousand) are indexed by year.
    """
    peaks = [(_top(part), part.max()) for series in (oil, share) for part in _halves(series)]
    years = [year for year, _value in peaks]
    title = _("Oil peaked in {a} and {b}; the share of students peaked in {c} and {d}").format(
        a=years[0], b=years[1], c=years[2], d=years[3]
    )
    words = _(
        "{title}. Two lines by year. Oil: {p:.0f} and {q:.0f} dollars at the peaks, {last_oil:.0f} in {last}. Share: "
        "{r:.1f} and {s:.1f} in a thousand at the peaks, lowest {low:.1f} in {low_year}, {last_share:.1f} in {last}."
    ).format(
        title=title,
        p=peaks[0][1],
        q=peaks[1][1],
        r=peaks[2][1],
        s=peaks[3][1],
        last_oil=oil.iloc[-1],
        last=int(share.index[-1]),
        low=share.min(),
        low_year=_top(-share),
        last_share=share.iloc[-1],
    )
    span = int(min(oil.index[0], share.index[0])), int(share.index[-1])
    upper = _line("oil", oil, span, _("Oil (dollars of 2022)"), RUST)
    lower = _line("share", share, span, _("Petroleum, of 1,000"), BLUE)
    note = _("Graduate students of engineering in the United States; a point marks each peak.")
    return finish(alt.vconcat(upper, lower, spacing=6), title, words, subtitle=note, width=None, height=None)


def _halves(series: pd.Series) -> tuple[pd.Series, pd.Series]:
    return series[series.index < MIDDLE], series[series.index >= MIDDLE]


def _top(series: pd.Series) -> int:
    """Return the year, or lag, at which a series is highest."""
    return int(series.index.to_numpy()[series.to_numpy(float).argmax()])


def _line(name: str, series: pd.Series, span: tuple[int, int], title: str, color: str) -> alt.LayerChart:
    rows = pd.DataFrame({"year": series.index.astype(int), "value": series.to_numpy(float)})
    tops = rows[rows["year"].isin([_top(part) for part in _halves(series)])]
    x = alt.X(
        "year:Q",
        title=_("Year"),
        scale=alt.Scale(domain=list(span), nice=False),
        axis=alt.Axis(format="d"),
    )
    y = alt.Y("value:Q", title=title, scale=alt.Scale(domain=[0, float(np.ceil(rows["value"].max() * 1.15))]))
    base = alt.Chart(data(name, rows)).mark_line(color=color, strokeWidth=2.5).encode(x=x, y=y)
    marks = alt.Chart(data(f"{name}_peaks", tops))
    points = marks.mark_point(filled=True, size=70, opacity=1, color=color).encode(x=x, y=y)
    labels = marks.mark_text(dy=-12, fontSize=13, color=INK).encode(x=x, y=y, text=alt.Text("year:Q", format="d"))
    return alt.layer(base, points, labels).properties(width=580, height=130)


def lags_chart(table: pd.DataFrame) -> alt.LayerChart:
    """Draw correlations by lag, a line for each definition; `table` has the lags as index, a definition a column."""
    main = table.columns[0]
    best = _top(table[main])
    beside = min(table[main][lag] for lag in (best - 1, best + 1) if lag in table.index)
    title = _("Best {best} years later, at {top:.2f}; a year off still gives {beside:.2f}").format(
        best=best, top=table[main][best], beside=beside
    )
    words = _("{title}. {count} lines by lag, {first} to {last} years: {lines}.").format(
        title=title,
        count=len(table.columns),
        first=int(table.index[0]),
        last=int(table.index[-1]),
        lines="; ".join(
            _("{name}, best {top:.2f} at {lag}").format(name=name, top=table[name].max(), lag=_top(table[name]))
            for name in table.columns
        ),
    )
    order = list(table.columns)
    rows = table.rename_axis("lag").reset_index().melt("lag", var_name="what", value_name="r")
    legend = alt.Legend(orient="top", title=None, symbolStrokeWidth=3, symbolSize=300, labelLimit=300)
    axes = Axes(
        x=alt.X(
            "lag:Q",
            title=_("Years between the oil price and the students"),
            axis=alt.Axis(values=[int(lag) for lag in table.index], format="d"),
        ),
        y=alt.Y("r:Q", title=_("Correlation"), scale=alt.Scale(domain=[-0.2, 1], nice=False)),
    )
    scale = alt.Scale(domain=order, range=list(LINES[: len(order)]))
    dashes = alt.Scale(domain=order, range=list(LINE_DASHES[: len(order)]))
    base = alt.Chart(data("correlations", rows)).encode(
        color=alt.Color("what:N", legend=legend, scale=scale),
        strokeDash=alt.StrokeDash("what:N", legend=legend, scale=dashes),
        **axes,
    )
    zero = alt.Chart(data("zero", pd.DataFrame({"r": [0]}))).mark_rule(color=INK).encode(y=axes["y"])
    note = _("Graduate students and the real price of oil, both in logarithms.")
    return finish(alt.layer(zero, base.mark_line(strokeWidth=2.5)), title, words, subtitle=note)


def classes_chart(classes: pd.DataFrame) -> alt.LayerChart:
    """Draw the share of each class that had a job at graduation, by the price of oil when the class entered.

    `classes` has the columns year, scope (country or one school), oil_at_entry (dollars of 2022) and with_job_percent.
    """
    r = float(np.corrcoef(np.log(classes["oil_at_entry"]), classes["with_job_percent"])[0, 1])
    title = _("Of the counted classes, those that entered at a high price found fewer jobs: r = {r:.2f}")
    title = title.format(r=r).replace("-", "−")
    words = _("{title}. {count} points: {points}.").format(
        title=title,
        count=len(classes),
        points="; ".join(
            _("class of {year}, {oil:.0f} dollars at entry, {jobs:.0f}% with a job").format(
                year=row.year, oil=row.oil_at_entry, jobs=row.with_job_percent
            )
            for row in classes.itertuples()
        ),
    )
    rows = classes[["year", "scope", "oil_at_entry", "with_job_percent"]]
    axes = Axes(
        x=alt.X(
            "oil_at_entry:Q",
            title=_("Oil when the class entered (dollars of 2022, logarithmic)"),
            scale=alt.Scale(type="log", domain=[30, 180], nice=False),
            axis=alt.Axis(values=[30, 50, 75, 100, 150], format="d"),
        ),
        y=alt.Y(
            "with_job_percent:Q",
            title=_("With a job at graduation (%)"),
            scale=alt.Scale(domain=[0, 100], nice=False),
        ),
    )
    scopes = ["country", "one school"]
    legend = alt.Legend(orient="top", title=_("Counted in"))
    base = alt.Chart(data("classes", rows))
    points = base.mark_point(filled=True, size=110, opacity=1).encode(
        color=alt.Color("scope:N", legend=legend, scale=alt.Scale(domain=scopes, range=[BLUE, RUST])),
        shape=alt.Shape("scope:N", legend=legend, scale=alt.Scale(domain=scopes, range=["circle", "diamond"])),
        **axes,
    )
    labels = base.mark_text(align="left", dx=9, dy=-6, fontSize=13, color=INK).encode(
        text=alt.Text("year:Q", format="d"), **axes
    )
    note = _("Label: year of graduation. Entry is four years before.")
    return finish(alt.layer(points, labels), title, words, subtitle=note, height=270)

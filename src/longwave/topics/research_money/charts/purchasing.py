"""Chart of what federal research money buys, from one year to another, under several denominators."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, INK, PLUM, RUST, data, finish
from longwave.i18n import _
from longwave.topics.research_money.models.purchasing import growth_by

COLOURS = [INK, BLUE, GREEN, RUST, PLUM]
LABEL_GAP = 1.19  # of two labels, as a ratio, at this height
DASHES = [[1, 0], [7, 3], [2, 2], [9, 3, 2, 3], [4, 4]]


def purchasing_chart(money: pd.Series, denominators: Mapping[str, pd.Series], first: int, last: int) -> alt.LayerChart:
    """Draw how many times as much as in the first year: current dollars, and money over each denominator.

    `money` and the denominators are series by year. The first denominator is the one that the title speaks of.
    """
    found = growth_by(money, denominators, first, last)
    main = next(iter(denominators))
    years = [year for year in money.index if first <= year <= last]
    rows = pd.concat(
        [
            pd.DataFrame({"line": name, "year": years, "times": [_times(money, level, first, year) for year in years]})
            for name, level in {found.index[0]: None, **denominators}.items()
        ],
        ignore_index=True,
    )
    title = _("{first} to {last}: {money:.2f} times the money, {real:.2f} times what it buys").format(
        first=first, last=last, money=found.iloc[0], real=found[main]
    )
    words = _("{title}. Lines from 1 in {first}; in {last}: {ends}.").format(
        title=title,
        first=first,
        last=last,
        ends="; ".join(f"{_words().get(str(name), name)} {value:.2f}" for name, value in found.items()),
    )
    rows["line"] = rows["line"].map(lambda name: _words().get(name, name))
    names = [_words().get(name, name) for name in found.index]
    legend = alt.Legend(orient="top", title=None, symbolStrokeWidth=3, symbolSize=400, labelLimit=200, columns=2)
    scale = alt.Scale(domain=names, range=COLOURS[: len(names)])
    x = alt.X(
        "year:Q", title=_("Year"), scale=alt.Scale(nice=False, zero=False), axis=alt.Axis(format="d", tickMinStep=1)
    )
    y = alt.Y(
        "times:Q",
        title=_("Times the first year (logarithmic)"),
        scale=alt.Scale(type="log", domain=[0.4, 10], nice=False),
        axis=alt.Axis(values=[0.5, 1, 2, 5, 10], format="~g"),
    )
    lines = alt.Chart(data("lines", rows)).mark_line(strokeWidth=2.5)
    ends = rows[rows["year"] == last].assign(label=lambda row: row["times"].map("{:.2f}".format))
    ends["times"] = _spread(ends["times"])
    one = pd.DataFrame({"times": [1.0]})
    return finish(
        alt.layer(
            alt.Chart(data("one", one)).mark_rule(color=INK, opacity=0.5).encode(y=alt.Y("times:Q")),
            lines.encode(
                x=x,
                y=y,
                color=alt.Color("line:N", legend=legend, scale=scale),
                strokeDash=alt.StrokeDash(
                    "line:N", legend=legend, scale=alt.Scale(domain=names, range=DASHES[: len(names)])
                ),
            ),
            alt.Chart(data("ends", ends))
            .mark_text(align="left", dx=4, fontSize=12)
            .encode(x=x, y=y, text=alt.Text("label:N")),
        ),
        title,
        words,
        subtitle=_("Federal money for research done in the United States, calendar years."),
        width=460,
        height=210,
    )


def _words() -> dict[str, str]:
    """Return the names of the lines as the reader sees them."""
    return {
        "current dollars": _("current dollars"),
        "over prices of GDP": _("over prices of GDP"),
        "over consumer prices": _("over consumer prices"),
        "as a share of GDP": _("as a share of GDP"),
    }


def _spread(values: pd.Series) -> pd.Series:
    """Return the heights of labels, moved up where two would overlap on the logarithmic axis."""
    placed, floor = {}, 0.0
    for place, value in values.sort_values(kind="stable").items():
        placed[place] = max(value, floor)
        floor = placed[place] * LABEL_GAP
    return pd.Series(placed)[values.index]


def _times(money: pd.Series, level: pd.Series | None, first: int, year: int) -> float:
    nominal = float(money[year] / money[first])
    return nominal if level is None else nominal / float(level[year] / level[first])

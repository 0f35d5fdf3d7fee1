"""Charts of what buyers keep: the least part of the value that riders can have, and real prices that fell."""

import math

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.theme import BLUE, INK, MUTED, RUST, data, finish
from longwave.i18n import _, word
from longwave.topics.value.models.buyers import least_share

SURPLUS_LIMIT = 3.0
HALF = 50.0
YEARS_FOR_LABELS = 11  # room at the right of the last year, for the names and for a guess
LEAST_RATIO = 1.27  # of two labels on the logarithmic scale, so that they do not touch


def least_share_chart(studies: pd.DataFrame) -> alt.LayerChart:
    """Draw which part of the value buyers can have, by what they keep of each dollar, with published estimates.

    `studies` has the columns study (words) and surplus (dollars a dollar paid, from 0 to 3). The shaded band runs from
    the least part to all of the value, which is the most only where the selling side does not lose. A least part is
    rounded down.
    """
    points = studies.assign(least=[100 * least_share(surplus) for surplus in studies["surplus"]])
    points["label"] = [
        _("{study}: {surplus:.2f}, so {least:.0f} % or more").format(
            study=study, surplus=surplus, least=math.floor(least)
        )
        for study, surplus, least in points[["study", "surplus", "least"]].itertuples(index=False)
    ]
    title = _least_share_title(points)
    words = _(
        "{title}. A curve rises from 0 at no surplus through 50 % at one dollar a dollar; the band above it, to 100 %, "
        "is possible if sellers do not lose. Points on the curve: {points}."
    ).format(title=title, points="; ".join(points["label"]))
    x = alt.X(
        "surplus:Q",
        title=_("What riders keep for each dollar paid (s, dollars)"),
        scale=alt.Scale(domain=[0, SURPLUS_LIMIT], nice=False),
    )
    y = alt.Y("least:Q", title=_("Riders' part of the value (%)"), scale=alt.Scale(domain=[0, 100], nice=False))
    label = alt.Chart(data("studies", points)).mark_text(align="left", dx=11, dy=12, fontSize=13, color=INK)
    return finish(
        alt.layer(
            *_band(x, y),
            alt.Chart(data("studies", points))
            .mark_point(filled=True, size=110, opacity=1, color=RUST, shape="diamond")
            .encode(x=x, y=y),
            label.encode(x=x, y=y, text=alt.Text("label:N")),
        ),
        title,
        words,
        subtitle=_("Shaded: possible if sellers do not lose. Lower edge: the sellers give up nothing. Dashed: half."),
        height=260,
    )


def _least_share_title(points: pd.DataFrame) -> str:
    """Return the finding: which estimates settle that riders have most, and which leave it open."""
    sure, unsure = points[points["least"] > HALF]["surplus"], points[points["least"] <= HALF]["surplus"]
    if unsure.empty:
        return _("From {least:.2f} a dollar on riders have most of the value").format(least=sure.min())
    if sure.empty:
        return _("Up to {most:.2f} a dollar riders need not have most of the value").format(most=unsure.max())
    return _("At {sure:.2f} a dollar riders have most of the value; at {unsure:.2f} they need not").format(
        sure=sure.min(), unsure=unsure.max()
    )


def _band(x: alt.X, y: alt.Y) -> tuple[alt.Chart, alt.Chart, alt.Chart]:
    """Return the band of what is possible, its lower edge, and the line at one half."""
    steps = np.linspace(0, SURPLUS_LIMIT, 61)
    curve = pd.DataFrame({"surplus": steps, "least": [100 * least_share(step) for step in steps], "all": 100.0})
    base = alt.Chart(data("curve", curve))
    half = alt.Chart(data("half", pd.DataFrame({"least": [HALF]})))
    return (
        base.mark_area(color=BLUE, opacity=0.14).encode(x=x, y=y, y2=alt.Y2("all:Q")),
        base.mark_line(color=BLUE, strokeWidth=3).encode(x=x, y=y),
        half.mark_rule(color=MUTED, strokeDash=[6, 4]).encode(y=y),
    )


def price_index_chart(prices: pd.DataFrame, marked: str, others: str) -> alt.LayerChart:
    """Draw price indices at the ends of the years on a logarithmic scale, each with its name and last value.

    Args:
        prices: Columns item, month (such as "1997-12") and index, 100 at the start; the rows of an item by month.
        marked: The item that the title speaks of.
        others: The item of all prices, drawn dashed.
    """
    shown = prices[prices["month"].str.endswith("-12") | (prices["month"] == prices["month"].max())]
    frame = shown.assign(year=[int(month[:4]) + int(month[5:]) / 12 for month in shown["month"]])
    ends = frame.groupby("item", sort=False).tail(1)
    last = ends.set_index("item")["index"]
    pairs = zip(ends["item"], ends["index"], strict=True)
    labels = ends.assign(label=[f"{word(item)} {value:g}" for item, value in pairs])
    title = _("{marked} fell to {low:g} while {others} rose to {high:g}: {times:.0f} times cheaper beside them").format(
        marked=word(marked).capitalize(),
        low=last[marked],
        others=word(others),
        high=last[others],
        times=last[others] / last[marked],
    )
    words = _("{title}. Lines on a logarithmic scale from 100, which end at: {ends}.").format(
        title=title, ends="; ".join(labels["label"])
    )
    low, high = int(frame["year"].min()), int(frame["year"].max())
    x = alt.X(
        "year:Q",
        title=_("Year"),
        scale=alt.Scale(domain=[low, high + YEARS_FOR_LABELS], nice=False),
        axis=alt.Axis(format="d", values=list(range(low, high + 1, 3))),
    )
    y = alt.Y(
        "index:Q",
        title=_("Price (December 1997 = 100, logarithmic)"),
        scale=alt.Scale(type="log", domain=[3, 300], nice=False),
        axis=alt.Axis(values=[3, 10, 30, 100, 300]),
    )
    layers = [
        alt.Chart(data(f"line_{number}", rows)).mark_line(**_line_look(str(item), marked, others)).encode(x=x, y=y)
        for number, (item, rows) in enumerate(frame.groupby("item", sort=False))
    ]
    text = alt.Chart(data("ends", _apart(labels))).mark_text(align="left", dx=6, fontSize=13, color=INK)
    return finish(
        alt.layer(*layers, text.encode(x=x, y=alt.Y("place:Q"), text=alt.Text("label:N"))), title, words, height=340
    )


def _apart(labels: pd.DataFrame) -> pd.DataFrame:
    """Return the labels with a place each: at the end of its line, or lower where it would touch the label above."""
    ordered = labels.sort_values("index", ascending=False, kind="stable")
    places: list[float] = []
    for end in ordered["index"]:
        places.append(min(end, places[-1] / LEAST_RATIO) if places else float(end))
    return ordered.assign(place=places)


def _line_look(item: str, marked: str, others: str) -> dict[str, object]:
    if item == marked:
        return {"color": BLUE, "strokeWidth": 3}
    if item == others:
        return {"color": INK, "strokeWidth": 2, "strokeDash": [6, 4]}
    return {"color": MUTED, "strokeWidth": 1.5}

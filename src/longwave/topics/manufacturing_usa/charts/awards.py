"""The score by size on trial: real awards, the line beyond which it calls a pair too unusual, and a printed pair."""

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.theme import BLUE, GREY, INK, PLUM, RUST, data, finish
from longwave.i18n import _
from longwave.topics.manufacturing_usa.models.held_out import held_out
from longwave.topics.manufacturing_usa.models.institutes import UNIT, sums_of_others

FAR = 0.05
FRAME = {"federal": [20, 250], "others": [20, 600]}  # the line and every pair, with room around them
TICKS = [20, 30, 50, 100, 200, 400]


def awards_chart(institute: str, printed: tuple[float, float]) -> alt.LayerChart:
    """Draw the awards whose both sums are known, and where the score by size refuses a pair for one institute.

    `printed` is the pair in million USD that the institute's garbled cell is read as. The line is where the chance of
    a pair as far from all *other* institutes is one in twenty.
    """
    awards = held_out().reset_index()
    name = awards.loc[awards["chance"] < FAR, "institute"].iloc[0]
    kinds = {
        True: _("{name}: award").format(name=name),
        False: _("other awards"),
        None: _("{name}: its cell, as we read it").format(name=institute),
    }
    awards["kind"] = (awards["chance"] < FAR).map(kinds)
    read = pd.DataFrame({"institute": [institute], "federal": printed[0], "others": printed[1], "kind": kinds[None]})
    marks = pd.concat([awards[["institute", "federal", "others", "kind"]], read])
    title = _("The distance test refuses {name}'s real award and passes our reading").format(name=name)
    words = _in_words(title, name, awards, printed)
    axis = alt.Axis(values=TICKS)
    scales = {side: alt.Scale(type="log", domain=domain, nice=False) for side, domain in FRAME.items()}
    x = alt.X("federal:Q", title=_("Federal money (million USD)"), scale=scales["federal"], axis=axis)
    y = alt.Y("others:Q", title=_("Money of others (million USD)"), scale=scales["others"], axis=axis)
    line = alt.Chart(data("line", _line(institute))).mark_line(color=GREY, strokeDash=[6, 4], clip=True)
    legend = alt.Legend(orient="top", title=None, symbolSize=110, labelLimit=300)
    domain = list(kinds.values())
    look = {"color": [RUST, BLUE, PLUM], "shape": ["triangle-up", "circle", "square"]}
    points = alt.Chart(data("awards", marks)).mark_point(size=80, strokeWidth=2, opacity=1)
    points = points.encode(
        x=x,
        y=y,
        color=alt.Color("kind:N", legend=legend, scale=alt.Scale(domain=domain, range=look["color"])),
        shape=alt.Shape("kind:N", legend=legend, scale=alt.Scale(domain=domain, range=look["shape"])),
        tooltip=[alt.Tooltip("institute:N", title=_("Institute")), alt.Tooltip("federal:Q"), alt.Tooltip("others:Q")],
    )
    several = alt.Chart(data("several", _several(awards))).mark_text(align="left", dx=8, fontSize=12, color=INK)
    drawn = alt.layer(line.encode(x=x, y=y, order="step:Q"), points, several.encode(x=x, y=y, text="label:N"))
    note = _("Dashed: one pair in twenty lies outside, if the others' logarithms are normal and independent.")
    return finish(drawn, title, words, subtitle=note, width=460, height=330)


def _in_words(title: str, name: str, awards: pd.DataFrame, printed: tuple[float, float]) -> str:
    sums = awards.set_index("institute").loc[name]
    return _(
        "{title}. Marks by federal and other money in million USD, both on scales of powers: {name}'s award, "
        "{federal:g} and {others:g}, lies outside a line around the sums of the other institutes; the pair read in its "
        "cell, {one:g} and {other:g}, lies inside, as do the {count} other awards; marks that lie on one another are "
        "counted."
    ).format(
        title=title,
        name=name,
        federal=sums["federal"],
        others=sums["others"],
        one=printed[0],
        other=printed[1],
        count=len(awards) - 1,
    )


def _several(awards: pd.DataFrame) -> pd.DataFrame:
    """Return the places where several awards lie on one another, with a label that counts them."""
    counts = awards.groupby(["federal", "others"], as_index=False).size()
    counts = counts[counts["size"] > 1]
    return counts.assign(label=[_("{count} awards").format(count=count) for count in counts["size"]])


def _line(institute: str) -> pd.DataFrame:
    """Return the points of the line, an ellipse in logarithms, in million USD."""
    radius, turn = np.sqrt(-2 * np.log(FAR)), np.linspace(0, 2 * np.pi, 73)
    sides = {}
    for side, sums, way in zip(("federal", "others"), sums_of_others(institute), (np.cos, np.sin), strict=True):
        logs = np.log(sums * UNIT)
        sides[side] = np.exp(logs.mean() + radius * logs.std() * way(turn)).round(3)
    return pd.DataFrame({"step": range(len(turn)), **sides})

"""Chart of a network of needs: how many others each package takes with it, beside how many buy from it directly."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, INK, RUST, data, finish
from longwave.i18n import _

NAMED = 5
MEDIAN_AT = 250  # where on the axis of buyers the line of the median is named


def losses_chart(packages: pd.DataFrame) -> alt.LayerChart:
    """Draw what the loss of each package takes with it: DataFrame(buyers, lost) with the packages as its index.

    The five most harmful are named, and the title is about the first of them.
    """
    rows = packages.sort_values("lost", ascending=False, kind="stable").reset_index(names="package")
    worst = rows.iloc[0]
    title = _("{package}: {buyers} direct buyers, and {lost} of {others} others stop without it").format(
        package=worst["package"], buyers=worst["buyers"], lost=worst["lost"], others=len(rows) - 1
    )
    words = _(
        "{title}. One point for each of {count} packages: how many others stop if it is lost, against how many name it "
        "among their needs. The median is {median:.0f}."
    ).format(title=title, count=len(rows), median=rows["lost"].median())
    named = rows.head(NAMED).assign(label=lambda part: part["package"])
    # Most packages have few buyers and some have none: a symmetrical logarithm spreads them and keeps the zero.
    few, even = alt.Scale(type="symlog", domain=[-0.3, 414], nice=False), alt.Scale(domain=[-8, 440], nice=False)
    x_axis, y_axis = alt.Axis(values=[0, 1, 3, 10, 30, 100, 300]), alt.Axis(values=[0, 100, 200, 300, 400])
    x = alt.X("buyers:Q", title=_("Packages that need it directly (stretched near 0)"), scale=few, axis=x_axis)
    y = alt.Y("lost:Q", title=_("Others that stop without it"), scale=even, axis=y_axis)
    points = alt.Chart(data("packages", rows[["buyers", "lost"]])).mark_point(
        filled=True, size=45, opacity=0.5, color=BLUE
    )
    deadly = alt.Chart(data("worst", named))
    middle = pd.DataFrame({"buyers": [MEDIAN_AT], "lost": [rows["lost"].median()]})
    middle["label"] = _("median: {median:.0f}").format(median=rows["lost"].median())
    line = alt.Chart(data("median", middle))
    return finish(
        alt.layer(
            points.encode(x=x, y=y),
            line.mark_rule(color=INK, strokeDash=[6, 4]).encode(y=y),
            line.mark_text(dy=-9, color=INK).encode(x=x, y=y, text="label:N"),
            deadly.mark_point(filled=True, size=110, opacity=1, color=RUST, shape="diamond").encode(x=x, y=y),
            deadly.mark_text(align="center", dy=-16, fontSize=13, color=INK).encode(x=x, y=y, text="label:N"),
        ),
        title,
        words,
        subtitle=_("Real: 415 packages of Debian 12 that the design program FreeCAD needs."),
        height=280,
    )

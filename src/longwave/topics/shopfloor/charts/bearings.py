"""Chart of how bearings wear out: the shapes of many tests, beside the one that textbooks quote."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, INK, PALE, data, finish
from longwave.i18n import _

BIN, LAST = 0.2, 3.2  # the last column holds every shape from LAST on: nothing but single tests lies beyond


def shapes_chart(shapes: pd.Series, textbook: float, ends: tuple[float, float]) -> alt.LayerChart:
    """Draw how often each shape came out in tests of groups of bearings, with 1, the median and a textbook's value.

    `shapes` has one shape for each test, from 0 to 4.6; `textbook` is the shape of a much-quoted list and `ends`
    are those of its interval.
    """
    middle, above = float(shapes.median()), int((shapes >= textbook).sum())
    title = _("The textbooks' list has a higher shape than nine tests in ten")
    if not 0.85 < 1 - above / len(shapes) < 0.95:
        title = _("{above} of {count} tests have a shape of {textbook:.2f} or more").format(
            above=above, count=len(shapes), textbook=textbook
        )
    counts = shapes.clip(upper=LAST + BIN / 2).floordiv(BIN).astype(int).value_counts().sort_index()
    rows = pd.DataFrame({"shape": counts.index * BIN, "end": (counts.index + 1) * BIN, "tests": counts.to_numpy()})
    none = int((shapes <= 1).sum())
    words = _(
        "{title}. Columns of how many of {count} tests have each shape, from {low:.2f} to {high:.2f}, highest near the "
        "median {middle:.2f}. Three upright lines: at 1, with {none} tests at or below it; at the median; and at the "
        "textbooks' {textbook:.2f}, with {above} tests at or above it. A level line shows the interval of that list, "
        "from {start:.2f} to {end:.2f}."
    ).format(
        title=title,
        count=len(shapes),
        low=shapes.min(),
        high=shapes.max(),
        middle=middle,
        none=none,
        textbook=textbook,
        above=above,
        start=ends[0],
        end=ends[1],
    )
    top = float(rows["tests"].max())
    marks = pd.DataFrame(
        {
            "shape": [1.0, middle, textbook],
            "tests": [top * 1.04, top * 1.2, top * 0.82],
            "label": [
                _("no wear up to 1: {none} tests").format(none=none),
                _("median {middle:.2f}").format(middle=middle),
                _("textbooks {textbook:.2f}: {above} tests from here").format(textbook=textbook, above=above),
            ],
        }
    )
    x = alt.X(
        "shape:Q",
        title=_("Shape of the test (β); the last column holds all from {last:.1f}").format(last=LAST),
        scale=alt.Scale(domain=[0, LAST + 2 * BIN], nice=False),
        axis=alt.Axis(values=[0, 0.5, 1, 1.5, 2, 2.5, 3], format=".1f"),
    )
    y = alt.Y("tests:Q", title=_("Tests"), scale=alt.Scale(domain=[0, top * 1.28], nice=False))
    columns = alt.Chart(data("columns", rows.assign(floor=0)))
    return finish(
        alt.layer(
            columns.mark_rect(fill=PALE[BLUE], stroke=BLUE).encode(x=x, x2=alt.X2("end:Q"), y=y, y2=alt.Y2("floor:Q")),
            alt.Chart(data("rules", marks.assign(floor=0.0)))
            .mark_rule(strokeWidth=2, color=INK, strokeDash=[6, 4])
            .encode(x=x, y=y, y2=alt.Y2("floor:Q")),
            alt.Chart(data("interval", pd.DataFrame({"shape": [ends[0]], "end": [ends[1]], "tests": [top * 0.74]})))
            .mark_rule(strokeWidth=4, color=INK)
            .encode(x=x, x2=alt.X2("end:Q"), y=y),
            alt.Chart(data("right_of", marks.iloc[1:]))
            .mark_text(align="left", dx=6, fontSize=13, color=INK)
            .encode(x=x, y=y, text=alt.Text("label:N")),
            alt.Chart(data("left_of", marks.iloc[:1]))
            .mark_text(align="right", dx=-6, fontSize=13, color=INK)
            .encode(x=x, y=y, text=alt.Text("label:N")),
        ),
        title,
        words,
        subtitle=_(
            "{count} tests of ball bearings, three makers, printed 1956. Thick line: interval of the textbooks' list."
        ).format(count=len(shapes)),
        height=230,
    )

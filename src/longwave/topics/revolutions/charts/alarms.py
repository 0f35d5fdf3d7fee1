"""The chart of false alarms: how often a row that is right would be repaired, by how rough its dates are."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, MUTED, RUST, data, finish
from longwave.i18n import _


def alarms_chart(right: pd.Series, random: float) -> alt.LayerChart:
    """Draw the share of rows for which another cut scores higher than their own.

    Args:
        right: Share of copies of a row that is right, from 0 to 1, by the largest error of a date in years.
        random: The same share for rows of random years.
    """
    safe = int(right.index[right == 0].max())
    title = _("With dates good to {years} years this right row is safe; of random rows {share:.0%} would be “repaired”")
    title = title.format(years=safe, share=random)
    last = int(right.index.max())
    words = _("{title}. A line by the error of dates: {points}. A level line at {share:.0%}.").format(
        title=title,
        points=", ".join(f"{share:.0%} ({years})" for years, share in right.iloc[:: max(1, len(right) // 5)].items()),
        share=random,
    )
    x = alt.X("within:Q", title=_("Each date may be off by up to (years)"), scale=alt.Scale(domain=[0, last]))
    y = alt.Y("share:Q", title=_("Share of rows"), axis=alt.Axis(format="%"), scale=alt.Scale(domain=[0, 1]))
    rows = right.rename("share").rename_axis("within").reset_index()
    beside = right.index[-(len(right) // 4) - 1]  # where the line is steep, its name fits above and to the left
    names = pd.DataFrame(
        {
            "within": [last * 0.99, float(beside)],
            "share": [random + 0.05, float(right[beside]) + 0.04],
            "label": [_("rows of random years"), _("a row that is right")],
        }
    )
    line = alt.Chart(data("right_rows", rows)).mark_line(color=BLUE, strokeWidth=2.5, point={"color": BLUE, "size": 40})
    level = alt.Chart(data("random_rows", names.iloc[:1].assign(share=random))).mark_rule(
        color=RUST, strokeDash=[6, 4], strokeWidth=2
    )
    labels = alt.Chart(data("line_names", names)).mark_text(align="right", fontSize=13, color=MUTED)
    return finish(
        alt.layer(
            line.encode(x=x, y=y),
            level.encode(y=y),
            labels.encode(x=x, y=y, text=alt.Text("label:N")),
        ),
        title,
        words,
        subtitle=_("An alarm: another of the ten cuts brings more years home than the row's own."),
        height=240,
    )

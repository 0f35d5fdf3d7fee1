"""Who sold the world's chips, by the home of the firm."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, INK, MUTED, PLUM, RUST, data, finish
from longwave.i18n import _

FIRST, ROOM = 1980, 3.4  # the first year of the axis, and years of room for the names at its end
COLOURS, SHAPES = [BLUE, RUST, PLUM], ["circle", "square", "triangle-up"]


def chip_shares_chart(shares: pd.DataFrame, start: int = 1990, founded: float = 1987.6) -> alt.LayerChart:
    """Draw the shares of three regions with the club's founding; the title says who won and lost from `start` on.

    `shares` is the dataset chip_shares: year, region, percent. Years that were not read have no point, and the line
    across them is thin and dashed.
    """
    rows = shares[["year", "region", "percent"]]
    wide = rows.pivot(index="year", columns="region", values="percent")
    names = {"North America": _("North America"), "Japan": _("Japan"), "Asia-Pacific": _("Asia-Pacific")}
    rows = rows.assign(region=rows["region"].map(names))
    last = int(wide.index.max())
    moved = wide.loc[last] - wide.loc[start]
    title = _(
        "Japan lost {japan:.1f} points and the rest {rest:.1f}: others in Asia won {asia:.1f}, North America {us:.1f}"
    ).format(japan=-moved["Japan"], rest=moved.sum(), asia=moved["Asia-Pacific"], us=moved["North America"])
    words = _("From {start} to {last}: {title}. {regions}.").format(
        start=start,
        last=last,
        title=title,
        regions="; ".join(
            f"{names[region]}: " + ", ".join(f"{year} {value:.1f}%" for year, value in wide[region].dropna().items())
            for region in names
        ),
    )
    x = alt.X(
        "year:Q",
        title=_("Year"),
        scale=alt.Scale(domain=[FIRST - 0.3, last + ROOM], nice=False),
        axis=alt.Axis(format="d", values=list(range(FIRST, last + 1, 5))),
    )
    y = alt.Y(
        "percent:Q",
        title=_("Per cent of world sales"),
        scale=alt.Scale(domain=[0, 60], nice=False),
        axis=alt.Axis(values=[0, 20, 40, 60]),
    )
    domain = list(names.values())
    color = alt.Color("region:N", legend=None, scale=alt.Scale(domain=domain, range=COLOURS))
    shape = alt.Shape("region:N", legend=None, scale=alt.Scale(domain=domain, range=SHAPES))
    base = alt.Chart(data("shares", rows)).encode(x=x, y=y, color=color)
    ends = rows[rows["year"] == last].assign(label=lambda frame: frame["region"])
    ends = ends.assign(
        percent=ends["percent"] + ends["region"].map({names["North America"]: 2.2, names["Japan"]: -2.6}).fillna(0)
    )
    events = pd.DataFrame({"year": [founded], "percent": [22], "label": [_("club founded")]})
    when = alt.Chart(data("events", events))
    return finish(
        alt.layer(
            when.mark_rule(color=MUTED, strokeDash=[2, 3]).encode(x=x),
            when.mark_text(align="right", dx=-5, fontSize=12, color=INK).encode(x=x, y=y, text="label:N"),
            base.mark_line(strokeWidth=1.2, strokeDash=[5, 4]),
            base.mark_point(size=80, filled=True, opacity=1).encode(shape=shape),
            alt.Chart(data("ends", ends))
            .mark_text(align="left", dx=9, fontSize=12)
            .encode(x=x, y=y, text="label:N", color=color),
        ),
        title,
        words,
        subtitle=_(
            "Title: {start} to {last}. Dataquest's estimates in newspapers; years without a point were not there."
        ).format(start=start, last=last),
        width=420,
        height=190,
    )

"""What Fraunhofer's base was, and what the rule of 30 for 70 would have paid."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, INK, RUST, data, finish
from longwave.i18n import _
from longwave.topics.manufacturing_usa.models.promises import base_money

BELOW = 75  # million euros below its line is the name of the rule, clear of industry's line
ROOM = 1.1  # years of room for the names at the end of the lines


def rules_chart(paid: pd.DataFrame) -> alt.LayerChart:
    """Draw the base, what the rule gives for the year's earnings, and industry's money, by year.

    `paid` has the columns year, base_million_eur, earned_million_eur and industry_million_eur, in million euros;
    a year whose earnings were not read has no point of the rule.
    """
    names = {"base": _("base, as paid"), "rule": _("30 for 70 earned"), "industry": _("from industry")}
    rule = paid["earned_million_eur"].map(lambda earned: base_money(earned, "follows"), na_action="ignore")
    wide = pd.DataFrame(
        {"year": paid["year"], "base": paid["base_million_eur"], "rule": rule, "industry": paid["industry_million_eur"]}
    )
    gap = (wide["base"] - wide["rule"]).set_axis(wide["year"]).dropna()
    first, last = int(gap.index.min()), int(gap.index.max())
    title = _("In {first} the base was {below:.0f} below its rule, in {last} it was {above:.0f} above").format(
        first=first, below=-gap[first], last=last, above=gap[last]
    )
    rows = wide.melt("year", var_name="what", value_name="money").dropna()
    rows = rows.assign(what=rows["what"].map(names), money=rows["money"].round(1))
    words = _("{title}. Million euros: {lines}.").format(
        title=title,
        lines="; ".join(
            f"{name} " + ", ".join(f"{row.year} {row.money:.0f}" for row in rows[rows["what"] == name].itertuples())
            for name in names.values()
        ),
    )
    years = sorted(wide["year"])
    x = alt.X(
        "year:Q",
        title=_("Year"),
        scale=alt.Scale(domain=[years[0] - 0.1, years[-1] + ROOM], nice=False),
        axis=alt.Axis(format="d", values=years),
    )
    y = alt.Y("money:Q", title=_("Million euros"), scale=alt.Scale(domain=[0, 900], nice=False))
    domain = list(names.values())
    color = alt.Color("what:N", legend=None, scale=alt.Scale(domain=domain, range=[BLUE, INK, RUST]))
    dash = alt.StrokeDash("what:N", legend=None, scale=alt.Scale(domain=domain, range=[[1, 0], [7, 4], [2, 3]]))
    ends = rows.sort_values("year", kind="stable").groupby("what", sort=False).tail(1)
    ends = ends.assign(money=ends["money"].where(ends["what"] != names["rule"], ends["money"] - BELOW))
    return finish(
        alt.layer(
            alt.Chart(data("money", rows)).mark_line(strokeWidth=2.5).encode(x=x, y=y, color=color, strokeDash=dash),
            alt.Chart(data("ends", ends))
            .mark_text(align="left", dx=8, fontSize=12)
            .encode(x=x, y=y, color=color, text="what:N"),
        ),
        title,
        words,
        subtitle=_("Fraunhofer's contract research. Earnings of the last year were not read."),
        width=400,
        height=170,
    )

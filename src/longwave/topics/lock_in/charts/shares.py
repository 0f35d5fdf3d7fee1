"""Charts of who holds a market: what one gift is worth by the lead, and who had the visitors of a site."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, PLUM, RUST, data, finish
from longwave.i18n import _
from longwave.topics.lock_in.models.lock_in import lock_in_probability

DASHES = ([1, 0], [7, 4], [2, 3], [9, 3, 2, 3])


def gifts_chart(advantage: float, barrier: int) -> alt.LayerChart:
    """Draw what one gift adds to the chance of the better standard, and to that of the worse, by the present lead.

    `advantage` (p, above one half) and `barrier` (N) are as in `lock_in_probability`.
    """
    owners = {_("better standard"): advantage, _("worse standard"): 1 - advantage}
    rows = pd.DataFrame(
        [
            {
                "owner": owner,
                "lead": lead,
                "worth": lock_in_probability(chance, barrier, lead + 1) - lock_in_probability(chance, barrier, lead),
            }
            for owner, chance in owners.items()
            for lead in range(1 - barrier, barrier)
        ]
    )
    better, worse = (rows[rows["owner"] == owner] for owner in owners)
    title = _("A gift helps the better standard most when it is far behind, and the worse when it leads")
    words = _(
        "{title}. By the own lead from {low} to {high}, one gift adds {first:.3f} falling to {last:.3f} to the chance "
        "of the better standard, and {start:.3f} rising to {end:.3f} to that of the worse."
    ).format(
        title=title,
        low=int(rows["lead"].min()),
        high=int(rows["lead"].max()),
        first=better["worth"].iloc[0],
        last=better["worth"].iloc[-1],
        start=worse["worth"].iloc[0],
        end=worse["worth"].iloc[-1],
    )
    names = list(owners)
    legend = alt.Legend(orient="top", title=None)
    x = alt.X("lead:Q", title=_("Own lead before the gift (plants)"), axis=alt.Axis(tickMinStep=1, format="d"))
    y = alt.Y("worth:Q", title=_("What one gift adds to the chance"), scale=alt.Scale(domain=[0, 0.25]))
    color = alt.Color("owner:N", legend=legend, scale=alt.Scale(domain=names, range=[BLUE, RUST]))
    shape = alt.Shape("owner:N", legend=legend, scale=alt.Scale(domain=names, range=["circle", "triangle-up"]))
    base = alt.Chart(data("gifts", rows)).encode(x=x, y=y, color=color)
    lines = base.mark_line(strokeWidth=2)
    return finish(
        alt.layer(lines, base.mark_point(filled=True, size=80, opacity=1).encode(shape=shape)),
        title,
        words,
        subtitle=_("Computed with p = {chance:g} and N = {barrier}.").format(chance=advantage, barrier=barrier),
        height=240,
    )


def browsers_chart(shares: pd.DataFrame, names: tuple[str, ...]) -> alt.LayerChart:
    """Draw the shares of some browsers over time.

    Args:
        shares: Columns month (such as 2002-01), browser and percent, as in the dataset `browser_shares`.
        names: At most four browsers.
    """
    rows = shares[shares["browser"].isin(names)].copy()
    rows["time"] = rows["month"].str[:4].astype(int) + (rows["month"].str[5:].astype(int) - 1) / 12
    leads = rows.loc[rows.groupby("month")["percent"].idxmax()].sort_values("month")
    changes = leads[leads["browser"] != leads["browser"].shift()]
    first = changes.iloc[0]
    title = _("{leader} led with {percent:.0f} % and lost the lead all the same").format(
        leader=first["browser"], percent=rows.loc[rows["browser"] == first["browser"], "percent"].max()
    )
    reigns = "; ".join(f"{row['browser']}, {row['month']}" for _i, row in changes.iterrows())
    words = _(
        "{title}. A line for each of {count} browsers, in per cent of visits. In the lead from: {reigns}."
    ).format(title=title, count=len(names), reigns=reigns)
    colors = [RUST, BLUE, GREEN, PLUM][: len(names)]
    legend = alt.Legend(orient="top", title=None, symbolStrokeWidth=3, symbolSize=260)
    x = alt.X("time:Q", title=_("Year"), scale=alt.Scale(domain=[2002, 2016], nice=False), axis=alt.Axis(format="d"))
    y = alt.Y("percent:Q", title=_("Share of visits (%)"), scale=alt.Scale(domain=[0, 100]))
    lines = (
        alt.Chart(data("browsers", rows[["time", "browser", "percent"]]))
        .mark_line(strokeWidth=2.5)
        .encode(
            x=x,
            y=y,
            color=alt.Color("browser:N", legend=legend, scale=alt.Scale(domain=list(names), range=colors)),
            strokeDash=alt.StrokeDash(
                "browser:N", legend=legend, scale=alt.Scale(domain=list(names), range=list(DASHES[: len(names)]))
            ),
        )
    )
    lead = changes.assign(label=[f"{row['browser']}" for _i, row in changes.iterrows()])
    marks = alt.Chart(data("leads", lead[["time", "percent", "label"]]))
    return finish(
        alt.layer(
            lines,
            marks.mark_point(size=90, color=INK, opacity=1).encode(x=x, y=y),
            marks.mark_rule(color=GREY, strokeDash=[2, 3]).encode(x=x),
        ),
        title,
        words,
        subtitle=_("Visitors of w3schools.com, who learn to make web pages. Rings: a new leader."),
        height=240,
    )

"""Charts of profiting from innovation: the Teece map, rivals beside stacked patents, and the right that pays."""

from typing import Any

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, INK, MUTED, PALE, RUST, Axes, data, finish
from longwave.i18n import _
from longwave.topics.appropriation.models import MAP_HOLDERS, MAP_STEPS, expected_creation

ROOM_FOR_A_LABEL = 0.15  # of the longest bar


def teece_map_chart(frame: pd.DataFrame, appropriability: float, holders: int, value: float) -> alt.LayerChart:
    """Draw what an innovator expects to keep, over appropriability and the number of holders; one cell is framed.

    `frame` is what `models.appropriation.teece_map` returns. A cell says the better choice by letter and by colour.
    """
    shown = frame.assign(
        degree=[f"{alpha:.1f}" for alpha in frame["appropriability"]],
        label=[
            (_("B {best:.0f}") if choice == "build" else _("L {best:.0f}")).format(best=best)
            for choice, best in zip(frame["choice"], frame["best"], strict=True)
        ],
    )
    here = (shown["degree"] == f"{appropriability:.1f}") & (shown["holders"] == holders)
    title = _map_title(shown[here].iloc[0], value)
    grid = Axes(
        x=alt.X(
            "degree:O",
            title=_("Appropriability: the chance that nobody copies (α)"),
            sort=[f"{step / MAP_STEPS:.1f}" for step in range(MAP_STEPS + 1)],
            axis=alt.Axis(labelAngle=0, ticks=False, domain=False),
        ),
        y=alt.Y(
            "holders:O",
            title=_("Factories that could make it (k)"),
            sort=list(range(MAP_HOLDERS, 0, -1)),
            axis=alt.Axis(ticks=False, domain=False),
        ),
    )
    color = alt.Color(
        "choice:N", scale=alt.Scale(domain=["licence", "build"], range=[PALE[BLUE], PALE[RUST]]), legend=None
    )
    cells = alt.Chart(data("map", shown[["degree", "holders", "choice", "label"]])).encode(**grid)
    frame_of_here = alt.Chart(data("here", shown.loc[here, ["degree", "holders"]])).encode(**grid)
    layers = [
        cells.mark_rect(stroke="white", strokeWidth=2).encode(color=color),
        frame_of_here.mark_rect(fillOpacity=0, stroke=INK, strokeWidth=3),
        cells.mark_text(fontSize=13).encode(text=alt.Text("label:N")),
    ]
    note = _(
        "What you expect to keep of {value:g}. L: license. B: build a factory. Frame: your place. Invented numbers."
    )
    words = _map_words(shown, shown[here].iloc[0], title, value)
    return finish(alt.layer(*layers), title, words, subtitle=note.format(value=value), width=600, height=230)


def _map_title(here: pd.Series, value: float) -> str:
    """Return the finding at the framed cell: the better choice, and what it leaves."""
    if here["choice"] == "build":
        return _("Build your own: you expect {build:.3g} of {value:g}, and {licence:.3g} from a licence").format(
            build=here["build"], value=value, licence=here["licence"]
        )
    return _("License: you expect {licence:.3g} of {value:g}").format(licence=here["licence"], value=value)


def _map_words(shown: pd.DataFrame, here: pd.Series, title: str, value: float) -> str:
    """Return the alt text of the map: where you are, how many cells say build, and the corners."""
    corners = shown.set_index(["appropriability", "holders"])["best"]
    return _(
        "{title}. You are at α = {alpha:g} and k = {holders}, where your own factory would leave {build:.3g}. "
        "A map of {cells} cells; {builds} say build. With one factory it runs from {a:.3g} at α = 0 to {b:.3g} "
        "at α = 1, with two from {c:.3g} to {d:.3g}."
    ).format(
        title=title,
        alpha=here["appropriability"],
        holders=here["holders"],
        build=here["build"],
        cells=len(shown),
        builds=int((shown["choice"] == "build").sum()),
        a=corners[0.0, 1],
        b=corners[1.0, 1],
        c=corners[0.0, 2],
        d=corners[1.0, 2],
    )


def owners_chart(markets: pd.DataFrame) -> alt.LayerChart:
    """Draw how each market divides what a price equal to the cost would make: owners, users, and nobody.

    `markets` has a column for each market, the one with a single owner first, and the rows income_all, user_surplus and
    lost (money), as `quantity_competition` and `stacked_patents` give them.
    """
    parts = {"income_all": _("owners"), "user_surplus": _("users"), "lost": _("lost")}
    whole = round(float(markets.loc[list(parts)].sum().max()), 6)
    rows: list[dict[str, Any]] = []
    for market in markets.columns:
        left = 0.0
        for row, who in parts.items():
            amount = float(markets[market][row])
            label = _("{who} {amount:.3g}").format(who=who, amount=amount)
            rows.append(
                {
                    "market": market,
                    "who": who,
                    "left": left,
                    "right": left + amount,
                    "label": label if amount > ROOM_FOR_A_LABEL * whole else "",
                    "full": label,
                }
            )
            left += amount
    first, *others = markets.columns
    shares = [markets[other]["income_all"] / markets[first]["income_all"] for other in others]
    title = _("Many owners together earn {share:.0f} % of what one owner would").format(share=100 * min(shares))
    market_words = [
        _("{market}: {parts}").format(
            market=market, parts=", ".join(row["full"] for row in rows if row["market"] == market)
        )
        for market in markets.columns
    ]
    words = _("{title}. Bars of equal length, each in three parts. {markets}.").format(
        title=title, markets="; ".join(market_words)
    )
    x = alt.X(
        "left:Q", title=_("Money a year"), scale=alt.Scale(domain=[0, whole], nice=False), axis=alt.Axis(tickCount=5)
    )
    y = alt.Y("market:N", title=None, sort=None, axis=alt.Axis(labelFontSize=13, ticks=False, domain=False))
    fills = [PALE[BLUE], PALE[GREEN], "white"]
    base = alt.Chart(data("parts", pd.DataFrame(rows))).encode(x=x, y=y)
    bars = base.mark_bar(height=38, stroke=MUTED, strokeWidth=1).encode(
        x2=alt.X2("right:Q"),
        color=alt.Color("who:N", scale=alt.Scale(domain=list(parts.values()), range=fills), legend=None),
        tooltip=[alt.Tooltip("market:N", title=_("Market")), alt.Tooltip("full:N", title=_("Who has what"))],
    )
    labels = base.mark_text(align="left", dx=8, fontSize=13).encode(text=alt.Text("label:N"))
    note = _("Lost: what a price equal to the cost would have made. Invented demand.")
    return finish(alt.layer(bars, labels), title, words, subtitle=note, height=64 * len(markets.columns))


def creation_chart(holders: list[int], research_cost: float, value: float) -> alt.LayerChart:
    """Draw the value that can be expected against appropriability, one line for each number of holders.

    Each line is zero up to the right that pays for the research, and straight from there (`expected_creation`).
    """
    rows: list[dict[str, Any]] = []
    tops: list[dict[str, Any]] = []
    for k in holders:
        pays = min(1.0, research_cost / value * (2 if k == 1 else 1))
        name = _("k = {k}").format(k=k)
        top = {"appropriability": pays, "created": expected_creation(pays, k, research_cost, value), "holders": name}
        end = {"appropriability": 1.0, "created": expected_creation(1, k, research_cost, value), "holders": name}
        nothing = [{"appropriability": alpha, "created": 0.0, "holders": name} for alpha in (0.0, pays)]
        rows += [{**row, "order": order} for order, row in enumerate([*nothing, top, end])]
        tops.append(top)
    best = max(tops, key=lambda top: top["created"])
    title = _("The best right is the weakest that pays: α = {alpha:g}, where research begins").format(
        alpha=best["appropriability"]
    )
    line_words = [
        _("{holders}: nothing below α = {alpha:g}, then from {top:.3g} to {end:.3g}").format(
            holders=top["holders"], alpha=top["appropriability"], top=top["created"], end=rows[4 * i + 3]["created"]
        )
        for i, top in enumerate(tops)
    ]
    words = _("{title}. Lines of expected value against α. {lines}.").format(title=title, lines="; ".join(line_words))
    names = [top["holders"] for top in tops]
    x = alt.X("appropriability:Q", title=_("Appropriability (α)"), scale=alt.Scale(domain=[0, 1]))
    y = alt.Y("created:Q", title=_("Value expected (money)"), scale=alt.Scale(domain=[0, 2 * value]))
    color = alt.Color("holders:N", scale=alt.Scale(domain=names, range=[BLUE, RUST, GREEN][: len(names)]), legend=None)
    dash = alt.StrokeDash(
        "holders:N", scale=alt.Scale(domain=names, range=[[1, 0], [6, 4], [2, 3]][: len(names)]), legend=None
    )
    base = alt.Chart(data("created", pd.DataFrame(rows))).encode(x=x, y=y, color=color)
    marks = alt.Chart(data("tops", pd.DataFrame(tops))).encode(x=x, y=y, color=color)
    layers = [
        base.mark_line(strokeWidth=2.5).encode(strokeDash=dash, order=alt.Order("order:Q")),
        marks.mark_point(filled=True, size=60, opacity=1),
        marks.mark_text(align="right", dx=-9, fontSize=13).encode(text=alt.Text("holders:N")),
    ]
    note = _("k: factories that could make it. Before the cost of research, {cost:g}. Invented numbers.")
    return finish(alt.layer(*layers), title, words, subtitle=note.format(cost=research_cost), width=520, height=280)

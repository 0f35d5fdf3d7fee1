"""Charts of the long tail: where the curve of sales begins, how deep a plant reaches, and which plant makes what."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, INK, MUTED, PALE, RUST, data, finish
from longwave.i18n import _
from longwave.topics.longtail.models.ranks import sales_by_rank, tail_share

SHOWN_TITLES = 6
LOWEST_SALES = 10
POWERS_OF_TEN = [1, 10, 100, 1000, 10_000, 100_000]
TIMES_DOMAIN = (0.2, 500)


def best_seller_counted(exponent: float, start: float) -> float:
    """Compute how much of the best-seller the area under r^−b counts, from a start up to rank 1½.

    The best-seller's block is 1 wide and 1 high. An exponent of 1 has no such power and is not drawn.

    >>> round(best_seller_counted(0.871, 1), 2), round(best_seller_counted(0.871, 0.5), 2)
    (0.42, 1.08)
    """
    power = 1 - exponent
    return (1.5**power - start**power) / power


def blocks_chart(exponent: float) -> alt.LayerChart:
    """Draw the first titles as blocks, one rank wide, and the curve r^−b from rank 1 (full) and from ½ (dashed)."""
    from_one, from_half = (best_seller_counted(exponent, start) for start in (1, 0.5))
    title = _("A curve begun at rank 1 counts {share:.0%} of the best-seller").format(share=from_one)
    blocks = sales_by_rank(range(1, SHOWN_TITLES + 1), 1, exponent)
    words = _(
        "{title}. Blocks, one for each of the first titles, as heights: {blocks}. A curve runs through the middle of "
        "the blocks' tops; from rank 1 on it is full, from half a rank on it is dashed and counts {half:.0%}."
    ).format(title=title, blocks=", ".join(f"{height:.2f}" for height in blocks), half=from_half)
    x = alt.X(
        "rank:Q",
        title=_("Rank (r)"),
        scale=alt.Scale(domain=[0.5, SHOWN_TITLES + 0.5], nice=False),
        axis=alt.Axis(values=list(range(1, SHOWN_TITLES + 1)), format="d"),
    )
    y = alt.Y("sold:Q", title=_("Sold (best-sellers)"), scale=alt.Scale(domain=[0, 1.9], nice=False))
    rows = pd.DataFrame(
        {"rank": blocks.index - 0.5, "end": blocks.index + 0.5, "sold": blocks.to_numpy(), "floor": 0.0}
    )
    bars = alt.Chart(data("blocks", rows)).mark_rect(fill=PALE[BLUE], stroke=BLUE)
    return finish(
        alt.layer(
            bars.encode(x=x, x2=alt.X2("end:Q"), y=y, y2=alt.Y2("floor:Q")),
            _curve("full", exponent, 1.0, SHOWN_TITLES + 0.5, [1, 0]).encode(x=x, y=y),
            _curve("dashed", exponent, 0.5, 1.0, [6, 4]).encode(x=x, y=y),
            _blocks_key().encode(x=x, y=y, text=alt.Text("label:N")),
        ),
        title,
        words,
        subtitle=_("The first six titles. Area is sales, in units of what the best-seller sells."),
        height=260,
    )


def _curve(name: str, exponent: float, start: float, end: float, dash: list[int]) -> alt.Chart:
    ranks = [start + (end - start) * step / 40 for step in range(41)]
    rows = pd.DataFrame({"rank": ranks, "sold": [rank**-exponent for rank in ranks]})
    return alt.Chart(data(name, rows)).mark_line(color=RUST, strokeWidth=2.5, strokeDash=dash)


def _blocks_key() -> alt.Chart:
    rows = pd.DataFrame(
        [
            {"rank": 0.75, "sold": 1.5, "label": _("dashed: half a rank more (midpoint)")},
            {"rank": 1.6, "sold": 0.92, "label": _("full curve: from rank 1 (integral)")},
            {"rank": 2.6, "sold": 0.65, "label": _("blocks: one for each title (sum)")},
        ]
    )
    return alt.Chart(data("key", rows)).mark_text(align="left", fontSize=13)


def reach_chart(
    plants: pd.DataFrame, times: pd.Series, exponent: float, first_sales: float, titles: int
) -> alt.VConcatChart:
    """Draw how deep a mass and a flexible plant reach into the tail, and how many times each thing has moved.

    `plants` has the rows mass and flexible and the column last_rank. `times` has the entries setup, reach and lot: how
    many times cheaper the set-up is, how many times deeper the last rank is, and how many times smaller the lot is.
    """
    mass, flexible = (int(plants["last_rank"][plant]) for plant in ("mass", "flexible"))
    title = _reach_title(mass, flexible, titles, times["setup"])
    words = _(
        "{title}. A falling line of sales against rank, both on logarithmic scales, marked at the last rank worth "
        "serving: {mass:,} for the mass plant, {flexible:,} for the flexible one. Below, three marks, in times: "
        "set-up cheaper, {setup:.3g}; last rank deeper, {reach:.3g}; best-seller's lot smaller, {lot:.3g}."
    ).format(title=title, mass=mass, flexible=flexible, **times)
    reach, changes = _reach_view(plants, exponent, first_sales, titles), _times_view(times)
    # Set in place: `properties` would copy each view.
    reach.width, reach.height, changes.width, changes.height = 540, 220, 420, 84
    joined = alt.vconcat(reach, changes, spacing=18)
    note = _("Invented door handles. Mass: square, dashed. Flexible: diamond, full. Below: changes, as multiples.")
    return finish(joined, title, words, subtitle=note, width=None, height=None)


def _reach_title(mass: int, flexible: int, titles: int, cheaper: float) -> str:
    if flexible < mass:
        return _("The flexible plant stops sooner: {now:,} designs pay, not {before:,}").format(
            now=flexible, before=mass
        )
    if flexible == mass:
        return _("Both plants reach the same rank: {now:,} designs pay").format(now=flexible)
    if flexible == titles:
        return _("Set-up {cheaper:g} times cheaper: all {now:,} designs pay").format(cheaper=cheaper, now=flexible)
    return _("Set-up {cheaper:g} times cheaper: {now:,} designs pay, not {before:,}").format(
        cheaper=cheaper, now=flexible, before=mass
    )


def _reach_view(plants: pd.DataFrame, exponent: float, first_sales: float, titles: int) -> alt.LayerChart:
    x = alt.X(
        "rank:Q",
        title=_("Rank (r, logarithmic)"),
        scale=alt.Scale(type="log", domain=[1, titles], nice=False),
        axis=alt.Axis(values=POWERS_OF_TEN, format=","),
    )
    y = alt.Y(
        "sold:Q",
        title=_("Sold a year (units, logarithmic)"),
        scale=alt.Scale(type="log", domain=[LOWEST_SALES, 2 * first_sales], nice=False),
        axis=alt.Axis(values=POWERS_OF_TEN, format=","),
    )
    names = list(plants.index)
    color = alt.Color("plant:N", legend=None, scale=alt.Scale(domain=names, range=[GREY, RUST]))
    dash = alt.StrokeDash("plant:N", legend=None, scale=alt.Scale(domain=names, range=[[6, 4], [1, 0]]))
    shape = alt.Shape("plant:N", legend=None, scale=alt.Scale(domain=names, range=["square", "diamond"]))
    ends = sales_by_rank([1, titles], first_sales, exponent)
    curve = alt.Chart(data("curve", pd.DataFrame({"rank": ends.index, "sold": ends.to_numpy()})))
    places, key = _places_on_curve(plants, first_sales, exponent), _plants_key(plants, first_sales)
    lines = alt.Chart(data("last_ranks", places))
    points = alt.Chart(data("marks", pd.concat([places, key])[["plant", "rank", "sold"]]))
    words = alt.Chart(data("key", key)).mark_text(align="left", dx=12, fontSize=13)
    return alt.layer(
        curve.mark_line(color=BLUE, strokeWidth=2.5, clip=True).encode(x=x, y=y),
        lines.mark_rule(strokeWidth=2).encode(x=x, y=y, y2=alt.Y2("floor:Q"), color=color, strokeDash=dash),
        points.mark_point(filled=True, size=110, opacity=1).encode(x=x, y=y, color=color, shape=shape),
        words.encode(x=x, y=y, text=alt.Text("label:N"), color=color),
    )


def _places_on_curve(plants: pd.DataFrame, first_sales: float, exponent: float) -> pd.DataFrame:
    """Return the marks of the last ranks as rows, without those at which nothing pays: a log scale has no rank 0."""
    shown = plants[plants["last_rank"] >= 1]
    rank = shown["last_rank"].to_numpy(dtype=float)
    return pd.DataFrame(
        {"plant": list(shown.index), "rank": rank, "sold": first_sales * rank**-exponent, "floor": LOWEST_SALES}
    )


def _plants_key(plants: pd.DataFrame, first_sales: float) -> pd.DataFrame:
    """Return the key, which is high at the right, where no falling curve goes."""
    names = {"mass": _("mass plant: {count:,} designs"), "flexible": _("flexible plant: {count:,} designs")}
    labels = [names[plant].format(count=int(plants["last_rank"][plant])) for plant in plants.index]
    heights = [1.2 * first_sales, 0.55 * first_sales]
    return pd.DataFrame({"plant": list(plants.index), "rank": 200, "sold": heights, "label": labels})


def _times_view(times: pd.Series) -> alt.LayerChart:
    names = {
        "setup": _("Set-up cheaper"),
        "reach": _("Last rank deeper"),
        "lot": _("Best-seller's lot smaller"),
    }
    rows = pd.DataFrame(
        {
            "what": list(names.values()),
            "start": 1.0,
            "times": [float(times[name]) for name in names],
            "place": [max(1.0, float(times[name])) for name in names],
            "label": [_("× {times:.3g}").format(times=times[name]) for name in names],
        }
    )
    scale = alt.Scale(type="log", domain=list(TIMES_DOMAIN), nice=False)
    axis = alt.Axis(values=[0.2, 1, 10, 100], format="~g")
    x = alt.X("start:Q", title=_("How many times (logarithmic)"), scale=scale, axis=axis)
    y = alt.Y("what:N", title=None, sort=None, axis=alt.Axis(labelFontSize=13, ticks=False, labelLimit=240))
    base = alt.Chart(data("times", rows))
    # A stem from 1 with a head: what has not changed still has a mark, where a bar would have no length.
    return alt.layer(
        base.mark_rule(strokeWidth=6, color=PALE[BLUE]).encode(x=x, x2=alt.X2("times:Q"), y=y),
        base.mark_point(filled=True, size=150, opacity=1, color=BLUE).encode(x=alt.X("times:Q"), y=y),
        base.mark_text(align="left", dx=12, fontSize=13).encode(x=alt.X("place:Q"), y=y, text=alt.Text("label:N")),
    )


def plants_chart(parts: pd.Series, exponent: float) -> alt.LayerChart:
    """Draw what a mass plant, a flexible one and nobody make: of all designs, and of all units that buyers want.

    `parts` is from `divide_range`, `exponent` is the b of the same curve. The scale is linear, so that the designs
    that nobody makes have their true length.
    """
    rows = _plant_rows(parts, exponent)
    made = int(parts["mass"] + parts["flexible"])
    of_wanted = 1 - float(rows["share"].iloc[-1]) if parts["unserved"] else 1.0
    title = _("{made:,} of {all:,} designs meet {share:.0%} of what buyers want").format(
        made=made, all=int(parts.sum()), share=of_wanted
    )
    words = _("{title}. Two bars each, as shares of 100%: {bars}.").format(
        title=title,
        bars="; ".join(f"{row['who']}, {row['what']}: {row['label']}" for row in rows.to_dict("records")),
    )
    kinds = list(dict.fromkeys(rows["what"]))
    axis = alt.Axis(values=[0, 0.25, 0.5, 0.75, 1], format="%")
    x = alt.X("share:Q", title=_("Share of all"), scale=alt.Scale(domain=[0, 1.2], nice=False), axis=axis)
    y = alt.Y("who:N", title=None, sort=None, axis=alt.Axis(labelFontSize=13, ticks=False, labelPadding=8))
    offset = alt.YOffset("what:N", sort=kinds)
    legend = alt.Legend(orient="top", labelFontSize=13, symbolType="square")
    color = alt.Color("what:N", title=None, scale=alt.Scale(domain=kinds, range=[GREY, RUST]), legend=legend)
    base = alt.Chart(data("plants", rows))
    return finish(
        alt.layer(
            base.mark_bar(stroke=MUTED).encode(x=x, y=y, yOffset=offset, color=color),
            base.mark_text(align="left", dx=6, fontSize=13, color=INK).encode(
                x=alt.X("share:Q"), y=y, yOffset=offset, text=alt.Text("label:N")
            ),
        ),
        title,
        words,
        subtitle=_("Invented door handles. Each design is made where it earns most."),
        height=200,
    )


def _plant_rows(parts: pd.Series, exponent: float) -> pd.DataFrame:
    """Return for each plant its share of the designs and of the units wanted, with labels; wanted in the last row."""
    names = {"mass": _("Mass plant"), "flexible": _("Flexible plant"), "unserved": _("Nobody")}
    titles = int(parts.sum())
    ends = [0, *parts[list(names)].cumsum().astype(int)]
    beyond = [tail_share(exponent, titles, end, "sum") for end in ends]
    rows = []
    for place, (part, who) in enumerate(names.items()):
        wanted = beyond[place] - beyond[place + 1]
        designs = _("{count:,} designs").format(count=int(parts[part]))
        rows.append({"who": who, "what": _("designs"), "share": parts[part] / titles, "label": designs})
        rows.append({"who": who, "what": _("units wanted"), "share": wanted, "label": f"{wanted:.0%}"})
    return pd.DataFrame(rows)

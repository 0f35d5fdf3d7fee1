"""Charts of two plants: how deep each reaches, and which of them makes what."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, GROUND, INK, MUTED, PALE, RUST, data, finish
from longwave.i18n import _
from longwave.topics.longtail.models.ranks import sales_by_rank, tail_share

LOWEST_SALES = 10
POWERS_OF_TEN = [1, 10, 100, 1000, 10_000, 100_000]
TIMES_DOMAIN = (0.2, 200)  # a dearer unit can cut the reach to 0.22, a cheap set-up makes it 90 times deeper
LONG_BAR = 0.8  # of the axis: a longer bar has its label inside


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
    return _("Set-up {cheaper:g} times cheaper, {reach:.3g} times as many designs: {now:,} pay, not {before:,}").format(
        cheaper=cheaper, reach=flexible / mass, now=flexible, before=mass
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
    words = _("{title}. Two bars each, as shares of all: {bars}.").format(
        title=title,
        bars="; ".join(f"{row['who']}, {row['what']}: {row['label']}" for row in rows.to_dict("records")),
    )
    kinds = list(dict.fromkeys(rows["what"]))
    axis = alt.Axis(values=[0, 0.25, 0.5, 0.75, 1], format="%")
    x = alt.X("share:Q", title=_("Share of all"), scale=alt.Scale(domain=[0, 1], nice=False), axis=axis)
    y = alt.Y("who:N", title=None, sort=None, axis=alt.Axis(labelFontSize=13, ticks=False, labelPadding=8))
    offset = alt.YOffset("what:N", sort=kinds)
    legend = alt.Legend(orient="top", labelFontSize=13, symbolType="square")
    color = alt.Color("what:N", title=None, scale=alt.Scale(domain=kinds, range=[GREY, RUST]), legend=legend)
    base = alt.Chart(data("plants", rows))
    return finish(
        alt.layer(
            base.mark_bar(stroke=MUTED).encode(x=x, y=y, yOffset=offset, color=color),
            *(
                base.mark_text(align=side, dx=shift, fontSize=13, color=ink)
                .encode(x=alt.X("share:Q"), y=y, yOffset=offset, text=alt.Text("label:N"))
                .transform_filter(part)
                for side, shift, ink, part in (
                    ("left", 6, INK, alt.datum.share <= LONG_BAR),
                    ("right", -6, GROUND, alt.datum.share > LONG_BAR),
                )
            ),
        ),
        title,
        words,
        subtitle=_("Invented door handles. Each design is made where it earns most."),
        height=250,
    )


def _plant_rows(parts: pd.Series, exponent: float) -> pd.DataFrame:
    """Return the shares of the designs and of the units wanted with labels, a pair of rows each; nobody's come last."""
    titles, mass = int(parts.sum()), int(parts["mass"])
    made = mass + int(parts["flexible"])
    stretches = {
        _("Mass plant"): (0, mass),
        _("Flexible plant"): (mass, made),
        _("Both plants together"): (0, made),
        _("Nobody"): (made, titles),
    }
    rows = []
    for who, (start, end) in stretches.items():
        wanted = tail_share(exponent, titles, start, "sum") - tail_share(exponent, titles, end, "sum")
        designs = _("{count:,} designs").format(count=end - start)
        rows.append({"who": who, "what": _("designs"), "share": (end - start) / titles, "label": designs})
        rows.append({"who": who, "what": _("units wanted"), "share": wanted, "label": f"{wanted:.0%}"})
    return pd.DataFrame(rows)

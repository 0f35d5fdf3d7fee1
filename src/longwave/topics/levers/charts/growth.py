"""Growth in one stretch of years against growth in the next."""

from collections.abc import Collection

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, MUTED, RUST, data, finish
from longwave.i18n import _

SPAN = (-3.0, 7.0)  # per cent a year, the ends of both axes


def decades_chart(pairs: pd.DataFrame, wars: Collection[int]) -> alt.LayerChart:
    """Draw the growth of each decade against that of the next, with the mean of the next, and the line of no change.

    `pairs` is what `models.growth.growth_pairs` returns. A pair is hollow if its first decade ends in one of the years
    `wars`: then war or the recovery from it is in one of its two decades.
    """
    mean, found = pairs["next"].mean(), pairs["growth"].corr(pairs["next"])
    title = _("Fast decades were not followed by fast ones: correlation {found}").format(
        found=f"{found:.2f}".replace("-", "−")
    )
    is_war = pairs["year"].isin(list(wars))
    most = pairs.loc[~is_war, ["growth", "next"]].max().max()
    far = pairs[is_war & (pairs[["growth", "next"]].max(axis=1) > most)]
    words = _(
        "{title}. {count} points, {hollow} of them hollow for war and recovery, growth a head in one decade from "
        "{low:.1f} to {high:.1f} per cent a year against the next, for Germany, the United Kingdom and the United "
        "States. The mean of the next is {mean:.1f}; a slanted line shows where growth would be the same again, and "
        "few points lie near its upper end. All above {calm:.1f} in either decade are hollow."
    ).format(
        title=title,
        count=len(pairs),
        hollow=is_war.sum(),
        low=pairs["growth"].min(),
        high=pairs["growth"].max(),
        mean=mean,
        calm=most,
    )
    countries = sorted(pairs["country"].unique())
    scale = alt.Scale(domain=list(SPAN), nice=False)
    x = alt.X("growth:Q", title=_("Growth a head in a decade (per cent a year)"), scale=scale)
    y = alt.Y("next:Q", title=_("Growth in the next decade"), scale=scale)
    legend = alt.Legend(orient="top", title=None, symbolSize=90)
    color = alt.Color("country:N", legend=legend, scale=alt.Scale(domain=countries, range=[BLUE, RUST, GREEN]))
    shape = alt.Shape(
        "country:N", legend=legend, scale=alt.Scale(domain=countries, range=["circle", "square", "triangle-up"])
    )
    points = [
        alt.Chart(data("pairs", pairs[~is_war])).mark_point(filled=True, size=60, opacity=0.85),
        alt.Chart(data("wars", pairs[is_war])).mark_point(filled=False, size=60, opacity=1, strokeWidth=2),
    ]
    words_in = [
        alt.Chart(data(f"ends {align}", far[(far["growth"] < SPAN[0] + 1) == (align == "right")]))
        .mark_text(align=align, dx=shift, fontSize=10, color=MUTED)
        .encode(x=x, y=y, text="year:N")
        for align, shift in (("left", 8), ("right", -7))
    ]
    same = alt.Chart(data("same", pd.DataFrame({"growth": SPAN, "next": SPAN}))).mark_line(
        color=GREY, strokeDash=[6, 4]
    )
    level = alt.Chart(data("mean", pd.DataFrame({"growth": SPAN, "next": [mean, mean]}))).mark_line(color=INK)
    labels = pd.DataFrame(
        {"growth": [6.9, 5.1], "next": [mean + 0.3, 5.9], "label": [_("mean of the next"), _("the same again")]}
    )
    names = alt.Chart(data("labels", labels)).mark_text(align="right", fontSize=12, color=INK)
    layers = [level.encode(x=x, y=y), same.encode(x=x, y=y)]
    layers += [mark.encode(x=x, y=y, color=color, shape=shape) for mark in points]
    note = [
        _("Decades that end in 2022, 2012 and so on, from 1822."),
        _(
            "Hollow: the first ends in {years} (its year is at the extremes); war or recovery is in one of the two."
        ).format(years=f"{min(wars)}–{max(wars)}"),
    ]
    words_in.append(names.encode(x=x, y=y, text="label:N"))
    return finish(alt.layer(*layers, *words_in), title, words, subtitle=note, width=460, height=400)

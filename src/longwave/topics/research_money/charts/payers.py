"""Charts of who pays: others' money beside federal money by year, and how the two change together."""

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.theme import BLUE, GREY, INK, MUTED, PALE, RUST, data, finish
from longwave.i18n import _
from longwave.topics.research_money.models.beside import divisor_share, response


def payers_chart(payers: pd.DataFrame, prices: pd.Series, falls: tuple[tuple[int, int], ...]) -> alt.VConcatChart:
    """Draw federal research money in real terms, and under it others' money for each federal dollar.

    `payers` is the dataset research_payers, `prices` a price level with 2012 as 1. `falls` are pairs of years between
    which federal money fell; they are shaded in both parts.
    """
    money = payers.set_index("year")
    frame = pd.DataFrame(
        {
            "year": money.index,
            "real": (money["federal_million_usd"] / 1000 / prices[money.index]).to_numpy(),
            "ratio": (money["all_million_usd"] / money["federal_million_usd"] - 1).to_numpy(),
        }
    )
    at = frame.set_index("year")
    moves = [
        _("{first} to {last}: federal money {real:+.0%}, others' dollars for each from {low:.2f} to {high:.2f}").format(
            first=first,
            last=last,
            real=at["real"][last] / at["real"][first] - 1,
            low=at["ratio"][first],
            high=at["ratio"][last],
        )
        for first, last in falls
    ]
    first, last = max(falls, key=lambda fall: fall[1] - fall[0])
    title = _("{first} to {last}: the fall of federal money explains {share:.0%} of the rise of leverage").format(
        first=first, last=last, share=divisor_share(at["real"], at["ratio"], first, last)
    )
    words = _("{title}. Two lines by year, {begin} to {end}, with the years of falling money shaded. {moves}.").format(
        title=title, begin=int(at.index[0]), end=int(at.index[-1]), moves="; ".join(moves)
    )
    shade = pd.DataFrame(falls, columns=["year", "end"])
    top = _part(frame, shade, "real", _("Billion of 2012"), [0, 140], BLUE)
    low = _part(frame, shade, "ratio", _("Others' dollars"), [0, 4.5], RUST)
    note = _("Above: federal money, shaded where it fell. Below: others' dollars for each federal one.")
    return finish(alt.vconcat(top, low, spacing=8), title, words, subtitle=note, width=None, height=None)


def _part(
    frame: pd.DataFrame, shade: pd.DataFrame, column: str, words: str, domain: list[float], colour: str
) -> alt.LayerChart:
    x = alt.X(
        "year:Q",
        title=_("Year"),
        scale=alt.Scale(domain=[int(frame["year"].min()), int(frame["year"].max())], nice=False),
        axis=alt.Axis(format="d", values=list(range(1970, 2021, 10))),
    )
    y = alt.Y(f"{column}:Q", title=words, scale=alt.Scale(domain=domain, nice=False))
    back = alt.Chart(data(f"falls {column}", shade)).mark_rect(color=PALE[GREY], opacity=1)
    line = alt.Chart(data(column, frame[["year", column]])).mark_line(color=colour, strokeWidth=2.5)
    return alt.layer(back.encode(x=x, x2=alt.X2("end:Q")), line.encode(x=x, y=y)).properties(width=480, height=95)


def changes_chart(changes: pd.DataFrame, cut: int) -> alt.LayerChart:
    """Draw yearly changes of business and federal research money, with a line for the years to `cut` and one after.

    `changes` is what `real_changes` returns.
    """
    halves = {
        _("to {year}").format(year=cut): changes.loc[:cut],
        _("after {year}").format(year=cut): changes.loc[cut + 1 :],
    }
    found = {name: response(part) for name, part in halves.items()}
    rows = pd.concat([part.assign(half=name, year=part.index) for name, part in halves.items()], ignore_index=True)
    rows[["federal", "business"]] *= 100
    fits = [
        _("{half} the slope is {slope:+.2f} (p {p:.2f})").format(half=name, slope=line["elasticity"], p=line["p"])
        for name, line in found.items()
    ]
    title = "; ".join(fits).replace("-", "−")
    title = title[0].upper() + title[1:]
    words = _(
        "{title}. {count} points, a year each: change of federal money across, of business money upwards, in per cent. "
        "A line for either half; p allows for the memory of the years."
    ).format(title=title, count=len(rows))
    x = alt.X(
        "federal:Q", title=_("Federal money, change (logarithm, %)"), scale=alt.Scale(domain=[-8, 12], nice=False)
    )
    y = alt.Y(
        "business:Q", title=_("Business money, change (logarithm, %)"), scale=alt.Scale(domain=[-7, 13], nice=False)
    )
    legend = alt.Legend(orient="top", title=None, symbolSize=90)
    names = list(halves)
    colour = alt.Color("half:N", legend=legend, scale=alt.Scale(domain=names, range=[BLUE, RUST]))
    shape = alt.Shape("half:N", legend=legend, scale=alt.Scale(domain=names, range=["circle", "triangle-up"]))
    points = alt.Chart(data("changes", rows)).mark_point(filled=True, size=55, opacity=0.85)
    lines = pd.concat([_fitted(part, name) for name, part in halves.items()], ignore_index=True)
    axes = pd.DataFrame({"zero": [0]})
    return finish(
        alt.layer(
            alt.Chart(data("level", axes)).mark_rule(color=MUTED, opacity=0.6).encode(y=alt.Y("zero:Q")),
            alt.Chart(data("upright", axes)).mark_rule(color=MUTED, opacity=0.6).encode(x=alt.X("zero:Q")),
            points.encode(x=x, y=y, color=colour, shape=shape),
            alt.Chart(data("fits", lines)).mark_line(strokeWidth=3).encode(x=x, y=y, color=colour),
            alt.Chart(data("slopes", lines.groupby("half", sort=False).tail(1)))
            .mark_text(align="left", dx=5, color=INK, fontWeight=600, fontSize=12)
            .encode(x=x, y=y, text=alt.Text("label:N")),
        ),
        title,
        words,
        width=500,
        height=240,
    )


def _fitted(part: pd.DataFrame, name: str) -> pd.DataFrame:
    slope, start = np.polyfit(part["federal"], part["business"], 1)
    ends = np.array([part["federal"].min(), part["federal"].max()])
    label = f"{slope:+.2f}".replace("-", "−")
    return pd.DataFrame({"half": name, "federal": 100 * ends, "business": 100 * (start + slope * ends), "label": label})

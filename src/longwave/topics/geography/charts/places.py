"""Chart of where a thing is made against where it is used."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, INK, MUTED, PLUM, RUST, data, finish
from longwave.i18n import _

_DASHES = ([1, 0], [7, 3], [2, 3], [9, 3, 2, 3])
USED, MADE = (2.5, 130.0), (0.3, 100.0)


def paths_chart(shares: pd.DataFrame, places: list[str], years: dict[str, list[int]] | None = None) -> alt.LayerChart:
    """Draw the path of each place from its first year to its last: what it made against what it used.

    `shares` comes from `made_and_used`; `places` are up to four of its places, and `years` those that a place's path
    names.
    """
    rows = shares[shares["place"].isin(places)].sort_values(["place", "year"], kind="stable")
    by_place = rows.groupby("place", sort=False)[["made", "used"]]
    start, end = by_place.first().to_dict("index"), by_place.last().to_dict("index")
    first, last = int(rows["year"].min()), int(rows["year"].max())
    gone = [place for place in places if end[place]["made"] < start[place]["made"]]
    title = _("{count} of {all} places made a smaller share of the world's cells in {last} than in {first}").format(
        count=len(gone), all=len(places), last=last, first=first
    )
    told = _("{place}: used {used_1:.1f}, made {made_1:.1f}, then {used_2:.1f} and {made_2:.1f}")
    words = _(
        "{title}. Paths in per cent of the world, on logarithmic axes, with a line where made equals used. {paths}."
    ).format(
        title=title,
        paths="; ".join(
            told.format(
                place=place,
                used_1=start[place]["used"],
                made_1=start[place]["made"],
                used_2=end[place]["used"],
                made_2=end[place]["made"],
            )
            for place in places
        ),
    )
    axis = alt.Axis(values=[0.5, 1, 2, 5, 10, 20, 50, 100], format="~g")
    x = alt.X("used:Q", title=_("Used: share of what the world adds (%)"), scale=_logarithmic(USED), axis=axis)
    y = alt.Y("made:Q", title=_("Made: share of the world's cells (%)"), scale=_logarithmic(MADE), axis=axis)
    colours = alt.Scale(domain=places, range=[RUST, BLUE, GREEN, PLUM][: len(places)])
    dashes = alt.Scale(domain=places, range=list(_DASHES[: len(places)]))
    paths = alt.Chart(data("paths", rows.round(2)[["place", "year", "made", "used"]])).mark_line(strokeWidth=2.5)
    paths = paths.encode(
        x=x,
        y=y,
        order=alt.Order("year:Q"),
        color=alt.Color("place:N", legend=None, scale=colours),
        strokeDash=alt.StrokeDash("place:N", legend=None, scale=dashes),
    )
    even = pd.DataFrame({"used": [USED[0]], "made": [USED[0]], "to": [MADE[1]]})
    diagonal = alt.Chart(data("even", even)).mark_rule(color=MUTED, opacity=1)
    diagonal = diagonal.encode(x=x, y=y, x2=alt.X2("to:Q"), y2=alt.Y2("to:Q"))
    note = _("A path begins at the open square and ends at the full dot. On the grey line a place makes what it uses.")
    layers = [diagonal, paths, *_ends(rows, x, y), *_years(rows, years or {}, x, y)]
    return finish(alt.layer(*layers), title, words, subtitle=note, height=340)


def _logarithmic(domain: tuple[float, float]) -> alt.Scale:
    return alt.Scale(type="log", domain=list(domain), nice=False)


def _years(rows: pd.DataFrame, years: dict[str, list[int]], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Return a dot and the year for each year that is named of a place."""
    chosen = [
        year in years.get(str(place), []) for place, year in rows[["place", "year"]].itertuples(index=False, name=None)
    ]
    if not any(chosen):
        return []
    named = rows.round(2).loc[chosen, ["place", "year", "made", "used"]]
    drawn = alt.Chart(data("years", named))
    dots = drawn.mark_point(filled=True, color=INK, size=30, opacity=1).encode(x=x, y=y)
    words = drawn.mark_text(align="left", baseline="bottom", dx=4, dy=-3, color=INK, fontSize=11)
    return [dots, words.encode(x=x, y=y, text=alt.Text("year:Q", format="d"))]


def _ends(rows: pd.DataFrame, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Return the marks at the first and the last year of each path, and its name at the end."""
    marks = rows.round(2)[["place", "year", "made", "used"]].groupby("place", sort=False)
    begun = alt.Chart(data("begun", marks.head(1))).mark_point(
        shape="square", filled=True, fill="#FFFFFF", stroke=INK, strokeWidth=1.5, size=80, opacity=1
    )
    ended = alt.Chart(data("ended", marks.tail(1))).mark_point(filled=True, color=INK, size=70, opacity=1)
    named = alt.Chart(data("ended", marks.tail(1))).mark_text(align="left", dx=8, color=INK, fontSize=12)
    return [*(mark.encode(x=x, y=y) for mark in (begun, ended)), named.encode(x=x, y=y, text=alt.Text("place:N"))]

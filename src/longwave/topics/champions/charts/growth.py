"""Charts of leaders: who stayed among the ten largest, what luck alone makes, and what a list of firms holds."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, MUTED, PALE, RUST, data, finish
from longwave.data import load
from longwave.i18n import _
from longwave.topics.champions.models.luck import leaders_kept, lucky_giants
from longwave.topics.champions.models.picking import top_share

LOOKS = (2011, 2016, 2021)
ENDS, GAP = (2008.3, 2023.7), 1.35  # of the axis, in years; half of the room for a name between two lines
YEARS = (1, 5, 10, 15, 20, 25, 30, 35, 40)


def leaders_chart() -> alt.LayerChart:
    """Draw the ten largest makers of panels in 2011, 2016 and 2021, with a line for each that is in the next list.

    The names of 2016 stand between the ends of their lines, so that no line crosses a name. Source: the dataset
    photovoltaics_leaders.
    """
    table = load("photovoltaics_leaders").query("year in @LOOKS")
    kept = [len(leaders_kept(*pair)) for pair in zip(LOOKS, LOOKS[1:], strict=False)]
    title = _("Of ten leaders {first} were still there after five years, then {then}").format(
        first=kept[0], then=kept[1]
    )
    points, lines = _points(table), _lines(table)
    scale, axis = alt.Scale(domain=list(ENDS), nice=False), alt.Axis(values=list(LOOKS), format="d", grid=False)
    x = alt.X("year:Q", title=_("Year of the list"), scale=scale, axis=axis)
    ranks = alt.Axis(values=list(range(1, 11)), format="d", grid=False)
    y = alt.Y("rank:Q", title=_("Place by panels shipped"), scale=alt.Scale(domain=[10.6, 0.4], nice=False), axis=ranks)
    drawn = alt.Chart(data("lines", lines)).mark_line(color=BLUE, strokeWidth=2).encode(x=x, y=y, detail="line:N")
    states = list(_states().values())
    legend = alt.Legend(orient="bottom", labelLimit=260, columns=3)
    color = alt.Color("state:N", title=None, legend=legend, scale=alt.Scale(domain=states, range=[BLUE, GREEN, RUST]))
    shapes = alt.Scale(domain=states, range=["circle", "diamond", "cross"])
    base = alt.Chart(data("makers", points)).encode(x=x, y=y)
    marks = base.mark_point(size=70, filled=True, opacity=1)
    marks = marks.encode(color=color, shape=alt.Shape("state:N", title=None, legend=legend, scale=shapes))
    note = _("Three counts of shipments by different firms. A maker under a new owner counts as the same.")
    words = _words(title, table, kept)
    return finish(alt.layer(drawn, marks, *_names(table, x, y)), title, words, subtitle=note, height=360)


def _names(table: pd.DataFrame, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Return the makers' names: left of the first list, within the second, right of the third."""
    layers = []
    for year, align, shift in zip(LOOKS, ("right", "center", "left"), (-10, 0, 10), strict=True):
        rows = table.loc[table["year"] == year, ["year", "rank", "maker"]]
        names = alt.Chart(data(f"names {year}", rows)).mark_text(align=align, dx=shift, fontSize=12)
        layers.append(names.encode(x=x, y=y, text="maker:N"))
    return layers


def _states() -> dict[str, str]:
    """Return what a mark says of a maker, by whether it is in the list next in time, in another one, or in none."""
    return {
        "next": _("in the next or the previous list, too"),
        "back": _("away in 2016, back in 2021"),
        "": _("in none of the other two"),
    }


def _points(table: pd.DataFrame) -> pd.DataFrame:
    """Return a mark for each maker of the outer lists, and two for each of the middle one, left and right."""
    years = table.groupby("maker")["year"].agg(set)
    points = []
    for year, maker, rank in table[["year", "maker", "rank"]].to_numpy():
        near = years[maker] & {year - 5, year + 5}
        state = _states()["next" if near else "back" if len(years[maker]) > 1 else ""]
        points += [{"year": place, "rank": rank, "state": state} for place in sorted({*_sides(year)})]
    return pd.DataFrame(points)


def _sides(year: int) -> tuple[float, float]:
    """Return where lines to a list end and where lines from it begin, in years."""
    return (year - GAP, year + GAP) if year == LOOKS[1] else (year, year)


def _lines(table: pd.DataFrame) -> pd.DataFrame:
    place = {(year, maker): rank for year, maker, rank in table[["year", "maker", "rank"]].to_numpy()}
    lines = []
    for (year, maker), rank in place.items():
        if (year + 5, maker) in place:
            ends = ((_sides(year)[1], rank), (_sides(year + 5)[0], place[year + 5, maker]))
            lines += [{"line": f"{maker} {year}", "year": when, "rank": where} for when, where in ends]
    return pd.DataFrame(lines)


def _words(title: str, table: pd.DataFrame, kept: list[int]) -> str:
    firsts = table[table["rank"] == 1].set_index("year")["maker"]
    sentence = _(
        "{title}. Three columns of ten makers by place, joined by {lines} lines. First in 2011: {a}; in 2016: {b}; in "
        "2021: {c}. In 2011 and 2021 but not between: {back}."
    )
    back = sorted(set(leaders_kept(2011, 2021)) - set(leaders_kept(2011, 2016)))
    return sentence.format(
        title=title, lines=sum(kept), a=firsts[2011], b=firsts[2016], c=firsts[2021], back=", ".join(back)
    )


def lucky_chart(spread: float = 0.3, firms: int = 1000) -> alt.LayerChart:
    """Draw what the ten luckiest of equal firms hold of all sales, year by year, with the range of 8 histories in 10.

    `spread` is the standard deviation of a year's growth in logs, `firms` how many there are.
    """
    rows = {year: lucky_giants(firms, year, spread, histories=500).loc["ten"] for year in YEARS}
    table = pd.DataFrame(rows).T.rename_axis("year").reset_index()
    at_30 = table.set_index("year").loc[30]
    title = _("After 30 years of pure luck the first ten of {firms:,} hold {share:.0f} % of sales").format(
        firms=firms, share=at_30["median"]
    )
    words = _(
        "{title}. A line that rises from {start:.1f} % in year 1 to {end:.0f} % in year 40, in a band which at year 30 "
        "runs from {low:.0f} to {high:.0f} %. A level line at {equal:.0f} %: equal firms."
    ).format(
        title=title,
        start=table["median"].iloc[0],
        end=table["median"].iloc[-1],
        low=at_30["low"],
        high=at_30["high"],
        equal=1000 / firms,
    )
    x = alt.X("year:Q", title=_("Years since all were equal"), scale=alt.Scale(domain=[0, 40], nice=False))
    percent = _("Sales of the first ten (per cent)")
    scale = alt.Scale(domain=[0, 45], nice=False)
    band = alt.Chart(data("band", table)).mark_area(color=PALE[BLUE])
    band = band.encode(x=x, y=alt.Y("low:Q", title=percent, scale=scale), y2="high:Q")
    line = alt.Chart(data("median", table)).mark_line(color=BLUE, strokeWidth=2.5, point=True)
    line = line.encode(x=x, y=alt.Y("median:Q", title=percent, scale=scale))
    level = pd.DataFrame({"share": [1000 / firms], "label": [_("ten equal firms")], "year": [40]})
    equal = alt.Chart(data("equal", level)).encode(y=alt.Y("share:Q", title=percent, scale=scale))
    rule = equal.mark_rule(color=MUTED, strokeDash=[4, 3])
    text = equal.mark_text(align="right", dx=-4, dy=-8, color=MUTED).encode(x=x, text="label:N")
    note = _("Synthetic: growth of each firm and year drawn at random. Band: 8 of 10 histories.")
    return finish(alt.layer(band, rule, line, text), title, words, subtitle=note, height=260)


def shares_chart(part: float, revenue: float, profit: float, spread: float) -> alt.LayerChart:
    """Draw what a list of firms holds: of firms, of revenue, of profit, and what the most profitable would hold.

    `part`, `revenue` and `profit` are in per cent; `spread` is the standard deviation of log profit that the last bar
    supposes.
    """
    best = 100 * top_share(part / 100, spread)
    names = [_("firms"), _("revenue"), _("profit"), _("profit, if the best")]
    kinds = [_("reported"), _("reported"), _("reported"), _("computed")]
    table = pd.DataFrame({"what": names, "share": [part, revenue, profit, best], "kind": kinds})
    table["label"] = [
        f"{value:.1f}" if kind == kinds[0] else f"{value:.0f}"
        for value, kind in zip(table["share"], table["kind"], strict=True)
    ]
    title = _("Little giants: {part:.1f} % of the firms, {profit:.1f} % of the profit").format(part=part, profit=profit)
    words = _(
        "{title}. Four bars: {part:.1f} % of firms, {revenue:.1f} % of revenue, {profit:.1f} % of profit; and "
        "{best:.0f} % of profit, with a dashed edge, if they were the most profitable firms and luck had made profits."
    ).format(title=title, part=part, revenue=revenue, profit=profit, best=best)
    axis = alt.Axis(values=list(range(0, 51, 10)), labelFlush=False)
    scale = alt.Scale(domain=[0, 50], nice=False)
    x = alt.X("share:Q", title=_("Held by little giants (per cent)"), axis=axis, scale=scale)
    y = alt.Y("what:N", title=None, sort=names, axis=alt.Axis(labelLimit=280, labelFontSize=13))
    fill = alt.Color("kind:N", legend=None, scale=alt.Scale(domain=kinds[2:], range=[BLUE, PALE[GREY]]))
    dash = alt.StrokeDash("kind:N", legend=None, scale=alt.Scale(domain=kinds[2:], range=[[1, 0], [5, 3]]))
    base = alt.Chart(data("shares", table)).encode(x=x, y=y)
    bars = base.mark_bar(stroke=INK, strokeWidth=1, height=20).encode(color=fill, strokeDash=dash)
    text = base.mark_text(align="left", dx=6, fontSize=13).encode(text="label:N")
    note = [
        _("Parts of all industrial small and medium firms above the size limit."),
        _("Dashed: not observed. If they were the most profitable, and log profit had an sd of {spread:.2f}.").format(
            spread=spread
        ),
    ]
    return finish(alt.layer(bars, text), title, words, subtitle=note, width=430, height=150)

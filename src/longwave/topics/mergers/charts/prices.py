"""Charts of prices along a chain: the injection's by year, and what a merger does under a contract."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, INK, MUTED, PALE, RUST, data, finish
from longwave.i18n import _
from longwave.topics.mergers.models.chain import COST, chain_merger
from longwave.topics.mergers.models.injection import MERGED, MONTHS, jump_after, price_path, share_before

MOST_BUYERS, PRICES = 8, (20, 90)


def contract_names() -> dict[str, str]:
    """Return the contracts' names in the current language."""
    return {
        "posted": _("one price for all to see"),
        "secret": _("secret contracts"),
        "exclusive": _("exclusive contract"),
    }


def injection_chart() -> alt.LayerChart:
    """Draw the average price of the injection in each year as a level, and one jump that has the same averages."""
    path = price_path()
    first, last = path["low"][1] / path["low"][0] - 1, path["high"][2] / path["low"][1] - 1
    title = _("By averages at least {share:.0%} of the rise came in 2018, and one jump fits them, too").format(
        share=share_before(first, last)
    )
    second = _("over {low:.0f}").format(low=path["low"][1])
    third = _("{low:.0f} to {high:.0f}").format(low=path["low"][2], high=path["high"][2])
    words = _(
        "{title}. A level for each year on a scale of ratios, 2017 as 100: 2018 {second}; 2019 {third}, with the "
        "merger in March. Dashed: 100 for {months:.0f} months of 2018, {high:.0f} afterwards."
    ).format(title=title, second=second, third=third, months=jump_after(), high=path["low"][2])
    x, y = _years(path), _ratios("low")
    layers = [_jump(path, x, y), *_levels(path.assign(label=["100", second, third]), x, y), *_merged(x, y)]
    note = _("Averages of a year; 2018 is a floor, 2019 a range. Dashed: one jump that has the same averages.")
    return finish(alt.layer(*layers), title, words, subtitle=note, width=500, height=270)


def _years(path: pd.DataFrame) -> alt.X:
    """Return an axis on which a year is a stretch, with its name in its middle."""
    begin, end = int(path["year"].min()), int(path["year"].max()) + 1
    axis = alt.Axis(values=[year + 0.5 for year in path["year"]], labelExpr="floor(datum.value)", grid=False)
    return alt.X("year:Q", title=_("Year"), axis=axis, scale=alt.Scale(domain=[begin, end], nice=False))


def _ratios(column: str) -> alt.Y:
    scale = alt.Scale(type="log", domain=[80, 1200], nice=False)
    return alt.Y(
        f"{column}:Q", title=_("Average price, 2017 = 100"), scale=scale, axis=alt.Axis(values=[100, 200, 400, 800])
    )


def _levels(rows: pd.DataFrame, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Return a level across each year, an arrow where it is a floor, the range where one is told, and the numbers."""
    rows = rows.assign(end=rows["year"] + 1, middle=rows["year"] + 0.5)
    base = alt.Chart(data("price", rows)).encode(x=x)
    floor = alt.Chart(data("floor", rows[1:2].assign(year=rows["middle"], top=rows["low"] * 1.18)))
    return [
        base.mark_rect(color=PALE[BLUE], stroke=BLUE).encode(x2="end:Q", y=y, y2="high:Q"),
        base.mark_rule(color=BLUE, strokeWidth=3).encode(x2="end:Q", y=y),
        floor.mark_rule(color=BLUE, strokeWidth=2).encode(x=x, y=y, y2="top:Q"),
        floor.mark_point(color=BLUE, filled=True, shape="triangle-up", size=80, opacity=1).encode(
            x=x, y=_ratios("top")
        ),
        alt.Chart(data("numbers", rows.assign(year=rows["year"] + 0.95)))
        .mark_text(align="right", dy=-12, fontSize=14, color=INK)
        .encode(x=x, y=_ratios("high"), text="label:N"),
    ]


def _jump(path: pd.DataFrame, x: alt.X, y: alt.Y) -> alt.Chart:
    """Return the price that jumps once: from the first level to the last one, within the second year."""
    begin, when = float(path["year"][0]), path["year"][1] + jump_after() / 12
    rows = pd.DataFrame(
        {"year": [begin, when, path["year"][2] + 1.0], "low": [path["low"][0], path["low"][2], path["low"][2]]}
    )
    line = alt.Chart(data("jump", rows)).mark_line(
        interpolate="step-after", color=MUTED, strokeDash=[5, 4], strokeWidth=1.5
    )
    return line.encode(x=x, y=y)


def _merged(x: alt.X, y: alt.Y) -> list[alt.Chart]:
    here = pd.DataFrame({"year": [MERGED + MONTHS / 12], "low": [92.0], "label": [_("half bought, March 2019")]})
    base = alt.Chart(data("merged", here)).encode(x=x)
    text = base.mark_text(align="left", dx=5, fontSize=12, color=INK).encode(y=y, text="label:N")
    return [base.mark_rule(color=RUST, strokeDash=[2, 3]), text]


def chain_chart(contract: str, buyers: int, saving: float) -> alt.LayerChart:
    """Draw the price before and after the merger for 1 to 8 buyers, and mark the number of buyers that is meant."""
    found = {n: chain_merger(contract, n, saving=saving) for n in range(1, MOST_BUYERS + 1)}
    table = pd.DataFrame([{"buyers": n, "before": row["before"], "after": row["after"]} for n, row in found.items()])
    here = found[buyers]
    title = _finding(here).format(before=here["before"], after=here["after"], change=abs(here["change"]))
    words = _("{title}: {contract}; buyers: {buyers}; saving: {saving:g}. {need}").format(
        title=title, contract=contract_names()[contract], buyers=buyers, saving=saving, need=_need(here)
    )
    layers = _before_and_after(table, table[table["buyers"] == buyers])
    return finish(alt.layer(*layers), title, words, subtitle=_chain_note())


def _before_and_after(table: pd.DataFrame, chosen: pd.DataFrame) -> list[alt.Chart]:
    """Return the two lines over the number of buyers with their names, and what the merger does at the chosen one."""
    axis = alt.Axis(values=list(table["buyers"]), format="d")
    reach = alt.Scale(domain=[0.5, MOST_BUYERS + 0.9], nice=False)
    x = alt.X("buyers:Q", title=_("Buyers before the merger"), scale=reach, axis=axis)
    scale, words = alt.Scale(domain=list(PRICES), nice=False), _("Price in the shops (money a unit)")
    y, later = (alt.Y(f"{column}:Q", title=words, scale=scale) for column in ("before", "after"))
    base, mark = (alt.Chart(data(name, rows)).encode(x=x) for name, rows in (("prices", table), ("here", chosen)))
    ends = alt.Chart(data("ends", table[-1:].assign(old=_("before"), new=_("after")))).encode(x=x)
    return [
        base.mark_line(color=BLUE, strokeWidth=2.5).encode(y=later),
        base.mark_line(color=RUST, strokeWidth=2.5, strokeDash=[6, 4]).encode(y=y),
        base.mark_point(color=RUST, filled=False, size=60, fill="white", opacity=1).encode(y=y),
        mark.mark_rule(color=INK, strokeWidth=2).encode(y=y, y2="after:Q"),
        mark.mark_point(color=BLUE, filled=True, size=130, opacity=1, shape="square").encode(y=later),
        ends.mark_text(color=RUST, align="left", dx=10, dy=-8, fontSize=13).encode(y=y, text="old:N"),
        ends.mark_text(color=BLUE, align="left", dx=10, dy=9, fontSize=13).encode(y=later, text="new:N"),
    ]


def _need(here: pd.Series) -> str:
    if here["saving_needed"] == 0:
        return _("For no rise no saving is needed; a unit costs {cost:g}.").format(cost=COST)
    return _("For no rise it takes a saving of {need:.1f}; a unit costs {cost:g}.").format(
        need=here["saving_needed"], cost=COST
    )


def _finding(here: pd.Series) -> str:
    if abs(here["change"]) < 0.05:
        return _("The merger leaves the price at {after:.1f}")
    if here["change"] < 0:
        return _("The merger cuts the price by {change:.0f}%, from {before:.1f} to {after:.1f}")
    return _("The merger raises the price by {change:.0f}%, from {before:.1f} to {after:.1f}")


def _chain_note() -> str:
    return _("Highest price 100, cost 20 without a saving. Circles: two firms or more. Square: merged.")

"""Charts of prices along a chain: the injection's by year, and what a merger does under a contract."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, INK, MUTED, RUST, data, finish
from longwave.i18n import _
from longwave.topics.mergers.models.chain import COST, chain_merger
from longwave.topics.mergers.models.injection import price_path, share_before

MOST_BUYERS, PRICES = 8, (20, 90)


def contract_names() -> dict[str, str]:
    """Return the contracts' names in the current language."""
    return {
        "posted": _("one price for all to see"),
        "secret": _("secret contracts"),
        "exclusive": _("exclusive contract"),
    }


def injection_chart() -> alt.LayerChart:
    """Draw the average price of the injection by year on a scale of ratios, and say what was new in each year."""
    path = price_path()
    first, last = path["low"][1] / path["low"][0] - 1, path["high"][2] / path["low"][1] - 1
    title = _("By yearly averages at least {share:.0%} came before the merger").format(share=share_before(first, last))
    second = _("over {low:.0f}, still two firms").format(low=path["low"][1])
    third = _("{low:.0f} to {high:.0f}, merged").format(low=path["low"][2], high=path["high"][2])
    ends = path.assign(label=["100", second, third])
    words = _("{title}. Average price by year on a scale of ratios, 2017 as 100: 2018 {second}; 2019 {third}.").format(
        title=title, second=second, third=third
    )
    x = alt.X("year:O", title=_("Year"), axis=alt.Axis(labelAngle=0))
    scale = alt.Scale(type="log", domain=[80, 1200], nice=False)
    y = alt.Y("low:Q", title=_("Average price, 2017 = 100"), scale=scale, axis=alt.Axis(values=[100, 200, 400, 800]))
    base = alt.Chart(data("price", ends)).encode(x=x, y=y)
    layers = [
        base.mark_line(color=MUTED, strokeDash=[5, 4]),
        base.mark_point(color=BLUE, filled=True, size=90, opacity=1),
        base.mark_text(align="right", dx=-10, dy=-10, fontSize=14, color=INK).encode(text="label:N"),
    ]
    note = _("Averages of a year, in logarithms. 2018 is a floor, 2019 a range; no other medicine is compared.")
    return finish(alt.layer(*layers), title, words, subtitle=note, width=440, height=260)


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

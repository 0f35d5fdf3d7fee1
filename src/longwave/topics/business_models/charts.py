"""Charts of new business models: batch against made to order, services' share of sales, and what cases show."""

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, MUTED, PALE, RUST, Axes, data, finish
from longwave.i18n import _
from longwave.topics.business_models.models.newsvendor import batch_profit

COSTS, PROFITS = (40, 70), (2500, 6500)
QUANTITIES = (40, 200)
SERVICES_TURN = (0.2, 0.3)
RUNGS = ("said", "described", "compared", "study", "tested")


def batch_chart(terms: dict[str, float], best: pd.Series, ordered: float) -> alt.LayerChart:
    """Draw the expected profit of a batch by its size, the best batch, and the profit of made to order.

    `terms` are price, cost, salvage, mean and cv; `best` is from `best_batch`; `ordered` is a profit, in money.
    """
    title = _("The best batch is {quantity:.0f} suits where {mean:g} are expected").format(
        quantity=best["quantity"], mean=terms["mean"]
    )
    words = _(
        "{title}. A hill: expected profit against the size of the batch, highest at {quantity:.0f} suits with "
        "{profit:,.0f}. A dashed level line for made to order is at {ordered:,.0f}."
    ).format(title=title, quantity=best["quantity"], profit=best["profit"], ordered=ordered)
    return finish(
        alt.layer(_hill(terms), *_top(best), *_level(ordered)),
        title,
        words,
        subtitle=_("An invented suit maker. Normal demand. Left of the top too few suits, right of it too many."),
        height=280,
    )


def _hill_axes() -> Axes:
    x = alt.X(
        "size:Q",
        title=_("Size of the batch (suits)"),
        scale=alt.Scale(domain=list(QUANTITIES), nice=False),
        axis=alt.Axis(values=list(range(QUANTITIES[0], QUANTITIES[1] + 1, 20))),
    )
    y = alt.Y("profit:Q", title=_("Expected profit (money)"), scale=alt.Scale(domain=[1500, 5500], nice=False))
    return Axes(x=x, y=y)


def _hill(terms: dict[str, float]) -> alt.Chart:
    sizes = np.arange(QUANTITIES[0], QUANTITIES[1] + 1, 4)
    curve = pd.DataFrame({"size": sizes, "profit": [batch_profit(float(size), **terms) for size in sizes]})
    return alt.Chart(data("batches", curve)).mark_line(color=BLUE, strokeWidth=2.5).encode(**_hill_axes())


def _top(best: pd.Series) -> list[alt.Chart]:
    label = _("best batch: {profit:,.0f}").format(profit=best["profit"])
    rows = pd.DataFrame([{"size": best["quantity"], "profit": best["profit"], "label": label}])
    peak = alt.Chart(data("best_batch", rows))
    return [
        peak.mark_point(color=BLUE, filled=True, size=90, opacity=1).encode(**_hill_axes()),
        peak.mark_text(dy=16, fontSize=13, color=BLUE).encode(**_hill_axes(), text=alt.Text("label:N")),
    ]


def _level(ordered: float) -> list[alt.Chart]:
    ends = pd.DataFrame({"size": list(QUANTITIES), "profit": ordered})
    label = _("made to order: {ordered:,.0f}").format(ordered=ordered)
    key = pd.DataFrame([{"size": QUANTITIES[0] + 4, "profit": ordered, "label": label}])
    line = alt.Chart(data("level", ends)).mark_line(color=RUST, strokeWidth=2, strokeDash=[6, 4])
    return [
        line.encode(**_hill_axes()),
        _words("level_key", key, RUST).encode(**_hill_axes(), text=alt.Text("label:N")),
    ]


def break_even_chart(batch: float, ordered: float, cost: float, limit: float, margins: pd.DataFrame) -> alt.LayerChart:
    """Draw the profit of made to order by its unit cost, the best batch's profit, and where the two meet.

    `batch` and `ordered` are expected profits at the unit `cost` chosen, `limit` is the unit cost at which they are
    equal, and `margins` has the columns cost and profit: made to order along all costs.
    """
    title = _break_even_title(batch, ordered, limit)
    words = _(
        "{title}. A falling line: profit of made to order by its unit cost; at {cost:g} it is {ordered:,.0f}. A dashed "
        "level line for the best batch at {batch:,.0f}. They cross at a unit cost of {limit:.1f}."
    ).format(title=title, cost=cost, ordered=ordered, batch=batch, limit=limit)
    x = alt.X("cost:Q", title=_("Unit cost of made to order (money)"), scale=alt.Scale(domain=list(COSTS), nice=False))
    y = alt.Y("profit:Q", title=_("Expected profit (money)"), scale=alt.Scale(domain=list(PROFITS), nice=False))
    level = pd.DataFrame({"cost": [float(end) for end in COSTS], "profit": batch})
    meeting = pd.DataFrame([{"cost": limit, "profit": batch, "floor": float(PROFITS[0])}])
    meeting["label"] = _("break-even {limit:.1f}").format(limit=limit)
    chosen = pd.DataFrame([{"cost": float(cost), "profit": ordered}])
    key = pd.DataFrame([{"cost": 40.4, "profit": batch, "label": _("batch: {batch:,.0f}").format(batch=batch)}])
    ordered_key = pd.DataFrame([{"cost": 59.0, "profit": 4400.0, "label": _("made to order")}])
    meet, choice = alt.Chart(data("break_even", meeting)), alt.Chart(data("chosen", chosen))
    return finish(
        alt.layer(
            alt.Chart(data("made_to_order", margins)).mark_line(color=RUST, strokeWidth=2.5).encode(x=x, y=y),
            alt.Chart(data("batch", level)).mark_line(color=BLUE, strokeWidth=2.5, strokeDash=[6, 4]).encode(x=x, y=y),
            meet.mark_rule(color=MUTED, strokeDash=[2, 3]).encode(x=x, y=y, y2=alt.Y2("floor:Q")),
            meet.mark_text(align="left", dx=6, dy=-10, fontSize=13, color=INK).encode(
                x=x, y=alt.Y("floor:Q"), text=alt.Text("label:N")
            ),
            choice.mark_point(shape="diamond", color=RUST, filled=True, size=170, opacity=1).encode(x=x, y=y),
            _words("batch_key", key, BLUE).encode(x=x, y=y, text=alt.Text("label:N")),
            _words("ordered_key", ordered_key, RUST).encode(x=x, y=y, text=alt.Text("label:N")),
        ),
        title,
        words,
        subtitle=_("Invented suits: price 100, batch cost 40, 100 expected. Diamond: the cost that you set."),
        height=320,
    )


def _words(name: str, rows: pd.DataFrame, colour: str) -> alt.Chart:
    return alt.Chart(data(name, rows)).mark_text(align="left", dy=-9, fontSize=13, color=colour)


def _break_even_title(batch: float, ordered: float, limit: float) -> str:
    ahead = round(ordered) - round(batch)
    if ahead > 0:
        return _("Made to order earns {ahead:,} more; a suit could cost up to {limit:.1f}").format(
            ahead=ahead, limit=limit
        )
    if ahead < 0:
        return _("The batch earns {ahead:,} more; made to order would need to cost {limit:.1f}").format(
            ahead=-ahead, limit=limit
        )
    return _("The two earn the same: break-even at a cost of {limit:.1f}").format(limit=limit)


def services_chart(share: float) -> alt.LayerChart:
    """Draw where services begin to pay, as Fang, Palmatier and Steenkamp are believed to find, and one maker's share.

    `share` is services' part of a maker's sales, from 0 to 0.4. The band from 20 to 30 per cent is quoted, not
    computed.
    """
    title = _services_title(share)
    words = _(
        "{title}. A bar of services' share of sales from 0 to 40 per cent in three parts: below 20 no gain or a loss, "
        "from 20 to 30 the turn, beyond 30 a gain. A diamond marks {share:.0%}."
    ).format(title=title, share=share)
    maker = alt.Chart(data("maker", pd.DataFrame([{"share": 100 * share, "label": _("our maker")}])))
    place = alt.X("share:Q")
    return finish(
        alt.layer(
            *_zones(),
            maker.mark_point(shape="diamond", filled=True, size=150, color=INK, opacity=1, yOffset=12).encode(x=place),
            maker.mark_text(align="left", dx=8, dy=12).encode(x=place, text=alt.Text("label:N")),
        ),
        title,
        words,
        subtitle=_("Zones: the finding of Fang, Palmatier and Steenkamp (2008), believed; source not opened by us."),
        height=90,
    )


def _services_title(share: float) -> str:
    if share < SERVICES_TURN[0]:
        return _("With services at {share:.0%} of sales our maker is before the turn").format(share=share)
    if share > SERVICES_TURN[1]:
        return _("With services at {share:.0%} of sales our maker is beyond the turn").format(share=share)
    return _("With services at {share:.0%} of sales our maker is where the sign is said to turn").format(share=share)


def _zones() -> list[alt.Chart]:
    low, high = (round(100 * share) for share in SERVICES_TURN)
    names = [_("no gain, or a loss"), _("the turn"), _("a gain")]
    zones = pd.DataFrame({"start": [0, low, high], "end": [low, high, 40], "zone": names})
    zones["middle"] = (zones["start"] + zones["end"]) / 2
    x = alt.X(
        "start:Q",
        title=_("Services' share of sales (per cent)"),
        scale=alt.Scale(domain=[0, 40], nice=False),
        axis=alt.Axis(values=[0, 10, 20, 30, 40]),
    )
    scale = alt.Scale(domain=names, range=[PALE[RUST], PALE[GREY], PALE[GREEN]])
    base = alt.Chart(data("zones", zones))
    return [
        base.mark_bar(height=54, stroke=MUTED).encode(
            x=x, x2=alt.X2("end:Q"), color=alt.Color("zone:N", legend=None, scale=scale)
        ),
        base.mark_text(fontSize=13, dy=-14).encode(x=alt.X("middle:Q"), text=alt.Text("zone:N")),
    ]


def rungs_chart(evidence: pd.Series) -> alt.LayerChart:
    """Draw how many cases reach each rung of evidence; `evidence` holds one code for each case."""
    labels = {
        "said": _("said, or a name given"),
        "described": _("described: how it works"),
        "compared": _("compared, without a number"),
        "study": _("a study named"),
        "tested": _("tested: with and without"),
    }
    counts = evidence.value_counts().reindex(RUNGS, fill_value=0)
    title = _rungs_title(len(evidence), int(counts["tested"]))
    rows = pd.DataFrame({"rung": [labels[rung] for rung in RUNGS], "cases": counts.to_numpy(), "start": 0})
    words = _("{title}. Bars for five rungs of evidence, lowest first: {bars}.").format(
        title=title,
        bars="; ".join(f"{label}: {count}" for label, count in zip(rows["rung"], rows["cases"], strict=True)),
    )
    x = alt.X(
        "start:Q",
        title=_("Cases of paper 000, 二(一) to 二(四) (number)"),
        scale=alt.Scale(domain=[0, 6], nice=False),
        axis=alt.Axis(values=[0, 1, 2, 3, 4, 5, 6], format="d"),
    )
    y = alt.Y("rung:N", title=None, sort=None, axis=alt.Axis(labelFontSize=13, ticks=False, labelLimit=240))
    base = alt.Chart(data("rungs", rows))
    return finish(
        alt.layer(
            base.mark_bar(height=18, color=BLUE).encode(x=x, x2=alt.X2("cases:Q"), y=y),
            base.mark_text(align="left", dx=6, fontSize=13).encode(x=alt.X("cases:Q"), y=y, text=alt.Text("cases:N")),
        ),
        title,
        words,
        subtitle=_("Our coding of the passages, not of the firms. Each case counts once, at its highest rung."),
        height=180,
    )


def _rungs_title(cases: int, tested: int) -> str:
    if tested == 0:
        return _("Not one of {cases} cases is tested against what would have been").format(cases=cases)
    return _("Tested against what would have been: {tested} of {cases} cases").format(tested=tested, cases=cases)

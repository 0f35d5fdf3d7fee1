"""Charts of a fund's contract: who gets what at each multiple, and what three concessions of one cost do."""

import altair as alt
import numpy as np
import pandas as pd
from scipy.stats import norm

from longwave.charts.theme import BLUE, GREEN, GREY, INK, RUST, data, finish
from longwave.i18n import _
from longwave.topics.guidance_fund.models.contracts import MEAN, SPREAD, STAKE, score_contract, share_out

WIDEST, MOST_MONEY = 5.0, 450
LINE_POINTS, AREA_POINTS = 101, 125  # steps of 0.05, on which each first loss bends, and of 0.04, on which 1 lies
_DASHES = [[1, 0], [7, 4], [2, 3]]


def contract_chart(multiple: float, cap: float | None, tranche: float) -> alt.VConcatChart:
    """Draw what both partners get at each multiple of the fund, and below it how often each multiple comes.

    `multiple` is one outcome to look at, from 0 to 5; `cap` and `tranche` are as in `models.contracts.share_out`.
    """
    score = score_contract(cap=cap, tranche=tranche)
    here = share_out([multiple], cap, tranche).iloc[0]
    limit = _("none") if cap is None else _("{rate:g} % a year").format(rate=100 * cap)
    title = _("A fund of 100. Cap on the public return: {limit}; first loss: {tranche:g}").format(
        limit=limit, tranche=tranche
    )
    note = _(
        "At {multiple:g} times the money the public partner gets {public:.1f}, the private one {private:.1f}"
    ).format(multiple=multiple, public=here["public"], private=here["private"])
    words = _(
        "{title}. {note}. It costs the public {cost:.1f} on average. The private partner's sure sum of equal worth is "
        "{sure:.1f} for 50 paid in. Above, two lines over multiples from 0 to 5 beside the line of equal shares; "
        "below, how often each multiple comes, with the private partner's losses shaded, {loss:.0f} of 100 funds."
    ).format(
        title=title,
        note=note,
        cost=score["public_cost"],
        sure=score["certainty_equivalent"],
        loss=100 * score["private_loss"],
    )
    chart = alt.vconcat(_payoffs(multiple, cap, tranche, note), _outcomes(multiple, cap, tranche, score), spacing=14)
    below = _("Above: what each partner gets. Shaded below: the private partner gets less than its 50.")
    return finish(chart, title, words, subtitle=below, width=None, height=None)


def _times() -> str:
    return _("Money back for each yuan in the fund (M)")


def _x(title: str) -> alt.X:
    scale = alt.Scale(domain=[0, WIDEST], nice=False)
    return alt.X("multiple:Q", title=title, scale=scale)


def _payoffs(multiple: float, cap: float | None, tranche: float, note: str) -> alt.LayerChart:
    """Return the money of both partners over the multiple, with equal shares and the chosen multiple."""
    names = {"private": _("private partner"), "public": _("public partner"), "equal": _("equal shares")}
    grid = np.linspace(0, WIDEST, LINE_POINTS)
    wide = share_out(grid, cap, tranche).assign(equal=STAKE * grid)
    lines = wide.melt("multiple", var_name="who", value_name="money").assign(who=lambda rows: rows["who"].map(names))
    order = list(names.values())
    legend = alt.Legend(orient="top", title=None, symbolStrokeWidth=2.5, symbolSize=300, labelLimit=260)
    color = alt.Color("who:N", legend=legend, scale=alt.Scale(domain=order, range=[BLUE, RUST, GREY]))
    dash = alt.StrokeDash("who:N", legend=legend, scale=alt.Scale(domain=order, range=_DASHES))
    y = alt.Y("money:Q", title=_("Money (paid in: 50)"), scale=alt.Scale(domain=[0, MOST_MONEY], nice=False))
    # Where two partners get the same, the thin dashes lie on the thick line, and both are seen.
    layers = [
        alt.Chart(data(f"payoffs-{who}", lines[lines["who"] == names[who]]))
        .mark_line(strokeWidth=width, clip=True)
        .encode(x=_x(_times()), y=y, color=color, strokeDash=dash)
        for who, width in (("equal", 2), ("private", 5), ("public", 2.5))
    ]
    corner = pd.DataFrame({"multiple": [0.04], "money": [MOST_MONEY], "label": [note]})
    label = alt.Chart(data("note", corner)).mark_text(align="left", baseline="top", dy=4, fontSize=12)
    layers.append(label.encode(x=_x(_times()), y=y, text="label:N"))
    here = pd.DataFrame({"multiple": [float(multiple)], "money": [0.0], "top": [0.9 * MOST_MONEY]})
    rule = alt.Chart(data("here-above", here)).mark_rule(stroke=INK, strokeDash=[2, 3])
    return alt.layer(*layers, rule.encode(x=_x(_times()), y=y, y2="top:Q")).properties(width=520, height=220)


def _outcomes(multiple: float, cap: float | None, tranche: float, score: pd.Series) -> alt.LayerChart:
    """Return the density of the multiple, with the part shaded and counted in which the private partner loses."""
    grid = np.linspace(WIDEST / AREA_POINTS, WIDEST, AREA_POINTS)
    middle = np.log(MEAN) - SPREAD**2 / 2
    density = norm.pdf((np.log(grid) - middle) / SPREAD) / (SPREAD * grid)
    private = share_out(grid, cap, tranche)["private"].to_numpy()
    table = pd.DataFrame({"multiple": grid, "often": density, "lost": np.where(private < STAKE - 1e-9, density, 0.0)})
    x = _x(_times())
    axis = alt.Axis(labels=False, ticks=False)
    title, scale = _("How often"), alt.Scale(domain=[0, 0.8], nice=False)
    y = alt.Y("often:Q", title=title, scale=scale, axis=axis)
    base = alt.Chart(data("outcomes", table)).encode(x=x)
    layers = [
        base.mark_area(color=RUST, opacity=0.35).encode(y=alt.Y("lost:Q", title=title, scale=scale, axis=axis)),
        base.mark_line(color=INK, strokeWidth=2).encode(y=y),
        _rule("here-below", multiple, y),
        *_counted(x, score, y),
    ]
    return alt.layer(*layers).properties(width=520, height=100)


def _counted(x: alt.X, score: pd.Series, y: alt.Y) -> list[alt.Chart]:
    """Return the two lines of text on the lower picture: how many funds are shaded, and what the terms cost."""
    texts = {
        "counted": _("shaded: {loss:.0f} of 100 funds").format(loss=100 * score["private_loss"]),
        "cost": _("public cost, on average: {cost:.1f}").format(cost=score["public_cost"]),
    }
    drawn = []
    for name, height in (("counted", 0.72), ("cost", 0.56)):
        row = pd.DataFrame({"multiple": [0.98 * WIDEST], "often": [height], "label": [texts[name]]})
        text = alt.Chart(data(name, row)).mark_text(align="right", fontSize=13, color=INK)
        drawn.append(text.encode(x=x, y=y, text="label:N"))
    return drawn


def _rule(name: str, multiple: float, y: alt.Y) -> alt.Chart:
    """Return a rule at the chosen multiple that ends below the words."""
    rows = pd.DataFrame({"multiple": [float(multiple)], "often": [0.0], "top": [0.48]})
    return alt.Chart(data(name, rows)).mark_rule(stroke=INK, strokeDash=[2, 3]).encode(x=_x(_times()), y=y, y2="top:Q")


def equal_cost_chart(rows: pd.DataFrame) -> alt.LayerChart:
    """Draw the private partner's sure sum of equal worth over the public cost, for three concessions.

    `rows` has the columns public_cost, concession (cap, first loss or gift) and certainty_equivalent. The lines differ
    in colour, dash and label.
    """
    names = {"first loss": _("first loss"), "gift": _("plain gift"), "cap": _("capped public return")}
    table = rows.assign(concession=rows["concession"].map(names))
    ends = table.sort_values("public_cost", kind="stable").groupby("concession", sort=False).tail(1)
    level = ends.set_index("concession")["certainty_equivalent"]
    dearest = ends["public_cost"].iloc[0]
    title = _("For one public cost, a first loss is worth most to a careful partner, a cap least")
    parts = ", ".join(f"{name} {level[name]:.1f}" for name in names.values())
    words = _("{title}. Three lines over a public cost of {least:.1f} to {most:.1f}; at the end: {parts}.").format(
        title=title, least=table["public_cost"].min(), most=dearest, parts=parts
    )
    scale = alt.Scale(domain=[0, 6.5], nice=False)
    axis = alt.Axis(values=[0, 1, 2, 3, 4, 5], format="d")
    x = alt.X("public_cost:Q", title=_("Public cost (of 100, in money of year 7)"), scale=scale, axis=axis)
    scale = alt.Scale(domain=[50, 66], nice=False)
    y = alt.Y("certainty_equivalent:Q", title=_("Sure sum of equal worth (for 50 paid in)"), scale=scale)
    order = list(names.values())
    color = alt.Color("concession:N", legend=None, scale=alt.Scale(domain=order, range=[BLUE, GREEN, RUST]))
    dash = alt.StrokeDash("concession:N", legend=None, scale=alt.Scale(domain=order, range=_DASHES))
    drawn = alt.Chart(data("costs", table)).mark_line(strokeWidth=2.5).encode(x=x, y=y, color=color, strokeDash=dash)
    labels = alt.Chart(data("ends", ends)).mark_text(align="left", dx=6, fontSize=13)
    layers = [drawn, labels.encode(x=x, y=y, color=color, text="concession:N")]
    note = _("A fund of 100, equal stakes, seven years; relative risk aversion 2. Our own construction.")
    return finish(alt.layer(*layers), title, words, subtitle=note, width=520, height=280)

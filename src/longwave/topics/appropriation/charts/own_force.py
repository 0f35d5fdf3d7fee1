"""Chart of a licence against mechanics of one's own, over the chance that nobody copies."""

import math

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, INK, RUST, Axes, data, finish
from longwave.i18n import _
from longwave.topics.appropriation.models.assets import own_or_licence, turning_right

ENDS = (0.0, 1.0)  # a turn at an end is none: on one side of it there is nothing


def own_force_chart(holders: int, asset_cost: float, value: float) -> alt.LayerChart:
    """Draw what a licence and mechanics of one's own leave, against alpha, and mark where the better one changes.

    `holders`, `asset_cost` and `value` are those of `own_or_licence`.
    """
    frame = own_or_licence(holders, asset_cost, value)
    turn = _inner_turn(holders, asset_cost, value)
    title = _own_title(holders, asset_cost, turn)
    axes = _own_axes(value)
    return finish(
        alt.layer(_own_lines(frame, axes), *_meeting(frame, turn, axes)),
        title,
        _own_words(frame, title, holders, asset_cost, turn),
        subtitle=_("After what your mechanics cost; a loss is not drawn. Invented numbers."),
        height=270,
    )


def _inner_turn(holders: int, asset_cost: float, value: float) -> float:
    """Return the alpha at which the better way changes, or NaN where one is never worse than the other."""
    turn = turning_right(holders, asset_cost, value)
    return math.nan if turn in ENDS else turn


def _own_axes(value: float) -> Axes:
    return Axes(
        x=alt.X(
            "alpha:Q",
            title=_("Chance that nobody copies (α)"),
            scale=alt.Scale(domain=[0, 1], nice=False),
            axis=alt.Axis(format=".1f", tickCount=11),
        ),
        y=alt.Y(
            "kept:Q",
            title=_("You expect to keep (of {value:g})").format(value=value),
            scale=alt.Scale(domain=[0, value], nice=False),
        ),
    )


def _own_lines(frame: pd.DataFrame, axes: Axes) -> alt.Chart:
    """Return the two lines, told apart by colour and by dashes, with their key."""
    names = {"licence": _("licence"), "own": _("your own mechanics")}
    ways = [
        pd.DataFrame({"alpha": frame["appropriability"], "kept": frame[column], "way": name})
        for column, name in names.items()
    ]
    legend = alt.Legend(orient="top", title=None, labelFontSize=13, symbolStrokeWidth=3, symbolSize=300)
    order = list(names.values())
    color = alt.Color("way:N", scale=alt.Scale(domain=order, range=[BLUE, RUST]), legend=legend)
    dash = alt.StrokeDash("way:N", scale=alt.Scale(domain=order, range=[[6, 4], [1, 0]]), legend=legend)
    base = alt.Chart(data("ways", pd.concat(ways)))
    drawn: alt.Chart = base.mark_line(strokeWidth=2.5, clip=True).encode(**axes, color=color, strokeDash=dash)
    return drawn


def _own_words(frame: pd.DataFrame, title: str, holders: int, asset_cost: float, turn: float) -> str:
    """Return the alt text: both lines by their ends, and where they cross."""
    first, last = frame.iloc[0], frame.iloc[-1]
    return _(
        "{title}. Two lines against α, with k = {k} and a cost of {cost:g}. The licence, dashed, runs from {a:.3g} at "
        "α = 0 to {b:.3g} at α = 1; your own mechanics, full, from {c:.3g} to {d:.3g}. {meet}"
    ).format(
        title=title,
        k=holders,
        cost=asset_cost,
        a=first["licence"],
        b=last["licence"],
        c=first["own"],
        d=last["own"],
        meet=_("They do not cross.") if math.isnan(turn) else _("They cross at α = {turn:.3g}.").format(turn=turn),
    )


def _own_title(holders: int, asset_cost: float, turn: float) -> str:
    """Return the finding: up to which alpha, or at every alpha, which of the two is better."""
    if math.isnan(turn):
        frame = own_or_licence(holders, asset_cost, 100)
        if (frame["own"] >= frame["licence"] - 1e-9).all():
            return _("Your own mechanics leave you no less than a licence, whatever the chance of copying")
        return _("At a cost of {cost:g} a licence leaves no less, whatever the chance of copying").format(
            cost=asset_cost
        )
    if holders == 1:
        return _("Your own mechanics pay from α = {turn:.3g} on").format(turn=turn)
    return _("Your own mechanics pay up to α = {turn:.3g}; beyond it, license").format(turn=turn)


def _meeting(frame: pd.DataFrame, turn: float, axes: Axes) -> list[alt.Chart]:
    """Return the mark where the lines cross with its label; both have no row where they do not."""
    crossing = [] if math.isnan(turn) else [turn]
    kept = [float(frame["licence"].iloc[-1]) * alpha for alpha in crossing]
    label = [_("α = {turn:.3g}").format(turn=alpha) for alpha in crossing]
    rows = pd.DataFrame({"alpha": crossing, "kept": kept, "label": label})
    base = alt.Chart(data("crossing", rows)).encode(**axes)
    return [
        base.mark_point(filled=True, size=110, opacity=1, color=INK),
        base.mark_text(align="right", baseline="bottom", dx=-8, dy=-6, fontSize=13).encode(text=alt.Text("label:N")),
    ]

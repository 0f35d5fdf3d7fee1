"""Charts of two regions: which way workers move, where the regions rest, and who gains as trade gets cheaper."""

from typing import TypeVar

import altair as alt
import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, MUTED, PALE, RUST, data, finish
from longwave.i18n import _

COSTS, GAPS = (1.0, 2.5), (-0.1, 0.1)
Channel = TypeVar("Channel", alt.X, alt.Y)
_DASHES = ([1, 0], [7, 3], [2, 3])


def _fixed(domain: tuple[float, float]) -> alt.Scale:
    return alt.Scale(domain=list(domain), nice=False)


def _share_axis(channel: type[Channel], field: str = "share") -> Channel:
    axis = alt.Axis(format="%", values=[0, 0.25, 0.5, 0.75, 1])
    return channel(f"{field}:Q", title=_("Share of workers in region 1 (λ)"), scale=_fixed((0, 1)), axis=axis)


def _gap_axis(field: str = "gap") -> alt.Y:
    title = _("Real wage, region 1 over region 2")
    return alt.Y(f"{field}:Q", title=title, scale=_fixed(GAPS), axis=alt.Axis(format="+.0%", tickCount=5))


def _cost_axis() -> alt.X:
    return alt.X("trade_cost:Q", title=_("Trade cost (T)"), scale=_fixed(COSTS))


def _zero() -> alt.Chart:
    rows = pd.DataFrame({"share": [0.0], "until": [1.0], "gap": [0.0]})
    rule = alt.Chart(data("zero", rows)).mark_rule(color=MUTED, opacity=1)
    return rule.encode(x=_share_axis(alt.X), x2=alt.X2("until:Q"), y=_gap_axis())


def income_chart(history: pd.DataFrame, even: pd.DataFrame) -> alt.LayerChart:
    """Draw the real income of who lives in the core and of farmers in the periphery, as trade gets cheaper.

    `history` comes from `cost_history` with falling costs, and `even` too, with the same costs and without a nudge.
    """
    names = [_("workers and farmers in the core"), _("farmers in the periphery"), _("all, if the split stayed even")]
    rows = history[["trade_cost", "farm_1", "farm_2"]].assign(even=even["farm_2"])
    rows = rows.set_axis(["trade_cost", *names], axis=1)
    long = rows.reset_index(drop=True).melt("trade_cost", var_name="who", value_name="income")
    split = history[history["share"] > 0.5]
    before, lowest = history[history["share"] == 0.5].iloc[-1], split.iloc[0]
    back = split[split["farm_2"] >= before["farm_2"]]["trade_cost"].max()
    title = _("The periphery loses {lost:.0%} at the break; an even split would serve it better down to T = 1").format(
        lost=1 - lowest["farm_2"] / before["farm_2"]
    )
    words = _(
        "{title}. Three lines of real income as the trade cost falls. They are one until T = {cost:.2f}, at "
        "{even:.3f}; then the core goes to {core:.3f} and the periphery to {low:.3f}. It has its old income again at "
        "T = {back:.2f}, where an even split would give {fair:.3f}, and rises to {end:.3f} at T = {last:.2f}."
    ).format(
        title=title,
        back=back,
        fair=even.loc[even["trade_cost"] == back, "farm_2"].iloc[0],
        cost=before["trade_cost"],
        even=before["farm_2"],
        core=lowest["farm_1"],
        low=lowest["farm_2"],
        end=split.iloc[-1]["farm_2"],
        last=split.iloc[-1]["trade_cost"],
    )
    legend = alt.Legend(orient="top", title=None, symbolStrokeWidth=3, labelLimit=300)
    lines = (
        alt.Chart(data("incomes", long.round(4)))
        .mark_line(strokeWidth=2.5)
        .encode(
            x=alt.X("trade_cost:Q", title=_("Trade cost (T), cheaper to the right"), scale=_falling(history)),
            y=alt.Y(
                "income:Q",
                title=_("Real income (at T = 1: 1)"),
                scale=_fixed((0.8, 1.0)),
                axis=alt.Axis(tickCount=5),
            ),
            order=alt.Order("trade_cost:Q", sort="descending"),
            color=alt.Color("who:N", legend=legend, scale=alt.Scale(domain=names, range=[BLUE, RUST, GREY])),
            strokeDash=alt.StrokeDash("who:N", legend=legend, scale=alt.Scale(domain=names, range=list(_DASHES))),
        )
    )
    note = _("Our model, from an even start; before each step a few workers move to region 1. The axis begins at 0.8.")
    return finish(alt.layer(lines), title, words, subtitle=note, height=230)


def _falling(history: pd.DataFrame) -> alt.Scale:
    return alt.Scale(domain=[1, float(history["trade_cost"].max())], reverse=True, nice=False)


def tomahawk_chart(
    gap: pd.DataFrame, states: pd.DataFrame, arc: pd.DataFrame, points: pd.Series, cost: float
) -> alt.HConcatChart:
    """Draw which way workers move at one trade cost, beside the states of rest at all of them.

    `gap` has the columns share and gap; `states` comes from `long_run_states`, `arc` from `tipping_shares`, `points`
    from `core_periphery_points`.
    """
    stable = states.loc[states["stable"], "share"]
    title = _tomahawk_title(stable, cost)
    words = _(
        "{title}. Left: region 1's real wage over region 2's, zero or at an end in {count} states; stable at region "
        "1's share {stable}, unstable at {unstable}. Right: the even state ends at T = {break_point:.4f}, and a core "
        "holds up to T = {sustain:.4f}."
    ).format(
        title=title,
        count=len(states),
        stable=", ".join(f"{share:.0%}" for share in stable),
        unstable=", ".join(f"{share:.0%}" for share in states.loc[~states["stable"], "share"]),
        break_point=points["break"],
        sustain=points["sustain"],
    )
    left, right = _wiggle_view(gap, states), _tomahawk_view(arc, points, states, cost)
    for view, heading in ((left, _("Which way workers move")), (right, _("Where the regions rest"))):
        view.width, view.height = 255, 260
        view.title = alt.TitleParams(heading, fontSize=13)
    joined = alt.hconcat(left, right, spacing=30).resolve_scale(color="independent", shape="independent")
    note = _("Our model. Full: stable. Open squares and dashes: unstable. A triangle at the edge: the state is beyond.")
    return finish(joined, title, words, subtitle=note, width=None, height=None)


def _tomahawk_title(stable: pd.Series, cost: float) -> str:
    if len(stable) == 3:
        return _("At T = {cost:.2f} three states are stable: even, and either core").format(cost=cost)
    if len(stable) == 1:
        return _("At T = {cost:.2f} only the even split is stable").format(cost=cost)
    return _("At T = {cost:.2f} only a core is stable: all industry in one region").format(cost=cost)


def _wiggle_view(gap: pd.DataFrame, states: pd.DataFrame) -> alt.LayerChart:
    line = alt.Chart(data("gap", gap.round(5))).mark_line(color=BLUE, strokeWidth=2.5, clip=True)
    line = line.encode(x=_share_axis(alt.X), y=_gap_axis())
    arrows = alt.Chart(data("arrows", _arrows(gap, states["share"].to_numpy())))
    arrows = arrows.mark_point(filled=True, size=110, color=GREY, opacity=1).encode(
        x=_share_axis(alt.X),
        y=_gap_axis(),
        shape=alt.Shape(
            "way:N",
            legend=None,
            scale=alt.Scale(domain=["more", "less"], range=["triangle-right", "triangle-left"]),
        ),
    )
    ends = np.interp(states["share"], gap["share"], gap["gap"])
    rest = states.assign(gap=np.where(states["share"] % 1 == 0, ends, 0.0).round(5))
    inside = rest["gap"].between(*GAPS)
    dots = _dots(rest[inside], "rest", _share_axis(alt.X), _gap_axis())
    layers = alt.layer(_zero(), line, arrows, *dots, _beyond(rest[~inside]))
    return layers.resolve_scale(shape="independent")


def _beyond(states: pd.DataFrame) -> alt.Chart:
    """Return triangles at the edge of the frame, which point to the states beyond it."""
    low, high = GAPS
    rows = states.assign(way=np.where(states["gap"] > 0, "above", "below"), gap=states["gap"].clip(low, high))
    marks = alt.Chart(data("beyond", rows[["share", "gap", "way"]]))
    shape = alt.Shape(
        "way:N", legend=None, scale=alt.Scale(domain=["above", "below"], range=["triangle-up", "triangle-down"])
    )
    marks = marks.mark_point(filled=True, size=90, color=INK, opacity=1)
    return marks.encode(x=_share_axis(alt.X), y=_gap_axis(), shape=shape)


def _arrows(gap: pd.DataFrame, shares: npt.NDArray[np.float64]) -> pd.DataFrame:
    """Return one arrow on the line at zero between each two neighbouring states."""
    middles = (shares[1:] + shares[:-1]) / 2
    rises = np.interp(middles, gap["share"], gap["gap"]) > 0
    return pd.DataFrame({"share": middles, "gap": 0.0, "way": np.where(rises, "more", "less")})


def _dots(states: pd.DataFrame, name: str, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    firm, shaky = states[states["stable"]], states[~states["stable"]]
    full = alt.Chart(data(f"{name}_stable", firm)).mark_point(filled=True, color=INK, size=120, opacity=1)
    open_ = alt.Chart(data(f"{name}_unstable", shaky)).mark_point(
        shape="square", filled=True, fill="#FFFFFF", stroke=RUST, strokeWidth=2, size=90, opacity=1
    )
    return [mark.encode(x=x, y=y) for mark in (full, open_)]


def _tomahawk_view(arc: pd.DataFrame, points: pd.Series, states: pd.DataFrame, cost: float) -> alt.LayerChart:
    low, high = COSTS
    broken, held = (float(np.clip(points[name], low, high)) for name in ("break", "sustain"))
    pieces = [(0.5, broken, high, True), (0.5, low, broken, False)]
    pieces += [piece for end in (0.0, 1.0) for piece in ((end, low, held, True), (end, held, high, False))]
    spans = pd.DataFrame(pieces, columns=["share", "trade_cost", "until", "stable"])
    both = pd.concat([arc.assign(side="upper"), arc.assign(share=1 - arc["share"], side="lower")])
    curve = alt.Chart(data("arc", both[["trade_cost", "share", "side"]].round(5)))
    curve = curve.mark_line(color=RUST, strokeWidth=2, strokeDash=[4, 3], clip=True)
    curve = curve.encode(x=_cost_axis(), y=_share_axis(alt.Y), detail=alt.Detail("side:N"))
    now = pd.DataFrame({"trade_cost": [cost], "share": [0.0], "top": [1.0]})
    # A pale band: the dots on it say where the regions rest, and the labels stay legible over it.
    marker = alt.Chart(data("now", now)).mark_rule(color=PALE[GREEN], strokeWidth=7, opacity=1)
    marker = marker.encode(x=_cost_axis(), y=_share_axis(alt.Y), y2=alt.Y2("top:Q"))
    at_cost = states.assign(trade_cost=cost)
    return alt.layer(
        marker,
        *_spans(spans),
        curve,
        *_dots(at_cost, "here", _cost_axis(), _share_axis(alt.Y)),
        *_point_labels(points),
    )


def _spans(spans: pd.DataFrame) -> list[alt.Chart]:
    """Return the straight lines of states, full where stable and dashed where not."""
    marks = []
    for name, rows in (("held", spans[spans["stable"]]), ("lost", spans[~spans["stable"]])):
        look = {"color": BLUE, "strokeWidth": 3} if name == "held" else {"color": RUST, "strokeDash": [4, 3]}
        rule = alt.Chart(data(name, rows.drop(columns="stable"))).mark_rule(opacity=1, **look)
        marks.append(rule.encode(x=_cost_axis(), x2=alt.X2("until:Q"), y=_share_axis(alt.Y)))
    return marks


def _point_labels(points: pd.Series) -> list[alt.Chart]:
    """Return the names of the two points, each beside its own, with a white edge against the band."""
    names = {"break": _("break {cost:.2f}"), "sustain": _("sustain {cost:.2f}")}
    levels = {"break": 0.57, "sustain": 0.93}
    rows = [
        {"trade_cost": points[name], "share": levels[name], "label": names[name].format(cost=points[name])}
        for name in names
        if points[name] < COSTS[1] - 0.4
    ]
    frame = pd.DataFrame(rows, columns=["trade_cost", "share", "label"]).round(4)
    looks: tuple[dict[str, object], ...] = ({"stroke": "#FFFFFF", "strokeWidth": 4}, {})
    return [
        alt.Chart(data("labels", frame))
        .mark_text(align="left", baseline="middle", dx=11, color=INK, fontSize=11, **look)
        .encode(x=_cost_axis(), y=_share_axis(alt.Y), text=alt.Text("label:N"))
        for look in looks
    ]

"""Charts of a jump: the folded curve of states, and one push seen as a path, on its ground and on that curve."""

from typing import TypeVar

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, MUTED, PALE, RUST, Axes, data, finish
from longwave.i18n import _
from longwave.topics.tipping.models.cusp import cusp_folds, equilibria, potential

STATES, PUSHES, HEIGHTS = (-2.4, 2.4), (-2.6, 3.4), (-8.5, 6.5)
HORIZON = 10
Channel = TypeVar("Channel", alt.X, alt.Y)
_WHOLE = alt.Axis(values=[-2, -1, 0, 1, 2], format="d")


def _state_axis(channel: type[Channel], field: str = "state") -> Channel:
    return channel(f"{field}:Q", title=_("State (low < 0 < high)"), scale=_fixed(STATES), axis=_WHOLE)


def _push_axis(field: str = "push") -> alt.X:
    return alt.X(
        f"{field}:Q",
        title=_("Push (b)"),
        scale=_fixed(PUSHES),
        axis=alt.Axis(values=[-2, -1, 0, 1, 2, 3], format="d"),
    )


def _fixed(domain: tuple[float, float]) -> alt.Scale:
    return alt.Scale(domain=list(domain), nice=False)


def _curve(a: float) -> alt.Chart:
    """Return the states of rest, against the push: full where stable, dashed on the ridge."""
    turn = (a / 3) ** 0.5
    ends = [
        float(equilibria(a, 0.999 * push)["state"].iloc[place]) for push, place in zip(PUSHES, (0, -1), strict=True)
    ]
    near = [side * turn * part for side in (-1, 1) for part in (0.85, 0.95, 1, 1.05, 1.15)]  # round at the folds
    states = np.unique(np.concatenate([np.linspace(*STATES, 21), near, ends]))
    rows = pd.DataFrame({"state": states, "push": states**3 - a * states})
    low, ridge, high = rows["state"] <= -turn, rows["state"].abs() <= turn, rows["state"] >= turn
    parts = [rows[low].assign(kind="low"), rows[ridge].assign(kind="ridge"), rows[high].assign(kind="high")]
    joined = pd.concat(parts)
    shown = joined[joined["push"].between(*PUSHES)]
    return (
        alt.Chart(data("curve", shown))
        .mark_line(strokeWidth=2.5)
        .encode(
            x=_push_axis(),
            y=_state_axis(alt.Y),
            order=alt.Order("state:Q"),
            detail=alt.Detail("kind:N"),
            color=alt.Color(
                "kind:N", legend=None, scale=alt.Scale(domain=["low", "ridge", "high"], range=[BLUE, GREY, BLUE])
            ),
            strokeDash=alt.StrokeDash(
                "kind:N",
                legend=None,
                scale=alt.Scale(domain=["low", "ridge", "high"], range=[[1, 0], [5, 4], [1, 0]]),
            ),
        )
    )


def push_chart(path: pd.DataFrame, a: float, push: float, length: float, needed: float) -> alt.VConcatChart:
    """Draw one push and release three times: as a path in time, on the ground it moves on, and on the folded curve.

    `path` comes from `pulse_path`; `needed` is the `crossing_time`, infinite where the push never suffices. Pointing at
    the path marks the same moment in all three.
    """
    title = _push_title(a, push, length, needed)
    released = path[path["time"] >= length].iloc[0]
    words = _(
        "{title}. The state starts at {start:.2f}; when the push ends, at {length:g}, it is {released:.2f}; at time "
        "{horizon:g} it is {end:.2f}. The ridge without a push is at 0, and the fold at a push of {fold:.2f}."
    ).format(
        title=title,
        start=path["state"].iloc[0],
        length=length,
        released=released["state"],
        horizon=path["time"].iloc[-1],
        end=path["state"].iloc[-1],
        fold=cusp_folds(a)[1],
    )
    moment = alt.selection_point(
        name="moment", on="pointerover", nearest=True, fields=["time"], empty=False, clear=False
    )
    rows, marks = _moments(path, a, push, length)
    top = _path_view(rows, marks, length, moment)
    ground = alt.layer(_ground_view(a, push), *_dots(marks, "state", "height", "place", moment))
    loop = alt.layer(_loop_view(marks, a, push), *_dots(marks, "push", "state", "place", moment))
    top.width, top.height = 460, 115
    ground.width, ground.height, loop.width, loop.height = 210, 180, 210, 180
    ground.title = alt.TitleParams(_("The ground (dotted: while pushed)"), fontSize=13)
    loop.title = alt.TitleParams(_("State against push"), fontSize=13)
    note = _("Our model. 1 start, 2 the push ends, 3 end. Point at the path: the same moment lights up below.")
    below = alt.hconcat(ground, loop, spacing=30).resolve_scale(color="independent", strokeDash="independent")
    joined = alt.vconcat(top, below, spacing=18)
    return finish(joined, title, words, subtitle=note, width=None, height=None)


def _push_title(a: float, push: float, length: float, needed: float) -> str:
    spent, fold = push * length, cusp_folds(a)[1]
    if length >= needed:
        return _("It tips and stays high with no push: held for {length:g}, needed {needed:.2f}").format(
            length=length, needed=needed
        )
    if push <= fold:
        return _("A push of {push:g} never tips it, however long: the fold is at {fold:.2f}").format(
            push=push, fold=fold
        )
    return _("Released too early: {length:g}, where {needed:.2f} is needed; {spent:.1f} spent for nothing").format(
        length=length, needed=needed, spent=spent
    )


def _moments(path: pd.DataFrame, a: float, push: float, length: float) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the path with its height on the ground, and three moments: the start, the end of the push, the end."""
    rows = path.assign(height=[float(potential(x, a, b)) for x, b in zip(path["state"], path["push"], strict=True)])
    first, last = rows.iloc[[0]], rows.iloc[[-1]]
    resting = first.assign(push=0.0, height=float(potential(first["state"].iloc[0], a, 0)))
    state = float(rows.loc[rows["time"] >= length - 1e-9, "state"].iloc[0])
    ends = first.assign(time=length, push=push, state=state, height=float(potential(state, a, push)))
    at_once = length < 0.3  # then 1 and 2 would be written over each other
    numbers = ["", _("1 and 2"), "3"] if at_once else ["1", "2", "3"]
    marks = pd.concat([resting, ends, last]).assign(number=numbers)
    back = abs(last["state"].iloc[0] - first["state"].iloc[0]) < 0.1  # then 1 and 3 are one place
    marks["place"] = ["", "2", _("1 and 3")] if back else ["1", "2", "3"]
    if abs(state - first["state"].iloc[0]) < 0.1 and push < 0.15:
        marks["place"] = ["", "", _("1, 2 and 3")]
    return rows.round(3), marks.round(3)


def _path_view(rows: pd.DataFrame, marks: pd.DataFrame, length: float, moment: alt.Parameter) -> alt.LayerChart:
    x = alt.X("time:Q", title=_("Time"), scale=_fixed((0, HORIZON)), axis=alt.Axis(tickCount=5))
    spell = pd.DataFrame(
        {"time": [0.0], "until": [length], "state": [STATES[0]], "top": [STATES[1]], "label": [_("push")]}
    )
    shade = alt.Chart(data("spell", spell)).encode(x=x, y=_state_axis(alt.Y))
    band = shade.mark_rect(fill=PALE[GREEN], opacity=1).encode(x2=alt.X2("until:Q"), y2=alt.Y2("top:Q"))
    word = shade.mark_text(align="left", baseline="top", dx=4, dy=4, color=GREEN).encode(
        y=alt.Y("top:Q"), text=alt.Text("label:N")
    )
    ridge = pd.DataFrame({"time": [0.0], "until": [float(HORIZON)], "state": [0.0]})
    rule = alt.Chart(data("ridge", ridge)).mark_rule(color=MUTED, strokeDash=[5, 4], opacity=1)
    rule = rule.encode(x=x, x2=alt.X2("until:Q"), y=_state_axis(alt.Y))
    line = (
        alt.Chart(data("path", rows))
        .mark_line(color=RUST, strokeWidth=2.5, interpolate="monotone")
        .encode(x=x, y=_state_axis(alt.Y))
    )
    targets = alt.Chart(alt.Data(name="path", values=alt.Undefined), name="targets").mark_point(opacity=0, size=60)
    targets = targets.encode(x=x, y=_state_axis(alt.Y), tooltip=_tooltip()).add_params(moment)
    return alt.layer(band, word, rule, line, targets, *_dots(marks, "time", "state", "number", moment))


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("time:Q", title=_("time"), format=".1f"),
        alt.Tooltip("push:Q", title=_("push"), format=".2f"),
        alt.Tooltip("state:Q", title=_("state"), format=".2f"),
    ]


def _ground_view(a: float, push: float) -> alt.Chart:
    """Return the ground at rest and under the push; what is beyond the frame is left out."""
    states = np.linspace(*STATES, 25)
    parts = [
        pd.DataFrame({"state": states, "height": potential(states, a, b), "b": word}) for word, b in _grounds(push)
    ]
    rows = pd.concat(parts)
    names = ["rest", "pushed"]
    return (
        alt.Chart(data("ground", rows[rows["height"].between(*HEIGHTS)].round(3)))
        .mark_line(strokeWidth=2)
        .encode(
            x=_state_axis(alt.X),
            y=alt.Y("height:Q", title=_("Height of the ground (V)"), scale=_fixed(HEIGHTS)),
            color=alt.Color("b:N", legend=None, scale=alt.Scale(domain=names, range=[BLUE, GREEN])),
            strokeDash=alt.StrokeDash("b:N", legend=None, scale=alt.Scale(domain=names, range=[[1, 0], [2, 3]])),
        )
    )


def _grounds(push: float) -> list[tuple[str, float]]:
    return [("rest", 0.0), ("pushed", push)]


def _loop_view(marks: pd.DataFrame, a: float, push: float) -> alt.LayerChart:
    pushed = marks["state"].tolist()
    corners = [(0, pushed[0]), (push, pushed[0]), (push, pushed[1]), (0, pushed[1]), (0, pushed[2])]
    way = pd.DataFrame(corners, columns=["push", "state"]).assign(order=range(1, 6))
    trail = alt.Chart(data("trail", way)).mark_line(color=RUST, strokeWidth=2)
    trail = trail.encode(x=_push_axis(), y=_state_axis(alt.Y), order=alt.Order("order:Q"))
    return alt.layer(_curve(a), trail, _words(a))


def _words(a: float) -> alt.Chart:
    """Return the names of what the folded curve shows, each beside its place."""
    turn, fold = (a / 3) ** 0.5, cusp_folds(a)[1]
    rows = pd.DataFrame(
        {
            "push": [-1.6, 1.9, fold, -2.5],
            "state": [-(a**0.5) - 0.42, a**0.5 + 0.42, -turn, 0.2],
            "label": [_("low"), _("high"), _("fold"), _("ridge")],
        }
    ).round(3)
    words = alt.Chart(data("words", rows)).mark_text(align="left", dx=6, dy=-4, fontSize=12, color=INK)
    return words.encode(x=_push_axis(), y=_state_axis(alt.Y), text=alt.Text("label:N"))


def _dots(marks: pd.DataFrame, x: str, y: str, label: str, moment: alt.Parameter) -> list[alt.Chart]:
    """Return the moment pointed at, and the three numbered ones."""
    at = Axes(x=alt.X(f"{x}:Q"), y=alt.Y(f"{y}:Q"))
    lit = alt.Chart(alt.Data(name="path", values=alt.Undefined)).mark_point(
        filled=True, color=INK, size=110, shape="diamond", opacity=1
    )
    base = alt.Chart(data("moments", marks)).encode(**at)
    dots = base.mark_point(filled=True, color=RUST, size=110, opacity=1)
    numbers = base.mark_text(align="left", dx=7, dy=14, fontSize=13, fontWeight=700).encode(text=alt.Text(f"{label}:N"))
    return [dots, numbers, lit.encode(**at).transform_filter(moment)]

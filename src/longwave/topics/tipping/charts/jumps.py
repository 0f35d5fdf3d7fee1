"""Charts of what a jump costs, how long chance waits for one, and of a system that only swings."""

import altair as alt
import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.charts.histories import history_lines, paths_frame
from longwave.charts.theme import BLUE, GREY, INK, MUTED, RUST, data, finish, on_canvas
from longwave.i18n import _
from longwave.topics.tipping.models.cusp import cusp_folds, pulse_outlay

SEEN_STATES = (-2, 2)
ARRIVED = 700  # thousandths


def outlay_chart(a: float, cautious: float, bold: float) -> alt.LayerChart:
    """Draw what the shortest sufficient push costs against its height, with a cautious and a bold one marked."""
    fold, way = cusp_folds(a)[1], a**0.5
    pushes = fold + np.geomspace(0.02, 4, 45)
    rows = pd.DataFrame({"push": pushes, "outlay": [pulse_outlay(a, push) for push in pushes]})
    shown = {push: pulse_outlay(a, push) for push in (cautious, bold)}
    title = _("A push of {bold:g} tips it for {least:.1f}; a push of {cautious:g} needs {most:.1f}").format(
        bold=bold, least=shown[bold], cautious=cautious, most=shown[cautious]
    )
    words = _(
        "{title}. Outlay, which is push times time, against the push, for a = {a:g}: a curve that falls from far above "
        "near the fold, {fold:.2f}, towards a dashed line at {way:.2f}, the distance from the low state to the ridge."
    ).format(title=title, a=a, fold=fold, way=way)
    x = alt.X(
        "push:Q",
        title=_("Push (b)"),
        scale=alt.Scale(domain=[fold - 0.1, fold + 4], nice=False),
        axis=alt.Axis(tickCount=5),
    )
    y = alt.Y("outlay:Q", title=_("Outlay (push × time)"), scale=alt.Scale(domain=[0, 20], nice=False))
    inside = alt.Chart(data("outlay", rows[rows["outlay"] <= 20])).mark_line(color=BLUE, strokeWidth=2.5)
    floor = pd.DataFrame({"push": [fold], "end": [fold + 4], "outlay": [way], "label": [_("the distance itself")]})
    base = alt.Chart(data("floor", floor)).encode(x=x, y=y)
    marks = pd.DataFrame(
        [{"push": push, "outlay": cost, "label": f"{push:g} → {cost:.1f}"} for push, cost in shown.items()]
    )
    dots = alt.Chart(data("marks", marks)).encode(x=x, y=y)
    chart = alt.layer(
        base.mark_rule(color=MUTED, strokeDash=[5, 4], opacity=1).encode(x2=alt.X2("end:Q")),
        base.mark_text(align="right", dy=12, color=INK).encode(x=alt.X("end:Q"), text=alt.Text("label:N")),
        inside.encode(x=x, y=y),
        dots.mark_point(filled=True, size=90, color=RUST, opacity=1),
        dots.mark_text(align="left", dx=9, dy=-7, fontWeight=600).encode(text=alt.Text("label:N")),
    )
    return finish(chart, title, words, subtitle=_("Our model; the units are its own."), height=220)


def waits_chart(histories: dict[str, npt.NDArray[np.float64]], time: float) -> alt.HConcatChart:
    """Draw histories of the state side by side, one column for each size of the fluctuations.

    `histories` maps a heading to an array (histories, steps) over the same `time`.
    """
    jumped = {heading: (paths.max(axis=1) > 1) for heading, paths in histories.items()}
    counts = {heading: int(there.sum()) for heading, there in jumped.items()}
    title = _("In the same time {list} histories reach the high state").format(
        list=_(" and ").join(
            _("{count} of {many}").format(count=counts[heading], many=len(histories[heading])) for heading in histories
        )
    )
    words = _("{title}. Over a time of {time:g}, {list}.").format(
        title=title,
        time=time,
        list="; ".join(_("{heading}: {count}").format(heading=name, count=count) for name, count in counts.items()),
    )
    columns = [
        _waiting_column(number, heading, paths, jumped[heading], time)
        for number, (heading, paths) in enumerate(histories.items(), 1)
    ]
    note = _(
        "Drawn at random by our model, a = 1, no push. Blue lines end at the top, where they jump. Grey ones wait on."
    )
    return finish(on_canvas(alt.hconcat(*columns, spacing=22)), title, words, subtitle=note, width=None, height=None)


def _waiting_column(
    number: int, heading: str, paths: npt.NDArray[np.float64], jumped: npt.NDArray[np.bool_], time: float
) -> alt.Chart:
    groups = ["jumped" if there else "waits" for there in jumped]
    shown_paths = _until_the_jump(paths_frame(paths, groups))
    scale = alt.Scale(domain=[*SEEN_STATES], nice=False)
    lines = history_lines(
        f"noise_{number}",
        shown_paths,
        int(time),
        alt.X("step:Q", title=_("Time"), scale=alt.Scale(domain=[0, time], nice=False)),
        alt.Y("value:Q", title=_("State (−1 low, 1 high)"), scale=scale),
    ).encode(
        color=alt.Color("group:N", legend=None, scale=alt.Scale(domain=["jumped", "waits"], range=[BLUE, GREY])),
    )
    lines = lines.mark_line(strokeWidth=0.9, opacity=1)
    lines.width, lines.height = 240, 150
    lines.title = alt.TitleParams(heading, fontSize=13)
    return lines


def _until_the_jump(frame: pd.DataFrame) -> pd.DataFrame:
    """Cut each path where it is first in the high well: what comes after would hide those that still wait."""
    cut = []
    for path in frame["path"]:
        points = path.split(" ")
        arrived = [place for place, point in enumerate(points) if int(point) > ARRIVED]
        cut.append(" ".join(points[: arrived[0] + 1] if arrived else points))
    return frame.assign(path=cut)


def swings_chart(frame: pd.DataFrame, cut: float) -> alt.LayerChart:
    """Draw one amount of the Brusselator, whose feed is cut at the time `cut`; `frame` has the columns time and x."""
    fed, after = frame[frame["time"] < cut], frame[frame["time"] >= cut]
    title = _("Fed, it swings from {low:.2f} to {high:.2f}; cut off, it rests").format(
        low=fed["x"].tail(len(fed) // 2).min(), high=fed["x"].max()
    )
    words = _(
        "{title}. One amount against time. Up to time {cut:g} it goes up and down in spikes; then less is fed in, and "
        "at the end it stays at {level:.2f}."
    ).format(title=title, cut=cut, level=after["x"].iloc[-1])
    end = float(frame["time"].iloc[-1])
    x = alt.X("time:Q", title=_("Time"), scale=alt.Scale(domain=[0, end], nice=False), axis=alt.Axis(tickCount=5))
    y = alt.Y("x:Q", title=_("Amount (x)"), scale=alt.Scale(domain=[0, 4.4], nice=False))
    line = alt.Chart(data("amount", frame[["time", "x"]].round(3))).mark_line(color=BLUE, strokeWidth=2)
    marks = alt.Chart(data("cut", pd.DataFrame({"time": [cut], "x": [4.4], "label": [_("the feed is cut")]})))
    return finish(
        alt.layer(
            line.encode(x=x, y=y),
            marks.mark_rule(color=RUST, strokeDash=[5, 4], opacity=1).encode(x=x),
            marks.mark_text(align="left", baseline="top", dx=6, dy=2, color=RUST).encode(
                x=x, y=y, text=alt.Text("label:N")
            ),
        ),
        title,
        words,
        subtitle=_("The Brusselator: a model of a fed chemical reaction."),
        height=180,
    )

"""Charts of a class report: how the points spread, and what each task did."""

from collections.abc import Mapping
from math import ceil
from textwrap import shorten, wrap

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, RUST, data, finish
from longwave.i18n import _

BINS = 10
LONGEST_LINE = 32  # characters of a task's title in one line
WIDTH_OF_LETTER = 7.0  # pixels, at the size of the axis's labels
LONGEST_IN_TITLE = 44
_SAME = 1e-9


def points_chart(totals: pd.Series, most: float, note: str = "") -> alt.TopLevelMixin:
    """Draw how many students have how many points; `totals` are points by student, `most` the highest possible."""
    median = float(totals.median())
    title = _points_title(totals, most)
    bins = _bins(totals, most)
    words = _("{title}. Bars over the points from 0 to {most:g}: {bars}.").format(
        title=title,
        most=most,
        bars="; ".join(
            _("{low:g} to {high:g}: {students}").format(low=row["from"], high=row["to"], students=row["students"])
            for row in bins.to_dict("records")
            if row["students"]
        ),
    )
    bins["floor"] = 0
    scale = alt.Scale(domain=[0, most], nice=False)
    ends = [0.0, *bins["to"].tolist()]
    x = alt.X("from:Q", title=_("Points of the graded tasks"), scale=scale, axis=alt.Axis(values=ends, format="~g"))
    highest = int(bins["students"].max())
    y = alt.Y("students:Q", title=_("Students"), axis=alt.Axis(values=_whole(highest), format="d"))
    bars = alt.Chart(data("bins", bins)).mark_bar(fill=BLUE, stroke="white")
    bars = bars.encode(x=x, x2=alt.X2("to:Q"), y=y, y2=alt.Y2("floor:Q"))
    line = alt.Chart(data("median", pd.DataFrame({"from": [median]}))).mark_rule(color=INK, strokeWidth=2)
    subtitle = " ".join([_("Black line: the median."), note or _("Argued tasks, which a person grades, are left out.")])
    return finish(alt.layer(bars, line.encode(x=x)), title, words, subtitle=subtitle, height=220)


def _points_title(totals: pd.Series, most: float) -> str:
    """Return the finding; a class in which all have the same has no median worth a word."""
    said = {"students": len(totals), "median": float(totals.median()), "most": most}
    if len(totals) == 1:
        return _("The only submission has {median:g} of {most:g} points").format(**said)
    if totals.min() == totals.max():
        return _("All {students} submissions have {median:g} of {most:g} points").format(**said)
    return _("The median of {students} submissions is {median:g} of {most:g} points").format(**said)


def _bins(totals: pd.Series, most: float) -> pd.DataFrame:
    """Return at most ten bins of a whole number of points, the last of which may be narrower: from, to, students."""
    width = max(1, ceil(most / BINS))
    starts = list(range(0, max(1, ceil(most)), width))
    places = (totals // width).astype(int).clip(0, len(starts) - 1)
    counts = places.value_counts().reindex(range(len(starts)), fill_value=0)
    ends = [*starts[1:], most]
    return pd.DataFrame({"from": starts, "to": ends, "students": counts.to_numpy()}).astype(
        {"from": float, "to": float}
    )


def _whole(most: int) -> list[int]:
    """Return at most seven whole numbers for an axis that counts people, from 0 to `most` at least."""
    step = max(1, -(-most // 5))
    return list(range(0, most + step, step))


def statuses_chart(
    statuses: pd.DataFrame, items: pd.DataFrame, titles: Mapping[str, str] | None = None
) -> alt.TopLevelMixin:
    """Draw each task's share of right, wrong, unanswered and stopped answers.

    Args:
        statuses: the columns task, status, students.
        items: what `teaching.returning.items.item_table` returns.
        titles: what tasks are called, by id; a task without a title is called by its id.
    """
    names = _status_names()
    called = {task: (titles or {}).get(task, task) for task in items.index}
    if len(set(called.values())) < len(called):
        called = {task: task for task in items.index}  # bars are told apart by what they are called
    rows = statuses.assign(kind=statuses["status"].map(lambda status: names[status]))
    rows = rows.groupby(["task", "kind"], sort=True)["students"].sum().reset_index()
    rows["share"] = rows["students"] / rows.groupby("task")["students"].transform("sum")
    rows["called"] = rows["task"].map(called)
    title = _hardest(items["solved"], called, int(statuses.groupby("task")["students"].sum().max()))
    words = _("{title}. One bar a task, split by status. {tasks}.").format(
        title=title,
        tasks="; ".join(
            f"{task}: " + ", ".join(f"{row.kind} {row.students}" for row in group.itertuples())
            for task in called.values()
            for group in [rows[rows["called"] == task]]
        ),
    )
    chart = alt.layer(*_parts_of_bars(rows, list(called.values()), list(dict.fromkeys(names.values()))))
    return finish(chart, title, words, height=max(90, 34 * len(items)))


def _hardest(solved: pd.Series, called: Mapping[str, str], students: int) -> str:
    """Return which task was the hardest, or that none was harder than the others."""
    least, most = float(solved.min()), float(solved.max())
    if students == 1:
        return _("The only submission earned all points of {right} of {count} tasks").format(
            right=int((solved > 1 - _SAME).sum()), count=len(solved)
        )
    if most - least < _SAME:
        if least > 1 - _SAME:
            return _("Everybody earned all points of every task")
        if most < _SAME:
            return _("Nobody earned a point of any task")
        return _("No task was harder than another: {share:.0%} of the points of each were earned").format(share=least)
    hardest = [
        shorten(called[task], LONGEST_IN_TITLE, placeholder=" …") for task in solved[solved < least + _SAME].index
    ]
    if len(hardest) > 1:
        sentence = _("{count} tasks were the hardest: {share:.0%} of the points of each were earned")
        return sentence.format(count=len(hardest), share=least)
    return _("“{task}” was the hardest: {share:.0%} of its points were earned").format(task=hardest[0], share=least)


def _parts_of_bars(rows: pd.DataFrame, tasks: list[str], order: list[str]) -> list[alt.Chart]:
    """Return the parts of each task's bar, and what is written in them: a word where it fits, and the number."""
    rows["place"] = rows["kind"].map({kind: place for place, kind in enumerate(order)})
    rows = rows.sort_values(["task", "place"], kind="stable")
    rows["called"] = rows["called"].map(_in_lines)
    rows["to"] = rows.groupby("task")["share"].cumsum()
    rows["from"] = rows["to"] - rows["share"]
    rows["middle"] = (rows["from"] + rows["to"]) / 2
    fits = rows["share"] > 0.16
    rows["label"] = (rows["kind"] + " ").where(fits, "") + rows["students"].astype(str)
    labels = [_in_lines(task) for task in tasks]
    # Vega measures a label of two lines too short, and what is beyond the picture's edge is cut.
    room = ceil(WIDTH_OF_LETTER * max(len(line) for label in labels for line in label.split("\n")))
    axis = alt.Axis(labelLimit=0, labelExpr="split(datum.label, '\\n')", minExtent=room)
    y = alt.Y("called:N", title=None, sort=labels, axis=axis)
    axis = alt.Axis(format="%")
    x = alt.X("from:Q", title=_("Share of the submissions"), axis=axis, scale=alt.Scale(domain=[0, 1]))
    scale = alt.Scale(domain=order, range=[GREEN, RUST, GREY, INK])
    color = alt.Color("kind:N", title=None, scale=scale, legend=alt.Legend(orient="top"))
    base = alt.Chart(data("statuses", rows))
    bars = base.mark_bar(stroke="white", strokeWidth=2).encode(x=x, x2=alt.X2("to:Q"), y=y, color=color)
    words = base.mark_text(color="white", fontSize=11).encode(x=alt.X("middle:Q"), y=y, text=alt.Text("label:N"))
    return [bars, words]


def _in_lines(title: str) -> str:
    """Return a task's title in at most two lines, which the axis of a chart can show whole."""
    return "\n".join(wrap(title, LONGEST_LINE, max_lines=2, placeholder=" …"))


def gain_chart(items: pd.DataFrame) -> alt.TopLevelMixin:
    """Draw each question's share of right answers before and after; `items` has the columns before, after, gain."""
    before, after = items["before"].mean(), items["after"].mean()
    title = _("Right answers went from {before:.0%} to {after:.0%}").format(before=before, after=after)
    words = _("{title}. Two points a question, joined by a line. {questions}.").format(
        title=title,
        questions="; ".join(
            _("{question}: {before:.0%} before, {after:.0%} after").format(question=question, before=one, after=other)
            for question, one, other in zip(items.index, items["before"], items["after"], strict=True)
        ),
    )
    names = {"before": _("before"), "after": _("after")}
    wide = items.reset_index()[["question", "before", "after"]]
    long = wide.rename(columns=names).melt("question", var_name="test", value_name="share")
    order = list(names.values())
    y = alt.Y("question:N", title=None, sort=list(items.index))
    axis, scale = alt.Axis(format="%"), alt.Scale(domain=[0, 1])
    x = alt.X("before:Q", title=_("Share of right answers"), axis=axis, scale=scale)
    lines = alt.Chart(data("gains", wide)).mark_rule(color=GREY, strokeWidth=2).encode(x=x, x2=alt.X2("after:Q"), y=y)
    legend = alt.Legend(orient="top", title=None)
    points = alt.Chart(data("shares", long)).mark_point(size=90, filled=True, opacity=1)
    points = points.encode(
        x=alt.X("share:Q"),
        y=y,
        color=alt.Color("test:N", legend=legend, scale=alt.Scale(domain=order, range=[RUST, BLUE])),
        shape=alt.Shape("test:N", legend=legend, scale=alt.Scale(domain=order, range=["diamond", "circle"])),
    )
    return finish(alt.layer(lines, points), title, words, height=max(90, 22 * len(items)))


def _status_names() -> dict[str, str]:
    """Return each status under the name of its bar."""
    wrong = _("wrong")
    return {
        "right": _("right"),
        "wrong": wrong,
        "other numbers": wrong,
        "unusable": wrong,
        "unanswered": _("unanswered"),
        "stopped": _("stopped"),
    }

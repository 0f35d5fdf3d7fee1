"""Charts of a class report: how the points spread, and what each task did."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, RUST, data, finish
from longwave.i18n import _

BINS = 10


def points_chart(totals: pd.Series, most: float) -> alt.TopLevelMixin:
    """Draw how many students have how many points; `totals` are points by student, `most` the highest possible."""
    median = float(totals.median())
    title = _("The median of {students} submissions is {median:g} of {most:g} points").format(
        students=len(totals), median=median, most=most
    )
    width = most / BINS
    places = (totals / width).astype(int).clip(0, BINS - 1)
    counts = places.value_counts().reindex(range(BINS), fill_value=0)
    bins = pd.DataFrame({"from": counts.index * width, "to": (counts.index + 1) * width, "students": counts.to_numpy()})
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
    x = alt.X("from:Q", title=_("Points of the graded tasks"), scale=scale, axis=alt.Axis(format="~g"))
    y = alt.Y("students:Q", title=_("Students"), axis=alt.Axis(values=_whole(int(counts.max())), format="d"))
    bars = alt.Chart(data("bins", bins)).mark_bar(fill=BLUE, stroke="white")
    bars = bars.encode(x=x, x2=alt.X2("to:Q"), y=y, y2=alt.Y2("floor:Q"))
    line = alt.Chart(data("median", pd.DataFrame({"from": [median]}))).mark_rule(color=INK, strokeWidth=2)
    note = _("Black line: the median. Argued tasks, which a person grades, are left out.")
    return finish(alt.layer(bars, line.encode(x=x)), title, words, subtitle=note, height=220)


def _whole(most: int) -> list[int]:
    """Return at most seven whole numbers for an axis that counts people, from 0 to `most` at least."""
    step = max(1, -(-most // 5))
    return list(range(0, most + step, step))


def statuses_chart(statuses: pd.DataFrame, items: pd.DataFrame) -> alt.TopLevelMixin:
    """Draw each task's share of right, wrong, unanswered and stopped answers.

    `statuses` has the columns task, status, students; `items` is what `teaching.returning.items.item_table` returns.
    """
    names = _status_names()
    rows = statuses.assign(kind=statuses["status"].map(lambda status: names[status]))
    rows = rows.groupby(["task", "kind"], sort=True)["students"].sum().reset_index()
    rows["share"] = rows["students"] / rows.groupby("task")["students"].transform("sum")
    hardest = str(items["solved"].idxmin())
    title = _("{task} was the hardest: {share:.0%} of its points were earned").format(
        task=hardest, share=items.loc[hardest, "solved"]
    )
    words = _("{title}. One bar a task, split by status. {tasks}.").format(
        title=title,
        tasks="; ".join(
            f"{task}: " + ", ".join(f"{row.kind} {row.students}" for row in group.itertuples())
            for task, group in rows.groupby("task")
        ),
    )
    chart = alt.layer(*_parts_of_bars(rows, list(items.index), list(dict.fromkeys(names.values()))))
    return finish(chart, title, words, height=max(90, 34 * len(items)))


def _parts_of_bars(rows: pd.DataFrame, tasks: list[str], order: list[str]) -> list[alt.Chart]:
    """Return the parts of each task's bar, and what is written in them: a word where it fits, and the number."""
    rows["place"] = rows["kind"].map({kind: place for place, kind in enumerate(order)})
    rows = rows.sort_values(["task", "place"], kind="stable")
    rows["to"] = rows.groupby("task")["share"].cumsum()
    rows["from"] = rows["to"] - rows["share"]
    rows["middle"] = (rows["from"] + rows["to"]) / 2
    fits = rows["share"] > 0.16
    rows["label"] = (rows["kind"] + " ").where(fits, "") + rows["students"].astype(str)
    y = alt.Y("task:N", title=None, sort=tasks, axis=alt.Axis(labelLimit=220))
    axis = alt.Axis(format="%")
    x = alt.X("from:Q", title=_("Share of the submissions"), axis=axis, scale=alt.Scale(domain=[0, 1]))
    scale = alt.Scale(domain=order, range=[GREEN, RUST, GREY, INK])
    color = alt.Color("kind:N", title=None, scale=scale, legend=alt.Legend(orient="top"))
    base = alt.Chart(data("statuses", rows))
    bars = base.mark_bar(stroke="white", strokeWidth=2).encode(x=x, x2=alt.X2("to:Q"), y=y, color=color)
    words = base.mark_text(color="white", fontSize=11).encode(x=alt.X("middle:Q"), y=y, text=alt.Text("label:N"))
    return [bars, words]


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

"""Chart of answers by load: a terminal near by against a cloud far away."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, INK, MUTED, RUST, data, finish
from longwave.i18n import _
from longwave.topics.architecture.models.functions import CLOUD_SERVERS, EDGE_AWAY, LATE_ALLOWED
from longwave.topics.architecture.models.latency import crossing_load, mean_answer, slowest_answer

MOST_MS, APART_MS, LOADS = 250.0, 18.0, [step / 50 for step in range(49)]
IN_STEP = 0.1
_TENTHS = alt.Axis(values=[step / 10 for step in range(11)], format=".1f")


def latency_chart(cloud_away: float = 20.0, job: float = 10.0, measure: str = "mean") -> alt.LayerChart:
    """Draw how long an answer takes by load, from the terminal and from the cloud.

    `cloud_away` is the time to the cloud and back, `job` the mean time of a job, both in ms. `measure` is "mean" (jobs
    come at random), "in step" (the mean if they come almost regularly) or "slowest" (all but one in a hundred).
    """
    late = LATE_ALLOWED if measure == "slowest" else None
    variability = IN_STEP if measure == "in step" else 1.0
    turn = crossing_load(cloud_away - EDGE_AWAY, job, CLOUD_SERVERS, variability, late)
    rows = _answers(cloud_away, job, late, variability)
    title = _title(turn, measure)
    words = _words(title, rows, cloud_away, job)
    x = alt.X(
        "load:Q", title=_("Load: share of time at work"), scale=alt.Scale(domain=[0, 1.12], nice=False), axis=_TENTHS
    )
    y = alt.Y("ms:Q", title=_("Answer after (ms)"), scale=alt.Scale(domain=[0, MOST_MS], nice=False))
    color = alt.Color("place:N", legend=None, scale=alt.Scale(domain=["terminal", "cloud"], range=[RUST, BLUE]))
    dash = alt.StrokeDash("place:N", legend=None, scale=alt.Scale(domain=["terminal", "cloud"], range=[[6, 3], [1, 0]]))
    lines = alt.Chart(data("answers", rows)).encode(x=x, y=y, color=color)
    labels = alt.Chart(data("labels", _labels(rows))).encode(x=x, y=y, color=color, text="label:N")
    rule = alt.Chart(data("turn", pd.DataFrame({"load": [turn], "ms": [MOST_MS - 12], "label": [f"{turn:.2f}"]})))
    layers = [
        rule.mark_rule(color=MUTED, strokeDash=[2, 3]).encode(x=x),
        lines.mark_line(strokeWidth=2.5).encode(strokeDash=dash),
        labels.mark_text(align="left", dx=7, fontSize=13, fontWeight=600),
        rule.mark_text(align="right", dx=-6, color=INK, fontSize=13).encode(x=x, y=y, text="label:N"),
    ]
    note = _("Invented: terminal 1 ms away with one server; cloud with ten, at the same load on each.")
    return finish(alt.layer(*layers), title, words, subtitle=note, height=300)


def _title(turn: float, measure: str) -> str:
    if measure == "slowest" and turn < 1:
        return _("From a load of {turn:.2f} on, the far cloud's 99th percentile is lower").format(turn=turn)
    what = {"mean": _("on average"), "in step": _("on average, with jobs almost in step"), "slowest": _("in 99 of 100")}
    if turn >= 1:
        return _("The terminal answers sooner at every load, {what}").format(what=what[measure])
    return _("From a load of {turn:.2f} on, the far cloud answers sooner {what}").format(turn=turn, what=what[measure])


def _answers(cloud_away: float, job: float, late: float | None, variability: float) -> pd.DataFrame:
    def answer(away: float, servers: int, load: float) -> float:
        if late is None:
            return mean_answer(away, job, servers, load, variability)
        return slowest_answer(away, job, servers, load, late)

    places = {"terminal": (EDGE_AWAY, 1), "cloud": (cloud_away, CLOUD_SERVERS)}
    found = [
        {"place": place, "load": load, "ms": answer(away, servers, load)}
        for place, (away, servers) in places.items()
        for load in LOADS
    ]
    rows = pd.DataFrame(found)
    return rows[rows["ms"] <= MOST_MS]


def _labels(rows: pd.DataFrame) -> pd.DataFrame:
    names = {"terminal": _("terminal"), "cloud": _("cloud")}
    last = rows.groupby("place", sort=False).tail(1)
    last = last.assign(label=last["place"].map(names)).sort_values("ms", kind="stable")
    lacking = max(0.0, APART_MS - float(last["ms"].iloc[1] - last["ms"].iloc[0]))
    last["ms"] = last["ms"] + [-lacking / 2, lacking / 2]  # so that the two words do not lie on each other
    return last


def _words(title: str, rows: pd.DataFrame, cloud_away: float, job: float) -> str:
    ends = rows.groupby("place", sort=False)["ms"].agg(["first", "last"])
    tops = rows.groupby("place", sort=False)["load"].max()
    return _(
        "{title}. Two rising lines: terminal from {a:.0f} ms idle to {b:.0f} at a load of {top:.2f}; cloud, {away:.0f} "
        "ms away, from {c:.0f} to {d:.0f} at {other:.2f}. A job takes {job:.0f} ms."
    ).format(
        title=title,
        a=ends.loc["terminal", "first"],
        b=ends.loc["terminal", "last"],
        top=tops["terminal"],
        away=cloud_away,
        c=ends.loc["cloud", "first"],
        d=ends.loc["cloud", "last"],
        other=tops["cloud"],
        job=job,
    )

"""Chart of two workshops to watch: machine, queue, and how many have waited, up to one hour of a week."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, RUST, data, finish
from longwave.i18n import _

MOST_WAITING = 45
BAND, STRIPS = 3.0, {"short": -1.0, "long": -5.0}  # heights of the strips below the lines, in jobs


def _states(
    names: list[str], colours: list[str], dashes: list[list[int]], shapes: list[str]
) -> tuple[alt.Color, alt.StrokeDash, alt.Shape]:
    return (
        alt.Color("state:N", legend=None, scale=alt.Scale(domain=names, range=colours)),
        alt.StrokeDash("state:N", legend=None, scale=alt.Scale(domain=names, range=dashes)),
        alt.Shape("state:N", legend=None, scale=alt.Scale(domain=names, range=shapes)),
    )


def workshop_chart(states: dict[str, pd.DataFrame], hour: int) -> alt.VConcatChart:
    """Draw two workshops at one hour of a week: machine, queue, and how many have waited so far.

    `states` has the entries short and long, each a frame with waiting and machine by hour, from `state_by_hour`.
    """
    names = {"short": _("short repairs"), "long": _("long repairs")}
    waits = {shop: int(states[shop]["waiting"].loc[hour]) for shop in names}
    machines = {shop: states[shop]["machine"].loc[hour] for shop in names}
    peaks = {shop: int(states[shop]["waiting"].loc[:hour].max()) for shop in names}
    title = _("Hour {hour}: {short} waiting at the short repairs, {long} at the long ones").format(hour=hour, **waits)
    words = _(
        "{title}. Synthetic, made by the course. The machine with short repairs {short_machine}, the one with long "
        "repairs {long_machine}. Below, two lines of the jobs waiting up to now: the most so far is {short} with short "
        "and {long} with long repairs. Two strips below them mark the hours at which each machine was broken."
    ).format(
        title=title,
        short_machine=_machine_words()[machines["short"]],
        long_machine=_machine_words()[machines["long"]],
        **peaks,
    )
    floor, lines = _floor_view(names, waits, machines), _lines_view(names, states, hour)
    floor.width, floor.height, lines.width, lines.height = 560, 84, 560, 140
    return finish(
        alt.vconcat(floor, lines, spacing=16).resolve_scale(
            color="independent", shape="independent", strokeDash="independent"
        ),
        title,
        words,
        subtitle=_(
            "Synthetic. Disc: works. Cross: broken. Square: idle. Small dots: jobs. Strips: broken, short above long."
        ),
        width=None,
        height=None,
    )


def _machine_words() -> dict[str, str]:
    return {"works": _("works"), "broken": _("is broken"), "idle": _("is idle")}


def _floor_view(names: dict[str, str], waits: dict[str, int], machines: dict[str, str]) -> alt.LayerChart:
    jobs = pd.DataFrame(
        [{"shop": names[shop], "place": place} for shop in names for place in range(1, waits[shop] + 1)],
        columns=["shop", "place"],
    )
    shown = pd.DataFrame(
        [{"shop": names[shop], "place": -2.0, "state": machines[shop]} for shop in names],
    )
    x = alt.X(
        "place:Q",
        title=_("Place in the queue (jobs)"),
        scale=alt.Scale(domain=[-4, MOST_WAITING + 1], nice=False),
        axis=alt.Axis(values=[1, 10, 20, 30, 40], grid=False),
    )
    y = alt.Y("shop:N", title=None, sort=None, scale=alt.Scale(domain=list(names.values())), axis=_shop_axis())
    color, _dash, shape = _states(
        ["works", "broken", "idle"], [GREEN, RUST, GREY], [[1, 0]] * 3, ["circle", "cross", "square"]
    )
    return alt.layer(
        alt.Chart(data("jobs", jobs))
        .mark_point(shape="circle", filled=True, size=46, color=INK, opacity=1)
        .encode(x=x, y=y),
        alt.Chart(data("machines", shown))
        .mark_point(filled=True, size=420, opacity=1)
        .encode(x=x, y=y, color=color, shape=shape),
    )


def _shop_axis() -> alt.Axis:
    return alt.Axis(labelFontSize=13, ticks=False, domain=False, labelPadding=8)


def _lines_view(names: dict[str, str], states: dict[str, pd.DataFrame], hour: int) -> alt.LayerChart:
    hours = len(states["short"]) - 1
    rows = pd.concat([_turns(states[shop]["waiting"].loc[:hour]).assign(state=names[shop]) for shop in names])
    key = pd.DataFrame(
        {
            "state": list(names.values()),
            "hour": 2.0,
            "waiting": [MOST_WAITING - 3, MOST_WAITING - 10],
            "label": [_("dashed: short repairs"), _("full: long repairs")],
        }
    )
    x = alt.X("hour:Q", title=_("Hour of the week"), scale=alt.Scale(domain=[0, hours], nice=False))
    y = alt.Y(
        "waiting:Q",
        title=_("Jobs waiting"),
        scale=alt.Scale(domain=[min(STRIPS.values()) - BAND - 1, MOST_WAITING], nice=False),
        axis=alt.Axis(values=[0, 10, 20, 30, 40]),
    )
    color, dash, _shape = _states(list(names.values()), [BLUE, RUST], [[6, 4], [1, 0]], ["square", "diamond"])
    return alt.layer(
        alt.Chart(data("broken", _stops(names, states, hour)))
        .mark_rect()
        .encode(x=x, x2=alt.X2("end:Q"), y=y, y2=alt.Y2("floor:Q"), color=color),
        alt.Chart(data("waiting", rows))
        .mark_line(strokeWidth=2, interpolate="step-after")
        .encode(x=x, y=y, color=color, strokeDash=dash),
        alt.Chart(data("names", key))
        .mark_text(align="left", fontSize=13)
        .encode(x=x, y=y, text=alt.Text("label:N"), color=color),
    )


def _stops(names: dict[str, str], states: dict[str, pd.DataFrame], hour: int) -> pd.DataFrame:
    """Return a bar for each run of full hours at which a machine was found broken, on a strip for each machine."""
    rows = []
    for shop, name in names.items():
        broken = states[shop]["machine"].loc[:hour].eq("broken")
        for _run, hours in broken[broken].index.to_series().groupby((~broken).cumsum()[broken]):
            bar = {"hour": hours.min(), "end": hours.max() + 1, "waiting": STRIPS[shop], "floor": STRIPS[shop] - BAND}
            rows.append({"state": name, **bar})
    return pd.DataFrame(rows, columns=["state", "hour", "end", "waiting", "floor"])


def _turns(waiting: pd.Series) -> pd.DataFrame:
    """Return the hours at which a queue changes, and the last one: a line of steps needs no more."""
    changed = waiting.ne(waiting.shift()) | (waiting.index == waiting.index[-1])
    return waiting[changed].rename_axis("hour").reset_index(name="waiting")

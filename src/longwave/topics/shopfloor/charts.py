"""Charts of the shop floor: the wait against the load, a workshop to watch, and what it costs to replace a part."""

import math

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, PLUM, RUST, data, finish
from longwave.i18n import _

LOADS = [0.5, 0.6, 0.7, 0.8, 0.9]
WAIT_DOMAIN = [0.02, 300]
MOST_WAITING = 45
LABEL_AGE = 600.0
KEY_PLACE = 0.505


def wait_chart(curve: pd.DataFrame, before: pd.Series, now: pd.Series) -> alt.LayerChart:
    """Draw the wait against the load, for a workshop as it was (dashed) and as it is now (full).

    `curve` has the columns load, before and now (waits, hours). `before` and `now` have load, variability (V),
    crowding (U), time (T, hours) and wait.
    """
    title = _wait_title(before, now)
    x, y = _wait_axes()
    rows = curve.melt("load", ["before", "now"], var_name="state", value_name="wait")
    points = pd.DataFrame(
        {
            "state": ["before", "now"],
            "load": [s["load"] for s in (before, now)],
            "wait": [s["wait"] for s in (before, now)],
        }
    )
    color, dash, shape = _states(["before", "now"], [GREY, RUST], [[6, 4], [1, 0]], ["square", "diamond"])
    key = _wait_key(before, now)
    return finish(
        alt.layer(
            alt.Chart(data("curves", rows)).mark_line(strokeWidth=2.5).encode(x=x, y=y, color=color, strokeDash=dash),
            alt.Chart(data("points", points))
            .mark_point(filled=True, size=130, opacity=1)
            .encode(x=x, y=y, color=color, shape=shape),
            alt.Chart(data("key", key))
            .mark_text(align="left", fontSize=13)
            .encode(x=x, y=y, text=alt.Text("label:N"), color=color),
        ),
        title,
        _wait_words(title, before, now),
        subtitle=_("Invented workshop; a job is one hour of work. Start: square, dashed. Now: diamond, full."),
    )


def _wait_words(title: str, before: pd.Series, now: pd.Series) -> str:
    return _(
        "{title}. Two rising curves of the wait against the machine's load, on a logarithmic scale. Marked: at the "
        "start load {load0:.2f}, wait {wait0:.3g} hours; now load {load1:.2f}, wait {wait1:.3g} hours, which is V "
        "{v:.3g} times U {u:.3g} times T {t:.3g}."
    ).format(
        title=title,
        load0=before["load"],
        wait0=before["wait"],
        load1=now["load"],
        wait1=now["wait"],
        v=now["variability"],
        u=now["crowding"],
        t=now["time"],
    )


def _wait_axes() -> tuple[alt.X, alt.Y]:
    x = alt.X(
        "load:Q",
        title=_("Load of the machine (u)"),
        scale=alt.Scale(domain=[0.5, 0.96], nice=False),
        axis=alt.Axis(values=LOADS, format=".1f"),
    )
    y = alt.Y(
        "wait:Q",
        title=_("Mean wait (hours, logarithmic)"),
        scale=alt.Scale(type="log", domain=WAIT_DOMAIN, nice=False),
        axis=alt.Axis(values=[0.1, 1, 10, 100], format="~g"),
    )
    return x, y


def _wait_title(before: pd.Series, now: pd.Series) -> str:
    moves = {name: abs(math.log(now[name] / before[name])) for name in ("variability", "crowding", "time")}
    factor = max(moves, key=moves.__getitem__)
    if moves[factor] < 1e-9:
        return _("A job waits {wait:.3g} hours, and then takes {time:.3g}").format(**now)
    sentences = {
        "variability": _("The wait is {now:.3g} hours, not {before:.3g}: variability moved most"),
        "crowding": _("The wait is {now:.3g} hours, not {before:.3g}: the load moved most"),
        "time": _("The wait is {now:.3g} hours, not {before:.3g}: the time of a job moved most"),
    }
    return sentences[factor].format(now=now["wait"], before=before["wait"])


def _wait_key(before: pd.Series, now: pd.Series) -> pd.DataFrame:
    labels = [
        _("start: V {variability:.3g} × U {crowding:.3g} × T {time:.3g} = {wait:.3g} hours").format(**before),
        _("now: V {variability:.3g} × U {crowding:.3g} × T {time:.3g} = {wait:.3g} hours").format(**now),
    ]
    return pd.DataFrame({"state": ["before", "now"], "load": KEY_PLACE, "wait": [190, 110], "label": labels})


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
        "and {long} with long repairs."
    ).format(
        title=title,
        short_machine=_machine_words()[machines["short"]],
        long_machine=_machine_words()[machines["long"]],
        **peaks,
    )
    floor, lines = _floor_view(names, waits, machines), _lines_view(names, states, hour)
    floor.width, floor.height, lines.width, lines.height = 560, 90, 560, 190
    return finish(
        alt.vconcat(floor, lines, spacing=16).resolve_scale(
            color="independent", shape="independent", strokeDash="independent"
        ),
        title,
        words,
        subtitle=_("Synthetic, made by the course. Disc: works. Cross: broken. Square: idle. Dots: jobs that wait."),
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
    rows = pd.concat(
        [
            pd.DataFrame({"state": names[shop], "hour": range(hour + 1), "waiting": states[shop]["waiting"].loc[:hour]})
            for shop in names
        ]
    )
    key = pd.DataFrame(
        {
            "state": list(names.values()),
            "hour": 2.0,
            "waiting": [MOST_WAITING - 3, MOST_WAITING - 10],
            "label": [_("dashed: short repairs"), _("full: long repairs")],
        }
    )
    x = alt.X("hour:Q", title=_("Hour of the week"), scale=alt.Scale(domain=[0, hours], nice=False))
    y = alt.Y("waiting:Q", title=_("Jobs waiting"), scale=alt.Scale(domain=[0, MOST_WAITING], nice=False))
    color, dash, _shape = _states(list(names.values()), [BLUE, RUST], [[6, 4], [1, 0]], ["square", "diamond"])
    return alt.layer(
        alt.Chart(data("waiting", rows))
        .mark_line(strokeWidth=2, interpolate="step-after")
        .encode(x=x, y=y, color=color, strokeDash=dash),
        alt.Chart(data("names", key))
        .mark_text(align="left", fontSize=13)
        .encode(x=x, y=y, text=alt.Text("label:N"), color=color),
    )


def replacement_chart(costs: pd.DataFrame, best: pd.Series, sensor: float) -> alt.LayerChart:
    """Draw what a part costs against the age at which it is replaced, for several shapes, beside a sensor's flat line.

    `costs` has the index age (hours, with 600 among them) and a column for each of three shapes (money per hour);
    `best` has, by shape, the best age or infinity; `sensor` is the cost with the sensor.
    """
    wears = [shape for shape in costs.columns if math.isfinite(best[shape])]
    title = _("An age helps a part that wears out; the sensor, at {cost:.3g}, needs no wear").format(cost=sensor)
    bottoms = ", ".join(f"{best[shape]:,.0f} ({shape})" for shape in wears)
    words = _(
        "{title}. Three curves of cost against the age of replacement. Lowest at hour (shape): {bottoms}. The other "
        "curves fall all the way, so that it is cheapest to wait for the failure. A flat dotted line is the sensor."
    ).format(title=title, bottoms=bottoms)
    names = [f"{shape:g}" for shape in costs.columns]
    rows = costs.set_axis(names, axis=1).reset_index().melt("age", var_name="state", value_name="cost")
    last = float(costs.index[-1])
    ends = _replacement_key(costs, names, sensor)
    flat = pd.DataFrame({"age": [0.0, last], "cost": sensor})
    x = alt.X("age:Q", title=_("Age at replacement (hours)"), scale=alt.Scale(domain=[0, last], nice=False))
    y = alt.Y("cost:Q", title=_("Cost (money per hour)"), scale=alt.Scale(domain=[0, 12], nice=False))
    color, dash, _shape = _states(
        [*names, "sensor"], [PLUM, BLUE, RUST, GREEN], [[2, 3], [8, 4], [1, 0], [1, 4]], ["circle"] * 4
    )
    line = alt.Chart(data("costs", rows)).mark_line(strokeWidth=2.5, clip=True)
    return finish(
        alt.layer(
            line.encode(x=x, y=y, color=color, strokeDash=dash),
            alt.Chart(data("flat", flat)).mark_line(strokeWidth=3, color=GREEN, strokeDash=[1, 4]).encode(x=x, y=y),
            alt.Chart(data("ends", ends))
            .mark_text(align="left", dy=-12, fontSize=13)
            .encode(x=x, y=y, text=alt.Text("label:N"), color=color),
        ),
        title,
        words,
        subtitle=_("Invented part with a mean life of 1,000 hours. A planned stop costs 1,000, a failure 5,000."),
    )


def _replacement_key(costs: pd.DataFrame, names: list[str], sensor: float) -> pd.DataFrame:
    last = float(costs.index[-1])
    return pd.DataFrame(
        {
            "state": [*names, "sensor"],
            "age": [LABEL_AGE] * len(names) + [0.8 * last],
            "cost": [*costs.loc[LABEL_AGE], sensor],
            "label": [*(_("shape {shape}").format(shape=name) for name in names), _("sensor")],
        }
    )

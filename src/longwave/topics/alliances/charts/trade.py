"""Charts of the subsidy game: two countries that answer each other, and the treaties that would hold between them."""

import math

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, MUTED, PALE, PLUM, RULE, RUST, data, finish
from longwave.i18n import _
from longwave.topics.alliances.models.trade import (
    Compete,
    best_subsidy,
    equilibrium_subsidy,
    joint_subsidy,
    least_cap,
    subsidy_game,
)

LIMITS = [-0.3, 0.45]
TICKS = [-0.2, -0.1, 0, 0.1, 0.2, 0.3, 0.4]
MOST_MONEY = 0.85


def subsidies_chart(path: pd.DataFrame, similarity: float, compete: Compete) -> alt.HConcatChart:
    """Draw two subsidies with the best answers to each, and beside them who has what, against no subsidies.

    `path` is what `models.trade.subsidy_answers` returns; what is shown is where it ends.
    """
    first, second = path.iloc[-1][["subsidy_1", "subsidy_2"]]
    now = subsidy_game(first, second, 1, similarity, compete)
    free = subsidy_game(0, 0, 1, similarity, compete)
    title, rows = _finding(now, free), _earners(now, free)
    words = _(
        "{title}. Left: a map of both subsidies, from {low} to {high}, with a line of best answers for each country; "
        "they cross at {crossing}; after {rounds} answers country 1 pays {first} and country 2 {second}. "
        "Right, now and without subsidies: {rows}."
    ).format(
        title=title,
        low=_plain(LIMITS[0]),
        high=_plain(LIMITS[1]),
        crossing=_plain(equilibrium_subsidy(1, similarity, compete)),
        rounds=int(path["round"].iloc[-1]),
        first=_plain(first),
        second=_plain(second),
        rows="; ".join(
            _("{who} {now:.3f}, {free:.3f}").format(who=row.who, now=row.now, free=row.free)
            for row in rows.itertuples()
        ),
    )
    note = _("Money in units of a − c = 1; a tax is a subsidy below 0. Black line: without subsidies.")
    joined = alt.hconcat(_map(path, similarity, compete), _bars(rows), spacing=24)
    return finish(joined, title, words, subtitle=note, width=None, height=None)


def _plain(amount: float) -> str:
    """Return an amount with up to three decimals and a true minus sign."""
    return f"{round(float(amount), 3) + 0.0:g}".replace("-", "−")


def _finding(now: pd.Series, free: pd.Series) -> str:
    one, other = (now[name] / free[name] - 1 for name in ("welfare_1", "welfare_2"))
    if abs(one) < 5e-4 and abs(other) < 5e-4:
        return _("Each firm earns {profit:.3f} for its country").format(profit=now["profit_1"])
    sentences = {
        (True, True): _("Country 1 gains {one:.1%} and country 2 gains {other:.1%}, against no subsidies"),
        (True, False): _("Country 1 gains {one:.1%} and country 2 loses {other:.1%}, against no subsidies"),
        (False, True): _("Country 1 loses {one:.1%} and country 2 gains {other:.1%}, against no subsidies"),
        (False, False): _("Country 1 loses {one:.1%} and country 2 loses {other:.1%}, against no subsidies"),
    }
    return sentences[bool(one >= 0), bool(other >= 0)].format(one=abs(one), other=abs(other))


def _earners(now: pd.Series, free: pd.Series) -> pd.DataFrame:
    names = {
        "profit_1": _("firm 1"),
        "welfare_1": _("country 1"),
        "profit_2": _("firm 2"),
        "welfare_2": _("country 2"),
        "buyers": _("buyers"),
    }
    changes = [now[name] / free[name] - 1 for name in names]
    frame = pd.DataFrame({"who": names.values(), "now": now[list(names)], "free": free[list(names)], "zero": 0.0})
    return frame.assign(label=[f"{change:+.1%}".replace("-", "−") for change in changes])


def _map(path: pd.DataFrame, similarity: float, compete: Compete) -> alt.LayerChart:
    ends = np.array(LIMITS)
    answers = np.array([best_subsidy(other, 1, similarity, compete) for other in ends])
    names = [_("best for country 1"), _("best for country 2")]
    lines = pd.concat(
        [
            pd.DataFrame({"country": names[0], "subsidy_1": answers, "subsidy_2": ends}),
            pd.DataFrame({"country": names[1], "subsidy_1": ends, "subsidy_2": answers}),
        ]
    )
    x, y = (
        alt.X(
            "subsidy_1:Q",
            title=_("Subsidy of country 1 (money a unit)"),
            scale=alt.Scale(domain=LIMITS, nice=False),
            axis=alt.Axis(values=TICKS),
        ),
        alt.Y(
            "subsidy_2:Q",
            title=_("Subsidy of country 2 (money a unit)"),
            scale=alt.Scale(domain=LIMITS, nice=False),
            axis=alt.Axis(values=TICKS),
        ),
    )
    legend = alt.Legend(orient="top", title=None, symbolStrokeWidth=3, columns=2, labelLimit=140)
    answer_lines = alt.Chart(data("best_answers", lines)).mark_line(strokeWidth=2.5, clip=True)
    answer_lines = answer_lines.encode(
        color=alt.Color("country:N", legend=legend, scale=alt.Scale(domain=names, range=[BLUE, RUST])),
        strokeDash=alt.StrokeDash("country:N", legend=legend, scale=alt.Scale(domain=names, range=[[1, 0], [6, 4]])),
    )
    steps = alt.Chart(data("answers", path)).encode(order=alt.Order("round:Q"))
    walk = steps.mark_line(color=GREY, strokeWidth=1.5, strokeDash=[2, 2])
    layers = [
        answer_lines,
        walk,
        steps.mark_point(color=GREY, size=30, filled=True, opacity=1),
        *_spots(path, similarity, compete),
    ]
    joined = alt.layer(*(layer.encode(x=x, y=y) for layer in layers), width=270, height=270)
    return joined.resolve_scale(color="independent", shape="independent", strokeDash="independent")


def _spots(path: pd.DataFrame, similarity: float, compete: Compete) -> list[alt.Chart]:
    names = [_("now"), _("no subsidies"), _("neither would change"), _("best for the two together")]
    both = [0, equilibrium_subsidy(1, similarity, compete), joint_subsidy(1, similarity, compete)]
    frame = pd.DataFrame(
        {
            "spot": names,
            "subsidy_1": [path["subsidy_1"].iloc[-1], *both],
            "subsidy_2": [path["subsidy_2"].iloc[-1], *both],
        }
    )
    legend = alt.Legend(orient="bottom", title=None, columns=2, labelLimit=170)
    shapes, inks = ["circle", "square", "diamond", "triangle-down"], [PLUM, MUTED, INK, GREEN]
    points = alt.Chart(data("spots", frame)).mark_point(size=130, strokeWidth=2, filled=False, opacity=1)
    return [
        points.encode(
            shape=alt.Shape("spot:N", legend=legend, scale=alt.Scale(domain=names, range=shapes)),
            color=alt.Color("spot:N", legend=legend, scale=alt.Scale(domain=names, range=inks)),
        )
    ]


def _bars(rows: pd.DataFrame) -> alt.LayerChart:
    order = list(rows["who"])
    fills = [PALE[BLUE], BLUE, PALE[RUST], RUST, GREEN]
    y = alt.Y("who:N", title=None, sort=order, axis=alt.Axis(labelFontSize=13, ticks=False))
    x = alt.X("now:Q", title=_("Money"), scale=alt.Scale(domain=[0, MOST_MONEY], nice=False))
    base = alt.Chart(data("earners", rows), width=240, height=270).encode(y=y)
    bars = base.mark_bar(height=26, strokeWidth=1.5).encode(
        x=x,
        x2=alt.X2("zero:Q"),
        fill=alt.Fill("who:N", legend=None, scale=alt.Scale(domain=order, range=fills)),
        stroke=alt.Stroke("who:N", legend=None, scale=alt.Scale(domain=order, range=[BLUE, BLUE, RUST, RUST, GREEN])),
    )
    ticks = base.mark_tick(color=INK, thickness=3, size=38).encode(x=alt.X("free:Q"))
    texts = base.mark_text(align="right", fontSize=12).encode(x=alt.value(238), text=alt.Text("label:N"))
    return alt.layer(bars, ticks, texts)


def treaty_chart(caught: float) -> alt.LayerChart:
    """Draw the lowest cap on subsidies that holds, by the chance that a breach is found, with one chance marked."""
    chances = np.linspace(0.002, 1, 100)
    caps = np.array([least_cap(chance) for chance in chances])
    alone, mark = equilibrium_subsidy(), least_cap(caught)
    title = (
        _("Where {caught:.0%} of breaches are found, a ban fails and a cap of {cap:.3f} holds")
        if mark > 0
        else _("Where {caught:.0%} of breaches are found, even a ban holds")
    ).format(caught=caught, cap=_rounded_up(mark))
    words = _(
        "{title}. A line falls from a cap of {high:.3f} at a chance of {low_chance:.1%} to 0 at {bare:.1%}. Above it, "
        "up to {alone:g}, a treaty holds; below it a member breaks it."
    ).format(title=title, high=caps[0], low_chance=chances[0], bare=1 / 2.24, alone=alone)
    frame = pd.DataFrame({"chance": chances, "cap": caps, "top": alone, "zero": 0.0})
    x = alt.X(
        "chance:Q",
        title=_("Chance that a breach is found (π)"),
        scale=alt.Scale(domain=[0, 1]),
        axis=alt.Axis(format="%"),
    )
    y = alt.Y("cap:Q", title=_("Cap on both subsidies (money a unit)"), scale=alt.Scale(domain=[0, 0.22], nice=False))
    base = alt.Chart(data("caps", frame)).encode(x=x, y=y)
    layers = [
        base.mark_area(color=PALE[GREEN], opacity=1).encode(y2=alt.Y2("top:Q")),
        base.mark_area(color=PALE[RUST], opacity=1).encode(y2=alt.Y2("zero:Q")),
        base.mark_line(color=INK, strokeWidth=2.5),
        *_treaty_labels(caught, mark, alone),
    ]
    note = _("One good, a − c = 1. The fine is as high as a member would pay rather than leave. Our own construction.")
    return finish(alt.layer(*layers), title, words, subtitle=note, width=560, height=260)


def _rounded_up(cap: float) -> float:
    """Round up to three places: a cap a hair below the lowest one that holds is broken."""
    return math.ceil(cap * 1000 - 1e-9) / 1000


def _treaty_labels(caught: float, mark: float, alone: float) -> list[alt.Chart]:
    labels = pd.DataFrame(
        {
            "chance": [0.62, 0.08, 0.62],
            "cap": [0.1, 0.03, alone + 0.009],
            "label": [_("holds"), _("broken"), _("what both pay without a treaty")],
        }
    )
    x, y = alt.X("chance:Q"), alt.Y("cap:Q")
    words = alt.Chart(data("words", labels)).mark_text(fontSize=13, align="left").encode(x=x, y=y, text="label:N")
    rule = alt.Chart(data("alone", pd.DataFrame({"cap": [alone]}))).mark_rule(color=RULE, strokeWidth=2).encode(y=y)
    point = alt.Chart(data("mark", pd.DataFrame({"chance": [caught], "cap": [mark]})))
    return [words, rule, point.mark_point(size=140, filled=True, color=PLUM, opacity=1).encode(x=x, y=y)]

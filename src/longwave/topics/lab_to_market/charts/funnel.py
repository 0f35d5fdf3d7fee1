"""Chart of the panel: the way from an owner's rate to the firms', one step after the other."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, INK, RUST, data, finish
from longwave.i18n import _
from longwave.topics.lab_to_market.models.funnel import cured, gap_split
from longwave.topics.lab_to_market.models.records import printed_rates

TOP = 52
FIRST_STEPS = ("use", "conversion")


def funnel_chart(owner: str = "universities", first: str = "use", error: float = 0) -> alt.VConcatChart:
    """Draw how an owner would come to the firms' rate if one step were cured and then the other, and each step's part.

    Args:
        owner: "universities" or "research institutes".
        first: which step is cured first, "use" or "conversion".
        error: by how many points the printed share that is used may be wrong; what is in industry stays.
    """
    rates = printed_rates()
    used, industry = float(rates["used"][owner]) + error, float(rates["industry"][owner])
    firms = (float(rates["used"]["firms"]), float(rates["industry"]["firms"]))
    steps, split = cured(used, industry, *firms), gap_split(used, industry, *firms)
    rows = _rows(steps, first)
    name = {"universities": _("Universities"), "research institutes": _("Institutes")}[owner]
    title = _("{name}, using {used:.1f} %: two steps to the firms' {rate:.0f} % in industry").format(
        name=name, used=used, rate=steps["both"]
    )
    points = 100 * split["use"][f"{first} first"]
    words = _(
        "{title}. Bars over four stages, per cent of valid patents: now {now:.1f}, after the first cure {middle:.1f}, "
        "after both {both:.1f}, which is the firms' rate. Below, the parts of the gap: in points in this order use "
        "{points:.0f} % and conversion {rest:.0f} %; in logarithms use {logs:.0f} % and conversion {others:.0f} %."
    ).format(
        title=title,
        now=steps["now"],
        middle=steps[first],
        both=steps["both"],
        points=points,
        rest=100 - points,
        logs=100 * split["use"]["logs"],
        others=100 * split["conversion"]["logs"],
    )
    note = _("Firms use {used:.1f} %. Printed rates of 2018, not checked. Blue: use; orange: conversion.")
    chart = alt.vconcat(_bars(rows), _parts(split, first), spacing=18)
    return finish(chart, title, words, subtitle=note.format(used=firms[0]), width=None, height=None)


def _parts(split: pd.DataFrame, first: str) -> alt.LayerChart:
    """Return the parts of the gap as two bars of a hundred, with the middle marked."""
    uses = split["use"].to_dict()
    kinds = {_("points, this order"): uses[f"{first} first"], _("logarithms"): uses["logs"]}
    names, bars = _names(), []
    for kind, share in kinds.items():
        use = 100 * float(share)
        for step, low, high in (("use", 0.0, use), ("conversion", use, 100.0)):
            label = _("{step} {part:.0f}").format(step=names[step], part=high - low)
            bars.append((kind, names[step], low, high, (low + high) / 2, label))
    table = pd.DataFrame(bars, columns=["kind", "part", "low", "high", "middle", "label"])
    scale, title = alt.Scale(domain=[0, 100], nice=False), _("Per cent of the gap to the firms")
    y = alt.Y("kind:N", title=None, sort=list(kinds), axis=alt.Axis(labelLimit=180, labelFontSize=13))
    x = alt.X("low:Q", title=title, scale=scale)
    color = alt.Color("part:N", legend=None, scale=_colours())
    base = alt.Chart(data("parts", table)).encode(y=y)
    labels = base.mark_text(fontSize=13, color="white").encode(
        x=alt.X("middle:Q", title=title, scale=scale), text="label:N"
    )
    half = alt.Chart(data("half", pd.DataFrame({"low": [50.0]}))).mark_rule(color=INK, strokeWidth=2, strokeDash=[4, 3])
    return alt.layer(
        base.mark_bar(height=22).encode(x=x, x2="high:Q", color=color), half.encode(x=x), labels
    ).properties(width=520, height=70)


def _names() -> dict[str, str]:
    return {"use": _("use"), "conversion": _("conversion")}


def _colours() -> alt.Scale:
    return alt.Scale(domain=[_("level"), _names()["use"], _names()["conversion"]], range=[GREY, BLUE, RUST])


def _stages() -> list[str]:
    return [_("now"), _("first cure"), _("then the other"), _("firms")]


def _rows(steps: pd.Series, first: str) -> pd.DataFrame:
    """Return a bar for each stage: from low to high, what it is, and its label."""
    then = FIRST_STEPS[1 - FIRST_STEPS.index(first)]
    now, middle, both = (float(steps[stage]) for stage in ("now", first, "both"))
    names, level = _names(), _("level")
    bars = [
        (0.0, now, level, f"{now:.1f}"),
        (now, middle, names[first], _("{step}: +{points:.1f}").format(step=names[first], points=middle - now)),
        (middle, both, names[then], _("{step}: +{points:.1f}").format(step=names[then], points=both - middle)),
        (0.0, both, level, f"{both:.1f}"),
    ]
    table = pd.DataFrame(bars, columns=["low", "high", "part", "label"])
    return table.assign(stage=_stages())


def _bars(rows: pd.DataFrame) -> alt.LayerChart:
    axis = alt.Axis(labelAngle=0, labelFontSize=13)
    x = alt.X("stage:N", title=None, sort=_stages(), axis=axis)
    words, scale = _("Per cent of valid patents"), alt.Scale(domain=[0, TOP], nice=False)
    color = alt.Color("part:N", legend=None, scale=_colours())
    base = alt.Chart(data("stages", rows)).encode(x=x)
    bars = base.mark_bar(width=70).encode(y=alt.Y("low:Q", title=words, scale=scale), y2="high:Q", color=color)
    labels = base.mark_text(dy=-10, fontSize=14, color=INK)
    labels = labels.encode(y=alt.Y("high:Q", title=words, scale=scale), text="label:N")
    lines = pd.DataFrame({"stage": _stages()[:3], "next": _stages()[1:], "level": rows["high"][:3]})
    links = alt.Chart(data("links", lines)).mark_rule(color=GREY, strokeDash=[3, 3])
    links = links.encode(x=x, x2="next:N", y=alt.Y("level:Q", title=words, scale=scale))
    return alt.layer(links, bars, labels).properties(width=520, height=260)

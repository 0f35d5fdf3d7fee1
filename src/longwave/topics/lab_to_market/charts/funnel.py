"""Chart of the panel: the way from an owner's rate to the firms', one step after the other."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, INK, RUST, data, finish
from longwave.i18n import _
from longwave.topics.lab_to_market.models.funnel import cured, gap_split
from longwave.topics.lab_to_market.models.records import printed_rates

TOP = 52
FIRST_STEPS = ("use", "conversion")


def funnel_chart(owner: str = "universities", first: str = "use", error: float = 0) -> alt.LayerChart:
    """Draw how an owner would come to the firms' rate if one step were cured, and then the other.

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
    worse = _("use") if split["use"]["logs"] > split["conversion"]["logs"] else _("conversion")
    title = _("{name}, using {used:.1f} %, lose more at {worse}: {share:.0f} % of the gap in logs").format(
        name=name, used=used, worse=worse, share=100 * max(split.loc["logs"])
    )
    words = _(
        "{title}. Bars over four stages, per cent of valid patents: now {now:.1f}, after the first cure {middle:.1f}, "
        "after both {both:.1f}, which is the firms' rate. The first cure, of {step}, closes {part:.0f} % of the gap."
    ).format(
        title=title,
        now=steps["now"],
        middle=steps[first],
        both=steps["both"],
        step=_names()[first],
        part=100 * (steps[first] - steps["now"]) / (steps["both"] - steps["now"]),
    )
    note = _("Firms use {used:.1f} %. Printed rates of 2018, not checked. Blue: use; orange: conversion.")
    note = note.format(used=firms[0])
    return finish(_bars(rows), title, words, subtitle=note, width=520, height=280)


def _names() -> dict[str, str]:
    return {"use": _("use"), "conversion": _("conversion")}


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
    order = [_("level"), _names()["use"], _names()["conversion"]]
    axis = alt.Axis(labelAngle=0, labelFontSize=13)
    x = alt.X("stage:N", title=None, sort=_stages(), axis=axis)
    words, scale = _("Per cent of valid patents"), alt.Scale(domain=[0, TOP], nice=False)
    color = alt.Color("part:N", legend=None, scale=alt.Scale(domain=order, range=[GREY, BLUE, RUST]))
    base = alt.Chart(data("stages", rows)).encode(x=x)
    bars = base.mark_bar(width=70).encode(y=alt.Y("low:Q", title=words, scale=scale), y2="high:Q", color=color)
    labels = base.mark_text(dy=-10, fontSize=14, color=INK)
    labels = labels.encode(y=alt.Y("high:Q", title=words, scale=scale), text="label:N")
    lines = pd.DataFrame({"stage": _stages()[:3], "next": _stages()[1:], "level": rows["high"][:3]})
    links = alt.Chart(data("links", lines)).mark_rule(color=GREY, strokeDash=[3, 3])
    links = links.encode(x=x, x2="next:N", y=alt.Y("level:Q", title=words, scale=scale))
    return alt.layer(links, bars, labels)

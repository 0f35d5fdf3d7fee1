"""Charts of the cobweb of skills: a glut and what follows it, in years and as a web; and a rule of admission."""

from typing import TypeVar

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, RUST, Axes, data, finish
from longwave.i18n import _
from longwave.topics.talent.models.skills import mean_miss, swing_factor

Channel = TypeVar("Channel", alt.X, alt.Y)
GAPS, WAGES, WEB_STEPS = (-65, 65), (-80, 80), 12


def cobweb_chart(path: pd.DataFrame, slope_ratio: float, lag: int, forward: float) -> alt.HConcatChart:
    """Draw the gap of graduates by year, and beside it the web between demand and the response of entrants.

    `path` is what `models.skills.cobweb` returns for this slope ratio, lag and share of entrants who look ahead.
    """
    factor = swing_factor(slope_ratio, forward)
    title = _("{finding}; a full wave takes {period} years").format(finding=_swing_words(factor), period=2 * lag)
    words = _(
        "{title}. Left: the gap of graduates over {years} years, from {first}% to {second}% after the training lag of "
        "{lag}, and {last}% at the end. Right: a web around the crossing of a falling demand "
        "line and a rising line of entrants. Slope ratio {ratio:g}, {forward:.0%} of entrants look ahead."
    ).format(
        title=title,
        years=len(path),
        first=_signed(path["gap"].iloc[0]),
        lag=lag,
        second=_signed(path["gap"].iloc[min(lag, len(path) - 1)]),
        last=_signed(path["gap"].iloc[-1]),
        ratio=slope_ratio,
        forward=forward,
    )
    years, web = _years(path), _web(path["gap"].iloc[0], slope_ratio, factor)
    years.width, years.height, web.width, web.height = 330, 250, 210, 250
    note = _("Our model. 0 is the number at rest; it cannot fall below −100%. Beyond the frame the path goes on.")
    return finish(alt.hconcat(years, web, spacing=26), title, words, subtitle=note, width=None, height=None)


def _signed(gap: float) -> str:
    return f"{gap:+.1f}".replace("-", "−")


def _swing_words(factor: float) -> str:
    """Return the finding: how each swing compares with the one before."""
    change = round((factor - 1) * 100)
    if change == 0:
        return _("Each swing is as large as the last")
    if change > 0:
        return _("Each swing is {change}% larger than the last").format(change=change)
    return _("Each swing is {change}% smaller than the last").format(change=-change)


def _years(path: pd.DataFrame) -> alt.LayerChart:
    rows = path.assign(side=np.where(path["gap"] >= 0, "glut", "shortage"))
    x = alt.X(
        "year:Q",
        title=_("Year"),
        scale=alt.Scale(domain=[0, len(path) + 1], nice=False),
        axis=alt.Axis(values=list(range(0, len(path) + 1, 8)), format="d"),
    )
    y = alt.Y(
        "gap:Q",
        title=_("Graduates above or below rest (%)"),
        scale=alt.Scale(domain=list(GAPS), nice=False),
        axis=alt.Axis(values=[-60, -40, -20, 0, 20, 40, 60], format="d"),
    )
    base = alt.Chart(data("years", rows)).encode(x=x)
    line = base.mark_line(interpolate="step", color=GREY, strokeWidth=1.5, clip=True).encode(y=y)
    points = base.mark_point(filled=True, size=38, opacity=1, clip=True).encode(
        y=y,
        color=alt.Color("side:N", legend=None, scale=alt.Scale(domain=["glut", "shortage"], range=[RUST, BLUE])),
        shape=alt.Shape(
            "side:N", legend=None, scale=alt.Scale(domain=["glut", "shortage"], range=["circle", "diamond"])
        ),
    )
    zero = alt.Chart(data("rest", pd.DataFrame({"gap": [0]}))).mark_rule(color=INK).encode(y=y)
    sides = pd.DataFrame(
        {"year": [1, 1], "gap": [58, -58], "label": [_("too many (circles)"), _("too few (diamonds)")]}
    )
    labels = alt.Chart(data("sides", sides)).mark_text(align="left").encode(x=x, y=y, text=alt.Text("label:N"))
    return alt.layer(zero, line, points, labels)


def _web(glut: float, slope_ratio: float, factor: float) -> alt.LayerChart:
    demand = pd.DataFrame({"gap": list(GAPS), "wage": [-slope_ratio * gap for gap in GAPS]})
    # Entrants: the number that a wage of today brings in a training lag from now.
    entrants = pd.DataFrame({"gap": [factor / slope_ratio * wage for wage in WAGES], "wage": list(WAGES)})
    lines = [
        alt.Chart(data("demand", demand)).mark_line(color=GREEN, strokeWidth=2.5, clip=True),
        alt.Chart(data("entrants", entrants)).mark_line(color=BLUE, strokeWidth=2.5, strokeDash=[7, 4], clip=True),
    ]
    axes = Axes(
        x=_web_axis(alt.X, "gap", _("Graduates (%)"), GAPS),
        y=_web_axis(alt.Y, "wage", _("Wage, above or below rest"), WAGES),
    )
    web = alt.Chart(data("web", _trail(glut, slope_ratio, factor))).mark_line(color=RUST, strokeWidth=1.2, clip=True)
    web = web.encode(order=alt.Order("step:Q"), **axes)
    heading = alt.TitleParams(_("Full: demand. Dashed: entrants"), fontSize=13)
    return alt.layer(*[line.encode(**axes) for line in lines], web, title=heading)


def _web_axis(channel: type[Channel], field: str, title: str, domain: tuple[float, float]) -> Channel:
    scale, axis = alt.Scale(domain=list(domain), nice=False), alt.Axis(values=[-60, -30, 0, 30, 60], format="d")
    return channel(f"{field}:Q", title=title, scale=scale, axis=axis)


def _trail(glut: float, slope_ratio: float, factor: float) -> pd.DataFrame:
    """Return the corners of the web: up or down to demand, then across to those who enter at that wage."""
    gaps = [glut * (-factor) ** step for step in range(WEB_STEPS)]
    corners = [
        {"gap": gap, "wage": -slope_ratio * now}
        for now, later in zip(gaps, gaps[1:], strict=False)
        for gap in (now, later)
    ]
    return pd.DataFrame(corners).assign(step=range(len(corners)))


def admission_chart(paths: dict[str, pd.DataFrame]) -> alt.LayerChart:
    """Draw the number needed and the graduates under two rules of admission.

    `paths` maps the name of a rule to what `models.skills.admission_path` returns, for the same numbers needed.
    """
    (first, one), (second, other) = paths.items()
    title = _("{first} misses by {one:.0f}% on average, {second} by {other:.0f}%").format(
        first=first, one=mean_miss(one), second=second, other=mean_miss(other)
    )
    words = _(
        "{title}. Three lines over {years} years: the number needed steps from {start:.0f} to {end:.0f}; under the "
        "first rule graduates run from {low:.0f} to {high:.0f}, under the second from {calm_low:.0f} to "
        "{calm_high:.0f}."
    ).format(
        title=title,
        years=len(one),
        start=one["needed"].iloc[0],
        end=one["needed"].iloc[-1],
        low=one["graduates"].min(),
        high=one["graduates"].max(),
        calm_low=other["graduates"].min(),
        calm_high=other["graduates"].max(),
    )
    names = [_("needed"), first, second]
    series = [one["needed"], one["graduates"], other["graduates"]]
    rows = pd.concat(
        [pd.DataFrame({"year": one["year"], "number": s, "line": n}) for n, s in zip(names, series, strict=True)]
    )
    legend = alt.Legend(orient="top", title=None, symbolStrokeWidth=3, labelLimit=320)
    lines = alt.Chart(data("rules", rows)).mark_line(interpolate="step-after", strokeWidth=2.2)
    lines = lines.encode(
        x=alt.X("year:Q", title=_("Year"), scale=alt.Scale(domain=[1, len(one)], nice=False)),
        y=alt.Y("number:Q", title=_("Graduates a year"), scale=alt.Scale(zero=True)),
        color=alt.Color("line:N", legend=legend, scale=alt.Scale(domain=names, range=[INK, RUST, BLUE])),
        strokeDash=alt.StrokeDash(
            "line:N", legend=legend, scale=alt.Scale(domain=names, range=[[2, 3], [7, 4], [1, 0]])
        ),
    )
    return finish(
        lines, title, words, subtitle=_("Our model: invented numbers. Dotted: what the economy needs."), height=240
    )

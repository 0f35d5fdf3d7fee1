"""Charts of energy audits: how much of the advice was done against its payback, and what an inspector needs."""

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, PALE, PLUM, RUST, data, finish
from longwave.i18n import _
from longwave.topics.waiting.models.inspection import monitoring_bound, total_loss

LONGEST, MOST_YEARS = 3.0, 5
MARGINS = (0.0, 0.1, 0.5)
_LABELS = (
    ("left", 8, -14),
    ("right", -12, 0),
    ("center", 0, 20),
    ("left", 12, 2),
    ("left", 10, 10),
    ("left", 10, -8),
)  # alignment and offset of the label of each kind, in the order of kinds_apart
LOWEST, HIGHEST = 20, 90
_COLORS, _DASHES = [INK, BLUE, RUST], [[1, 0], [7, 4], [2, 3]]


def kinds_chart(kinds: pd.DataFrame, thresholds: dict[str, float]) -> alt.LayerChart:
    """Draw the share of advice that was done against its payback, with a curve, a step and published thresholds.

    `kinds` is what `models.audits.kinds_apart` returns; `thresholds` maps a name to years. The step is the mean of the
    kinds below the middle of the widest gap, and of those above it, each kind by its number.
    """
    points = kinds.assign(done=100 * kinds["done"])
    curve, gap, steps = _curve(kinds), _widest_gap(points["payback"]), _step(points)
    low, high = steps["done"].iloc[[0, -1]]
    title = _(
        "{low:.0f} % of quick advice is done, {high:.0f} % of slow; nothing lies between {a:.1f} and {b:.1f} years"
    )
    title = title.format(low=low, high=high, a=gap[0], b=gap[1])
    parts = "; ".join(
        _("{what}, {count} pieces: {payback:.1f} years, {done:.0f} %").format(
            what=what, count=count, payback=payback, done=done
        )
        for what, count, payback, done in points[["what", "count", "payback", "done"]].to_numpy()
    )
    known = ", ".join(_("{name}: {years:g}").format(name=name, years=years) for name, years in thresholds.items())
    words = _("{title}. Points: {parts}. A falling curve and a step are fitted. Upright lines: {known}.")
    words = words.format(title=title, parts=parts, known=known)
    x = alt.X("payback:Q", title=_("Payback (years)"), scale=alt.Scale(domain=[0, LONGEST], nice=False))
    y = alt.Y("done:Q", title=_("Done (per cent)"), scale=alt.Scale(domain=[LOWEST, HIGHEST], nice=False))
    band = pd.DataFrame({"payback": [gap[0]], "end": [gap[1]]})
    layers = [
        alt.Chart(data("gap", band)).mark_rect(color=PALE[GREY], opacity=0.7).encode(x=x, x2="end:Q"),
        alt.Chart(data("curve", curve)).mark_line(color=BLUE, strokeWidth=2).encode(x=x, y=y),
        alt.Chart(data("step", steps))
        .mark_line(color=GREEN, strokeWidth=2.5, strokeDash=[2, 3])
        .encode(x=x, y=y, detail="part:N"),
        *_threshold_rules(thresholds, x),
        *_kind_labels(points, x, y),
        alt.Chart(data("kinds", points)).mark_circle(color=RUST, opacity=1, size=90).encode(x=x, y=y),
    ]
    note = _(
        "In brackets: pieces of advice. Grey: no kind. Upright: three studies' thresholds. Curve and dotted step: fits."
    )
    return finish(alt.layer(*layers), title, words, subtitle=note, height=270)


def _curve(kinds: pd.DataFrame) -> pd.DataFrame:
    odds = np.log(kinds["done"] / (1 - kinds["done"]))
    slope, level = np.polyfit(kinds["payback"], odds, 1, w=np.sqrt(kinds["count"]))
    steps = np.linspace(0, LONGEST, 31)
    return pd.DataFrame({"payback": steps, "done": 100 / (1 + np.exp(-level - slope * steps))})


def _widest_gap(payback: pd.Series) -> tuple[float, float]:
    years = payback.sort_values(kind="stable").to_numpy()
    place = int(np.diff(years).argmax())
    return float(years[place]), float(years[place + 1])


def _step(points: pd.DataFrame) -> pd.DataFrame:
    """Return the ends of two level lines: the mean below the widest gap, and the mean above it."""
    start, end = _widest_gap(points["payback"])
    quick = points["payback"] <= start
    low, high = (float(np.average(part["done"], weights=part["count"])) for part in (points[quick], points[~quick]))
    ends = [0.0, start, end, LONGEST]
    return pd.DataFrame({"payback": ends, "done": [low, low, high, high], "part": ["quick", "quick", "slow", "slow"]})


def _threshold_rules(thresholds: dict[str, float], x: alt.X) -> list[alt.Chart]:
    rows = pd.DataFrame({"payback": list(thresholds.values()), "name": list(thresholds), "top": LOWEST + 3.0})
    base = alt.Chart(data("thresholds", rows)).encode(x=x)
    rules = base.mark_rule(color=PLUM, strokeDash=[6, 3], strokeWidth=1.5)
    text = base.mark_text(align="left", dx=5, color=PLUM, fontSize=12)
    return [rules, text.encode(y=alt.Y("top:Q", title=_("Done (per cent)")), text="name:N")]


def _kind_labels(points: pd.DataFrame, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Label each point with its kind and number, on the side where it has room."""
    found = []
    for place, (align, dx, dy) in enumerate(_LABELS[: len(points)]):
        one = points.iloc[[place]]
        label = _("{what} ({count})").format(what=one["what"].iloc[0], count=f"{one['count'].iloc[0]:,}")
        rows = one[["payback", "done"]].assign(label=label)
        base = alt.Chart(data(f"label-{place}", rows)).encode(x=x, y=y, text="label:N")
        look = {"align": align, "dx": dx, "dy": dy, "fontSize": 12}
        found += [base.mark_text(**look, stroke="white", strokeWidth=3), base.mark_text(**look, color=INK)]
    return found


def bound_chart(fine: float) -> alt.LayerChart:
    """Draw how often an inspector must catch, against the years for which a cheat gets no more subsidy.

    `fine` is in units of one year's subsidy. A line for each share of the subsidy that an honest firm keeps as profit.
    """
    names = {margin: _("keeps {margin:.0%}").format(margin=margin) for margin in MARGINS}
    rows = pd.DataFrame(
        [
            {"years": years, "bound": 100 * monitoring_bound(total_loss(fine, years, margin)), "margin": names[margin]}
            for margin in MARGINS
            for years in np.linspace(0, MOST_YEARS, 11)
        ]
    )
    last = rows[rows["years"] == MOST_YEARS].set_index("margin")["bound"]
    title = _("A fine of half asks for {high:.0f} in 100; five years shut out may ask for {low:.0f}").format(
        high=rows["bound"].max(), low=last.min()
    )
    ends = ", ".join(_("{name} {bound:.0f}").format(name=name, bound=bound) for name, bound in last.items())
    words = _("{title}. Three lines start at {high:.0f} for no year and end at {most} years: {ends}.").format(
        title=title, high=rows["bound"].max(), most=MOST_YEARS, ends=ends
    )
    order = list(names.values())
    x = alt.X(
        "years:Q", title=_("Years without subsidy"), axis=alt.Axis(values=list(range(MOST_YEARS + 1)), format="d")
    )
    y = alt.Y("bound:Q", title=_("Must be caught, of 100"), scale=alt.Scale(domain=[0, 100], nice=False))
    color = alt.Color("margin:N", sort=order, legend=None, scale=alt.Scale(domain=order, range=_COLORS))
    dash = alt.StrokeDash("margin:N", sort=order, legend=None, scale=alt.Scale(domain=order, range=_DASHES))
    lines = alt.Chart(data("bounds", rows)).mark_line(strokeWidth=2.5).encode(x=x, y=y, color=color, strokeDash=dash)
    ending = rows[rows["years"] == MOST_YEARS]
    labels = alt.Chart(data("names", ending)).mark_text(align="left", dx=6, fontSize=12)
    note = _(
        "Lines: what an honest firm keeps of each year's subsidy as profit. Ours: no honest use today, no interest."
    )
    layers = alt.layer(lines, labels.encode(x=x, y=y, color=color, text="margin:N"))
    return finish(layers, title, words, subtitle=note, width=440, height=220)

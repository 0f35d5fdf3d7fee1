"""Charts of a programme's effect: four means, and an invented panel with the truth beside the estimate."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, INK, PALE, RUST, data, finish
from longwave.i18n import _
from longwave.topics.small_firms.models.evaluation import (
    PLACEBO_START,
    START,
    YEARS,
    before_after,
    difference_in_differences,
    two_periods,
)

OUTCOMES, EFFECTS = (14, 36), (-7, 13)
_DASHES, _SHAPES = [[1, 0], [7, 4], [2, 3]], ["circle", "square", "diamond"]


def _signed(value: float) -> str:
    """Return a number with its sign and one decimal; zero has no sign."""
    text = f"{value:+.1f}".replace("-", "−")
    return "0.0" if text in {"+0.0", "−0.0"} else text


def _groups() -> list[str]:
    return [_("joined"), _("did not join"), _("joined, without the programme")]


def _lines(name: str, rows: pd.DataFrame, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Return the lines and points of the two groups and of what cannot be seen, told apart by dash and shape."""
    order, colors = _groups(), [BLUE, RUST, GREY]
    legend = alt.Legend(orient="top", title=None, symbolStrokeWidth=0, symbolSize=90, columns=3, labelLimit=240)
    color = alt.Color("group:N", legend=legend, scale=alt.Scale(domain=order, range=colors))
    dash = alt.StrokeDash("group:N", legend=legend, scale=alt.Scale(domain=order, range=_DASHES))
    shape = alt.Shape("group:N", legend=legend, scale=alt.Scale(domain=order, range=_SHAPES))
    base = alt.Chart(data(name, rows)).encode(x=x, y=y, color=color)
    lines = base.mark_line(strokeWidth=2.5).encode(strokeDash=dash)
    return [lines, base.mark_point(filled=True, size=60, opacity=1).encode(shape=shape)]


def four_means_chart(frame: pd.DataFrame) -> alt.LayerChart:
    """Draw the means of two groups before and after, and where the treated would be had they changed like the others.

    `frame` has the columns treated, post and outcome, as for `models.policy.difference_in_differences`.
    """
    means = frame.groupby(["treated", "post"])["outcome"].mean()
    expected = means[1, 0] + means[0, 1] - means[0, 0]
    estimate, periods = means[1, 1] - expected, [_("before"), _("after")]
    paths = [(means[1, 0], means[1, 1]), (means[0, 0], means[0, 1]), (means[1, 0], expected)]
    rows = [
        {"group": group, "period": period, "mean": value}
        for group, pair in zip(_groups(), paths, strict=True)
        for period, value in zip(periods, pair, strict=True)
    ]
    title = _("Joiners rose by {change:g}, and {estimate:g} of it is more than the others rose").format(
        change=means[1, 1] - means[1, 0], estimate=estimate
    )
    words = _(
        "{title}. Three lines from before to after: firms that joined, {a:g} to {b:g}; firms that did not, {c:g} to "
        "{d:g}; and the joiners had they changed like the others, {a:g} to {e:g}."
    ).format(title=title, a=means[1, 0], b=means[1, 1], c=means[0, 0], d=means[0, 1], e=expected)
    x = alt.X("period:N", title=None, sort=periods, axis=alt.Axis(labelAngle=0, labelFontSize=13))
    y = alt.Y("mean:Q", title=_("Mean output a worker"), scale=alt.Scale(domain=[8, 18], nice=False))
    gap = pd.DataFrame({"period": [periods[1]], "mean": [expected], "top": [means[1, 1]], "label": [f"{estimate:g}"]})
    base = alt.Chart(data("gap", gap)).encode(x=x, y=y)
    rule = base.mark_rule(color=INK, strokeWidth=2).encode(y2="top:Q")
    label = base.mark_text(align="left", dx=10, dy=-30, fontSize=15, fontWeight=600).encode(text="label:N")
    note = _("Eight invented rows of a software manual; the dotted line is assumed, not seen.")
    return finish(
        alt.layer(rule, *_lines("means", pd.DataFrame(rows), x, y), label), title, words, subtitle=note, width=460
    )


def panel_chart(panel: pd.DataFrame, before: int, placebo: bool) -> alt.HConcatChart:
    """Draw an invented panel by year, and beside it the truth, the change of the joiners, and the estimate.

    `panel` is what `models.evaluation.firm_panel` returns; `before` is how many years before the start are used. With
    `placebo` the start is said to be a year early, and only years without a programme are used.
    """
    used = two_periods(panel, before, placebo)
    found, change = difference_in_differences(used), before_after(used)
    joined = panel[(panel["treated"] == 1) & (panel["year"] >= START)]
    truth = 0.0 if placebo else float((joined["outcome"] - joined["without"]).mean())
    margin = 1.96 * found["standard_error"]
    title = _finding(found["estimate"], margin, truth, placebo)
    words = _words(title, panel, before, placebo).format(
        truth=_signed(truth),
        change=_signed(change),
        estimate=_signed(found["estimate"]),
        low=_signed(found["estimate"] - margin),
        high=_signed(found["estimate"] + margin),
    )
    years, marks = _years(panel, before, placebo), _marks(truth, change, found["estimate"], margin)
    years.width, years.height, marks.width, marks.height = 330, 260, 190, 200
    note = _("Synthetic: 400 invented firms, one fixed seed. Grey: the years compared. Pale blue: the 95% interval.")
    joined = alt.hconcat(years, marks, spacing=24).resolve_scale(
        color="independent", shape="independent", strokeDash="independent"
    )
    return finish(joined, title, words, subtitle=note, width=None, height=None)


def _finding(estimate: float, margin: float, truth: float, placebo: bool) -> str:
    alarm = abs(estimate) > margin
    if placebo and alarm:
        return _("Placebo: {estimate} in a year with no programme, so the comparison is unfair").format(
            estimate=_signed(estimate)
        )
    if placebo:
        return _("Placebo: {estimate} in a year with no programme; the interval holds 0").format(
            estimate=_signed(estimate)
        )
    sentence = (
        _("Estimate {estimate}, give or take {margin:.1f}: the truth, {truth}, is within")
        if abs(estimate - truth) <= margin
        else _("Estimate {estimate}, give or take {margin:.1f}: the truth, {truth}, is outside")
    )
    return sentence.format(estimate=_signed(estimate), margin=margin, truth=_signed(truth))


def _words(title: str, panel: pd.DataFrame, before: int, placebo: bool) -> str:
    """Return the alt text up to the numbers of the right-hand part, which are still to be filled in."""
    means = panel.groupby(["treated", "year"])["outcome"].mean()
    sentences = _(
        "{title}. Left: mean output a worker over {years} years; joiners {a:.1f} in year {last} and {b:.1f} in year "
        "{years}, the others {c:.1f} and {d:.1f}. Years compared: {before} before the start, {after} after."
    ).format(
        title=title,
        years=YEARS,
        last=START - 1,
        a=means[1, START - 1],
        b=means[1, YEARS],
        c=means[0, START - 1],
        d=means[0, YEARS],
        before=len(_used(before, placebo)[0]),
        after=len(_used(before, placebo)[1]),
    )
    marks = _("Right: truth {truth}, change of the joiners {change}, estimate {estimate}, from {low} to {high}.")
    return f"{sentences} {marks}"


def _used(before: int, placebo: bool) -> tuple[range, range]:
    """Return the years before and after the start that are compared."""
    start, end = (PLACEBO_START, PLACEBO_START) if placebo else (START, YEARS)
    return range(max(1, start - before), start), range(start, end + 1)


def _years(panel: pd.DataFrame, before: int, placebo: bool) -> alt.LayerChart:
    names = _groups()
    seen = panel.groupby(["treated", "year"])["outcome"].mean()
    hidden = panel[panel["treated"] == 1].groupby("year")["without"].mean()
    both = [(group, year) for group in (0, 1) for year in range(1, YEARS + 1)]
    rows = [{"group": names[1 - group], "year": year, "mean": seen[group, year]} for group, year in both]
    rows += [{"group": names[2], "year": year, "mean": hidden[year]} for year in range(START - 1, YEARS + 1)]
    axis = alt.Axis(values=list(range(1, YEARS + 1)), format="d", grid=False)
    x = alt.X("year:Q", title=_("Year"), scale=alt.Scale(domain=[0.5, YEARS + 0.5], nice=False), axis=axis)
    words, scale = _("Output a worker (thousand dollars)"), alt.Scale(domain=list(OUTCOMES), nice=False)
    y = alt.Y("mean:Q", title=words, scale=scale)
    spans = _used(before, placebo)
    bands = pd.DataFrame(
        [{"from": span[0] - 0.46, "to": span[-1] + 0.46, "low": OUTCOMES[0], "high": OUTCOMES[1]} for span in spans]
    )
    shade = alt.Chart(data("bands", bands)).mark_rect(fill=PALE[GREY], opacity=0.9)
    shade = shade.encode(
        x=alt.X("from:Q", title=_("Year")), x2="to:Q", y=alt.Y("low:Q", title=words, scale=scale), y2="high:Q"
    )
    start = pd.DataFrame({"year": [spans[1][0] - 0.5]})
    rule = alt.Chart(data("start", start)).mark_rule(color=INK, strokeWidth=1.5).encode(x=x)
    return alt.layer(shade, rule, *_lines("lines", pd.DataFrame(rows), x, y))


def _marks(truth: float, change: float, estimate: float, margin: float) -> alt.LayerChart:
    order = [_("truth"), _("before–after"), _("estimate")]
    rows = pd.DataFrame({"what": order, "value": [truth, change, estimate]})
    rows["label"] = rows["value"].map(_signed)
    span = pd.DataFrame({"what": [order[2]], "value": [estimate - margin], "high": [estimate + margin]})
    axis = alt.Axis(values=[-6, -3, 0, 3, 6, 9, 12], format="d")
    x = alt.X("value:Q", title=_("Effect on joiners"), scale=alt.Scale(domain=list(EFFECTS), nice=False), axis=axis)
    y = alt.Y("what:N", title=None, sort=order, axis=alt.Axis(labelLimit=120, labelFontSize=13))
    zero = alt.Chart(data("zero", pd.DataFrame({"value": [0]}))).mark_rule(color=GREY).encode(x=x)
    interval = alt.Chart(data("interval", span)).mark_rule(color=PALE[BLUE], strokeWidth=26, clip=True)
    interval = interval.encode(x=x, x2="high:Q", y=y)
    base = alt.Chart(data("marks", rows)).encode(x=x, y=y)
    points = base.mark_point(filled=True, size=55, opacity=1, clip=True).encode(
        color=alt.Color("what:N", legend=None, scale=alt.Scale(domain=order, range=[INK, RUST, BLUE])),
        shape=alt.Shape("what:N", legend=None, scale=alt.Scale(domain=order, range=["diamond", "square", "circle"])),
    )
    labels = base.mark_text(align="left", dx=8, dy=-13, fontSize=13).encode(text="label:N")
    return alt.layer(zero, interval, points, labels)

"""Chart of the panel: an invented programme by year, and the truth beside two estimates with their intervals."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, INK, PALE, RUST, data, finish
from longwave.i18n import _
from longwave.topics.small_firms.charts.estimates import MARGIN, grouped_lines, signed, whiskers
from longwave.topics.small_firms.models.differences import before_after, difference_in_differences
from longwave.topics.small_firms.models.evaluation import PLACEBO_START, START, YEARS, two_periods

OUTCOMES = (14, 36)


def _groups() -> list[str]:
    return [_("joined"), _("did not join"), _("joined, without the programme")]


def panel_chart(panel: pd.DataFrame, before: int, placebo: bool) -> alt.HConcatChart:
    """Draw an invented panel by year, and beside it the truth, the change of the joiners, and the estimate.

    `panel` is what `models.evaluation.firm_panel` returns; `before` is how many years before the start are used. With
    `placebo` the start is said to be a year early, and only years without a programme are used.
    """
    used = two_periods(panel, before, placebo)
    found, change = difference_in_differences(used), before_after(used)
    joined = panel[(panel["treated"] == 1) & (panel["year"] >= START)]
    truth = 0.0 if placebo else float((joined["outcome"] - joined["without"]).mean())
    margin = MARGIN * found["standard_error"]
    title = _finding(found["estimate"], margin, truth, placebo)
    words = _words(title, panel, before, placebo).format(
        truth=signed(truth),
        change=signed(change["estimate"]),
        estimate=signed(found["estimate"]),
        low=signed(found["estimate"] - margin),
        high=signed(found["estimate"] + margin),
    )
    years, marks = _years(panel, before, placebo), _marks(truth, change, found)
    years.width, years.height, marks.width, marks.height = 330, 260, 190, 200
    note = _("Synthetic: 400 invented firms, one fixed seed. Grey: the years compared. Whiskers: 95% intervals.")
    joined = alt.hconcat(years, marks, spacing=24).resolve_scale(
        color="independent", shape="independent", strokeDash="independent"
    )
    return finish(joined, title, words, subtitle=note, width=None, height=None)


def _finding(estimate: float, margin: float, truth: float, placebo: bool) -> str:
    alarm = abs(estimate) > margin
    if placebo and alarm:
        return _("Placebo: {estimate} in a year with no programme, so the comparison is unfair").format(
            estimate=signed(estimate)
        )
    if placebo:
        return _("Placebo: {estimate} in a year with no programme; the interval holds 0").format(
            estimate=signed(estimate)
        )
    sentence = (
        _("Estimate {estimate}, give or take {margin:.1f}: the truth, {truth}, is within")
        if abs(estimate - truth) <= margin
        else _("Estimate {estimate}, give or take {margin:.1f}: the truth, {truth}, is outside")
    )
    return sentence.format(estimate=signed(estimate), margin=margin, truth=signed(truth))


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
    return alt.layer(shade, rule, *grouped_lines("lines", pd.DataFrame(rows), names, x, y))


def _marks(truth: float, change: pd.Series, found: pd.Series) -> alt.LayerChart:
    """Return the truth as a point and a line, and before–after and the estimate each with a 95 % interval.

    The axis follows the data, or an interval of half a unit would be too short to see whether it holds the truth.
    """
    order = [_("truth"), _("before–after"), _("estimate")]
    values = [truth, change["estimate"], found["estimate"]]
    reach = [0.0, MARGIN * change["standard_error"], MARGIN * found["standard_error"]]
    table = pd.DataFrame({"what": order, "estimate": values, "reach": reach})
    table = table.assign(low=table["estimate"] - table["reach"], high=table["estimate"] + table["reach"])
    table["label"] = table["estimate"].map(signed)
    scale, unit = alt.Scale(zero=True, padding=12, nice=False), _("Effect on joiners")
    y = alt.Y("what:N", title=None, sort=order, axis=alt.Axis(labelLimit=120, labelFontSize=13))
    color = alt.Color("what:N", legend=None, scale=alt.Scale(domain=order, range=[INK, RUST, BLUE]))
    line = alt.Chart(data("marks-truth", table[:1])).mark_rule(color=INK, strokeDash=[3, 3])
    line = line.encode(x=alt.X("estimate:Q", title=unit, scale=scale))
    return alt.layer(line, *whiskers("marks", table, unit, scale, y, color))

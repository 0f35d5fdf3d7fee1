"""Charts of two real records: four means, estimates with their intervals, and scrap by year of the grant."""

import math

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, INK, RUST, data, finish
from longwave.i18n import _

MARGIN = 1.96  # standard errors to either side: an interval of 95 %
_DASHES = [[1, 0], [7, 4], [2, 3]]
_SHAPES = ["circle", "square", "diamond"]
_SURE: dict[str, object] = {"condition": {"test": "datum.low * datum.high > 0", "value": BLUE}, "value": GREY}


def signed(value: float, digits: int = 1) -> str:
    """Return a number with its sign and so many decimals; zero has no sign.

    >>> signed(-0.32, 2), signed(0.04)
    ('−0.32', '0.0')
    """
    text = f"{value:+.{digits}f}".replace("-", "−")
    return text[1:] if float(f"{value:.{digits}f}") == 0 else text


def four_means_chart(rows: pd.DataFrame) -> alt.LayerChart:
    """Draw the jobs of restaurants in two states, before and after, and where New Jersey's would be by Pennsylvania's.

    `rows` is what `models.records.store_rows` returns.
    """
    means = rows.groupby(["treated", "post"])["outcome"].mean()
    expected = means[1, 0] + means[0, 1] - means[0, 0]
    groups, periods = [_("New Jersey"), _("Pennsylvania"), _("New Jersey, had it changed alike")], _periods()
    paths = [(means[1, 0], means[1, 1]), (means[0, 0], means[0, 1]), (means[1, 0], expected)]
    points = [
        {"group": group, "period": period, "mean": value}
        for group, pair in zip(groups, paths, strict=True)
        for period, value in zip(periods, pair, strict=True)
    ]
    title = _("New Jersey gained {here} jobs a restaurant, Pennsylvania lost {there}").format(
        here=f"{means[1, 1] - means[1, 0]:.1f}",
        there=f"{means[0, 0] - means[0, 1]:.1f}",
    )
    words = _(
        "{title}. Three lines from before to after: New Jersey, {a:.1f} to {b:.1f}; Pennsylvania, {c:.1f} to {d:.1f}; "
        "and New Jersey had it changed like Pennsylvania, {a:.1f} to {e:.1f}, which is {gap:.2f} below."
    ).format(
        gap=means[1, 1] - expected, title=title, a=means[1, 0], b=means[1, 1], c=means[0, 0], d=means[0, 1], e=expected
    )
    x = alt.X("period:N", title=None, sort=periods, axis=alt.Axis(labelAngle=0, labelFontSize=13))
    y = alt.Y("mean:Q", title=_("Mean full-time jobs a restaurant"), scale=alt.Scale(domain=[17, 25], nice=False))
    gap = pd.DataFrame({"period": [periods[1]], "mean": [expected], "top": [means[1, 1]]}).assign(
        middle=(expected + means[1, 1]) / 2, label=_("{gap:.2f} more").format(gap=means[1, 1] - expected)
    )
    base = alt.Chart(data("gap", gap)).encode(x=x)
    rule = base.mark_rule(color=INK, strokeWidth=2).encode(y=y, y2="top:Q")
    label = base.mark_text(align="left", dx=8, fontSize=15, fontWeight=600)
    label = label.encode(y=alt.Y("middle:Q", title=_("Mean full-time jobs a restaurant")), text="label:N")
    note = _("A part-timer counts one half. The dotted line is assumed: nobody saw it.")
    return finish(
        alt.layer(rule, *grouped_lines("means", pd.DataFrame(points), groups, x, y), label),
        title,
        words,
        subtitle=note,
        width=460,
    )


def grants_chart(panel: pd.DataFrame) -> alt.LayerChart:
    """Draw the typical scrap of Michigan firms by year, for firms with a grant in 1988, in 1989, and without one.

    `panel` is what `models.records.scrap_panel` returns. The typical scrap is the geometric mean.
    """
    means = panel.groupby(["group", "year"])["log_scrap"].mean()
    names = {"grant in 1988": _("grant in 1988"), "grant in 1989": _("grant in 1989"), "no grant": _("no grant")}
    levels = means.map(math.exp)
    points = levels.rename("mean").reset_index().assign(group=lambda table: table["group"].map(names))
    early, late = (1 - levels[group, 1988] / levels[group, 1987] for group in ("grant in 1988", "grant in 1989"))
    title = _("In 1988 firms a year before their grant cut scrap by {late:.0%}, firms with one by {early:.0%}").format(
        late=late, early=early
    )
    parts = "; ".join(
        _("{group}: {a:.2f}, {b:.2f}, {c:.2f}").format(
            group=names[group], a=levels[group, 1987], b=levels[group, 1988], c=levels[group, 1989]
        )
        for group in names
    )
    words = _("{title}. Three lines from 1987 to 1989, pieces of a hundred: {parts}.").format(title=title, parts=parts)
    x = alt.X("year:O", title=_("Year"), axis=alt.Axis(labelAngle=0))
    y = alt.Y("mean:Q", title=_("Pieces scrapped of 100"), scale=alt.Scale(domain=[0, 3], nice=False))
    note = _("Geometric means of 19, 10 and 25 firms in Michigan.")
    return finish(
        alt.layer(*grouped_lines("scrap", points, list(names.values()), x, y)), title, words, subtitle=note, width=460
    )


def estimates_chart(rows: pd.DataFrame, title: str, unit: str, note: str) -> alt.LayerChart:
    """Draw estimates of one effect under several choices, each with its 95 % interval.

    `rows` has the columns choice (words), estimate and standard_error; `title` says the finding, `unit` what the axis
    measures, `note` goes below the title. The whiskers reach 1.96 standard errors to either side; an interval that
    holds zero is drawn in grey.
    """
    table = rows.assign(
        low=rows["estimate"] - MARGIN * rows["standard_error"],
        high=rows["estimate"] + MARGIN * rows["standard_error"],
        label=[signed(value, 2) for value in rows["estimate"]],
    )
    parts = "; ".join(
        _("{choice}: {label}, from {low} to {high}").format(
            choice=choice, label=label, low=signed(low, 2), high=signed(high, 2)
        )
        for choice, label, low, high in table[["choice", "label", "low", "high"]].to_numpy()
    )
    words = _("{title}. Estimates with 95% intervals, {parts}.").format(title=title, parts=parts)
    order = table["choice"].tolist()
    y = alt.Y("choice:N", title=None, sort=order, axis=alt.Axis(labelLimit=260, labelFontSize=13))
    layers = whiskers("estimates", table, unit, alt.Scale(nice=True), y, _SURE)
    return finish(alt.layer(*layers), title, words, subtitle=note, height=38 * len(order), width=460)


def whiskers(
    name: str, table: pd.DataFrame, unit: str, scale: alt.Scale, y: alt.Y, color: alt.Color | dict[str, object]
) -> list[alt.Chart]:
    """Return a zero line, intervals with caps, points and labels for a table with estimate, low, high and label."""
    x = alt.X("estimate:Q", title=unit, scale=scale)
    zero = alt.Chart(data(f"{name}-zero", pd.DataFrame({"estimate": [0.0]}))).mark_rule(color=GREY).encode(x=x)
    base = alt.Chart(data(name, table)).encode(y=y, color=color)
    known = alt.Chart(data(f"{name}-intervals", table[table["high"] > table["low"]])).encode(y=y, color=color)
    span = known.mark_rule(strokeWidth=2.5, clip=True).encode(x=alt.X("low:Q", title=unit), x2="high:Q")
    caps = [
        known.mark_tick(thickness=2.5, size=18, clip=True).encode(x=alt.X(f"{end}:Q", title=unit))
        for end in ("low", "high")
    ]
    points = base.mark_point(filled=True, size=50, opacity=1, clip=True).encode(x=x)
    # A white edge lifts the label off the zero line.
    halo = base.mark_text(dy=-18, fontSize=13, clip=False, stroke="white", strokeWidth=4).encode(x=x, text="label:N")
    labels = base.mark_text(dy=-18, fontSize=13, clip=False).encode(x=x, text="label:N")
    return [zero, span, *caps, points, halo, labels]


def grouped_lines(name: str, rows: pd.DataFrame, order: list[str], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Return the lines and points of groups, told apart by colour, dash and shape."""
    legend = alt.Legend(orient="top", title=None, symbolStrokeWidth=0, symbolSize=90, columns=3, labelLimit=260)
    color = alt.Color("group:N", legend=legend, scale=alt.Scale(domain=order, range=[BLUE, RUST, INK]))
    dash = alt.StrokeDash("group:N", legend=legend, scale=alt.Scale(domain=order, range=_DASHES))
    shape = alt.Shape("group:N", legend=legend, scale=alt.Scale(domain=order, range=_SHAPES))
    base = alt.Chart(data(name, rows)).encode(x=x, y=y, color=color)
    lines = base.mark_line(strokeWidth=2.5).encode(strokeDash=dash)
    return [lines, base.mark_point(filled=True, size=60, opacity=1).encode(shape=shape)]


def _periods() -> list[str]:
    return [_("before"), _("after")]

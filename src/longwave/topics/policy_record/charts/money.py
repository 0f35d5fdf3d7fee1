"""Charts of money: what a law authorises against what was appropriated, and plants announced while a bill moved."""

from typing import Any

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, GROUND, INK, MUTED, RUST, data, finish
from longwave.i18n import _
from longwave.topics.policy_record.models.stages import decimal_year


def money_chart(money: pd.DataFrame) -> alt.LayerChart:
    """Draw what was authorised, requested and appropriated for the science foundation, by fiscal year.

    `money` has the columns fiscal_year, stage, billion_usd and basis; a sum that we computed is marked ≈. A dashed
    line continues what was appropriated in the first year. The title compares the first and the last year for
    which both an authorised and an appropriated sum are known.
    """
    names = {"authorised": _("authorised"), "requested": _("requested"), "appropriated": _("appropriated")}
    wide = money.pivot(index="fiscal_year", columns="stage", values="billion_usd")
    share = (wide["appropriated"] / wide["authorised"]).dropna()
    title = _(
        "Congress appropriated {first:.0%} of what the law authorised for {start}, and {last:.0%} for {end}"
    ).format(first=share.iloc[0], last=share.iloc[-1], start=share.index[0], end=share.index[-1])
    rows = money.assign(name=money["stage"].map(names), year=money["fiscal_year"].astype(str))
    rows["label"] = rows["basis"].eq("computed").map({True: "≈", False: ""}) + rows["billion_usd"].map("{:g}".format)
    listed = [f"{row.year} {row.name_} {row.label}" for row in rows.rename(columns={"name": "name_"}).itertuples()]
    words = _("{title}. Marks by fiscal year, in billion dollars: {listed}.").format(
        title=title, listed="; ".join(listed)
    )
    base = alt.Chart(data("money", rows[["year", "name", "billion_usd", "label"]]))
    looks = {"authorised": (GREY, "square"), "requested": (BLUE, "triangle-up"), "appropriated": (RUST, "circle")}
    colors, shapes = zip(*looks.values(), strict=True)
    order = [names[stage] for stage in looks]
    legend = alt.Legend(orient="top", title=None, symbolSize=120, symbolStrokeWidth=3)
    places: dict[str, Any] = {
        "x": alt.X("year:O", title=_("US fiscal year"), axis=alt.Axis(labelAngle=0)),
        "y": alt.Y("billion_usd:Q", title=_("Billion dollars"), scale=alt.Scale(domain=[0, 20], nice=False)),
        "color": alt.Color("name:N", legend=legend, scale=alt.Scale(domain=order, range=list(colors))),
    }
    shape = alt.Shape("name:N", legend=legend, scale=alt.Scale(domain=order, range=list(shapes)))
    points = base.mark_point(filled=True, size=170, opacity=1).encode(**places, shape=shape)
    labels = base.mark_text(align="left", dx=11, dy=-8, fontSize=11).encode(**places, text="label:N")
    level = pd.DataFrame({"level": [float(wide["appropriated"].iloc[0])]})
    held = alt.Chart(data("held", level)).mark_rule(color=MUTED, strokeDash=[4, 3]).encode(y="level:Q")
    note = [
        _("National Science Foundation, current dollars. Only what is appropriated may be spent."),
        _("Dashed: the level of the year before the law. A mark that is missing is not in our data."),
    ]
    if rows["basis"].eq("computed").any():
        note.append(_("≈ is our remainder."))
    return finish(alt.layer(held, points, labels), title, words, subtitle=note, width=540, height=280)


def plans_chart(plans: pd.DataFrame, stages: dict[str, str]) -> alt.LayerChart:
    """Draw announced plants one upon another over time, with the stages of the bill as upright lines.

    `plans` has the columns date, actor and value in billion dollars; `stages` gives a date for each stage's words.
    The title says how much was announced before the last stage, and how much before the first.
    """
    rows = plans.assign(year=plans["date"].map(decimal_year)).sort_values("year", kind="stable")
    rows["sum"] = rows["value"].cumsum()
    marks = pd.DataFrame({"words": list(stages), "year": [decimal_year(date) for date in stages.values()]})
    total = rows["value"].sum()
    before = [
        rows.loc[rows["year"] < year, "value"].sum() / total for year in (marks["year"].min(), marks["year"].max())
    ]
    title = _("{late:.0%} of the money planned came before the law, {early:.0%} before the first bill").format(
        early=before[0], late=before[1]
    )
    listed = "; ".join(f"{row.actor} {row.date}: {row.value:g}" for row in rows.itertuples())
    words = _("{title}. Steps of a line, in billion dollars: {listed}. Upright lines: {stages}.").format(
        title=title, listed=listed, stages="; ".join(f"{words} {date}" for words, date in stages.items())
    )
    x = alt.X(
        "year:Q",
        title=_("Year"),
        scale=alt.Scale(domain=[2019.4, 2023.2], nice=False),
        axis=alt.Axis(format="d", values=[2020, 2021, 2022, 2023]),
    )
    y = alt.Y("sum:Q", title=_("Billion dollars planned, summed"), scale=alt.Scale(domain=[0, 130], nice=False))
    start = pd.DataFrame({"year": [2019.4], "sum": [0.0]})
    steps = pd.concat([start, rows[["year", "sum"]]])
    line = alt.Chart(data("sums", steps)).mark_line(interpolate="step-after", color=RUST, strokeWidth=2.5)
    dots = alt.Chart(data("plans", rows[["year", "sum", "actor"]]))
    rules = alt.Chart(data("stages", marks)).mark_rule(color=MUTED, strokeDash=[4, 3]).encode(x=x)
    heights = [126 - 9 * place for place in range(len(marks))]
    names = alt.Chart(data("stage_names", marks.assign(sum=heights)))
    beside: dict[str, Any] = {"align": "right", "dx": -7, "dy": -5, "fontSize": 11}
    halo = {"stroke": GROUND, "strokeWidth": 5, "color": GROUND}
    layers = [
        rules,
        line.encode(x=x, y=y),
        dots.mark_point(filled=True, size=70, color=RUST, opacity=1).encode(x=x, y=y),
        dots.mark_text(**beside, **halo).encode(x=x, y=y, text="actor:N"),
        dots.mark_text(**beside).encode(x=x, y=y, text="actor:N"),
        names.mark_text(align="right", dx=-4, **halo).encode(x=x, y=y, text="words:N"),
        names.mark_text(align="right", dx=-4, color=INK).encode(x=x, y=y, text="words:N"),
    ]
    note = _("Height of a dashed line's words has no meaning. A plan dated by its month stands in the middle.")
    return finish(alt.layer(*layers), title, words, subtitle=note, width=560, height=300)

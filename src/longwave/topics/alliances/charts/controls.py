"""Charts of a denied supply: a seller's share by quarter with the dates of the rules, and the years that are denied."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, RULE, RUST, data, finish
from longwave.i18n import _
from longwave.topics.alliances.models.denial import denied_years
from longwave.topics.policy_record.models import decimal_year

LONGEST = 7.0
BEFORE_2023 = 14  # per cent in 2022, by the page of TrendForce that the dataset names for 2023Q4


def quarter_middle(quarter: str) -> float:
    """Return the middle of a quarter such as "2023Q3" as a decimal year.

    >>> quarter_middle("2023Q3")
    2023.625
    """
    return int(quarter[:4]) + (int(quarter[5]) - 0.5) / 4


def sales_chart(sales: pd.DataFrame, dates: Mapping[str, str]) -> alt.LayerChart:
    """Draw the dataset chip_tool_sales by quarter, with dates of rules as lines; an unknown quarter is a gap.

    `dates` maps the words of a line to its date, such as "2023-09-01".
    """
    known = sales.dropna(subset=["china_share"])
    shares = known["china_share"].astype(float)
    others = (known["system_sales"].astype(float) * (1 - shares / 100)).set_axis(known["quarter"])
    title = _(
        "China's share rises from {low:.0f} to {high:.0f} per cent, as all others buy {less:.0f} per cent less"
    ).format(low=shares.iloc[0], high=shares.max(), less=100 * (1 - others.iloc[shares.argmax()] / others.iloc[0]))
    listed = "; ".join(f"{row.quarter} {row.china_share:.0f}" for row in known.itertuples())
    blank = ", ".join(sales.loc[sales["china_share"].isna(), "quarter"]) or _("none")
    words = _(
        "{title}. Bars, China's share by quarter in per cent: {listed}. No page seen: {blank}. "
        "A level line: {before} in 2022. Lines: {lines}."
    ).format(
        title=title,
        listed=listed,
        blank=blank,
        before=BEFORE_2023,
        lines="; ".join(f"{name}, {day}" for name, day in dates.items()),
    )
    bars = known.assign(
        year=[quarter_middle(quarter) for quarter in known["quarter"]],
        label=[f"{share:.0f}" for share in known["china_share"]],
    )[["quarter", "year", "china_share", "label"]]
    lines = pd.DataFrame(
        {
            "year": [decimal_year(day) for day in dates.values()],
            "name": list(dates),
            "height": [72.5 - 4 * place for place in range(len(dates))],
        }
    )
    x = alt.X(
        "year:Q",
        title=_("Quarter"),
        scale=alt.Scale(domain=[2022.7, 2025.8], nice=False),
        axis=alt.Axis(format="d", values=[2023, 2024, 2025]),
    )
    y = alt.Y("china_share:Q", title=_("Per cent of sales of machines"), scale=alt.Scale(domain=[0, 75], nice=False))
    base = alt.Chart(data("shares", bars)).encode(x=x)
    rules = alt.Chart(data("dates", lines)).encode(x=x)
    level = pd.DataFrame({"share": [BEFORE_2023], "name": [_("2022: {share}").format(share=BEFORE_2023)]})
    before = alt.Chart(data("before", level)).encode(y=alt.Y("share:Q"))
    layers = alt.layer(
        before.mark_rule(color=GREY, strokeWidth=1.5),
        before.mark_text(dy=-7, color=INK).encode(x=alt.value(495), text="name:N"),
        base.mark_bar(color=BLUE, size=30).encode(y=y, tooltip=[alt.Tooltip("quarter:N", title=_("quarter"))]),
        rules.mark_rule(color=RUST, strokeDash=[4, 3], strokeWidth=1.5),
        base.mark_text(dy=-8, color=INK).encode(y=y, text="label:N"),
        rules.mark_text(align="left", dx=4, color=RUST).encode(y=alt.Y("height:Q"), text="name:N"),
    )
    note = _("ASML, the maker of lithography machines. Where there is no bar, no page was seen.")
    return finish(layers, title, words, subtitle=note, width=600, height=300)


def denial_chart(lead: float, gap: float, pace: float, share: float, filled: float) -> alt.LayerChart:
    """Draw for three ways to act how many years of supply a buyer is denied, and where the rest of its wait goes."""
    years = denied_years(lead, gap, pace, share, filled)
    rows = _parts(lead, gap, years)
    names = {
        "all at once": _("all at once"),
        "announced": _("all, announced"),
        "alone": _("one alone, now"),
        "alone, then all": _("one now, then all"),
    }
    title = _denial_title(years)
    parts = [
        _(
            "{who}: {denied:.1f} denied, {waited:.1f} before the date, {stocked:.1f} of stock, {filled:.1f} by others"
        ).format(who=names[name], **rows[name])
        for name in names
    ]
    words = _("{title}. Four bars, years until the buyer makes the good itself, {lead:g} in all. {parts}.").format(
        title=title, lead=lead, parts="; ".join(parts)
    )
    kinds = {
        "denied": _("denied"),
        "waited": _("before the date"),
        "stocked": _("lived on stock"),
        "filled": _("sold by others"),
    }
    table = pd.DataFrame(rows).T.rename(columns=kinds, index=names)
    long = table.rename_axis("way").reset_index()
    frame = long.melt("way", var_name="part", value_name="years")
    starts = frame.groupby("way")["years"].cumsum() - frame["years"]
    frame = frame.assign(start=starts, end=starts + frame["years"])
    labels = pd.DataFrame({"way": list(names.values()), "end": lead, "label": [f"{value:.1f}" for value in years]})
    order = list(names.values())
    y = alt.Y("way:N", title=None, sort=order, scale=alt.Scale(domain=order), axis=alt.Axis(labelLimit=160))
    x = alt.X("start:Q", title=_("Years"), scale=alt.Scale(domain=[0, LONGEST], nice=False))
    colors = alt.Scale(domain=list(kinds.values()), range=[BLUE, RUST, GREEN, RULE])
    bars = (
        alt.Chart(data("parts", frame))
        .mark_bar(height=26)
        .encode(
            x=x,
            x2=alt.X2("end:Q"),
            y=y,
            color=alt.Color("part:N", scale=colors, legend=alt.Legend(orient="top", title=None)),
        )
    )
    texts = alt.Chart(data("denied", labels)).mark_text(align="left", dx=5, color=BLUE, fontWeight=600)
    shown = alt.layer(bars, texts.encode(x="end:Q", y=y, text="label:N"))
    note = _("From today until the buyer makes the good itself. Blue, and the number: years denied.")
    return finish(shown, title, words, subtitle=note, width=520, height=200)


def _parts(lead: float, gap: float, years: pd.Series) -> dict[str, dict[str, float]]:
    waited = min(gap, lead)
    stocked, still_open = lead - waited - years["announced"], 1 - years["alone"] / lead
    rows = {
        "all at once": [lead, 0, 0, 0],
        "announced": [years["announced"], waited, stocked, 0],
        "alone": [years["alone"], 0, 0, lead - years["alone"]],
        "alone, then all": [years["alone, then all"], still_open * waited, still_open * stocked, 0],
    }
    parts = ("denied", "waited", "stocked", "filled")
    return {way: dict(zip(parts, map(float, amounts), strict=True)) for way, amounts in rows.items()}


def _denial_title(years: pd.Series) -> str:
    together, alone = years["announced"], years["alone"]
    if abs(together - alone) < 0.05:
        return _("Announcing and acting alone deny the same: {years:.1f} years").format(years=alone)
    if together > alone:
        return _("The club that announces denies {more:.1f} years more than one alone").format(more=together - alone)
    return _("One alone, now, denies {more:.1f} years more than the club that waits").format(more=alone - together)

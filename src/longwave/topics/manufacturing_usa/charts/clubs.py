"""Dues of a club with a floor and a cap, by the size of the member."""

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, INK, RUST, data, finish
from longwave.i18n import _
from longwave.topics.manufacturing_usa.models.clubs import PUBLISHED, club_dues, stays

SMALLEST, LARGEST = 50, 10_000
MOST = 2.0  # per cent of sales at which the axis ends
BESIDE = 115  # sales at which the dashed line has its name, right of where the floor ends


def club_chart(benefit: float, cap: float, rate: float = 0.01) -> alt.LayerChart:
    """Draw dues as a share of sales against sales, with what the club saves, and who stays.

    `benefit` is what a dollar of sales is saved (a share), `cap` the most that a member pays, in million dollars a
    year, and `rate` the dues of a member between floor and cap (a share of sales). The four members are those whose
    chip sales of 1992 are in print, LSI Logic's from its dues.
    """
    members = pd.DataFrame({"member": list(PUBLISHED), "sales": list(PUBLISHED.values())})
    in_club = stays(members["sales"], benefit, rate, cap=cap)
    names = {True: _("stays"), False: _("leaves")}
    members = members.assign(
        dues=100 * club_dues(members["sales"], rate, cap=cap) / members["sales"],
        state=[names[bool(one)] for one in in_club],
    )
    size = np.geomspace(SMALLEST, LARGEST, 31)
    line = pd.DataFrame({"sales": size.round(1), "dues": (100 * club_dues(size, rate, cap=cap) / size).round(4)})
    title = _title(members, in_club, benefit, cap)
    words = _(
        "{title}. Dues in per cent of sales: {rate:.3g}%, less from sales of {knee:,.0f} million on. {marks}."
    ).format(
        title=title,
        rate=100 * rate,
        knee=cap / rate,
        marks="; ".join(_("{member} pays {dues:.2f}%, {state}").format_map(row) for row in members.to_dict("records")),
    )
    x = alt.X(
        "sales:Q",
        title=_("Chip sales of a member (million dollars a year, logarithmic)"),
        scale=alt.Scale(type="log", domain=[SMALLEST, LARGEST], nice=False),
        axis=alt.Axis(values=[50, 100, 500, 1000, 5000], format=",d"),
    )
    y = alt.Y("dues:Q", title=_("Per cent of sales"), scale=alt.Scale(domain=[0, MOST], nice=False, clamp=True))
    saved = pd.DataFrame({"dues": [100 * benefit], "label": [_("what the club saves")], "sales": [BESIDE]})
    saved["beside"] = saved["dues"] + (-0.07 if 0.8 < 100 * benefit <= 1 else 0.07)
    rule = alt.Chart(data("saved", saved))
    return finish(
        alt.layer(
            alt.Chart(data("dues", line)).mark_line(color=INK, strokeWidth=2.5).encode(x=x, y=y),
            rule.mark_rule(color=GREEN, strokeWidth=2, strokeDash=[6, 4]).encode(y=y),
            rule.mark_text(align="left", color=GREEN, fontSize=12).encode(x=x, y=alt.Y("beside:Q"), text="label:N"),
            *_members(members, names, x, y),
        ),
        title,
        words,
        subtitle=_("Line: dues. Dashed: what a dollar of sales is saved, alike for all. Sales of 1992."),
        width=460,
        height=210,
    )


def _title(members: pd.DataFrame, in_club: np.ndarray, benefit: float, cap: float) -> str:
    """Say who leaves at a benefit and a cap."""
    leavers = list(members.loc[~in_club, "member"])
    if not leavers:
        return _("If a member is saved {benefit:.2f}% of its sales, all four stay").format(benefit=100 * benefit)
    if in_club.any():
        message = _("At {benefit:.2f}% saved, {who} leave and the larger stay")
        if len(leavers) == 1:
            message = _("At {benefit:.2f}% saved, {who} leaves and the larger stay")
    else:
        message = _("At {benefit:.2f}% saved and a cap of {cap:.0f}, nobody stays")
    return message.format(benefit=100 * benefit, who=_(" and ").join(leavers), cap=cap)


def _members(members: pd.DataFrame, names: dict[bool, str], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Return the marks of the members and their names."""
    domain = list(names.values())
    base = alt.Chart(data("members", members)).encode(x=x, y=y)
    marks = base.mark_point(size=120, filled=True, opacity=1).encode(
        color=alt.Color(
            "state:N", title=None, legend=alt.Legend(orient="top"), scale=alt.Scale(domain=domain, range=[BLUE, RUST])
        ),
        shape=alt.Shape(
            "state:N",
            title=None,
            legend=alt.Legend(orient="top"),
            scale=alt.Scale(domain=domain, range=["circle", "triangle-down"]),
        ),
    )
    shift = {"LSI Logic": 0.12, "Texas Instruments": 0.1, "Motorola": -0.12, "Intel": -0.12}
    side = {"LSI Logic": "center", "Texas Instruments": "left", "Motorola": "right", "Intel": "left"}
    places = members.assign(
        beside=members["dues"] + members["member"].map(shift), side=members["member"].map(side)
    )  # two members are so near to each other that one has its name to the left and one to the right
    texts = [
        alt.Chart(data(f"names {align}", places[places["side"] == align]))
        .mark_text(fontSize=12, color=INK, align=align)
        .encode(x=x, y=alt.Y("beside:Q"), text="member:N")
        for align in ("center", "left", "right")
    ]
    return [marks, *texts]

"""Charts of the US institutes: where they are, how a garbled cell can be read, and what leverage each one has."""

from collections.abc import Hashable
from typing import Any

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, INK, MUTED, PALE, PLUM, RULE, RUST, data, finish
from longwave.data.outlines import us_states
from longwave.i18n import _, plural

CERTAIN = 0.95  # a reading with a larger share is called decided by size
BESIDE_DEGREES = 1.1  # how far apart two marks of one city are: about the width of a mark


def map_chart(institutes: pd.DataFrame, year: int) -> alt.LayerChart:
    """Draw the institutes that were announced up to a year on a map of the United States.

    `institutes` has the columns institute, city, state, agency, year, longitude_degrees, latitude_degrees and kind:
    "yes" for those of Table 2, "no" for those that it leaves out, "founded later".
    """
    kinds = {"yes": _("in Table 2"), "no": _("left out of it"), "founded later": _("after the paper's years")}
    placed = _side_by_side(institutes).assign(status=lambda frame: frame["kind"].map(kinds))
    shown = placed[placed["year"] <= year]
    missing = int((shown["kind"] == "no").sum())
    title = plural(
        "By {year} there is {count} institute; Table 2 leaves out {missing}",
        "By {year} there are {count} institutes; Table 2 leaves out {missing} of them",
        len(shown),
    ).format(year=year, count=len(shown), missing=missing)
    words = _("{title}. A map of the United States with a mark in each city: {places}.").format(
        title=title,
        places="; ".join(
            _("{institute} in {city}, {state}, {status}").format_map(row)
            for row in shown[["institute", "city", "state", "status"]].to_dict("records")
        )
        or _("none yet"),
    )
    domain = list(kinds.values())
    columns = ["institute", "city", "state", "agency", "year", "longitude_degrees", "latitude_degrees", "status"]
    ground = alt.Chart(alt.Data(values=us_states(), format=alt.DataFormat(type="topojson", feature="states")))
    ground = ground.mark_geoshape(aria=False, fill="#F1F3F5", stroke=RULE, strokeWidth=1)
    legend = alt.Legend(orient="top", title=None, symbolSize=120)
    points = alt.Chart(data("institutes", shown[columns])).mark_point(
        size=110, filled=True, opacity=0.9, stroke="white"
    )
    points = points.encode(
        longitude=alt.Longitude("longitude_degrees:Q"),
        latitude=alt.Latitude("latitude_degrees:Q"),
        color=alt.Color("status:N", legend=legend, scale=alt.Scale(domain=domain, range=[BLUE, RUST, PLUM])),
        shape=alt.Shape(
            "status:N", legend=legend, scale=alt.Scale(domain=domain, range=["circle", "triangle-up", "square"])
        ),
        tooltip=[
            alt.Tooltip("institute:N", title=_("Institute")),
            alt.Tooltip("city:N", title=_("City")),
            alt.Tooltip("agency:N", title=_("Agency")),
            alt.Tooltip("year:Q", title=_("Announced")),
        ],
    )
    joined = alt.layer(ground, points).project("albersUsa")
    note = _("Outlines: us-atlas, from the US Census Bureau. A mark is a city; two in one city are side by side.")
    return finish(joined, title, words, subtitle=note, width=600, height=360)


def _side_by_side(institutes: pd.DataFrame) -> pd.DataFrame:
    """Move the marks of one city apart, so that none hides another, in whichever year."""
    city = institutes.groupby(["longitude_degrees", "latitude_degrees"])["institute"]
    from_middle = city.cumcount() - (city.transform("size") - 1) / 2
    return institutes.assign(longitude_degrees=institutes["longitude_degrees"] + BESIDE_DEGREES * from_middle)


def readings_chart(institute: str, cell: str, read: pd.DataFrame) -> alt.LayerChart:
    """Draw every reading of a garbled cell with the share that its size gives it.

    `read` has the columns federal, others, share, and found: whether the award notices give the same two sums.
    """
    rows = read.sort_values("share", ascending=False, kind="stable").reset_index(drop=True)
    pairs = rows[["federal", "others"]].to_numpy()
    rows["reading"] = [_("{federal:g} / {others:g}").format(federal=one, others=other) for one, other in pairs]
    rows["label"] = [_label(share, found) for share, found in zip(rows["share"], rows["found"], strict=True)]
    best = rows.iloc[0]
    if best["share"] >= CERTAIN:
        sentence = _('{institute}, printed "{cell}": size leaves one reading, {reading}')
    else:
        sentence = _('{institute}, printed "{cell}": size favours {reading} and does not decide')
    title = sentence.format(institute=institute, cell=cell, reading=best["reading"])
    words = (
        _("{title}. {count} bars, one a reading, by the share that its size gives it: {bars}. {notices}")
        .format(
            title=title,
            count=len(rows),
            bars="; ".join(
                f"{reading}: {label}" for reading, label in zip(rows["reading"], rows["label"], strict=True)
            ),
            notices="" if rows["found"].any() else _("The award notices agree with none."),
        )
        .strip()
    )
    y = alt.Y("reading:N", title=_("Reading, in units of 10 million USD"), sort=None, axis=alt.Axis(labelFontSize=13))
    axis, scale = alt.Axis(format="%", values=[0, 0.5, 1]), alt.Scale(domain=[0, 1.45], nice=False)
    x = alt.X("share:Q", title=_("Share by size (our construction)"), axis=axis, scale=scale)
    base = alt.Chart(data("readings", rows[["reading", "share", "label", "found"]])).encode(y=y, x=x)
    bars = base.mark_bar(fill=PALE[BLUE], stroke=BLUE, strokeWidth=1.5)
    words_in = base.mark_text(align="left", dx=6, fontSize=13).encode(text=alt.Text("label:N"))
    note = _("Size is judged by the awards and pledges of all other institutes. Only a source can check a reading.")
    return finish(alt.layer(bars, words_in), title, words, subtitle=note, width=520, height=190)


def _label(share: float, found: bool) -> str:
    shown = f"{share:.0%}" if share >= 0.005 else _("under 0.5%")
    return _("{share}, as in the award notices").format(share=shown) if found else shown


def leverage_chart(frame: pd.DataFrame, together: float, without: str) -> alt.LayerChart:
    """Draw each institute's leverage as a mark, with a line to the award notices' figure where that differs.

    `frame` has the columns institute, leverage, low, high, counted, and sure (verified … inferred).
    `together` is the ratio of sums of the counted ones; `without` is the institute that is left out, empty for none.
    """
    names = {
        "verified": _("both sides verified"),
        "federal side verified": _("federal side verified"),
        "inferred": _("inferred from the digits"),
    }
    rows = frame.assign(status=frame["sure"].map(names)).sort_values("leverage", ascending=False, kind="stable")
    if without:
        sentence = _("Without {without} one federal dollar comes with {together:.2f}")
    else:
        sentence = _("Together one federal dollar comes with {together:.2f}")
    title = sentence.format(without=without, together=together)
    words = _(
        "{title}. One mark an institute: {marks}. Where the award notices say otherwise, a line leads there."
    ).format(
        title=title,
        marks="; ".join(_mark(row) for row in rows.to_dict("records")),
    )
    domain = list(names.values())
    scale = alt.Scale(domain=[0, 5], nice=False)
    x = alt.X("leverage:Q", title=_("Money of others for each federal dollar"), scale=scale)
    y = alt.Y("institute:N", title=None, sort=list(rows["institute"]))
    legend = alt.Legend(orient="top", title=None)
    base = alt.Chart(data("leverage", rows[["institute", "leverage", "low", "high", "status", "counted"]]))
    spans = base.mark_rule(color=GREY, strokeWidth=2).encode(x=alt.X("low:Q"), x2=alt.X2("high:Q"), y=y)
    marks = base.mark_point(size=110, strokeWidth=2).encode(
        x=x,
        y=y,
        shape=alt.Shape(
            "status:N", legend=legend, scale=alt.Scale(domain=domain, range=["circle", "square", "triangle-up"])
        ),
        color=alt.Color("status:N", legend=legend, scale=alt.Scale(domain=domain, range=[BLUE, MUTED, RUST])),
        fill=alt.Fill("status:N", legend=legend, scale=alt.Scale(domain=domain, range=[BLUE, "white", "white"])),
        opacity=alt.condition(alt.datum.counted, alt.value(1), alt.value(0.25)),
    )
    line = alt.Chart(data("together", pd.DataFrame({"leverage": [together]})))
    line = line.mark_rule(color=INK, strokeWidth=2, strokeDash=[6, 4]).encode(x=x)
    note = _("Dashed line: all money of others over all federal money. Grey line: from the table to the award notices.")
    return finish(alt.layer(spans, line, marks), title, words, subtitle=note, width=520, height=320)


def _mark(row: dict[Hashable, Any]) -> str:
    words = _("{institute} {leverage:.2f}, {status}").format_map(row)
    if row["high"] - row["low"] > 0.005:
        words = _("{words}, with notices {other:.2f}").format(
            words=words, other=row["high"] if row["high"] > row["leverage"] else row["low"]
        )
    return words

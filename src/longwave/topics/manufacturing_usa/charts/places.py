"""Where the institutes are."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, INK, RULE, RUST, data, finish
from longwave.data.outlines import us_states
from longwave.i18n import _, plural

BESIDE_DEGREES = 1.1  # how far apart two marks of one city are: about the width of a mark

# Where a name is written: to which side of its mark, and moved how far to the east and north, in degrees, so that the
# crowded north-east can be read.
NAME_PLACES = {
    "America Makes": ("left", 0.6, -1.3),
    "MxD": ("left", 0, 0),
    "BioMADE": ("left", 0, 0),
    "IACMI": ("left", 0, 0),
    "LIFT": ("left", 0, 0.3),
    "AIM Photonics": ("left", 0.4, 1.0),
    "REMADE": ("right", -1.6, 1.3),
    "ARM": ("right", -1.2, -1.0),
    "BioFabUSA": ("right", 0, 0.5),
    "AFFOA": ("right", 0, -0.2),
    "SMART USA": ("right", 0, 0.9),
}


def map_chart(institutes: pd.DataFrame, year: int) -> alt.LayerChart:
    """Draw the institutes that were announced up to a year on a map of the United States.

    `institutes` has the columns institute, city, state, agency, year, longitude_degrees, latitude_degrees and kind:
    "yes" for those of Table 2, "no" for those that it leaves out, "founded later".
    """
    kinds = {"yes": _("in Table 2"), "no": _("not in Table 2"), "founded later": _("not in Table 2")}
    placed = _side_by_side(institutes).assign(status=lambda frame: frame["kind"].map(kinds))
    shown = placed[placed["year"] <= year]
    missing = int((shown["kind"] != "yes").sum())
    title = plural(
        "By {year}, {count} institute was announced, {missing} of them not in Table 2",
        "By {year}, {count} institutes were announced, {missing} of them not in Table 2",
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
    domain = list(dict.fromkeys(kinds.values()))
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
        color=alt.Color("status:N", legend=legend, scale=alt.Scale(domain=domain, range=[BLUE, RUST])),
        shape=alt.Shape("status:N", legend=legend, scale=alt.Scale(domain=domain, range=["circle", "triangle-up"])),
        tooltip=[
            alt.Tooltip("institute:N", title=_("Institute")),
            alt.Tooltip("city:N", title=_("City")),
            alt.Tooltip("agency:N", title=_("Agency")),
            alt.Tooltip("year:Q", title=_("Announced")),
        ],
    )
    joined = alt.layer(ground, points, *_names(shown)).project("albersUsa")
    note = _("Outlines: us-atlas, from the US Census Bureau. A mark is a city; two in one city are side by side.")
    return finish(joined, title, words, subtitle=note, width=515, height=309)


def _side_by_side(institutes: pd.DataFrame) -> pd.DataFrame:
    """Move the marks of one city or of neighbours apart, so that none hides another, in whichever year."""
    rows = institutes.sort_values("longitude_degrees", kind="stable")
    place = rows.groupby([rows["longitude_degrees"].round(), rows["latitude_degrees"].round()])["institute"]
    from_middle = place.cumcount() - (place.transform("size") - 1) / 2
    return institutes.assign(longitude_degrees=rows["longitude_degrees"] + BESIDE_DEGREES * from_middle)


def _names(shown: pd.DataFrame) -> list[alt.Chart]:
    """Return the institutes' names beside their marks, one layer for each side."""
    places = shown["institute"].map(lambda name: NAME_PLACES.get(name, ("right", 0, 0)))
    rows = shown.assign(
        side=[side for side, _east, _north in places],
        east=[place + east for place, (_side, east, _north) in zip(shown["longitude_degrees"], places, strict=True)],
        north=[place + north for place, (_side, _east, north) in zip(shown["latitude_degrees"], places, strict=True)],
    )
    layers = []
    for side, align, dx in (("right", "left", 8), ("left", "right", -8)):
        texts = alt.Chart(data(f"names {side}", rows.loc[rows["side"] == side, ["institute", "east", "north"]]))
        layers.append(
            texts.mark_text(align=align, dx=dx, fontSize=11, color=INK).encode(
                longitude=alt.Longitude("east:Q"), latitude=alt.Latitude("north:Q"), text=alt.Text("institute:N")
            )
        )
    return layers

import json

from longwave.charts.render import specification
from longwave.data.outlines import us_states
from longwave.topics.manufacturing_usa import (
    awards_chart,
    cell_readings,
    institute_leverage,
    leverage_chart,
    map_chart,
    noticed_sums,
    placed_institutes,
    readings_chart,
)


def test_the_map_has_all_states_in_the_chart_and_asks_no_address():
    states = json.loads(us_states())["objects"]["states"]["geometries"]
    assert len(states) == 51
    spec = json.dumps(specification(map_chart(placed_institutes(), 2021)))
    assert '"url"' not in spec
    assert '"albersUsa"' in spec
    assert len(us_states()) < 30_000


def test_the_map_counts_what_the_table_leaves_out():
    spec = specification(map_chart(placed_institutes(), 2021))
    assert spec["title"]["text"] == "By 2021, 16 institutes were announced, 4 of them not in Table 2"
    assert "BioMADE in St. Paul, MN, not in Table 2" in spec["description"]
    early = specification(map_chart(placed_institutes(), 2012))
    assert early["title"]["text"].startswith("By 2012, 1 institute was announced,")


def test_no_mark_hides_another_and_none_moves_with_the_years():
    def places(year):
        rows = specification(map_chart(placed_institutes(), year))["layer"][1]["data"]["values"]
        return {row["institute"]: (row["longitude_degrees"], row["latitude_degrees"]) for row in rows}

    last = places(2025)
    assert len(set(last.values())) == len(last) == 18
    assert all(last[name] == place for name, place in places(2015).items())
    at = placed_institutes().set_index("institute")["longitude_degrees"]
    assert abs(last["AIM Photonics"][0] + last["REMADE"][0] - at["AIM Photonics"] - at["REMADE"]) < 1e-9
    assert last["MxD"][0] == at["MxD"]
    assert abs(last["SMART USA"][0] - last["PowerAmerica"][0]) > 0.8  # neighbours, though not in one city


def _readings(name, cell):
    return readings_chart(name, cell, cell_readings(name), noticed_sums(name))


def test_the_title_says_what_size_prefers_and_what_the_notices_say():
    decided = specification(_readings("America Makes", "656. 8"))
    assert decided["title"]["text"].endswith("size prefers 6.5 / 6.8; the notice has 3 / 4")
    undecided = specification(_readings("NIIMBL", "712. 9"))
    assert undecided["title"]["text"].endswith("size leans to 7 / 12.9; the notices agree")
    half = specification(_readings("AIM Photonics", "1150. 2"))
    assert half["title"]["text"].endswith("size prefers 11 / 50.2; federal notice 11")
    assert "7 / 12.9: 92%, as in the award notices" in undecided["description"]


def test_awards_that_lie_on_one_another_are_counted_and_the_whole_line_is_in_the_frame():
    spec = specification(awards_chart("America Makes", (65, 68)))
    rows = {layer["data"]["name"]: layer["data"]["values"] for layer in spec["layer"]}
    assert [(row["federal"], row["others"], row["label"]) for row in rows["several"]] == [(70, 70, "3 awards")]
    assert all(20 < row["federal"] < 250 and 20 < row["others"] < 600 for row in rows["line"])


def test_the_leverage_chart_names_who_is_left_out():
    frame = institute_leverage()
    spec = specification(
        leverage_chart(frame.assign(counted=frame["institute"] != "AIM Photonics"), 1.523, "AIM Photonics")
    )
    assert spec["title"]["text"] == "Without AIM Photonics one federal dollar comes with 1.52"
    assert "MxD 1.28, inferred from the digits, with notices 3.57" in spec["description"]
    rows = [row for layer in spec["layer"] for row in layer["data"]["values"]]
    notices = {row["institute"] for row in rows if row.get("status") == "by the award notices"}
    assert notices == {"America Makes", "MxD", "IACMI"}

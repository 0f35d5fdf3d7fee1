import json

from longwave.charts.render import specification
from longwave.data.outlines import us_states
from longwave.topics.manufacturing_usa import (
    cell_readings,
    institute_leverage,
    leverage_chart,
    map_chart,
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
    assert spec["title"]["text"] == "By 2021 there are 16 institutes; Table 2 leaves out 4 of them"
    assert "BioMADE in St. Paul, MN, left out of it" in spec["description"]
    early = specification(map_chart(placed_institutes(), 2012))
    assert early["title"]["text"].startswith("By 2012 there is 1 institute;")


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


def test_size_decides_a_cell_or_does_not_and_the_words_say_what_the_notices_say():
    decided = specification(readings_chart("America Makes", "656. 8", cell_readings("America Makes")))
    assert "size leaves one reading, 6.5 / 6.8" in decided["title"]["text"]
    assert decided["description"].endswith("The award notices agree with none.")
    undecided = specification(readings_chart("NIIMBL", "712. 9", cell_readings("NIIMBL")))
    assert "does not decide" in undecided["title"]["text"]
    assert "7 / 12.9: 92%, as in the award notices" in undecided["description"]


def test_the_leverage_chart_names_who_is_left_out():
    frame = institute_leverage()
    spec = specification(
        leverage_chart(frame.assign(counted=frame["institute"] != "AIM Photonics"), 1.523, "AIM Photonics")
    )
    assert spec["title"]["text"] == "Without AIM Photonics one federal dollar comes with 1.52"
    assert "MxD 1.28, inferred from the digits, with notices 3.57" in spec["description"]

import pytest

from longwave.charts.render import specification
from longwave.data import load
from longwave.topics.alliances import events_chart


def layers(spec):
    return {layer["data"]["name"]: layer["data"]["values"] for layer in spec["layer"]}


def test_the_time_line_tells_printed_from_checked_and_marks_what_has_no_source():
    spec = specification(events_chart(load("alliance_events")))
    assert spec["title"]["text"] == "Of 10 events presented as work with allies, 4 name a foreign partner"
    assert "Innovate Beyond 5G: printed 2023-08, checked 2022-08-02, wrong" in spec["description"]
    assert "Several technical routes: printed 2018, checked no source, no source found" in spec["description"]
    rows = layers(spec)
    assert (len(rows["printed"]), len(rows["checked"])) == (8, 10)
    unsourced = [row for row in rows["checked"] if row["verdict"] == "no source found"]
    assert [row["date"] for row in unsourced] == [""]


def test_a_wrong_year_shows_as_a_gap_and_a_right_month_as_none():
    spans = {
        row["event"]: row["end"] - row["year"]
        for row in layers(specification(events_chart(load("alliance_events"))))["spans"]
    }
    assert spans["Innovate Beyond 5G"] == pytest.approx(-1.05, abs=0.05)
    assert abs(spans["Quad statement (Japan, India, Australia)"]) < 0.05

import pytest

from longwave.charts.render import specification
from longwave.data import load
from longwave.topics.alliances import events_chart, standards_chart


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


@pytest.mark.parametrize(
    ("size", "home", "title"),
    [
        (0.6, 0.3, "Either standard holds, if both blocs expect it"),
        (0.8, 0.3, "All end on A: bloc 2 cannot afford to stay apart"),
        (0.2, 0.3, "All end on B: bloc 1 cannot afford to stay apart"),
        (0.5, 0.6, "Only a split holds, and the world has 15% less than on one standard"),
        (0.6, 0.6, "On the edge: one standard holds, and so does a split"),
        (0.5, 1, "Only a split holds, and the world loses nothing by it"),
    ],
)
def test_the_title_says_which_outcome_holds(size, home, title):
    spec = specification(standards_chart(size, home))
    assert spec["title"]["text"] == title
    assert f"Bloc 1 has {size:.0%} of users" in spec["description"]

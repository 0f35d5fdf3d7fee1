import pytest

from longwave.charts.render import specification
from longwave.topics.research_money import figures_panel, one_series, printed_figures

START = {"figure": "total", "unit": "yi", "against": "all", "shift": 0, "base": 0}


def drawn(**values):
    return specification(figures_panel().draw(**{**START, **values}))


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ({}, "This reading fails: 1978 is off by −84.9%; 2020 is off by −87.6%"),
        ({"shift": -4}, "This reading fails: 1978 is off by −77.4%; 2020 is off by −86.4%"),
        ({"unit": "billion"}, "This reading fails: 1978 is off by +51.3%; 2020 is off by +23.8%"),
        (
            {"unit": "billion", "against": "national"},
            "This reading fails: 1978 is off by −19.3%; 2020 is off by −71.3%",
        ),
        ({"against": "space spent"}, "Half a test: 1978 is off by +4.4%; 2020 has no figure to test it"),
        (
            {"unit": "billion", "against": "space"},
            "This reading fails: 1978 is 10.3 times too large; 2020 is 9.34 times too large",
        ),
        ({"against": "space"}, "Near at both ends: 1978 is off by +3.2%; 2020 is off by −6.6%"),
        ({"against": "space", "base": 2020}, "This reading fails: 1978 is off by −67.5%; 2020 is off by −6.6%"),
        (
            {"figure": "basic", "against": "basic, all"},
            "This reading fails: 1978 is off by −62.6%; 2020 is off by −69.6%",
        ),
        ({"figure": "basic", "against": "basic"}, "Near at both ends: 1978 is off by +7.5%; 2020 is off by −7.5%"),
    ],
)
def test_the_title_says_how_far_each_printed_figure_is_off(values, title):
    assert drawn(**values)["title"]["text"] == title


def test_the_words_give_each_printed_figure_with_the_published_one():
    words = drawn(against="space spent", shift=-1)["description"]
    assert "1978 compared with 1977: 3.93, published 3.657" in words
    assert "2020 compared with 2019: 20.29, no published figure" in words
    assert "124 published figures" in words


def test_a_figure_that_is_not_published_has_no_gap_and_nothing_is_joined():
    spec = drawn(against="space spent")
    rows = {layer["data"]["name"]: layer["data"]["values"] for layer in spec["layer"]}
    assert [row["known"] == row["billion"] for row in rows["printed"]] == [False, True]
    assert not any(layer["mark"] == "line" or layer["mark"].get("type") == "line" for layer in spec["layer"])


def test_printed_and_published_figures_are_those_of_the_ledgers():
    assert printed_figures().to_dict() == pytest.approx({1978: 3.93, 2020: 20.29})
    assert printed_figures("basic", "billion").to_dict() == pytest.approx({1978: 13.7, 2020: 134.8})
    assert one_series("all")[[1978, 2016, 2020]].tolist() == [25.976, 149.0, 163.875]

"""A reader's guess in a chart: drawn, labelled, said in words, and nothing where there is none."""

import altair as alt
import pandas as pd
import pytest

from longwave.charts.guess import with_guess
from longwave.charts.patch import moving_parts
from longwave.charts.render import specification
from longwave.charts.theme import GROUND, PLUM, finish
from longwave.checks import InputError
from longwave.topics.cooperative import confidence_chart, licence_choice_chart
from tools.pictures import complaints

CHOICES = pd.DataFrame({"choice": ["One licence", "Two licences"], "minimum": [8, 0], "maximum": [10, 18]})


@pytest.fixture
def bars():
    """A layered chart whose x runs from 0 to 19.8."""
    return licence_choice_chart(CHOICES)


@pytest.fixture
def lines():
    """A chart whose y is an axis of numbers that fixes no ends."""
    return confidence_chart(CHOICES)


def marks(spec, data=None):
    """Return each mark of a specification with its encoding and data, in the order in which it is drawn."""
    data = spec.get("data", data)
    inner = [found for layer in spec.get("layer", []) for found in marks(layer, data)]
    return inner + ([(spec["mark"], spec["encoding"], data)] if "mark" in spec else [])


def own(spec):
    return [(mark, encoding) for mark, encoding, data in marks(spec) if data["name"] == "guess"]


def test_where_there_is_no_guess_the_chart_is_the_same(bars):
    assert with_guess(bars, None, "x") is bars


@pytest.mark.parametrize("guess", [9.0, (7.0, 12.0), 40.0, (-5.0, 40.0), 0.0])
def test_a_chart_with_a_guess_compiles_and_keeps_its_title_and_size(bars, lines, guess):
    for chart, axis in ((bars, "x"), (lines, "y")):
        before, spec = specification(chart), specification(with_guess(chart, guess, axis))
        assert complaints(spec) == []
        assert spec["title"] == before["title"]
        assert (spec["width"], spec["height"]) == (before["width"], before["height"])
        assert specification(chart) == before


def test_a_number_is_a_dashed_line_with_a_label(bars):
    (line, place), (edge, _label), (label, text) = own(specification(with_guess(bars, 9.0, "x")))
    assert (line["type"], line["color"]) == ("rule", PLUM)
    assert line["strokeDash"]
    assert place["x"]["field"] == "low"
    assert "y" not in place
    assert (edge["stroke"], label["color"]) == (GROUND, PLUM)
    assert text["text"]["field"] == "label"


def test_a_range_is_a_dashed_band_behind_what_is_drawn(bars):
    first, *_rest = marks(specification(with_guess(bars, (7.0, 12.0), "x")))
    mark, place, data = first
    assert (mark["type"], mark["stroke"]) == ("rect", PLUM)
    assert mark["strokeDash"]
    assert (place["x"]["field"], place["x2"]["field"]) == ("low", "high")
    assert data["values"] == [{"low": 7.0, "high": 12.0, "label": "Your guess: 7 to 12"}]


@pytest.mark.parametrize(
    ("guess", "words"),
    [
        (9.0, "Dashed line. Your guess: 9."),
        ((7.0, 12.5), "Dashed band. Your guess: 7 to 12.5."),
        (1_234_567.0, "Dashed line. Your guess: 1234570 (beyond the axis)."),
    ],
)
def test_the_words_of_the_chart_end_with_the_guess(bars, guess, words):
    said = with_guess(bars, guess, "x").description
    assert said == f"{bars.description} {words}"


def test_a_guess_beyond_the_axis_is_drawn_at_its_end(bars):
    *_marks, (_mark, _place, data) = marks(specification(with_guess(bars, (9.0, 40.0), "x")))
    words = "Your guess: 9 to 40 (beyond the axis)"
    assert data["values"] == [{"low": 9.0, "high": pytest.approx(19.8), "label": words}]


@pytest.mark.parametrize("guess", [58.0, (58.0, 66.0)])
def test_a_guess_leaves_the_ends_of_an_axis_that_does_not_begin_at_zero(guess):
    points = alt.Chart(pd.DataFrame({"x": [0, 1], "y": [55, 75]})).mark_point()
    chart = points.encode(x="x:Q", y=alt.Y("y:Q", scale=alt.Scale(domain=[50, 80], nice=False)))
    chart = finish(chart, "Shares of two years", "Two points.")
    scales = scales_of(chart), scales_of(with_guess(chart, guess, "y"))
    assert scales[0]["y"]["domain"] == scales[1]["y"]["domain"] == [50, 80]
    assert not scales[1]["y"].get("zero")


def scales_of(chart):
    """Return the scales of a chart as Vega draws them."""
    vega = pytest.importorskip("vl_convert").vegalite_to_vega(specification(chart))
    return {scale["name"]: scale for scale in vega["scales"]}


def test_a_live_chart_finds_the_moving_parts_of_the_chart_within(bars):
    inner, outer = moving_parts(bars), moving_parts(with_guess(bars, 9.0, "x"))
    assert outer["title"] == inner["title"]
    assert outer["rows"].keys() == inner["rows"].keys() | {"guess"}


def test_what_cannot_carry_a_guess_is_refused_also_where_there_is_none(bars, lines):
    joined = alt.hconcat(bars, lines)
    for chart, axis in ((joined, "x"), (bars, "z"), (bars, "y")):
        with pytest.raises(InputError):
            with_guess(chart, None, axis)

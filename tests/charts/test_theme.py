"""The look of charts: contrast, colours that colour-blind readers can tell apart, and rounded data."""

from itertools import combinations

import altair as alt
import numpy as np
import pandas as pd
import pytest

from longwave.charts import theme

# Viénot, Brettel and Mollon (1999): linear RGB as seen without the long-wave or the middle-wave cones.
PROTANOPIA = np.array([[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]])
DEUTERANOPIA = np.array([[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]])


def linear(colour: str) -> np.ndarray:
    channels = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def luminance(colour: str) -> float:
    return float(linear(colour) @ [0.2126, 0.7152, 0.0722])


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colour", [*theme.SERIES, theme.INK, theme.MUTED])
def test_every_colour_of_words_and_marks_has_a_contrast_of_at_least_4_5_on_the_ground(colour):
    assert contrast(colour, theme.GROUND) >= 4.5


@pytest.mark.parametrize("cones", [PROTANOPIA, DEUTERANOPIA], ids=["no red cones", "no green cones"])
def test_the_colours_used_together_differ_for_colour_blind_readers(cones):
    for one, other in combinations((theme.BLUE, theme.RUST, theme.GREY), 2):
        seen = [np.clip(cones @ linear(colour), 0, 1) ** (1 / 2.2) for colour in (one, other)]
        assert np.linalg.norm(seen[0] - seen[1]) > 0.15, (one, other)


def test_chart_data_is_named_rounded_and_has_no_value_that_json_lacks():
    frame = pd.DataFrame({"x": [1 / 3, np.nan, -0.0], "n": np.array([1, 2, 3]), "word": ["a", None, "c"]})
    made = theme.data("curve", frame)
    assert made.name == "curve"
    assert made.values.rows == [
        {"x": 0.333333, "n": 1, "word": "a"},
        {"x": None, "n": 2, "word": None},
        {"x": 0.0, "n": 3, "word": "c"},
    ]
    assert str(made.values.rows[2]["x"]) == "0.0"


def test_a_finished_chart_has_its_title_and_its_words():
    chart = alt.Chart(theme.data("d", pd.DataFrame({"x": [1]}))).mark_point().encode(x=alt.X("x:Q", title="x"))
    spec = theme.finish(chart, "Finding", "One point at 1.", subtitle="Note").to_dict()
    assert spec["title"] == {"text": "Finding", "subtitle": "Note"}
    assert (spec["description"], spec["width"], spec["height"]) == ("One point at 1.", theme.WIDTH, theme.HEIGHT)

"""What the title of the panel says of p, and when it says nothing."""

import pytest

from longwave.data import load
from longwave.topics.waves import band_pass, kept_chart, long_series, series_panel, walks_p

SETS = ("long_prices", "long_interest", "income_per_head", "us_patents", "england_industry")


@pytest.mark.parametrize(
    ("name", "first", "last", "verdict"),
    [
        ("US wholesale prices", 1700, 1932, "p = 0.026, more than chance has"),
        ("US wholesale prices", 1700, 1918, "p = 0.053, too near 0.05 to say"),
        ("US wholesale prices", 1700, 1920, "p = 0.107, chance has as much"),
        ("UK income per head", 1700, 2022, "p = 0.999, chance has more"),
        ("US long rate", 1700, 1920, "but 50 years hold few waves of 70"),
    ],
)
def test_the_title_gives_no_verdict_next_to_the_level_nor_on_too_few_years(name, first, last, verdict):
    chart = series_panel().draw(name=name, low=20, high=70, first=first, last=last)
    assert chart.title.text.endswith(verdict)


def test_the_panel_and_the_lesson_have_one_p():
    series = long_series(*map(load, SETS))["UK wholesale prices"].loc[1815:]
    chart = series_panel().draw(name="UK wholesale prices", low=45, high=65, first=1815, last=1913)
    assert f"p = {walks_p(series, 45, 65):.3f}" in chart.title.text


def test_a_low_peak_is_drawn_and_told():
    series = long_series(*map(load, SETS))["US wholesale prices"]
    chart = kept_chart(band_pass(series, 20, 70), series)
    assert chart.title.text.endswith("1814, 1867, 1921")
    assert "Peaks below its mean: 1838." in chart.description

"""What titles and words of the charts say in cases that were computed by hand."""

import pytest

from longwave.charts.render import specification
from longwave.topics.lab_to_market import filings_chart, funnel_chart, mix_chart, share_chart
from tests.panels.discovered import datasets


def parts(chart) -> dict[tuple[str, str], float]:
    """Return the length of each piece of the lower bars, by bar and step."""
    rows = next(part["values"] for part in datasets(specification(chart, validate=False)) if part["name"] == "parts")
    return {(row["kind"], row["part"]): row["high"] - row["low"] for row in rows}


@pytest.mark.parametrize(
    ("owner", "error", "logs"),
    [
        ("universities", 0, 57.7),
        ("universities", 3.5, 48.8),
        ("research institutes", 0, 44.1),
        ("research institutes", -3, 50.5),
    ],
)
def test_the_lower_bar_passes_the_middle_with_the_use(owner, error, logs):
    for first in ("use", "conversion"):
        drawn = parts(funnel_chart(owner, first, error))
        assert drawn["logarithms", "use"] == pytest.approx(logs, abs=0.1)
        assert drawn["logarithms", "use"] + drawn["logarithms", "conversion"] == pytest.approx(100, abs=0.01)


def test_the_bar_of_points_follows_the_order_and_the_title_does_not_judge():
    use, conversion = (funnel_chart("universities", first) for first in ("use", "conversion"))
    assert use.title.text == conversion.title.text
    assert use.title.text == "Universities, using 12.3 %: two steps to the firms' 46 % in industry"
    assert parts(use)["points, this order", "use"] == pytest.approx(25.8, abs=0.1)
    assert parts(conversion)["points, this order", "use"] == pytest.approx(85.6, abs=0.1)
    assert "in points in this order use 26 % and conversion 74 %" in use.description


def test_the_share_chart_writes_what_is_kept_beside_the_choice():
    chart = share_chart(1, 0.7)
    assert chart.title.text == "Licence income, elasticity 1.0, and what the university keeps of it at a share of 70 %"
    assert "at most 25.0 where inventors get 50 %; so 84 % of the most" in chart.description
    drawn = [row.get("label") for part in datasets(specification(chart, validate=False)) for row in part["values"]]
    assert {"keeps 84 % of the most", "most, at 50 %"} <= set(drawn)


def test_the_picture_of_filings_has_both_old_paths():
    found = {part["name"]: part["values"] for part in datasets(specification(filings_chart(), validate=False))}
    ends = {start: found[f"path-{start}"][-1]["patents"] for start in (2020, 2019)}
    assert ends == pytest.approx({2020: 4.22, 2019: 3.53}, abs=0.005)
    assert found["path-end-2020"][0]["label"] == "4.22 at 20.1 % a year from 2020"


def test_the_charts_of_counts_say_the_finding():
    assert filings_chart().title.text == (
        "2.95 million utility models filed in 2022; two old paths lead to 3.53 and 4.22"
    )
    chart = mix_chart({"printed": 17.04, "usual": 1.1, "bound": 3.34})
    assert chart.title.text == "With equal rates a factor of 1.1, by the register at most 3.3; printed 17.0"

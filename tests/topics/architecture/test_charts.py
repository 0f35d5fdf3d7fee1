"""What the charts of lesson 26 say in cases that can be computed by hand."""

import pytest

from longwave.topics.architecture import base_sales, latency_chart, owners_chart, protection_chart, sales_chart


@pytest.mark.parametrize(
    ("chart", "title"),
    [
        (owners_chart(), "With four applications the public base is cheaper: 68.0 private, 36.0 public"),
        (owners_chart(4), "With four applications the private base is cheaper: 68.0 private, 84.0 public"),
        (owners_chart(3), "With four applications users pay 68.0 on either base"),
        (owners_chart(2.5, 1, True), "With four applications users pay 60.0 on either base"),
        (latency_chart(), "From a load of 0.66 on, the far cloud answers sooner on average"),
        (latency_chart(measure="slowest"), "From a load of 0.29 on, the far cloud's 99th percentile is lower"),
        (protection_chart(0.9), "Class II, a L = 10: at v = 0.90 no coin of protection earns itself back"),
        (
            protection_chart(0.7),
            "Class II, a L = 10: at v = 0.70 spend 26% of L, 37% of v L; above 0.89 nothing",
        ),
    ],
)
def test_titles_say_the_finding(chart, title):
    assert chart.title.text == title
    assert chart.description.startswith(title)


def test_sales_and_loss_are_in_the_words():
    chart = sales_chart(base_sales())
    assert chart.title.text == "Sales to others grew to 5.66 times, those to the parent's group to 2.61"
    assert "2021: 291 to its parent's group, 226 to others, loss 710" in chart.description

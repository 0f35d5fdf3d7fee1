"""What titles and words of the charts say in cases that were computed by hand."""

from longwave.topics.lab_to_market import filings_chart, funnel_chart, mix_chart, share_chart


def test_the_title_of_the_funnel_turns_with_the_use():
    assert funnel_chart("universities", "use", 0).title.text.startswith(
        "Universities, using 12.3 %, lose more at use: 58 %"
    )
    assert funnel_chart("universities", "use", 3.5).title.text.startswith(
        "Universities, using 15.8 %, lose more at conversion"
    )
    assert funnel_chart("research institutes", "use", -3).title.text.startswith(
        "Institutes, using 27.6 %, lose more at use"
    )


def test_the_words_of_the_funnel_follow_the_order_and_the_title_does_not():
    use, conversion = (funnel_chart("universities", first) for first in ("use", "conversion"))
    assert use.title.text == conversion.title.text
    assert "The first cure, of use, closes 26 % of the gap" in use.description
    assert "The first cure, of conversion, closes 14 % of the gap" in conversion.description


def test_the_share_chart_compares_with_the_most_that_can_be_kept():
    assert share_chart(1, 0.5).title.text == "Elasticity 1.0: the purse does best at 50 %; 50 % keeps 100 % of that"
    assert "at most 25.0 where inventors get 50 %" in share_chart(1, 0.7).description


def test_the_charts_of_counts_say_the_finding():
    assert filings_chart().title.text == "Filings known to 2022: 2.95 million; grants to 2025: 53 % below 2021"
    chart = mix_chart({"printed": 17.04, "usual": 1.1, "bound": 3.34})
    assert chart.title.text == "With equal rates a factor of 1.1, by the register at most 3.3; printed 17.0"

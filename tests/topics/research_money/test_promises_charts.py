import pytest

from longwave.charts.render import specification
from longwave.data import load
from longwave.topics.research_money import (
    changes_chart,
    ends_panel,
    payers_chart,
    portfolio_panel,
    prices,
    promises_chart,
    real_changes,
)


def test_the_bars_of_a_promise_say_what_is_left():
    chains = {"a": {"promised": 10, "paid": 4}, "b": {"promised": 5, "paid": 5}}
    spec = specification(promises_chart(chains))
    assert spec["title"]["text"] == "Of 100 promised dollars the last stage keeps 40 of a, 100 of b"
    assert "a: paid 40" in spec["description"]


def test_the_chart_of_leverage_says_what_the_divisor_explains():
    chart = specification(payers_chart(load("research_payers"), prices(), ((1970, 1975), (1987, 2000), (2009, 2016))))
    title = "1987 to 2000: the fall of federal money explains 19% of the rise of leverage"
    assert chart["title"]["text"] == title
    assert "2009 to 2016: federal money -16%, others' dollars for each from 2.20 to 3.41" in chart["description"]


def test_each_half_has_its_line_and_its_p():
    title = specification(changes_chart(real_changes(load("research_payers"), prices()), 1995))["title"]["text"]
    assert title == "To 1995 the slope is +0.43 (p 0.07); after 1995 the slope is −0.59 (p 0.09)"


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ({"first": 1985, "last": 2015}, "1985 to 2015: 2.27 times the money, 1.18 times what it buys"),
        ({"first": 1987, "last": 2006}, "1987 to 2006: 1.71 times the money, 1.08 times what it buys"),
    ],
)
def test_the_title_of_two_ends_follows_them(values, title):
    assert specification(ends_panel().draw(**values))["title"]["text"] == title


def test_the_title_of_a_portfolio_counts_who_seems_to_pay():
    chart = specification(portfolio_panel().draw(mean=1.5, share=0.68, programmes=150, law="Pareto"))
    assert chart["title"]["text"] == "Of 100 portfolios of 150 programmes whose dollar pays 1.5, 55 seem to pay"
    assert "6 % for those that lose a third" in chart["description"]


def test_the_other_law_shows_more():
    chart = specification(portfolio_panel().draw(mean=1.5, share=0.68, programmes=150, law="log-normal"))
    assert chart["title"]["text"].endswith("91 seem to pay")

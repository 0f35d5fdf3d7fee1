from longwave.charts.render import specification
from longwave.data import load
from longwave.topics.policy_record import money_chart, plans_chart, threat_panel

START = {"chips": 2, "word": 3, "chips_majority": 4, "budget": 6}


def heading(**changes) -> str:
    values = {"order": "vote first", **START, "crossing": 0} | changes
    return specification(threat_panel().draw(**values))["title"]["text"]


def test_the_tree_says_which_bills_are_made():
    assert heading() == "The threat is worth nothing: both bills are made"
    assert heading(order="announcement first").startswith("The threat is carried out")
    assert heading(order="announcement first", chips_majority=9).startswith("The threat works")
    assert heading(crossing=4, chips_majority=9).startswith("The threat works")


def test_the_words_follow_the_path():
    words = specification(threat_panel().draw(order="vote first", **START, crossing=0))["description"]
    assert "Played: Senate lets chips pass, budget bill announced, House passes chips" in words
    assert "A tree with 6 ends" in words


def test_money_compares_the_first_and_the_last_year_that_have_both_sums():
    money = load("chips_science_money")
    chart = specification(money_chart(money[money["agency"] == "NSF"]))
    assert "≈17.85" in chart["description"]
    assert "83% of what the law authorised for 2023, and 49% for 2026" in chart["title"]["text"]


def test_plans_are_summed_and_cut_at_the_stages():
    rows = load("us_cases")
    plans = rows[rows["fact_id"].str.startswith("19-plan-")]
    chart = specification(plans_chart(plans, {"bill": "2020-06-10", "law": "2022-08-09"}))
    assert chart["title"]["text"] == "59% of the money planned came before the law, 10% before the first bill"
    assert plans["value"].sum() == 117

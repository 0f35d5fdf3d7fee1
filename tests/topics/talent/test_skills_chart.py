import pytest

from longwave.charts.render import specification
from longwave.data import load
from longwave.topics.talent import admission_chart, admission_path, cobweb, cobweb_chart, policies_chart, training_chart


def title_and_words(chart):
    spec = specification(chart)
    return spec["title"]["text"], spec["description"]


@pytest.mark.parametrize(
    ("ratio", "lag", "forward", "finding"),
    [
        (1.2, 4, 0, "Each swing is 20% larger than the last; a full wave takes 8 years"),
        (0.8, 1, 0, "Each swing is 20% smaller than the last; a full wave takes 2 years"),
        (1, 8, 0, "Each swing is as large as the last; a full wave takes 16 years"),
        (1.2, 4, 0.25, "Each swing is 31% smaller than the last; a full wave takes 8 years"),
    ],
)
def test_the_title_says_how_swings_change_and_how_long_they_take(ratio, lag, forward, finding):
    title, words = title_and_words(cobweb_chart(cobweb(ratio, lag, 40, forward), ratio, lag, forward))
    assert title == finding
    assert f"Slope ratio {ratio:g}" in words


def test_the_web_meets_demand_and_entrants_in_turn():
    spec = specification(cobweb_chart(cobweb(1.2, 4, 40), 1.2, 4, 0))
    web = next(layer["data"]["values"] for layer in spec["hconcat"][1]["layer"] if layer["data"]["name"] == "web")
    on_demand, on_entrants = web[0::2], web[1::2]
    assert [row["wage"] for row in on_demand] == pytest.approx([-1.2 * row["gap"] for row in on_demand], rel=1e-4)
    assert [row["wage"] for row in on_entrants] == pytest.approx([row["gap"] for row in on_entrants], rel=1e-4)


@pytest.mark.parametrize(
    ("values", "finding"),
    [
        ((0.25, 0.2, 0), "The firm trains 2.4 weeks, where 12 are best for all"),
        ((0, 0.2, 0.5), "The firm keeps nothing and trains nobody, where 12 weeks are best"),
        ((0.25, 0.2, 0.8), "The firm trains 12.0 weeks, as many as are best for all"),
        ((0.5, 0.2, 0.8), "The firm trains 24.0 weeks, more than the 12 that are best"),
    ],
)
def test_the_title_says_how_far_the_firm_goes(values, finding):
    assert title_and_words(training_chart(*values))[0] == finding


def test_the_measures_are_counted_by_where_they_act_and_by_evidence():
    title, words = title_and_words(policies_chart(load("talent_policies").query("named_in == 'text'")))
    assert title.startswith("11 of 19 measures")
    assert words.endswith("found 10, match inferred 4, partly 2, gap 3.")


def test_a_rule_is_compared_with_letting_all_in():
    needed = [100] * 5 + [130] * 35
    paths = {"All in": admission_path(1.2, 4, 1, 500, needed), "the rule": admission_path(1.2, 4, 0.1, 150, needed)}
    title, words = title_and_words(admission_chart(paths))
    assert title.startswith("All in misses by 46% on average, the rule by")
    assert "steps from 100 to 130" in words

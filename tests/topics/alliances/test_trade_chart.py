import pytest

from longwave.charts.render import specification
from longwave.topics.alliances import subsidies_chart, subsidy_answers, treaty_chart


def drawn(first, second, rounds=0, similarity=1.0, compete="quantities"):
    path = subsidy_answers(first, second, rounds, 1, similarity, compete)
    return specification(subsidies_chart(path, similarity, compete))


@pytest.mark.parametrize(
    ("first", "second", "rounds", "title"),
    [
        (0, 0, 0, "Each firm earns 0.111 for its country"),
        (0.25, 0, 0, "Country 1 gains 12.5% and country 2 loses 43.8%, against no subsidies"),
        (0, 0.25, 0, "Country 1 loses 43.8% and country 2 gains 12.5%, against no subsidies"),
        (0.25, 0, 6, "Country 1 loses 28.0% and country 2 loses 28.0%, against no subsidies"),
        (-0.25, -0.25, 0, "Country 1 gains 12.5% and country 2 gains 12.5%, against no subsidies"),
    ],
)
def test_the_title_says_who_gains(first, second, rounds, title):
    assert drawn(first, second, rounds)["title"]["text"] == title


def test_the_words_give_every_earner_now_and_without_subsidies():
    words = drawn(0.2, 0.2)["description"]
    assert "they cross at 0.2; after 0 answers country 1 pays 0.2 and country 2 0.2" in words
    assert "firm 1 0.160, 0.111; country 1 0.080, 0.111" in words
    assert "buyers 0.320, 0.222" in words
    assert "−0.045" in drawn(0, 0, 0, 0.5, "prices")["description"]


def test_a_treaty_is_a_cap_where_few_breaches_are_found_and_a_ban_where_many_are():
    title = specification(treaty_chart(0.3))["title"]["text"]
    assert title == "Where 30% of breaches are found, a ban fails and a cap of 0.056 holds"
    assert specification(treaty_chart(0.5))["title"]["text"] == "Where 50% of breaches are found, even a ban holds"
    assert "to 0 at 44.6%" in specification(treaty_chart(0.5))["description"]

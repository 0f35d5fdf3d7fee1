import pandas as pd
import pytest

from longwave.charts.render import specification
from longwave.topics.policy_record import coded_record, coders_chart, filtered, record_chart
from longwave.topics.policy_record.charts import LOOKS, lever_names, stage_names
from longwave.topics.policy_record.models import LEVERS, STAGES


def heading(shown) -> str:
    return specification(record_chart(coded_record(), shown, "of a test"))["title"]["text"]


def test_the_title_counts_titles_and_laws():
    assert heading(range(1, 11)) == "Of 10 titles on the list, 2 became law"
    assert heading([2, 8, 9]) == "Of 3 titles that pass, 2 became law"
    assert heading([4, 9]) == "Of 2 titles that pass, none became law"
    assert heading([8]) == "One title passes, and it became law"
    assert heading([7]) == "One title passes, and it is no law"
    assert heading([]) == "No title on the list passes this filter"


def test_the_words_give_both_dates_and_the_filter():
    words = specification(record_chart(coded_record(), [5], "of a test"))["description"]
    assert "NSF for the Future: passed one chamber, 2021-06-28, printed 2021-01" in words
    assert "Filter: of a test" in words


@pytest.mark.parametrize(
    ("stage", "president", "lever", "coder", "items"),
    [
        ("law", "any", "any", "means", [2, 8]),
        ("passed one chamber", "Biden", "any", "means", [5, 7]),
        ("any", "Trump", "any", "heading", [4]),
        ("any", "any", "technology", "means", [5, 6]),
        ("any", "any", "technology", "heading", [5, 8]),
        ("any", "any", "technology", "title_word", [5, 8, 10]),
        ("any", "any", "talent", "heading", []),
    ],
)
def test_a_filter_lets_through_what_it_says(stage, president, lever, coder, items):
    assert filtered(coded_record(), stage, president, lever, coder) == items


def test_every_stage_and_lever_has_words_and_a_look():
    assert set(stage_names()) == set(LOOKS) == set(STAGES)
    assert tuple(lever_names()) == LEVERS
    assert len({shape for _color, shape in LOOKS.values()}) == len(LOOKS)


def test_coders_who_leave_a_title_open_do_not_agree_on_it():
    codings = pd.DataFrame({"A": ["talent", "", "talent"], "B": ["talent", "", "ecosystem"]}, index=["x", "y", "z"])
    spec = specification(coders_chart(codings))
    assert spec["title"]["text"] == "The 2 coders agree on 1 of 3 titles"
    assert "y: open, open; z: talent, ecosystem" in spec["description"]

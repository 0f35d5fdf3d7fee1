"""Charts of a class report: an axis that counts people has whole numbers, each once."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.teaching.returning.class_report_chart import points_chart

MOST_TICKS = 7


@settings(deadline=None)  # the first chart of a process loads its theme
@given(st.lists(st.floats(0, 10), min_size=1, max_size=300))
def test_students_are_counted_in_whole_numbers_up_to_the_highest_bar(points):
    totals = pd.Series(points)
    ticks = points_chart(totals, 10).to_dict()["layer"][0]["encoding"]["y"]["axis"]["values"]
    highest = totals.astype(int).clip(0, 9).value_counts().max()
    assert ticks == sorted(set(map(int, ticks)))
    assert ticks[0] == 0
    assert ticks[-1] >= highest > ticks[-2]
    assert len(ticks) <= MOST_TICKS


def test_the_words_give_each_bar_and_the_median():
    words = points_chart(pd.Series([1, 1, 9]), 10).to_dict()["description"]
    assert words.startswith("The median of 3 submissions is 1 of 10 points.")
    assert "1 to 2: 2; 9 to 10: 1." in words

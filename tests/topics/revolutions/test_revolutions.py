import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.revolutions import cut_scores, gaps, phases, shift_scores, years_at_home
from longwave.topics.revolutions.models.table import cuts, poured

careful = settings(deadline=None, derandomize=True)
PERIODS = [(1750, 1850), (1870, 1910), (1940, 2000), (2001, math.inf)]
PRINTED = [[1771], [1829], [1875, 1908], [1971]]
YEARS = [1771, 1829, 1875, 1908, 1971, None]


@st.composite
def tables(draw):
    """Return cells of years and the spans of as many columns, in order and apart."""
    ends = sorted(draw(st.lists(st.integers(1500, 2000), min_size=4, max_size=10, unique=True)))
    spans = list(zip(ends[::2], ends[1::2], strict=False))
    cells = [draw(st.lists(st.integers(1500, 2000), max_size=3)) for _span in spans]
    return cells, spans


def test_as_printed_the_row_of_countries_has_one_of_five_years_at_home():
    assert years_at_home(PRINTED, PERIODS) == 1


def test_one_column_to_the_left_brings_four_home_and_no_other_move_more_than_one():
    scores = shift_scores(PRINTED, PERIODS)
    assert scores[-1] == 4
    assert scores.drop(-1).max() == 1


def test_of_ten_cuts_two_two_one_one_alone_brings_all_five_home_and_the_printed_one_shares_the_last_place():
    scores = cut_scores(YEARS, PERIODS)
    assert len(scores) == 10
    assert scores.index[0] == "2|2|1|1"
    assert scores.to_list() == [5, 4, 4, 4, 3, 3, 2, 2, 1, 1]
    assert scores["1|1|2|2"] == scores.min()


def test_with_the_second_period_ended_in_1905_another_cut_ties():
    scores = cut_scores(YEARS, [PERIODS[0], (1870, 1905), *PERIODS[2:]])
    assert scores[scores == scores.max()].index.to_list() == ["2|1|2|1", "2|2|1|1"]


@careful
@given(tables())
def test_no_move_is_the_score_as_printed(table):
    assert shift_scores(*table)[0] == years_at_home(*table)


@careful
@given(tables())
def test_a_row_mirrored_with_its_columns_mirrors_its_scores(table):
    cells, spans = table
    mirrored = shift_scores(
        [[-year for year in cell] for cell in reversed(cells)], [(-end, -start) for start, end in reversed(spans)]
    )
    scores = shift_scores(cells, spans)
    assert [mirrored[-shift] for shift in scores.index] == scores.to_list()


@careful
@given(tables(), st.data())
def test_a_row_that_stood_right_is_found_again_after_a_slip(table, data):
    _cells, spans = table
    shift = data.draw(st.integers(0, len(spans) - 1))
    slid = [[] for _column in range(shift)] + [[start] for start, _end in spans[: len(spans) - shift]]
    scores = shift_scores(slid, spans)
    assert scores[-shift] == scores.max() == len(spans) - shift


@careful
@given(st.integers(1, 9), st.data())
def test_the_cuts_are_as_many_as_the_ways_to_set_walls_between_entries(entries, data):
    columns = data.draw(st.integers(1, entries))
    every = cuts(entries, columns)
    assert len(set(every)) == len(every) == math.comb(entries - 1, columns - 1)
    assert all(sum(cut) == entries and min(cut) >= 1 for cut in every)


@careful
@given(st.lists(st.one_of(st.none(), st.integers(1500, 2000)), min_size=4, max_size=8))
def test_each_cut_scores_what_its_poured_cells_score(years):
    scores = cut_scores(years, PERIODS)
    for cut, score in scores.items():
        counts = [int(part) for part in cut.split("|")]
        assert score == years_at_home(poured(years, counts), PERIODS)
    assert scores.is_monotonic_decreasing


def test_a_column_without_dates_is_a_home_to_no_year():
    assert years_at_home([[1771], [1829]], [(1750, 1850), None]) == 1
    assert shift_scores([[], [1771]], [(1750, 1850), None]).to_dict() == {-1: 1, 0: 0, 1: 0}


def test_both_ends_of_a_span_belong_to_it_and_an_open_span_has_no_last_year():
    assert years_at_home([[1750, 1850, 1749, 1851]], [(1750, 1850)]) == 2
    assert years_at_home([[2001, 9999]], [(2001, math.inf)]) == 2


def test_gaps_are_years_between_columns_and_overlaps_are_negative():
    assert gaps([*PERIODS[:3], (2001, 2026)]).to_dict() == {"1 to 2": 20.0, "2 to 3": 30.0, "3 to 4": 1.0}
    assert gaps([(1875, 1918), (1908, 1974)]).to_list() == [-10]
    assert isinstance(gaps([(1, 2)]), pd.Series)


def test_phases_are_cut_at_their_marks_and_nowhere_else():
    assert phases("第一阶段:美、德赶超英国第二阶段:美国→欧洲地区") == ["美、德赶超英国", "美国→欧洲地区"]
    assert phases("铁、铝、铜等") == ["铁、铝、铜等"]
    assert phases("") == []


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: years_at_home([[1]], [(1, 2), (3, 4)]), "cells must be 2, one for each span, not 1"),
        (lambda: years_at_home([["1771"]], [(1, 2)]), "year must be a finite number"),
        (lambda: years_at_home([[math.nan]], [(1, 2)]), "year must be a finite number"),
        (lambda: shift_scores([[1]], [(4, 3)]), "span 1 must end no earlier than it starts, not 4 to 3"),
        (lambda: shift_scores([[1]], [(math.inf, math.inf)]), "start of span 1 must be a finite number"),
        (lambda: cut_scores([1, 2], [(1, 2)] * 3), "columns must be a whole number from 1 to the 2 entries, not 3"),
        (lambda: cuts(3, 0), "columns must be a whole number from 1 to the 3 entries, not 0"),
        (lambda: poured([1, 2], (1, 2)), "cut must hold 2 entries, as years does, not 3"),
        (lambda: gaps([(1, 2), None]), "spans must be dated throughout"),
        (lambda: phases(None), "cell must be text, not None"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(call, message):
    with pytest.raises(InputError, match=message):
        call()

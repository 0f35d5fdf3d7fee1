import numpy as np
import pandas as pd
import pytest

from longwave.checks import InputError
from longwave.topics.research_money import (
    arbitrary,
    between_years,
    covered_share,
    near_both,
    one_series,
    published_series,
    ratio_pairs,
)

NAMES = sorted(published_series()["series"].unique())
LINES = [one_series(name) for name in NAMES]


def test_every_number_inside_an_unbroken_line_lies_between_neighbouring_years():
    national = one_series("national")
    figures = arbitrary(national.min() * 1.0001, national.max() * 0.9999, 2000, np.random.default_rng(1))
    assert between_years([national], figures).mean() > 0.99
    assert covered_share([national], national.min(), national.max()) == pytest.approx(1, abs=1e-9)


def test_the_share_that_is_covered_is_how_often_an_arbitrary_number_passes():
    figures = arbitrary(1, 100, 50_000, np.random.default_rng(35))
    assert between_years(LINES, figures).mean() == pytest.approx(covered_share(LINES, 1, 100), abs=0.01)
    assert covered_share(LINES, 1, 100) == pytest.approx(0.5894, abs=0.001)


def test_the_printed_pair_is_near_space_alone():
    near = {
        name: near_both([line], [[3.93, 20.29]], (1978, 2020), 0.1, [0])[0]
        for name, line in zip(NAMES, LINES, strict=True)
    }
    assert [name for name, found in near.items() if found] == ["space"]


def test_one_ratio_of_nine_is_near_the_printed_shares():
    ratios = ratio_pairs({name: one_series(name) for name in NAMES}, (1978, 2020))
    near = ratios[(ratios[1978] - 0.3486).abs().lt(0.05) & (ratios[2020] - 0.6644).abs().lt(0.05)]
    assert len(ratios) == 9
    assert near[["first", "second"]].to_numpy().tolist() == [["basic", "space"]]


@pytest.mark.parametrize(
    "call",
    [
        lambda: arbitrary(0, 1, 3, np.random.default_rng(1)),
        lambda: covered_share([pd.Series({1: 1.0, 2: 2.0})], 3, 2),
        lambda: near_both([{}], [1, 2], (1, 2), 0.1, [0]),
    ],
)
def test_what_cannot_be_used_is_refused(call):
    with pytest.raises(InputError):
        call()


def test_a_pair_about_its_years_passes_far_less_often_than_a_single_figure():
    draw = np.random.default_rng(35)
    first = arbitrary(1, 100, 100_000, draw)
    last = first * arbitrary(1, 20, 100_000, draw)
    spans = range(1976, 1981), range(2016, 2021)
    parts = [[line[line.index.isin(span)] for span in spans] for line in LINES]
    both = [between_years([early], first) & between_years([late], last) for early, late in parts]
    assert np.any(both, axis=0).mean() == pytest.approx(0.0247, abs=0.0005)


def test_seventeen_comparisons_have_both_ends():
    ends = [{1978 + shift, 2020 + shift} <= set(line.index) for line in LINES for shift in range(-4, 3)]
    assert sum(ends) == 17

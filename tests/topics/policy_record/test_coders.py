from itertools import permutations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.policy_record import alike_by_chance, coded_record, kappa_table

careful = settings(deadline=None, derandomize=True, max_examples=40)
codes = st.lists(st.sampled_from(["x", "y", "z"]), min_size=1, max_size=6)


def codings() -> pd.DataFrame:
    table = coded_record().set_index("item")[["means", "heading", "title_word"]]
    return table.rename(columns={"title_word": "title"})


def test_the_three_coders_by_hand():
    table = kappa_table(codings())
    assert table.both.tolist() == [8, 8, 8]
    assert table.loc["means – title", ["alike", "by chance", "kappa"]].tolist() == pytest.approx([5, 15 / 64, 25 / 49])
    assert table.loc["means – heading", ["alike", "by chance", "kappa"]].tolist() == pytest.approx([1, 16 / 64, -1 / 6])
    assert table.loc["heading – title", ["alike", "by chance", "kappa"]].tolist() == pytest.approx([2, 14 / 64, 0.04])


@pytest.mark.parametrize(("dropped", "many", "few"), [([], 0.0161, 0.369), ([1], 0.0429, 0.4143)])
def test_both_codings_are_tested_against_chance(dropped, many, few):
    table = codings().drop(index=dropped)
    agreed = kappa_table(table).alike
    title, heading = (alike_by_chance(table["means"], table[coder]) for coder in ("title", "heading"))
    assert title.loc[agreed["means – title"] :].sum() == pytest.approx(many, abs=5e-5)
    assert heading.loc[: agreed["means – heading"]].sum() == pytest.approx(few, abs=5e-5)


def test_without_the_duplicate_the_best_pair_agrees_less():
    table = kappa_table(codings().drop(index=1))
    assert table.loc["means – title", ["agreement", "kappa"]].tolist() == pytest.approx([4 / 7, 17 / 38])


def test_a_pair_with_one_code_or_no_common_case_has_no_kappa():
    table = kappa_table(pd.DataFrame({"A": ["x", "x", ""], "B": ["x", "x", ""], "C": ["", "", "y"]}))
    assert table.kappa.isna().all()
    assert table.alike.tolist() == [2, 0, 0]
    with pytest.raises(InputError, match="two coders"):
        kappa_table(pd.DataFrame({"A": ["x"]}))
    with pytest.raises(InputError, match="no case"):
        alike_by_chance({"a": "x"}, {"b": "x"})


@careful
@given(codes, st.randoms(use_true_random=False))
def test_chance_is_that_of_all_permutations(first, random):
    second = random.sample(first, len(first))
    alike = [sum(one == other for one, other in zip(first, deal, strict=True)) for deal in permutations(second)]
    found = alike_by_chance(dict(enumerate(first)), dict(enumerate(second)))
    assert found.sum() == pytest.approx(1)
    for count, share in found.items():
        assert share == pytest.approx(alike.count(count) / len(alike))

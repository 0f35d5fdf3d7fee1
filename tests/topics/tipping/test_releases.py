import numpy as np
import pandas as pd
import pytest
from scipy.stats import spearmanr

from longwave.checks import InputError
from longwave.data import load
from longwave.topics.tipping import (
    aligned,
    busts_chart,
    busts_panel,
    kept_by_chance,
    records,
    yearly_additions,
    yearly_ratios,
)


@pytest.fixture(scope="module")
def added():
    return yearly_additions(load("photovoltaics_countries"))


@pytest.fixture(scope="module")
def busts(added):
    return records(added)[1]


def test_spain_added_2890_mw_in_2008_and_39_in_2009(added):
    assert added["Spain"].loc[[2008, 2009]].tolist() == [2890, 39]
    assert next(year for year in range(2009, 2023) if added["Spain"][year] > 2890) == 2019


def test_spain_filled_its_caps_in_2010_and_2011_and_added_7_mw_in_2014(added):
    assert added["Spain"].loc[2010:2014].tolist() == [450, 410, 286, 121, 7]


def test_by_the_lessons_rule_25_of_31_records_are_busts_and_keep_a_twentieth(added, busts):
    assert (len(records(added)[0]), len(busts)) == (31, 25)
    early, late = busts[busts["year"] <= 2013], busts[busts["year"] > 2013]
    assert (len(early), len(late)) == (12, 13)
    assert [part["kept"].median() for part in (busts, early, late)] == pytest.approx([0.0541, 0.0444, 0.0734], abs=1e-4)
    kept = early.set_index("country")["kept"]
    assert kept[["Spain", "Italy", "Germany"]].tolist() == pytest.approx([0.0135, 0.0429, 0.1458], abs=1e-4)


def test_that_later_busts_are_shallower_is_not_shown(busts):
    assert spearmanr(busts["year"], busts["kept"]).pvalue > 0.5


def test_every_bust_obeys_the_rule(added, busts):
    for bust in busts.itertuples():
        series = added[bust.country]
        after = series.loc[bust.year + 1 : bust.year + 3]
        assert bust.added > 300
        assert bust.added == series.loc[: bust.year].max()
        assert after.max() <= bust.added
        assert after.min() == bust.low == after[bust.low_year] < bust.added / 2


def test_six_peaks_cut_off_in_2018_would_be_no_records(added):
    """A largest year up to 2018 with a low after it is no record where the next year is higher."""
    cut = added.loc[:2018]
    names = [country for country in added if cut[country].max() > 300]
    low = [
        country
        for country in names
        if added[country].loc[cut[country].idxmax() + 1 :].iloc[:3].min() < cut[country].max() / 2
    ]
    higher = [
        country
        for country in low
        if added[country].loc[cut[country].idxmax() + 1 :].iloc[:3].max() > cut[country].max()
    ]
    assert (len(low), len(higher)) == (25, 6)


def test_the_window_makes_much_of_the_share(added):
    kept = [records(added, window=window)[1]["kept"].median() for window in range(1, 6)]
    assert kept == pytest.approx([0.2011, 0.1464, 0.0541, 0.0232, 0.0184], abs=2e-3)


def test_a_stock_that_falls_adds_nothing():
    rows = pd.DataFrame({"country": ["A"] * 4, "year": range(2000, 2004), "installed_mw": [1.0, 9.0, 4.0, 6.0]})
    assert yearly_additions(rows)["A"].tolist() == [8, 0, 2]


def test_lines_are_aligned_at_the_record(added, busts):
    lines = aligned(added, busts)
    assert set(lines.loc[lines["step"] == 0, "share"]) == {1.0}
    assert lines["step"].min() == -2
    assert lines["step"].max() == 3


def test_by_the_median_chance_falls_as_deep_and_by_the_mean_it_depends_on_the_pool(added, busts):
    early = busts[busts["year"] <= 2013]["kept"]
    found = {}
    for floor, without in ((30, None), (100, None), (300, busts)):
        drawn = kept_by_chance(yearly_ratios(added, floor, without), len(early), np.random.default_rng(1))
        found[floor] = [(drawn[how] <= early.agg(how)).mean() for how in ("median", "mean")]
    assert found[30] == pytest.approx([0.38, 0.15], abs=0.03)
    assert found[100] == pytest.approx([0.15, 0.047], abs=0.015)
    assert found[300] == pytest.approx([0.10, 0.012], abs=0.015)
    assert len(yearly_ratios(added, 100)) > len(yearly_ratios(added, 100, busts))


def test_the_same_busts_keep_more_in_the_first_year(added, busts):
    same = [
        np.median(
            [added[one.country].loc[one.year + 1 : one.year + window].min() / one.added for one in busts.itertuples()]
        )
        for window in (1, 2, 3)
    ]
    assert same == pytest.approx([0.2045, 0.0935, 0.0541], abs=1e-3)
    assert busts["kept"][busts["kept"] > 0.0002].median() == pytest.approx(0.0734, abs=1e-4)


def test_a_window_longer_than_the_table_is_refused(added):
    with pytest.raises(InputError, match="window must be shorter"):
        records(added, window=40)


def test_the_chart_says_what_the_busts_keep(added, busts):
    chart = busts_chart(aligned(added, busts), busts, 3)
    assert chart.title.text == "Half of 25 busts keep 5.4 % of the record or less in their lowest year"
    assert "Spain 1.3%; Italy 4.3%." in chart.description
    assert "Germany" not in chart.description
    assert "the median of single years is 20%, 15%, 14%" in chart.description


def test_the_panel_draws_the_rule_that_is_chosen():
    corners = list(busts_panel().corners())
    assert {values["window"] for values in corners} == {1, 3, 5}
    assert busts_panel().draw(size=300, window=1, depth=0.5).title.text.startswith("Half of 29 busts keep 20.1 %")

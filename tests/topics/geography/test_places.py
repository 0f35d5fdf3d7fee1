import numpy as np
import pandas as pd
import pytest

from longwave.checks import InputError
from longwave.data import load
from longwave.topics.geography import changes_together, concentration, gigawatts, made_and_used
from longwave.topics.geography.models.places import EUROPE


@pytest.fixture(scope="module")
def shares():
    return made_and_used(load("photovoltaics_makers"), load("photovoltaics_countries"), load("photovoltaics_world"))


def test_shares_of_making_and_of_use_add_up_to_the_world(shares):
    sums = shares.groupby("year")[["made", "used"]].sum()
    assert sums.to_numpy() == pytest.approx(100, abs=0.03)


def test_china_made_before_it_used_and_europe_used_before_it_stopped_making(shares):
    rows = shares.set_index(["place", "year"])
    assert rows.loc[("China", 2010)].round(1).to_dict() == {"made": 43.2, "used": 3.5}
    assert rows.loc[("China", 2021)].round(1).to_dict() == {"made": 78.2, "used": 38.5}
    assert rows.loc[("Europe", 2010)].round(1).to_dict() == {"made": 13.4, "used": 75.7}


def test_users_spread_and_makers_gathered_on_the_same_places(shares):
    made, used = (concentration(shares[name], shares["year"]).round(2) for name in ("made", "used"))
    assert (made[2010], made[2021]) == (0.25, 0.63)
    assert (used[2010], used[2021]) == (0.59, 0.26)


def test_one_of_twelve_tests_is_below_one_in_twenty(shares):
    tests = changes_together(shares, ["Europe", "Japan", "United States", "China"], [1, 0, -1])
    below = tests[tests["p"] < 0.05]
    assert below[["place", "lag"]].to_numpy().tolist() == [["Europe", 0]]
    assert below["r"].round(2).tolist() == [0.73]


def test_growth_of_gigawatts_tells_another_story_than_shares():
    four = ["Europe", "Japan", "United States", "China"]
    both = gigawatts(load("photovoltaics_makers"), load("photovoltaics_countries")).query("place in @four")
    growth = both.assign(made=np.log(both["made"]), used=np.log(both["used"]))
    plain, ranked = (changes_together(growth, four, [1, 0, -1], ranks=ranks) for ranks in (False, True))
    found = plain[plain["p"] < 0.05].set_index("place")
    assert found["lag"].to_dict() == {"United States": 1, "China": 1}
    assert found["r"].round(2).to_dict() == {"United States": -0.64, "China": 0.62}
    assert sorted(ranked[ranked["p"] < 0.05]["place"]) == ["Japan", "Japan", "United States"]


def test_japans_share_of_making_halved_while_its_gigawatts_grew(shares):
    made = load("photovoltaics_makers").query("place == 'Japan'").set_index("year")["made_gw"]
    assert made.loc[[2012, 2014, 2016]].tolist() == [2.87, 3.7, 3.3]
    share = shares.set_index(["place", "year"]).loc["Japan"].round(1)
    assert share.loc[[2012, 2014], "used"].tolist() == [5.8, 25.4]


def test_the_european_sample_does_not_decide_the_sign(shares):
    wider = made_and_used(
        load("photovoltaics_makers"),
        load("photovoltaics_countries"),
        load("photovoltaics_world"),
        europe=(*EUROPE, "Norway", "Switzerland", "Serbia", "Ukraine", "Belarus", "Russia"),
    )
    found = changes_together(wider, ["Europe"], [0]).iloc[0]
    assert found["r"] == pytest.approx(0.69, abs=0.01)


def test_a_place_without_a_row_of_use_is_refused():
    makers = pd.DataFrame({"place": ["Atlantis"], "year": [2001], "percent": [100]})
    countries = pd.DataFrame({"country": "Japan", "year": [2000, 2001], "installed_mw": [100, 130]})
    world = pd.DataFrame({"year": [2000, 2001], "installed_mw": [200, 300]})
    with pytest.raises(InputError, match="Atlantis is missing"):
        made_and_used(makers, countries, world)

"""The teaching sets: places, waves, diffusion and money against what is known of them."""

import math

import pytest

from longwave.data import doubt_note, load, passport
from longwave.data.rows import read_rows


def test_eighteen_institutes_lie_in_their_states(shelf):
    boxes = {row["state"]: row for row in read_rows(shelf.folder / "institutes/raw/state_boxes.csv")}
    rows = shelf.rows("institutes")
    assert len(rows) == 18
    for row in rows:
        south, north, west, east = (float(boxes[row["state"]][side]) for side in ("south", "north", "west", "east"))
        assert south <= float(row["latitude_degrees"]) <= north, row["institute"]
        assert west <= float(row["longitude_degrees"]) <= east, row["institute"]
        assert north - south < 10.7, "a box as large as the country proves nothing"
        assert east - west < 13.2


def test_the_dating_behind_the_paper_has_lengths_of_63_47_56_and_43_years():
    waves = load("long_waves")
    chinese = waves[waves.author == "Chinese dating after van Duijn"]
    assert chinese.length_years.dropna().tolist() == [63, 47, 56, 43]
    assert waves.author.nunique() == 10
    assert passport("long_waves").counts["no source seen"] == 32


def test_wave_bounds_are_in_order():
    waves = load("long_waves")
    for low, high in (("start_earliest_year", "start_latest_year"), ("start_latest_year", "end_earliest_year")):
        both = waves[[low, high]].dropna()
        assert (both[low] <= both[high]).all(), (low, high)


def test_the_phases_of_a_surge_follow_each_other():
    surges = load("perez_surges")
    assert surges.surge.nunique() == 5
    for _surge, phases in surges.groupby("surge"):
        assert phases.first_year.is_monotonic_increasing
        closed = phases.dropna(subset="last_year")
        assert (closed.first_year <= closed.last_year).all()
    assert surges[surges.surge == 5].last_year.isna().sum() == 1


def test_rows_without_a_source_are_counted_in_the_note_for_charts():
    assert doubt_note(load("perez_surges")) == "No source seen for 18 of 23 rows."
    assert doubt_note(load("us_manufacturing")) == ""


def test_bass_peaks_follow_from_the_parameters():
    durables = load("bass_durables")
    assert len(durables) == 11
    for row in durables.itertuples():
        p, q, m = row.innovation_per_year, row.imitation_per_year, row.market_thousand_units
        assert row.peak_time_years == pytest.approx(math.log(q / p) / (p + q), abs=0.05)
        assert row.peak_thousand_units_per_year == pytest.approx(m * (p + q) ** 2 / (4 * q), abs=0.5)


def test_running_totals_of_sales_add_up():
    for _product, series in load("bass_sales").groupby("product"):
        assert series.adoptions.cumsum().round(6).tolist() == series.cumulative.round(6).tolist()
        assert series.year.diff().dropna().eq(1).all()


def test_household_shares_are_shares_and_the_smartphone_counts_adults():
    adoption = load("household_adoption")
    assert adoption.technology.nunique() == 13
    assert adoption.percent.between(0, 100).all()
    assert adoption.loc[adoption.population == "adults", "technology"].unique().tolist() == ["Smartphone"]
    assert adoption.query("technology == 'Radio' and year == 1930").percent.item() == 45


def test_federal_research_refutes_the_printed_totals():
    research = load("federal_research").query("measure == 'budget authority'").set_index(["scope", "fiscal_year"])
    assert research.million_usd["research and development, without plant", 1978] == 25_976
    assert research.million_usd["research and development, with plant", 2016] == 149_000
    assert not load("federal_research").million_usd.round(-1).isin([3_930, 20_290]).any()


def test_conflicting_robot_counts_are_marked():
    robots = load("robot_density")
    marked = robots[robots.conflict]
    assert marked.groupby(["area", "year"]).size().to_dict() == {("South Korea", 2019): 2}


def test_manufacturing_shares_of_the_old_accounts_are_value_added_over_gdp():
    old = load("us_manufacturing").dropna(subset="us_share_erp_percent")
    share = 100 * old.value_added_erp_billion_usd / old.gdp_erp_billion_usd
    assert (share - old.us_share_erp_percent).abs().max() < 0.0051
    assert load("us_manufacturing").year.diff().dropna().eq(1).all()


def test_parts_of_the_digital_economy_add_up():
    economy = load("china_digital_economy")
    parts = economy.digital_industries_trillion_yuan + economy.digitalised_industries_trillion_yuan
    assert (parts - economy.size_trillion_yuan).abs().max() <= 0.1

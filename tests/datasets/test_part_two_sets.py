"""The real series of Part II: refused rows, sums that must agree, and figures that are known from elsewhere."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from longwave.data import load
from longwave.data.rows import read_rows, rows_to_bytes
from tools.datasets import build_rows

SHIPPED = Path(__file__).parents[2] / "datasets"


@pytest.mark.parametrize(
    ("name", "file", "row", "column", "value", "says"),
    [
        ("music_formats", "formats.csv", 1, "year", "1973", "stands twice"),
        ("music_formats", "formats.csv", 0, "million_usd", "4890", "1973: the formats add up to 6418"),
        ("music_formats", "formats.csv", 1, "million_usd_2019", "1000", "1974: money of 2019"),
        ("photovoltaics_world", "world.csv", 3, "year", "1980", "A year is missing"),
        ("photovoltaics_world", "world.csv", 3, "shipped_mw", "1.5", "shipped_mw: a running total falls"),
        ("photovoltaics_world", "world.csv", 24, "installed_mw", "1600", "installed_mw: a running total falls"),
        ("photovoltaics_world", "world.csv", 33, "installed_mw", "30100", "2009: more is installed than was shipped"),
        ("photovoltaics_countries", "capacity.csv", 1, "2022", "999999", "2022: the countries add up to"),
        ("photovoltaics_makers", "made.csv", 1, "place", "China", "stands twice"),
        ("photovoltaics_tariff", "tariff.csv", 3, "year", "2004", "A year is missing"),
        ("photovoltaics_tariff", "tariff.csv", 3, "tariff_ct_per_kwh", "4.57", "2003: 4.57 cents is no tariff"),
        ("learning_curves", "curves.csv", 0, "previous_cumulative", "+", "has nothing to add to"),
        ("learning_curves", "curves.csv", 2, "year", "1950", "AcrylicFiber: 1950 stands after 1961"),
        ("learning_curves", "curves.csv", 2, "previous_cumulative", "3", "AcrylicFiber, 1962: the running total falls"),
        ("learning_techniques", "learning_techniques.csv", 1, "technology", "AcrylicFiber", "stands twice"),
        ("energy_shares", "shares.csv", 0, "coal", "17.2", "1800: the shares add up to 115"),
        ("long_prices", "prices.csv", 3, "year", "1754", "A year is missing"),
        ("long_prices", "prices.csv", 3, "us_wholesale", "650", "us_wholesale, 1753: 650 after"),
        ("long_interest", "rates.csv", 3, "year", "1707", "A year is missing"),
        ("long_interest", "rates.csv", 3, "uk_long", "60", "1706: 60 per cent is no long rate"),
        ("income_per_head", "income.csv", 200, "Germany", "", "1900 is missing for Germany"),
        ("us_patents", "grants.csv", 60, "medical", "9000", "1850: the fields add up to"),
        ("england_industry", "output.csv", 3, "year", "1704", "A year is missing"),
        ("england_industry", "output.csv", 0, "all industry", "101", "all industry: the index of 1700 is 101"),
        ("microprocessors", "processors.csv", 0, "value", "0", "cannot be right"),
    ],
)
def test_a_build_refuses_a_raw_row_that_cannot_be_right(name, file, row, column, value, says, tmp_path):
    folder = Path(shutil.copytree(SHIPPED / name, tmp_path / name))
    path = next(path for path in (folder / "raw" / file, folder / file) if path.is_file())
    rows = read_rows(path)
    rows[row][column] = value
    path.write_bytes(rows_to_bytes(rows))
    with pytest.raises(ValueError, match=says):
        build_rows(folder)


def test_every_album_format_became_cheaper_and_the_mean_did_not():
    albums = load("music_formats").query("format in ['CD', 'Cassette', 'LP/EP']").set_index(["year", "format"])
    price = (albums.million_usd_2019 / albums.million_units).unstack()
    assert (price.loc[1999] < price.loc[1983]).all()
    sums = albums[["million_usd_2019", "million_units"]].groupby("year").sum()
    mean = sums.million_usd_2019 / sums.million_units
    assert mean[[1983, 1999]].tolist() == pytest.approx([20.19, 20.03], abs=0.005)


def test_the_two_counts_of_photovoltaics_are_apart():
    world = load("photovoltaics_world").set_index("year")
    assert (world.shipped_mw / world.installed_mw)[[2000, 2009]].tolist() == pytest.approx([1.855, 1.313], abs=0.001)
    assert world.shipped_mw.last_valid_index() == 2009
    assert world.installed_mw.first_valid_index() == 2000


def test_additions_to_the_german_stock_are_those_beside_the_tariff():
    countries = load("photovoltaics_countries").query("country == 'Germany'").set_index("year")
    tariff = load("photovoltaics_tariff").set_index("year").loc[2001:]
    assert (countries.installed_mw.diff()[tariff.index] - tariff.added_mw).abs().max() < 0.05


def test_the_countries_fall_short_of_the_world_by_one_per_cent():
    world = load("photovoltaics_world").set_index("year").installed_mw.dropna()
    short = 1 - load("photovoltaics_countries").groupby("year").installed_mw.sum() / world
    assert short.between(0.003, 0.015).all()


def test_shares_of_the_makers_add_up():
    assert load("photovoltaics_makers").groupby("year").percent.sum().tolist() == pytest.approx([100] * 12, abs=0.03)


def test_every_technique_has_its_units_and_its_slope():
    curves = load("learning_curves")
    assert set(curves.technology) == set(load("learning_techniques").technology)
    assert curves.technology.nunique() == 87
    dram = curves.query("technology == 'DRAM'").dropna()
    slope = np.polyfit(np.log2(dram.previous_cumulative), np.log2(dram.unit_cost), 1)[0]
    assert 100 * (1 - 2**slope) == pytest.approx(38.2, abs=0.05)


def test_energy_shares_are_those_of_the_amounts():
    shares = load("energy_shares").set_index(["year", "source"]).percent
    amounts = {1830: (263.8891, 6652.7780), 1973: (17673.1404, 72957.4919), 2017: (43397.1355, 153595.5384)}
    for year, (coal, all_sources) in amounts.items():  # terawatt-hours
        assert shares[year, "coal"] == pytest.approx(100 * coal / all_sources, abs=0.001)


def test_american_prices_and_rates_are_means_of_their_months():
    months = [12.46, 12.84, 13.03, 12.56, 12.27, 12.08, 12.08, 11.89, 12.18, 12.37, 12.37, 12.65]
    assert load("long_prices").set_index("year").us_consumer[1871] == pytest.approx(np.mean(months), abs=1e-4)
    rates = [5.32, 5.32, 5.33, 5.33, 5.33, 5.34, 5.34, 5.34, 5.35, 5.35, 5.35, 5.36]
    assert load("long_interest").set_index("year").us_percent[1871] == pytest.approx(np.mean(rates), abs=1e-4)


def test_patents_are_near_the_table_of_the_office():
    total = load("us_patents").query("field == 'total'").set_index("year").patents
    office = {1996: 109_645, 2002: 167_331, 2008: 157_772, 2013: 277_835, 2015: 298_408}
    assert max(abs(total[year] / count - 1) for year, count in office.items()) < 0.005

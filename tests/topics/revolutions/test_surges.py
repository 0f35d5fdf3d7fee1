import math

import numpy as np
import pytest

from longwave.charts.render import specification
from longwave.checks import InputError
from longwave.data import load
from longwave.topics.revolutions import (
    best_kink,
    chance_of_likeness,
    fields_chart,
    kinks_by_start,
    kinks_chart,
    lag_scores,
    surge_lengths,
    surges_chart,
)
from tools.pictures import complaints

PERIODS = [(1750, 1850), (1870, 1910), (1940, 2000), (2001, math.inf)]
BANGS = [1771, 1829, 1875, 1908, 1971, None]
STARTS = range(1700, 1761, 10)


@pytest.fixture(scope="module")
def output():
    return load("england_industry").pivot(index="year", columns="industry", values="index")


@pytest.fixture(scope="module")
def shares():
    grants = load("us_patents").pivot(index="year", columns="field", values="patents").loc[1840:2014]
    return 100 * grants.drop(columns="total").div(grants["total"], axis=0)


def test_installations_of_perez_differ_by_four_years_and_the_fifth_is_longer():
    lengths = surge_lengths(load("perez_surges"))
    assert lengths["installation"].to_list() == [22, 19, 18, 21, 30]
    assert lengths["turn"].iloc[:4].to_list() == [4, 2, 2, 14]
    assert lengths["deployment"].iloc[:4].to_list() == [32, 23, 23, 31]
    assert lengths.loc[5, ["turn", "deployment"]].isna().all()


def test_random_cuts_are_seldom_as_alike():
    assert chance_of_likeness([58, 46, 33, 63], 4, draws=20_000, seed=11) == pytest.approx(0.0024, abs=0.001)
    five = {span: [58, 46, 33, 63, span] for span in (33, 63)}
    assert chance_of_likeness(five[33], 12, draws=20_000, seed=11) == pytest.approx(0.020, abs=0.0015)
    assert chance_of_likeness(five[63], 12, draws=20_000, seed=11) == pytest.approx(0.010, abs=0.0015)
    assert chance_of_likeness(five[63], 19, draws=20_000, seed=11) > 0.05


@pytest.mark.parametrize(
    ("name", "last", "kinked", "earliest", "latest"),
    [
        ("all industry", 1850, 0, 1785, 1813),
        ("all industry", 1870, 4, 1788, 1809),
        ("metals and mining", 1850, 7, 1779, 1781),
        ("metals and mining", 1870, 7, 1780, 1782),
        ("other industry", 1850, 4, 1774, 1817),
        ("other industry", 1870, 4, 1794, 1817),
        ("textiles and leather", 1850, 4, 1794, 1809),
        ("textiles and leather", 1870, 7, 1786, 1801),
    ],
)
def test_what_bends_depends_on_the_window_for_all_but_metals(output, name, last, kinked, earliest, latest):
    found = kinks_by_start(output[name], STARTS, last)
    assert (found["error"] < found["smooth_error"]).sum() == kinked
    assert (found["kink"].min(), found["kink"].max()) == (earliest, latest)


def test_the_kink_of_all_industry_follows_the_first_year_and_not_the_last(output):
    short, long = (kinks_by_start(output["all industry"], STARTS, last) for last in (1850, 1870))
    assert (short["error"] < short["smooth_error"]).to_list() == [False] * 7
    assert (long["error"] < long["smooth_error"]).to_list() == [False] * 3 + [True] * 4
    assert (short["kink"] - long["kink"]).to_list() == [-3, -5, -5, 0, 4, 3, 4]
    assert (short["kink"] - short["middle"]).between(4, 13).all()


def test_a_smooth_rise_bends_best_in_the_middle_and_a_bent_one_where_it_was_bent():
    years = np.arange(1700, 1801)
    assert best_kink(years, np.exp(0.0002 * (years - 1700) ** 2))["kink"] == 1750
    assert best_kink(years, np.exp(0.03 * np.maximum(0, years - 1771)))["kink"] == 1771


def test_the_defence_needs_a_lag_that_perez_does_not_give():
    by_lag = lag_scores(BANGS, PERIODS, range(101), until=2025)
    printed, mended, best = by_lag["1|1|2|2"], by_lag["2|2|1|1"], by_lag.max(axis=1)
    assert (printed[0], mended[0]) == (1, 5)
    assert (printed < mended).loc[:29].all()
    assert (printed[30], mended[30]) == (2, 2)
    assert (printed > mended).loc[32:100].all()
    alone = by_lag.eq(best, axis=0).sum(axis=1) == 1
    assert by_lag.index[alone & (mended == best)].to_list() == [0, 1, 2]
    assert not (alone & (printed == best)).any()
    synergy = lag_scores([1798, 1850, 1895, 1943, None, None], PERIODS, [0]).loc[0]
    assert (synergy["1|1|2|2"], synergy["2|2|1|1"], synergy["2|1|1|2"]) == (2, 3, 4)


def test_only_a_count_of_years_to_come_makes_the_printed_row_best_alone():
    by_lag = lag_scores(BANGS, PERIODS, range(101))
    alone = by_lag.eq(by_lag.max(axis=1), axis=0).sum(axis=1) == 1
    assert by_lag.index[alone & (by_lag["1|1|2|2"] == by_lag.max(axis=1))].to_list() == list(range(65, 93))
    assert 1971 + 65 == 2036


@pytest.mark.parametrize(
    ("second", "third", "level", "ahead"),
    [(1910, 2000, 30, 32), (1910, 2020, 32, 36), (1914, 2020, 32, 40), (1920, 2000, 30, 32), (1920, 2020, 32, 41)],
)
def test_the_lag_at_which_the_printed_row_leads_depends_on_the_reading_of_words(second, third, level, ahead):
    spans = [(1750, 1850), (1870, second), (1940, third), (2001, math.inf)]
    by_lag = lag_scores(BANGS, spans, range(101), until=2025)
    lead = by_lag["1|1|2|2"] - by_lag["2|2|1|1"]
    assert (lead.index[lead < 0].max() + 1, lead.index[lead <= 0].max() + 1) == (level, ahead)


def fitted(share, first, last):
    return np.polyfit(range(first, last + 1), share.loc[first:last], 1)[0] * 10


def test_the_field_of_the_car_held_until_shortly_before_the_crash(shares):
    mechanical = shares["mechanical"]
    assert fitted(shares["electronics"], 1875, 1893) == pytest.approx(2.7, abs=0.05)
    assert fitted(mechanical, 1908, 1929) == pytest.approx(-1.7, abs=0.05)
    assert fitted(mechanical, 1908, 1924) > 0 > fitted(mechanical, 1908, 1925)
    assert all(fitted(mechanical, 1908, last) < 0 for last in range(1925, 1930))
    assert fitted(shares["computers and communications"], 1971, 2001) == pytest.approx(4.9, abs=0.05)
    assert fitted(shares["computers and communications"], 2001, 2014) == pytest.approx(13.8, abs=0.05)


def test_a_rise_that_quickens_is_found_for_fields_of_other_surges_too(shares):
    before, installed = ((1857, 1875), (1887, 1908), (1941, 1971)), ((1875, 1893), (1908, 1929), (1971, 2001))
    passing = {
        (surge, field)
        for surge, early, late in zip((3, 4, 5), before, installed, strict=True)
        for field in shares
        if fitted(shares[field], *late) > max(0, fitted(shares[field], *early))
    }
    assert len(passing) == 9
    assert {(3, "mechanical"), (4, "chemical"), (4, "electronics"), (5, "medical")} < passing
    assert (4, "mechanical") not in passing


def test_the_charts_say_what_they_draw(output, shares):
    surges = load("perez_surges")
    assert "18 to 22 years after four big bangs, 30 after the fifth" in surges_chart(surges).title.text
    names = ("all industry", "metals and mining")
    moving = {last: kinks_by_start(output[names[0]], STARTS, last) for last in (1850, 1870)}
    kinks = kinks_chart(moving, kinks_by_start(output[names[1]], STARTS, 1870), names, (1771, "the mill"))
    assert "all industry, to 1850: 1785 to 1813; all industry, to 1870: 1788 to 1809" in kinks.description
    assert "metals and mining: 1780 to 1782" in kinks.description
    for chart in (surges_chart(surges), kinks, fields_chart(shares, surges)):
        assert complaints(specification(chart)) == []


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: best_kink(range(5), range(1, 6)), "years must be at least 22"),
        (lambda: best_kink(range(30), range(30)), "index must be above 0"),
        (lambda: best_kink(range(30), range(1, 30)), "index must have 30 values"),
        (lambda: chance_of_likeness([1], 4, 10, 1), "length"),
        (lambda: surge_lengths(load("perez_surges").query("phase != 'turning point'")), "must have a turning point"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(call, message):
    with pytest.raises(InputError, match=message):
        call()

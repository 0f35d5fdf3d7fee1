"""Thirteen technologies: how long, when, and whether the line bends; the errors are those of statsmodels."""

import numpy as np
import pandas as pd
import pytest

from longwave.checks import InputError
from longwave.topics.diffusion import adoption_times, bend, date_trend, household_shares
from longwave.topics.diffusion.charts.dates import dates_chart


@pytest.fixture(scope="module")
def times():
    return adoption_times(household_shares())


def inside(name):
    share = household_shares()[name]
    share = share.loc[: share.idxmax()]
    return share[(share > 0.05) & (share < 0.95)]


def test_times_and_bends_of_the_thirteen(times):
    assert len(times) == 13
    found = times["takeover"].round(1)
    assert found[["Microwave", "Smartphone", "Household refrigerator", "Internet"]].tolist() == [17.4, 17.2, 24.7, 24.7]
    bends = times["bend"].round(1)
    assert bends[["Internet", "Cellular phone", "Electric power", "Household refrigerator"]].tolist() == [
        -6.1,
        -5.7,
        -3.9,
        1.1,
    ]
    assert bends["Landline"] == 0.6
    assert (bends < 0).sum() == 11


def test_a_line_is_fitted_to_the_rise_alone(times):
    assert times["takeover"].round(1)[["Landline", "Automobile", "Home air conditioning"]].tolist() == [
        86.1,
        101.6,
        55.6,
    ]
    rise = pd.Series([0.1, 0.2, 0.4, 0.6, 0.8], index=range(1990, 1995))
    fallen = pd.concat([rise, pd.Series([0.7, 0.5], index=[1995, 1996])])
    assert adoption_times({"A": fallen}).equals(adoption_times({"A": rise}))


def test_the_trend_depends_on_the_year_and_the_clock(times):
    by = {calendar: date_trend(times, calendar, "takeover") for calendar in ("midpoint", "half", "first")}
    assert [round(trend.rho, 2) for trend in by.values()] == [-0.58, -0.58, -0.69]
    assert [round(trend.p, 3) for trend in by.values()] == [0.039, 0.039, 0.009]
    quarters = date_trend(times, "half", "quarters")
    assert (round(quarters.rho, 2), round(quarters.p, 2), quarters.technologies) == (-0.32, 0.31, 12)
    assert round(date_trend(times.dropna(), "midpoint", "takeover").rho, 2) == -0.46


def test_sample_and_clock_decide_and_no_sign_turns(times):
    rows = [(times, "takeover"), (times.dropna(), "takeover"), (times, "quarters")]
    trends = [[date_trend(table, year, clock) for year in ("midpoint", "half", "first")] for table, clock in rows]
    assert all(trend.rho < 0 for three in trends for trend in three)
    assert [[trend.p < 0.05 for trend in three] for three in trends] == [[True] * 3, [False, False, True], [False] * 3]
    without = {name: date_trend(times.drop(name), "midpoint", "takeover").p for name in times.index}
    assert sum(p > 0.05 for p in without.values()) == 6


@pytest.mark.parametrize("name", ["Electric power", "Internet", "Cellular phone", "Household refrigerator"])
@pytest.mark.parametrize("lags", [0, 4])
def test_statsmodels_has_the_same_errors(name, lags):
    models = pytest.importorskip("statsmodels.api")
    share = inside(name)
    time = share.index.to_numpy(float) - share.index.to_numpy(float).mean()
    fit = models.OLS(np.log(share / (1 - share)).to_numpy(), np.column_stack([time**0, time, time**2])).fit()
    serial = fit.get_robustcov_results("HAC", maxlags=lags, use_correction=False)
    found = bend(share, lags)
    assert found.plain == pytest.approx(fit.tvalues[2], rel=1e-6)
    assert found.serial == pytest.approx(serial.tvalues[2], rel=1e-6)


def test_the_chart_names_the_calendar(times):
    assert dates_chart(times, "midpoint", "takeover").title.text == (
        "13 technologies, 10 to 90 %, by the middle of the line: rank correlation −0.58, p-value 0.04"
    )
    quarters = dates_chart(times, "first", "quarters").description
    assert quarters.startswith("12 technologies, 25 to 75 %, by the first year")
    assert quarters.endswith("undated: Smartphone.")


def test_what_cannot_be_used_is_refused_by_name(times):
    with pytest.raises(InputError, match="at least 5 values"):
        bend(pd.Series([0.1, 0.2, 0.3], index=[1, 2, 3]))
    with pytest.raises(InputError, match="must have the column 'peak'"):
        date_trend(times, "peak", "takeover")
    with pytest.raises(InputError, match="at least 4 technologies"):
        date_trend(times.iloc[:3], "first", "takeover")

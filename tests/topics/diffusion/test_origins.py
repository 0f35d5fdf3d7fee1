"""Forecasts of a stock from many years: by hand, on real series, and where the model is right."""

import numpy as np
import pandas as pd
import pytest

from longwave.checks import InputError
from longwave.data import load
from longwave.topics.diffusion import (
    bass,
    bass_errors,
    fit_bass,
    hedgehog_chart,
    hidden_fit,
    hidden_futures,
    interval_score,
    log_errors,
    log_score,
    ranges_chart,
    sales_record,
    stock_forecasts,
    stock_ranges,
)


@pytest.fixture(scope="module")
def stocks():
    table = load("photovoltaics_world").set_index("year")
    return {name: table[f"{name}_mw"].dropna() / 1000 for name in ("shipped", "installed")}


@pytest.fixture(scope="module")
def forecasts(stocks):
    spans = {"shipped": (1985, 2004), "installed": (2006, 2017)}
    parts = [stock_forecasts(stocks[name], *span).assign(series=name) for name, span in spans.items()]
    return pd.concat(parts).reset_index()


def test_the_sealed_forecast_of_2009(stocks):
    rules = stock_forecasts(stocks["installed"], 2009, 2009, ahead=10).loc[2009]
    found = rules[["same_additions", "same_growth", "bass", "times_sold", "outcome"]].tolist()
    assert found == pytest.approx([104.0, 1279.9, 102.0, 4.61, 584.6], rel=2e-3)


def test_errors_of_32_forecasts(forecasts):
    errors = log_errors(forecasts)
    assert (errors["same_additions"] < 0).sum() == len(errors) == 32
    means = errors.abs().groupby(forecasts["series"]).mean().round(2)
    assert means.loc["shipped"].tolist() == [0.47, 0.51, 0.40, 0.40]
    assert means.loc["installed"].tolist() == [0.70, 0.62, 0.42, 0.92]


def test_costs_of_ranges_on_the_installed_stock(stocks):
    scored = stock_ranges(stocks["installed"], 2006, 2017).groupby("rule")
    assert scored["score"].mean().round(2).to_dict() == {"bass": 5.19, "bracket": 2.45, "half": 5.09}
    assert scored["caught"].sum().to_dict() == {"bass": 5, "bracket": 8, "half": 2}


def test_a_wider_slack_holds_more_and_costs_less_and_a_nearer_year_turns_the_order(stocks):
    spans = [(stocks["shipped"], 1985, 2004), (stocks["installed"], 2006, 2017)]
    wide = pd.concat([stock_ranges(*span, slack=2) for span in spans]).query("rule == 'bass'")
    assert (round(wide["score"].mean(), 2), wide["caught"].sum()) == (3.05, 17)
    near = pd.concat([stock_ranges(*span, ahead=1) for span in spans]).groupby("rule")["score"].mean().round(2)
    assert near.to_dict() == {"bass": 0.53, "bracket": 0.46, "half": 0.39}


def test_slower_growth_is_enough_to_make_a_fit_sure(stocks):
    added = stocks["installed"].diff()
    for year, times, error in [(2006, 1.54, 0.13), (2013, 1.48, 0.12), (2014, 1.53, 0.11), (2015, 1.81, 0.17)]:
        seen = added.loc[2001:year]
        fit = fit_bass(seen)
        assert seen.iloc[-1] > seen.iloc[-2]
        assert fit["market_size"] / seen.sum() == pytest.approx(times, abs=0.01)
        assert bass_errors(seen, fit)["market_size"] == pytest.approx(error, abs=0.006)
        assert fit["market_size"] < stocks["installed"][2022]


def test_no_year_without_a_bend_knows_its_market(stocks):
    added = stocks["installed"].diff().loc[2001:]
    for year in range(2005, 2023):
        seen = added.loc[:year]
        before = (seen.iloc[-2] / seen.iloc[0]) ** (1 / (len(seen) - 2))
        if seen.iloc[-1] / seen.iloc[-2] >= before:
            assert bass_errors(seen, fit_bass(seen))["market_size"] > 1


def test_a_market_that_is_sure_and_wrong(stocks):
    added = stocks["installed"].diff().loc[2001:2012]
    fit = fit_bass(added)
    assert fit["market_size"] / added.sum() == pytest.approx(1.26, abs=0.01)
    assert bass_errors(added, fit)["market_size"] == pytest.approx(0.075, abs=0.002)
    assert stocks["installed"][2013] - stocks["installed"][2000] > fit["market_size"]


@pytest.mark.parametrize("year", [2008, 2010, 2011, 2017])
def test_years_in_which_the_search_ends_at_its_limit(stocks, year):
    added = stocks["installed"].diff().loc[2001:year]
    assert fit_bass(added)["market_size"] / added.sum() == pytest.approx(100, rel=0.01)


def test_standard_errors_shrink_with_the_noise_and_are_those_of_curve_fit():
    from scipy.optimize import curve_fit

    noise = np.random.default_rng(3).standard_normal(15)
    plain = bass(0.02, 0.4, 100, periods=15)["adopters"].to_numpy()
    sales = plain + 0.3 * noise

    def curve(year, *logs):
        return bass(*np.exp(logs), len(year))["adopters"].to_numpy()

    fit = fit_bass(sales)
    start = np.log(fit[["innovation", "imitation", "market_size"]].to_numpy(float))
    _place, spread = curve_fit(curve, np.arange(15), sales, p0=start)
    errors = bass_errors(sales, fit)
    assert errors.to_numpy() == pytest.approx(np.sqrt(np.diag(spread)), rel=0.02)
    quieter = plain + 0.1 * noise
    assert (bass_errors(quieter, fit_bass(quieter)) < errors).all()


def test_costs_on_the_six_old_records():
    sales = {name: rows.set_index("year")["adoptions"] for name, rows in load("bass_sales").groupby("product")}
    rows = []
    for record in sales.values():
        for seen, one in hidden_futures(record, ahead=3).iterrows():
            last = record.iloc[seen - 1]
            window, stock = min(5, seen - 1), record.cumsum()
            grown = last * (stock.iloc[seen - 1] / stock.iloc[seen - 1 - window]) ** (3 / window)
            ranges = ((one["low"], one["high"]), (last / 2, 1.5 * last), sorted((last, grown)))
            costs = [interval_score(*ends, one["outcome"]) / record.max() for ends in ranges]
            rows.append((one["outcome"] > last, *costs, *(low <= one["outcome"] <= high for low, high in ranges)))
    table = pd.DataFrame(rows, columns=["grew", "bass", "half", "bracket", "bass_held", "half_held", "bracket_held"])
    assert table[["bass", "half", "bracket"]].mean().round(2).tolist() == [3.21, 2.01, 4.26]
    assert table[["bass_held", "half_held", "bracket_held"]].sum().tolist() == [11, 17, 12]
    means = table.groupby("grew")[["bass", "bracket"]].mean().round(2)
    assert means.loc[True].tolist() == [3.88, 2.67]
    assert means.loc[False].tolist() == [2.62, 5.66]


def test_the_rules_after_a_bend_are_too_high():
    curve = bass(0.01, 0.5, 100, periods=20)
    stock = pd.Series(curve["cumulative"].to_numpy(), index=range(1, 21))
    one = stock_forecasts(stock, 9, 9).loc[9]
    assert one["same_growth"] > one["same_additions"] > 1.1 * one["outcome"]


def test_a_cost_in_logarithms_does_not_depend_on_the_unit():
    assert log_score(10, 20, 45) == pytest.approx(log_score(10_000, 20_000, 45_000))
    assert log_score(10, 20, 5) == pytest.approx(np.log(2) + 10 * np.log(2))


def test_what_the_charts_say(stocks, forecasts):
    chart = hedgehog_chart(stocks, forecasts)
    assert chart.title.text == "The same additions fell short 32 times of 32; Bass did 26 times"
    ranges = stock_ranges(stocks["installed"], 2009, 2009, ahead=10)
    chart = ranges_chart(ranges, stocks["installed"][2019], 2019)
    assert chart.title.text == "585 GW came: scores from 2.5 (bracket) to 14.8 (half)"
    assert "Ranges for 2019: bracket: 104 to 1,280 GW, score 2.5" in chart.description


def test_a_short_record_leaves_three_years_to_be_forecast():
    hidden = hidden_fit("Room air conditioners", 12)
    assert (hidden.seen, hidden.target, len(sales_record("Room air conditioners"))) == (10, 13, 13)
    assert sales_record("photovoltaics").index[-1] == 15


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda s: stock_forecasts(s, 2004, 2006), "first must be a whole number from 2005"),
        (lambda s: stock_forecasts(s.drop(2005), 2006, 2006), "years without a gap"),
        (lambda s: stock_forecasts(s.cummax() * 0 + 1, 2006, 2006), "rise every year"),
        (lambda s: stock_forecasts(s, 2008, 2007), "last must be a whole number from 2008"),
        (lambda s: stock_ranges(s, 2006, 2006, ahead=0), "ahead must be a whole number of at least 1"),
        (lambda s: log_score(0, 1, 1), "must be above 0"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(stocks, call, message):
    with pytest.raises(InputError, match=message):
        call(stocks["installed"])

"""Printed numbers: rounding intervals, products, two means, and the values at which the lesson's conclusions turn."""

from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.data import load
from longwave.tasks.calibration import held_by_chance
from longwave.topics.papers import (
    compare_product,
    compare_products,
    hours_chart,
    printed_interval,
    printed_value,
    products_chart,
    ranges_of_a_reader,
    rest_mean,
    share_for_mean,
    whole_from_share,
)
from longwave.topics.papers.tasks import lesson_00

REPORT = {
    "hours a month × 12": (["27", 12], "323"),
    "hours × cost of an hour, a plant": (["323", "532,000"], "172 million"),
    "hours × cost of an hour, cars": (["414,800", "1.3 million"], "557 billion"),
    "hours × cost of an hour, all": (["3.3 million", "532,000"], "864 billion"),
}
CARS, OTHERS = 557e9 / 414_800, rest_mean(864e9, 3.3e6, 557e9, 414_800)
careful = settings(deadline=None, derandomize=True)


def known(name):
    return load("part_one_cases").set_index("fact_id")["value"][f"00-{name}"]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("27", (26.5, 27.5)),
        ("532,000", (531_500, 532_500)),
        ("3.3 million", (3.25e6, 3.35e6)),
        ("3.30", (3.295, 3.305)),
        ("100", (50, 150)),
        ("0", (-0.5, 0.5)),
        ("8 亿", (7.5e8, 8.5e8)),
        ("17.3千万", (172.5e6, 173.5e6)),
    ],
)
def test_a_printed_number_stands_for_half_a_step_to_either_side(text, ends):
    assert printed_interval(text) == pytest.approx(ends)
    assert printed_value(text) == pytest.approx(sum(ends) / 2)


@careful
@given(st.integers(1, 10**9))
def test_the_interval_of_a_whole_number_holds_it(value):
    low, high = printed_interval(str(value))
    assert low < value < high
    assert printed_interval(f"{value:,}") == (low, high)


@pytest.mark.parametrize("text", ["", "3,30", "1.2.3", "-4", "3 dozen", 3, None])
def test_a_text_that_is_no_printed_number_is_refused(text):
    with pytest.raises(InputError, match="text must be a number as printed"):
        printed_interval(text)


def test_three_products_of_the_report_fit_and_the_total_is_twice_what_is_printed():
    products = compare_products(REPORT)
    assert products["fits"].tolist() == [True, True, True, False]
    assert products["times"].round(2).tolist() == [1.0, 1.0, 0.97, 2.03]
    assert products["least"].iloc[-1] == pytest.approx(1.998, abs=0.001)


def test_the_total_fails_too_if_the_zeros_of_the_hours_cost_count():
    strict = compare_product(["3.3 million", 532_000], "864 billion")
    assert strict["least"] == pytest.approx(2)
    assert not strict["fits"]


def test_the_texts_of_the_lesson_are_the_facts_of_the_dataset():
    printed = [printed_value(text) for text in ("27", "323", "532,000", "414,800", "3.3 million", "1.3 million")]
    facts = [known(name) for name in ("plant-month", "plant-hours", "plant-hour", "car-hours")]
    assert printed == pytest.approx([*facts, known("all-hours") * 1e6, known("car-hour") * 1e6])
    sums = [printed_value(text) for text in ("172 million", "557 billion", "864 billion")]
    assert sums == pytest.approx([known("plant-year") * 1e6, known("car-cost") * 1e9, known("all-cost") * 1e9])


def test_a_product_fits_exactly_up_to_the_ends_of_its_interval():
    assert compare_product(["2", 1], "3")["fits"]  # 2.5 may be printed as 2 and as 3
    assert not compare_product(["2", 1], "4")["fits"]


@pytest.mark.parametrize("factors", [[0], ["0"], [-1], ["x"]])
def test_a_factor_that_is_not_above_zero_is_refused(factors):
    with pytest.raises(InputError):
        compare_product(factors, "5")


def test_outside_the_car_plants_an_hour_costs_a_fifth_of_the_printed_mean():
    assert pytest.approx(106_405, abs=1) == OTHERS
    assert pytest.approx(1_342_816, abs=1) == CARS
    assert rest_mean(864e9, 3.3e6, 0, 0) == pytest.approx(261_818, abs=1)


def test_hours_as_weights_raise_the_mean_between_cars_and_the_rest():
    car_year, year = 12 * known("car-month"), known("plant-hours")
    assert car_year > year
    plants, car_plants = known("all-hours") * 1e6 / year, known("car-hours") / car_year
    share = car_plants / plants
    assert share == pytest.approx(0.1167, abs=0.0001)
    plain, every = share * CARS + (1 - share) * OTHERS, 864e9 / 3.3e6
    assert plain == pytest.approx(250_653, abs=1)
    assert plain < every < known("plant-hour")


def test_inside_the_rest_rare_stops_of_dear_plants_can_explain_the_gap():
    assert round(known("car-hours") / (12 * known("car-month"))) == lesson_00.CAR_PLANTS
    everywhere = known("all-hours") * 1e6 / known("plant-hours")
    assert round(everywhere) == lesson_00.CAR_PLANTS + lesson_00.OTHER_PLANTS
    assert known("all-hours") * 1e6 - known("car-hours") == pytest.approx(lesson_00.OTHER_HOURS)
    assert (known("all-cost") - known("car-cost")) * 1e9 == lesson_00.OTHER_COST
    assert pytest.approx(lesson_00.CAR_HOUR, abs=1) == CARS


@pytest.mark.parametrize(("odd", "rest"), [("mean", 106_405), ("hours", 253_874), ("sum", 415_430)])
def test_the_brochure_turns_on_which_of_three_prints_is_left_out(odd, rest):
    mean, hours, cost = known("plant-hour"), known("all-hours") * 1e6, known("all-cost") * 1e9
    hours = cost / mean if odd == "hours" else hours
    cost = hours * mean if odd == "sum" else cost
    assert cost / hours == pytest.approx(261_818 if odd == "mean" else 532_000, abs=1)
    assert rest_mean(cost, hours, 557e9, 414_800) == pytest.approx(rest, abs=1)


def test_59_million_is_nearer_to_a_year_of_heavy_industry_than_to_an_hour_or_a_month():
    year = known("heavy-year") * 1e6 / (1 + known("heavy-rise") / 100)
    hours = 12 * known("heavy-hours") / (1 + known("heavy-hours-rise") / 100)
    paid = 59e6 / (year / hours * (1 + known("heavy-hour-rise") / 100))
    assert paid == pytest.approx(74.2, abs=0.05)
    assert hours == pytest.approx(275, abs=0.5)
    after = hours / 3  # cut by two-thirds
    assert abs(paid / after - 1) < 0.25 < 5 < paid / (after / 12)
    assert 1.6 / (1 + known("heavy-hour-rise") / 100) == pytest.approx(0.38, abs=0.002)


def test_the_second_product_is_the_report_s_own_and_fits_by_making():
    assert known("plant-hours") * known("plant-hour") / 1e6 == pytest.approx(known("plant-year"), abs=0.5)


def test_rounding_alone_moves_the_sums_by_four_thousand():
    every = printed_interval("864 billion")[0] / 3.35e6, printed_interval("864 billion")[1] / 3.25e6
    assert [round(end, -3) for end in every] == [258_000, 266_000]


def test_the_two_means_agree_where_car_plants_have_a_third_of_the_hours():
    turn = share_for_mean(known("plant-hour"), CARS, OTHERS)
    assert turn == pytest.approx(0.344, abs=0.0005)
    assert turn * CARS + (1 - turn) * OTHERS == pytest.approx(known("plant-hour"))
    assert known("car-hours") / (known("all-hours") * 1e6) == pytest.approx(0.1257, abs=0.0001)


@pytest.mark.parametrize(
    ("call", "arguments"),
    [
        (rest_mean, (10, 5, 11, 1)),
        (rest_mean, (10, 5, 1, 5)),
        (rest_mean, (10, 0, 1, 0)),
        (share_for_mean, (11, 10, 1)),
        (share_for_mean, (1, 1, 1)),
        (share_for_mean, (3, 1, 2)),
        (whole_from_share, (0, "46")),
        (whole_from_share, (5, "0")),
    ],
)
def test_means_and_shares_that_cannot_be_are_refused(call, arguments):
    with pytest.raises(InputError):
        call(*arguments)


def test_kickstarter_divides_by_finished_projects():
    won, lost, live = (known(f"july-{name}") for name in ("won", "lost", "live"))
    assert won + lost + live == known("july-launched")
    low, high = printed_interval(f"{known('july-rate'):.0f}")
    assert low <= 100 * won / (won + lost) <= high
    assert not low <= 100 * won / known("july-launched") <= high
    least, most = whole_from_share(known("won"), f"{known('rate'):.0f}")
    assert (round(least), round(most)) == (25_454, 26_013)
    assert most < known("launched")


def test_the_invented_reader_is_below_what_chance_allows():
    ranges = ranges_of_a_reader()
    held = ranges["truth"].between(ranges["low"], ranges["high"]).sum()
    assert held == 11
    assert held_by_chance(len(ranges)) == (13, 19)
    below = [sum(comb(20, k) * 0.8**k * 0.2 ** (20 - k) for k in range(end)) for end in (13, 14, 19, 20)]
    assert below[0] < 0.05 < below[1]  # 13 is the last lower end that errs at most one time in twenty
    assert 1 - below[3] < 0.05 < 1 - below[2]  # and 19 the first upper end


def test_seven_of_eight_left_sides_are_ten_times_too_large_and_four_right_sides():
    table = load("institutes_table2").set_index("institute")
    table = table[table["money_as_printed"].str.contains("/")]
    sides = table["money_as_printed"].str.replace(" ", "").str.split("/", expand=True).astype(float) * 100
    left = sides[0] / table["federal_checked_million_usd"]
    right = sides[1] / table["nonfederal_checked_million_usd"]
    assert left.drop("MxD").tolist() == pytest.approx(7 * [10])
    assert left["MxD"] == pytest.approx(118.6, abs=0.05)
    assert sorted(right.dropna()) == pytest.approx([1060 / 250, 178 / 18.9, 10, 10, 10, 10, 100])


def test_rounding_does_not_take_17_8_to_what_was_announced_for_iacmi():
    low, high = printed_interval("17.8 千万")
    announced = load("institutes_table2").set_index("institute").loc["IACMI", "nonfederal_checked_million_usd"]
    assert (low, high) == (177.5e6, 178.5e6)
    assert high < announced * 1e6


def test_titles_and_words_of_the_charts_state_the_finding():
    chart = products_chart(compare_products(REPORT))
    assert chart.title.text == "3 of 4 products fit what is printed; one is 2.03 times as large"
    assert chart.description.endswith("hours × cost of an hour, all: 2.03.")
    fitting = products_chart(compare_products({"a year": (["27", 12], "323")}))
    assert fitting.title.text == "The product fits what is printed"
    hours = hours_chart(CARS / 1000, OTHERS / 1000, 261.818, 532)
    assert hours.title.text.startswith("The mean that is printed is 2.03 times")
    assert (
        "Car plants 1,343; Mean that is printed 532; All plants together 262; All but car plants 106"
        in hours.description
    )

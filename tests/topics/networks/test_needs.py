import math

import numpy as np
import pandas as pd
import pytest

from longwave.checks import InputError
from longwave.data import load
from longwave.topics.networks import (
    degrees,
    direct_buyers,
    giant_component_share,
    giant_share_of_degrees,
    hypothetical_extraction,
    leontief_output,
    losses,
    losses_chart,
    lost_with,
    percolation,
    preferential_attachment,
    random_network,
    read_needs,
    with_twins,
)


@pytest.fixture(scope="module")
def needs():
    return read_needs(load("package_network"))


def table(**wanted):
    return read_needs(pd.DataFrame({"package": list(wanted), "needs": list(wanted.values())}))


def test_an_alternative_saves_and_a_second_need_does_not():
    assert lost_with(table(car="bolt | screw", bolt="", screw=""), "bolt") == set()
    assert lost_with(table(car="bolt, screw", bolt="", screw=""), "bolt") == {"car"}


def test_alternatives_with_one_source_fall_together():
    assert lost_with(table(car="bolt | screw", bolt="steel", screw="steel", steel=""), "steel") == {
        "bolt",
        "screw",
        "car",
    }


def test_the_real_network_loses_13_in_the_median_and_385_at_most(needs):
    lost = losses(needs)
    assert (len(needs), sum(map(len, needs.values()))) == (415, 1640)
    assert sum(len(need) > 1 for wanted in needs.values() for need in wanted) == 14
    assert (lost.median(), lost.max(), lost.index[0]) == (13, 385, "gcc-12-base")
    assert lost.mean() == pytest.approx(24.5, abs=0.01)
    assert direct_buyers(needs)[["gcc-12-base", "libc6"]].tolist() == [17, 324]


def test_nearly_every_loss_stops_the_program_that_the_list_was_made_for(needs):
    stops = sum("freecad" in lost_with(needs, package) for package in needs if package != "freecad") + 1
    assert stops == 400


def test_a_twin_with_the_same_sources_saves_nothing_from_the_loss_behind_it(needs):
    same, apart = (with_twins(needs, ["libc6"], same_sources=shared) for shared in (True, False))
    assert [len(lost_with(network, "libc6") & set(needs)) for network in (needs, same, apart)] == [384, 0, 0]
    assert [len(lost_with(network, "gcc-12-base") & set(needs)) for network in (needs, same, apart)] == [385, 385, 133]


def test_the_chart_names_the_deadliest(needs):
    harm = pd.DataFrame({"buyers": direct_buyers(needs), "lost": losses(needs)})
    assert "17 direct buyers, and 385 of 414" in str(losses_chart(harm).to_dict()["title"])


def test_theory_leaves_27_of_10000_firms_at_nine_in_ten_out():
    links = degrees(preferential_attachment(10_000, 2, np.random.default_rng(9)), 10_000)
    assert 10_000 * giant_share_of_degrees(links, 0.1) == pytest.approx(26.7, abs=0.05)


def test_links_placed_at_random_give_the_giant_part_of_the_plain_equation():
    k = np.arange(0, 40)
    counts = np.round(1e6 * np.exp(-4) * 4.0**k / np.array([float(math.factorial(n)) for n in k])).astype(int)
    links = np.repeat(k, counts)
    assert giant_share_of_degrees(links, 0.5) == pytest.approx(giant_component_share(4, 0.5), abs=1e-4)


def test_a_drawn_network_follows_the_theory_of_its_own_links():
    rng = np.random.default_rng(6)
    network = random_network(10_000, 3, rng)
    shares = percolation(network, rng.permutation(10_000))
    assert shares[4_000] == pytest.approx(giant_share_of_degrees(degrees(network, 10_000), 0.6), abs=0.02)


def test_utilities_are_1_3_per_cent_of_us_output_and_taking_them_out_costs_1_9():
    sales = load("us_input_output").pivot(index="seller", columns="buyer", values="million_dollars").fillna(0)
    final = sales.pop("final use")
    output = sales.sum(axis=1) + final
    needed = sales[sales.index] / output
    assert leontief_output(needed, final).to_numpy() == pytest.approx(output.to_numpy())
    left = hypothetical_extraction(needed, final, "Utilities")
    assert output["Utilities"] / output.sum() == pytest.approx(0.0130, abs=5e-5)
    assert 1 - left.sum() / output.sum() == pytest.approx(0.0191, abs=5e-5)
    assert (sales.loc["Utilities"] > 0).sum() == 15


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: lost_with(table(a=""), "b"), "first must be one of the 1 packages"),
        (lambda: with_twins(table(a=""), ["b"], same_sources=True), "packages must all be in the network"),
        (lambda: giant_share_of_degrees([0, 0]), "degrees must hold at least one firm with a link"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(call, message):
    with pytest.raises(InputError, match=message):
        call()

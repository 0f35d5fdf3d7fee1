import math

import networkx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.communities import threshold_cascade
from longwave.topics.networks import (
    ORDERS,
    critical_removal,
    degree_spread,
    degrees,
    giant_component_share,
    largest_part,
    link_share,
    part_sizes,
    percolation,
    preferential_attachment,
    random_network,
    removal_order,
    stepwise_worst,
    workshop_chain,
)

careful = settings(deadline=None, derandomize=True)


@st.composite
def networks(draw):
    firms = draw(st.integers(1, 25))
    firm = st.integers(0, firms - 1)
    links = draw(st.lists(st.tuples(firm, firm), max_size=40))
    return firms, links, draw(st.permutations(range(firms)))


def largest_by_networkx(links, firms, out):
    graph = networkx.Graph()
    graph.add_nodes_from(range(firms))
    graph.add_edges_from(links)
    graph.remove_nodes_from(out)
    return max(map(len, networkx.connected_components(graph)), default=0)


@pytest.mark.parametrize(("links", "share"), [(1.5, 0.582812), (2, 0.796812), (3, 0.94048), (4, 0.980173)])
def test_the_giant_part_is_that_of_erdos_and_renyi_1960(links, share):
    assert giant_component_share(links) == pytest.approx(share, abs=1e-6)


@pytest.mark.parametrize(("out", "share"), [(0.2, 0.762), (0.5, 0.398), (0.7, 0.094), (0.75, 0), (0.8, 0)])
def test_what_is_left_of_four_links_a_firm_are_regression_values(out, share):
    assert giant_component_share(4, 1 - out) == pytest.approx(share, abs=0.0005)


def test_a_simulated_network_follows_the_theory_of_callaway_and_others_2000():
    rng = np.random.default_rng(4)
    shares = percolation(random_network(10_000, 4, rng), rng.permutation(10_000))
    for out in (0.0, 0.2, 0.5, 0.7, 0.85):
        assert shares[round(10_000 * out)] == pytest.approx(giant_component_share(4, 1 - out), abs=0.012)


@careful
@given(st.floats(0, 50), st.floats(0, 1))
def test_the_giant_part_solves_its_equation_and_nothing_larger_does(links, staying):
    share = giant_component_share(links, staying)
    assert share == pytest.approx(staying * -math.expm1(-links * share), abs=1e-9)
    assert 0 <= share <= staying
    above = np.linspace(share, staying, 30)[1:]
    assert (staying * -np.expm1(-links * above) <= above + 1e-9).all()


def test_the_threshold_of_molloy_and_reed_1995_is_one_minus_one_over_c_for_links_by_lot():
    firms = degrees(random_network(20_000, 4, np.random.default_rng(1)), 20_000)
    assert critical_removal(firms) == pytest.approx(0.75, abs=0.005)
    assert critical_removal([1, 1]) == 0


def test_a_network_with_hubs_bears_lots_and_not_the_loss_of_its_hubs():
    rng = np.random.default_rng(9)
    links = preferential_attachment(10_000, 2, rng)
    left = {order: percolation(links, removal_order(links, 10_000, order, rng))[1800] for order in ORDERS}
    assert left["random"] == pytest.approx(0.80, abs=0.01)
    assert left["largest"] == pytest.approx(0.005, abs=0.003)
    assert left["smallest"] == pytest.approx(0.82)
    assert degree_spread(degrees(links, 10_000)) == pytest.approx(14.7, abs=1.5)
    assert critical_removal(degrees(links, 10_000)) == pytest.approx(0.93, abs=0.01)


@careful
@given(networks())
def test_all_departures_at_once_give_what_networkx_gives_one_by_one(network):
    firms, links, order = network
    shares = percolation(links, order) * firms
    assert len(shares) == firms + 1
    for gone in range(firms + 1):
        assert round(shares[gone]) == largest_by_networkx(links, firms, order[:gone])
        assert largest_part(links, firms, order[:gone]) == round(shares[gone])
    assert (np.diff(shares) <= 1e-9).all()


@careful
@given(networks(), st.data())
def test_parts_are_those_of_networkx_and_their_sizes_sum_to_those_who_stay(network, data):
    firms, links, order = network
    out = order[: data.draw(st.integers(0, firms))]
    sizes = part_sizes(links, firms, out)
    assert sum(sizes) == firms - len(out)
    assert sizes == sorted(sizes, reverse=True)


def test_a_networkx_graph_with_names_does_as_well_as_links():
    graph = networkx.path_graph(["a", "b", "c"])
    assert (percolation(graph, ["b", "a", "c"]) * 3).tolist() == pytest.approx([3, 1, 1, 0])


def test_makers_of_networks_give_the_links_they_promise():
    rng = np.random.default_rng(2)
    drawn = random_network(50, 6, rng)
    assert len({tuple(row) for row in drawn.tolist()}) == 150
    assert (drawn[:, 0] != drawn[:, 1]).all()
    grown = preferential_attachment(200, 3, rng)
    assert len(grown) == 6 + 196 * 3
    assert degrees(grown, 200).min() >= 3
    assert part_sizes(grown, 200) == [200]


@pytest.mark.parametrize("order", ORDERS)
def test_each_order_names_every_firm_once_and_sizes_never_turn(order):
    links = preferential_attachment(60, 2, np.random.default_rng(3))
    out = removal_order(links, 60, order, np.random.default_rng(3))
    sizes = degrees(links, 60)[out]
    assert sorted(out) == list(range(60))
    if order != "random":
        assert (np.diff(sizes) * (1 if order == "smallest" else -1) >= 0).all()


def test_ten_cuts_planned_together_beat_ten_greedy_ones_in_the_chain_of_workshops():
    chain = workshop_chain(22)
    assert largest_part(chain, 87, stepwise_worst(chain, 87, 10)) == 10
    assert largest_part(chain, 87, range(7, 80, 8)) == 7
    assert link_share(chain, range(3, 87, 4)) == pytest.approx(42 / 108)


def test_the_cascade_of_granovetter_1978_is_on_the_public_face():
    assert threshold_cascade(range(100)) == 100


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: giant_component_share(-1), "mean_degree must be a finite number of at least 0"),
        (lambda: giant_component_share(2, 1.5), "staying must be a finite number from 0 to 1"),
        (lambda: degree_spread([0, 0]), "degrees must hold at least one firm with a link"),
        (lambda: percolation([(0, 1)], [0, 0]), "order must name firms from 0 to 1, each once"),
        (lambda: percolation([(0, 2)], [0, 1]), "graph must join firms, each numbered from 0 to 1"),
        (lambda: percolation(networkx.path_graph(3), [0, 1]), "order must name all 3 firms of the graph"),
        (lambda: part_sizes([(0, 1)], 2, [5]), "removed must name firms from 0 to 1, each once"),
        (lambda: part_sizes([(0, 1)], 2, [0, 0]), "removed must name firms from 0 to 1, each once"),
        (lambda: random_network(3, 4, np.random.default_rng(1)), "mean_degree must be a finite number from 0 to 2"),
        (lambda: preferential_attachment(2, 2, np.random.default_rng(1)), "firms must be a whole number of at least 3"),
        (lambda: removal_order([(0, 1)], 2, "big", np.random.default_rng(1)), "which must be one of random, smallest"),
        (lambda: degrees([(0, 3)], 2), "links must join firms, each numbered from 0 to 1"),
        (lambda: workshop_chain(0), "groups must be a whole number of at least 1"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(call, message):
    with pytest.raises(InputError, match=message):
        call()

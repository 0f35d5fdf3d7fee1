import networkx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.links import marked, names_at, read_links, read_places

PAIRS = [(1, 2), (2, 3), (3, 1), (3, 4)]
WIDTHS = ["int8", "uint8", "int16", "int32", "uint32", "int64", "uint64", "float32", "float64"]


@pytest.mark.parametrize("width", WIDTHS)
def test_pairs_of_every_width_become_the_same_places(width):
    links, names = read_links(np.array(PAIRS, dtype=width), 5, first=1)
    assert links.tolist() == [[0, 1], [1, 2], [2, 0], [2, 3]]
    assert links.dtype == np.intp
    assert names == range(1, 6)


@pytest.mark.parametrize("pairs", [PAIRS, [list(pair) for pair in PAIRS], iter(PAIRS), networkx.Graph(PAIRS)])
def test_lists_and_graphs_give_the_places_that_arrays_give(pairs):
    links, names = read_links(pairs, 4, first=1)
    assert {frozenset(link) for link in links.tolist()} == {
        frozenset(place) for place in [(0, 1), (1, 2), (0, 2), (2, 3)]
    }
    assert names == range(1, 5)


@pytest.mark.parametrize("source", [np.array(PAIRS, dtype=np.intp), networkx.Graph(PAIRS)])
def test_what_is_read_is_the_callers_to_change(source):
    links, _names = read_links(source, first=0 if isinstance(source, np.ndarray) else 1)
    links[:] = 0
    assert (np.array(list(source.edges()) if hasattr(source, "edges") else source) > 0).all()


def test_a_graph_names_its_firms_in_order_and_any_name_will_do():
    assert read_links(networkx.Graph([(7, 5), (6, 5)]))[1] == range(5, 8)
    assert read_links(networkx.Graph([("b", "a")]))[1] == ["a", "b"]
    assert read_links(networkx.Graph([("b", 2)]))[1] == ["b", 2]
    links, names = read_links(networkx.grid_2d_graph(2, 2))
    assert names == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert names_at(links, names)[0].tolist() == [(0, 0), (1, 0)]


def test_pairs_alone_are_among_the_firms_up_to_the_largest_number():
    assert read_links([(1, 4)], first=1)[1] == range(1, 5)


@settings(deadline=None, derandomize=True)
@given(st.lists(st.integers(-5, 40), unique=True, min_size=1), st.data())
def test_places_lead_back_to_the_names(names, data):
    firms = data.draw(st.lists(st.sampled_from(names)))
    places = read_places("firms", firms, names)
    assert names_at(places, names).tolist() == firms
    assert np.flatnonzero(marked(firms, names)).tolist() == sorted(set(places.tolist()))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: read_links([(0, 1, 2)], 3), "links must be pairs of firms"),
        (lambda: read_links([(0, 1), (2,)], 3), "links must be pairs of firms"),
        (lambda: read_links(np.array([0, 1]), 3), "links must be pairs of firms"),
        (lambda: read_links([(0, 1.5)], 3), "links must join firms, each numbered from 0 to 2"),
        (lambda: read_links([(0, None)], 3, name="ties"), "ties must join firms"),
        (lambda: read_links([("a", "b")], 3), "links must join firms, each numbered from 0 to 2"),
        (lambda: read_links([((0, 1), (1, 0))], 3), "links must join firms, each numbered from 0 to 2"),
        (lambda: read_links(np.array([[0, 2**32 + 1]]), 3), "links must join firms, each numbered from 0 to 2"),
        (lambda: read_links([(0, 0)], 3, loops=False), "links must join two different firms, each numbered from 0"),
        (lambda: read_links([("a", "z")], "abcde"), "firms must be a whole number of at least 1, not 'abcde'"),
        (lambda: read_links([("a", "z")], list("abcde")), "links must join firms, each among 'a', 'b', 'c', 'd', …"),
        (lambda: read_links([("a", "b")], ["a", "b", "a"]), "firms must be a number, or names, each once"),
        (lambda: read_links([], 0), "firms must be a whole number of at least 1, not 0"),
        (lambda: read_links([]), "firms must say how many there are, for links do not"),
        (lambda: read_links(networkx.Graph()), "links must have one firm or more"),
        (lambda: read_links(networkx.path_graph(3), 4), "firms must be 3, as many as the graph has, or left out"),
        (lambda: read_places("removed", [3], range(3)), "removed must name firms from 0 to 2"),
        (lambda: read_places("removed", [1, 1], range(3), once=True), "removed must name firms from 0 to 2, each once"),
        (lambda: read_places("removed", ["c"], ["a", "b"]), "removed must name firms among 'a', 'b'"),
    ],
)
def test_what_is_no_network_is_refused_by_name(call, message):
    with pytest.raises(InputError, match=message):
        call()

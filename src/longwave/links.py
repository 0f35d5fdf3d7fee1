"""Networks in one form for every model: pairs of firms or a networkx graph come in, places and names come out."""

from collections.abc import Hashable, Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeGuard

import numpy as np
import numpy.typing as npt

from longwave.checks import InputError, whole_number

if TYPE_CHECKING:
    import networkx

# Pairs of firms, one row of two each, or a networkx graph; how many firms there are, or their names.
Links = npt.NDArray[Any] | Iterable[Any]
Firms = int | Iterable[Hashable]
Names = Sequence[Hashable]


def is_graph(links: Links) -> TypeGuard["networkx.Graph[Any]"]:
    """Say whether a network is a networkx graph, not pairs.

    >>> is_graph([(0, 1)])
    False
    """
    return hasattr(links, "nodes") and hasattr(links, "edges")


def read_links(
    links: Links, firms: Firms | None = None, *, first: int = 0, loops: bool = True, name: str = "links"
) -> tuple[npt.NDArray[Any], Names]:
    """Return a network as links between places 0 … n − 1, and the names of the firms at these places.

    Args:
        links: pairs of firms, one row of two each; or a networkx graph, whose links have no direction here.
        firms: how many firms there are, if they are numbered; or their names. A graph names its own firms, sorted where
            that can be done. Pairs alone are among the firms up to the largest number in them.
        first: the number of the first firm.
        loops: whether a link may join a firm to itself.
        name: what the caller calls the links, for messages.

    Returns:
        A new array (m, 2) of places, of numpy's type for an index; and the names, a range if they are numbers in a row.

    Raises:
        InputError: if the links are not pairs, or join what is no firm.

    >>> links, names = read_links([("a", "b"), ("c", "b")], firms=["a", "b", "c"])
    >>> links.tolist(), names
    ([[0, 1], [2, 1]], ['a', 'b', 'c'])
    """
    if is_graph(links):
        names, ends = _names_of_graph(name, links, firms), _ends(name, links.edges())
    else:
        ends = _ends(name, links)
        names = _names(firms, first) if firms is not None else _names_in(name, ends, first)
    flat = _places(ends, names)
    places = flat.reshape(-1, 2) if flat is not None else None
    if places is None or (not loops and (places[:, 0] == places[:, 1]).any()):
        numbered = "numbered " if isinstance(names, range) else ""
        raise InputError(f"{name} must join {'' if loops else 'two different '}firms, each {numbered}{_among(names)}.")
    return places, names


def read_places(name: str, firms: Iterable[Any], names: Names, *, once: bool = False) -> npt.NDArray[Any]:
    """Return the places of some firms among the names of all, as `read_links` gives them.

    `once` says that no firm may be there twice. What is no firm is an `InputError`.

    >>> read_places("removed", [3, 1], range(1, 5)).tolist()
    [2, 0]
    """
    places = _places(firms if isinstance(firms, np.ndarray) else list(firms), names)
    if places is None or (once and len(places) and np.bincount(places).max() > 1):
        raise InputError(f"{name} must name firms {_among(names)}{', each once' if once else ''}.")
    return places


def marked(firms: Iterable[Any], names: Names) -> npt.NDArray[Any]:
    """Say of each firm, in the order of the names, whether it is one of some; others than these names do no harm.

    >>> marked([3, 9], range(1, 5)).tolist()
    [False, False, True, False]
    """
    some = firms if isinstance(firms, np.ndarray) else list(firms)
    if isinstance(names, range) and (numbers := _whole(some)) is not None:
        return np.isin(np.arange(names.start, names.stop), numbers)
    among = set(some.tolist() if isinstance(some, np.ndarray) else some)
    return np.array([name in among for name in names])


def names_at(places: npt.NDArray[Any], names: Names) -> npt.NDArray[Any]:
    """Return the names of the firms at some places, in the shape of the places.

    >>> names_at(np.array([[0, 1]]), range(1, 3)).tolist()
    [[1, 2]]
    """
    if isinstance(names, range):
        return places + names.start
    # Filled one by one: numpy would make columns of names that are tuples.
    array = np.empty(len(names), dtype=object)
    for place, name in enumerate(names):
        array[place] = name
    picked: npt.NDArray[Any] = array[places]
    return picked


def _ends(name: str, links: Links) -> npt.NDArray[Any] | list[Any]:
    """Return the two firms of each pair, one pair after the other."""
    pairs = links if isinstance(links, np.ndarray) else [tuple(pair) for pair in links]
    if len(pairs) == 0:
        return []
    if isinstance(pairs, np.ndarray):
        if pairs.ndim == 2 and pairs.shape[1] == 2:
            return pairs.ravel()
    elif all(len(pair) == 2 for pair in pairs):
        return [end for pair in pairs for end in pair]
    raise InputError(f"{name} must be pairs of firms, such as [(1, 2), (2, 3)].")


def _names(firms: Firms, first: int) -> Names:
    if isinstance(firms, str) or not isinstance(firms, Iterable):
        return range(first, first + whole_number("firms", firms, minimum=1))
    names = list(firms)
    if not names or len(set(names)) < len(names):
        raise InputError("firms must be a number, or names, each once.")
    return _in_a_row(names)


def _names_of_graph(name: str, graph: Any, firms: Firms | None) -> Names:
    nodes = list(graph.nodes)
    with suppress(TypeError):  # names of several kinds have no order but the graph's own
        nodes.sort()
    if not nodes:
        raise InputError(f"{name} must have one firm or more.")
    if firms is not None and len(_names(firms, 0)) != len(nodes):
        raise InputError(f"firms must be {len(nodes)}, as many as the graph has, or left out.")
    return _in_a_row(nodes)


def _names_in(name: str, ends: npt.NDArray[Any] | list[Any], first: int) -> Names:
    numbers = _whole(ends)
    if numbers is None or numbers.size == 0:
        raise InputError(f"firms must say how many there are, for {name} do not.")
    return range(first, max(first, int(numbers.max())) + 1)


def _in_a_row(names: list[Any]) -> Names:
    """Return names that are numbers in a row as a range, which takes no dictionary to look up."""
    if isinstance(names[0], int | np.integer) and names == list(range(names[0], names[0] + len(names))):
        return range(int(names[0]), int(names[0]) + len(names))
    return names


def _places(firms: npt.NDArray[Any] | list[Any], names: Names) -> npt.NDArray[Any] | None:
    """Return the places of firms, or None where one of them is not among the names."""
    if not isinstance(names, range):
        place = {name: at for at, name in enumerate(names)}
        found = [place.get(firm, -1) for firm in (firms.tolist() if isinstance(firms, np.ndarray) else firms)]
        return None if -1 in found else np.array(found, dtype=np.intp)
    numbers = _whole(firms)
    # Compared before they are shortened to an index: a large number would turn into another firm's.
    if numbers is None or (numbers.size and (numbers.min() < names.start or numbers.max() >= names.stop)):
        return None
    places = numbers.astype(np.intp)
    if names.start:
        places -= names.start
    return places


def _whole(firms: npt.NDArray[Any] | list[Any]) -> npt.NDArray[Any] | None:
    """Return a list of whole numbers as an array, and None for anything else."""
    try:
        numbers = np.asarray(firms)
    except ValueError:
        return None
    if numbers.ndim != 1 or numbers.dtype.kind not in "iuf":
        return None
    if numbers.dtype.kind == "f" and not (np.isfinite(numbers) & (numbers == np.rint(numbers))).all():
        return None
    return numbers


def _among(names: Names) -> str:
    if isinstance(names, range):
        return f"from {names.start} to {names.stop - 1}"
    return f"among {', '.join(map(repr, names[:4]))}{', …' if len(names) > 4 else ''}"

"""A network of needs: each package needs others, all of its needs must be met, and alternatives meet some."""

from collections.abc import Iterable, Mapping

import pandas as pd

from longwave.checks import InputError

Needs = Mapping[str, tuple[frozenset[str], ...]]


def read_needs(packages: pd.DataFrame) -> dict[str, tuple[frozenset[str], ...]]:
    """Return for each package its needs, each as the set of packages that meet it.

    Args:
        packages: DataFrame(package, needs); a comma separates needs, a vertical bar alternatives for one need.

    Our own reading of the fields of a package index, whose separators it keeps.

    >>> read_needs(pd.DataFrame({"package": ["car", "bolt"], "needs": ["bolt", ""]}))
    {'car': (frozenset({'bolt'}),), 'bolt': ()}
    """
    rows = zip(packages["package"], packages["needs"].fillna(""), strict=True)
    return {
        str(package): tuple(
            frozenset(name.strip() for name in need.split("|")) for need in str(needs).split(",") if need.strip()
        )
        for package, needs in rows
    }


def lost_with(needs: Needs, first: str) -> set[str]:
    """Return the packages that stop if `first` is lost, itself left out.

    A package stops as soon as nothing meets one of its needs; this goes on until nobody else stops.

    Our own construction.

    >>> sorted(lost_with(read_needs(pd.DataFrame({"package": list("abc"), "needs": ["b", "c", ""]})), "c"))
    ['a', 'b']
    """
    if first not in needs:
        raise InputError(f"first must be one of the {len(needs)} packages, not {first!r}.")
    gone, hit = {first}, {first}
    buyers = _buyers(needs)
    while hit:
        asked = {buyer for package in hit for buyer in buyers.get(package, ())} - gone
        hit = {package for package in asked if any(need <= gone for need in needs[package])}
        gone |= hit
    return gone - {first}


def losses(needs: Needs) -> pd.Series:
    """Count for each package how many others stop if it alone is lost: Series by package, the most harmful first.

    Our own construction.

    >>> losses(read_needs(pd.DataFrame({"package": list("abc"), "needs": ["b", "c", ""]}))).to_dict()
    {'c': 2, 'b': 1, 'a': 0}
    """
    counts = pd.Series({package: len(lost_with(needs, package)) for package in needs}, name="others lost", dtype=int)
    return counts.sort_values(ascending=False, kind="stable")


def direct_buyers(needs: Needs) -> pd.Series:
    """Count for each package how many others name it in one of their needs.

    An ordinary count, with no source of its own.

    >>> direct_buyers({"a": (frozenset({"b"}),), "b": ()}).to_dict()
    {'a': 0, 'b': 1}
    """
    buyers = _buyers(needs)
    return pd.Series({package: len(buyers.get(package, ())) for package in needs}, name="direct buyers", dtype=int)


def with_twins(needs: Needs, packages: Iterable[str], *, same_sources: bool) -> dict[str, tuple[frozenset[str], ...]]:
    """Return the network after each of some packages gets a second source, its twin.

    Args:
        needs: The network.
        packages: Who gets a twin; wherever the package meets a need, the twin meets it too.
        same_sources: Whether the twin has the same needs as the package itself, or none.

    Our own construction.

    >>> with_twins({"a": (frozenset({"b"}),), "b": ()}, ["b"], same_sources=False)["a"] == (frozenset({"b", "b 2"}),)
    True
    """
    twins = {package: f"{package} 2" for package in packages}
    unknown = sorted(set(twins) - set(needs))
    if unknown:
        raise InputError(f"packages must all be in the network; {unknown[0]!r} is not.")
    wider = {
        package: tuple(need | {twins[name] for name in need if name in twins} for need in wanted)
        for package, wanted in needs.items()
    }
    return wider | {twin: wider[package] if same_sources else () for package, twin in twins.items()}


def _buyers(needs: Needs) -> dict[str, set[str]]:
    buyers: dict[str, set[str]] = {}
    for package, wanted in needs.items():
        for name in frozenset().union(*wanted):
            buyers.setdefault(name, set()).add(package)
    return buyers

"""A ring of firms whose links are moved, added or removed: paths, clustering, and who comes to know."""

import math
from collections.abc import Iterable
from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, whole_number
from longwave.topics.small_world.models.small_world import mean_path_length, move_links, ring_lattice, ring_path_length
from longwave.topics.small_world.models.weak_ties import first_heard, weeks_by_chance

FIRMS, NEIGHBOURS = 60, 6
START = (1, 2, 3)
MOST_MOVED = 30


def panel_ring(count: int, seed: int, change: str = "moved") -> pd.DataFrame:
    """Return the links of the panel's ring, near ones that were given up among them: DataFrame(from, to, kind).

    The kind is kept, new or gone. With the change "added" the near links stay, and with "removed" no far ones come; the
    near and far links are the same as with "moved".
    """
    ring = ring_lattice(FIRMS, NEIGHBOURS)
    after = move_links(ring, FIRMS, count, seed)
    moved = (after != ring).any(axis=1)
    gone, new = ring[moved], after[moved]
    parts = {
        "kept": ring if change == "added" else ring[~moved],
        "new": new[:0] if change == "removed" else new,
        "gone": gone[:0] if change == "added" else gone,
    }
    frames = [pd.DataFrame(links, columns=["from", "to"]).assign(kind=kind) for kind, links in parts.items()]
    return pd.concat(frames, ignore_index=True)


def links_in_use(links: pd.DataFrame) -> npt.NDArray[np.int64]:
    """Return the links of `panel_ring` that were not given up, as rows of two firms."""
    return links.loc[links["kind"] != "gone", ["from", "to"]].to_numpy()


@cache
def panel_curves(needed: int, seed: int, change: str = "moved") -> pd.DataFrame:
    """Return path, reach and weeks as shares of the ring's, by the number of links changed, for one seed.

    Weeks are those until the last of all firms knows, missing where some never do.
    """
    rows = []
    ring_weeks = float(first_heard(ring_lattice(FIRMS, NEIGHBOURS), FIRMS, START, needed).max())
    for count in range(MOST_MOVED + 1):
        links = links_in_use(panel_ring(count, seed, change))
        heard, path = first_heard(links, FIRMS, START, needed), mean_path_length(links, FIRMS)
        last = heard.max() / ring_weeks if np.isfinite(heard).all() else math.nan
        rows.append((count, path / ring_path_length(FIRMS, NEIGHBOURS), float(np.isfinite(heard).mean()), last))
    return pd.DataFrame(rows, columns=["moved", "path", "reach", "weeks"])


def changed_ring(firms: int, neighbours: int, count: int, seed: int, change: str = "moved") -> npt.NDArray[np.int64]:
    """Return the links of a ring of which some are moved, or to which some are added, or from which some are removed.

    `firms` and `neighbours` are as in `ring_lattice`; `count`, of links drawn at random, and `seed` as in `move_links`.
    `change` is "moved", "added" (between two firms that had none) or "removed".

    Raises:
        InputError: `change` is another word, or there are not so many links.

    Source: our own construction, to tell what far links add from what near ones leave behind.

    >>> len(changed_ring(20, 4, 6, seed=1, change="added")), len(changed_ring(20, 4, 6, seed=1, change="removed"))
    (46, 34)
    """
    ring = ring_lattice(firms, neighbours)
    if change == "moved":
        return move_links(ring, firms, count, seed)
    rng = np.random.default_rng(seed)
    if change == "removed":
        return ring[np.sort(rng.permutation(len(ring))[whole_number("count", count, 0, len(ring)) :])]
    if change != "added":
        raise InputError("change must be moved, added or removed.")
    one, other = np.triu_indices(firms, k=1)
    apart = np.minimum(other - one, firms - other + one) > neighbours // 2
    absent = np.column_stack([one[apart], other[apart]]) + 1
    drawn = rng.permutation(len(absent))[: whole_number("count", count, 0, len(absent))]
    return np.vstack([ring, absent[drawn]])


def knack_draws(
    neighbours: int, needed: int, count: int, change: str = "moved", seeds: Iterable[int] = range(1, 41)
) -> pd.DataFrame:
    """Return for each draw how many of 60 firms learn a knack, and in which week the last of them does.

    `needed` is as in `first_heard`, and the other arguments as in `changed_ring`. As many neighbouring firms know at
    the start as teachers are needed, and at least three.

    Returns:
        DataFrame(firms, week), a row for each draw.

    >>> knack_draws(6, 3, 0, seeds=[1]).iloc[0].tolist()
    [60, 28]
    """
    known = range(1, max(needed, len(START)) + 1)
    rows = []
    for seed in seeds:
        steps = first_heard(changed_ring(FIRMS, neighbours, count, seed, change), FIRMS, known, needed)
        learnt = steps[np.isfinite(steps)]
        rows.append((len(learnt), int(learnt.max())))
    return pd.DataFrame(rows, columns=["firms", "week"])


def ring_faster(firms: int, moved: int, chance: float, draws: int, tries: int) -> float:
    """Return in which share of the draws of moved links a hard knack reaches all firms sooner on the ring as it was.

    A ring of `firms` with six partners each, three teachers needed; `moved`, `chance` and `tries` (how often each
    network is tried, for a median week) are as in `move_links` and `weeks_by_chance`.

    >>> ring_faster(20, 2, chance=1, draws=2, tries=1)
    0.0
    """
    ring = ring_lattice(firms, NEIGHBOURS)
    nets = [ring, *(move_links(ring, firms, moved, seed) for seed in range(1, draws + 1))]
    still, *others = (weeks_by_chance(net, firms, START, len(START), chance, tries, seed=8).median() for net in nets)
    return float(np.mean([still < other for other in others]))

"""A ring of firms whose links are moved: paths, clustering, and who comes to know."""

from functools import cache

import numpy as np
import pandas as pd

from longwave.topics.small_world.models.small_world import move_links, ring_clustering, ring_lattice, ring_path_length
from longwave.topics.small_world.models.weak_ties import first_heard, moving_curve

FIRMS, NEIGHBOURS = 60, 6
START = (1, 2, 3)
MOST_MOVED = 30


def moved_ring(moved: int, seed: int) -> pd.DataFrame:
    """Return the links of the panel's ring: DataFrame(from, to, moved)."""
    ring = ring_lattice(FIRMS, NEIGHBOURS)
    links = move_links(ring, FIRMS, moved, seed)
    return pd.DataFrame({"from": links[:, 0], "to": links[:, 1], "moved": (links != ring).any(axis=1)})


@cache
def panel_curves(needed: int, seed: int) -> pd.DataFrame:
    """Return path, clustering and reach as shares of the ring's, by number of links moved, for one seed."""
    counts = range(MOST_MOVED + 1)
    curve = moving_curve(FIRMS, NEIGHBOURS, counts, [seed])
    ring = ring_lattice(FIRMS, NEIGHBOURS)
    heard = [first_heard(move_links(ring, FIRMS, count, seed), FIRMS, START, needed) for count in counts]
    return pd.DataFrame(
        {
            "moved": curve["moved"],
            "path": curve["path"] / ring_path_length(FIRMS, NEIGHBOURS),
            "clustering": curve["clustering"] / ring_clustering(NEIGHBOURS),
            "reach": [float(np.isfinite(steps).mean()) for steps in heard],
        }
    )

"""The score by size on trial: awards whose both sums are known, each judged by all the others."""

import numpy as np
import pandas as pd

from longwave.data import load
from longwave.topics.manufacturing_usa.models.institutes import SUMS, UNIT, sums_of_others
from longwave.topics.manufacturing_usa.models.lost_marks import fits, garbled, log_distance, readings

SAME = 0.05  # half of the last printed digit


def held_out() -> pd.DataFrame:
    """Return each award whose both sums are known, with its distance from the others and the chance of one as far.

        chance = exp(−(z₁² + z₂²) / 2), the share of a normal cloud in two dimensions that lies as far out or farther

    Columns by institute: federal and others (million USD), federal_z and others_z (standard deviations of the
    logarithms of all other institutes), chance. Source: the dataset institutes; the construction is ours, and is the
    one that weighs the readings of a garbled cell.

    >>> held_out().loc["America Makes"].round(3).to_dict()
    {'federal': 30.0, 'others': 40.0, 'federal_z': -2.877, 'others_z': -2.262, 'chance': 0.001}
    """
    known = load("institutes").set_index("institute")[list(SUMS)].dropna().set_axis(["federal", "others"], axis=1)
    distances = {name: distance_of(name, *row) for name, row in zip(known.index, known.to_numpy(), strict=True)}
    frame = known.join(pd.DataFrame(distances, ["federal_z", "others_z"]).T)
    return frame.assign(chance=np.exp(-(frame["federal_z"] ** 2 + frame["others_z"] ** 2) / 2))


def distance_of(institute: str, federal: float, others: float) -> tuple[float, float]:
    """Return how far a pair in million USD lies from the sums of all institutes but one, in standard deviations.

    >>> [round(distance, 2) for distance in distance_of("America Makes", 65, 68)]
    [-0.64, -1.2]
    """
    sums = sums_of_others(institute)
    return (
        float(log_distance(federal / UNIT, sums[0]).iloc[0]),
        float(log_distance(others / UNIT, sums[1]).iloc[0]),
    )


def recovered(pairs: pd.DataFrame, federal_sums: object, others_sums: object) -> pd.DataFrame:
    """Garble true pairs as Table 2 does, let the score by size read them, and tell what it says.

    `pairs` has federal and others in the table's unit; they are printed with one decimal. The result adds cell (as
    garbled), count (of readings), share (of the reading that size puts first) and right (whether that reading is the
    true one).

    Our own construction.

    >>> sums = [7, 7, 8, 11], [7, 10, 20, 25]
    >>> recovered(pd.DataFrame({"federal": [7.5], "others": [9.6]}), *sums)[["cell", "count", "right"]].values.tolist()
    [['759.6', 3, True]]
    """
    printed = pairs[["federal", "others"]].round(1).to_numpy()
    rows = [_read(one, other, federal_sums, others_sums) for one, other in printed]
    return pairs.join(pd.DataFrame(rows, pairs.index, ["cell", "count", "share", "right"]))


def _read(federal: float, others: float, *sums: object) -> tuple[str, int, float, bool]:
    cell = garbled(federal, others)
    read = readings(cell)
    share = fits(read, *sums).to_numpy()
    best = int(share.argmax())
    found = read.to_numpy()[best]
    right = bool(abs(found[0] - federal) < SAME and abs(found[1] - others) < SAME)
    return cell, len(read), float(share[best]), right

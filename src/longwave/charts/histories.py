"""Many histories in one chart: one row of data for each, unfolded into a line by the page that draws it."""

import numpy as np
import numpy.typing as npt
import pandas as pd

DRAWN_POINTS = 40


def paths_frame(values: npt.NDArray[np.float64], groups: list[str]) -> pd.DataFrame:
    """Return one row for each history: history (1 … n), group, and the values that are drawn, in thousandths, as text.

    `values` is an array (histories, steps). Of the steps, 40 at equal distances are drawn. A text of 40 numbers is a
    tenth of what 40 rows would take in a notebook and on the way to the page.
    """
    every = values.shape[1] // DRAWN_POINTS
    paths = np.rint(1000 * values[:, every - 1 :: every]).astype(np.int64).tolist()
    rows = [
        {"history": number, "group": group, "path": " ".join(map(str, thousandths))}
        for number, (thousandths, group) in enumerate(zip(paths, groups, strict=True), 1)
    ]
    return pd.DataFrame(rows)

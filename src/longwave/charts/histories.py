"""Many histories in one chart: one row of data for each, unfolded into a line by the page that draws it."""

import altair as alt
import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.charts.theme import data

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


def history_lines(name: str, frame: pd.DataFrame, steps: int, x: alt.X, y: alt.Y) -> alt.Chart:
    """Return the lines of many histories; `x` reads the field step, `y` the field value."""
    every = steps // DRAWN_POINTS
    return (
        alt.Chart(data(name, frame))
        .transform_calculate(value="split(datum.path, ' ')")
        .transform_flatten(["value"])
        .transform_window(place="row_number()", groupby=["history"])
        .transform_calculate(step=f"{every} * datum.place", value="datum.value / 1000")
        .mark_line(strokeWidth=1.2, opacity=0.55)
        .encode(x=x, y=y, detail=alt.Detail("history:N"))
    )

"""Six functions of an invented factory, each with a deadline, a job and a load; and the two places to run them."""

import pandas as pd

EDGE_AWAY, CLOUD_AWAY, CLOUD_SERVERS, LATE_ALLOWED = 1.0, 20.0, 10, 0.01
_ROWS = {
    "stop": ("emergency stop", 20, 1, 0.1),
    "grip": ("robot's grip", 80, 10, 0.2),
    "camera": ("hand-held camera", 100, 10, 0.8),
    "sorting": ("sorting by picture", 15, 10, 0.2),
    "bearing": ("bearing alarm", 1_000, 60, 0.8),
    "plan": ("plan of the shift", 60_000, 5_000, 0.9),
}


def factory_functions() -> pd.DataFrame:
    """Return six functions by short name: what each does, deadline and job in ms, and load.

    The numbers are invented, round, and in the range of real ones. All are treated as jobs that come at random and last
    exponentially long; a camera over a belt works in step, and does not belong here.

    >>> factory_functions().loc["camera", ["deadline", "job", "load"]].tolist()
    [100.0, 10.0, 0.8]
    """
    return pd.DataFrame.from_dict(_ROWS, orient="index", columns=["what", "deadline", "job", "load"])

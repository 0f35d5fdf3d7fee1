"""The steps and the branches of a chain whose links may fail, as points of its curves."""

import numpy as np
import pandas as pd

from longwave.topics.networks.models.production import critical_reliability, firm_reliability
from longwave.topics.networks.models.restart import settled_output, tipping_output

BRANCH_POINTS = 80


def reliability_frames(
    inputs: int, suppliers: int, link: float, start: float = 1.0
) -> tuple[pd.DataFrame, pd.DataFrame, pd.Series]:
    """Return the steps, the branches and the present point of a chain, as `reliability_chart` takes them."""
    before = np.linspace(0, 1, 51)
    after = [firm_reliability(r, link, inputs, suppliers) for r in before]
    critical = critical_reliability(inputs, suppliers)
    point = pd.Series(
        {
            "link": link,
            "start": start,
            "output": settled_output(link, start, inputs, suppliers),
            "tipping": tipping_output(link, inputs, suppliers) if link >= critical["link"] else 1.0,
            "critical_link": critical["link"],
            "critical_output": critical["output"],
        }
    )
    return pd.DataFrame({"before": before, "after": after}), _branches(inputs, suppliers, critical), point


def _branches(inputs: int, suppliers: int, critical: pd.Series) -> pd.DataFrame:
    """Return both branches as x = y / g(y)^m and r = g(y)^m over y = x · r, and the standstill where r = 0.

    With one input, standstill is left at the first start above the edge; with more it lasts up to perfect links.
    """
    turning = critical["link"] * critical["output"]
    spans = {"stable": np.linspace(max(turning, 1e-6), 1, BRANCH_POINTS)}
    if 0 < turning < 1:
        spans["tipping"] = np.linspace(turning, 0.01, BRANCH_POINTS)
    still_until = max(0.3, critical["link"]) if inputs == 1 else 1.0
    frames = [pd.DataFrame({"branch": "nothing", "link": [0.3, still_until], "output": 0.0})]
    for branch, y in spans.items():
        output = (1 - (1 - y) ** suppliers) ** inputs
        frames.append(pd.DataFrame({"branch": branch, "link": y / output, "output": output}))
    rows = pd.concat(frames, ignore_index=True)
    return rows[(rows["link"] <= 1 + 1e-12) & (rows["link"] >= 0.3)]

"""Who pays for training: a firm trains as far as it keeps part of what training adds."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from longwave.checks import number, numbers, positive_number


def training(
    gain: float, cost: float, kept: float, quits: float, subsidy: float = 0.0, wage_gap: float = 0.0
) -> pd.Series:
    """Compute how many weeks of general training a firm pays for, and how many would be best for all.

        the firm:  (1 − q) · (G + κ g τ) − (1 − s) · c τ² / 2   is highest at   τ = (1 − q) κ g / ((1 − s) c)
        all:       g τ − c τ² / 2                               is highest at   τ = g / c

    `gain` g, above 0, is what a week of training adds to a worker's product, in money, in any firm; `cost` c, above 0,
    makes each week dearer than the last. The firm keeps the share `kept` κ of the gain, and the wage takes the rest:
    κ above 0 is a compressed wage structure. A share `quits` q of the trained leaves, the state bears the share
    `subsidy` s (below 1) of the cost, and `wage_gap` G is paid below product with training or without. Returns
    firm_weeks, best_weeks, firm_profit, value (for all, at the firm's choice) and best_value.

    A linear form, ours, of the argument of Acemoglu and Pischke (1999); at κ = 0 it is that of Becker (1964).

    >>> training(12, 1, kept=0.25, quits=0.2)[["firm_weeks", "best_weeks"]].round(2).tolist()
    [2.4, 12.0]
    """
    pays, price = positive_number("gain", gain), positive_number("cost", cost)
    own = _own_share(kept, quits)
    weeks = own * pays / (_paid_share(subsidy) * price)
    rest = (1 - quits) * number("wage_gap", wage_gap)
    results = {
        "firm_weeks": weeks,
        "best_weeks": pays / price,
        "firm_profit": rest + own * pays * weeks - (1 - subsidy) * price * weeks**2 / 2,
        "value": pays * weeks - price * weeks**2 / 2,
        "best_value": pays**2 / price / 2,
    }
    return pd.Series(results, name="training")


def net_gains(
    gain: float, cost: float, kept: float, quits: float, subsidy: float, weeks: Sequence[float]
) -> pd.DataFrame:
    """Compute what weeks of training leave to the firm, and to all, after their cost.

    Columns weeks, firm and everyone, in money; the two formulas and their symbols are those of `training`, with no wage
    gap. To all, a subsidy is neither gain nor loss: it moves a cost.

    >>> net_gains(12, 1, 0.25, 0.2, 0, [0, 2.4]).round(2).to_dict("list")
    {'weeks': [0.0, 2.4], 'firm': [0.0, 2.88], 'everyone': [0.0, 25.92]}
    """
    pays, price = positive_number("gain", gain), positive_number("cost", cost)
    time = numbers("weeks", list(weeks), minimum=0)
    spent = price * time**2 / 2
    firm = _own_share(kept, quits) * pays * time - _paid_share(subsidy) * spent
    return pd.DataFrame({"weeks": time, "firm": firm, "everyone": pays * time - spent})


def subsidy_needed(kept: float, quits: float) -> float:
    """Compute the share of the cost that the state must bear for a firm to train as much as is best for all.

        s = 1 − (1 − q) κ

    Where the firm keeps nothing it is 1: the state would pay for everything. Symbols as in `training`.

    Our own algebra, on the linear form of `training`.

    >>> round(subsidy_needed(kept=0.25, quits=0.2), 4)
    0.8
    """
    return 1 - _own_share(kept, quits)


def _own_share(kept: float, quits: float) -> float:
    """Return the part of the gain that the firm counts on: kept, from those who stay."""
    stay = 1 - number("quits", quits, minimum=0, maximum=1)
    return stay * number("kept", kept, minimum=0, maximum=1)


def _paid_share(subsidy: float) -> float:
    return 1 - number("subsidy", subsidy, minimum=0, maximum=float(np.nextafter(1, 0)))

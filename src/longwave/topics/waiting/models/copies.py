"""How many enter with one and the same plan, how many would be best, and what likeness has to do with it."""

import pandas as pd

from longwave.checks import InputError, number, positive_number, whole_number


def entry(firms: int, fixed_cost: float, likeness: float = 1.0) -> pd.Series:
    """Compute profit and welfare when some firms have entered one market and choose how much to make.

        price_i = 1 − q_i − γ Σ_(j≠i) q_j,   q = 1 / (2 + γ (n − 1))
        profit of each = q² − K,   welfare = n q² + n q² (1 + γ (n − 1)) / 2 − n K

    Args:
        firms: n, a whole number, at least 1.
        fixed_cost: K, cost of entry, at least 0; running costs are 0.
        likeness: γ, from 0 (no rivals) to 1 (the same product).

    Returns:
        The rows quantity (of each firm), profit (of each firm) and welfare (of all, with buyers).

    Raises:
        InputError: A number is out of range.

    Source: the linear case of Mankiw and Whinston (1986), with products that differ added by us.

    >>> entry(9, 0.01).round(3).tolist()
    [0.1, 0.0, 0.405]
    """
    count = whole_number("firms", firms, minimum=1)
    cost, alike = number("fixed_cost", fixed_cost, minimum=0), number("likeness", likeness, minimum=0, maximum=1)
    rivals = alike * (count - 1)
    made = 1 / (2 + rivals)
    welfare = count * made**2 * (1.5 + rivals / 2) - count * cost
    return pd.Series({"quantity": made, "profit": made**2 - cost, "welfare": welfare}, name=count)


def free_and_best(fixed_cost: float, likeness: float = 1.0, most: int = 200) -> pd.Series:
    """Compute how many firms enter while it pays, how many would be best for all, and what the difference costs.

    Args:
        fixed_cost: K, above 0.
        likeness: γ, above 0 and at most 1.
        most: The largest number of firms that is tried.

    Returns:
        The rows free, best (numbers of firms) and loss (share of the best welfare that free entry loses).

    Raises:
        InputError: Nobody enters, or more than `most` do.

    Source: Mankiw and Whinston (1986), whole numbers of firms.

    >>> free_and_best(0.01).round(4).tolist()
    [9.0, 4.0, 0.0795]
    """
    cost = positive_number("fixed_cost", fixed_cost)
    table = pd.DataFrame([entry(count, cost, likeness) for count in range(1, most + 1)])
    paying = table.index[table["profit"] >= -1e-12]
    if not len(paying) or paying[-1] == most:
        raise InputError(f"fixed_cost must let between 1 and {most - 1} firms enter, not {fixed_cost!r}.")
    free, best = len(paying), int(table["welfare"].to_numpy().argmax()) + 1
    loss = 1 - table["welfare"].iloc[free - 1] / table["welfare"].iloc[best - 1]
    return pd.Series({"free": free, "best": best, "loss": loss}, name="entry")

"""What missing suppliers do to output: tables of sectors, parts that must all work, inputs that nothing replaces."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number, whole_number

HALVINGS = 200


def leontief_output(coefficients: Any, demand: Any) -> npt.NDArray[np.float64] | pd.Series:
    """Compute what each sector must make so that final demand is met: x = (I − A)⁻¹ · f.

    `coefficients` (A ≥ 0, square) has in row i and column j what sector j uses of sector i for one unit of its own
    output; `demand` (f ≥ 0) is what final buyers take from each sector, in money. A Series `demand` gives a Series with
    its index. A table that uses more than it makes is refused.

    Sources: Leontief (1936); the example of two sectors is by Miller and Blair.

    >>> leontief_output([[0.15, 0.25], [0.20, 0.05]], [600, 1500]).round(1).tolist()
    [1247.5, 1841.6]
    """
    table, wanted = _table(coefficients, demand)
    output = _solve(table, wanted)
    return pd.Series(output, index=demand.index, name="output") if isinstance(demand, pd.Series) else output


def hypothetical_extraction(coefficients: Any, demand: Any, sector: Any) -> npt.NDArray[np.float64] | pd.Series:
    """Compute what each sector makes if one is taken out of the table: its row, its column and its demand become 0.

    The others go on as if they bought its goods from outside, so this measures lost orders, not lost inputs. `sector`
    is a name from the index of a Series `demand`, or a position from 0.

    Source: Miller and Blair (2009).

    >>> hypothetical_extraction([[0, 0.5], [0, 0]], [10, 20], 0).tolist()
    [0.0, 20.0]
    """
    table, wanted = _table(coefficients, demand)
    names = list(demand.index) if isinstance(demand, pd.Series) else list(range(len(wanted)))
    if sector not in names:
        raise InputError(f"sector must be one of {names}, not {sector!r}.")
    place = names.index(sector)
    table[place, :] = table[:, place] = wanted[place] = 0
    output = _solve(table, wanted)
    return pd.Series(output, index=demand.index, name="output") if isinstance(demand, pd.Series) else output


def o_ring(quality: float, tasks: int) -> float:
    """Compute the chance that a product works if every one of its tasks must: qⁿ.

    `quality` (q from 0 to 1) is the chance that one task is done right, `tasks` is n ≥ 0.

    Source: Kremer (1993).

    >>> round(o_ring(0.99, 100), 3)
    0.366
    """
    return number("quality", quality, minimum=0, maximum=1) ** whole_number("tasks", tasks, minimum=0)


def firm_reliability(output: float, link: float, inputs: int = 2, suppliers: int = 2) -> float:
    """Compute the chance that a firm can produce, if each supplier can with the chance r: (1 − (1 − x·r)^s)^m.

    `output` (r) and `link` (x, the chance that a link works) run from 0 to 1; a firm needs each of `inputs` (m ≥ 1)
    and may get each from any of `suppliers` (s ≥ 1).

    Source: Elliott, Golub and Leduc (2022).

    >>> firm_reliability(1, 0.5)  # two inputs, two suppliers each: (1 − 0.25)²
    0.5625
    """
    works = number("output", output, minimum=0, maximum=1) * number("link", link, minimum=0, maximum=1)
    needed, choices = _shape(inputs, suppliers)
    return (1 - (1 - works) ** choices) ** needed


def reliable_output(link: float, inputs: int = 2, suppliers: int = 2) -> float:
    """Compute the share of firms that produce when all depend on one another: the largest r = (1 − (1 − x·r)^s)^m.

    Below the critical reliability of links the only solution is 0.

    Source: Elliott, Golub and Leduc (2022).

    >>> round(reliable_output(1), 3), reliable_output(0.84)
    (1.0, 0.0)
    """
    reliability = number("link", link, minimum=0, maximum=1)
    needed, choices = _shape(inputs, suppliers)
    top, critical = _most_careful(needed, choices)
    if reliability < critical or reliability == 0:
        return 0.0
    if choices == 1:
        return 1.0 if reliability == 1 else 0.0
    # With y = x·r the equation is y / g(y)^m = x; right of the turning point the left side only rises.
    low, high = top, 1.0
    for _step in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if middle <= reliability * _meets(middle, needed, choices) else (low, middle)
    return float(min(1.0, (low + high) / 2 / reliability))


def critical_reliability(inputs: int = 2, suppliers: int = 2) -> pd.Series:
    """Compute where output falls to zero: Series(link, output), the last x at which firms produce, and their share.

    Put y = x·r into r = (1 − (1 − x·r)^s)^m: then 1/x = (1 − (1 − y)^s)^m / y, and x is least where the right side is
    greatest. For m = s = 2 the right side is y · (2 − y)², greatest at y = 2/3: x = 27/32 and r = 64/81. With one
    input (m = 1) the greatest value is at y = 0: x = 1/s, and output falls to 0 without a jump.

    Source: Elliott, Golub and Leduc (2022); the algebra for m inputs and s suppliers is our own.

    >>> critical_reliability(2, 2).round(4).tolist() == [round(27 / 32, 4), round(64 / 81, 4)]
    True
    >>> critical_reliability(1, 2).tolist()
    [0.5, 0.0]
    """
    top, critical = _most_careful(*_shape(inputs, suppliers))
    return pd.Series({"link": critical, "output": top / critical})


def simulated_output(firms: int, link: float, rng: np.random.Generator, inputs: int = 2, suppliers: int = 2) -> float:
    """Simulate a chain of firms that draw their suppliers at random: the share that can produce in the end.

    Each link works with the chance `link`. All firms begin by producing; a firm that lacks an input stops; this goes
    on until nobody stops any more. `firms` is at least 1.

    Our own construction, of the chain of Elliott, Golub and Leduc (2022).

    >>> simulated_output(50, 1, np.random.default_rng(1))
    1.0
    """
    count = whole_number("firms", firms, minimum=1)
    reliability = number("link", link, minimum=0, maximum=1)
    shape = (count, *_shape(inputs, suppliers))
    sellers, works = rng.integers(count, size=shape), rng.random(shape) < reliability
    produces = np.ones(count, dtype=bool)
    while True:
        still: npt.NDArray[np.bool_] = np.all(np.any(works & produces[sellers], axis=2), axis=1)
        if (still == produces).all():
            return float(produces.mean())
        produces = still


def _most_careful(inputs: int, suppliers: int) -> tuple[float, float]:
    """Return y and x where x(y) = y / (1 − (1 − y)^s)^m is least: the turning point of the two branches."""
    if suppliers == 1:
        return 1.0, 1.0
    if inputs == 1:
        return 0.0, 1 / suppliers
    # The slope of x(y) has the sign of g(y) − m·y·g'(y), which goes from minus to plus once.
    low, high = 0.0, 1.0
    for _step in range(HALVINGS):
        middle = (low + high) / 2
        g, slope = 1 - (1 - middle) ** suppliers, suppliers * (1 - middle) ** (suppliers - 1)
        low, high = (middle, high) if g < inputs * middle * slope else (low, middle)
    top = (low + high) / 2
    return top, top / _meets(top, inputs, suppliers)


def _meets(y: float, inputs: int, suppliers: int) -> float:
    return (1 - (1 - y) ** suppliers) ** inputs


def _shape(inputs: int, suppliers: int) -> tuple[int, int]:
    return whole_number("inputs", inputs, minimum=1), whole_number("suppliers", suppliers, minimum=1)


def _table(coefficients: Any, demand: Any) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return the table and the demand as fresh arrays, if they fit together."""
    table, wanted = np.array(coefficients, dtype=float), np.array(demand, dtype=float)
    if table.ndim != 2 or wanted.ndim != 1 or table.shape != (wanted.size, wanted.size):
        raise InputError("coefficients must be a square table with a row for each entry of demand.")
    if not (np.isfinite(table).all() and np.isfinite(wanted).all() and table.min() >= 0 and wanted.min() >= 0):
        raise InputError("coefficients and demand must be finite numbers of at least 0.")
    return table, wanted


def _solve(table: npt.NDArray[np.float64], wanted: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    if table.size and np.abs(np.linalg.eigvals(table)).max() >= 1:
        raise InputError("coefficients use up more than is made: the table must leave something over.")
    return np.asarray(np.linalg.solve(np.eye(len(wanted)) - table, wanted), dtype=np.float64)

"""Competition and innovation: research that is worth less when rivals replace it, and races between two firms."""

import math

import numpy as np
import pandas as pd

from longwave.checks import number, positive_number

LEAST, MOST = 0.5, 1.0  # competition, from rivals who share the profit to rivals who compete it all away
GRID = np.linspace(LEAST, MOST, 501)


def replacement_rate(profit: float, wage: float, success: float, interest: float) -> float:
    """Compute how often a monopolist is replaced if anybody may do research.

        V = π / (r + λn),   λ · V = w   so   λn = λπ / w − r

    An innovation earns π until the next one; researchers enter until one more earns no more than a wage.

    Args:
        profit: π, money a year while the innovation leads, at least 0.
        wage: w, of a researcher, money a year, above 0.
        success: λ, innovations a year of one researcher, above 0.
        interest: r, a share a year, at least 0.

    Returns:
        λn, innovations a year, at least 0.

    Raises:
        InputError: A number is out of range.

    Source: Aghion and Howitt (1992), reduced to its two conditions.

    >>> round(replacement_rate(profit=2, wage=1, success=0.1, interest=0.05), 9)
    0.15
    """
    reward = positive_number("success", success) * number("profit", profit, minimum=0) / positive_number("wage", wage)
    return max(reward - number("interest", interest, minimum=0), 0.0)


def step_by_step(competition: float, catch_up: float, profit: float = 1) -> pd.Series:
    """Compute research and innovation in an industry of two firms that are level or one step apart.

        level firm   n₀ = −h + √(h² + 2Δπ)
        follower     m = −(h + n₀) + √(h² + n₀² + 2π)
        apart        μ = 2n₀ / (2n₀ + h + m),   innovation = 2 · μ · (h + m)
        paid for     2 · (1 − μ) · n₀ + μ · m = innovation − μ · h

    Level firms each earn (1 − Δ)·π, a leader π, a follower nothing. A follower also catches up by copying, at the rate
    h; the authors count that as innovation. Research n costs n²/2. The future is not discounted.

    Args:
        competition: Δ, the part of the leader's profit that level firms compete away, from 0.5 to 1.
        catch_up: h, how often a follower catches up without research, at least 0.
        profit: π, above 0. Only h / √π matters for the form of the curve.

    Returns:
        level (n₀), follower (m), apart (μ, the share of time one leads), innovation and paid for, steps a period.

    Raises:
        InputError: A number is out of range.

    Source: Aghion, Bloom, Blundell, Griffith and Howitt (2005), section III; derived anew.

    >>> step_by_step(1, catch_up=0).round(4).tolist()
    [1.4142, 0.5858, 0.8284, 0.9706, 0.9706]
    """
    force, help_ = number("competition", competition, LEAST, MOST), number("catch_up", catch_up, minimum=0)
    gain = positive_number("profit", profit)
    level = -help_ + math.sqrt(help_**2 + 2 * force * gain)
    follower = -(help_ + level) + math.sqrt(help_**2 + level**2 + 2 * gain)
    apart = 2 * level / (2 * level + help_ + follower)
    steps = 2 * apart * (help_ + follower)
    values = {"level": level, "follower": follower, "apart": apart, "innovation": steps}
    return pd.Series({**values, "paid for": steps - apart * help_}, name=competition)


def innovation_curve(catch_up: float, profit: float = 1, copies: bool = True) -> pd.Series:
    """Compute innovation at 501 degrees of competition from 0.5 to 1.

    Args:
        catch_up: h, as in `step_by_step`.
        profit: π, as in `step_by_step`.
        copies: Whether a step that a follower copies counts, as with the authors, or only research that is paid for.

    Returns:
        Innovation, steps a period, indexed by competition Δ.

    Raises:
        InputError: as `step_by_step`.

    Source: as `step_by_step`.

    >>> [float(innovation_curve(0.5, copies=copies).idxmax()) for copies in (True, False)]  # two inverted U's
    [0.808, 0.599]
    """
    counted = "innovation" if copies else "paid for"
    levels = {round(float(force), 3): step_by_step(force, catch_up, profit)[counted] for force in GRID}
    return pd.Series(levels, name="innovation").rename_axis("competition")

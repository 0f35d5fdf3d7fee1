"""Right and wrong answers to the tasks of lesson 17; each wrong one with the mistake that it makes."""

import numpy as np
import pandas as pd

from longwave.data import load
from longwave.topics.geography import boom, long_run_states, made_and_used, restoring_spill, short_run

TOP = long_run_states(1.65, 5, 0.4)["share"].iloc[3]
SHARES = made_and_used(load("photovoltaics_makers"), load("photovoltaics_countries"), load("photovoltaics_world"))
MOVED = SHARES.sort_values(["place", "year"]).groupby("place")[["made", "used"]].diff().assign(place=SHARES["place"])
FOUR = MOVED[MOVED["place"].isin(["China", "Europe", "Japan", "United States"])].dropna()
GAP = FOUR["made"] - FOUR["used"]
LAGGED = FOUR["made"] - FOUR.groupby("place")["used"].shift(1)
TABLE = load("us_input_output").pivot(index="seller", columns="buyer", values="million_dollars").fillna(0)
BOUGHT = TABLE[TABLE.index] / TABLE.sum(axis=1)
INVERSE = pd.DataFrame(np.linalg.inv(np.eye(15) - BOUGHT), BOUGHT.index, BOUGHT.columns)


def money(trade_cost, sigma, mu):
    near, far = (1 + mu) / 2 * trade_cost ** (1 - sigma), (1 - mu) / 2 * trade_cost ** (sigma - 1)
    return (near + far) ** (1 / sigma)


def square(advance, start=0.5):
    return (1 - start + np.sqrt((1 - start) ** 2 + 4 * start * advance**2)) / 2


BOTH_WAYS = {
    "17-line-pull": {
        "right": [56.1, 56, INVERSE["Information"].drop("Information").sum() * 100],
        "wrong": [
            (100 * INVERSE["Information"].sum(), "its own sector counted"),
            (100 * INVERSE["Information"].sum() - 100, "own rounds counted"),
            (0.561, "for one dollar"),
            (100 * BOUGHT["Information"].drop("Information").sum(), "first round only"),
            (100 * INVERSE.loc["Information"].drop("Information").sum(), "row for column"),
            (100 * INVERSE.loc["Information", "Information"], "only its own sector"),
        ],
    },
    "17-quiz-connect": {
        "right": ["c", "C"],
        "wrong": [("a", "connectivity equalises"), ("b", "every step concentrates"), ("d", "equals stay equal")],
    },
    "17-quiz-return": {
        "right": ["b"],
        "wrong": [("a", "undone with its cause"), ("c", "half undone"), ("d", "the other region's turn")],
    },
    "17-quiz-boom": {
        "right": [0.1, 1 / 10],
        "wrong": [
            (0.9, "the other sector's workers"),
            (0.25, "workers in proportion to A"),
            (0.111, "ratio for share"),
            (1 / 3, "one to three"),
            (boom(3)["output_old"], "output for workers"),
        ],
    },
    "17-follow": {
        "right": [
            {"stay": 1.67, "follow": 5.73, "weight": 0.03},
            {"follow": GAP.abs().mean(), "stay": FOUR["made"].abs().mean(), "weight": 0.0318},
            pd.Series({"stay": 1.666, "follow": 5.731, "weight": 0.03}),
        ],
        "wrong": [
            (
                {
                    "stay": MOVED["made"].abs().mean(),
                    "follow": (MOVED["made"] - MOVED["used"]).abs().mean(),
                    "weight": 0.03,
                },
                "all seven places",
            ),
            (
                {"stay": (FOUR["made"] ** 2).mean() ** 0.5, "follow": (GAP**2).mean() ** 0.5, "weight": 0.03},
                "roots of mean squares",
            ),
            ({"stay": FOUR["used"].abs().mean(), "follow": GAP.abs().mean(), "weight": 0}, "use forecast from making"),
            ({"stay": 0.01666, "follow": 0.05731, "weight": 0.03}, "as parts of one"),
            ({"stay": 5.73, "follow": 1.67, "weight": 0.03}, "rules exchanged"),
            ({"stay": 1.67, "follow": LAGGED.abs().mean(), "weight": 0.05}, "use of the year before"),
            ({"stay": 1.67, "follow": 5.73, "weight": 3}, "weight in per cent"),
            ({"stay": 1.67, "follow": 5.73, "weight": 0.5}, "weight that does not miss least"),
            ({"stay": FOUR["made"].mean(), "follow": GAP.mean(), "weight": 0.03}, "errors that cancel"),
        ],
    },
    "17-lone-firm": {
        "right": [
            lambda t, s, m: money(t, s, m) * t**-m,
            lambda trade_cost, sigma, mu: short_run([1], trade_cost, sigma, mu)["real_2"].iloc[0],
        ],
        "wrong": [
            (money, "money wage"),
            (lambda t, s, m: ((1 - m) / 2 * t ** (s - 1)) ** (1 / s) / t**m, "only its own region buys"),
            (lambda t, s, m: ((1 + m) / 2 / t ** (s - 1)) ** (1 / s) / t**m, "only the core buys"),
            (lambda t, s, m: money(t, s, 0.4) / t**m, "the lesson's incomes"),
            (lambda t, s, m: money(1 / t, s, m) / t**m, "near for far"),
            (lambda t, s, m: ((1 + m) / 2 / t**s + (1 - m) / 2 * t**s) ** (1 / s) / t**m, "power of T"),
            (lambda t, s, m: money(t, s, m) ** (s / (s - 1)) / t**m, "another root"),
            (lambda t, s, m: money(t, s, m) / t, "all income deflated"),
            (lambda t, s, m: money(t, s, m) * t**m, "raised by prices"),
            (
                lambda t, s, m: ((1 + m) / 2 * t ** (1 - s) + (1 - m) / 2) ** (1 / s) / t**m,
                "rivals' dearness forgotten",
            ),
        ],
    },
    "17-push": {
        "right": [0.1926, TOP - 0.5],
        "wrong": [
            (TOP, "place for distance"),
            (1 - TOP, "measured from the core"),
            (0.5, "all of the other region"),
            (0.25, "more than needed"),
            (0.19, "not enough"),
        ],
    },
    "17-quake": {
        "right": [{"trade_cost": 1.43, "mu": 0.3}, [1.53, 0.35], {"mu": 0.25, "trade_cost": 1.342}],
        "wrong": [
            ({"trade_cost": 1.7, "mu": 0.4}, "outside the limits"),
            ({"trade_cost": 1.7, "mu": 0.3}, "no core to begin with"),
            ({"trade_cost": 1.3, "mu": 0.3}, "everything heals"),
            ({"trade_cost": 1.47, "mu": 0.3}, "nothing heals"),
        ],
    },
    "17-restore": {
        "right": [
            lambda advance, start: (np.sqrt(square(advance, start)) - 1) / (advance - 1),
            lambda a, s: restoring_spill(a, start=s),
        ],
        "wrong": [
            (lambda advance, start: np.sqrt(square(advance, start)), "B for its share"),
            (lambda advance, start: (square(advance, start) - 1) / (advance - 1), "root not taken"),
            (lambda advance, start: np.log(square(advance, start)) / 2 / np.log(advance), "a power of A"),
            (lambda advance, start: np.sqrt(square(advance, start)) / advance, "share of A, not of its step"),
            (lambda advance, start: (np.sqrt(square(advance)) - 1) / (advance - 1), "equal sectors only"),
            (
                lambda advance, start: (np.sqrt(square(advance, 1 - start)) - 1) / (advance - 1),
                "the other sector's start",
            ),
        ],
    },
    "17-break-drain": {
        "right": [
            {"advance": 2, "spill": 0.1, "substitution": 1.2},
            [1.5, 0.1, 1.1],
            {"substitution": 1.3, "spill": 0.08, "advance": 3},
        ],
        "wrong": [
            ({"advance": 2, "spill": 0.3, "substitution": 1.2}, "outside the limits"),
            ({"advance": 2, "spill": 0.1, "substitution": 0.8}, "the new sector does not grow"),
            ({"advance": 2, "spill": 0.1, "substitution": 20}, "the old sector shrinks"),
        ],
    },
}

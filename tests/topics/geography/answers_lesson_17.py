"""Right and wrong answers to the tasks of lesson 17; each wrong one with the mistake that it makes."""

from longwave.topics.geography import core_periphery_points, long_run_states, short_run

TOP = long_run_states(1.65, 5, 0.4)["share"].iloc[3]


def ratio(sigma, mu):
    rho = 1 - 1 / sigma
    return (rho + mu) * (1 + mu) / ((rho - mu) * (1 - mu))


def money(trade_cost, sigma, mu):
    near, far = (1 + mu) / 2 * trade_cost ** (1 - sigma), (1 - mu) / 2 * trade_cost ** (sigma - 1)
    return (near + far) ** (1 / sigma)


BOTH_WAYS = {
    "17-quiz-connect": {
        "right": ["c", "C"],
        "wrong": [("a", "connectivity equalises"), ("b", "every step concentrates"), ("d", "equals stay equal")],
    },
    "17-quiz-states": {
        "right": [3, 3.0],
        "wrong": [(5, "unstable states counted"), (2, "cores only"), (1, "even state only")],
    },
    "17-quiz-return": {
        "right": ["b"],
        "wrong": [("a", "undone with its cause"), ("c", "half undone"), ("d", "the other region's turn")],
    },
    "17-break": {
        "right": [
            lambda sigma, mu: ratio(sigma, mu) ** (1 / (sigma - 1)),
            lambda sigma, mu: core_periphery_points(sigma, mu)["break"],
        ],
        "wrong": [
            (ratio, "root not taken"),
            (lambda sigma, mu: ratio(sigma, mu) ** (1 / sigma), "root of sigma"),
            (lambda sigma, mu: ((1 + mu) / (1 - mu)) ** (2 / (sigma - 1)), "rho taken as one"),
            (lambda sigma, mu: core_periphery_points(sigma, mu)["sustain"], "sustain for break"),
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
        ],
    },
    "17-push": {
        "right": [0.1926, TOP - 0.5],
        "wrong": [(TOP, "place for distance"), (1 - TOP, "measured from the core"), (0.5, "all of the other region")],
    },
    "17-regained": {
        "right": [1.2095, 1.2088],
        "wrong": [
            (1.9718, "the break itself"),
            (0.9267, "real income for a cost"),
            (1.2341, "the start for the break"),
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
}

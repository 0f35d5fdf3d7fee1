"""Right and wrong answers to the tasks of lesson 14; each wrong one with the mistake that it makes."""

from longwave.topics.lock_in import lock_in_probability, lock_in_time

BETTER = lock_in_probability(0.55, 5)


def other_way(advantage, barrier):
    return (1 - advantage) ** barrier / (advantage**barrier + (1 - advantage) ** barrier)


def mean_time(advantage, barrier):
    better = advantage**barrier / (advantage**barrier + (1 - advantage) ** barrier)
    return barrier * (2 * better - 1) / (2 * advantage - 1)


BOTH_WAYS = {
    "14-quiz-urn": {
        "right": ["c", " C "],
        "wrong": [("a", "path dependence is lock-in"), ("b", "history evens out"), ("d", "never settles")],
    },
    "14-quiz-barrier": {
        "right": [0.4, 2 / 5],
        "wrong": [(0.6, "the better's chance"), (0.1164, "barrier of five")],
    },
    "14-quiz-proof": {
        "right": ["b"],
        "wrong": [("a", "the winner was better"), ("c", "a victory proves nothing"), ("d", "share taken for quality")],
    },
    "14-worse-wins": {
        "right": [other_way, lambda p, n: 1 / (1 + (p / (1 - p)) ** n)],
        "wrong": [
            (lambda p, n: 1 / (1 + ((1 - p) / p) ** n), "the better's chance"),
            (lambda p, n: ((1 - p) / p) ** n, "odds taken for a chance"),
            (lambda p, n: 1 - p, "one adopter decides"),
        ],
    },
    "14-waiting": {
        "right": [mean_time, lambda advantage, barrier: lock_in_time(advantage, barrier)],
        "wrong": [
            (lambda p, n: n * n, "the square for every preference"),
            (lambda p, n: n / (2 * p - 1), "straight to the barrier"),
        ],
    },
    "14-urn-tail": {
        "right": [0.2, 2 / 10],
        "wrong": [
            (10 / 512, "draws taken as coins"),
            (0.1, "one count only"),
            (0.4, "both sides"),
            (0.2222, "as many counts as draws"),
        ],
    },
    "14-head-start": {
        "right": [3, 3.0],
        "wrong": [
            (2, "one too few"),
            (5, "all the way to the barrier"),
            (4, "one adopter short of the barrier"),
        ],
    },
    "14-two-countries": {
        "right": [0.8815, lock_in_probability(0.55, 10)],
        "wrong": [
            (BETTER, "one country's evidence"),
            (BETTER**2, "both would win"),
            (0.928, "either would win"),
        ],
    },
    "14-unlock": {
        "right": [{"advantage": 0.585, "seeds": 1}, [0.548, 2], {"seeds": 2, "advantage": 0.55}],
        "wrong": [
            ({"advantage": 0.6, "seeds": 1.5}, "outside the limits"),
            ({"advantage": 0.5, "seeds": 1}, "returns alone"),
            ({"advantage": 0.68, "seeds": 0}, "quality alone"),
            ({"advantage": 0.5, "seeds": 4}, "seeds alone"),
            ({"advantage": 0.54, "seeds": 1}, "does not win half"),
            ({"advantage": 0.6, "seeds": 3}, "too dear"),
        ],
    },
}

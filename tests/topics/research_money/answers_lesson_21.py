"""Right and wrong answers to the tasks of lesson 21; each wrong one with the mistake that it makes."""

FIVE = {"prices": 10.458, "consumers": 16.620, "economy": 87.955}
TEN = {"prices": 5.226, "consumers": 10.918, "economy": 93.612}
ALL = {"prices": 13.479, "consumers": 19.613, "economy": 84.504}
SIX = {"prices": 9.524, "consumers": 15.841, "economy": 89.213}
BASE = {"prices": 10.361, "consumers": 16.466, "economy": 87.142}

BOTH_WAYS = {
    "21-line-anyway": {
        "right": [0.625, 1 - 133 / 355, 0.63, 0.62],
        "wrong": [
            (133 / 355, "what the dollar brings"),
            (2.67, "the ratio itself"),
            (1 - 355 / 133, "one less the ratio"),
            (133 / 488, "federal share of all"),
            (355 / 488, "others' share of all"),
        ],
    },
    "21-quiz-chain": {
        "right": [25, 25.0],
        "wrong": [
            (63.9, "the mean of the shares"),
            (75, "what is lost"),
            (50, "one stage left out"),
            (10, "money, not per cent"),
        ],
    },
    "21-quiz-ratio": {
        "right": ["b", " B "],
        "wrong": [
            ("a", "ratio taken for effect"),
            ("c", "beside taken for brought"),
            ("d", "half the money, half the effect"),
        ],
    },
    "21-quiz-winners": {
        "right": ["b"],
        "wrong": [
            ("a", "the list taken for the portfolio"),
            ("c", "more programmes, better agency"),
            ("d", "a list tells nothing"),
        ],
    },
    "21-brings": {
        "right": [0.75, 3 / 4],
        "wrong": [
            (0.3, "the elasticity taken for dollars"),
            (2.5, "beside taken for brought"),
            (0.12, "ratio turned round"),
            (90, "all of others' money"),
            (1.75, "the federal dollar counted too"),
        ],
    },
    "21-pairs": {
        "right": [FIVE, {"prices": 10.5, "consumers": 16.6, "economy": 88.0}, list(FIVE.values())],
        "wrong": [
            (TEN, "ten years apart"),
            (ALL, "every pair of years"),
            (SIX, "more than five years apart"),
            (BASE, "all pairs as the base"),
            ([11.286, 17.391, 88.067], "falling pairs counted"),
            ({name: value / 100 for name, value in FIVE.items()}, "shares"),
            ({name: 100 - value for name, value in FIVE.items()}, "rises counted"),
        ],
    },
    "21-break-halves": {
        "right": [{"first": 1971, "last": 1985}, [1972, 1986], {"first": 1994, "last": 2008}, [2000, 2017]],
        "wrong": [
            ({"first": 1970, "last": 1985}, "no year of the changes"),
            ({"first": 1985, "last": 1971}, "backwards"),
            ({"first": 1972, "last": 1985}, "too short"),
            ({"first": 1996, "last": 2020}, "memory forgotten"),
            ({"first": 1971, "last": 2020}, "chance would do"),
        ],
    },
    "21-list": {
        "right": [467.7, 468, 467],
        "wrong": [
            (270, "the ratio without the tail"),
            (90 * 3 ** (1 / 1.5), "the root in the place of the power"),
            (405, "the tail as a factor"),
            (90 / 3**1.5, "fewer, not more"),
            (90 * 3**1.5 - 90, "the surplus only"),
        ],
    },
}

"""Right and wrong answers to the tasks of problem set 1."""

from fractions import Fraction

BOTH_WAYS = {
    "p1-range": {
        "right": [{"books": 546, "downloads": 412}, [546, 412], {"books": 545, "downloads": 411.0}],
        "wrong": [
            ({"books": 144, "downloads": 136}, "rows counted"),
            ({"books": 541, "downloads": 398}, "last stored rank"),
            ({"books": 541, "downloads": 412}, "books as in lesson 05"),
            ({"books": 100, "downloads": 100}, "machines taken for types"),
            ({"books": 67, "downloads": 67}, "one curve for both"),
            ({"books": 211, "downloads": 217}, "types for two sellers"),
        ],
    },
    "p1-income": {
        "right": [{"books": 5232.86, "downloads": 5915.83}, [5233, 5916]],
        "wrong": [
            ({"books": 3716.3, "downloads": 4464.3}, "rows added up"),
            ({"books": 7962.9, "downloads": 7975.8}, "teaching forgotten"),
            ({"books": 4032.9, "downloads": 4715.8}, "team taken off"),
            ({"books": 5_232_856, "downloads": 5_915_827}, "another unit"),
            ({"books": 2730, "downloads": 2060}, "teaching for income"),
        ],
    },
    "p1-sure": {
        "right": [1_400, 1_400.0, Fraction(1_400)],
        "wrong": [
            (2_000, "most for least"),
            (1_800, "one owner counted twice"),
            (600, "gain over the next"),
            (900, "last bid"),
            (4_300, "bids added up"),
        ],
    },
    "p1-turn": {
        "right": [
            {"alone": 2532.856, "followed": -34.259, "lead": 1.06673},
            [2533, -34.26, 1.067],
        ],
        "wrong": [
            ({"alone": 2532.86, "followed": -1153.65, "lead": 2.5647}, "follower in every type"),
            ({"alone": 2532.86, "followed": -653.33, "lead": 2.0253}, "rare types given up"),
            ({"alone": 2532.86, "followed": 110.24, "lead": 0.77248}, "teaching shared"),
            ({"alone": 2532.86, "followed": 352.5, "lead": 0.19165}, "half for each"),
            ({"alone": 2532.86, "followed": 107.605, "lead": 0.77816}, "half of each type"),
            ({"alone": 2532.86, "followed": -547.682, "lead": 1.06673}, "a year for the average"),
            ({"alone": 15197.1, "followed": -205.55, "lead": 1.06673}, "six years added up"),
            ({"alone": 2532.86, "followed": 34.259, "lead": 1.06673}, "sign turned"),
            ({"alone": 3732.86, "followed": 1165.74, "lead": -1.27053}, "team forgotten"),
            ({"alone": 4032.86, "followed": 1465.74, "lead": -1.85484}, "licence forgotten"),
            ({"alone": 2632.86, "followed": 65.74, "lead": 0.87196}, "least for the offer"),
            ({"alone": 3215.83, "followed": 180.75, "lead": 0.70223}, "the other list"),
        ],
    },
    "p1-report": {
        "right": [258.42, 258.4227, 255.2, 252.0, 260],
        "wrong": [
            (305.45, "hand-overs forgotten"),
            (64.6, "users for money"),
            (1060.4, "makers taken as alike"),
            (285.2, "handed on once"),
            (336.0, "average taken as exact"),
            (2880, "every user counted"),
            (48, "own users only"),
        ],
    },
    "p1-second": {
        "right": [0.0454, 0.0454135, Fraction(302, 6650)],
        "wrong": [
            (0.04667, "both failing taken for sharing"),
            (0.03818, "half the risk"),
            (0.03333, "risk bought off"),
            (0.04027, "own failures subtracted whole"),
            (0.04052, "own risk kept whole"),
            (0.41667, "part of the risk"),
            (0.5677, "share of the failures"),
        ],
    },
}

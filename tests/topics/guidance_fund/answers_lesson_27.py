"""Right and wrong answers to the tasks of lesson 27; each wrong one with the mistake that it makes."""

import pandas as pd


def private_money(multiple, tranche):
    loss = max(100 * (1 - multiple), 0)
    public = 50 * multiple if loss == 0 else max(50 - min(loss, tranche) - max(loss - tranche, 0) / 2, 0)
    return 100 * multiple - public


def private_by_parts(multiple, tranche):
    if multiple >= 1:
        return 50 * multiple
    loss = 100 - 100 * multiple
    own = max((loss - tranche) / 2, 0)
    return 50 - max(own, loss - 50)


def unlimited(multiple, tranche):
    loss = max(100 * (1 - multiple), 0)
    return 50 * multiple if loss == 0 else 50 - max(loss - tranche, 0) / 2


def rest_is_private(multiple, tranche):
    return 50 * multiple if multiple >= 1 else 50 - min(max(100 * (1 - multiple) - tranche, 0), 50)


def half_of_all(multiple, tranche):
    loss = max(100 - 100 * multiple, 0)
    return 50 * multiple if loss == 0 else 50 - loss + min(loss / 2 + tranche, loss, 50)


BOTH_WAYS = {
    "27-line-stake": {
        "right": [4.483, 4.48, (8.5115 + 0.07886 * 2.5 / 0.01418) / 5],
        "wrong": [
            (1.7023, "the stake left out"),
            (2.7807, "the cash left out"),
            (2.4235, "another date"),
            (4.327, "the price of February"),
            (2.163, "the price of the call"),
            (22.415, "a sum for a multiple"),
            (3.483, "the gain for the multiple"),
            (279.77, "per cent for a share"),
            (3.2021, "the promise taken for the payment"),
        ],
    },
    "27-quiz-lost": {
        "right": ["b", " B"],
        "wrong": [
            ("a", "any concession shares risk"),
            ("c", "two concessions, one effect"),
            ("d", "a tranche taken for a gain"),
        ],
    },
    "27-quiz-capped": {
        "right": [250, 300 - 50.0],
        "wrong": [
            (150, "equal shares kept"),
            (100, "only the excess"),
            (50, "the public partner's money"),
            (200, "the gain for the money"),
            (5, "a multiple for the money"),
            (300, "the whole fund"),
        ],
    },
    "27-quiz-rates": {
        "right": ["d"],
        "wrong": [
            ("a", "the higher rate chosen"),
            ("b", "two rates averaged"),
            ("c", "two rates taken for a mistake"),
        ],
    },
    "27-first-loss": {
        "right": [private_money, private_by_parts],
        "wrong": [
            (lambda multiple, tranche: 50 * multiple, "equal shares"),
            (unlimited, "public partner below nothing"),
            (rest_is_private, "all further losses are private"),
            (
                lambda multiple, tranche: private_money(multiple, tranche) if multiple < 1 else 50,
                "gains kept by the public",
            ),
            (half_of_all, "half of all besides the tranche"),
            (lambda multiple, tranche: 100 * multiple - private_money(multiple, tranche), "the public partner's money"),
            (lambda multiple, tranche: 50 * max(multiple, 1), "every loss is public"),
            (lambda multiple, tranche: private_money(multiple, tranche) / 50, "a multiple for the money"),
        ],
    },
    "27-melt": {
        "right": [{"share": 6, "forgone": 4.4}, pd.Series({"forgone": 0.06 * 90 - 1, "share": 6.0})],
        "wrong": [
            ({"share": 8, "forgone": 6.2}, "no dilution"),
            ({"share": 16 / 3, "forgone": 3.8}, "new money added twice"),
            ({"share": 6, "forgone": 6.2}, "forgone without dilution"),
            ({"share": 6, "forgone": 3.8}, "value of the wrong day"),
            ({"share": 6, "forgone": 5.4}, "what was received left out"),
            ({"share": 6, "forgone": 6.4}, "what was received added"),
            ({"share": 2, "forgone": 4.4}, "points lost for the share"),
            ({"share": 6, "forgone": 539}, "per cent times billion"),
            ({"share": 0.06, "forgone": 4.4}, "share as a fraction"),
        ],
    },
    "27-contract": {
        "right": [
            {"cap": 2.9, "tranche": 12.75, "gift": 0.005},
            {"gift": 0.002, "tranche": 12.8, "cap": 2.4},
        ],
        "wrong": [
            ({"cap": 18.5, "tranche": 0, "gift": 0}, "terms out of range"),
            ({"cap": 3, "tranche": 20, "gift": 0}, "over the budget"),
            ({"cap": 0.206, "tranche": 0, "gift": 0}, "paid to winners"),
            ({"cap": 3, "tranche": 0, "gift": 2}, "paid in every case"),
            ({"cap": 3, "tranche": 8, "gift": 0}, "budget left"),
        ],
    },
    "27-rates": {
        "right": [{"back": 233, "last": 135}, {"last": 135.0, "back": 100 * (1.08 + 1.25)}],
        "wrong": [
            ({"back": 230, "last": 132}, "the lesson's deal"),
            ({"back": 33, "last": 2}, "rates for factors"),
            ({"back": 2.33, "last": 1.35}, "for each yuan"),
            ({"back": 108, "last": 125}, "one payment for each rate"),
            ({"back": 135, "last": 233}, "payments exchanged"),
            ({"back": 233, "last": -135}, "a sign written twice"),
            ({"back": -233, "last": 135}, "a sign written twice"),
            ({"back": 200, "last": 200 * 1.25 - 100 * 1.25**2}, "only one rate fits"),
            ({"back": 200, "last": 200 * 1.08 - 100 * 1.08**2}, "only one rate fits"),
        ],
    },
    "27-owe": {
        "right": [75.8],
        "wrong": [
            (65, "losing taken for owing"),
            (67.3, "interest of one year"),
            (74.5, "simple interest"),
            (79.6, "seven years"),
            (63.4, "a fund taken for a deal"),
            (100, "nine for nine per cent"),
            (24.2, "deals that are free"),
        ],
    },
    "27-break-cap": {
        "right": [{"mean": 0.8, "spread": 0.55}, {"mean": 1.02, "spread": 0.2}],
        "wrong": [
            ({"mean": 0.3, "spread": 0.6}, "out of range"),
            ({"mean": 2, "spread": 0.6}, "better funds"),
            ({"mean": 1.2, "spread": 0.6}, "not yet"),
        ],
    },
}

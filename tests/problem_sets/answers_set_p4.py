"""Right and wrong answers to the tasks of the final."""

BOTH_WAYS = {
    "p4-rider": {
        "right": [{"last": 48, "again": 16}, [48.0, 16]],
        "wrong": [
            ([53.3333, 21.3333], "refusal forgotten"),
            ([48, 48], "threat believed"),
            ([48, 26.6667], "later budget for the loss"),
        ],
    },
    "p4-club": {
        "right": [{"size": 1500, "belief": 0.375}, [1500, 0.375]],
        "wrong": [
            ([750, 0.375], "where the cap begins"),
            ([1500, 0.625], "going on for stopping"),
            ([1500, 1], "state's view for the members'"),
        ],
    },
    "p4-paid": {
        "right": [{"real": 448.054, "ratio": 2.04, "next": 0.6}, [448, 2.04, 0.6]],
        "wrong": [
            ([504, 2.04, 0.6], "prices forgotten"),
            ([800.097, 2.04, 0.6], "promise for payment"),
            ([448.054, 2.04, 2.04], "ratio for the increment"),
            ([448.054, 2.04, 0.25], "growth over growth"),
        ],
    },
    "p4-swing": {
        "right": [{"next": -16.2, "ahead": 0.12963}, [-16.2, 0.13]],
        "wrong": [
            ([16.2, 0.12963], "sign forgotten"),
            ([-28.8, 0.291667], "slopes divided"),
            ([-16.2, 0.259259], "foresight that only stays away"),
        ],
    },
    "p4-effect": {
        "right": [{"effect": -1.7, "years": 2.5}, [-1.7, 2.5]],
        "wrong": [
            ([-3.3, 1.28788], "before and after"),
            ([-0.5, 8.5], "afterwards only"),
            ([1.7, 2.5], "sign turned"),
        ],
    },
    "p4-denied": {
        "right": [{"alone": 0.9, "announced": 1.7}, [0.9, 1.7]],
        "wrong": [
            ([3, 1.7], "nobody fills in"),
            ([2.1, 1.7], "filled for missing"),
            ([0.9, 3.5], "nothing bought ahead"),
            ([0.9, 0.2], "gap counted twice"),
        ],
    },
    "p4-levers": {
        "right": [{"add": 1.47, "multiply": 1.54008, "weakest": 1.08}, [1.47, 1.54, 1.08]],
        "wrong": [
            ([1.47, 1.54008, 1.24], "strongest for weakest"),
            ([1.47, 1.54008, 1.156667], "mean for weakest"),
            ([1.47, 1.47, 1.08], "sum for product"),
            ([0.47, 0.54008, 0.08], "gains without the start"),
        ],
    },
    "p4-turn": {
        "right": [{"turn": 107.142857, "score": 0.125}, [107.1429, 0.125]],
        "wrong": [
            ([92.307692, 0.125], "the whole of the large lever"),
            ([105.6, 0.125], "small lever taken off"),
            ([107.142857, 0.425], "outcome turned"),
            ([107.142857, 0.35], "distance not squared"),
        ],
    },
}

"""What the deals between NIO and its investors from Hefei imply: values of the whole, shares that melt, money back."""

import pandas as pd

from longwave.checks import number, positive_number
from longwave.data import load

CALLED = 0.086
DEALS = {
    "2020-04-29": ("buys", "27-paid-in", "27-share-2020"),
    "2020-09-16": ("sells", "27-called", ""),
    "2021-02-04": ("sells", "27-second-sale", "27-second-slice"),
    "2021-09-24": ("sells", "27-third-sale", "27-third-slice"),
    "2024-09-29": ("buys", "27-again", "27-again-share"),
}


def value_before(money: float, share: float, kept: float = 0, others: float = 0) -> float:
    """Return the value of a whole before new money comes in, from the share that the new money leaves with its owner.

        (kept · V + money) / (V + money + others) = share

    Args:
        money: What these owners pay in, above 0.
        share: Their share afterwards, from 0 to 1.
        kept: Their share before, from 0 to below `share`.
        others: What other owners pay in at the same price, at least 0.

    Source: own derivation.

    >>> round(value_before(7, 0.241, others=4.26), 1), round(value_before(3.3, 0.117, kept=0.07886, others=10), 1)
    (17.8, 45.7)
    """
    money, others = positive_number("money", money), number("others", others, minimum=0)
    share = number("share", share, minimum=0, maximum=1)
    kept = number("kept", kept, minimum=0, maximum=share)
    return (money - share * (money + others)) / positive_number("share above kept", share - kept)


def share_after(share: float, value: float, injected: float) -> float:
    """Return what a share of a whole is after somebody else has paid new money in, at a value before it.

    >>> share_after(0.1, 90, 10)
    0.09
    """
    value, injected = positive_number("value", value), number("injected", injected, minimum=0)
    return number("share", share, minimum=0, maximum=1) * value / (value + injected)


def implied_values() -> pd.DataFrame:
    """Return the value of NIO China that five deals imply, before any new money of either side, in billion yuan.

    In September 2020 NIO called 8.6 % back: it paid 0.5115 and took over 2 billion that were still due. By then the
    value holds the new money of April.

    Returns:
        The columns date, side (what the investors from Hefei, Anhui and the centre do), money and value.

    Source: facts 27-… of `cn_cases`.

    >>> implied_values()["value"].round(1).tolist()
    [17.8, 29.2, 166.4, 176.3, 45.7]
    """
    facts = load("cn_cases").set_index("fact_id")["value"]
    rows = []
    for when, (side, sum_id, share_id) in DEALS.items():
        called = facts["27-called"] / 1000 + facts["27-relief"]
        money, share = (facts[sum_id], facts[share_id] / 100) if share_id else (called, CALLED)
        first = {"others": facts["27-nio-pays-2020"]}
        again = {"kept": 1 - facts["27-nio-share"] / 100, "others": facts["27-nio-pays-2024"]}
        if side == "sells":
            value = money / share
        else:
            value = value_before(money, share, **(again if sum_id == "27-again" else first))
        rows.append({"date": when, "side": side, "money": money, "value": value})
    return pd.DataFrame(rows)


def forgone() -> pd.DataFrame:
    """Return what the slice that NIO called back would have been worth later, and what the investors lost by the call.

    The slice is 8.6 % of September 2020. NIO paid 0.5115 billion for it and took over 2 billion that were still due;
    the call cost what the slice was worth later, less both. `flat` keeps it at 8.6 %; `melted` lets it shrink each
    time NIO paid money in, as the other investors' shares did. Both assume that NIO would have paid in all the same.

    Returns:
        The columns date, value, slice_flat and slice_melted (per cent), forgone_flat and forgone_melted (billion).

    Source: own computation, from facts 27-… of `cn_cases`.

    >>> forgone()["forgone_melted"].round(1).tolist()
    [10.0, 10.0, 0.6]
    """
    facts = load("cn_cases").set_index("fact_id")["value"]
    sales = implied_values().query("date > '2021'")
    (first, second, _third), (paid_one, paid_two) = sales["value"], facts[["27-nio-pays-2021", "27-nio-pays-2021b"]]
    rest = 1 - facts["27-nio-after-second"] / 100
    before = rest * (first + paid_one) / first + facts["27-second-slice"] / 100
    melted = [CALLED * before / (1 - facts["27-nio-after-call"] / 100)]
    melted.append(share_after(melted[0], first, paid_one))
    melted.append(share_after(melted[1], second, paid_two))
    got = facts["27-called"] / 1000 + facts["27-relief"]
    table = pd.DataFrame({"date": sales["date"], "value": sales["value"]}).reset_index(drop=True)
    table["slice_flat"], table["slice_melted"] = 100 * CALLED, [100 * share for share in melted]
    for kind in ("flat", "melted"):
        table[f"forgone_{kind}"] = table["value"] * table[f"slice_{kind}"] / 100 - got
    return table


def cash_flows(first: str = "2020-06-29") -> dict[str, float]:
    """Return what all investors of 2020 paid and got in cash to 2021, in billion yuan, by date.

    Args:
        first: Date of the first two instalments. When they came is not known; on 29 June 2020 NIO reported that they
            had come. The rest is dated by the day on which it was due. Both are choices of ours.

    >>> round(sum(cash_flows().values()), 2), list(cash_flows(first="2020-05-04"))[0]
    (3.51, '2020-05-04')
    """
    facts = load("cn_cases").set_index("fact_id")["value"].to_dict()
    return {
        first: -facts["27-instalments"],
        "2020-09-16": facts["27-called"] / 1000,
        "2020-09-30": -(facts["27-paid-in"] - facts["27-relief"] - facts["27-instalments"]),
        "2021-02-04": facts["27-second-sale"],
        "2021-09-24": facts["27-third-sale"],
    }

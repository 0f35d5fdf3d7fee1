"""When does a patent decide whether something is invented? Copying has a price, and those who copy count.

An inventor pays R for research. A firm that copies pays the share c of R, and a patent raises c. Who sells then shares
the market of Cournot (`quantity_competition`), in which a lone seller earns 100. For a share `lead` of the product's
life the inventor sells alone whatever happens. All money is counted over the product's whole life.
"""

import itertools

import pandas as pd

from longwave.checks import number, whole_number

WORTH = 100.0  # what a lone seller earns, before research: `quantity_competition(1)`
MOST_FOLLOWERS = 50
_ROUNDING = 1e-9


def earned_each(copiers: int) -> float:
    """Compute what each seller earns when so many have copied: 4 * 100 / (n + 2)**2, as n + 1 of them sell.

    `copiers` is n, a whole number from 0.

    Source: Cournot (1838).

    >>> earned_each(0), round(earned_each(1), 1), earned_each(2)
    (100.0, 44.4, 25.0)
    """
    return 4 * WORTH / (whole_number("copiers", copiers, minimum=0) + 2) ** 2


def copiers(research: float, copying_share: float, followers: int = 1, lead: float = 0.0) -> int:
    """Count the firms that copy: they come one by one, as long as the next one earns what copying costs.

        the n-th comes if (1 - lead) * 400 / (n + 2)**2 >= c * R

    Args:
        research: R, what inventing costs, money, at least 0.
        copying_share: c, what copying costs, as a share of R, at least 0.
        followers: how many firms are able to copy, a whole number from 0 to 50.
        lead: the share of the product's life before the first copy is on sale, from 0 to 1.

    Raises:
        InputError: A number is out of range.

    Source: ours; the share c was measured by Harabi (1991), whose abstract was read.

    >>> copiers(50, copying_share=0.7), copiers(80, copying_share=0.7), copiers(80, copying_share=0.4)
    (1, 0, 1)
    """
    cost = number("copying_share", copying_share, minimum=0) * number("research", research, minimum=0)
    followers = whole_number("followers", followers, minimum=0, maximum=MOST_FOLLOWERS)
    left = 1 - number("lead", lead, minimum=0, maximum=1)
    pays = [n for n in range(1, followers + 1) if left * earned_each(n) >= cost - _ROUNDING]
    return max(pays, default=0)


def follow_outcome(research: float, copying_share: float, followers: int = 1, lead: float = 0.0) -> pd.Series:
    """Compute who ends with what, when the inventor foresees who will copy.

    She invents if lead * 100 + (1 - lead) * 400 / (n + 2)**2, with n from `copiers`, is at least R. Users get 50 from a
    lone seller and 200 * ((n + 1) / (n + 2))**2 from n + 1.

    The arguments are those of `copiers`. The result has copiers, inventor (net of R), followers (all that copied, net),
    users and total (their sum), all 0 if nothing is invented, and invented (1 or 0).

    Raises:
        InputError: A number is out of range.

    Source: ours, on the market of Cournot (1838).

    >>> follow_outcome(80, copying_share=0.7)[["invented", "inventor", "users", "total"]].tolist()
    [1.0, 20.0, 50.0, 70.0]
    """
    count = copiers(research, copying_share, followers, lead)
    income = lead * WORTH + (1 - lead) * earned_each(count)
    if income < research - _ROUNDING:
        return pd.Series(dict.fromkeys(("invented", "copiers", "inventor", "followers", "users", "total"), 0.0))
    users = lead * WORTH / 2 + (1 - lead) * 2 * WORTH * ((count + 1) / (count + 2)) ** 2
    copied = count * ((1 - lead) * earned_each(count) - copying_share * research)
    inventor = income - research
    return pd.Series(
        {
            "invented": 1.0,
            "copiers": float(count),
            "inventor": inventor,
            "followers": copied,
            "users": users,
            "total": inventor + copied + users,
        }
    )


def outcome_stretches(
    copying_share: float, followers: int = 1, lead: float = 0.0, highest: float = 120
) -> pd.DataFrame:
    """Divide the research costs into stretches: is it invented, and by how many is it copied?

    The n-th follower comes up to R = (1 - lead) * 400 / (n + 2)**2 / c, so the number of copies falls in steps as
    research gets dearer. Between two steps the inventor's income is fixed, and she invents up to this income.

    `copying_share` is above 0, `highest` the largest R; the other arguments are those of `copiers`. The result has the
    columns low, high (money), copiers and invented (True or False), from 0 to `highest`.

    Raises:
        InputError: A number is out of range.

    Source: ours.

    >>> outcome_stretches(0.7).round(1).to_dict("records")[1]
    {'low': 44.4, 'high': 63.5, 'copiers': 1, 'invented': False}
    """
    copying_share = number("copying_share", copying_share, minimum=1e-6)
    followers = whole_number("followers", followers, minimum=0, maximum=MOST_FOLLOWERS)
    lead = number("lead", lead, minimum=0, maximum=1)
    highest = number("highest", highest, minimum=0)
    rows: list[dict[str, float | int | bool]] = []
    low = 0.0
    for count in range(followers, -1, -1):
        end = (1 - lead) * earned_each(count) / copying_share if count else highest
        end = max(low, min(highest, end))
        pays = min(max(low, lead * WORTH + (1 - lead) * earned_each(count)), end)
        for start, stop, invented in ((low, pays, True), (pays, end, False)):
            if stop - start > _ROUNDING:
                rows.append({"low": start, "high": stop, "copiers": count, "invented": invented})
        low = end
    return pd.DataFrame(rows, columns=["low", "high", "copiers", "invented"])


def patent_decides(
    with_patent: float, without: float, followers: int = 1, lead: float = 0.0, highest: float = 120
) -> pd.DataFrame:
    """Find the research costs for which there is an invention with a patent and none without.

    Args:
        with_patent: c with a patent, at least `without`.
        without: c without a patent, above 0.
        followers: how many firms are able to copy, a whole number from 0 to 50.
        lead: the share of the product's life before the first copy is on sale, from 0 to 1.
        highest: the largest research cost to look at, money, at least 0.

    Returns:
        A row for each stretch, with the columns low and high (money).

    Raises:
        InputError: A number is out of range.

    Source: ours.

    >>> patent_decides(0.7, 0.4).round(1).to_dict("records")
    [{'low': 63.5, 'high': 100.0}]
    """
    with_patent = number("with_patent", with_patent, minimum=without)
    made = outcome_stretches(with_patent, followers, lead, highest).query("invented")
    lost = outcome_stretches(without, followers, lead, highest).query("not invented")
    ends = [frame[["low", "high"]].to_numpy(dtype=float).tolist() for frame in (made, lost)]
    overlaps = [(max(one[0], other[0]), min(one[1], other[1])) for one in ends[0] for other in ends[1]]
    joined: list[list[float]] = []
    for low, high in sorted(pair for pair in overlaps if pair[1] - pair[0] > _ROUNDING):
        if joined and low - joined[-1][1] <= _ROUNDING:
            joined[-1][1] = high
        else:
            joined.append([low, high])
    return pd.DataFrame(joined, columns=["low", "high"])


def patent_and_sum(with_patent: float, without: float, followers: int = 1, lead: float = 0.0) -> pd.Series:
    """Compute what a patent takes from the sum of all gains and what it adds, on average over all research costs.

        lost   = (1/100) * integral from 0 to 100 of max(0, T(R, c without) - T(R, c with)) dR
        gained = the same with the two exchanged;  T is the total of `follow_outcome`

    Between two ends of `outcome_stretches` both totals are straight lines in R, so that two points of each line give
    their difference, and triangles its integral. No research dearer than 100 is ever done.

    The arguments are those of `patent_decides`. The result has the entries lost and gained: money for each idea, if
    every research cost from 0 to 100 is equally frequent.

    Raises:
        InputError: A number is out of range.

    Source: ours.

    >>> patent_and_sum(0.7, 0.4).round(2).to_dict()
    {'lost': 2.96, 'gained': 24.92}
    """
    both = pd.concat([outcome_stretches(share, followers, lead, WORTH) for share in (with_patent, without)])
    edges = sorted({0.0, *both["low"].tolist(), *both["high"].tolist()})
    found = {"lost": 0.0, "gained": 0.0}
    for low, high in itertools.pairwise(edges):
        quarter, later = (
            follow_outcome(at, with_patent, followers, lead)["total"]
            - follow_outcome(at, without, followers, lead)["total"]
            for at in (low + (high - low) / 4, high - (high - low) / 4)
        )
        first, last = quarter - (later - quarter) / 2, later + (later - quarter) / 2
        for name, sign in (("lost", -1), ("gained", 1)):
            above = [max(0.0, sign * end) for end in (first, last)]
            if max(above) > _ROUNDING:
                part = sum(above) / (abs(first) + abs(last))  # of the stretch, where the difference has this sign
                found[name] += (high - low) * part * sum(above) / 2 / WORTH
    return pd.Series(found)


def lead_without_patent(copying_share: float) -> float:
    """Find the shortest lead that has everything invented which a lone seller would invent, with one follower.

        lead + (1 - lead) * 4/9 = (1 - lead) * 4/9 / c      so  lead / (1 - lead) = 4/9 * (1/c - 1)

    On the left is the dearest research that pays although it is copied, on the right the dearest that is copied. Where
    they meet, no research cost is left that is copied and does not pay. A patent then no longer decides whether a thing
    is invented; it still keeps a follower out who would copy without it, and so still brings the inventor money.

    `copying_share` is c, above 0 and at most 1. The result is a share of the product's life.

    Raises:
        InputError: A number is out of range.

    Source: ours.

    >>> lead_without_patent(0.4)
    0.4
    """
    share = number("copying_share", copying_share, minimum=1e-6, maximum=1)
    odds = earned_each(1) / WORTH * (1 / share - 1)
    return round(odds / (1 + odds), 12)

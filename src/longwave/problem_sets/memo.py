"""What the memo of problem set 1 computes with: an invented program, and two real lists in the place of its market.

All money is in thousands a year. Nothing here is a new model: types are taught as lesson 05 serves ranks, two sellers
share a type as in lesson 03, and the licence is that of lesson 02.
"""

from functools import cache

from longwave.data import load
from longwave.topics.appropriation import quantity_competition
from longwave.topics.cooperative import core_bounds, licensing_game
from longwave.topics.longtail import sales_at
from longwave.topics.networks import both_fail
from longwave.topics.platforms import channel_cascade, report_noise, report_worth

LISTS = {"books": ("book_ratings", "ratings"), "downloads": ("package_downloads", "downloads")}
COMMONEST = 3_000  # machines of the commonest type whose owners pay FEE; more would at less, as demand is a line
FEE, TEACHING = 0.05, 5.0  # thousands a machine, the best fee of a lone seller; thousands a type
TEAM, YEARS, LEAD = 1_200.0, 6, 1  # thousands a year; years
BIDS = (2_000.0, 1_400.0, 900.0)  # what firms that bid apart would gain, thousands a year
OFFER = 1_500.0  # what one of them offers in the end, thousands a year
COMPLAINTS, FLIPS, HANDS, USERS = 0.3, 0.1, 2, 12  # what a user's report says, and how many users a maker has
REPORT = 200.0  # what the platform asks for its report, thousands a year
FAILS, LOSS, STANDBY, FOUNDRY = 0.08, 900.0, 30.0, 0.03  # a sensor maker, and the foundry that two of them share


@cache
def machines(name: str) -> tuple[float, ...]:
    """Return on how many machines of each type owners pay a lone seller, the commonest first, by a list of LISTS.

    The list stores each rank to 100 and fewer after it; what lies between is read by `sales_at`. The result ends
    before the first type that does not pay.

    >>> [round(found) for found in machines("books")[:3]], len(machines("books"))
    ([3000, 2888, 2427], 546)
    """
    dataset, column = LISTS[name]
    stored = load(dataset).sort_values("rank", kind="stable")
    ranks, sales = stored["rank"].tolist(), stored[column].tolist()
    found: list[float] = []
    for rank in range(1, ranks[-1] + 1):
        count = COMMONEST * sales_at(rank, ranks, sales) / sales[0]
        if count * FEE < TEACHING:
            break
        found.append(count)
    return tuple(found)


def stored_machines(name: str) -> tuple[float, ...]:
    """Return the same of the stored ranks alone, which is what a reader counts who takes the rows for all types."""
    dataset, column = LISTS[name]
    sales = load(dataset).sort_values("rank", kind="stable")[column].tolist()
    counts = (COMMONEST * found / sales[0] for found in sales)
    return tuple(count for count in counts if count * FEE >= TEACHING)


def last_stored(name: str) -> int:
    """Return the last stored rank that pays.

    >>> last_stored("books")
    541
    """
    ranks = load(LISTS[name][0]).sort_values("rank", kind="stable")["rank"].tolist()
    return int(ranks[len(stored_machines(name)) - 1])


def income(counts: tuple[float, ...]) -> float:
    """Return what types with these machines leave after teaching, before the team.

    >>> income((300, 100))
    10.0
    """
    return sum(FEE * count - TEACHING for count in counts)


def two_sellers() -> float:
    """Return which part of a lone seller's income each of two has: 4/9."""
    return float(quantity_competition(2)["income_each"] / quantity_competition(1)["income_each"])


def followed(counts: tuple[float, ...]) -> float:
    """Return the same income once a follower teaches every type that still pays for two sellers.

    >>> round(followed((450, 200)), 6)  # 4/9 of 22.5, less 5; and 10, less 5, where he stays away
    10.0
    """
    left = two_sellers()
    shared = [left * FEE * count - TEACHING for count in counts]
    return sum(both if both >= 0 else FEE * count - TEACHING for both, count in zip(shared, counts, strict=True))


def sure(bids: tuple[float, ...] = BIDS) -> float:
    """Return what one licence leaves at least, where firms bid apart.

    >>> sure()
    1400.0
    """
    return float(core_bounds(licensing_game(list(bids), licences=1))["minimum"]["innovator"])


def turn(alone: float, after: float, offer: float = OFFER, lead: float = LEAD) -> dict[str, float]:
    """Compare building with an offer: the gain a year if nobody follows, with a follower, and the lead that decides.

        gain = (lead · alone + (years − lead) · after) / years − team − offer

    Args:
        alone: Income after teaching while nobody follows.
        after: The same once somebody does.
        offer: What the other choice brings.
        lead: Years before he comes.

    >>> turn(alone=3_000, after=1_500, offer=600)  # without the team 1,800 and 300
    {'alone': 1200.0, 'followed': -50.0, 'lead': 1.2}
    """
    best, worst = alone - TEAM - offer, after - TEAM - offer
    average = (lead * best + (YEARS - lead) * worst) / YEARS
    return {"alone": float(best), "followed": float(average), "lead": float(YEARS * worst / (worst - best))}


def upkeep(report: float = 0.0) -> float:
    """Return what building bears a year beside its team: two sensor makers, what they still lose, and a report.

        s + l · b,  b the chance that both makers fail

    >>> round(upkeep()), round(upkeep(REPORT))
    (59, 259)
    """
    return STANDBY + LOSS * both_fail(FAILS, FOUNDRY) + report


def report_users(makers: int, spread: float, flips: float = FLIPS, hands: int = HANDS) -> float:
    """Return how many users of one's own the platform's report is worth."""
    error = float(channel_cascade(flips, hands)["error"])
    heard, read = report_noise(COMPLAINTS), report_noise(COMPLAINTS, error)
    return float(report_worth(USERS, makers, heard, read, spread)["users"])


def shared_part(alone: float, both: float) -> float:
    """Return the shared part at which two makers fail together with a chance: `both_fail` solved for it.

        c = (b − a²) / (1 − 2a + b)

    >>> from longwave.topics.networks import both_fail
    >>> round(shared_part(0.1, 0.05), 4), round(both_fail(0.1, shared_part(0.1, 0.05)), 4)
    (0.0471, 0.05)
    """
    return (both - alone**2) / (1 - 2 * alone + both)

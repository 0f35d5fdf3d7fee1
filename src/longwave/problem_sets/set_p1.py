"""Tasks of problem set 1: the memo on whether a firm should invest in a program of its own."""

import itertools

from longwave.i18n import _
from longwave.problem_sets.memo import (
    BIDS,
    FEE,
    HANDS,
    LISTS,
    OFFER,
    TEACHING,
    TEAM,
    USERS,
    YEARS,
    followed,
    income,
    last_stored,
    machines,
    report_users,
    shared_part,
    stored_machines,
    sure,
    turn,
    two_sellers,
)
from longwave.tasks.kinds import number_task, numbers_task, value_mistake
from longwave.tasks.task import Task
from longwave.tasks.variant import Variant, apart
from longwave.topics.longtail import last_rank

AFTER = "10"  # the lesson that the set follows
MINUTES = {"questions": 50, "memo": 30}  # our guess, with the search for models; the sheet says it too
BOOKS_SLOPE = 0.807  # the middle one of the three exponents of lesson 05
BOTH_WAYS_OF_POOLING = (
    0.03  # the share by which the report's worth moves if one's own users are left out of the average
)


def title() -> str:
    """Return the problem set's title."""
    return _("Problem set I: should your firm invest in its program?")


def dates() -> str:
    """Return when the set can be handed out and when it is due, for the syllabus."""
    return _(
        "Can be handed out after lesson 09. Questions 1 to 6 are due before the meeting, and the memo a week after it, "
        "even if no other meeting follows."
    )


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the set."""
    return (_range(), _income(), _sure(), _turn(), _report(), _second())


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "p1-sure": Variant(
            _sure,
            {
                "first": (2_000, 2_100, 2_200, 2_300),
                "sister": (1_700, 1_750, 1_800, 1_850),
                "second": (1_300, 1_350, 1_400, 1_450),
                "third": (800, 850, 900, 950),
            },
            _sure_fits,
        ),
        "p1-report": Variant(
            _report,
            {"makers": (40, 60, 80, 90), "spread": (0.04, 0.05, 0.06, 0.08), "cost": (3, 4, 5, 7)},
            _report_fits,
        ),
        "p1-second": Variant(
            _second,
            {"alone": (0.06, 0.08, 0.09, 0.12), "loss": (800, 900, 1_000, 1_100), "price": (24, 27, 30, 33)},
            _second_fits,
        ),
    }


def _range() -> Task:
    return numbers_task(
        "p1-range",
        title=_("How many types to teach, by two lists"),
        expects=_("two numbers labelled books and downloads, in types"),
        labels=tuple(LISTS),
        right=lambda: {name: len(machines(name)) for name in LISTS},
        tolerance=1.5,
        mistakes=[
            value_mistake(
                "rows counted",
                lambda: {name: len(stored_machines(name)) for name in LISTS},
                _("You counted rows. After rank 100 the table leaves out most ranks; which types stand between two?"),
            ),
            value_mistake(
                "last stored rank",
                lambda: {name: last_stored(name) for name in LISTS},
                _("You stop at a rank that the table happens to store. Do the next few types still pay?"),
            ),
            value_mistake(
                "books as in lesson 05",
                lambda: {"books": last_stored("books"), "downloads": len(machines("downloads"))},
                _("For the books you give the last *stored* rank that pays, as lesson 05 does. Do the next few pay?"),
            ),
            value_mistake(
                "machines taken for types",
                lambda: dict.fromkeys(LISTS, 100),
                _("You give how many machines a type needs. At which rank does a list fall to so few?"),
            ),
            value_mistake(
                "one curve for both",
                lambda: dict.fromkeys(LISTS, last_rank(3_000, 50, 5_000, BOOKS_SLOPE, 10_000)),
                _("You use one exponent. Both lists bend, so read the lists themselves."),
            ),
            value_mistake(
                "types for two sellers",
                lambda: {name: sum(two_sellers() * FEE * m >= TEACHING for m in machines(name)) for name in LISTS},
                _("These are the types on which two sellers can live. How many pay while you are alone?"),
            ),
        ],
        hints=(
            _("One type pays if its machines bring in what teaching it costs. How many machines is that?"),
            _("Divide each list by its first entry, so that the first type has its machines, and read between ranks."),
            _("Lesson 05 asks it in “How many spindle types to teach”; `sales_at` reads between two stored ranks."),
        ),
        explanation=_("The rule is the same for both lists, and the number of types is not."),
    )


def _income() -> Task:
    def sums(**changes: float) -> dict[str, float]:
        """Return both incomes, with something forgotten: `teaching` a type, `team` or a `unit`."""
        added, team, unit = changes.get("teaching", 0), changes.get("team", 0), changes.get("unit", 1)
        return {name: unit * (income(machines(name)) + added * len(machines(name)) - team) for name in LISTS}

    return numbers_task(
        "p1-income",
        title=_("What the program brings in while nobody follows"),
        expects=_("two numbers labelled books and downloads, in thousands a year"),
        labels=tuple(LISTS),
        right=sums,
        mistakes=[
            value_mistake(
                "rows added up",
                lambda: {name: income(stored_machines(name)) for name in LISTS},
                _("You added up the stored rows. Between two of them lie types that also pay."),
            ),
            value_mistake(
                "teaching forgotten",
                lambda: sums(teaching=TEACHING),
                _("You add up the fees. What does each of these types cost a year?"),
            ),
            value_mistake(
                "team taken off",
                lambda: sums(team=TEAM),
                _("You have taken the team off already. The question asks for what is there before it."),
            ),
            value_mistake(
                "another unit",
                lambda: sums(unit=1_000),
                _("Your numbers are in single money, and the set counts in thousands."),
            ),
            value_mistake(
                "teaching for income",
                lambda: {name: TEACHING * len(machines(name)) for name in LISTS},
                _("You have what teaching costs. What do the owners pay?"),
            ),
        ],
        hints=(
            _("The last type that pays leaves nothing, and the first one most. Add up over all that pay."),
            _("For each rank take the machines times the fee, less the teaching."),
            _("Read the machines at each rank as you did in the first task, with `sales_at` of lesson 05."),
        ),
        explanation=_("The downloads have fewer types that pay and bring in more, because their head is larger."),
    )


def _sure(first: float = 2_000, sister: float = 1_800, second: float = 1_400, third: float = 900) -> Task:
    return number_task(
        "p1-sure",
        title=_("What one licence leaves at least"),
        expects=_("a number, in thousands a year"),
        right=lambda: sure((first, second, third)),
        mistakes=[
            value_mistake(
                "most for least",
                first,
                _("{given} is the most that a licence can bring. Who could keep you from getting it?"),
            ),
            value_mistake(
                "one owner counted twice",
                sister,
                _("{given} is what a firm with the same owner would gain. Would they drive up each other's price?"),
            ),
            value_mistake(
                "gain over the next",
                first - second,
                _("{given} is what the best licensee may keep. What is left for you, at least?"),
            ),
            value_mistake(
                "last bid",
                third,
                _("{given} is the lowest offer. Does anything stop a better one from coming in?"),
            ),
            value_mistake(
                "bids added up",
                first + second + third,
                _("{given} adds up several licences. How many does this contract allow?"),
            ),
        ],
        hints=(
            _("What is sure is what you keep however hard the others bargain."),
            _("If you got less, another bidder could offer you more and still gain. Who is another bidder?"),
            _("Lesson 02 finds it in “Why the factory that buys nothing sets your floor”."),
        ),
        explanation=_(
            "The best bidder with another owner holds up your price. "
            "If the first owner bought that maker too, only the last one would be left to bid."
        ),
    )


def _sure_fits(first: float, sister: float, second: float, third: float) -> bool:
    right = sure((first, second, third))
    return apart(right, BIDS[1], first, sister, first - second, third, first + second + third)


def _turn() -> Task:
    labels = ("alone", "followed", "lead")

    def compared(after: float | None = None, name: str = "books", offer: float = OFFER) -> dict[str, float]:
        counts = machines(name)
        return turn(income(counts), followed(counts) if after is None else after, offer)

    def shared(cost: float) -> float:
        """Return the income if each type is shared, and teaching it costs so much."""
        return sum(two_sellers() * FEE * count - cost for count in machines("books"))

    def halved() -> float:
        """Return the income if each of two sellers has half of what one has."""
        fees = [FEE * count for count in machines("books")]
        return sum((fee / 2 if fee / 2 >= TEACHING else fee) - TEACHING for fee in fees)

    def changed(**labels: float) -> dict[str, float]:
        """Return the right numbers, some of them times a factor."""
        return {label: number * labels.get(label, 1) for label, number in compared().items()}

    def with_him() -> dict[str, float]:
        """Return the right numbers, with a year beside the follower in the place of the average."""
        return compared() | {"followed": followed(machines("books")) - TEAM - OFFER}

    def paying() -> float:
        """Return the income if you give up the types on which only one seller can live."""
        return sum(max(two_sellers() * FEE * count - TEACHING, 0) for count in machines("books"))

    return numbers_task(
        "p1-turn",
        title=_("Where the recommendation turns"),
        expects=_("three numbers labelled alone and followed, in thousands a year, and lead, in years"),
        labels=labels,
        right=compared,
        mistakes=[
            value_mistake(
                "follower in every type",
                lambda: compared(shared(TEACHING)),
                _("You let him teach every type. Does it pay him where few machines are to be shared?"),
            ),
            value_mistake(
                "rare types given up",
                lambda: compared(paying()),
                _("You give up the types that he leaves alone. Who serves them, and at what income?"),
            ),
            value_mistake(
                "teaching shared",
                lambda: compared(shared(two_sellers() * TEACHING)),
                _("You share the income after teaching. Does it cost less to teach a type because he teaches it too?"),
            ),
            value_mistake(
                "half for each",
                lambda: compared(income(machines("books")) / 2),
                _("You halve your income. Do two sellers together earn what one alone earned?"),
            ),
            value_mistake(
                "half of each type",
                lambda: compared(halved()),
                _("You give each of two sellers half. What happens to the fee once two serve the same owners?"),
            ),
            value_mistake(
                "a year for the average",
                with_him,
                _("Your `followed` is one year with him. What do the six years bring on average, the first one alone?"),
            ),
            value_mistake(
                "six years added up",
                lambda: changed(alone=YEARS, followed=YEARS),
                _("You add up six years. How much is that a year?"),
            ),
            value_mistake(
                "sign turned",
                lambda: changed(followed=-1),
                _("Your `followed` has the other sign. Which of the two brings more if he comes after a year?"),
            ),
            value_mistake(
                "team forgotten",
                lambda: compared(offer=OFFER - TEAM),
                _("Your comparison leaves out the team. Who pays it if you license?"),
            ),
            value_mistake(
                "licence forgotten",
                lambda: compared(offer=0),
                _("You compare with doing nothing. What does the best other choice bring?"),
            ),
            value_mistake(
                "least for the offer",
                lambda: compared(offer=sure()),
                _("You compare with what the bidding makes sure. One of the four has offered more than that by now."),
            ),
            value_mistake(
                "the other list",
                lambda: compared(name="downloads"),
                _("These are right for the downloads. Keep them for your memo; the question asks for the books."),
            ),
        ],
        hints=(
            _("Work out one year alone and one year with him first. The lead only says how many there are of each."),
            _("He has your costs of teaching, so he comes where two sellers of one thing still cover them."),
            _("Lesson 03 says what one of two sellers of the same thing earns; `quantity_competition` computes it."),
        ),
        explanation=_(
            "A follower changes more than all else in this set. "
            "Compare what is left with your doubt about the 3,000 machines."
        ),
    )


def _report(makers: int = 60, spread: float = 0.05, cost: float = 4) -> Task:
    return number_task(
        "p1-report",
        title=_("Up to which price the report is the cheaper way to hear"),
        expects=_("a number, in thousands a year"),
        right=lambda: cost * report_users(makers, spread),
        tolerance=_report_tolerance(makers, spread, cost),
        mistakes=[
            value_mistake(
                "hand-overs forgotten",
                lambda: cost * report_users(makers, spread, flips=0),
                _("{given} takes each complaint as it was made. What happens to it on the way to you?"),
            ),
            value_mistake(
                "users for money",
                lambda: report_users(makers, spread),
                _("{given} is a number of users. What would you pay to hear as many of your own?"),
            ),
            value_mistake(
                "makers taken as alike",
                lambda: cost * report_users(makers, 0),
                _("{given} takes all makers as alike. What does an average of others say about you if they differ?"),
            ),
            value_mistake(
                "handed on once",
                lambda: cost * report_users(makers, spread, hands=HANDS - 1),
                _("{given} lets one person pass a complaint on. How many do?"),
            ),
            value_mistake(
                "average taken as exact",
                lambda: cost * report_users(makers * 10**6, spread),
                _("{given} takes the average as exactly known. From how many users does it come?"),
            ),
            value_mistake(
                "every user counted",
                lambda: cost * USERS * makers,
                _("{given} pays for every user on the platform as if each were yours."),
            ),
            value_mistake(
                "own users only",
                lambda: cost * USERS,
                _("{given} is what your present users cost. How many more would do what the report does?"),
            ),
        ],
        hints=(
            _("Ask how many users of your own would teach you as much as the report does."),
            _("Others' complaints tell you less, since makers differ and since some complaints arrive changed."),
            _("Lesson 06 does it in “What the platform hears and you do not”, with `report_worth`."),
        ),
        explanation=_("Most of what the report misses is that makers differ, and no further user or maker mends that."),
    )


def _report_tolerance(makers: int, spread: float, cost: float) -> float:
    return BOTH_WAYS_OF_POOLING * cost * report_users(makers, spread)


def _report_fits(makers: int, spread: float, cost: float) -> bool:
    users = report_users(makers, spread)
    clean, once = report_users(makers, spread, 0), report_users(makers, spread, hands=HANDS - 1)
    wrong = (clean, once, report_users(makers * 10**6, spread), report_users(makers, 0), USERS * makers, USERS)
    numbers = sorted([4 * report_users(60, 0.05), users, *(cost * count for count in (users, *wrong))])
    return all(b - a > _report_tolerance(makers, spread, cost) for a, b in itertools.pairwise(numbers))


def _second(alone: float = 0.08, loss: float = 900, price: float = 30) -> Task:
    both = alone - price / loss
    return number_task(
        "p1-second",
        title=_("How much two makers may share"),
        expects=_("a share from 0 to 1"),
        right=lambda: shared_part(alone, both),
        unit="share",
        mistakes=[
            value_mistake(
                "both failing taken for sharing",
                both,
                _("{given} is how often both may fail. Some of that comes without anything in common."),
            ),
            value_mistake(
                "half the risk",
                lambda: shared_part(alone, alone / 2),
                _("{given} is where the second contract halves your risk. What must it save to be worth its price?"),
            ),
            value_mistake(
                "risk bought off",
                lambda: price / loss,
                _("{given} is by how much the risk must fall. Which shared part leaves that much?"),
            ),
            value_mistake(
                "own failures subtracted whole",
                lambda: both - alone**2,
                _("{given} counts the makers' own failures as if nothing were shared. The more they share, the fewer."),
            ),
            value_mistake(
                "own risk kept whole",
                lambda: (both - alone**2) / (1 - alone**2),
                _("{given} adds the shared part to each maker's own chance. But that chance holds whatever the cause."),
            ),
            value_mistake(
                "part of the risk",
                lambda: price / loss / alone,
                _("{given} is the part of your risk that must go. The question is how often the shared part fails."),
            ),
            value_mistake(
                "share of the failures",
                lambda: shared_part(alone, both) / alone,
                _("{given} is which part of a maker's failures the shared part causes. How often does it fail?"),
            ),
        ],
        hints=(
            _("First find how often both may fail, so that the contract is just worth its price."),
            _("Then look for the shared part that gives this chance; trying values will do."),
            _("Lesson 09 has both chances in “One bearing maker or two”, with `both_fail`."),
        ),
        explanation=_(
            "For two makers as reliable as these, the second contract does not pay if the shared part fails more."
        ),
    )


def _second_fits(alone: float, loss: float, price: float) -> bool:
    both, right = alone - price / loss, shared_part(alone, alone - price / loss)
    public = shared_part(0.08, 0.08 - 30 / 900)
    wrong = (both, shared_part(alone, alone / 2), price / loss, both - alone**2, price / loss / alone, right / alone)
    return 0 < right < alone and apart(right, public, *wrong)

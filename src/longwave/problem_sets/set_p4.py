"""Tasks of the final: eight questions on Part III and the capstone, and an essay on a programme for machine tools."""

from longwave.i18n import _
from longwave.tasks.kinds import numbers_task, value_mistake
from longwave.tasks.task import Task
from longwave.tasks.variant import Variant
from longwave.topics.alliances import denied_years
from longwave.topics.levers import WAYS, combined, mean_brier, turning_start
from longwave.topics.manufacturing_usa import needed_belief
from longwave.topics.talent import forward_share_needed

EXAM = True
AFTER = "32"  # the lesson that the exam follows
COVERS = ("19", "20", "21", "22", "23", "24", "32")
MINUTES = {"questions": 60, "memo": 30}  # our guess; the sheet says it too


def title() -> str:
    """Return the exam's title."""
    return _("Final: should a state pay for its machine tools?")


def dates() -> str:
    """Return when the exam can be handed out and when it is due, for the syllabus."""
    return _("Can be handed out after lesson 32, for 90 minutes in the room; nothing of it is done at home.")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the exam."""
    return (_rider(), _club(), _paid(), _swing(), _effect(), _denied(), _levers(), _turn())


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers: all of them."""
    return {
        "p4-rider": Variant(
            _rider,
            {"worth": (60, 80, 90), "refusal": (6, 8, 11), "pain": (1.5, 2.5, 3), "kept": (0.6, 0.7)},
            right=_rider_right,
        ),
        "p4-club": Variant(
            _club,
            {
                "rate": (1.4, 1.6, 1.8),
                "saving": (0.6, 0.8, 0.9),
                "cap": (10, 12, 15),
                "cost": (80, 90, 110),
                "worth": (240, 250, 300),
            },
            right=_club_right,
        ),
        "p4-paid": Variant(
            _paid,
            {
                "promise": (800, 900),
                "given": (0.7, 0.75),
                "spent": (0.65, 0.8),
                "rise": (4, 6),
                "before": (190, 200),
                "after": (250, 260),
                "own": (470, 480),
                "grown": (510, 520),
            },
            right=_paid_right,
        ),
        "p4-swing": Variant(
            _swing,
            {"supply": (1.6, 1.8, 2.2), "demand": (0.7, 0.75, 0.85), "glut": (12, 14, 20)},
            right=_swing_right,
        ),
        "p4-effect": Variant(
            _effect,
            {
                "before": (8.2, 8.4),
                "after": (5.1, 5.3),
                "rest_before": (7.2, 7.4),
                "rest_after": (5.6, 5.9),
                "grant": (102, 120),
                "point": (24, 30),
            },
            right=_effect_right,
        ),
        "p4-denied": Variant(
            _denied,
            {"lead": (5, 6), "share": (0.55, 0.6), "filled": (0.7, 0.75), "gap": (1.4, 1.5), "pace": (2.2, 2.4)},
            right=_denied_right,
        ),
        "p4-levers": Variant(
            _levers,
            {"first": (0.08, 0.09, 0.1), "second": (0.14, 0.15, 0.17), "third": (0.2, 0.24, 0.3)},
            right=_levers_right,
        ),
        "p4-turn": Variant(
            _turn,
            {
                "rest": (110, 120, 150),
                "small": (0.12, 0.16),
                "single": (0.3, 0.35),
                "yes": (0.7, 0.8),
                "no": (0.4, 0.45),
            },
            right=_turn_right,
        ),
    }


def _rider_right(worth: float, refusal: float, pain: float, kept: float) -> dict[str, float]:
    return {"last": (worth - refusal) / pain, "again": (worth - refusal - kept * worth) / pain}


def _rider(worth: float = 80, refusal: float = 8, pain: float = 1.5, kept: float = 0.6) -> Task:
    right = _rider_right(worth, refusal, pain, kept)
    return numbers_task(
        "p4-rider",
        title=_("How large a rider is signed"),
        expects=_("two numbers labelled last and again, in millions"),
        labels=("last", "again"),
        right=lambda: right,
        mistakes=[
            value_mistake(
                "refusal forgotten",
                {"last": worth / pain, "again": (1 - kept) * worth / pain},
                _("You let the president weigh the budget alone. What does she gain by saying no?"),
            ),
            value_mistake(
                "threat believed",
                right | {"again": right["last"]},
                _("You believe that nothing follows a veto. What will the assembly do once it has one?"),
            ),
            value_mistake(
                "later budget for the loss",
                right | {"again": (worth - refusal - (1 - kept) * worth) / pain},
                _("You take what she loses by the delay for what she still gets after it."),
            ),
        ],
        hints=(
            _("Begin at the end: what does the president get if she says no?"),
            _("The assembly asks for as much as leaves her just as well off as a veto would."),
            _("The lesson on how a bill becomes money solves such trees backwards, with riders among them."),
        ),
        explanation=_("Who can come back after a no has a weak threat, and can ask for less."),
    )


def _club_right(saving: float, cap: float, cost: float, worth: float) -> dict[str, float]:
    return {"size": 100 * cap / saving, "belief": needed_belief(worth, cost)}


def _club(rate: float = 1.6, saving: float = 0.8, cap: float = 12, cost: float = 90, worth: float = 240) -> Task:
    right = _club_right(saving, cap, cost, worth)
    return numbers_task(
        "p4-club",
        title=_("Who stays, and who pays next"),
        expects=_("two numbers labelled size, in millions, and belief, a chance from 0 to 1"),
        labels=("size", "belief"),
        right=lambda: right,
        mistakes=[
            value_mistake(
                "where the cap begins",
                right | {"size": 100 * cap / rate},
                _("From this size on the dues rise no more. From which size on are they less than what is saved?"),
            ),
            value_mistake(
                "going on for stopping",
                right | {"belief": 1 - needed_belief(worth, cost)},
                _("You have the chance that the state goes on. Which chance makes the members pay?"),
            ),
            value_mistake(
                "state's view for the members'",
                right | {"belief": 1.0},
                _("You let members pay only if the stop is certain. What do they lose by waiting?"),
            ),
        ],
        hints=(
            _("Compare what a member saves with what it pays, below the cap and above it."),
            _("Paying leaves the worth less the cost for sure; waiting leaves the worth unless the state stops."),
            _("The lesson on institutes and their founder's money has the dues and `needed_belief`."),
        ),
        explanation=_("A cap keeps the large, and only a stop that is believed makes them pay."),
    )


def _paid_right(
    promise: float,
    given: float,
    spent: float,
    rise: float,
    before: float,
    after: float,
    own: float,
    grown: float,
) -> dict[str, float]:
    return {
        "real": promise * given * spent / (1 + rise / 100) ** 3,
        "ratio": grown / after,
        "next": (grown - own) / (after - before),
    }


def _paid(
    promise: float = 900,
    given: float = 0.7,
    spent: float = 0.8,
    rise: float = 4,
    before: float = 200,
    after: float = 250,
    own: float = 480,
    grown: float = 510,
) -> Task:
    right = _paid_right(promise, given, spent, rise, before, after, own, grown)
    prices = (1 + rise / 100) ** 3
    return numbers_task(
        "p4-paid",
        title=_("What a promise pays and brings"),
        expects=_("three numbers labelled real, in millions, ratio and next"),
        labels=("real", "ratio", "next"),
        right=lambda: right,
        mistakes=[
            value_mistake(
                "prices forgotten",
                right | {"real": promise * given * spent},
                _("You have what is paid in later money. What does it buy at today's prices?"),
            ),
            value_mistake(
                "promise for payment",
                right | {"real": promise / prices},
                _("You follow prices and not the money. How much of the promise is left after two offices?"),
            ),
            value_mistake(
                "ratio for the increment",
                right | {"next": right["ratio"]},
                _("You divide all by all. By how much did each of the two rise?"),
            ),
            value_mistake(
                "growth over growth",
                right | {"next": (grown / own - 1) / (after / before - 1)},
                _("You divide per cent by per cent. How many millions came with one million more?"),
            ),
        ],
        hints=(
            _("A promise is multiplied by one share for each office that it passes, and divided by the prices."),
            _("A ratio stands beside all of the money; what comes with one more is a change over a change."),
            _("The lesson on a promised research dollar has both, the chain and the ratio."),
        ),
        explanation=_("Money that stood there anyway is in the ratio and not in the change."),
    )


def _swing_right(supply: float, demand: float, glut: float) -> dict[str, float]:
    return {"next": -supply * demand * glut, "ahead": forward_share_needed(supply * demand)}


def _swing(supply: float = 1.8, demand: float = 0.75, glut: float = 12) -> Task:
    right, steep = _swing_right(supply, demand, glut), supply * demand
    return numbers_task(
        "p4-swing",
        title=_("What a glut of toolmakers does to the next class"),
        expects=_("two numbers labelled next, in per cent, and ahead, a share from 0 to 1"),
        labels=("next", "ahead"),
        right=lambda: right,
        mistakes=[
            value_mistake(
                "sign forgotten",
                right | {"next": steep * glut},
                _("Many graduates press the pay. Do more or fewer begin when they see it?"),
            ),
            value_mistake(
                "slopes divided",
                {"next": -supply / demand * glut, "ahead": forward_share_needed(supply / demand)},
                _("You divide one slope by the other. In which unit is each of them?"),
            ),
            value_mistake(
                "foresight that only stays away",
                right | {"ahead": 1 - 1 / steep},
                _("You take those who look ahead out of the swing. Do they not also lean against it?"),
            ),
        ],
        hints=(
            _("Go from graduates to pay by one slope, and from pay to entrants by the other."),
            _("The swing neither grows nor dies if those who look back are answered in full by those who look ahead."),
            _("The lesson on pay at graduation computes it with `swing_factor` and `forward_share_needed`."),
        ),
        explanation=_("The product of the slopes decides, and less than half who look ahead are enough."),
    )


def _effect_right(
    before: float,
    after: float,
    rest_before: float,
    rest_after: float,
    grant: float,
    point: float,
) -> dict[str, float]:
    return _lasting((after - before) - (rest_after - rest_before), grant, point)


def _lasting(effect: float, grant: float, point: float) -> dict[str, float]:
    return {"effect": effect, "years": grant / (abs(effect) * point)}


def _effect(
    before: float = 8.4,
    after: float = 5.1,
    rest_before: float = 7.2,
    rest_after: float = 5.6,
    grant: float = 102,
    point: float = 24,
) -> Task:
    right = _effect_right(before, after, rest_before, rest_after, grant, point)
    return numbers_task(
        "p4-effect",
        title=_("What the grants did to scrap"),
        expects=_("two numbers labelled effect, in points, and years"),
        labels=("effect", "years"),
        right=lambda: right,
        mistakes=[
            value_mistake(
                "before and after",
                _lasting(after - before, grant, point),
                _("You follow the firms with a grant alone. What happened to the others meanwhile?"),
            ),
            value_mistake(
                "afterwards only",
                _lasting(after - rest_after, grant, point),
                _("You compare the two groups at the end. Were they alike at the start?"),
            ),
            value_mistake(
                "sign turned",
                right | {"effect": -right["effect"]},
                _("Your effect has the other sign. Is there more scrap or less?"),
            ),
        ],
        hints=(
            _("What would have happened to these firms without a grant?"),
            _("Take the change of the others from the change of those with a grant."),
            _("The lesson on whether the help helped computes it with `difference_in_differences`."),
        ),
        explanation=_(
            "What the others did without a grant is no gift of the grant, and the grant takes longer to pay for itself."
        ),
    )


def _denied_right(lead: float, share: float, filled: float, gap: float, pace: float) -> dict[str, float]:
    years = denied_years(lead, gap, pace, share, filled)
    return {"alone": float(years["alone"]), "announced": float(years["announced"])}


def _denied(lead: float = 5, share: float = 0.6, filled: float = 0.7, gap: float = 1.5, pace: float = 2.2) -> Task:
    right = _denied_right(lead, share, filled, gap, pace)
    return numbers_task(
        "p4-denied",
        title=_("What a neighbour can deny"),
        expects=_("two numbers labelled alone and announced, in years of supply"),
        labels=("alone", "announced"),
        right=lambda: right,
        mistakes=[
            value_mistake(
                "nobody fills in",
                right | {"alone": share * lead},
                _("You let all that the neighbour sold be missing. Who else sells?"),
            ),
            value_mistake(
                "filled for missing",
                right | {"alone": share * filled * lead},
                _("You have what the others fill in. What is left open?"),
            ),
            value_mistake(
                "nothing bought ahead",
                right | {"announced": lead - gap},
                _("You count the months that go by. What does a buyer do who knows the date?"),
            ),
            value_mistake(
                "gap counted twice",
                right | {"announced": lead - gap - pace * gap},
                _("You take away the gap and all that is bought in it. Is not a part of it used in the gap?"),
            ),
        ],
        hints=(
            _("Only what no other seller replaces is denied."),
            _("Whatever is bought before the date, used or stored, shortens what the club can deny."),
            _("The lesson on clubs of states computes both with `denied_years`."),
        ),
        explanation=_("A seller outside undoes the one, and a known date undoes the other."),
    )


def _levers_right(first: float, second: float, third: float) -> dict[str, float]:
    gains = (first, second, third)
    return {way: combined(gains, way) for way in WAYS}


def _levers(first: float = 0.08, second: float = 0.15, third: float = 0.24) -> Task:
    right = _levers_right(first, second, third)
    return numbers_task(
        "p4-levers",
        title=_("Three levers in three ways"),
        expects=_("three numbers labelled add, multiply and weakest, as multiples of today's output"),
        labels=("add", "multiply", "weakest"),
        right=lambda: right,
        mistakes=[
            value_mistake(
                "strongest for weakest",
                right | {"weakest": 1 + third},
                _("You take the link that gains most. Which of the three stops the rest?"),
            ),
            value_mistake(
                "mean for weakest",
                right | {"weakest": 1 + (first + second + third) / 3},
                _("You take the mean of the links. Does a chain carry its mean?"),
            ),
            value_mistake(
                "sum for product",
                right | {"multiply": right["add"]},
                _("Your product is a sum. What does the second lever raise, if they multiply?"),
            ),
            value_mistake(
                "gains without the start",
                {label: value - 1 for label, value in right.items()},
                _("You have what is gained. What is the output, if today's is 1?"),
            ),
        ],
        hints=(
            _("The three levers and their gains are the same each time; only what joins them changes."),
            _("With the weakest link, look at what each link carries afterwards, and take the least."),
            _("The capstone has the three functions in `combined`."),
        ),
        explanation=_("Where they add or multiply the levers look alike; where the weakest decides most is wasted."),
    )


def _turn_right(rest: float, small: float, yes: float, no: float) -> dict[str, float]:
    start = rest * turning_start(small, 1)  # any single lever above the small ones has the same
    return {"turn": start, "score": mean_brier([yes, no], [True, False])}


def _turn(rest: float = 120, small: float = 0.12, single: float = 0.3, yes: float = 0.7, no: float = 0.4) -> Task:
    right = _turn_right(rest, small, yes, no)
    return numbers_task(
        "p4-turn",
        title=_("Where the plan turns, and how a forecast scores"),
        expects=_("two numbers labelled turn, in machines a month, and score"),
        labels=("turn", "score"),
        right=lambda: right,
        mistakes=[
            value_mistake(
                "the whole of the large lever",
                right | {"turn": rest / (1 + single)},
                _("Here the large lever just reaches the other links. Which plan is better at this point?"),
            ),
            value_mistake(
                "small lever taken off",
                right | {"turn": rest * (1 - small)},
                _("You take the small lever off the other links. What does it raise?"),
            ),
            value_mistake(
                "outcome turned",
                right | {"score": mean_brier([yes, no], [False, True])},
                _("You score the forecasts against what did not happen."),
            ),
            value_mistake(
                "distance not squared",
                right | {"score": (1 - yes + no) / 2},
                _("You have the mean distance. How does the score punish a large one?"),
            ),
        ],
        hints=(
            _("Write down what the chain carries with each plan, if the weak link carries s today."),
            _("The large lever makes the other links the weakest, and then it adds nothing more."),
            _("The capstone has `turning_start`, and scores dated forecasts with `mean_brier`."),
        ),
        explanation=_("The large lever wins only while its link is much the weakest."),
    )

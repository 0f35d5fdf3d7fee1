"""Tasks of lesson 03: who keeps what an invention is worth, what copying costs, and when a right does harm."""

import math
from collections.abc import Callable

from longwave.data import load
from longwave.i18n import _
from longwave.tasks.guess import Guess, number_guess, range_guess
from longwave.tasks.kinds import (
    Mistake,
    choice_task,
    function_mistake,
    function_task,
    number_task,
    numbers_task,
    property_task,
    value_mistake,
)
from longwave.tasks.task import Task
from longwave.tasks.variant import Variant, apart
from longwave.topics.appropriation.models.answers import share_interval
from longwave.topics.appropriation.models.assets import integration_capture, licensing_capture
from longwave.topics.appropriation.models.copying import copiers, earned_each, follow_outcome, patent_decides
from longwave.topics.appropriation.models.markets import quantity_competition, stacked_patents

VALUE = 100
WITH_PATENT, WITHOUT = 0.7, 0.4  # what copying costs, as a share of research: the lesson's typical innovation
MAJOR_PLAIN, STRONGER, HEAD_START = 0.5, 0.9, 0.2
RACE = ("research", "lead")


def title() -> str:
    """Return the lesson's title."""
    return _("Why do innovators lose to followers?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _own_force(),
        _quiz_window(),
        _quiz_sixth(),
        _quiz_floor(),
        _own_factory(),
        _copiers(),
        _stack_share(),
        _licence_sum(),
        _vendors(),
        _break_patent(),
    )


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        number_guess(
            "03-guess-follower",
            title=_("What one follower leaves of 100"),
            expects=_("a number, of 100"),
            low=0,
            high=100,
            truth=lambda: round(earned_each(1), 1),
            explanation=_("It is less than half, because two sellers offer more and the price falls."),
        ),
        range_guess(
            "03-guess-copying",
            title=_("What copying an innovation without a patent costs"),
            expects=_("two numbers, in per cent of what inventing costs"),
            low=0,
            high=150,
            truth=lambda: _fact("03-typical-plain"),
            explanation=_("It is the median answer of the Swiss firms: cheaper than inventing, and not free."),
        ),
        number_guess(
            "03-guess-window",
            title=_("From which research cost on a patent decides"),
            expects=_("a number, of what a lone seller earns, which is 100"),
            low=0,
            high=120,
            truth=lambda: round(float(patent_decides(WITH_PATENT, WITHOUT)["low"].iloc[0]), 1),
            explanation=_("Below it, the follower copies in spite of the patent."),
        ),
    )


def _fact(fact_id: str) -> float:
    return float(load("part_one_cases").set_index("fact_id")["value"][fact_id])


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "03-own-factory": Variant(
            _own_factory,
            {
                "value": (80, 90, 100, 110, 120, 140, 150, 160, 180, 200),
                "appropriability": (0.28, 0.3, 0.35, 0.38, 0.4, 0.45, 0.55, 0.6, 0.65),
            },
            _factory_fits,
        ),
        "03-licence-sum": Variant(
            _licence_sum,
            {"research": (24, 26, 30, 34, 36, 38), "share": (0.65, 0.7, 0.75, 0.8, 0.85, 0.9)},
            _licence_fits,
        ),
    }


def _own_force() -> Task:
    return number_task(
        "03-own-force",
        title=_("What mechanics of your own leave you"),
        expects=_("a number, in money"),
        right=lambda: integration_capture(0.2, 2, 10, VALUE),
        mistakes=[
            value_mistake(
                "a licence in its place",
                lambda: licensing_capture(0.2, 2, VALUE),
                _("{given} is what a licence leaves. Your own mechanics also sell when the program is copied."),
            ),
            value_mistake(
                "their cost forgotten",
                lambda: integration_capture(0.2, 2, 0, VALUE),
                _("{given} is what they bring in. What do they cost?"),
            ),
            value_mistake(
                "chances swapped",
                lambda: integration_capture(0.8, 2, 10, VALUE),
                _("{given} takes α for the chance that somebody copies. What is α?"),
            ),
            value_mistake(
                "the case of a copy not weighed",
                lambda: 0.2 * VALUE + earned_each(2) - 10,
                _("{given} counts what you earn beside the others in full. How likely is it that you are copied?"),
            ),
            value_mistake(
                "only the case of a copy",
                lambda: earned_each(2),
                _("{given} is what you earn once it is copied. Weigh it, and add the other case and the cost."),
            ),
            value_mistake(
                "you are not counted among the sellers",
                lambda: 0.2 * VALUE + 0.8 * earned_each(1) - 10,
                _("{given} lets two firms sell once it is copied. You sell as well: how many are there?"),
            ),
            value_mistake(
                "copied means worthless",
                lambda: 0.2 * VALUE - 10,
                _("{given} earns nothing once it is copied. Your mechanics can still sell then, beside the others."),
            ),
        ],
        hints=(
            _("Weigh two cases with their chances, and take off what the mechanics cost in both."),
            _("If it is copied, count the sellers; then each earns 400 / (n + 1)²."),
            _("The formula of n sellers is in “When a follower sells the same service”."),
        ),
        explanation=_("In four cases of five the program is copied, and your mechanics still earn 25 then."),
    )


def _quiz_window() -> Task:
    lead, left = HEAD_START * VALUE, 1 - HEAD_START

    return number_task(
        "03-quiz-window",
        title=_("Where a patent begins to decide, after a head start"),
        expects=_("a number, of what a lone seller earns, which is 100"),
        right=lambda: patent_decides(STRONGER, MAJOR_PLAIN, lead=HEAD_START)["low"].iloc[0],
        tolerance=0.2,
        mistakes=[
            value_mistake(
                "the lead forgotten",
                lambda: earned_each(1) / STRONGER,
                _("{given} would be right without a lead. What do you and the follower earn with it?"),
            ),
            value_mistake(
                "where he stays away because of the patent",
                lambda: left * earned_each(1) / STRONGER,
                _("{given} is where he stays away because of the patent. Would you not invent here even if he came?"),
            ),
            value_mistake(
                "where it is copied no more without one",
                lambda: left * earned_each(1) / MAJOR_PLAIN,
                _("{given} is where nobody copies even *without* a patent: the other end of the stretch."),
            ),
            value_mistake(
                "income without the lead",
                lambda: earned_each(1),
                _("{given} is what you earn once copied if you have no lead. What do you earn in the lead?"),
            ),
            value_mistake(
                "only the part after the lead",
                lambda: left * earned_each(1),
                _("{given} is what you earn after the lead. You also sell alone before: what does that bring?"),
            ),
            value_mistake(
                "only the part of the lead",
                lambda: lead,
                _("{given} is what you earn in the lead. You go on selling afterwards, beside him."),
            ),
        ],
        hints=(
            _("The patent decides where you would invent with it and would not without it."),
            _("Compare two values of R: up to one you invent although copied, from the other on he stays away."),
            _("Both incomes are in the first paragraph of “A head start instead of a patent”."),
        ),
        explanation=_("Below it you invent although he copies; the patent keeps him out there, and decides nothing."),
    )


def _quiz_sixth() -> Task:
    return choice_task(
        "03-quiz-sixth",
        title=_("A sixth patent on the stack"),
        options="abcd",
        right="fdcda35f5f59",
        mistakes={
            "a": (
                "more IP, more capture",
                _("Each owner adds a royalty. What do the buyers do? Try `stacked_patents(6)`."),
            ),
            "b": (
                "a cake of fixed size",
                _("That holds if the same number of units is sold. Is it, at a higher price?"),
            ),
            "d": (
                "patents taken for rivals",
                _("Rivals add to what is on sale; each further owner adds a royalty. Which way does the price go?"),
            ),
        },
        hints=(
            _("Each owner sees its own royalty, and not what the others lose by it."),
            _("Compare the price and the quantity under two and five patents."),
            _("Look at the table in “Five patents on one product”."),
        ),
        explanation=_("The price climbs further past the best one, and fewer units are sold."),
    )


def _quiz_floor() -> Task:
    return choice_task(
        "03-quiz-floor",
        title=_("What lifts a floor of nothing"),
        options="abcd",
        right="98df40a77436",
        mistakes={
            "a": (
                "right taken for bargaining power",
                _("Nobody can copy as it is. Against whom would the longer right protect you in the bargain?"),
            ),
            "c": (
                "value taken for capture",
                _("More value, and the same two at the table: what is the least that you may end with?"),
            ),
            "d": (
                "number of rights for strength",
                _("The one firm still needs you, and you still need it. Has either got an alternative?"),
            ),
        },
        hints=(
            _("A floor comes from rivalry among the others: lesson 02."),
            _("At α = 1 the right is as strong as can be. Which letter of the model is left?"),
            _("Compare the first two rows in “Why a second service firm helps you”."),
        ),
        explanation=_("The rival that gets no work makes the other one pay."),
    )


def _factory_fits(value: float, appropriability: float) -> bool:
    kept, copied, third = appropriability * value, (1 - appropriability) * value, value / 4
    return apart(
        copied / 4,
        0.6 * VALUE / 4,
        kept / 4,
        third,
        kept + copied / 4,
        4 / 9 * copied,
        copied,
        kept,
        copied / 3,
    )


def _own_factory(value: float = VALUE, appropriability: float = 0.4) -> Task:
    def each(sellers: int) -> float:
        return float(value / VALUE * quantity_competition(sellers)["income_each"])

    copied = 1 - appropriability
    return number_task(
        "03-own-factory",
        title=_("How dear may your own factory be?"),
        expects=_("a number, in money"),
        right=lambda: copied * each(3),
        mistakes=[
            value_mistake(
                "the licence forgotten",
                lambda: appropriability * value + copied * each(3),
                _("{given} is all that your own factory earns. What would you earn without it?"),
            ),
            value_mistake(
                "copying taken for certain",
                lambda: each(3),
                _("{given} is your profit once they copy. How likely is that?"),
            ),
            value_mistake(
                "your own factory not counted",
                lambda: copied * each(2),
                _("{given} counts two sellers. Once they copy, how many sell?"),
            ),
            value_mistake(
                "chance of keeping for chance of copying",
                lambda: appropriability * each(3),
                _("{given} weighs with the chance that nobody copies. In which case does the factory help?"),
            ),
            value_mistake(
                "all of the worth once it is copied",
                lambda: copied * value,
                _("{given} lets your factory earn *all* of the worth when others sell too. What is one seller's part?"),
            ),
            value_mistake(
                "the licence itself",
                lambda: appropriability * value,
                _("{given} is what the licence earns. The factory earns that as well; what does it earn on top?"),
            ),
            value_mistake(
                "a fixed cake for three",
                lambda: copied * value / 3,
                _("{given} divides the lone seller's income by three. What do three sellers do to the price?"),
            ),
        ],
        hints=(
            _("While nobody copies, both ways earn the same. Where do they differ?"),
            _("Once they copy, the licence earns nothing, and your factory is one of three sellers."),
            _("The two lines of the panel in “Mechanics as an insurance against copying” differ by that much."),
        ),
        explanation=_("A factory of your own is an insurance against copying, and that is what it may cost."),
    )


def _copiers() -> Task:
    def fitting(research: float, share: float, possible: int, earned: Callable[[int], float]) -> int:
        pays = [n for n in range(1, possible + 1) if earned(n) >= share * research]
        return max(pays, default=0)

    return function_task(
        "03-copiers",
        title=_("How many copy"),
        expects=_("a function of research cost, copying share and possible followers that returns a whole number"),
        right=lambda research, share, possible: copiers(research, share, possible),
        cases=[
            (50, 0.7, 1),
            (80, 0.7, 1),
            (20, 0.4, 6),
            (20, 0.4, 3),
            (30, 0.5, 6),
            (10, 0.7, 6),
            (62.5, 0.4, 6),
            (160, 0.7, 3),
        ],
        mistakes=[
            function_mistake(
                "no limit to followers",
                lambda research, share, possible: copiers(research, share, 50),
                _("You let firms come that are not able to copy. How many are?"),
            ),
            function_mistake(
                "research paid in full",
                lambda research, share, possible: copiers(research, 1, possible),
                _("You let a follower pay all of R. He pays a share of it."),
            ),
            function_mistake(
                "inventor not counted",
                lambda research, share, possible: fitting(research, share, possible, lambda n: earned_each(n - 1)),
                _("You take 400 / (n + 1)² for the n-th follower: the income before he sells. How many sell then?"),
            ),
            function_mistake(
                "fixed cake",
                lambda research, share, possible: fitting(research, share, possible, lambda n: VALUE / (n + 1)),
                _("You divide the lone seller's 100 by the number of sellers. What happens to the price?"),
            ),
            function_mistake(
                "all or none",
                lambda research, share, possible: possible if earned_each(possible) >= share * research else 0,
                _("You ask only whether it pays for all who are able. Perhaps it pays for a few of them."),
            ),
            function_mistake(
                "all if the first comes",
                lambda research, share, possible: possible if earned_each(1) >= share * research else 0,
                _("You ask only whether it pays for the first. What does the second one earn?"),
            ),
            function_mistake(
                "stays away where it breaks even",
                lambda research, share, possible: sum(
                    earned_each(n) > share * research for n in range(1, possible + 1)
                ),
                _("You keep out a firm that would earn just what copying costs. The task says at least."),
            ),
            function_mistake(
                "fewer than none",
                lambda research, share, possible: min(
                    possible, math.floor((4 * VALUE / (share * research)) ** 0.5 - 2)
                ),
                _("Where copying costs more than a lone seller earns you count fewer followers than none."),
            ),
            function_mistake(
                "nothing where nothing is invented",
                lambda research, share, possible: (
                    copiers(research, share, possible) * bool(follow_outcome(research, share, possible)["invented"])
                ),
                _("You give 0 where research would not pay. The task asks who copies once it *has* been invented."),
            ),
        ],
        hints=(
            _("Let them come one by one: the n-th follower makes n + 1 sellers."),
            _("He comes if 400 / (n + 2)² is at least what copying costs him."),
            _("“A patent decides mostly about costly research” does it for one follower."),
        ),
        explanation=_("Each one who comes makes it less worth while for the next, so their number falls in steps."),
    )


def _stack_share() -> Task:
    return function_task(
        "03-stack-share",
        title=_("What a stack earns of a pool"),
        expects=_("a function of the number of patents that returns a share from 0 to 1"),
        right=lambda patents: stacked_patents(patents)["income_all"] / stacked_patents(1)["income_all"],
        cases=[1, 2, 3, 5, 9],
        mistakes=[
            function_mistake(
                "more IP, more capture",
                lambda patents: 1.0,
                _("You say that a stack earns what a pool earns. Who pays for the extra royalties?"),
            ),
            function_mistake(
                "one owner for all",
                lambda patents: 4 / (patents + 1) ** 2,
                _("You give what *one* of the owners earns. How many are there?"),
            ),
            function_mistake(
                "one over the number",
                lambda patents: 1 / patents,
                _("You divide by the number of owners. That is a share of one owner, of a cake that keeps its size."),
            ),
            function_mistake(
                "money for a share",
                lambda patents: 4 * VALUE * patents / (patents + 1) ** 2,
                _("You give money. The task asks for a share of what the pool would earn."),
            ),
            function_mistake(
                "compared with all that there is",
                lambda patents: patents / (patents + 1) ** 2,
                _("You compare with the highest price times all buyers. What would a pool earn of that?"),
            ),
        ],
        hints=(
            _("Income is the sum of the royalties, times the units sold at that price."),
            _("With n owners the royalties take n of n + 1 parts of the highest price. How many buyers are left?"),
            _("Look at the hand sum in “Five patents on one product”."),
        ),
        explanation=_("It falls with every owner: the stack is worth most in one hand."),
    )


def _licence_fits(research: float, share: float) -> bool:
    """Return whether one follower copies and it pays you, so that a licence has something to save."""
    copied, plain = (follow_outcome(research, cost) for cost in (share, WITHOUT))
    both = copied["invented"] == plain["copiers"] == copied["copiers"] == 1
    answer = float(copied["total"]) + share * research
    wrong = [float(copied["total"]), float(plain["total"]), answer + research, answer + share * research]
    return bool(both) and apart(answer, 147.78, *wrong, share=0.02)


def _licence_sum(research: float = 30, share: float = WITH_PATENT) -> Task:
    def total() -> float:
        return float(follow_outcome(research, share)["total"])

    return number_task(
        "03-licence-sum",
        title=_("A licence in the place of a copy"),
        expects=_("a number, in money"),
        right=lambda: total() + share * research,
        tolerance=0.06,
        mistakes=[
            value_mistake(
                "copied all the same",
                total,
                _("{given} is the sum if he copies. What does he no longer have to pay for?"),
            ),
            value_mistake(
                "no patent at all",
                lambda: float(follow_outcome(research, WITHOUT)["total"]),
                _("{given} is the sum without a patent, where he still pays for a copy."),
            ),
            value_mistake(
                "the fee counted once too often",
                lambda: total() + 2 * share * research,
                _("{given} adds the fee to what you get and forgets who pays it."),
            ),
            value_mistake(
                "the fee lost",
                lambda: total() - share * research,
                _("{given} takes the fee from him. Who gets it?"),
            ),
            value_mistake(
                "research forgotten",
                lambda: total() + share * research + research,
                _("{given} leaves out what research cost."),
            ),
            value_mistake(
                "users forgotten",
                lambda: 2 * earned_each(1) - research,
                _("{given} adds up the two sellers. Who else gains?"),
            ),
        ],
        hints=(
            _("Write down what each of the three gets and pays: you, the follower and the users."),
            _("A fee that one pays and another gets drops out of the sum."),
            _("“Who gains and who loses by a patent” has the sum with a copy; users are in the table of sellers."),
        ),
        explanation=_("A fee changes hands, while a copy's cost is gone, so the licence beats both other sums."),
    )


def _vendors() -> Task:
    ends = ("low", "share", "high")

    def interval(fact_id: str = "03-vendors-anonymous", errors: float = 1.96) -> dict[str, float]:
        found = share_interval(round(_fact(fact_id)), round(_fact("03-vendors")), errors)
        return {name: float(found[name]) for name in ends}

    def at_observed() -> dict[str, float]:
        share, asked = interval()["share"], _fact("03-vendors")
        half = 1.96 * (share * (1 - share) / asked) ** 0.5
        return {"low": share - half, "share": share, "high": share + half}

    def others() -> dict[str, float]:
        found = interval()
        return {"low": 1 - found["high"], "share": 1 - found["share"], "high": 1 - found["low"]}

    return numbers_task(
        "03-vendors",
        title=_("How sure is a share of 17 answers?"),
        expects=_("three numbers labelled low, share and high, from 0 to 1"),
        labels=ends,
        right=interval,
        tolerance=0.003,
        mistakes=[
            value_mistake(
                "per cent",
                lambda: {name: 100 * value for name, value in interval().items()},
                _("You give per cent. The task asks for numbers from 0 to 1."),
            ),
            value_mistake(
                "the middle of the interval for the share",
                lambda: interval() | {"share": (interval()["low"] + interval()["high"]) / 2},
                _("Your share is the middle of the interval. The share is one count divided by the other."),
            ),
            value_mistake(
                "the share of the other count",
                lambda: interval() | {"share": interval("03-vendors-sell")["share"]},
                _("Your share is that of the vendors that may not sell the data. Which count does the task name?"),
            ),
            value_mistake(
                "error taken at the observed share",
                at_observed,
                _("You take the standard error at the observed share. The task takes it at each π that you try."),
            ),
            value_mistake(
                "the other count",
                lambda: interval("03-vendors-sell"),
                _("Your interval belongs to the vendors that may not sell the data. Which count does the task name?"),
            ),
            value_mistake(
                "those that may use it",
                others,
                _("Your numbers are for the vendors that *may* use the data. The task asks for the others."),
            ),
            value_mistake(
                "one standard error",
                lambda: interval(errors=1),
                _("You went one standard error to each side, which holds the truth in two cases of three."),
            ),
        ],
        hints=(
            _("First the share itself: one count divided by the other."),
            _("Try every π from 0 to 1 in small steps, and keep those from which the share is not too far."),
            _("`numpy.linspace(0, 1, 100001)` gives the steps; the least and the largest π kept are the ends."),
        ),
        explanation=_(
            "So few answers bear “about a half” as well as “four in five”; and nobody drew these 17 at random."
        ),
    )


def _break_patent() -> Task:
    def pair(plain: dict[str, float]) -> tuple[dict[str, float], dict[str, float]]:
        """Return the outcomes without a patent and with one."""
        without, patent = (
            {str(name): float(value) for name, value in outcome.items()}
            for outcome in (
                follow_outcome(plain["research"], share, lead=plain["lead"]) for share in (WITHOUT, WITH_PATENT)
            )
        )
        return without, patent

    def allowed(plain: dict[str, float]) -> bool:
        return plain["research"] > 0 and 0 <= plain["lead"] < 1

    def kept_out(plain: dict[str, float]) -> bool:
        without, patent = pair(plain)
        return patent["invented"] == 1 and patent["copiers"] == 0 and without["copiers"] > 0

    return property_task(
        "03-break-patent",
        "numbers",
        RACE,
        title=_("A patent that keeps the follower out and does harm"),
        expects=_("two numbers labelled research and lead"),
        is_right=lambda plain: (
            allowed(plain) and kept_out(plain) and pair(plain)[1]["total"] < pair(plain)[0]["total"] - 1e-9
        ),
        mistakes=[
            Mistake(
                "out of range",
                lambda plain: not allowed(plain),
                _("research is above 0, and lead is a share of the product's life, from 0 to below 1."),
            ),
            Mistake(
                "nothing invented with a patent",
                lambda plain: pair(plain)[1]["invented"] == 0,
                _("With the patent nothing is invented here, so it keeps nobody out. Is research too dear?"),
            ),
            Mistake(
                "copied in spite of the patent",
                lambda plain: pair(plain)[1]["copiers"] > 0,
                _("The follower comes in spite of your patent. The conclusion is about one that keeps him out."),
            ),
            Mistake(
                "nothing invented without it",
                lambda plain: pair(plain)[0]["invented"] == 0,
                _("Without the patent nothing is invented here, so the patent can only add. Try a longer lead."),
            ),
            Mistake(
                "nobody copies even without it",
                lambda plain: pair(plain)[0]["copiers"] == 0,
                _("In your case nobody copies even without the patent, so it changes nothing."),
            ),
            Mistake(
                "copying costs more than it gives",
                lambda plain: pair(plain)[1]["total"] >= pair(plain)[0]["total"] - 1e-9,
                _(
                    "Without the patent the copy costs more than users and sellers gain by it, so keeping it out still "
                    "adds. A cheaper copy helps: move R down, but not so far that the patent stops deterring."
                ),
            ),
        ],
        hints=(
            _("A patent can lower the sum only by keeping somebody out who would have added more than he costs."),
            _("The follower comes if he earns more than copying costs, even if he mostly takes what was yours."),
            _("Try each lead from 0.1 to 0.6 with R just above the point where the patent begins to keep him out."),
        ),
        explanation=_(
            "The stretch is narrow, and the harm small: copying that costs this much saves users little more."
        ),
    )

"""Tasks of lesson 03: rights, factories, rivals and patents that block each other."""

from typing import cast

from longwave.i18n import _
from longwave.tasks.kinds import (
    Mistake,
    choice_task,
    function_mistake,
    function_task,
    number_task,
    property_task,
    value_mistake,
)
from longwave.tasks.task import Task
from longwave.tasks.variant import Variant, apart
from longwave.topics.appropriation.models import (
    expected_creation,
    licensing_capture,
    quantity_competition,
    stacked_patents,
)

RIGHTS = ("holders", "weak", "strong")
RESEARCH = 30
VALUE = 100


def title() -> str:
    """Return the lesson's title."""
    return _("Why do innovators lose to followers?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _quiz_lone(),
        _quiz_sixth(),
        _quiz_floor(),
        _expected_share(),
        _entrants(),
        _stack_price(),
        _stack_share(),
        _own_factory(),
        _weaker_right(),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "03-stack-price": Variant(
            _stack_price,
            {"highest": (12, 14, 16, 18, 22, 24, 26, 28, 30, 32, 34, 36, 38, 42, 44, 46, 48, 52, 54, 56)},
        ),
        "03-own-factory": Variant(
            _own_factory,
            {
                "value": (80, 90, 100, 110, 120, 140, 150, 160, 180, 200),
                "appropriability": (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.55, 0.6, 0.65),
            },
            _factory_fits,
        ),
    }


def _quiz_lone() -> Task:
    return number_task(
        "03-quiz-lone",
        title=_("A strong right and one factory"),
        expects=_("a number, in money"),
        right=lambda: licensing_capture(0.8, 1, 100),
        mistakes=[
            value_mistake(
                "one factory taken for two",
                80,
                _("{given} would be yours if two factories bid. Who competes with the one?"),
            ),
            value_mistake(
                "copying forgotten",
                50,
                _("{given} is the middle of the bargain while nobody copies. How likely is that?"),
            ),
            value_mistake(
                "chance of copying for chance of keeping",
                10,
                _("{given} weighs with the chance that somebody *does* copy. What is α?"),
            ),
        ],
        hints=(
            _("Two things happen: the know-how stays safe or not, and then there is a bargain."),
            _("Multiply the chance by the share that one factory leaves you."),
            _("Look at the sum at the end of “By hand, then by code”."),
        ),
        explanation=_("The right and the bargain multiply: half is gone even before anybody copies."),
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
                _("Rivals undercut each other; owners of parts of one product do not. Which way does the price go?"),
            ),
        },
        hints=(
            _("Each owner sees its own royalty, and not what the others lose by it."),
            _("Compare the price and the quantity under four and five patents."),
            _("Look at the table in “A stack of patents”."),
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
                _("The one factory still needs you, and you still need it. Has either got an alternative?"),
            ),
        },
        hints=(
            _("A floor comes from rivalry among the others: lesson 02."),
            _("At α = 1 the right is as strong as can be. Which letter of the model is left?"),
            _("Compare the ranges of towns A and B in “By hand, then by code”."),
        ),
        explanation=_("The rival that produces nothing makes the other one pay."),
    )


def _expected_share() -> Task:
    return function_task(
        "03-expected-share",
        title=_("What an innovator without a factory keeps"),
        expects=_("a function of appropriability and the number of factories that returns a share from 0 to 1"),
        right=lambda appropriability, holders: licensing_capture(appropriability, holders),
        cases=[(1, 2), (0.5, 1), (0, 3), (0.7, 4), (1, 1), (0.25, 2)],
        mistakes=[
            function_mistake(
                "one factory taken for two",
                lambda appropriability, holders: appropriability,
                _("You give α whatever k is. What does the only factory in town do?"),
            ),
            function_mistake(
                "even split among all",
                lambda appropriability, holders: appropriability / (holders + 1),
                _("You share evenly with every factory. Do two rivals really each get a part?"),
            ),
            function_mistake(
                "more factories, better bargain",
                lambda appropriability, holders: appropriability * holders / (holders + 1),
                _("You give more with each factory. Two are enough: what does a third one add?"),
            ),
            function_mistake(
                "copying forgotten",
                lambda appropriability, holders: 0.5 if holders == 1 else 1.0,
                _("You give the share while nobody copies. Weigh it with the chance of that."),
            ),
        ],
        hints=(
            _("First the bargain: does anybody compete with the factory that signs?"),
            _("Then the chance: copied know-how earns nothing."),
            _("Look at the equation in “The idea”."),
        ),
        explanation=_("From one factory to two the share doubles; after that only the right matters."),
    )


def _entrants() -> Task:
    def shares(entrants: int) -> float:
        return float(quantity_competition(entrants + 1)["income_each"] / quantity_competition(1)["income_each"])

    return function_task(
        "03-entrants",
        title=_("What entrants leave"),
        expects=_("a function of the number of entrants that returns a share of the only seller's profit"),
        right=lambda entrants: shares(entrants),
        cases=[1, 2, 3, 6, 0],
        mistakes=[
            function_mistake(
                "entrants taken for sellers",
                lambda entrants: 4 / (entrants + 1) ** 2,
                _("You forget the first seller. With one entrant, how many sell?"),
            ),
            function_mistake(
                "fixed cake",
                lambda entrants: 1 / (entrants + 1),
                _("You divide the same profit among all. What does competition do to the price?"),
            ),
            function_mistake(
                "all sellers together",
                lambda entrants: 4 * (entrants + 1) / (entrants + 2) ** 2,
                _("You give what *all* sellers earn. The question asks for one of them."),
            ),
        ],
        hints=(
            _("Count the sellers: the first one and the entrants."),
            _("Each earns in proportion to one over (sellers + 1) squared. Compare with a single seller."),
            _("Look at “Copied: what the followers leave”."),
        ),
        explanation=_("Each entrant takes a part and lowers the price for all."),
    )


def _stack_price(highest: float = 12) -> Task:
    return number_task(
        "03-stack-price",
        title=_("The price of three patents"),
        expects=_("a number, in money per unit"),
        right=lambda: stacked_patents(3, highest_price=highest)["price"],
        mistakes=[
            value_mistake(
                "the pool's price",
                highest / 2,
                _("{given} is what one owner of all three would ask. These three decide apart."),
            ),
            value_mistake(
                "patents taken for rivals",
                highest / 4,
                _("{given} is one royalty, and what three rivals would ask. Patents of one product add up."),
            ),
            value_mistake(
                "three pools",
                3 * highest / 2,
                _("{given} lets each owner ask what a pool would. At that price, does anybody buy?"),
            ),
        ],
        hints=(
            _("Each owner picks the royalty that is best for it, given the other two."),
            _("Owner one earns r times (highest price − others − r). Where is its best r? All three are alike."),
            _("Look at the hand sum in “A stack of patents”, with another highest price."),
        ),
        explanation=_("Each takes an equal step, and the price goes far beyond the best one."),
    )


def _factory_fits(value: float, appropriability: float) -> bool:
    kept, copied = appropriability * value / 4, (1 - appropriability) * value / 4
    return apart(copied, 0.6 * VALUE / 4, kept, value / 4, 4 * kept + copied, 16 / 9 * copied)


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
        ],
        hints=(
            _("Income is the sum of the royalties, times the units sold at that price."),
            _("With n owners the royalties take n of n + 1 parts of the highest price. How many buyers are left?"),
            _("Look at the hand sum in “A stack of patents”."),
        ),
        explanation=_("It falls with every owner: the stack is worth most in one hand."),
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
        ],
        hints=(
            _("While nobody copies, both ways earn the same. Where do they differ?"),
            _("Once they copy, the licence earns nothing, and your factory is one of three sellers."),
            _("Move the cost in the panel at k = 2 and at the α of the task."),
        ),
        explanation=_("A factory of your own is an insurance against copying, and that is what it may cost."),
    )


def _weaker_right() -> Task:
    def created(rights: dict[str, float]) -> tuple[float, float]:
        holders = cast("int", rights["holders"])  # no int(): the model refuses half a holder
        weak, strong = (expected_creation(rights[name], holders, RESEARCH, VALUE) for name in RIGHTS[1:])
        return weak, strong

    def falls(rights: dict[str, float]) -> bool:
        weak, strong = created(rights)
        return rights["strong"] > rights["weak"] and strong < weak - 1e-9

    return property_task(
        "03-weaker-right",
        "numbers",
        RIGHTS,
        title=_("A stronger right that creates less"),
        expects=_("three numbers labelled holders (whole), weak and strong (from 0 to 1)"),
        is_right=falls,
        mistakes=[
            Mistake(
                "not a chance",
                lambda rights: not all(0 <= rights[name] <= 1 for name in RIGHTS[1:]),
                _("weak and strong are chances, from 0 to 1."),
            ),
            Mistake(
                "not a number of factories",
                lambda rights: rights["holders"] < 1 or rights["holders"] != int(rights["holders"]),
                _("holders counts factories: a whole number, and not none."),
            ),
            Mistake(
                "rights swapped",
                lambda rights: rights["strong"] <= rights["weak"],
                _("strong must be the larger of the two."),
            ),
            Mistake(
                "nothing invented under the weak right",
                lambda rights: created(rights)[0] == 0,
                _("Under your weak right the research never pays, so nothing is there to lose. Raise it."),
            ),
            Mistake(
                "no rival to be kept out",
                lambda rights: abs(created(rights)[0] - created(rights)[1]) < 1e-9,
                _("The value stays: with a lone factory, one firm sells, copied or not. Whom does a right keep out?"),
            ),
        ],
        hints=(
            _("A right can lower value only by keeping somebody from selling."),
            _("And the weak right must still pay for the research."),
            _("Look at the falling lines in “How strong should a right be?”."),
        ),
        explanation=_("Both rights pay for the research; the stronger one keeps out more sellers."),
    )

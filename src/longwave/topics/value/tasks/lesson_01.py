"""Tasks of lesson 01: value created, what one price divides or destroys, and what buyers keep."""

import math

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
from longwave.topics.value.models.buyers import buyers_gain, least_share
from longwave.topics.value.models.cards import card_game, turning_block
from longwave.topics.value.models.sticks import best_price, one_price, value_stick

FACTORIES, THREE_FACTORIES = (120, 80), (120, 80, 75)
ENDS = {"low": 2.0, "middle": 1.0, "high": 0.5}  # label of an answer: the elasticity that it belongs to
FEWEST_STRANGERS, LIKELIEST_BLOCK, MOST_UNTORN = 10, 0.6, 0.9


def title() -> str:
    """Return the lesson's title."""
    return _("What is value, and to whom?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_lower(),
        _quiz_leaves(),
        _quiz_price(),
        _quiz_riders(),
        _value_created(),
        _best_price(),
        _fewest_discards(),
        _television_gain(),
        _break_tearing(),
    )


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        number_guess(
            "01-guess-price",
            title=_("The one price that pays most"),
            expects=_("a number, in money a year"),
            low=0,
            high=150,
            truth=lambda: best_price(FACTORIES, 60, 40),
            explanation=_("At {truth} only one factory buys, and yet no lower price leaves you as much."),
        ),
        range_guess(
            "01-guess-riders",
            title=_("What riders keep for each dollar of fare, by one study"),
            expects=_("two numbers, in dollars kept per dollar of fare"),
            low=0,
            high=10,
            truth=_riders_surplus,
            explanation=_(
                "Dollars kept per dollar of fare, as Cohen and others estimate for UberX in four cities in 2015. "
                "Another study, of New York, finds less."
            ),
        ),
        range_guess(
            "01-guess-computers",
            title=_("The price of computers in August 2015"),
            expects=_("two numbers, where December 1997 is 100"),
            low=0,
            high=200,
            truth=lambda: _index("computers"),
            explanation=_(
                "The index is adjusted for quality, so a faster computer at the same price counts as cheaper."
            ),
        ),
        number_guess(
            "01-guess-cards",
            title=_("Yours in every stable split with 25 cards"),
            expects=_("a number, in money"),
            low=0,
            high=2600,
            truth=lambda: card_game(25, 26)["owner_minimum"],
            explanation=_("You tore up one pair, and no stable split leaves the strangers anything."),
        ),
    )


def _riders_surplus() -> float:
    return float(load("part_one_cases").set_index("fact_id")["value"]["01-riders"])


def _index(item: str) -> float:
    """Return the last index of an item, December 1997 = 100."""
    prices = load("it_prices")
    return float(prices[prices["item"] == item].sort_values("month", kind="stable")["index"].iloc[-1])


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "01-value-created": Variant(
            _value_created,
            {
                "willingness": (130, 140, 150, 160, 170, 180),
                "price": (100, 105, 110, 115, 120),
                "cost": (60, 65, 70, 75, 80),
                "opportunity_cost": (35, 40, 45, 50, 55),
            },
            _stick_fits,
        ),
    }


def _line_lower() -> Task:
    parts = ("customer_surplus", "firm_margin", "supplier_surplus", "value_created")
    return numbers_task(
        "01-line-lower",
        title=_("The stick at the imitator's price"),
        expects=_("what value_stick returns at the lower price"),
        labels=parts,
        right=lambda: value_stick(120, 70, 60, 40),
        mistakes=[
            value_mistake(
                "price not lowered",
                lambda: value_stick(120, 90, 60, 40),
                _("These are the parts at the old price. Which of the four numbers does the imitator change?"),
            ),
            value_mistake(
                "price raised",
                lambda: value_stick(120, 110, 60, 40),
                _("Your price went up. Which way does an imitator push it?"),
            ),
            value_mistake(
                "willingness lowered",
                lambda: value_stick(100, 90, 60, 40),
                _("You lowered what the factory would pay. The warning is worth what it was. What changed?"),
            ),
            value_mistake(
                "willingness and price lowered",
                lambda: value_stick(100, 70, 60, 40),
                _("The lower price is right. But what the factory would pay at most has not changed. Why should it?"),
            ),
            value_mistake(
                "cost lowered",
                lambda: value_stick(120, 90, 40, 40),
                _("You lowered the cost, and so took it from your supplier. Who asks you for less, and for what?"),
            ),
        ],
        hints=(
            _("Four numbers in the order WTP, price, cost, OC."),
            _("Only the second one changes."),
            _("The call is in the cell above; write 70 in the place of 90."),
        ),
        explanation=_("The value is still 80; what you lose, the factory has."),
    )


def _quiz_leaves() -> Task:
    def change(what: str) -> float:
        before, after = (one_price(price, THREE_FACTORIES, 60, 40)[what] for price in (75, 85))
        return float(after - before)

    return number_task(
        "01-quiz-leaves",
        title=_("What a higher price does to value"),
        expects=_("a number, in money a year; below zero for a loss"),
        right=lambda: change("value_created"),
        tolerance=1e-9,
        mistakes=[
            value_mistake(
                "a price only divides",
                0,
                _("{given} would be right if all still bought. Which factories would pay 85?"),
            ),
            value_mistake(
                "loss without its sign",
                lambda: -change("value_created"),
                _("{given} is the right size. Is there more value now, or less?"),
            ),
            value_mistake(
                "your own change",
                lambda: change("firm_keeps"),
                _("{given} is how much *you* lose. The question asks for all parties together."),
            ),
            value_mistake(
                "the supplier's change",
                -40,
                _(
                    "{given} is what the supplier loses on two sensors, or the value of one lost trade. "
                    "What do the others lose, on both trades?"
                ),
            ),
            value_mistake(
                "the third factory alone",
                -35,
                _("{given} is lost on the third factory. Does the second still buy at 85?"),
            ),
            value_mistake(
                "the factories left out",
                -60,
                _("{given} is what you and the supplier lose. What do the factories lose?"),
            ),
            value_mistake(
                "willingness taken for value",
                -155,
                _("{given} counts all that the lost factories would pay. What does it cost to serve them?"),
            ),
        ],
        hints=(
            _("Say who buys at the old price, and who at the new one."),
            _("A lost trade loses its whole stick, from OC to WTP."),
            _("The second factory takes 80 − 40 along. Add the same for the third."),
        ),
        explanation=_("Two factories leave and take their whole sticks along: 80 and 75, each less 40."),
    )


def _quiz_price() -> Task:
    return choice_task(
        "01-quiz-price",
        title=_("Is a price a value?"),
        options="abcd",
        right="056246c6c777",
        mistakes={
            "a": (
                "price equals value",
                _("If a price were the value, a customer who pays it would gain nothing. Does she buy for nothing?"),
            ),
            "b": (
                "revenue taken for value",
                _("The firm takes in that much, and pays its supplier out of it. What is left is its part, no more."),
            ),
            "d": (
                "cost taken for value",
                _("The cost is another cut of the stick. Where does the stick end?"),
            ),
        },
        hints=(
            _("Change the price in your head. What else on the stick moves?"),
            _("Two lines set the length of the stick. Is the price one of them?"),
            _("Look at the equation in “Four numbers, three parts”."),
        ),
        explanation=_("WTP and OC set the length; the price is a cut inside it."),
    )


def _quiz_riders() -> Task:
    return number_task(
        "01-quiz-riders",
        title=_("The least part of riders who keep half a dollar"),
        expects=_("a number, in per cent"),
        right=lambda: 100 * least_share(0.5),
        tolerance=0.4,
        unit="per cent",
        mistakes=[
            value_mistake(
                "surplus over price",
                50,
                _("{given} compares the riders' gain with the dollar. With how much must you compare it?"),
            ),
            value_mistake(
                "the other side's part",
                lambda: 100 - 100 * least_share(0.5),
                _("{given} is the most that the selling side can have. What is left?"),
            ),
            value_mistake(
                "the upper end",
                100,
                _("{given} is what riders have if the selling side gains nothing. What is the least?"),
            ),
            value_mistake(
                "compared with two dollars",
                25,
                _("{given} compares half a dollar with two. How much would riders pay at most for a dollar's ride?"),
            ),
        ],
        hints=(
            _("How much would riders pay at most, for each dollar that they do pay?"),
            _("Their part is least where nobody on the other side gives anything up."),
            _("Look at “Who keeps the value of a ride?”, where the same is done for 1.60."),
        ),
        explanation=_("Half a dollar out of one and a half."),
    )


def _value_created(
    willingness: float = 150, price: float = 110, cost: float = 75, opportunity_cost: float = 45
) -> Task:
    return number_task(
        "01-value-created",
        title=_("Value created"),
        expects=_("a number, in money per unit"),
        right=lambda: value_stick(willingness, price, cost, opportunity_cost)["value_created"],
        mistakes=[
            value_mistake(
                "price equals value", price, _("{given} is the price. It cuts the stick; it is not its length.")
            ),
            value_mistake(
                "cost for opportunity cost",
                willingness - cost,
                _("{given} leaves out the supplier's part. What would the supplier have taken at least?"),
            ),
            value_mistake("margin for value", price - cost, _("{given} is the firm's part alone.")),
            value_mistake("customer's part for value", willingness - price, _("{given} is the customer's part alone.")),
            value_mistake(
                "supplier's part for value", cost - opportunity_cost, _("{given} is the supplier's part alone.")
            ),
            value_mistake(
                "customer left out",
                price - opportunity_cost,
                _("{given} goes from the price down. Who gains above the price?"),
            ),
            value_mistake(
                "willingness to pay for value",
                willingness,
                _("{given} is what the customer would give. What is given up to make the part?"),
            ),
        ],
        hints=(
            _("Value has two ends. Which of the four numbers are they?"),
            _("Take the top of the stick less its foot."),
            _("Look at the equation in “Four numbers, three parts”."),
        ),
        explanation=_("Price and cost do not matter for the whole."),
    )


def _stick_fits(willingness: float, price: float, cost: float, opportunity_cost: float) -> bool:
    created = willingness - opportunity_cost
    parts = (willingness - price, price - cost, cost - opportunity_cost)
    wrong = (price, willingness - cost, price - opportunity_cost, willingness, *parts)
    return min(parts) > 0 and apart(created, 150 - 45) and apart(created, *wrong)


def _best_price() -> Task:
    def whole_price(high: float, low: float, cost: float) -> float:
        return best_price([high, low], cost, 0)

    return function_task(
        "01-best-price",
        title=_("The one price that leaves you most"),
        expects=_("a function of the higher and the lower WTP and the cost that returns a price"),
        right=whole_price,
        cases=[(120, 80, 60), (120, 100, 60), (100, 40, 50), (50, 45, 10), (90, 60, 20), (90, 48, 4), (300, 80, 60)],
        mistakes=[
            # Before the others: wherever revenue misleads, it says to serve both.
            function_mistake(
                "cost left out",
                lambda high, low, cost: low if 2 * low > high else high,
                _("You compare revenue; take off the cost. Two sales cost you twice, so what is left of each?"),
            ),
            function_mistake(
                "any margin will do",
                lambda high, low, cost: low if low > cost else high,
                _("You serve the second as soon as it covers its cost. What do you lose on the first by that?"),
            ),
            function_mistake(
                "everybody must be served",
                lambda high, low, cost: low,
                _("You always serve both. What do you earn on the second customer if its WTP is near your cost?"),
            ),
            function_mistake(
                "the best customer only",
                lambda high, low, cost: high,
                _("You always serve one. Try two customers who would pay nearly the same."),
            ),
            function_mistake(
                "halfway",
                lambda high, low, cost: (high + low) / 2,
                _("Between the two WTP the second customer has left, and the first would pay more. Who gains by it?"),
            ),
        ],
        hints=(
            _("Only two prices can be the best one: the two WTP themselves."),
            _("Compare twice the margin at the lower with once the margin at the higher."),
            _("Look at the table in “When a price destroys value”."),
        ),
        explanation=_("Serve both where the second margin is more than half of the first."),
    )


def _fewest_discards() -> Task:
    return function_task(
        "01-fewest-discards",
        title=_("The fewest cards to tear up"),
        expects=_("a function of the numbers of black and red cards that returns a whole number"),
        right=lambda black, red: max(0, black - red + 1),
        cases=[(26, 26), (23, 26), (30, 26), (5, 5), (2, 9)],
        mistakes=[
            function_mistake(
                "three, as in the story",
                lambda black, red: 3,
                _("Three is what the story tears up. Is it the fewest, and for other numbers of cards too?"),
            ),
            function_mistake(
                "stops at a balance",
                lambda black, red: max(0, black - red),
                _("You stop where both sides are even. Is a stranger missed there?"),
            ),
            function_mistake(
                "tears up cards it has not got to spare",
                lambda black, red: black - red + 1,
                _("For few black cards you give a number below zero. How many must you tear up then?"),
            ),
        ],
        hints=(
            _("When does a stranger's added value become nothing?"),
            _("One stranger must go without. How many black cards does that leave?"),
            _("As many as there are strangers, less one. And if you hold fewer than that already?"),
        ),
        explanation=_("One card fewer than there are strangers: that is enough."),
    )


def _television_gain() -> Task:
    def gains(cheaper: float) -> dict[str, float]:
        return {label: buyers_gain(cheaper, elasticity) for label, elasticity in ENDS.items()}

    def cheaper(item: str = "televisions") -> float:
        return _index("all items") / _index(item)

    def upside_down(dearer: float) -> dict[str, float]:
        """Return what the formula gives below 1, where `buyers_gain` refuses."""
        return {
            label: math.log(dearer) if elasticity == 1 else (dearer ** (1 - elasticity) - 1) / (1 - elasticity)
            for label, elasticity in ENDS.items()
        }

    def turned() -> dict[str, float]:
        right = gains(cheaper())
        return {"low": right["high"], "middle": right["middle"], "high": right["low"]}

    return numbers_task(
        "01-television-gain",
        title=_("What buyers of televisions gained"),
        expects=_("three numbers labelled low, middle and high, in dollars a dollar"),
        labels=tuple(ENDS),
        right=lambda: gains(cheaper()),
        tolerance=0.01,
        mistakes=[
            value_mistake(
                "not compared with other prices",
                lambda: gains(100 / _index("televisions")),
                _("You use the fall in dollars. All prices rose meanwhile; how far did televisions fall beside them?"),
            ),
            value_mistake(
                "other prices used the wrong way",
                lambda: gains(100 / _index("televisions") / (_index("all items") / 100)),
                _("You divide by the rise of all prices. If all else gets dearer, is a set cheaper still, or less so?"),
            ),
            value_mistake(
                "shares given",
                lambda: {label: least_share(gain) for label, gain in gains(cheaper()).items()},
                _("These are shares of a value. The task asks for dollars gained for each dollar spent."),
            ),
            value_mistake(
                "new price over old",
                lambda: upside_down(1 / cheaper()),
                _("Your ratio is upside down: it says how dear a set is now. How many times as dear was it before?"),
            ),
            value_mistake(
                "the lesson's computers",
                lambda: gains(cheaper("computers")),
                _("These are the gains on computers. Which item does the task name?"),
            ),
            value_mistake(
                "elasticities turned round",
                turned,
                _("Your low is above your high. Does a stronger response of sales make a dollar gain more?"),
            ),
        ],
        hints=(
            _("First find how many times as high the price was, beside all other prices."),
            _("Then call `buyers_gain` with it, for elasticities of 2, 1 and 0.5."),
            _("Look at “Who gained when computers became cheap?”."),
        ),
        explanation=_(
            "This is only the part since 1997. At an elasticity of 2 buyers have a dollar in all and sellers at most "
            "one; only above 2 could sellers have more."
        ),
    )


def _break_tearing() -> Task:
    def allowed(plain: dict[str, float]) -> bool:
        whole = plain["strangers"].is_integer() and plain["strangers"] >= FEWEST_STRANGERS
        return whole and 0 <= plain["block"] <= LIKELIEST_BLOCK and 0 <= plain["untorn"] <= MOST_UNTORN

    def breaks(plain: dict[str, float]) -> bool:
        return plain["block"] > turning_block(int(plain["strangers"]), plain["untorn"]) + 1e-9

    return property_task(
        "01-break-tearing",
        "numbers",
        ("strangers", "block", "untorn"),
        title=_("Break the conclusion about tearing up a card"),
        expects=_("three numbers labelled strangers, block and untorn"),
        is_right=lambda plain: allowed(plain) and breaks(plain),
        mistakes=[
            Mistake(
                "too few strangers",
                lambda plain: plain["strangers"] < FEWEST_STRANGERS,
                _("The task asks for ten strangers or more. With few, one torn card is a large part of the pie."),
            ),
            Mistake(
                "half a stranger",
                lambda plain: not plain["strangers"].is_integer(),
                _("Strangers are counted. Give a whole number of them."),
            ),
            Mistake(
                "no chance",
                lambda plain: not (0 <= plain["block"] <= 1 and 0 <= plain["untorn"] <= 1),
                _("A chance and a part lie between 0 and 1. Which of yours does not?"),
            ),
            Mistake(
                "block too likely",
                lambda plain: plain["block"] > LIKELIEST_BLOCK,
                _("Your block is likelier than the task allows. What else makes one torn card expensive?"),
            ),
            Mistake(
                "everything expected",
                lambda plain: plain["untorn"] > MOST_UNTORN,
                _("You expect more of the untorn pack than the task allows. With how few strangers is less enough?"),
            ),
            Mistake(
                "tearing still pays",
                lambda plain: not breaks(plain),
                _(
                    "Here one torn card still pays. Without a block it brings strangers − 1 pairs instead of "
                    "untorn × strangers. How can that gain become small?"
                ),
            ),
        ],
        hints=(
            _("Against a block one torn card costs you half a pair. How many pairs does it bring without one?"),
            _("It brings n − 1 pairs instead of untorn × n. Which n and which untorn make that gain small?"),
            _(
                "Take the fewest strangers and the likeliest block that the task allows, and raise `untorn` until "
                "it breaks."
            ),
        ),
        explanation=_(
            "You have to expect most of the pie from the untorn pack. The more strangers there are, the nearer to "
            "everything it must come, because one pair is then a smaller part."
        ),
    )

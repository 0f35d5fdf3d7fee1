"""Tasks of lesson 01: value created, added value, and what a price divides."""

from longwave.i18n import _
from longwave.tasks.kinds import (
    choice_task,
    function_mistake,
    function_task,
    number_task,
    numbers_task,
    value_mistake,
)
from longwave.tasks.task import Task
from longwave.tasks.variant import Variant, apart
from longwave.topics.value.models import card_game, value_stick

PARTS = ("customer", "firm", "supplier")
STICKS = [(150, 110, 70, 45), (100, 80, 80, 20), (60, 60, 30, 30), (90.5, 40, 25, 10)]
CARDS = [(26, 26), (23, 26), (30, 26), (1, 1), (5, 9)]


def title() -> str:
    """Return the lesson's title."""
    return _("What is value, and to whom?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _quiz_imitator(),
        _quiz_price(),
        _quiz_discard(),
        _value_created(),
        _split_stick(),
        _red_added(),
        _fewest_discards(),
        _fair_prices(),
    )


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


def _quiz_imitator() -> Task:
    return number_task(
        "01-quiz-imitator",
        title=_("What a lower price does to value"),
        expects=_("a number, in money per unit"),
        right=lambda: value_stick(120, 85, 60, 40)["value_created"] - value_stick(120, 90, 60, 40)["value_created"],
        tolerance=1e-9,
        mistakes=[
            value_mistake(
                "price taken for value",
                85 - 90,
                _("{given} is how far the price moved. The firm has that much less: who has it now?"),
            ),
            value_mistake(
                "gain of one side taken for value",
                90 - 85,
                _("{given} is what the customer gains. Is it new, or did somebody lose it?"),
            ),
            value_mistake(
                "new margin",
                85 - 60,
                _("{given} is the firm's new margin. The question asks for the change of the whole."),
            ),
        ],
        hints=(
            _("Write down the three parts before and after."),
            _("In V, the price appears twice, with opposite signs."),
            _("Look at the table below the panel, in “Predict, then move”."),
        ),
        explanation=_("The price cancels: what the firm loses, the customer has."),
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
            _("Look at the equation in “The idea”."),
        ),
        explanation=_("WTP and OC set the length; the price is a cut inside it."),
    )


def _quiz_discard() -> Task:
    return number_task(
        "01-quiz-discard",
        title=_("One stranger among 26, against 30 cards"),
        expects=_("a number, in money"),
        right=lambda: card_game(30, 26)["red_added_value"],
        mistakes=[
            value_mistake(
                "wrong side scarce",
                0,
                _("{given} would hold if strangers were too many. Count: which cards are left over here?"),
            ),
            value_mistake(
                "half a pair",
                50,
                _("{given} is an even split of a pair. Added value is not a split: what do the others lose?"),
            ),
            value_mistake(
                "share of the whole",
                lambda: card_game(30, 26)["value_created"],
                _("{given} is what all pairs are worth. How much of it goes when one stranger goes?"),
            ),
        ],
        hints=(
            _("Count the pairs with her, and without her."),
            _("Black cards are in surplus. Can another stranger use hers?"),
            _("Look at “Tear up the cards?”, at the column of equal numbers."),
        ),
        explanation=_("Each stranger takes a pair along, because no other red card is waiting."),
    )


def _value_created(
    willingness: float = 150, price: float = 110, cost: float = 70, opportunity_cost: float = 45
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
            value_mistake(
                "willingness to pay for value",
                willingness,
                _("{given} is what the customer would give. What is given up to make the part?"),
            ),
        ],
        hints=(
            _("Value has two ends. Which of the four numbers are they?"),
            _("Take the top of the stick less its foot."),
            _("Look at the equation in “The idea”."),
        ),
        explanation=_("Price and cost do not matter for the whole."),
    )


def _stick(willingness_to_pay: float, price: float, cost: float, opportunity_cost: float) -> dict[str, float]:
    parts = value_stick(willingness_to_pay, price, cost, opportunity_cost)
    return dict(zip(PARTS, parts.iloc[:3], strict=True))


def _stick_fits(willingness: float, price: float, cost: float, opportunity_cost: float) -> bool:
    created = willingness - opportunity_cost
    wrong = (price, willingness - cost, price - cost, willingness)
    return price > cost and apart(created, 150 - 45) and apart(created, *wrong)


def _split_stick() -> Task:
    return function_task(
        "01-split-stick",
        title=_("A function that splits any stick"),
        expects=_("a function of WTP, price, cost and OC that returns customer, firm and supplier"),
        right=_stick,
        cases=STICKS,
        returns=PARTS,
        mistakes=[
            function_mistake(
                "supplier's part measured from zero",
                lambda w, p, c, o: {"customer": w - p, "firm": p - c, "supplier": c},
                _("Your supplier keeps all of the cost. What would it have taken at least?"),
            ),
            function_mistake(
                "firm's part measured to opportunity cost",
                lambda w, p, c, o: {"customer": w - p, "firm": p - o, "supplier": c - o},
                _("Your firm keeps what its supplier has got already."),
            ),
            function_mistake(
                "customer's part is the price",
                lambda w, p, c, o: {"customer": p, "firm": p - c, "supplier": c - o},
                _("The customer pays the price. What does she keep?"),
            ),
        ],
        hints=(
            _("Each part is the distance between two neighbouring lines."),
            _("Go down the stick: WTP, price, cost, OC."),
            _("Look at “By hand, then by code”."),
        ),
        explanation=_("The three parts always add up to WTP − OC."),
    )


def _red_added() -> Task:
    return function_task(
        "01-red-added",
        title=_("Added value of a red card"),
        expects=_("a function of the numbers of black and red cards that returns money"),
        right=lambda black, red: card_game(black, red)["red_added_value"],
        cases=CARDS,
        mistakes=[
            function_mistake(
                "always a pair",
                lambda black, red: 100.0,
                _("You say that each stranger always takes a pair along. Try more strangers than black cards."),
            ),
            function_mistake(
                "even share of the pie",
                lambda black, red: 100.0 * min(black, red) / red,
                _("You share the pie evenly among the strangers. Added value asks what is lost without one."),
            ),
            function_mistake(
                "surplus needed on the wrong side",
                lambda black, red: 100.0 if black <= red else 0.0,
                _("You have the two sides the wrong way round. Who is missed: a player with a stand-in, or without?"),
            ),
        ],
        hints=(
            _("Count pairs with all strangers, and with one fewer."),
            _("The number of pairs is the smaller of the two counts."),
            _("Look at “Tear up the cards?”."),
        ),
        explanation=_("A stranger is missed only if no red card is left over."),
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
            _("Look at the chart in “Tear up the cards?”: where does the lower line jump?"),
        ),
        explanation=_("One card fewer than there are strangers: that is enough."),
    )


def _fair_prices() -> Task:
    def fair() -> dict[str, float]:
        half = value_stick(120, 90, 60, 40)["value_created"] / 2
        return {"customer": 120 - half, "firm": 60 + half}

    return numbers_task(
        "01-fair-prices",
        title=_("Whose price is fair?"),
        expects=_("two prices, labelled customer and firm, in money per unit"),
        labels=("customer", "firm"),
        right=fair,
        mistakes=[
            value_mistake(
                "halfway between price lines",
                {"customer": 90, "firm": 90},
                _("You gave both the same price. At it, does either of them keep half of all that is created?"),
            ),
            value_mistake(
                "half of the margin to bargain over",
                {"customer": 100, "firm": 80},
                _("The names are the wrong way round: the customer wants the price low."),
            ),
            value_mistake(
                "half of the willingness to pay",
                {"customer": 60},
                _("The customer at {given} keeps half of her WTP. The question says half of the value created."),
            ),
        ],
        hints=(
            _("First find the value created, then half of it."),
            _("The customer keeps WTP less price; the firm keeps price less cost."),
            _("Look at the equation in “The idea”."),
        ),
        explanation=_("Both halves are fair to somebody, and the stick has nothing to say about which."),
    )

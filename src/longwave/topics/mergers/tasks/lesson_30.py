"""Tasks of lesson 30: mergers along a chain and side by side, what the record shows, and merged laboratories."""

from functools import cache

from longwave.data import load
from longwave.i18n import _
from longwave.tasks.guess import Guess, number_guess, range_guess
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
from longwave.topics.mergers.models.chain import chain_merger, chain_price
from longwave.topics.mergers.models.deals import judged_deals
from longwave.topics.mergers.models.injection import share_before
from longwave.topics.mergers.models.laboratories import turning_cost
from longwave.topics.mergers.models.side_by_side import saving_needed

LINE_SAVING = 10  # of a cost of 20
QUIZ_FIRMS, QUIZ_MARKUP, QUIZ_MERGING = 10, 8, 3
EVEN_SPILLOVER = 0.5  # (2 − β)(…) = (1 + β)(…) in the formulas of research


def title() -> str:
    """Return the lesson's title."""
    return _("Which mergers hurt?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_price(),
        _quiz_contract(),
        _quiz_saving(),
        _quiz_spill(),
        _rise(),
        _record(),
        _gain(),
        _bottlers(),
        _cheap(),
        _break_cost(),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "30-rise": Variant(
            _rise, {"highest": (110, 120, 130, 140, 150), "cost": (20, 30, 40, 50), "buyers": (3, 4, 5)}, _rise_fits
        ),
        "30-bottlers": Variant(
            _bottlers,
            {"own": (1.2, 1.4, 1.6, 1.9, 2.1), "others": (3.1, 3.5, 3.9, 4.4, 4.9), "share": (55, 60, 65, 70)},
            _bottlers_fits,
        ),
        "30-cheap": Variant(
            _cheap,
            {
                "spillover": (
                    *(0.72, 0.73, 0.74, 0.75, 0.76, 0.77, 0.78, 0.82, 0.83, 0.84),
                    *(0.85, 0.86, 0.88, 0.9, 0.92, 0.94, 0.96, 0.98, 0.99),
                ),
            },
            _cheap_fits,
        ),
        "30-break-cost": Variant(
            _break_cost, {"highest": (120, 150, 160, 180, 200, 220, 240, 260), "buyers": (3, 4, 5, 6)}, _break_cost_fits
        ),
    }


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        range_guess(
            "30-guess-before",
            title=_("What part of the rise came before the merger"),
            expects=_("two numbers, per cent of the rise"),
            low=0,
            high=100,
            truth=_before,
            explanation=_("By yearly averages at least {truth} % came while the two were still apart."),
        ),
        number_guess(
            "30-guess-change",
            title=_("A merger after secret contracts"),
            expects=_("a number, per cent; with a minus for a fall"),
            low=-60,
            high=60,
            truth=lambda: float(round(chain_merger("secret", 2)["change"], 1)),
            explanation=_("The price rises by {truth} %, to the same 60 to which it fell before."),
        ),
        number_guess(
            "30-guess-stopped",
            title=_("Deals stopped, of six"),
            expects=_("a number of deals"),
            low=0,
            high=6,
            truth=lambda: float((judged_deals()["decided"] == "stopped").sum()),
            explanation=_("{truth} of the six were stopped; both joined rivals, and one joined a chain as well."),
        ),
        number_guess(
            "30-guess-spillover",
            title=_("The leak from which a common budget means more research"),
            expects=_("a number, the share that leaks"),
            low=0,
            high=1,
            truth=lambda: EVEN_SPILLOVER,
            explanation=_(
                "It is {truth}, whatever research costs, if they share nothing more; if they share all, it is 0."
            ),
        ),
    )


@cache
def _fact(name: str) -> float:
    return float(load("cn_cases").set_index("fact_id")["value"][f"30-{name}"])


def _before() -> float:
    """Return the part of the rise before the merger, per cent, at the larger of what is told of the second rise."""
    return round(100 * share_before(_fact("price-2018") / 100, _fact("price-high") / 100), 1)


def _line_price() -> Task:
    return number_task(
        "30-line-price",
        title=_("The price of one firm"),
        expects=_("a number, in money a unit"),
        right=lambda: chain_merger("posted", 1, saving=LINE_SAVING)["after"],
        mistakes=[
            value_mistake(
                "two margins kept",
                lambda: chain_price("posted", 1),
                _("{given} has two margins, one on top of the other. Who pays the wholesale price once they are one?"),
            ),
            value_mistake(
                "two margins on the new cost",
                lambda: chain_price("posted", 1, cost=20 - LINE_SAVING),
                _("{given} starts from the new cost and still has two margins. How many does one firm take?"),
            ),
            value_mistake(
                "saving left out",
                lambda: chain_merger("posted", 1)["after"],
                _("{given} is best at a cost of 20. What does a unit cost once they are one?"),
            ),
            value_mistake(
                "quantity for price",
                lambda: 100 - chain_merger("posted", 1, saving=LINE_SAVING)["after"],
                _("{given} is the quantity that one firm sells. The question asks for its price."),
            ),
            value_mistake(
                "no margin left",
                20 - LINE_SAVING,
                _("{given} is the cost. One firm drops one of two margins, not both."),
            ),
        ],
        hints=(
            _("One firm with cost c sells a − p units. Which p brings most?"),
            _("Half-way between the cost and the highest price."),
            _("The first of the two lines in “Two firms in a row” does it for the shop."),
        ),
        explanation=_("One margin instead of two: the price falls, and the two together earn more."),
    )


def _quiz_contract() -> Task:
    return choice_task(
        "30-quiz-contract",
        title=_("What to ask of a merger along a chain"),
        options="abcd",
        right="af910a50fd6d",
        mistakes={
            "a": (
                "always a cut",
                _("One margin falls away where there were two. Were there two under secret contracts?"),
            ),
            "b": (
                "always a rise",
                _("The merged firm shuts others out. Yet from 80 the price fell. What had been there before?"),
            ),
            "d": (
                "one profit, so no change",
                _("Afterwards the price is that of one firm in all cases. And before?"),
            ),
        },
        hints=(
            _("Afterwards the price is the same in every row of the table. What differs?"),
            _("Compare the price before under one price for all, under secret contracts, and under an exclusive one."),
            _("Look at the six rows in “The same merger, another contract”."),
        ),
        explanation=_("In our model the merger ends at one price. Its sign is the sign of where it began."),
    )


def _quiz_saving() -> Task:
    return number_task(
        "30-quiz-saving",
        title=_("A saving for the buyers"),
        expects=_("a number, in money a unit"),
        right=lambda: (QUIZ_MERGING - 1) * QUIZ_MARKUP,
        mistakes=[
            value_mistake(
                "one markup",
                QUIZ_MARKUP,
                _("{given} is enough where two become one. Here three do."),
            ),
            value_mistake(
                "a markup for each firm",
                QUIZ_MERGING * QUIZ_MARKUP,
                _("{given} counts a markup for each of the three. How many rivals are lost?"),
            ),
            value_mistake(
                "a markup for each that is left",
                (QUIZ_FIRMS - QUIZ_MERGING + 1) * QUIZ_MARKUP,
                _("{given} counts the rivals that are left. Count those that are lost."),
            ),
            value_mistake(
                "enough for those who merge",
                lambda: QUIZ_MARKUP * saving_needed(QUIZ_FIRMS, QUIZ_MERGING)["of_markup"]["merging"],
                _("{given} makes the merger pay for the three. Buyers need more."),
            ),
            value_mistake(
                "shared among the three",
                (QUIZ_MERGING - 1) * QUIZ_MARKUP / QUIZ_MERGING,
                _("{given} divides by the firms that merge. The saving is on each unit, whoever made it before."),
            ),
        ],
        hints=(
            _("How many rivals fewer are there afterwards?"),
            _("Each lost rival asks for a saving of one markup."),
            _("Look at the row for buyers in “Three of five”."),
        ),
        explanation=_(
            "One markup for each rival that is lost. Whether so much can be saved depends on the cost, not given here."
        ),
    )


def _quiz_spill() -> Task:
    return choice_task(
        "30-quiz-spill",
        title=_("Little leaks"),
        options="abc",
        right="d36843881019",
        mistakes={
            "b": (
                "pooling always adds",
                _("One budget stops the race, and nothing more is shared. What does a race add if hardly any leaks?"),
            ),
            "c": (
                "size makes research",
                _("One firm does less here than two rivals. Whom does it still have to beat?"),
            ),
        },
        hints=(
            _("When little leaks, a rival's research is a threat to the other."),
            _("Who reckons with that threat, and who with the other's loss?"),
            _("Press “Little leaks” in the panel of “Merge the laboratories, or the firms?”."),
        ),
        explanation=_(
            "Without a leak the race drives research, and one budget ends it. Had they shared all, the firm would lead."
        ),
    )


def _rise(highest: float = 120, cost: float = 30, buyers: int = 3) -> Task:
    def found() -> float:
        return float(chain_merger("secret", buyers, highest, cost)["change"])

    return number_task(
        "30-rise",
        title=_("How much a merger adds"),
        expects=_("a number, per cent of the price before"),
        right=found,
        tolerance=0.15,
        unit="per cent",
        mistakes=[
            value_mistake(
                "one price for all assumed",
                lambda: chain_merger("posted", buyers, highest, cost)["change"],
                _("{given} belongs to one wholesale price that all see. What do these buyers not see?"),
            ),
            value_mistake(
                "money for per cent",
                lambda: (highest + cost) / 2 - chain_price("secret", buyers, highest, cost),
                _("{given} is the rise in money. Divide it by the price before."),
            ),
            value_mistake(
                "of the price after",
                lambda: 100 * (1 - chain_price("secret", buyers, highest, cost) / ((highest + cost) / 2)),
                _("{given} is a share of the price after the merger. The question asks for one of the price before."),
            ),
            value_mistake(
                "level for rise",
                lambda: 100 + found(),
                _("{given} sets the new price against the old one. By how much is it above it?"),
            ),
            value_mistake(
                "two buyers",
                lambda: chain_merger("secret", 2, highest, cost)["change"],
                _("{given} belongs to two buyers, as in the lesson. How many are there here?"),
            ),
        ],
        hints=(
            _("Under secret contracts each buyer gets what he would sell if a unit cost him c."),
            _("So the price before is (a + n c) / (n + 1), and after it (a + c) / 2."),
            _("“The same merger, another contract” does it for two buyers."),
        ),
        explanation=_(
            "The more buyers there are, the less the supplier could keep its secret promises, and the more it gains."
        ),
    )


def _rise_fits(highest: float, cost: float, buyers: int) -> bool:
    before, after = chain_price("secret", buyers, highest, cost), (highest + cost) / 2
    change, posted = 100 * (after / before - 1), chain_merger("posted", buyers, highest, cost)["change"]
    two = chain_merger("secret", 2, highest, cost)["change"]
    default = chain_merger("secret", 3, 120, 30)["change"]
    return apart(change, posted, after - before, 100 * (1 - before / after), two, share=0.02) and apart(
        change, default, share=0.02
    )


def _record() -> Task:
    def numbers() -> dict[str, float]:
        half, clear = _fact("decided-half"), _fact("clear-half")
        return {
            "clear": 100 * clear / half,
            "withdrawn": 100 * _fact("withdrawn-half") / half,
            "later": 100 * (_fact("clear-2024") - clear) / (_fact("decided-2024") - half),
        }

    return numbers_task(
        "30-record",
        title=_("What the record shows"),
        expects=_('three numbers in per cent, {"clear": 1.0, "withdrawn": 1.0, "later": 1.0}'),
        labels=("clear", "withdrawn", "later"),
        right=numbers,
        tolerance=0.03,
        mistakes=[
            value_mistake(
                "year for half",
                lambda: {"later": 100 * _fact("clear-2024") / _fact("decided-2024")},
                _("That is the whole year. Take the first half off, above and below the line."),
            ),
            value_mistake(
                "half above, year below",
                lambda: {"later": 100 * (_fact("clear-2024") - _fact("clear-half")) / _fact("decided-2024")},
                _("You take the half off above the line and not below it."),
            ),
            value_mistake(
                "half of the year's cases",
                lambda: {"clear": 100 * _fact("clear-half") / _fact("decided-2024")},
                _("You divide the half by the cases of the whole year. Take those decided in that half."),
            ),
            value_mistake(
                "conditions among the withdrawn",
                lambda: {"withdrawn": 100 * (1 - _fact("clear-half") / _fact("decided-half"))},
                _("You count all that was not cleared. One case of these met conditions and was not withdrawn."),
            ),
            value_mistake(
                "of those cleared",
                lambda: {"withdrawn": 100 * _fact("withdrawn-half") / _fact("clear-half")},
                _("You divide by the cases cleared. The question asks for a share of those decided."),
            ),
            value_mistake(
                "shares for per cent",
                lambda: {name: value / 100 for name, value in numbers().items()},
                _("These are shares. Give them in per cent."),
            ),
        ],
        hints=(
            _('`load("cn_cases").set_index("fact_id")["value"]` has every figure by its id.'),
            _("The ids are 30-decided-half, 30-clear-half, 30-withdrawn-half, 30-decided-2024 and 30-clear-2024."),
            _("The second half is the year less the first half, both for the cases cleared and for those decided."),
        ),
        explanation=_(
            "Of 20 cases not cleared in the year 15 fell in the first half; conditions or bans alone would show one."
        ),
    )


def _gain() -> Task:
    def merger_gain(firms: int, merging: int) -> float:
        return 100 * ((firms + 1) ** 2 / (merging * (firms - merging + 2) ** 2) - 1)

    return function_task(
        "30-gain",
        title=_("Does merging pay?"),
        expects=_("a function of the number of firms and of those merging that returns a number, per cent"),
        right=merger_gain,
        cases=[(5, 3), (5, 5), (8, 2), (10, 9), (20, 12)],
        mistakes=[
            function_mistake(
                "the merged firm not counted",
                lambda firms, merging: 100 * ((firms + 1) ** 2 / (merging * (firms - merging + 1) ** 2) - 1),
                _("You count the outsiders only. The merged firm is one of those that are left."),
            ),
            function_mistake(
                "against one firm's profit",
                lambda firms, merging: 100 * ((firms + 1) ** 2 / (firms - merging + 2) ** 2 - 1),
                _("You compare the merged firm with one of its parts. It has to beat all of them together."),
            ),
            function_mistake(
                "share, not per cent",
                lambda firms, merging: merger_gain(firms, merging) / 100,
                _("You give a share. Per cent are wanted."),
            ),
            function_mistake(
                "against the profit after",
                lambda firms, merging: 100 * (1 - merging * (firms - merging + 2) ** 2 / (firms + 1) ** 2),
                _("You divide by the profit after the merger. Compare with what they earned before."),
            ),
            function_mistake(
                "level for change",
                lambda firms, merging: 100 + merger_gain(firms, merging),
                _("You give the profit after in per cent of that before. By how much does it change?"),
            ),
            function_mistake(
                "profit not squared",
                lambda firms, merging: 100 * ((firms + 1) / (merging * (firms - merging + 2)) - 1),
                _("A profit here is a quantity squared. Did you square?"),
            ),
        ],
        hints=(
            _("With n equal firms each sells R / (n + 1), and its profit is that squared."),
            _("Afterwards n − m + 1 firms are left, all equal again."),
            _("Try five firms, of which three merge: −25."),
        ),
        explanation=_("The outsiders answer: they sell more, and take what the merged firm gives up."),
    )


def _bottlers(own: float = 1.4, others: float = 3.9, share: float = 60) -> Task:
    return number_task(
        "30-bottlers",
        title=_("How does the average price change?"),
        expects=_("a number, per cent; with a minus for a fall"),
        right=lambda: _mean_change(own, others, share),
        tolerance=0.01,
        unit="per cent",
        given=(own, others, share),
        mistakes=[
            value_mistake(
                "shares exchanged",
                lambda: _mean_change(own, others, 100 - share),
                _("{given} gives the weight of the own brands to the others."),
            ),
            value_mistake(
                "plain mean",
                lambda: (others - own) / 2,
                _("{given} counts both sides alike. Weigh each change by its share of sales."),
            ),
            value_mistake(
                "both as rises",
                lambda: _mean_change(-own, others, share),
                _("{given} takes the fall of the own brands for a rise."),
            ),
            value_mistake(
                "changes added",
                lambda: others - own,
                _("{given} adds the two changes. Weigh each by its share of sales first."),
            ),
            value_mistake(
                "not divided by a hundred",
                lambda: 100 * _mean_change(own, others, share),
                _("{given} weighs with per cents of sales. Weigh with shares of one whole."),
            ),
            value_mistake(
                "sign turned",
                lambda: -_mean_change(own, others, share),
                _("{given} has the size and not the sign. Which of the two weighs more?"),
            ),
        ],
        hints=(
            _("Which share of sales has each of the two changes?"),
            _("Multiply each change by its share, the fall with a minus, and add."),
            _("At the share that “A merger that cuts and raises” prints, the sum would be nothing."),
        ),
        explanation=_(
            "A small cut on much against a larger rise on little: the mix decides, and it must be looked up."
        ),
    )


def _mean_change(own: float, others: float, share: float) -> float:
    return (others * (100 - share) - own * share) / 100


def _bottlers_fits(own: float, others: float, share: float) -> bool:
    right = _mean_change(own, others, share)
    default = _mean_change(1.4, 3.9, 60)
    return abs(right) > 0.1 and apart(
        right,
        _mean_change(own, others, 100 - share),
        (others - own) / 2,
        _mean_change(-own, others, share),
        others - own,
        -right,
        default,
        share=0.04,
    )


def _cheap(spillover: float = 0.9) -> Task:
    return number_task(
        "30-cheap",
        title=_("So cheap that one firm sells more"),
        expects=_("a number, the cost of research γ"),
        right=lambda: turning_cost(spillover),
        tolerance=0.02,
        mistakes=[
            value_mistake(
                "laboratories taken for firms",
                lambda: (2 - spillover) * (1 + spillover) / 4.5,
                _("At {given} the research of rivals apart has no bound. Set the outputs of two regimes equal."),
            ),
            value_mistake(
                "firms against laboratories",
                lambda: (1 + spillover) ** 2 / 3,
                _("At {given} one firm sells as much as merged laboratories. Compare it with rivals apart."),
            ),
            value_mistake(
                "no bound for one firm",
                lambda: (1 + spillover) ** 2 / 4,
                _("At {given} the research of one firm has no bound. Set its output equal to that of rivals apart."),
            ),
            value_mistake(
                "the lesson's spillover",
                lambda: turning_cost(0.8),
                _("{given} is the answer at the lesson's spillover. Here more leaks, or less."),
            ),
            value_mistake(
                "not divided by three",
                lambda: 3 * turning_cost(spillover),
                _("{given} is three times as much. What is left of γ once you have multiplied out?"),
            ),
            value_mistake(
                "sign of the brackets",
                lambda: (1 + spillover) * (1 - spillover) / 3,
                _("Check 3 (1 + β) − 2 (2 − β): it is 5 β − 1."),
            ),
        ],
        hints=(
            _("Rivals apart sell 3 γ / (4.5 γ − (2 − β)(1 + β)), one firm 2 γ / (4 γ − (1 + β)²)."),
            _("Set the two equal, multiply out, and solve for γ."),
            _("`research_regimes` tries any pair; at β of .8 the two are even at 1.8."),
        ),
        explanation=_("Only where research cuts cost very cheaply does the gain in cost outweigh the lost rival."),
    )


def _cheap_fits(spillover: float) -> bool:
    right = turning_cost(spillover)
    wrong = ((2 - spillover) * (1 + spillover) / 4.5, (1 + spillover) * (1 - spillover) / 3)
    bounds = ((1 + spillover) ** 2 / 3, (1 + spillover) ** 2 / 4)
    lessons = (turning_cost(0.8), turning_cost(0.9))
    return apart(right, *wrong, *bounds, share=0.04) and all(apart(right, other, share=0.02) for other in lessons)


def _break_cost(highest: float = 200, buyers: int = 3) -> Task:
    return number_task(
        "30-break-cost",
        title=_("A cost that could be saved"),
        expects=_("a number, the cost of a unit"),
        right=lambda: highest * (buyers - 1) / (2 * buyers),
        mistakes=[
            value_mistake(
                "the saving at a cost of 20",
                lambda: chain_merger("secret", buyers, highest, 20)["saving_needed"],
                _("{given} is the saving that is needed at a cost of 20. With another cost it is another one."),
            ),
            value_mistake(
                "two buyers",
                lambda: highest / 4,
                _("{given} is right for two buyers, as in the lesson. How many are there here?"),
            ),
            value_mistake(
                "the lesson's highest price",
                lambda: 100 * (buyers - 1) / (2 * buyers),
                _("{given} is right at the lesson's highest price. Here it is another one."),
            ),
            value_mistake(
                "price for cost",
                lambda: (highest + highest * (buyers - 1) / (2 * buyers)) / 2,
                _("{given} is the price after a merger at the cost that you look for. Give the cost."),
            ),
            value_mistake(
                "share of the highest price",
                lambda: highest * (buyers - 1) / (buyers + 1),
                _("{given} is the saving if a unit cost nothing. Let the cost itself shrink the gap a − c."),
            ),
        ],
        hints=(
            _("The saving needed is (a − c)(n − 1) / (n + 1). It must not exceed c."),
            _("Set the two equal, and solve for c."),
            _("`chain_merger` gives `saving_needed` for any cost; try some."),
        ),
        explanation=_(
            "Where a unit costs enough, there is something to save, and a saving can protect the buyers after all."
        ),
    )


def _break_cost_fits(highest: float, buyers: int) -> bool:
    right = highest * (buyers - 1) / (2 * buyers)
    at_twenty = chain_merger("secret", buyers, highest, 20)["saving_needed"]
    others = (highest / 4, 100 * right / highest, (highest + right) / 2)
    return apart(right, at_twenty, highest * (buyers - 1) / (buyers + 1), 200 / 3, share=0.02) and apart(
        right, at_twenty, highest * (buyers - 1) / (buyers + 1), *others, share=0.005
    )

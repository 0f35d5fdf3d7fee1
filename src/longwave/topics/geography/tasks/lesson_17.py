"""Tasks of lesson 17: where an even state ends, what holds a core, and which shocks last."""

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
from longwave.topics.geography.models import core_periphery_points, long_run_states, resting_share, short_run

SIGMA, MU = 5, 0.4
PUSHED_AT, MOST_MU = 1.65, 0.35
REGAINED_SIGMA, REGAINED_START = 4, 2.5
SMALL, LARGE = 0.2, 0.4
QUAKE = ("trade_cost", "mu")


def title() -> str:
    """Return the lesson's title."""
    return _("Does growth in one place feed its neighbours, or drain them?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _quiz_connect(),
        _quiz_states(),
        _quiz_return(),
        _break(),
        _lone_firm(),
        _push(),
        _regained(),
        _quake(),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "17-push": Variant(
            _push,
            {
                "trade_cost": (*(1.64, PUSHED_AT, 1.66, 1.68, 1.72, 1.74, 1.76), *(1.78, 1.82, 1.84, 1.86, 1.88, 1.9)),
                "sigma": (4, SIGMA, 6),
                "mu": (0.35, MU, 0.45, 0.5),
            },
            _push_fits,
        ),
        "17-regained": Variant(
            _regained,
            {
                "sigma": (REGAINED_SIGMA, 5, 6, 7),
                "mu": (0.3, 0.35, MU, 0.45, 0.5),
                "start": (2.4, REGAINED_START, 2.6, 2.8, 3.2),
            },
            _regained_fits,
        ),
    }


def _quiz_connect() -> Task:
    return choice_task(
        "17-quiz-connect",
        title=_("What cheaper trade does to two equal regions"),
        options="abcd",
        right="786851faa9c0",
        mistakes={
            "a": (
                "connectivity equalises",
                _("In the panel, move T down from dear to cheap. Which way do the dots go?"),
            ),
            "b": (
                "every step concentrates",
                _("From a T of 2.4 to one of 2.1: does anything move? What has to be crossed?"),
            ),
            "d": (
                "equals stay equal",
                _("An even split is a state of rest at every T. Does it also survive a small push?"),
            ),
        },
        hints=(
            _("Two things matter: where the cost was, and where it goes."),
            _("Ask of the even state whether a small move is undone."),
            _("Look at the dashed part of the middle line in the panel."),
        ),
        explanation=_("Nothing moves until the break; then all of it moves."),
    )


def _quiz_states() -> Task:
    def count(cost: float, stable: bool) -> int:
        states = long_run_states(cost, SIGMA, MU)
        return int(states["stable"].sum()) if stable else len(states)

    return number_task(
        "17-quiz-states",
        title=_("How many stable states"),
        expects=_("a whole number of states"),
        right=lambda: count(1.75, stable=True),
        tolerance=1e-9,
        mistakes=[
            value_mistake(
                "unstable states counted",
                lambda: count(1.75, stable=False),
                _("{given} counts every state of rest. At which of them is a small move undone?"),
            ),
            value_mistake(
                "cores only",
                lambda: count(1.5, stable=True),
                _("{given} is right where trade is cheaper. What of the even state, at this cost?"),
            ),
            value_mistake(
                "even state only",
                lambda: count(2.1, stable=True),
                _("{given} is right where trade is dearer. Does a core hold at this cost?"),
            ),
        ],
        hints=(
            _("Is the cost above the break? Below the sustain point?"),
            _("Count the even state and both cores, each if it is stable."),
            _("`long_run_states` says of each state whether it is stable."),
        ),
        explanation=_("Between the two points the even state and both cores are stable."),
    )


def _quiz_return() -> Task:
    return choice_task(
        "17-quiz-return",
        title=_("After trade gets dearer again"),
        options="abcd",
        right="c1ee0b888192",
        mistakes={
            "a": (
                "undone with its cause",
                _("The even state is stable again at this cost. But is a full core near it?"),
            ),
            "c": (
                "half undone",
                _("Is there a stable state between the even one and the core?"),
            ),
            "d": (
                "the other region's turn",
                _("Why should a worker leave for the empty region? Compare the real wages at this cost."),
            ),
        },
        hints=(
            _("Several states are stable at this cost. Where does the country start from?"),
            _("Compare T with the cost above which a core no longer holds."),
            _("The table of “There and back” follows this history."),
        ),
        explanation=_("Between the two points the past decides."),
    )


def _break() -> Task:
    def right(sigma: float, mu: float) -> float:
        return float(core_periphery_points(sigma, mu)["break"])

    def ratio(sigma: float, mu: float) -> float:
        rho = (sigma - 1) / sigma
        return (rho + mu) * (1 + mu) / ((rho - mu) * (1 - mu))

    return function_task(
        "17-break",
        title=_("Where the even state ends"),
        expects=_("a function of sigma and mu that returns a trade cost"),
        right=right,
        cases=[(6, 0.3), (4, 0.5), (7, 0.2), (3, 0.1)],
        mistakes=[
            function_mistake(
                "root not taken",
                ratio,
                _("You give a power of the trade cost. Which root is left to take?"),
            ),
            function_mistake(
                "root of sigma",
                lambda sigma, mu: ratio(sigma, mu) ** (1 / sigma),
                _("You take one root too many. Which power of T is on the left of the formula?"),
            ),
            function_mistake(
                "rho taken as one",
                lambda sigma, mu: ((1 + mu) ** 2 / (1 - mu) ** 2) ** (1 / (sigma - 1)),
                _("You put one in the place of ρ. What is ρ for this σ?"),
            ),
            function_mistake(
                "sustain for break",
                lambda sigma, mu: float(core_periphery_points(sigma, mu)["sustain"]),
                _("You give the cost at which a core begins to hold. Asked is where the even state ends."),
            ),
        ],
        hints=(
            _("Compute ρ first, from σ alone."),
            _("Two sums over two differences, then a root."),
            _("The formula is in “Two points”."),
        ),
        explanation=_("A root of two sums over two differences."),
    )


def _lone_firm() -> Task:
    def wage(trade_cost: float, sigma: float, mu: float) -> float:
        return float(short_run([1], trade_cost, sigma, mu)["wage_2"].iloc[0])

    def right(trade_cost: float, sigma: float, mu: float) -> float:
        return float(short_run([1], trade_cost, sigma, mu)["real_2"].iloc[0])

    def own_buyers(trade_cost: float, sigma: float, mu: float) -> float:
        return float(((1 - mu) / 2 * trade_cost ** (sigma - 1)) ** (1 / sigma) * trade_cost**-mu)

    def far_buyers(trade_cost: float, sigma: float, mu: float) -> float:
        return float(((1 + mu) / 2 * trade_cost ** (1 - sigma)) ** (1 / sigma) * trade_cost**-mu)

    return function_task(
        "17-lone-firm",
        title=_("What the first firm to leave the core could pay"),
        expects=_("a function of trade_cost, sigma and mu that returns a real wage"),
        right=right,
        cases=[(1.6, 4, 0.4), (2, 6, 0.3), (1.2, 5, 0.5), (1.05, 3, 0.2)],
        mistakes=[
            function_mistake(
                "money wage",
                wage,
                _("You give the wage in money. Every good is shipped in: what does a wage buy there?"),
            ),
            function_mistake(
                "only its own region buys",
                own_buyers,
                _("You forget the buyers in the core. They are many, though far."),
            ),
            function_mistake(
                "only the core buys",
                far_buyers,
                _("You forget the farmers next door, whom the firm serves free of trade cost."),
            ),
        ],
        hints=(
            _("It sells to the core, which is rich and far, and to the farmers around it."),
            _("A σ-th root of two terms is the wage; the price index of the empty region is T."),
            _("“By hand, then by code” does it with numbers."),
        ),
        explanation=_("A core holds as long as this is below one."),
    )


def _push(trade_cost: float = PUSHED_AT, sigma: float = SIGMA, mu: float = MU) -> Task:
    def top() -> float:
        return float(long_run_states(trade_cost, sigma, mu)["share"].iloc[3])

    return number_task(
        "17-push",
        title=_("The least push"),
        expects=_("a share of all workers, from 0 to 1"),
        right=lambda: top() - 0.5,
        unit="share",
        mistakes=[
            value_mistake(
                "place for distance",
                top,
                _("{given} is the share at which it tips. How many must *move*, from the even state?"),
            ),
            value_mistake(
                "measured from the core",
                lambda: 1 - top(),
                _("{given} is the way down from the core. The country is even."),
            ),
            value_mistake(
                "all of the other region",
                0.5,
                _("{given} empties the other region. Less will do: where does the wage turn?"),
            ),
        ],
        hints=(
            _("Find the unstable state next to the even one."),
            _("A push must carry region 1 past it."),
            _("`long_run_states` lists the states from the smallest share to the largest."),
        ),
        explanation=_("From the even state to the next unstable one: a push beyond it goes on by itself."),
    )


def _push_fits(trade_cost: float, sigma: float, mu: float) -> bool:
    """Return whether the even state and a full core both hold, and a push of a fair size leads between them."""
    points = core_periphery_points(sigma, mu)
    if not points["break"] < trade_cost < points["sustain"]:
        return False
    top, default = (
        float(long_run_states(*setting)["share"].iloc[3])
        for setting in ((trade_cost, sigma, mu), (PUSHED_AT, SIGMA, MU))
    )
    return 0.04 < top - 0.5 < 0.45 and apart(top - 0.5, default - 0.5, top, 1 - top, 0.5, share=0.02)


def _regained(sigma: float = REGAINED_SIGMA, mu: float = MU, start: float = REGAINED_START) -> Task:
    def break_cost() -> float:
        return float(core_periphery_points(sigma, mu)["break"])

    def even(cost: float, column: str) -> float:
        return float(short_run([0.5], cost, sigma, mu)[column].iloc[0])

    return number_task(
        "17-regained",
        title=_("When the periphery is back where it was"),
        expects=_("a trade cost with three decimals"),
        right=lambda: even(break_cost(), "price_2"),
        tolerance=0.0015,
        mistakes=[
            value_mistake(
                "the break itself",
                break_cost,
                _("{given} is where the loss begins. Where is it made good?"),
            ),
            value_mistake(
                "real income for a cost",
                lambda: even(break_cost(), "farm_2"),
                _("{given} is the real income before the break. At which T does the periphery have it again?"),
            ),
            value_mistake(
                "the start for the break",
                lambda: even(start, "price_2"),
                _("{given} regains what was there when T began to fall. Compare with the even state at the *break*."),
            ),
        ],
        hints=(
            _("Two real incomes of the same farmer must be equal: before the break, and later in the periphery."),
            _("In the periphery the price index is T itself."),
            _("`short_run` gives the price index of the even state at any cost."),
        ),
        explanation=_("In the periphery the price index is T: so T must fall to the index before the break."),
    )


def _regained_fits(sigma: float, mu: float, start: float) -> bool:
    own, default = (
        short_run([0.5], core_periphery_points(*pair)["break"], *pair).iloc[0]
        for pair in ((sigma, mu), (REGAINED_SIGMA, MU))
    )
    cost, begun = core_periphery_points(sigma, mu)["break"], short_run([0.5], start, sigma, mu)["price_2"].iloc[0]
    return cost < start and apart(own["price_2"], default["price_2"], cost, own["farm_2"], begun, share=0.01)


def _quake() -> Task:
    def allowed(plan: dict[str, float]) -> bool:
        return 1 < plan["trade_cost"] <= 3 and 0.1 <= plan["mu"] <= MOST_MU

    def after(plan: dict[str, float], lost: float) -> float:
        return resting_share(1 - lost, plan["trade_cost"], SIGMA, plan["mu"])

    def fits(plan: dict[str, float]) -> bool:
        return allowed(plan) and after(plan, SMALL) == 1 and after(plan, LARGE) == 0.5

    def core_holds(plan: dict[str, float]) -> bool:
        return bool(long_run_states(plan["trade_cost"], SIGMA, plan["mu"])["stable"].iloc[-1])

    return property_task(
        "17-quake",
        "numbers",
        QUAKE,
        title=_("One shock heals, the other does not"),
        expects=_("two numbers labelled trade_cost and mu"),
        is_right=fits,
        mistakes=[
            Mistake(
                "outside the limits",
                lambda plan: not allowed(plan),
                _("Keep trade_cost above one and at most 3, and mu within its limits."),
            ),
            Mistake(
                "no core to begin with",
                lambda plan: not core_holds(plan),
                _("At your cost no core holds: even a tiny shock ends it. Where is the sustain point for your mu?"),
            ),
            Mistake(
                "everything heals",
                lambda plan: after(plan, LARGE) == 1,
                _("Both shocks heal: the core is too firm. How far must the large one fall to be caught elsewhere?"),
            ),
            Mistake(
                "nothing heals",
                lambda plan: after(plan, SMALL) != 1,
                _("The core holds, but the small shock ends it already. Which way must T go to make it firmer?"),
            ),
        ],
        hints=(
            _("The cost must be between the break and the sustain point of *your* mu."),
            _("The unstable state below the core must be between what the two shocks leave."),
            _("`long_run_states` gives it; move T a little at a time."),
        ),
        explanation=_("What lasts depends on the size of the shock and on where the unstable state is."),
    )

"""Tasks of lesson 17: who makes what others use, what holds a core, whom a demand pulls, and what a boom drains."""

import math
from functools import cache

import numpy as np
import pandas as pd

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
from longwave.topics.geography.models.boom import boom, restoring_spill
from longwave.topics.geography.models.core_periphery import (
    core_periphery_points,
    long_run_states,
    resting_share,
    short_run,
)
from longwave.topics.geography.models.places import made_and_used

SIGMA, MU = 5, 0.4
PUSHED_AT, MOST_MU = 1.65, 0.35
SMALL, LARGE = 0.2, 0.4
QUAKE, PLAN = ("trade_cost", "mu"), ("advance", "spill", "substitution")
PLACES = ("China", "Europe", "Japan", "United States")
SECTOR = "Information"
MOST_SPILL, EVEN_OUTPUT = 0.1, math.sqrt(0.5)


def title() -> str:
    """Return the lesson's title."""
    return _("Does growth in one place feed its neighbours, or drain them?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_pull(),
        _quiz_connect(),
        _quiz_return(),
        _quiz_boom(),
        _follow(),
        _lone_firm(),
        _push(),
        _quake(),
        _restore(),
        _break_drain(),
    )


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        range_guess(
            "17-guess-japan",
            title=_("Japan's share of cell making in 2016"),
            expects=_("two numbers, per cent of the world's cells"),
            low=0,
            high=40,
            truth=lambda: _made("Japan", 2016),
            explanation=_("Its share was 8.2 per cent in 2012. In gigawatts it made more: 2.9, then 3.3 in 2016."),
        ),
        number_guess(
            "17-guess-link",
            title=_("Region 1's share at a trade cost of 1.5"),
            expects=_("a number, in per cent of all workers"),
            low=0,
            high=100,
            truth=lambda: 100 * resting_share(0.55, 1.5, SIGMA, MU),
            explanation=_("All workers end in region 1, because it had more than half when the road opened."),
        ),
        number_guess(
            "17-guess-pull",
            title=_("What 100 dollars spent on information add elsewhere"),
            expects=_("a number, in dollars of output"),
            low=0,
            high=300,
            truth=lambda: float(100 * _inverse()[SECTOR].drop(SECTOR).sum()),
            explanation=_("11 of the 15 sectors pull more in the others."),
        ),
    )


def _made(place: str, year: int) -> float:
    rows = load("photovoltaics_makers")
    return float(rows.loc[(rows["place"] == place) & (rows["year"] == year), "percent"].iloc[0])


@cache
def _coefficients() -> pd.DataFrame:
    table = load("us_input_output").pivot(index="seller", columns="buyer", values="million_dollars").fillna(0)
    return table[table.index] / table.sum(axis=1)


@cache
def _inverse() -> pd.DataFrame:
    bought = _coefficients()
    return pd.DataFrame(np.linalg.inv(np.eye(len(bought)) - bought), bought.index, bought.columns)


@cache
def _shares() -> pd.DataFrame:
    return made_and_used(load("photovoltaics_makers"), load("photovoltaics_countries"), load("photovoltaics_world"))


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
    }


def _line_pull() -> Task:
    def right() -> float:
        return float(100 * _inverse()[SECTOR].drop(SECTOR).sum())

    return number_task(
        "17-line-pull",
        title=_("What a demand pulls elsewhere"),
        expects=_("a number, in dollars of the other sectors' output"),
        right=right,
        tolerance=0.2,
        mistakes=[
            value_mistake(
                "its own sector counted",
                lambda: 100 * float(_inverse()[SECTOR].sum()),
                _("{given} counts the sector's own output too. What is added in the *other* sectors?"),
            ),
            value_mistake(
                "own rounds counted",
                lambda: 100 * float(_inverse()[SECTOR].sum() - 1),
                _("{given} leaves out the 100 spent, and still counts what later rounds ask of the sector itself."),
            ),
            value_mistake(
                "for one dollar",
                lambda: right() / 100,
                _("{given} is for one dollar. The question spends 100."),
            ),
            value_mistake(
                "first round only",
                lambda: 100 * float(_coefficients()[SECTOR].drop(SECTOR).sum()),
                _("{given} is what the sector buys itself. Its suppliers buy as well: use `inverse`."),
            ),
            value_mistake(
                "row for column",
                lambda: 100 * float(_inverse().T[SECTOR].drop(SECTOR).sum()),
                _("{given} comes from the row: what others' demand asks of this sector. Whose demand is spent here?"),
            ),
            value_mistake(
                "only its own sector",
                lambda: 100 * float(_inverse()[SECTOR][SECTOR]),
                _("{given} is the sector's own output. Which rows are the others'?"),
            ),
        ],
        hints=(
            _("A column of `inverse` belongs to one dollar spent on that column's sector."),
            _("Take the column, leave out the row of the sector itself, and sum."),
            _("`drop` leaves out a row by its name."),
        ),
        explanation=_("56 dollars elsewhere for 100 spent, in rounds that grow smaller and smaller."),
    )


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
                _("An even split is a state of rest at every T. What do the few who wander set off?"),
            ),
        },
        hints=(
            _("Two things matter: where the cost was, and where it goes."),
            _("Ask of the even state whether a small move is undone."),
            _("Look at the dashed part of the middle line in the panel."),
        ),
        explanation=_("Where regions are alike, nothing lasting moves until the break; then all of it does."),
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
            _("The table of “A core outlives its cause” follows this history."),
        ),
        explanation=_("Between the two points the past decides."),
    )


def _quiz_boom() -> Task:
    def stay() -> float:
        return float(boom(3)["workers_old"])

    return number_task(
        "17-quiz-boom",
        title=_("Who stays in the old sector"),
        expects=_("a share of all workers, from 0 to 1"),
        right=stay,
        unit="share",
        mistakes=[
            value_mistake(
                "the other sector's workers",
                lambda: 1 - stay(),
                _("{given} is the share that the *new* sector has in the end."),
            ),
            value_mistake(
                "workers in proportion to A",
                0.25,
                _("{given} gives the new sector three workers to one. By which power of A do pay and workers meet?"),
            ),
            value_mistake(
                "ratio for share",
                1 / 9,
                _("{given} is one worker for nine, a ratio. Which part of all of them is that?"),
            ),
            value_mistake(
                "one to three",
                1 / 3,
                _("{given} divides the old sector by the new one's A. How do workers follow from pay at the last one?"),
            ),
            value_mistake(
                "output for workers",
                lambda: float(boom(3)["output_old"]),
                _("{given} is what the old sector makes. How many work there?"),
            ),
        ],
        hints=(
            _("Workers move until the last one adds as much in both sectors."),
            _("With α one half the workers are as A squared to one."),
            _("“When a boom drains” does it for a doubling."),
        ),
        explanation=_("Nine to one: a tenth of the workers is left."),
    )


def _follow() -> Task:
    def errors(places: tuple[str, ...] | None = PLACES, power: int = 1, swap: bool = False) -> dict[str, float]:
        rows = _shares()
        rows = rows[rows["place"].isin(places)] if places else rows
        moved = rows.sort_values(["place", "year"], kind="stable").groupby("place")[["made", "used"]].diff().dropna()
        made, used = (moved["used"], moved["made"]) if swap else (moved["made"], moved["used"])
        pairs = {"stay": made, "follow": made - used}
        return {name: float((gap.abs() ** power).mean() ** (1 / power)) for name, gap in pairs.items()}

    return numbers_task(
        "17-follow",
        title=_("Two rules for a place's making, and a weight between them"),
        expects=_("three numbers labelled stay, follow and weight"),
        labels=("stay", "follow", "weight"),
        right=lambda: errors() | {"weight": _best_weight()},
        tolerance=0.011,
        mistakes=[
            value_mistake(
                "all seven places",
                lambda: errors(places=None),
                _("You took all seven places. The task names four."),
            ),
            value_mistake(
                "roots of mean squares",
                lambda: errors(power=2),
                _("You took the root of the mean square, which large misses rule. Take the mean of the sizes."),
            ),
            value_mistake(
                "use forecast from making",
                lambda: errors(swap=True),
                _("You forecast what is *used*. Here the share that is made is to be forecast."),
            ),
            value_mistake(
                "as parts of one",
                lambda: {name: error / 100 for name, error in errors().items()},
                _("Your errors are parts of one. Percentage points are asked for."),
            ),
            value_mistake(
                "rules exchanged",
                lambda: {"stay": errors()["follow"], "follow": errors()["stay"]},
                _("Your two numbers are exchanged. Which rule says that nothing changes?"),
            ),
            value_mistake(
                "use of the year before",
                lambda: {"follow": _lagged_error()},
                _(
                    "Your “follow” takes the change of use of the year *before*, which is a forecast. The task asks "
                    "for that of the same year."
                ),
            ),
            value_mistake(
                "weight in per cent",
                lambda: errors() | {"weight": 100 * _best_weight()},
                _("Both errors are right. Your weight looks like a per cent: give it as a part of one."),
            ),
            Mistake(
                "weight that does not miss least",
                lambda answer: all(abs(answer[name] - error) < 0.011 for name, error in errors().items()),
                _("Both errors are right. Another weight misses by less: try each hundredth from 0 to 1."),
            ),
            Mistake(
                "errors that cancel",
                lambda answer: min(answer["stay"], answer["follow"]) < 0 or max(answer["stay"], answer["follow"]) < 1,
                _("Your errors are below zero or tiny: signs may have cancelled. Take the size of each first."),
            ),
        ],
        hints=(
            _("Sort by place and year, group by place, and take `diff()` of both columns."),
            _("The first rule misses by the change of made, the second by that change less the change of used."),
            _("Take the size of each of the 44 misses, then the mean; for the weight, do so for each hundredth."),
        ),
        explanation=_(
            "Passed on one for one, use misleads. The best weight, chosen with hindsight, saves 0.02 points."
        ),
    )


@cache
def _changes() -> pd.DataFrame:
    """Return the yearly changes of made and used of the four places, with the place."""
    rows = _shares()
    rows = rows[rows["place"].isin(PLACES)].sort_values(["place", "year"], kind="stable")
    return rows.groupby("place")[["made", "used"]].diff().assign(place=rows["place"])


@cache
def _best_weight() -> float:
    moved = _changes().dropna()
    weights = np.arange(101) / 100
    misses = [(moved["made"] - weight * moved["used"]).abs().mean() for weight in weights]
    return float(weights[np.argmin(misses)])


def _lagged_error() -> float:
    before = _changes().groupby("place")["used"].shift(1)
    return float((_changes()["made"] - before).dropna().abs().mean())


def _lone_firm() -> Task:
    def wage(trade_cost: float, sigma: float, mu: float) -> float:
        return float(short_run([1], trade_cost, sigma, mu)["wage_2"].iloc[0])

    def right(trade_cost: float, sigma: float, mu: float) -> float:
        return float(short_run([1], trade_cost, sigma, mu)["real_2"].iloc[0])

    def paid(trade_cost: float, sigma: float, mu: float) -> float:
        far, near = (1 + mu) / 2 * trade_cost ** (1 - sigma), (1 - mu) / 2 * trade_cost ** (sigma - 1)
        return float((far + near) ** (1 / sigma))

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
            function_mistake(
                "the lesson's incomes",
                lambda trade_cost, sigma, mu: paid(trade_cost, sigma, 0.4) * trade_cost**-mu,
                _("You keep the incomes of the lesson's example, 0.7 and 0.3. How do they follow from mu?"),
            ),
            function_mistake(
                "near for far",
                lambda trade_cost, sigma, mu: paid(1 / trade_cost, sigma, mu) * trade_cost**-mu,
                _("You exchange the two markets. Which of them is far, and which has dear rivals?"),
            ),
            function_mistake(
                "power of T",
                lambda trade_cost, sigma, mu: (
                    ((1 + mu) / 2 * trade_cost**-sigma + (1 - mu) / 2 * trade_cost**sigma) ** (1 / sigma)
                    * trade_cost**-mu
                ),
                _("You take T to the power σ. Which power of T does a market enter with?"),
            ),
            function_mistake(
                "another root",
                lambda trade_cost, sigma, mu: paid(trade_cost, sigma, mu) ** (sigma / (sigma - 1)) * trade_cost**-mu,
                _("You take another root of the sum. To which power is the wage in the last equation?"),
            ),
            function_mistake(
                "all income deflated",
                lambda trade_cost, sigma, mu: paid(trade_cost, sigma, mu) / trade_cost,
                _("You divide by all of T. Food is not dearer there: which part of a wage goes to goods?"),
            ),
            function_mistake(
                "raised by prices",
                lambda trade_cost, sigma, mu: paid(trade_cost, sigma, mu) * trade_cost**mu,
                _("You raise the wage where goods are dear. Do dear goods make it worth more, or less?"),
            ),
            function_mistake(
                "rivals' dearness forgotten",
                lambda trade_cost, sigma, mu: (
                    ((1 + mu) / 2 * trade_cost ** (1 - sigma) + (1 - mu) / 2) ** (1 / sigma) * trade_cost**-mu
                ),
                _("The farmers next door buy more than that: what do the firm's rivals cost them?"),
            ),
        ],
        hints=(
            _("It sells to the core, which is rich and far, and to the farmers around it."),
            _("A σ-th root of two terms is the wage; the price index of the empty region is T."),
            _("“A first firm in the empty region” does it with numbers."),
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
            Mistake(
                "more than needed",
                lambda push: top() - 0.5 < push < 0.5,
                _("After a push of {given} the rest follow. Less will do: where is the unstable state?"),
            ),
            Mistake(
                "not enough",
                lambda push: 0 < push < top() - 0.5,
                _("After a push of {given} the workers come back to the even split. Where is the unstable state?"),
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


def _restore() -> Task:
    def level(advance: float, start: float) -> float:
        return (1 - start + math.sqrt((1 - start) ** 2 + 4 * start * advance**2)) / 2

    def right(advance: float, start: float) -> float:
        return restoring_spill(advance, start=start)

    return function_task(
        "17-restore",
        title=_("The spillover that restores the old sector"),
        expects=_("a function of advance and start that returns a share"),
        right=right,
        cases=[(2, 0.5), (1.5, 0.1), (3, 0.3), (10, 0.8)],
        tolerance=0.002,
        mistakes=[
            function_mistake(
                "B for its share",
                lambda advance, start: math.sqrt(level(advance, start)),
                _("You give B, how good the old sector must become. Which share of the step from 1 to A is that?"),
            ),
            function_mistake(
                "root not taken",
                lambda advance, start: (level(advance, start) - 1) / (advance - 1),
                _("You take the square of B for B. Which root is left?"),
            ),
            function_mistake(
                "a power of A",
                lambda advance, start: math.log(level(advance, start)) / 2 / math.log(advance),
                _("You give the power with B = A to that power. The share θ is in B = 1 + θ (A − 1)."),
            ),
            function_mistake(
                "share of A, not of its step",
                lambda advance, start: math.sqrt(level(advance, start)) / advance,
                _("You divide B by A. θ is a share of the *step*, A − 1, and B starts at 1."),
            ),
            function_mistake(
                "equal sectors only",
                lambda advance, start: (math.sqrt(level(advance, 0.5)) - 1) / (advance - 1),
                _("You have the value for two sectors of one size. How does Y before the boom depend on `start`?"),
            ),
            function_mistake(
                "the other sector's start",
                lambda advance, start: (math.sqrt(level(advance, 1 - start)) - 1) / (advance - 1),
                _("You take `start` for the old sector's share of the workers. It is the *new* one's."),
            ),
        ],
        hints=(
            _("Workers are as start times A² to (1 − start) times B². Set the old output to that at A = B = 1."),
            _("The equation is quadratic in the square of B."),
            _("Check with A = 2 and a start of 0.5: “When a boom drains” has its value."),
        ),
        explanation=_("A small new sector draws few workers, so a small share of its advance makes good the loss."),
    )


def _break_drain() -> Task:
    def sound(plan: dict[str, float]) -> bool:
        fits = 1.5 <= plan["advance"] <= 4 and 0 <= plan["spill"] <= MOST_SPILL + 1e-9
        return fits and 0.2 <= plan["substitution"] <= 20

    def after(plan: dict[str, float]) -> pd.Series:
        return boom(plan["advance"], plan["spill"], substitution=plan["substitution"])

    def grows(plan: dict[str, float]) -> bool:
        return float(after(plan)["workers_new"]) > 0.5 + 1e-9

    def holds(plan: dict[str, float]) -> bool:
        return float(after(plan)["output_old"]) >= EVEN_OUTPUT - 1e-6

    return property_task(
        "17-break-drain",
        "numbers",
        PLAN,
        title=_("Break our conclusion: a boom that leaves the old sector whole"),
        expects=_("three numbers labelled advance, spill and substitution"),
        is_right=lambda plan: sound(plan) and grows(plan) and holds(plan),
        mistakes=[
            Mistake(
                "outside the limits",
                lambda plan: not sound(plan),
                _("Keep each of the three within the limits that the task names."),
            ),
            Mistake(
                "the new sector does not grow",
                lambda plan: not grows(plan),
                _("In your country the booming sector gains no workers. Must buyers turn to it more readily, or less?"),
            ),
            Mistake(
                "the old sector shrinks",
                lambda plan: not holds(plan),
                _("The new sector grows, and the old one makes less than before. What limits how many workers leave?"),
            ),
        ],
        hints=(
            _("Begin with a substitution of one, where no worker moves, and go up a little."),
            _("Each step up moves workers; the spillover must make good what they take along."),
            _("`boom(advance, spill, substitution=…)` gives workers and output; before the boom Y is 0.7071."),
        ),
        explanation=_("Where goods are sold at home, the price of the old one rises and holds its workers."),
    )

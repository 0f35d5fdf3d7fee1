"""Tasks of lesson 09: what holds together when firms stay out, and what still gets made."""

import math
from functools import cache
from typing import Any

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
from longwave.topics.networks.models.needs import losses, read_needs
from longwave.topics.networks.models.networks import degrees, stepwise_worst, workshop_chain
from longwave.topics.networks.models.percolation import giant_component_share, largest_part
from longwave.topics.networks.models.production import o_ring
from longwave.topics.networks.models.restart import settled_output

GROUPS = 22
CHAIN = workshop_chain(GROUPS)
FIRMS = 4 * GROUPS - 1
REMOVED = 10
PLACES = tuple(str(place) for place in range(1, REMOVED + 1))
FEW, MANY = 0.01, 0.5
MOST_SUPPLIERS = 20  # a task asks for 11 at least
TWO_SIDED = 1.96  # standard errors in half an interval of 95 %


def title() -> str:
    """Return the lesson's title."""
    return _("What breaks in a chain when small firms stay out?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_missing(),
        _quiz_jump(),
        _quiz_threshold(),
        _quiz_small(),
        _giant(),
        _spares(),
        _size_harm(),
        _break_standstill(),
        _least_harm(),
        _most_harm(),
    )


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        range_guess(
            "09-guess-repair",
            title=_("Months until the plant is repaired"),
            expects=_("two numbers, in months"),
            low=0,
            high=60,
            truth=_months,
            explanation=_(
                "Counted from the fire to the end of the repair; three months later a trade page called supply normal."
            ),
        ),
        range_guess(
            "09-guess-worst",
            title=_("The loss that does most harm"),
            expects=_("two numbers of packages"),
            low=0,
            high=414,
            truth=lambda: float(_real_losses().max()),
            explanation=_("That many others stop if the most harmful package alone is lost."),
        ),
        number_guess(
            "09-guess-restart",
            title=_("A stopped chain with restored links"),
            expects=_("a number, in per cent of firms"),
            low=0,
            high=100,
            truth=lambda: 100 * settled_output(0.85, FEW),
            explanation=_(
                "With one firm in a hundred left, hardly any finds both inputs, so good links alone start nothing."
            ),
        ),
    )


def _months() -> float:
    return float(load("part_one_cases").set_index("fact_id")["value"].loc["09-repaired"])


@cache
def _real_losses() -> Any:
    return losses(read_needs(load("package_network")))


def _line_missing() -> Task:
    return number_task(
        "09-line-missing",
        title=_("An input that nobody delivers"),
        expects=_("a share from 0 to 1"),
        right=lambda: (1 - 0.9 * 0.8) ** 2,
        unit="share",
        mistakes=[
            value_mistake(
                "one supplier only",
                lambda: 1 - 0.9 * 0.8,
                _("{given} is the chance that *one* supplier does not deliver. The input has a second one."),
            ),
            value_mistake(
                "one of two missing",
                lambda: 1 - (0.9 * 0.8) ** 2,
                _("{given} is the chance that at least one supplier does not deliver. The input needs one only."),
            ),
            value_mistake(
                "suppliers taken as sure",
                lambda: (1 - 0.9) ** 2,
                _("{given} counts the links only. A supplier must produce as well."),
            ),
            value_mistake(
                "links taken as sure",
                lambda: (1 - 0.8) ** 2,
                _("{given} counts the suppliers only. The link of each must work as well."),
            ),
            value_mistake(
                "both deliver",
                lambda: (0.9 * 0.8) ** 2,
                _("{given} is the chance that *both* suppliers deliver. When is the input missing?"),
            ),
        ],
        hints=(
            _("A supplier delivers if it produces and its link works: multiply."),
            _("The input is missing if the first does not deliver and the second does not either."),
            _("The paragraph above the cell in “A part that nothing replaces” says what x and r are."),
        ),
        explanation=_("Squared, a chance of 0.28 becomes 0.0784: this is what a second supplier is worth."),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "09-spares": Variant(
            _spares,
            {"parts": (40, 50, 60, 80, 100, 120, 150), "quality": (0.94, 0.95, 0.96, 0.97, 0.975, 0.98, 0.985)},
            _spares_fit,
        ),
    }


def _quiz_jump() -> Task:
    return choice_task(
        "09-quiz-jump",
        title=_("Two links in a thousand"),
        options="abcd",
        right="24e9e6c0f643",
        mistakes={
            "a": (
                "damage taken as proportional",
                _("That is how the *cause* changes. Each stopped firm stops others: where does that end?"),
            ),
            "b": (
                "one round only",
                _("You let the loss run through one round. Its buyers are suppliers too. What do their buyers do?"),
            ),
            "d": (
                "second supplier taken as safe",
                _("The second supplier fails for the same reasons as the first. Which side of the edge is this?"),
            ),
        },
        hints=(
            _("The panel of links has a button for each of the two values."),
            _("Below the edge every round ends with fewer firms than it began with, wherever it begins."),
            _("Look at the table in “A part that nothing replaces”."),
        ),
        explanation=_("Near the edge a small cause has the whole output as its effect."),
    )


def _quiz_threshold() -> Task:
    return number_task(
        "09-quiz-threshold",
        title=_("How many may stay out"),
        expects=_("a share from 0 to 1"),
        right=lambda: 1 - 1 / 5,
        unit="share",
        mistakes=[
            value_mistake(
                "share that stays",
                lambda: 1 / 5,
                _("{given} is what must *stay*. How many are out then?"),
            ),
            value_mistake(
                "the lesson's network, or the mean taken for kappa",
                0.75,
                _(
                    "{given} is right for a mean of four. And κ is no mean of five: the firm at the end of a link has "
                    "more links than the mean. How many must lead in, on average?"
                ),
            ),
        ],
        hints=(
            _("A firm needs more than one link, on average, to firms that are in."),
            _("Departures at random thin the links of those who stay in proportion."),
            _("The threshold is in “Why a network falls apart at once”."),
        ),
        explanation=_("At the threshold those who stay have one link each to others who stay."),
    )


def _quiz_small() -> Task:
    return choice_task(
        "09-quiz-small",
        title=_("Why the rest holds together"),
        options="abcd",
        right="8bd6f8890982",
        mistakes={
            "a": (
                "small taken as unlinked",
                _("In this network every firm has links. Count how many links go with the small ones."),
            ),
            "c": (
                "threshold for the wrong order",
                _("The threshold is for departures at random. Is this order random?"),
            ),
            "d": (
                "links taken as replaced",
                _("No link is ever replaced in this model. That is a point of the rival, not of the model."),
            ),
        },
        hints=(
            _("Think of the paths between two hubs. Who is on them?"),
            _("Compare what the last column of the table says of firms with the share of links that is lost."),
            _("Look at “Who leaves matters more than how many”, after the panel."),
        ),
        explanation=_("Who leaves matters more than how many leave, as long as only connection counts."),
    )


def _giant() -> Task:
    def right(mean_degree: float, out: float) -> float:
        return giant_component_share(mean_degree, 1 - out)

    return function_task(
        "09-giant",
        title=_("The largest part after departures"),
        expects=_("a function of links per firm and the share out that returns a share of all firms"),
        right=right,
        cases=[(4, 0.4), (2, 0.2), (3, 0.8), (1.5, 0.0)],
        tolerance=1e-4,
        mistakes=[
            function_mistake(
                "share of those who stay",
                lambda mean_degree, out: right(mean_degree, out) / (1 - out),
                _("You give a share of those who *stay*. The question is of all firms, those out included."),
            ),
            function_mistake(
                "departures forgotten",
                lambda mean_degree, out: giant_component_share(mean_degree),
                _("Your result does not change when firms leave. Where is q in the equation?"),
            ),
            function_mistake(
                "departures taken as proportional",
                lambda mean_degree, out: (1 - out) * giant_component_share(mean_degree),
                _("You shrink the part by those who left. But the links of those who stay get fewer as well."),
            ),
            function_mistake(
                "out and in change places",
                lambda mean_degree, out: giant_component_share(mean_degree, out),
                _("You put in the share that is *out*. In the equation, q is the share that stays."),
            ),
            function_mistake(
                "thinned twice",
                lambda mean_degree, out: right(mean_degree * (1 - out), out),
                _("You take the departures off twice: q stands before the bracket, so leave the links as they are."),
            ),
            function_mistake(
                "begun at zero",
                lambda mean_degree, out: 0.0,
                _("Nothing is always a solution. Begin the repetition at the other end, with everybody in."),
            ),
        ],
        hints=(
            _("Begin with everybody in, put that into the right side, and repeat."),
            _("A few hundred repetitions bring it near enough, unless you are right at the threshold."),
            _("The equation with q is in “Why a network falls apart at once”."),
        ),
        explanation=_("Repeated from above, the equation settles on its largest solution."),
    )


def _spares(parts: int = 100, quality: float = 0.98) -> Task:
    return number_task(
        "09-spares",
        title=_("A spare for each part"),
        expects=_("a share from 0 to 1"),
        right=lambda: o_ring(1 - (1 - quality) ** 2, parts),
        unit="share",
        given=(parts, quality),
        tolerance=0.0002,
        mistakes=[
            value_mistake(
                "a bare part",
                lambda: quality,
                _("{given} is the chance of one part *without* a spare, as in the question."),
            ),
            value_mistake(
                "no spare",
                lambda: o_ring(quality, parts),
                _("{given} is the product without spares. When does a part with a spare still fail?"),
            ),
            value_mistake(
                "a spare for the whole",
                lambda: 1 - (1 - o_ring(quality, parts)) ** 2,
                _("{given} keeps a second *product*. The spare here is one for each part."),
            ),
            value_mistake(
                "one part only",
                1 - (1 - quality) ** 2,
                _("{given} is one part with its spare. How many such parts must work together?"),
            ),
        ],
        hints=(
            _("First one part: it fails if the part and its spare both fail."),
            _("Then all parts must work at once."),
            _("`o_ring(chance, parts)` does the second step; “A part that nothing replaces” says why it multiplies."),
        ),
        explanation=_("A spare behind each part is worth far more than a spare product."),
    )


def _spares_fit(parts: int, quality: float) -> bool:
    works, bare, part = (1 - (1 - quality) ** 2) ** parts, quality**parts, 1 - (1 - quality) ** 2
    return bare > 0.001 and apart(works, quality) and apart(works, 0.9996**100, bare, 1 - (1 - bare) ** 2, part)


def _size_harm() -> Task:
    def size() -> Any:
        return load("package_network").set_index("package")["size_kb"].astype(float)

    def ends(value: float, errors: float) -> dict[str, float]:
        width = errors / math.sqrt(len(_real_losses()) - 3)
        return {"low": math.tanh(math.atanh(value) - width), "high": math.tanh(math.atanh(value) + width)}

    def ranked() -> float:
        return float(_real_losses().corr(size(), method="spearman"))

    def plain() -> float:
        return float(_real_losses().corr(size()))

    def by_place() -> float:
        lost, sizes = _real_losses().reset_index(drop=True), size().reset_index(drop=True)
        return float(lost.corr(sizes, method="spearman"))

    def half() -> float:
        return TWO_SIDED / math.sqrt(len(_real_losses()) - 3)

    return numbers_task(
        "09-size-harm",
        title=_("Size and harm, with an interval"),
        expects=_("three numbers labelled value, low and high, from -1 to 1"),
        labels=("value", "low", "high"),
        right=lambda: {"value": ranked()} | ends(ranked(), TWO_SIDED),
        tolerance=0.003,
        mistakes=[
            value_mistake(
                "values taken for ranks",
                lambda: {"value": plain()},
                _("This is the correlation of the values, which a few giants decide. The task asks for that of ranks."),
            ),
            value_mistake(
                "rows out of order",
                lambda: {"value": by_place()},
                _("You pair the rows as they stand. `lost` is sorted by harm and `size` is not: pair them by name."),
            ),
            value_mistake(
                "ends left as z",
                lambda: {"low": math.atanh(ranked()) - half(), "high": math.atanh(ranked()) + half()},
                _("Your ends are still values of z. Take tanh of each to come back to a correlation."),
            ),
            value_mistake(
                "one standard error",
                lambda: {"value": ranked()} | ends(ranked(), 1),
                _("Your interval is one standard error to each side: about two thirds. The task asks for 95 per cent."),
            ),
            value_mistake(
                "sign lost",
                lambda: {"value": -ranked()},
                _("The sign is turned round. Do larger packages take more with them, or fewer?"),
            ),
        ],
        hints=(
            _('`losses(needs).corr(size, method="spearman")` gives the value.'),
            _("Take z = atanh(value), go 1.96/√(n − 3) to each side, and take tanh of both ends."),
            _("`losses` is at work in “What a real network of needs loses”; the sizes are in the cell above yours."),
        ),
        explanation=_(
            "Slightly negative: size warns of nothing. The interval takes packages as independent; they are not."
        ),
    )


def _break_standstill() -> Task:
    def shape(plain: dict[str, float]) -> tuple[float, int, int] | None:
        link, inputs, suppliers = plain["link"], plain["inputs"], plain["suppliers"]
        fits = 0 <= link <= 1 and inputs >= 1 and 1 <= suppliers <= MOST_SUPPLIERS
        whole = inputs.is_integer() and suppliers.is_integer()
        return (link, int(inputs), int(suppliers)) if fits and whole else None

    def ends(plain: dict[str, float], start: float) -> float:
        given = shape(plain)
        return 0.0 if given is None else settled_output(given[0], start, given[1], given[2])

    return property_task(
        "09-break-standstill",
        "numbers",
        ("link", "inputs", "suppliers"),
        title=_("A chain that restarts itself"),
        expects=_("three numbers labelled link, inputs and suppliers"),
        is_right=lambda plain: plain["inputs"] > 1 and ends(plain, FEW) > MANY,
        mistakes=[
            Mistake(
                "outside the ranges",
                lambda plain: shape(plain) is None,
                _("The link is a share, and inputs and suppliers are whole numbers within the ranges of the task."),
            ),
            Mistake(
                "one input only",
                lambda plain: plain["inputs"] == 1,
                _("With one input nothing has to come together, as the lesson shows. Keep two inputs or more."),
            ),
            Mistake(
                "below the edge",
                lambda plain: ends(plain, 1.0) == 0,
                _("With this even a chain in which all firms run stops. Nothing could restart it."),
            ),
            Mistake(
                "still needs a push",
                lambda plain: ends(plain, FEW) <= MANY < ends(plain, 1.0),
                _(
                    "With all firms running it goes on; from one in a hundred it stops. "
                    "With what chance does a firm then find *all* its inputs?"
                ),
            ),
        ],
        hints=(
            _("From few firms r, an input is there with the chance of about s times x times r, if r is small."),
            _("All m inputs are there with the power m of that. When is the power larger than r itself?"),
            _("“The way back is closed” does it for two suppliers: put in one firm in a hundred, and more suppliers."),
        ),
        explanation=_(
            "With very many suppliers of each input, eleven at least, even a few firms restart the chain; with few the "
            "way back is closed."
        ),
    )


def _chosen(plain: dict[str, float]) -> list[int] | None:
    """Return the firms of an answer, or None if they are not ten different firms of the chain."""
    firms = [int(value) for value in plain.values() if value.is_integer() and 0 <= value < FIRMS]
    return firms if len(set(firms)) == REMOVED else None


def _left(plain: dict[str, float]) -> int:
    firms = _chosen(plain)
    return FIRMS if firms is None else largest_part(CHAIN, FIRMS, firms)


@cache
def _greedy_left() -> int:
    return largest_part(CHAIN, FIRMS, stepwise_worst(CHAIN, FIRMS, REMOVED))


def _not_ten() -> Mistake:
    return Mistake(
        "not ten different firms",
        lambda plain: _chosen(plain) is None,
        _("Name ten *different* firms of the chain, by their whole numbers."),
    )


def _least_harm() -> Task:
    def carriers(plain: dict[str, float]) -> int:
        return sum(firm % 4 == 3 for firm in _chosen(plain) or [])

    def groups(plain: dict[str, float]) -> int:
        return len({firm // 4 for firm in _chosen(plain) or []})

    return property_task(
        "09-least-harm",
        "numbers",
        PLACES,
        title=_("Ten firms out, the least harm"),
        expects=_("a list of ten firm numbers"),
        is_right=lambda plain: _left(plain) == FIRMS - REMOVED and groups(plain) == REMOVED,
        mistakes=[
            _not_ten(),
            Mistake(
                "an end cut off",
                lambda plain: _left(plain) == FIRMS - REMOVED and groups(plain) < REMOVED,
                _("All who stay reach one another, but you took more than one firm of a group. Take one of each."),
            ),
            Mistake(
                "carriers taken as harmless",
                lambda plain: carriers(plain) > 0 and _left(plain) < FIRMS - REMOVED,
                _("A carrier has only two links, as few as any firm. What passes through it?"),
            ),
            Mistake(
                "a gate of a group out",
                lambda plain: carriers(plain) == 0 and _left(plain) < FIRMS - REMOVED,
                _("You took a workshop through which its group reaches the carrier. Which workshop has no such duty?"),
            ),
        ],
        hints=(
            _("Everybody who stays must still reach everybody else who stays."),
            _("Ask of each firm: is there a way round it?"),
            _("Look at the picture: in each group one workshop touches no carrier."),
        ),
        explanation=_("Firms with a way round them can go; the number of links does not tell which these are."),
    )


def _most_harm() -> Task:
    def many_linked(plain: dict[str, float]) -> bool:
        firms = _chosen(plain)
        return firms is not None and bool((degrees(CHAIN, FIRMS)[firms] == degrees(CHAIN, FIRMS).max()).all())

    return property_task(
        "09-most-harm",
        "numbers",
        PLACES,
        title=_("Ten firms out, the most harm"),
        expects=_("a list of ten firm numbers"),
        is_right=lambda plain: _chosen(plain) is not None and _left(plain) < _greedy_left(),
        mistakes=[
            _not_ten(),
            Mistake(
                "greedy equalled",
                lambda plain: _left(plain) == _greedy_left(),
                _("As good as one step at a time, and not better. Where would all cuts be if planned together?"),
            ),
            Mistake(
                "most links first",
                lambda plain: many_linked(plain) and _left(plain) > _greedy_left(),
                _("All your firms have the most links there are. Do their places cut the chain into even pieces?"),
            ),
            Mistake(
                "cuts too near one another",
                lambda plain: _left(plain) > _greedy_left(),
                _("One long piece is left. Cuts near one another are wasted: spread them."),
            ),
        ],
        hints=(
            _("With so many cuts, how many pieces can there be at most?"),
            _("The largest piece is smallest if all pieces are alike. How many groups does each then have?"),
            _("Look at the picture, and count groups between cuts."),
        ),
        explanation=_("Halving again and again leaves pieces of unlike size; cuts planned together do not."),
    )

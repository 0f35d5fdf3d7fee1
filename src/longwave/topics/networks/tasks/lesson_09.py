"""Tasks of lesson 09: what holds together when firms stay out, and what still gets made."""

from functools import cache

from longwave.i18n import _
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
from longwave.topics.networks.models.networks import degrees, stepwise_worst, workshop_chain
from longwave.topics.networks.models.percolation import giant_component_share, largest_part
from longwave.topics.networks.models.production import (
    critical_reliability,
    hypothetical_extraction,
    leontief_output,
    o_ring,
)

GROUPS = 22
CHAIN = workshop_chain(GROUPS)
FIRMS = 4 * GROUPS - 1
REMOVED = 10
PLACES = tuple(str(place) for place in range(1, REMOVED + 1))
TABLE = ((0.1, 0.3, 0.1), (0.2, 0.1, 0.2), (0.03, 0.02, 0.0))
DEMAND = (900, 400, 20)


def title() -> str:
    """Return the lesson's title."""
    return _("What breaks in a chain when small firms stay out?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _quiz_jump(),
        _quiz_threshold(),
        _quiz_small(),
        _giant(),
        _three_inputs(),
        _spares(),
        _sectors(),
        _least_harm(),
        _most_harm(),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "09-spares": Variant(
            _spares,
            {"parts": (40, 50, 60, 80, 100, 120, 150), "quality": (0.95, 0.96, 0.97, 0.975, 0.98, 0.985, 0.99)},
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
            _("Left of the edge the curve no longer touches the diagonal."),
            _("Look at the table under “Predict, then move once more”."),
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
                "the lesson's network",
                0.75,
                _("{given} belongs to the network with fewer links for each firm. Put in the new number."),
            ),
        ],
        hints=(
            _("A firm needs more than one link, on average, to firms that are in."),
            _("Departures at random thin the links of those who stay in proportion."),
            _("The threshold is in “How many may leave?”."),
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
            _("Compare what the last column of the table says of firms with what `link_share` says of links."),
            _("Look at “Predict, then move”, after the chart of three orders."),
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
        cases=[(4, 0.5), (2, 0.2), (3, 0.8), (1.5, 0.0)],
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
                "begun at zero",
                lambda mean_degree, out: 0.0,
                _("Nothing is always a solution. Begin the repetition at the other end, with everybody in."),
            ),
        ],
        hints=(
            _("Begin with everybody in, put that into the right side, and repeat."),
            _("A few hundred repetitions bring it near enough, unless you are right at the threshold."),
            _("The equation with q is in “How many may leave?”."),
        ),
        explanation=_("Repeated from above, the equation settles on its largest solution."),
    )


def _three_inputs() -> Task:
    return numbers_task(
        "09-three-inputs",
        title=_("Three inputs"),
        expects=_("two numbers labelled link and output, shares from 0 to 1"),
        labels=("link", "output"),
        right=lambda: critical_reliability(3, 2),
        mistakes=[
            value_mistake(
                "two inputs",
                lambda: critical_reliability(2, 2),
                _("This is the edge with two inputs. How often must a firm be lucky now?"),
            ),
            value_mistake(
                "suppliers taken for inputs",
                lambda: critical_reliability(2, 3),
                _("You gave each input a third supplier. The chain asks for a third *input*."),
            ),
            value_mistake(
                "y taken for output",
                lambda: {"link": critical_reliability(3, 2)["link"], "output": 4 / 5},
                _("Your second number is y, a supplier that works *and* whose link works. Divide by the link."),
            ),
        ],
        hints=(
            _("Write the equation with a third input, put y for x times r, and solve for one over x."),
            _("Find where that is greatest, by slope or with a fine grid of y."),
            _("“Parts that nothing replaces” does it for two inputs."),
        ),
        explanation=_("More inputs: the edge moves up, and the fall from it is deeper."),
    )


def _spares(parts: int = 100, quality: float = 0.99) -> Task:
    return number_task(
        "09-spares",
        title=_("A spare for each part"),
        expects=_("a share from 0 to 1"),
        right=lambda: o_ring(1 - (1 - quality) ** 2, parts),
        unit="share",
        mistakes=[
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
            _("`o_ring` in “Parts that nothing replaces” does the second step."),
        ),
        explanation=_("A spare behind each part is worth far more than a spare product."),
    )


def _spares_fit(parts: int, quality: float) -> bool:
    works, bare, part = (1 - (1 - quality) ** 2) ** parts, quality**parts, 1 - (1 - quality) ** 2
    return bare > 0.001 and apart(works, 0.9999**100, bare, 1 - (1 - bare) ** 2, part)


def _sectors() -> Task:
    def all_output() -> float:
        return float(leontief_output(TABLE, DEMAND).sum())

    def loss() -> float:
        return 1 - float(hypothetical_extraction(TABLE, DEMAND, 2).sum()) / all_output()

    def own() -> float:
        return float(leontief_output(TABLE, DEMAND)[2]) / all_output()

    def demand_only() -> float:
        return 1 - float(leontief_output(TABLE, (*DEMAND[:2], 0)).sum()) / all_output()

    return numbers_task(
        "09-sectors",
        title=_("A sector taken out"),
        expects=_("two numbers labelled own and orders, shares from 0 to 1"),
        labels=("own", "orders"),
        right=lambda: {"own": own(), "orders": loss()},
        mistakes=[
            value_mistake(
                "its own output left out",
                lambda: {"orders": loss() - own()},
                _("Your loss counts the other sectors only. What the small sector made is lost as well."),
            ),
            value_mistake(
                "only its demand taken out",
                lambda: {"orders": demand_only()},
                _("You took the final demand for it away. Extraction takes its row and its column out too."),
            ),
            value_mistake(
                "share of demand",
                lambda: {"own": DEMAND[2] / sum(DEMAND)},
                _("Your first number is its share of final demand. Most of what it makes goes to the other sectors."),
            ),
        ],
        hints=(
            _("Compute the output of all sectors first, with nothing missing."),
            _("Then once more with row, column and demand of the small sector at zero, and compare the sums."),
            _("“What a table of sectors sees” has both functions."),
        ),
        explanation=_("Lost orders are a little more than the sector's own share; lost inputs are not in this number."),
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

    return property_task(
        "09-least-harm",
        "numbers",
        PLACES,
        title=_("Ten firms out, the least harm"),
        expects=_("a list of ten firm numbers"),
        is_right=lambda plain: _chosen(plain) is not None and _left(plain) == FIRMS - REMOVED,
        mistakes=[
            _not_ten(),
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

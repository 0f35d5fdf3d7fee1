"""Tasks of lesson 24: welfare and its best answer, treaties that hold, standards that split, and dates that agree."""

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
from longwave.topics.alliances.models.trade import best_subsidy, equilibrium_subsidy, subsidy_game, treaty

QUIZ_MARGIN = 3
CAUGHT, LEAST_GAIN = 0.3, 0.02
STANDS, WRONG, OPEN = 1, 0, 0.5


def title() -> str:
    """Return the lesson's title."""
    return _("When do countries gain by working together?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _quiz_profit(),
        _quiz_loss(),
        _quiz_split(),
        _welfare(),
        _answer(),
        _patience(),
        _treaty(),
        _split(),
        _dates(),
    )


def _quiz_profit() -> Task:
    return choice_task(
        "24-quiz-profit",
        title=_("What the directors' figure leaves out"),
        options="abcd",
        right="4d4c75cb7eb3",
        mistakes={
            "a": (
                "profit is welfare",
                _("That is the firms' share. Who paid for it, and how much of what was paid stayed at home?"),
            ),
            "c": (
                "the two cancel",
                _("They cancel in market share. Look at the price, and at who buys at it."),
            ),
            "d": (
                "buyers lose",
                _("Both firms sell more than before. Which way does the price go?"),
            ),
        },
        hints=(
            _("Three purses move: the firm's, the treasury's, the buyers'."),
            _("A country's welfare is profit less what its treasury paid."),
            _("The table in “By hand, then by code” has all three."),
        ),
        explanation=_("Part of each subsidy stays with the firm; the rest goes abroad with the goods."),
    )


def _quiz_loss() -> Task:
    def change(name: str) -> float:
        paid = equilibrium_subsidy(QUIZ_MARGIN)
        now, free = subsidy_game(paid, paid, QUIZ_MARGIN), subsidy_game(0, 0, QUIZ_MARGIN)
        return float(now[name] - free[name])

    return number_task(
        "24-quiz-loss",
        title=_("What each country loses"),
        expects=_("a number above 0, in money: the loss of one country"),
        right=lambda: -change("welfare_1"),
        mistakes=[
            value_mistake(
                "profit is welfare",
                lambda: change("profit_1"),
                _("{given} is what a firm gains. Take off what its treasury paid."),
            ),
            value_mistake(
                "only what was paid",
                lambda: change("paid_1"),
                _("{given} is all that one treasury paid. Part of it came back as profit."),
            ),
            value_mistake(
                "both countries",
                lambda: -2 * change("welfare_1"),
                _("{given} is the loss of the two together."),
            ),
            value_mistake(
                "a gain",
                lambda: change("welfare_1"),
                _("{given} has the wrong sign: the question asks how large the loss is."),
            ),
            value_mistake(
                "the lesson's market",
                lambda: -change("welfare_1") / QUIZ_MARGIN**2,
                _("{given} is right for a margin of 1. Money here grows with the square of the margin."),
            ),
        ],
        hints=(
            _("Find the quantity of one firm, without subsidies and with both."),
            _("Profit is the square of quantity; the treasury paid subsidy times quantity."),
            _("The formula of the quantity is in “The idea”."),
        ),
        explanation=_("A larger market makes the loss larger, and leaves it the same share of what there was."),
    )


def _quiz_split() -> Task:
    return choice_task(
        "24-quiz-split",
        title=_("A split that holds"),
        options="abcd",
        right="8249dd8d4bd6",
        mistakes={
            "a": (
                "what holds is best",
                _("That neither changes *alone* says nothing of both changing together. Compare the world's rows."),
            ),
            "c": (
                "one standard serves all",
                _("Look at the bloc whose standard is given up: has it more, or less, than in the split?"),
            ),
            "d": (
                "variety is free",
                _("In this model each user loses touch with half of the others. Is the gain larger than that?"),
            ),
        },
        hints=(
            _("Set the panel of standards to these numbers."),
            _("Compare the split with one standard three times: for bloc 1, for bloc 2, for the world."),
            _("Look at the table under that panel."),
        ),
        explanation=_("The winner could pay the loser to join and keep something: there is a deal to be made."),
    )


def _welfare() -> Task:
    def welfare(first: float, second: float, margin: float) -> float:
        return float(subsidy_game(first, second, margin)["welfare_1"])

    def quantity(first: float, second: float, margin: float) -> float:
        return (margin + 2 * first - second) / 3

    return function_task(
        "24-welfare",
        title=_("The welfare of a country"),
        expects=_("a function of both subsidies and the margin a − c that returns country 1's welfare, in money"),
        right=welfare,
        cases=[(0.3, 0.1, 1), (0, 0.2, 1), (0.5, 0.7, 3), (-0.2, 0.1, 2), (0, 0, 4)],
        mistakes=[
            function_mistake(
                "profit is welfare",
                lambda first, second, margin: quantity(first, second, margin) ** 2,
                _("Your function gives the firm's profit. What did the treasury pay for it?"),
            ),
            function_mistake(
                "paid once, not on each unit",
                lambda first, second, margin: quantity(first, second, margin) ** 2 - first,
                _("You take the subsidy off once. It is paid on each unit sold."),
            ),
            function_mistake(
                "the other's subsidy left out",
                lambda first, second, margin: quantity(first, 0, margin) * (quantity(first, 0, margin) - first),
                _("Your result does not move with the second subsidy, and it should."),
            ),
            function_mistake(
                "own subsidy counted once",
                lambda first, second, margin: (
                    (quantity(first, second, margin) - first / 3) * (quantity(first, second, margin) - first * 4 / 3)
                ),
                _("In the quantity your own subsidy counts twice as much as the other's."),
            ),
        ],
        hints=(
            _("Quantity first, then profit, then what is paid."),
            _("Profit is the square of quantity."),
            _("“The idea” has the quantity and the welfare."),
        ),
        explanation=_("Quantity times quantity-less-subsidy: the firm's profit with the treasury's bill taken off."),
    )


def _answer() -> Task:
    def answer(other: float, margin: float) -> float:
        return best_subsidy(other, margin)

    return function_task(
        "24-answer",
        title=_("The best answer to a subsidy"),
        expects=_("a function of the other country's subsidy and the margin a − c that returns a subsidy"),
        right=answer,
        cases=[(0, 1), (0.2, 1), (0.6, 1), (-0.2, 1), (1, 4)],
        mistakes=[
            function_mistake(
                "an eye for an eye",
                lambda other, margin: other,
                _("You answer in kind. That is retaliation, and it is not what is best for your country."),
            ),
            function_mistake(
                "blind to the other",
                lambda other, margin: margin / 4,
                _("You answer as if the other paid nothing."),
            ),
            function_mistake(
                "more against more",
                lambda other, margin: (margin + other) / 4,
                _("Your answer rises with the other's subsidy. What does that subsidy leave for your firm to win?"),
            ),
            function_mistake(
                "where both end",
                lambda other, margin: margin / 5,
                _("You give the subsidy at which both end. The question asks for the next step."),
            ),
        ],
        hints=(
            _("Write welfare as a product of two terms in your subsidy, and find its top."),
            _("It is a straight line that falls by a quarter of the other's subsidy."),
            _("Read it off the lines in the panel: it passes through the points that the answers visit."),
        ),
        explanation=_("The more the other pays, the less it is worth to follow: the answers shrink and settle."),
    )


def _patience() -> Task:
    def patience(kept: float, broken: float, without: float) -> float:
        return (broken - kept) / (broken - without)

    return function_task(
        "24-patience",
        title=_("How patient a member must be"),
        expects=_("a function of the welfare kept, broken and without that returns a number from 0 to 1"),
        right=patience,
        cases=[(10, 14, 6), (5, 6, 1), (1 / 9, 0.125, 0.08), (7, 7.5, 6.5)],
        mistakes=[
            function_mistake(
                "the complement",
                lambda kept, broken, without: (kept - without) / (broken - without),
                _("This rises with what the treaty is worth. Does a better treaty need more patience?"),
            ),
            function_mistake(
                "one year of punishment",
                lambda kept, broken, without: (broken - kept) / (kept - without),
                _("You let the punishment last one year. It lasts for ever, and its weights sum to δ / (1 − δ)."),
            ),
            function_mistake(
                "share of the booty",
                lambda kept, broken, without: (broken - kept) / broken,
                _("You leave out what life is like without the treaty."),
            ),
        ],
        hints=(
            _("Keeping for ever is worth kept / (1 − δ). What is breaking worth, this year and after?"),
            _("Breaking: broken now, then without in every later year."),
            _("“A treaty that holds” has the two gaps; add them up below the line."),
        ),
        explanation=_("Temptation over temptation plus worth: what is won once, against what is lost each year."),
    )


def _treaty() -> Task:
    def in_range(terms: dict[str, float]) -> bool:
        return -1e-9 <= terms["cap"] < equilibrium_subsidy() and terms["fine"] >= 0

    def enough(terms: dict[str, float]) -> bool:
        return bool(treaty(terms["cap"])["worth"] >= LEAST_GAIN - 1e-9)

    def can_hold(terms: dict[str, float]) -> bool:
        found = treaty(terms["cap"])
        return bool(CAUGHT * found["worth"] >= found["temptation"] - 1e-9)

    def deters(terms: dict[str, float]) -> bool:
        return bool(CAUGHT * terms["fine"] >= treaty(terms["cap"])["temptation"] - 1e-9)

    def is_paid(terms: dict[str, float]) -> bool:
        return bool(terms["fine"] <= treaty(terms["cap"])["worth"] + 1e-9)

    return property_task(
        "24-treaty",
        "numbers",
        ("cap", "fine"),
        title=_("A treaty under weak inspection"),
        expects=_("two numbers labelled cap and fine, in money"),
        is_right=lambda terms: all(rule(terms) for rule in (in_range, enough, deters, is_paid)),
        mistakes=[
            Mistake(
                "no treaty",
                lambda terms: not in_range(terms),
                _("The cap must be at least 0 and below what both pay without a treaty; the fine at least 0."),
            ),
            Mistake(
                "too little gained",
                lambda terms: not enough(terms),
                _("This cap is so loose that a member gains less than the parliaments ask for."),
            ),
            Mistake(
                "a ban that nobody keeps",
                lambda terms: not can_hold(terms),
                _("No fine can hold this cap: what deters is more than a member would pay rather than leave."),
            ),
            Mistake(
                "fine too low",
                lambda terms: not deters(terms),
                _("To break this treaty still pays. Few breaches are found, so the fine must be higher."),
            ),
            Mistake(
                "fine that nobody would pay",
                lambda terms: not is_paid(terms),
                _("A member would leave rather than pay this fine. What is the treaty worth to it in a year?"),
            ),
        ],
        hints=(
            _("Call treaty(cap) for some caps, and look at worth and temptation."),
            _("The fine must be between temptation over chance, and worth. For which caps is there room between?"),
            _("The chart in “A treaty that holds” shows how loose the cap must be; the gain asked says how tight."),
        ),
        explanation=_("A ban would be worth more and be broken; your softer cap is kept."),
    )


def _split() -> Task:
    def split_from(size: float, network: float) -> float:
        return network * max(size, 1 - size)

    return function_task(
        "24-split",
        title=_("When only a split holds"),
        expects=_("a function of bloc 1's share of users and the gain from being joined that returns a home gain"),
        right=split_from,
        cases=[(0.6, 1), (0.3, 1), (0.5, 2), (0.9, 0.5)],
        mistakes=[
            function_mistake(
                "bloc 1 is the larger",
                lambda size, network: network * size,
                _("You look at bloc 1 alone. What if bloc 2 is the larger?"),
            ),
            function_mistake(
                "one agreement gone",
                lambda size, network: network * min(size, 1 - size),
                _("There the smaller bloc's standard fails. The larger bloc's agreement still holds."),
            ),
            function_mistake(
                "best for the world",
                lambda size, network: 2 * network * max(size, 1 - size),
                _("From there the split is best for the world. It holds long before."),
            ),
            function_mistake(
                "size left out",
                lambda size, network: network / 2,
                _("That is right for two equal blocs only."),
            ),
        ],
        hints=(
            _("When does bloc 2 refuse to join A? Compare what it gets on A with what it gets alone."),
            _("A fails once the home gain passes network times bloc 1's share; B likewise with bloc 2's."),
            _("“One standard or two” does bloc 2's comparison by hand."),
        ),
        explanation=_("The bloc that would give up its own weighs its home gain against the others it would reach."),
    )


def _dates() -> Task:
    def found(printed: str, checked: str) -> float:
        if not printed or not checked:
            return OPEN
        if checked.startswith(printed):
            return STANDS
        return OPEN if printed.startswith(checked) else WRONG

    return function_task(
        "24-dates",
        title=_("Does a printed date stand?"),
        expects=_("a function of two dates as text that returns 1, 0 or 0.5"),
        right=found,
        cases=[
            ("2022-05", "2022-05-24"),
            ("2023-08", "2022-08-02"),
            ("2018", ""),
            ("", "2010-03"),
            ("2021-09-29", "2021-09"),
            ("2021-09-29", "2021-10"),
            ("2007", "2007"),
        ],
        mistakes=[
            function_mistake(
                "no source taken for wrong",
                lambda printed, checked: float(bool(printed) and checked.startswith(printed)),
                _("A date with no source, or one that a rougher source leaves open, is not wrong. It is open."),
            ),
            function_mistake(
                "only equal dates stand",
                lambda printed, checked: OPEN if not (printed and checked) else float(printed == checked),
                _("A printed month holds if the checked day is in it."),
            ),
            function_mistake(
                "a rough source taken for proof",
                lambda printed, checked: (
                    OPEN
                    if not (printed and checked)
                    else float(checked.startswith(printed) or printed.startswith(checked))
                ),
                _("A source that gives the month cannot prove a day."),
            ),
            function_mistake(
                "empty matches everything",
                lambda printed, checked: float(checked.startswith(printed) or printed.startswith(checked)),
                _("Every text begins with an empty one: look at what your function says where a date is missing."),
            ),
        ],
        hints=(
            _("Deal with an empty text first."),
            _("`checked.startswith(printed)` says whether the checked date is within the printed one."),
            _("The column date_found of the dataset alliance_events follows such a rule."),
        ),
        explanation=_("A verdict needs a source at least as fine as the print; without one it stays open."),
    )

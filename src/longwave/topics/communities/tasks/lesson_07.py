"""Tasks of lesson 07: critical mass, cascades of thresholds, whom to seed, and what talk adds."""

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
from longwave.tasks.variant import Variant
from longwave.topics.communities.models.critical_mass import HIGHEST_PRICE, rohlfs_equilibria, willingness
from longwave.topics.communities.models.forum import best_seeds, forum, network_cascade, seed_sets
from longwave.topics.communities.models.leaders import leader_changes
from longwave.topics.communities.models.talk import herd_error, majority_error
from longwave.topics.communities.models.thresholds import threshold_cascade

TOWN = ("one", "two", "three", "four", "five", "six", "seven", "eight")
SEEDS = ("first", "second", "third")
ANOTHER_FORUM = 171  # whose best sets neither popularity nor greed finds
MANY_FRIENDS = 5
DRAWS = range(1, 101)
ENDS = ("low", "mean", "high")
T_95 = 2.179  # standard errors in half an interval of 95 %, with 12 degrees of freedom
NORMAL_95 = 1.96
NETWORK = 800  # dollars a month that the keenest would pay for a set if everybody had one: invented


def title() -> str:
    """Return the lesson's title."""
    return _("When does a crowd of users start to work for a firm?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_edge(),
        _quiz_average(),
        _quiz_mass(),
        _quiz_talk(),
        _price_for_seed(),
        _cascade(),
        _survey(),
        _seeding(),
        _leader(),
        _break_popular(),
    )


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        number_guess(
            "07-guess-town",
            title=_("How many join in the next town"),
            expects=_("a number, in owners"),
            low=0,
            high=100,
            truth=lambda: threshold_cascade([0, 2, *range(2, 100)]),
            explanation=_("The first joins, nobody is ready to be second, and all others wait for that one."),
        ),
        range_guess(
            "07-guess-sets",
            title=_("Picturephones in use in 1973"),
            expects=_("two numbers, in sets"),
            low=0,
            high=100_000,
            truth=lambda: float(load("part_one_cases").set_index("fact_id")["value"]["07-sets-1973"]),
            explanation=_("In all cities together, two years before the forecast was due."),
        ),
        range_guess(
            "07-guess-windows",
            title=_("Windows Phone among smartphones in 2013"),
            expects=_("two numbers, in per cent"),
            low=0,
            high=100,
            truth=lambda: float(
                load("smartphone_systems").set_index(["quarter", "system"])["percent"]["2013 Q2", "Windows"]
            ),
            explanation=_("Shipments in the second quarter, by IDC a year later; it first printed 3.7."),
        ),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "07-price-for-seed": Variant(
            _price_for_seed,
            {"percent": (*(12, 13, 14, 15, 16, 17, 18, 19, 21, 22, 23, 24), *(26, 27, 28, 30, 32, 33, 34, 35, 36))},
        ),
    }


def _line_edge() -> Task:
    return number_task(
        "07-line-edge",
        title=_("The critical mass in Pittsburgh"),
        expects=_("a share from 0 to 1"),
        right=lambda: rohlfs_equilibria(160 / NETWORK)["critical_mass"],
        unit="share",
        mistakes=[
            value_mistake(
                "the stable share",
                lambda: rohlfs_equilibria(160 / NETWORK)["stable"],
                _("{given} is where a crowd would hold. Which of the two entries must the first sets pass?"),
            ),
            value_mistake(
                "price taken for share",
                160 / NETWORK,
                _("{given} is the price as a part of what the keenest would pay. Which share of users goes with it?"),
            ),
            value_mistake(
                "what executives would pay",
                lambda: rohlfs_equilibria(50 / NETWORK)["critical_mass"],
                _("{given} belongs to a price of 50, which executives named. What did a set cost?"),
            ),
            value_mistake(
                "price in dollars",
                160,
                _("{given} is the price in dollars. Divide it by what the keenest would pay, and ask the model."),
            ),
            value_mistake(
                "both shares",
                1.0,
                _("{given} is what the two shares add up to. Take the entry called critical_mass."),
            ),
        ],
        hints=(
            _("The model counts money in units of what the keenest would pay: divide the price by that."),
            _("`rohlfs_equilibria` of that number gives both shares; the critical mass is the smaller one."),
            _("“A good that needs company” calls the function with a price, and shows both entries."),
        ),
        explanation=_(
            "A price of 0.2 of what the keenest would pay puts the critical mass at 28 % of the city's users."
        ),
    )


def _quiz_average() -> Task:
    return choice_task(
        "07-quiz-average",
        title=_("From what a cascade can be computed"),
        options="abcd",
        right="850dd9f66814",
        mistakes={
            "a": (
                "average taste decides",
                _("Two of the three towns have the same average. Did they end alike?"),
            ),
            "b": (
                "the most reluctant decides",
                _("The last person joins when all others have. Who is asked long before her?"),
            ),
            "d": (
                "size decides",
                _("All three towns have the same number of people. Did they end alike?"),
            ),
        },
        hints=(
            _("Follow the cascade person by person, and ask where it can stop."),
            _("It stops at the first place where nobody is ready for the number that has joined."),
            _("Look at the three towns of “A pool that nobody joins first”: what was changed, and what was not?"),
        ),
        explanation=_(
            "It stops at its first gap. A low average, or many willing, only makes an early gap less likely."
        ),
    )


def _quiz_mass() -> Task:
    return number_task(
        "07-quiz-mass",
        title=_("The critical mass at another price"),
        expects=_("a share from 0 to 1"),
        right=lambda: rohlfs_equilibria(84 / 400)["critical_mass"],
        unit="share",
        mistakes=[
            value_mistake(
                "the stable share",
                lambda: rohlfs_equilibria(84 / 400)["stable"],
                _("{given} is where a crowd *holds*. Which one must the seed pass?"),
            ),
            value_mistake(
                "price taken for share",
                84 / 400,
                _("{given} is the price, in units of 400. At which share does the last user pay just that?"),
            ),
            value_mistake(
                "price in money",
                84,
                _("{given} is the price in money. Divide it by what the keenest would pay, and ask which share fits."),
            ),
            value_mistake(
                "top of the hump",
                0.5,
                _("{given} is where the hump is highest. The price line meets the hump further to the left."),
            ),
        ],
        hints=(
            _("Bring the price into the units of the model first."),
            _("Write what you get as a share times the rest, and find the smaller of the two."),
            _("“A good that needs company” does it for another price."),
        ),
        explanation=_("The smaller share is the critical mass: below it the crowd melts, above it the crowd grows."),
    )


def _quiz_talk() -> Task:
    accuracy = 0.8
    return number_task(
        "07-quiz-talk",
        title=_("A hundred who agree"),
        expects=_("a probability from 0 to 1"),
        right=lambda: herd_error(accuracy),
        unit="share",
        mistakes=[
            value_mistake(
                "heads counted",
                lambda: majority_error(accuracy, 101),
                _("So seldom would 101 owners be wrong who were asked apart. After two who agree, whose own tells?"),
            ),
            value_mistake(
                "only the first counts",
                lambda: 1 - accuracy,
                _("{given} is how often one member alone is wrong. How many who agree set the row?"),
            ),
            value_mistake(
                "cancelled pairs forgotten",
                lambda: (1 - accuracy) ** 2,
                _("{given} is how often the first two are both wrong. If they differ, the row begins anew: what then?"),
            ),
            value_mistake(
                "a coin in doubt",
                lambda: herd_error(accuracy, coin=True),
                _("{given} is for a coin in doubt. Here a member in doubt says what she found herself."),
            ),
            value_mistake(
                "the right verdict",
                lambda: 1 - herd_error(accuracy),
                _("{given} is how often the row ends on the right verdict. The question asks for the wrong one."),
            ),
        ],
        hints=(
            _("The row is settled as soon as two in a row agree, and before that nothing is."),
            _("Compare how often two in a row are both wrong with how often they are both right."),
            _("“What talk adds, and what it takes away” has the formula, and the number for 0.7."),
        ),
        explanation=_("Two who agree set the row, so it is nearly as often wrong as the majority of 5 asked apart."),
    )


def _price_for_seed(percent: float = 30) -> Task:
    seed = percent / 100
    return number_task(
        "07-price-for-seed",
        title=_("The dearest price that a seed survives"),
        expects=_("a price"),
        right=lambda: willingness(seed),
        mistakes=[
            value_mistake(
                "price taken for share",
                seed,
                _("{given} is the seed. What would the last user of such a crowd pay?"),
            ),
            value_mistake(
                "top of the hump",
                HIGHEST_PRICE,
                _("{given} is the most that any crowd pays, one of half of all. Yours is smaller."),
            ),
            value_mistake(
                "price in per cent",
                lambda: 100 * willingness(seed),
                _("{given} is the price in hundredths. Give it as a part of what the keenest would pay."),
            ),
            value_mistake(
                "interest alone",
                1 - seed,
                _("{given} is how keen the last user is. What is that worth to her in so small a crowd?"),
            ),
        ],
        hints=(
            _("At the dearest price the seed is exactly the critical mass."),
            _("So ask what the last user of that crowd would pay."),
            _("The panel in “A good that needs company” shows it: go up from the seed to the hump."),
        ),
        explanation=_("Go up from the seed to the hump: any price below that point lets it grow."),
    )


def _cascade() -> Task:
    def one_round(waits: list[float]) -> float:
        starters = sum(wait == 0 for wait in waits)
        return float(sum(wait <= starters for wait in waits)) if starters else 0.0

    def up_to_mean(waits: list[float]) -> float:
        return float(sum(wait <= sum(waits) / len(waits) for wait in waits))

    return function_task(
        "07-cascade",
        title=_("How many join"),
        expects=_("a function of a list of thresholds that returns how many people join in the end"),
        right=lambda thresholds: float(threshold_cascade(thresholds)),
        cases=[
            ([0, 1, 2, 3, 4],),
            ([4, 2, 0, 2, 1],),
            ([0, 2, 2, 3],),
            ([1, 1, 1],),
            ([0, 0, 1, 4, 4, 9, 3],),
            ([3, 0, 1, 1, 7, 2, 5, 5],),
        ],
        mistakes=[
            function_mistake(
                "only one round",
                one_round,
                _("You stop after the first round. Those who joined in it may bring in others."),
            ),
            function_mistake(
                "as they are listed",
                lambda thresholds: float(_as_listed(thresholds)),
                _("You ask people in the order of the list. The list has any order: who is ready first?"),
            ),
            function_mistake(
                "beyond the gap",
                lambda thresholds: float(sum(wait <= place for place, wait in enumerate(sorted(thresholds)))),
                _("You count people who come after a gap. Once one does not join, who is there for the next?"),
            ),
            function_mistake(
                "nobody begins",
                lambda _thresholds: 0.0,
                _("Your function lets nobody begin. Somebody who waits for 0 others joins when 0 have joined."),
            ),
            function_mistake(
                "average taste decides",
                up_to_mean,
                _("You count whoever waits for no more than the average. Who has to go first?"),
            ),
            function_mistake(
                "counts herself",
                lambda thresholds: float(_with_herself(thresholds)),
                _("You count the person herself among those who have joined. She waits for so many *others*."),
            ),
            function_mistake(
                "one too strict",
                lambda thresholds: float(_strict(thresholds)),
                _("You ask for *more* others than the threshold says. She joins as soon as so many have."),
            ),
        ],
        hints=(
            _("Put the thresholds in order: the keenest are asked first."),
            _("The person at place k, counted from zero, sees k others. When does she stop the row?"),
            _("“A pool that nobody joins first” says where the row stops."),
        ),
        explanation=_("Sorted, the row stops at the first who waits for more than are there."),
    )


def _as_listed(thresholds: list[float]) -> int:
    joined = 0
    for wait in thresholds:
        if wait > joined:
            break
        joined += 1
    return joined


def _strict(thresholds: list[float]) -> int:
    joined = 0
    for wait in sorted(thresholds):
        if wait > 0 and wait >= joined:
            break
        joined += 1
    return joined


def _with_herself(thresholds: list[float]) -> int:
    joined = 0
    for wait in sorted(thresholds):
        if wait > joined + 1:
            break
        joined += 1
    return joined


def _survey() -> Task:
    whole_town = range(len(TOWN))
    total, squares = sum(whole_town), sum(wait**2 for wait in whole_town)

    def waits(plain: dict[str, float]) -> list[float]:
        return list(plain.values())

    def whole(plain: dict[str, float]) -> bool:
        return all(wait.is_integer() and wait >= 0 for wait in waits(plain))

    def same_mean(plain: dict[str, float]) -> bool:
        return math.isclose(sum(waits(plain)), total)

    def same_spread(plain: dict[str, float]) -> bool:
        return math.isclose(sum(wait**2 for wait in waits(plain)), squares)

    def size(plain: dict[str, float]) -> int:
        return threshold_cascade(waits(plain)) if min(waits(plain)) >= 0 else -1

    return property_task(
        "07-survey",
        "numbers",
        TOWN,
        title=_("A town that a survey cannot tell from another"),
        expects=_("eight thresholds, labelled one to eight or as a list"),
        is_right=lambda plain: whole(plain) and same_mean(plain) and same_spread(plain) and size(plain) == 1,
        mistakes=[
            Mistake(
                "not whole numbers",
                lambda plain: not whole(plain),
                _("A threshold counts people: use whole numbers, none below zero."),
            ),
            Mistake(
                "nobody begins",
                lambda plain: size(plain) == 0,
                _("Nobody joins at all. Somebody must be willing to be alone."),
            ),
            Mistake(
                "goes on",
                lambda plain: size(plain) > 1,
                _("More than one person joins. Where must the gap be so that the starter stays alone?"),
            ),
            Mistake(
                "another average",
                lambda plain: not same_mean(plain),
                _("The averages differ, so the survey sees it. What one person waits more, another must wait less."),
            ),
            Mistake(
                "another spread",
                lambda plain: not same_spread(plain),
                _("The average fits, the standard deviation does not. Move two people apart or together by one each."),
            ),
        ],
        hints=(
            _("The starter is alone as long as nobody is ready to be second."),
            _("The thresholds must add up to 28 and their squares to 140; moving two people keeps the sum."),
            _("Begin with one who needs nobody, and let the others wait for two or more, as in the second town."),
        ),
        explanation=_(
            "Average and spread are the same, and one town is silent: the gap at the keen end is in neither."
        ),
    )


def _seeding() -> Task:
    graph, waits = forum(ANOTHER_FORUM)
    popular = {user for user in graph if graph.degree(user) >= MANY_FRIENDS}

    def seeds(plain: dict[str, float]) -> list[int]:
        return [int(value) for value in plain.values()]

    def users(plain: dict[str, float]) -> bool:
        chosen = plain.values()
        return all(value in graph for value in chosen) and len(set(chosen)) == len(SEEDS)

    def reached(plain: dict[str, float]) -> int:
        return len(network_cascade(graph, waits, seeds(plain)))

    return property_task(
        "07-seeding",
        "numbers",
        SEEDS,
        title=_("Three seeds for the whole forum"),
        expects=_("the numbers of three users, as a list or labelled first, second and third"),
        is_right=lambda plain: users(plain) and reached(plain) == best_seeds(graph, waits, len(SEEDS))[1],
        mistakes=[
            Mistake(
                "not three users",
                lambda plain: not users(plain),
                _("Give three different users of the forum, by their numbers."),
            ),
            Mistake(
                "the most connected",
                lambda plain: users(plain) and set(seeds(plain)) <= popular,
                _("You take users with five or six friends; no three of these win half of the forum. Who waits long?"),
            ),
            Mistake(
                "alone in their corners",
                lambda plain: users(plain) and reached(plain) == len(SEEDS),
                _("Nobody follows your seeds. Who has two of them, or one whom she waits for, among her friends?"),
            ),
            Mistake(
                "neighbours of each other",
                lambda plain: users(plain) and graph.subgraph(seeds(plain)).number_of_edges() > 1,
                _("Your seeds are friends of each other: they spend their links on people whom you have won already."),
            ),
            Mistake(
                "stops on the way",
                lambda plain: users(plain),
                _("Your cascade stops before it is through. Look at who stays out, and whom they still wait for."),
            ),
        ],
        hints=(
            _("`network_cascade` tells who joins; `forum_chart` draws it. Try, look, and change one seed."),
            _("A good seed may make few join by herself: she opens the part that the others cannot."),
            _("Let the computer try all sets, as “Whom do you seed?” does, or begin with users who wait for three."),
        ),
        explanation=_(
            "Seeds are complements: the best third one depends on the other two. Greed ends at 17 here, and the five "
            "users with most friends at 10. All three of the best wait for three friends themselves."
        ),
    )


def _leader() -> Task:
    def interval(changes: "pd.Series[float]", errors: float = T_95) -> dict[str, float]:
        mean, error = float(changes.mean()), float(changes.std(ddof=1)) / math.sqrt(len(changes))
        return {"low": mean - errors * error, "mean": mean, "high": mean + errors * error}

    def january() -> pd.DataFrame:
        shares = load("browser_shares")
        rows = shares[shares["month"].str.endswith("-01")]
        return rows.pivot(index="month", columns="browser", values="percent").fillna(0)

    def right(errors: float = T_95) -> dict[str, float]:
        return interval(leader_changes(load("browser_shares")), errors)

    def winner() -> dict[str, float]:
        """Return the interval for whoever leads at the end of each year."""
        table = january()
        best = [table.columns.get_loc(name) for name in table.idxmax(axis=1)[1:]]
        moves = np.diff(table.to_numpy(), axis=0)
        return interval(pd.Series([moves[year, column] for year, column in enumerate(best)]))

    def top() -> dict[str, float]:
        """Return the interval for the largest share, whoever holds it."""
        return interval(january().max(axis=1).diff().dropna())

    def by_population() -> dict[str, float]:
        """Return the interval with the standard deviation that divides by 13."""
        changes = leader_changes(load("browser_shares"))
        return interval(changes, T_95 * math.sqrt((len(changes) - 1) / len(changes)))

    def of_one_year() -> dict[str, float]:
        """Return the interval with the standard deviation in the place of the standard error."""
        changes = leader_changes(load("browser_shares"))
        return interval(changes, T_95 * math.sqrt(len(changes)))

    def first() -> dict[str, float]:
        return interval(january()["Internet Explorer"].diff().dropna())

    return numbers_task(
        "07-leader",
        title=_("Does the leading browser gain?"),
        expects=_("three numbers labelled low, mean and high, in points of share"),
        labels=ENDS,
        right=right,
        tolerance=0.03,
        mistakes=[
            value_mistake(
                "leader of the end",
                winner,
                _("You follow whoever leads at the *end* of each year, who has just gained. Choose by the beginning."),
            ),
            value_mistake(
                "one browser followed",
                first,
                _("You follow the leader of 2002 through all years. Who leads in January 2010?"),
            ),
            value_mistake(
                "largest share",
                top,
                _("You follow the largest share, whoever holds it. Follow one browser from January to January."),
            ),
            value_mistake(
                "deviation of a population",
                by_population,
                _("Your standard deviation divides by 13. These 13 changes are a sample: divide by 12."),
            ),
            value_mistake(
                "deviation for error",
                of_one_year,
                _("You use the standard deviation of single changes. Their mean varies less, by the root of 13."),
            ),
            value_mistake(
                "one standard error",
                lambda: right(1),
                _("Your interval is one standard error to each side: about two thirds. The task asks for 95 per cent."),
            ),
            value_mistake(
                "normal in a small sample",
                lambda: right(NORMAL_95),
                _("With 1.96 errors to each side you pretend to know the spread. There are only 13 changes."),
            ),
        ],
        hints=(
            _("Keep the Januaries, find the largest share in each, and follow that browser to the next January."),
            _("`leader_changes` does that; mean and standard error of the 13 changes are what is left."),
            _("For 13 values, half an interval of 95 % is 2.179 standard errors."),
        ),
        explanation=_(
            "The interval holds zero: these years do not show that a leader gains, and neither that it loses. But it "
            "pools three leaders. Internet Explorer falls in six of its seven years, Chrome rises in both of its "
            "two, and changes in a row are not independent, so the interval is narrower than it should be."
        ),
    )


def _break_popular() -> Task:
    @cache
    def means(draw: int) -> dict[str, float]:
        sets = seed_sets(*forum(draw), number=len(SEEDS))
        rules = {"any": sets, "waits": sets[sets["waits"] == sets["waits"].max()]}
        rules["friends"] = sets[sets["friends"] == sets["friends"].max()]
        return {rule: float(part["joined"].mean()) for rule, part in rules.items()}

    def named(draw: float) -> bool:
        return draw.is_integer() and int(draw) in DRAWS

    return property_task(
        "07-break-popular",
        "number",
        title=_("A forum that breaks our rule for gifts"),
        expects=_("a whole number from 1 to 100"),
        is_right=lambda draw: named(draw) and means(int(draw))["waits"] < means(int(draw))["any"],
        mistakes=[
            Mistake(
                "no such draw",
                lambda draw: not named(draw),
                _("Give one whole number from 1 to 100, which `forum` takes for `draw`."),
            ),
            Mistake(
                "popular compared",
                lambda draw: means(int(draw))["waits"] < means(int(draw))["friends"],
                _("There the sets with most friends win more. But are those who wait for most below *any three*?"),
            ),
            Mistake(
                "rule holds",
                lambda draw: means(int(draw))["waits"] >= means(int(draw))["any"],
                _("In that forum the sets who wait for most bring in more than any three. Try the next number."),
            ),
        ],
        hints=(
            _("`seed_sets(*forum(draw), number=3)` has a row a set: how many join, and for how many its seeds wait."),
            _("Take the mean of `joined` over the rows whose `waits` is the largest, and over all rows."),
            _("Let a loop do it for each number from 1 to 100, and print the numbers where the first is smaller."),
        ),
        explanation=_(
            "In 7 of these 100 forums the rule loses against any three. It is right on average over many forums, and "
            "no promise for yours."
        ),
    )

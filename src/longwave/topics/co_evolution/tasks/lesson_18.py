"""Tasks of lesson 18: what a coupling degree is made of, what it cannot show, and what would show a link."""

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
from longwave.tasks.tables import Table
from longwave.tasks.task import Task
from longwave.tasks.variant import Variant, apart
from longwave.topics.co_evolution.models.co_evolution import rest_levels
from longwave.topics.co_evolution.models.coordination import coupling_degree, mean_coupling
from longwave.topics.co_evolution.models.series import agreement, digital_share, stretch
from longwave.topics.co_evolution.models.tariff import response, rule_changes

QUIZ_PAIR = (0.9, 0.4)
CHEAP_LEAD, GOOD_LEAD = 0.15, 0.45
YEARS, HIGH, RISE, OPPOSED, SAME = 6, 0.99, 0.1, -0.5, 1e-3
FIRST, LAST, CUT = 2000, 2019, 2014
EARLY, LATE = (2000, 2008), (2009, 2018)  # years of additions before and after the law tied the rate to them


def title() -> str:
    """Return the lesson's title."""
    return _("Who pulls whom, and what would show it?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_elasticity(),
        _quiz_linked(),
        _quiz_usual(),
        _quiz_blocked(),
        _corrected(),
        _level(),
        _rest(),
        _weight(),
        _apart(),
        _back(),
    )


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        number_guess(
            "18-guess-darts",
            title=_("What two darts score"),
            expects=_("a number from 0 to 1, the mean usual degree C"),
            low=0,
            high=1,
            truth=lambda: 4 - math.pi,
            explanation=_("Over all pairs of darts the mean is 4 − π."),
        ),
        number_guess(
            "18-guess-music",
            title=_("Module price and digital music"),
            expects=_("a number from 0 to 1, the mean usual degree C"),
            low=0,
            high=1,
            truth=_music_degree,
            explanation=_("That is a little above the degree with the world's use of modules, on this scale."),
        ),
        range_guess(
            "18-guess-germany",
            title=_("Added in Germany in 2014"),
            expects=_("two numbers, in megawatts by IRENA's count"),
            low=1,
            high=20_000,
            truth=lambda: float(load("photovoltaics_tariff").set_index("year")["added_mw"][CUT]),
            explanation=_(
                "That is IRENA's count. The agency that registers plants counted 1,897 megawatts; the table of seven "
                "forecasts scores your range by both."
            ),
        ),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "18-weight": Variant(
            _weight,
            {
                "cheap": (0.1, 0.12, CHEAP_LEAD, 0.18, 0.22, 0.24, 0.25),
                "good": (0.32, 0.35, 0.4, GOOD_LEAD, 0.5, 0.55, 0.6),
            },
            _weight_fits,
        ),
    }


@cache
def _music_degree() -> float:
    world = load("photovoltaics_world").set_index("year")
    price = -_logs(world["module_usd_2019_per_watt"]).loc[FIRST:LAST]
    return float(agreement(price, digital_share(load("music_formats")).loc[FIRST:LAST])["usual C"])


@cache
def _changes() -> pd.DataFrame:
    return rule_changes(load("photovoltaics_tariff"))


def _logs(series: pd.Series) -> pd.Series:
    return pd.Series(np.log(series.to_numpy(dtype=float)), index=series.index)


def _slope(first: pd.Series, second: pd.Series) -> float:
    return float(np.polyfit(first, second, 1)[0])


def _line_elasticity() -> Task:
    def levels() -> float:
        table = load("photovoltaics_tariff")
        return _slope(_logs(table["tariff_ct_per_kwh"]), _logs(table["added_mw"]))

    return number_task(
        "18-line-elasticity",
        title=_("How strongly use answers to the rate"),
        expects=_("a number, per cent more added for each per cent that the rate rises"),
        right=lambda: response(_changes())["elasticity"],
        tolerance=0.04,
        mistakes=[
            value_mistake(
                "the other way round",
                lambda: _slope(_changes()["added"], _changes()["tariff"]),
                _("{given} says how the rate answers to use. Which of the two stands upright in the chart?"),
            ),
            value_mistake(
                "correlation",
                lambda: _changes()["added"].corr(_changes()["tariff"]),
                _("{given} is the correlation. It says how close the points are to a line. How steep is the line?"),
            ),
            value_mistake(
                "levels",
                levels,
                _("{given} comes from the levels. Which table holds the yearly changes?"),
            ),
            value_mistake(
                "drift",
                lambda: response(_changes())["drift"],
                _("{given} is what use grows by when the rate stands still. `np.polyfit` gives the slope first."),
            ),
            value_mistake(
                "slope turned over",
                lambda: 1 / response(_changes())["elasticity"],
                _("{given} is one over the slope: along by upright. How far up does the line go for one step along?"),
            ),
            value_mistake(
                "line through nothing",
                lambda: float((_changes()["tariff"] * _changes()["added"]).sum() / (_changes()["tariff"] ** 2).sum()),
                _("{given} is the slope of a line through zero. Use also grew while the rate stood still."),
            ),
        ],
        hints=(
            _("Put the change of what is added upright, and the change of the rate along."),
            _("`np.polyfit(along, upright, 1)` returns the slope and the height of the best line."),
            _("Both changes are columns of the table `changes`, in the chart above."),
        ),
        explanation=_("A rate that falls by one per cent goes with additions that fall by more than three."),
    )


def _quiz_linked() -> Task:
    return choice_task(
        "18-quiz-linked",
        title=_("What a high degree shows"),
        options="abcd",
        right="6c55b8e4a74e",
        mistakes={
            "a": (
                "high means driven",
                _("The formula takes each year's two numbers and no order in time. How could it know which drives?"),
            ),
            "c": (
                "high means linked",
                _("You read a link. What do two numbers drawn blindly score, on average?"),
            ),
            "d": (
                "high means a high level",
                _("Divide both indices by ten. What happens to the usual degree?"),
            ),
        },
        hints=(
            _("What goes into the formula for one year?"),
            _("Two numbers only, and of those the ratio alone."),
            _("Look at the chart in “What two darts score”."),
        ),
        explanation=_("The degree says how alike two numbers are in a year. A link is something else."),
    )


def _quiz_usual() -> Task:
    return number_task(
        "18-quiz-usual",
        title=_("The usual degree by hand"),
        expects=_("a number from 0 to 1, the usual coupling degree"),
        right=lambda: coupling_degree(*QUIZ_PAIR, corrected=False),
        tolerance=0.006,
        mistakes=[
            value_mistake(
                "root alone",
                math.sqrt(QUIZ_PAIR[0] * QUIZ_PAIR[1]),
                _("{given} is the root of the product, the geometric mean. What is it compared with?"),
            ),
            value_mistake(
                "mean alone",
                sum(QUIZ_PAIR) / 2,
                _("{given} is the mean of the two. Which other mean stands over it?"),
            ),
            value_mistake(
                "root left out",
                lambda: coupling_degree(*QUIZ_PAIR, corrected=False) ** 2,
                _("{given} is the square of the degree. Which step takes a root?"),
            ),
            value_mistake(
                "lost coefficient",
                lambda: coupling_degree(*QUIZ_PAIR, corrected=False) / 2,
                _("{given} can never pass a half, even for equal indices. Which factor is lost?"),
            ),
            value_mistake(
                "corrected formula",
                lambda: coupling_degree(*QUIZ_PAIR),
                _("{given} comes from the corrected formula. The question asks for the usual one."),
            ),
            value_mistake(
                "ratio of the two",
                QUIZ_PAIR[1] / QUIZ_PAIR[0],
                _("{given} is one index over the other. Which two means does the usual degree compare?"),
            ),
        ],
        hints=(
            _("Multiply the two, take the root, and compare it with their sum."),
            _("Equal indices must give one: that fixes the factor in front."),
            _("“A degree that reads two numbers” does it for another pair."),
        ),
        explanation=_("One index is more than twice the other, and the usual degree is still above nine tenths."),
    )


def _quiz_blocked() -> Task:
    return choice_task(
        "18-quiz-blocked",
        title=_("What shows help"),
        options="abcd",
        right="764d2ed2c976",
        mistakes={
            "a": (
                "fall of coupling taken for help",
                _("That happens without any help too: a leg that stands still is left behind."),
            ),
            "b": (
                "rise taken for help",
                _("They rise with help and without it. What differs between the two?"),
            ),
            "d": (
                "all or nothing",
                _("Each leg has a ceiling of its own, with or without the others. Look at the thin grey line."),
            ),
        },
        hints=(
            _("Compare four runs: with help and without, blocked and not."),
            _("Look for what changes by the block in one pair of runs and not in the other."),
            _("Look at the table below the panel."),
        ),
        explanation=_("A link shows when you hold one leg and the *others* change."),
    )


def _corrected() -> Task:
    def ends(values: list[float], low: float) -> np.ndarray:
        return stretch(values, low, 1 - low).to_numpy()

    def corrected(first: list[float], second: list[float], low: float) -> float:
        return float(mean_coupling(ends(first, low), ends(second, low)))

    def degrees(first: list[float], second: list[float], low: float) -> np.ndarray:
        return np.asarray(coupling_degree(ends(first, low), ends(second, low)))

    def unsorted(first: list[float], second: list[float], low: float) -> float:
        one, other = ends(first, low), ends(second, low)
        return float(np.sqrt((1 - (other - one)) * one / other).mean())

    def together(first: list[float], second: list[float], low: float) -> float:
        both = ends([*first, *second], low)
        return float(mean_coupling(both[: len(first)], both[len(first) :]))

    def means(first: list[float], second: list[float], low: float) -> float:
        return float(coupling_degree(float(ends(first, low).mean()), float(ends(second, low).mean())))

    def ratio_only(first: list[float], second: list[float], low: float) -> float:
        one, other = ends(first, low), ends(second, low)
        return float(np.sqrt(np.minimum(one, other) / np.maximum(one, other)).mean())

    return function_task(
        "18-corrected",
        title=_("A degree with its scale"),
        expects=_("a function of two lists and of the lower end that returns a number from 0 to 1"),
        right=corrected,
        cases=[
            ([1, 2, 4, 8], [3, 4, 5, 9], 0.1),
            ([5, 3, 9, 7], [0.2, 0.3, 0.25, 0.1], 0.2),
            ([1, 2, 3], [2, 8, 4], 0.05),
            ([10, 20, 40, 30], [1, 9, 5, 7], 0.3),
        ],
        mistakes=[
            function_mistake(
                "distance left out",
                ratio_only,
                _("You use the ratio alone. The corrected degree also asks how far apart the two are."),
            ),
            function_mistake(
                "root left out",
                lambda first, second, low: float((degrees(first, second, low) ** 2).mean()),
                _("You take the mean of the degrees' squares. The corrected degree is a root."),
            ),
            function_mistake(
                "smaller and larger not told apart",
                unsorted,
                _("You take one list for the smaller index in every year. Which of the two is smaller may change."),
            ),
            function_mistake(
                "usual formula",
                lambda first, second, low: float(mean_coupling(ends(first, low), ends(second, low), corrected=False)),
                _("This is the mean of the usual degree. The task asks for the corrected one."),
            ),
            function_mistake(
                "stretched together",
                together,
                _("You stretch both lists by one least and one greatest value. Each has its own."),
            ),
            function_mistake(
                "scale up to one",
                lambda first, second, low: float(
                    mean_coupling(stretch(first, low, 1).to_numpy(), stretch(second, low, 1).to_numpy())
                ),
                _("Your scale ends at 1. At which number does the scale of the task end?"),
            ),
            function_mistake(
                "degree of the means",
                means,
                _("You take the degree of two means. Take the degree of each year first, and then the mean."),
            ),
            function_mistake(
                "last year only",
                lambda first, second, low: float(
                    coupling_degree(float(ends(first, low)[-1]), float(ends(second, low)[-1]))
                ),
                _("You give the degree of the last year. What is asked for is the mean over all years."),
            ),
        ],
        hints=(
            _("Three steps: stretch each list, take the degree year by year, take the mean."),
            _("The least value becomes the lower end, and the greatest one minus it; all others lie in proportion."),
            _("Both formulas are in “A degree that reads two numbers”."),
        ),
        explanation=_(
            "The same two lists have another degree on each scale, so a degree without its scale says little."
        ),
    )


def _level() -> Task:
    def level(first: float, second: float, third: float) -> float:
        return float((first * second * third) ** (1 / 6))

    def coupling(first: float, second: float, third: float) -> float:
        return float(3 * (first * second * third) ** (1 / 3) / (first + second + third))

    return function_task(
        "18-level",
        title=_("Three systems, one level"),
        expects=_("a function of three indices that returns their usual coordination degree, from 0 to 1"),
        right=level,
        cases=[(0.8, 0.1, 0.4), (0.5, 0.5, 0.5), (0.2, 0.9, 0.6), (0.05, 0.4, 0.3)],
        mistakes=[
            function_mistake(
                "two systems' root",
                lambda first, second, third: (first * second * third) ** 0.25,
                _("The fourth root belongs to two indices. What is left of C times T when there are three?"),
            ),
            function_mistake(
                "division before the power",
                lambda first, second, third: first * second * third / 6,
                _("Python takes `**` before `/`, so `a**1/6` divides by six. Put the fraction in brackets."),
            ),
            function_mistake(
                "one root only",
                lambda first, second, third: (first * second * third) ** (1 / 3),
                _("You give C times T. Which step follows?"),
            ),
            function_mistake(
                "coupling alone",
                coupling,
                _("You give C. The coordination degree also has the level T."),
            ),
            function_mistake(
                "level alone",
                lambda first, second, third: (first + second + third) / 3,
                _("You give T, the mean of the three. Where is C?"),
            ),
        ],
        hints=(
            _("Write C and T side by side, and look for what is below in one and above in the other."),
            _("The sum of the three cancels. The geometric mean of three is a third root."),
            _("“A degree that reads two numbers” does it for two."),
        ),
        explanation=_("A root of the product once more: a level of three, with nothing on how they move."),
    )


def _rest() -> Task:
    def rest(base: float, support: float, held: float) -> float:
        return float(rest_levels(support, "institutions", base, held)["technology"])

    half = _("Your help is not halved everywhere. The mean of the other two is their sum over two, for both of them.")
    return function_task(
        "18-rest",
        title=_("Where two free legs rest"),
        expects=_("a function of the base, the support and the level of the held leg that returns a level"),
        right=rest,
        cases=[(0.2, 0.5, 0.1), (0.3, 0.6, 0.05), (0.4, 0, 0.2), (0.1, 0.8, 0.3)],
        mistakes=[
            function_mistake(
                "nothing held",
                lambda base, support, held: base / (1 - support),
                _("You let all three rise together. What does the held leg give to the mean?"),
            ),
            function_mistake(
                "sign turned",
                lambda base, support, held: (base - support * held / 2) / (1 - support / 2),
                _("Your held leg takes away. It stands low, but it still adds its part to the ceiling."),
            ),
            function_mistake(
                "base not used",
                lambda base, support, held: (0.3 + support * held / 2) / (1 - support / 2),
                _("Your ceiling alone is 0.3 whatever `base` is."),
            ),
            function_mistake(
                "held leg gives nothing",
                lambda base, support, held: base / (1 - support / 2),
                _("You leave the held leg out of the mean. It does not move, but it is not at zero."),
            ),
            function_mistake(
                "free leg gives nothing",
                lambda base, support, held: base + support * held,
                _("You take the help of the held leg only. The other free leg helps too, and rises itself."),
            ),
            function_mistake(
                "free leg gives no half",
                lambda base, support, held: base + support * held / 2,
                _("You take the help of the held leg only. The other free leg helps too, and rises itself."),
            ),
            function_mistake(
                "help not halved", lambda base, support, held: (base + support * held) / (1 - support), half
            ),
            function_mistake(
                "held help not halved", lambda base, support, held: (base + support * held) / (1 - support / 2), half
            ),
            function_mistake(
                "free help not halved", lambda base, support, held: (base + support * held / 2) / (1 - support), half
            ),
        ],
        hints=(
            _("At rest a leg is at its ceiling, and the two free legs are equally high."),
            _("Write the ceiling with one unknown: the mean is that of the other free leg and the held one."),
            _("“Hold one leg and watch the others” has the equation of the ceiling."),
        ),
        explanation=_("One held leg costs the other two twice: it gives little, and it keeps them from giving more."),
    )


def _weight(cheap: float = CHEAP_LEAD, good: float = GOOD_LEAD) -> Task:
    return number_task(
        "18-weight",
        title=_("The weight at which the rule turns"),
        expects=_("a number from 0 to 1, the weight of quality"),
        right=lambda: cheap / (cheap + good),
        given=(cheap, good),
        mistakes=[
            value_mistake(
                "weights changed round",
                good / (cheap + good),
                _("{given} is the weight of *cost* at the turn. Which of the two leads is larger, and so needs less?"),
            ),
            value_mistake(
                "ratio of the leads",
                cheap / good,
                _("{given} is one lead over the other. Both weights move when one moves: what do they sum to?"),
            ),
            value_mistake(
                "even weights",
                0.5,
                _("{given} would be right for equal leads."),
            ),
        ],
        hints=(
            _("At the turn both technologies grow equally fast."),
            _("Set cost lead times the weight of cost equal to quality lead times the weight of quality."),
            _("With one unknown: `cheap * (1 - weight)` equals `good * weight`."),
        ),
        explanation=_("The rule need not be pure: past the turn, the same market selects the other technology."),
    )


def _weight_fits(cheap: float, good: float) -> bool:
    turn, default = cheap / (cheap + good), CHEAP_LEAD / (CHEAP_LEAD + GOOD_LEAD)
    return cheap < good and apart(turn, default, 1 - turn, cheap / good, 0.5)


def _apart() -> Task:
    def years(plain: Table) -> tuple[list[float], list[float]]:
        return [row["first"] for row in plain.values()], [row["second"] for row in plain.values()]

    def in_range(plain: Table) -> bool:
        return len(plain) == YEARS and all(0 < value <= 1 for side in years(plain) for value in side)

    def follows(plain: Table) -> bool:
        first, second = years(plain)
        return all(abs(late - early) <= SAME for early, late in zip(first[:-1], second[1:], strict=True))

    def leads_back(plain: Table) -> bool:
        first, second = years(plain)
        return all(abs(late - early) <= SAME for early, late in zip(second[:-1], first[1:], strict=True))

    def rises(plain: Table) -> bool:
        first, _second = years(plain)
        return first[-1] - first[0] >= RISE - 1e-9

    def together(plain: Table) -> float:
        one, other = (np.diff(side) for side in years(plain))
        if np.ptp(one) < 1e-12 or np.ptp(other) < 1e-12:
            return math.nan
        return float(np.corrcoef(one, other)[0, 1])

    def lowest(plain: Table) -> float:
        pairs = zip(*years(plain), strict=True)
        return min(float(coupling_degree(one, other, corrected=False)) for one, other in pairs)

    def opposed(plain: Table) -> bool:
        return together(plain) < OPPOSED

    return property_task(
        "18-apart",
        "table",
        ("year", "first", "second"),
        title=_("A link that our test reads the wrong way"),
        expects=_("a table with the columns year, first and second and six rows"),
        is_right=lambda plain: (
            in_range(plain) and follows(plain) and rises(plain) and opposed(plain) and lowest(plain) > HIGH
        ),
        mistakes=[
            Mistake(
                "not six years of indices",
                lambda plain: not in_range(plain),
                _("Give six years, and indices above 0 and at most 1."),
            ),
            Mistake(
                "the first follows",
                lambda plain: in_range(plain) and leads_back(plain) and not follows(plain),
                _("Here the first index repeats the second. Which of them is to lead?"),
            ),
            Mistake(
                "no link",
                lambda plain: in_range(plain) and not follows(plain),
                _(
                    "In one of the years the second is not what the first was a year earlier. Write the first down, "
                    "and copy it one row lower."
                ),
            ),
            Mistake(
                "no rise",
                lambda plain: in_range(plain) and follows(plain) and not rises(plain),
                _("The second follows. But the first must end at least a tenth above its start."),
            ),
            Mistake(
                "changes not opposed",
                lambda plain: in_range(plain) and follows(plain) and rises(plain) and not opposed(plain),
                _(
                    "The second follows, yet the changes of the same year are not opposed enough. What must the first "
                    "do in the year after it rose?"
                ),
            ),
            Mistake(
                "coupling too low",
                lambda plain: (
                    in_range(plain) and follows(plain) and rises(plain) and opposed(plain) and lowest(plain) <= HIGH
                ),
                _("In one of the years the degree is too low. How near must the two be, as a ratio?"),
            ),
        ],
        hints=(
            _("The second is the first, one row lower; only its own first year is free."),
            _("A first index that goes up two steps and down one is still rising in the long run."),
            _("With a lag of one year, the second rises in exactly the years after the first rose."),
        ),
        explanation=_(
            "A link as strict as any, and changes of the same year that deny it. A test of changes must know the lag."
        ),
    )


@cache
def _logged() -> pd.DataFrame:
    """Return the logarithms of Germany's rate, its additions and Spain's, and the change of the rate that follows."""
    table = load("photovoltaics_tariff").set_index("year")
    rate = _logs(table["tariff_ct_per_kwh"])
    return pd.DataFrame(
        {
            "rate": rate,
            "following": rate.diff().shift(-1),
            "added": _logs(table["added_mw"]),
            "Spain": _logs(_spain().diff()),
        }
    )


def _spain() -> pd.Series:
    countries = load("photovoltaics_countries")
    return countries[countries["country"] == "Spain"].set_index("year")["installed_mw"].loc[1999:LAST]


@cache
def _back_truth() -> dict[str, float]:
    logs = _logged()
    return _back_by(logs["added"], logs["following"], logs["Spain"])


def _back_by(german: pd.Series, following: pd.Series, spanish: pd.Series, out: int = 2003) -> dict[str, float]:
    early, late = slice(*EARLY), slice(*LATE)
    return {
        "before": float(german.loc[early].corr(following.loc[early])),
        "without 2003": float(german.loc[early].drop(out).corr(following.loc[early])),
        "after": float(german.loc[late].corr(following.loc[late])),
        "Spain": float(spanish.loc[late].corr(following.loc[late])),
    }


@cache
def _back_slips() -> dict[str, dict[str, float]]:
    logs = _logged()
    added, following, spanish = logs["added"], logs["following"], logs["Spain"]
    return {
        "same year": _back_by(added, logs["rate"].diff(), spanish),
        "level": _back_by(added, logs["rate"].shift(-1), spanish),
        "changes": _back_by(added.diff(), following, spanish),
        "plain": _back_by(np.exp(added), following, np.exp(spanish)),
        "wrong year out": _back_by(added, following, spanish, out=2004),
        "stock": _back_by(added, following, _logs(_spain())),
    }


def _back() -> Task:
    def near(answer: dict[str, float], slip: str, names: tuple[str, ...] = ("before", "after")) -> bool:
        return all(abs(answer[name] - _back_slips()[slip][name]) < 0.01 for name in names)

    return numbers_task(
        "18-back",
        labels=("before", "without 2003", "after", "Spain"),
        title=_("The arrow back: from use to the rule"),
        expects=_("four correlations from -1 to 1, labelled before, without 2003, after and Spain"),
        right=_back_truth,
        tolerance=0.02,
        mistakes=[
            Mistake(
                "same year",
                lambda answer: near(answer, "same year"),
                _("You take the change of the rate in the same year. The law looks back: whose change follows?"),
            ),
            Mistake(
                "level of the rate",
                lambda answer: near(answer, "level"),
                _("You take next year's rate itself. What is asked for is by how much it changed."),
            ),
            Mistake(
                "change of use",
                lambda answer: near(answer, "changes"),
                _("You take the change of what was added. The law looks at how much was added."),
            ),
            Mistake(
                "plain additions",
                lambda answer: near(answer, "plain"),
                _("Your additions are plain megawatts. The task asks for their logarithm."),
            ),
            Mistake(
                "sign turned",
                lambda answer: all(abs(answer[name] + _back_truth()[name]) < 0.02 for name in ("before", "after")),
                _("Your signs are turned. Does a cut make the rate's change positive or negative?"),
            ),
            Mistake(
                "periods changed round",
                lambda answer: (
                    abs(answer["before"] - _back_truth()["after"]) < 0.02
                    and abs(answer["after"] - _back_truth()["before"]) < 0.02
                ),
                _("Both numbers are there, each under the other's label. Which years came before the law?"),
            ),
            Mistake(
                "the year after left out",
                lambda answer: near(answer, "wrong year out", ("without 2003",)),
                _("You leave out the additions of 2004. The rise into 2004 stands beside those of which year?"),
            ),
            Mistake(
                "Spain's stock",
                lambda answer: near(answer, "stock", ("Spain",)),
                _("For Spain you take all that stood. What is asked for is what was added: the yearly change."),
            ),
        ],
        hints=(
            _("Take logarithms of rate and additions first, with the years as index."),
            _("`.diff().shift(-1)` puts the change into next year beside this year's additions."),
            _("Then `.loc[2000:2008]` or `.loc[2009:2018]`, and `.corr`. Spain adds the `.diff()` of its stock."),
        ),
        explanation=_(
            "Before and after differ much less without one reform, and Spain, which no German law reads, does better "
            "than Germany. The law's text names this arrow; the numbers cannot show it."
        ),
    )

"""Tasks of lesson 23: a ratio that breaks even, an effect in two real records, and three ways to be wrong."""

from functools import cache

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
from longwave.topics.small_firms.models.differences import difference_in_differences
from longwave.topics.small_firms.models.fixed_effects import fixed_effects
from longwave.topics.small_firms.models.records import GRANT_EFFECTS, scrap_panel, store_jobs, store_rows

QUIZ_JOINED, QUIZ_OTHERS = (40, 52), (44, 49)
JOINERS, OTHERS, WORTH_ESTIMATE, WORTH_SPILL = 50, 150, 4, -1
FALSE_EFFECT, CLOSE, FEWEST = 3, 0.01, 3
KEPT = ["grant", "year_after"]  # the effects on which the verdict rests
LOW_WAGE, HIGH_WAGE = 4.25, 5.0  # dollars an hour before New Jersey's rise to 5.05


def title() -> str:
    """Return the lesson's title."""
    return _("Did the help help?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_effect(),
        _quiz_reports(),
        _quiz_means(),
        _quiz_placebo(),
        _break_even(),
        _stores(),
        _trend(),
        _worth(),
        _break_grants(),
        _empty(),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "23-break-even": Variant(
            _break_even,
            {"ratio": (6.4, 7.3, 8.7, 9.4, 10.6, 11.8, 12.7, 13.9), "dollars": (1.5, 1.8, 2, 2.2, 2.5, 3)},
            _even_fits,
        )
    }


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        number_guess(
            "23-guess-enacted",
            title=_("What Congress gave the centres for 2018"),
            expects=_("a number, million dollars enacted for fiscal year 2018"),
            low=0,
            high=300,
            truth=lambda: _fact("23-enacted-2018"),
            explanation=_("Congress enacted {truth} million, ten more than the year before. Six had been asked for."),
        ),
        range_guess(
            "23-guess-days",
            title=_("Days until ten centres had their money"),
            expects=_("two numbers, days"),
            low=1,
            high=300,
            truth=lambda: _fact("23-ten-back"),
            explanation=_("It took {truth} days, and the money was promised for less than six months."),
        ),
        number_guess(
            "23-guess-jobs",
            title=_("Jobs where the minimum wage rose"),
            expects=_("a number, full-time jobs a restaurant"),
            low=-10,
            high=10,
            truth=lambda: float(round(_all_told())),
            explanation=_(
                "To the nearest whole job a restaurant in New Jersey gained {truth} on Pennsylvania. "
                "You compute it next, to two places."
            ),
        ),
        number_guess(
            "23-guess-second",
            title=_("What a second grant does"),
            expects=_("a number, the factor that she found; 1 if she could tell none from no change"),
            low=0,
            high=4,
            truth=lambda: 1.0,
            explanation=_(
                "Howell finds no effect of the second grant that she could tell from none, which counts here as "
                "{truth}. Her summary prints no error, and a small effect may hide in it."
            ),
        ),
    )


@cache
def _fact(fact_id: str) -> float:
    return float(load("us_cases").set_index("fact_id")["value"][fact_id])


def _all_told() -> float:
    """Return the difference in differences of all jobs that were reported."""
    return float(difference_in_differences(store_rows(store_jobs()))["estimate"])


@cache
def _store_means() -> dict[tuple[int, str], float]:
    means = store_jobs().groupby("new_jersey")[["before", "after"]].mean()
    return {(state, when): float(means[when][state]) for state in (0, 1) for when in ("before", "after")}


@cache
def _without_each() -> dict[int, tuple[float, float]]:
    """Return, with each of the 54 firms left out, the effect of the year after and the larger clustered p-value."""
    panel = scrap_panel()
    found: dict[int, tuple[float, float]] = {}
    for firm in panel["firm"].unique():
        table = fixed_effects(panel[panel["firm"] != firm], "log_scrap", GRANT_EFFECTS, "firm")
        found[int(firm)] = float(table["estimate"]["year_after"]), float(table["clustered_p"][KEPT].max())
    return found


def _line_effect() -> Task:
    def change(state: int) -> float:
        return _store_means()[state, "after"] - _store_means()[state, "before"]

    return number_task(
        "23-line-effect",
        title=_("New Jersey less Pennsylvania"),
        expects=_("a number, full-time jobs a restaurant"),
        right=_all_told,
        tolerance=0.02,
        mistakes=[
            value_mistake(
                "before–after is effect",
                lambda: change(1),
                _("{given} is New Jersey's own change. What happened where no wage was raised?"),
            ),
            value_mistake(
                "levels compared",
                lambda: _store_means()[1, "after"] - _store_means()[0, "after"],
                _("{given} compares the two states afterwards. They were not equal before."),
            ),
            value_mistake(
                "order reversed",
                lambda: change(0) - change(1),
                _("{given} has the sign of Pennsylvania less New Jersey. Which state raised its minimum wage?"),
            ),
            value_mistake(
                "changes added",
                lambda: change(0) + change(1),
                _("{given} adds the two changes. What is to be done with Pennsylvania's?"),
            ),
            value_mistake(
                "the others' change",
                lambda: change(0),
                _("{given} is Pennsylvania's change. It is one of two differences."),
            ),
        ],
        hints=(
            _("Two changes first, one for each state: after less before."),
            _("From New Jersey's change take Pennsylvania's, with its sign."),
            _('`means.loc[1, "after"]` is one of the four numbers in “Two states, one minimum wage”.'),
        ),
        explanation=_("Three quarters and more of it is Pennsylvania's fall, which stands for what nobody saw."),
    )


def _quiz_reports() -> Task:
    return choice_task(
        "23-quiz-reports",
        title=_("What a report of clients shows"),
        options="abcd",
        right="130d5139705b",
        mistakes={
            "a": (
                "before–after is effect",
                _("You take the change for the effect. What would these firms have sold without the programme?"),
            ),
            "c": (
                "no comparison, so no effect",
                _("A change that nothing is compared with does not show an effect. Does it show that there is none?"),
            ),
            "d": (
                "the others stood still",
                _("The report is silent on other firms. In a good year all of them grow."),
            ),
        },
        hints=(
            _("Four means make a difference in differences. Which of them does such a report hold?"),
            _("Two of four: the joiners before and after."),
            _("“Two states, one minimum wage” shows what the other two are for."),
        ),
        explanation=_("A change is one of the two differences. The other one is missing, in both directions."),
    )


def _quiz_means() -> Task:
    joined, others = QUIZ_JOINED[1] - QUIZ_JOINED[0], QUIZ_OTHERS[1] - QUIZ_OTHERS[0]
    return number_task(
        "23-quiz-means",
        title=_("Four means"),
        expects=_("a number, the difference in differences"),
        right=lambda: joined - others,
        mistakes=[
            value_mistake(
                "before–after is effect",
                joined,
                _("{given} is the change of the joiners. The others changed too."),
            ),
            value_mistake(
                "levels compared",
                QUIZ_JOINED[1] - QUIZ_OTHERS[1],
                _("{given} compares the two groups afterwards. They were not equal before."),
            ),
            value_mistake(
                "order reversed",
                others - joined,
                _("{given} has the sign of others minus joiners. Which group got the programme?"),
            ),
            value_mistake(
                "changes added",
                joined + others,
                _("{given} adds the two changes. The change of the others is what to take off."),
            ),
            value_mistake(
                "the others' change",
                others,
                _("{given} is the change of the others. It is one of two differences."),
            ),
            value_mistake(
                "levels before compared",
                QUIZ_JOINED[0] - QUIZ_OTHERS[0],
                _("{given} compares the two groups before anything happened. How did each change?"),
            ),
        ],
        hints=(
            _("Two changes first, one for each group."),
            _("From the change of the joiners take the change of the others."),
            _("“Two states, one minimum wage” does it with other means."),
        ),
        explanation=_("The joiners were behind, and passed the others: the gap turned round."),
    )


def _quiz_placebo() -> Task:
    return choice_task(
        "23-quiz-placebo",
        title=_("What a placebo test lets through"),
        options="abcd",
        right="e45dce6fec7b",
        mistakes={
            "a": (
                "trend taken for hidden",
                _("A faster trend runs before the programme too. What does the test find in a year without one?"),
            ),
            "b": (
                "bad year taken for hidden",
                _("The bad year is before the start, just where the test looks."),
            ),
            "d": (
                "fixed gap taken for a fault",
                _("The test does not see it, true. But does it spoil the estimate? It drops out of each change."),
            ),
        },
        hints=(
            _("The test uses only years before the programme. Which faults exist there?"),
            _("Ask of each: is it already there, and does it do harm?"),
            _("Read the column of alarms in the table of “Three faults that give the same three”."),
        ),
        explanation=_(
            "What the programme itself does to the others begins with the programme, after the test has looked."
        ),
    )


def _even_fits(ratio: float, dollars: float) -> bool:
    """Return whether the tax can pay, and the right share, the public one and each natural mistake are apart."""
    share = 100 * dollars / ratio
    wrong = [100 / ratio, 100 / ratio / dollars, 100 - share, 10 * ratio]
    return share < 60 and apart(share, 22.99, *wrong, share=0.03)


def _break_even(ratio: float = 8.7, dollars: float = 2) -> Task:
    return number_task(
        "23-break-even",
        title=_("A share that pays for the match, too"),
        expects=_("a number, per cent of what clients report"),
        right=lambda: 100 * dollars / ratio,
        tolerance=0.15,
        unit="per cent",
        mistakes=[
            value_mistake(
                "the match left out",
                lambda: 100 / ratio,
                _("{given} pays back the federal dollar alone. More was spent with it."),
            ),
            value_mistake(
                "the match halves the share",
                lambda: 100 / ratio / dollars,
                _("{given} asks less of the clients because more was spent. Which way must it go?"),
            ),
            value_mistake(
                "share that may be false",
                lambda: 100 - 100 * dollars / ratio,
                _("{given} is the part that may have come anyway. The question asks what must be due to the help."),
            ),
            value_mistake(
                "the ratio as a share",
                lambda: 10 * ratio,
                _("{given} is the ratio itself, moved by a digit. Set ratio times share equal to what was spent."),
            ),
        ],
        hints=(
            _("Only a share s of the reports is due to the help. How much tax comes back for a federal dollar then?"),
            _("Set ratio times s equal to the dollars spent for each federal one."),
            _("“What clients say, put into a model” does it for one dollar."),
        ),
        explanation=_("The share grows in step with the cost: whose dollars count decides what the ratio says."),
    )


def _stores() -> Task:
    def means(weight: float = 0.5, both_states: bool = False) -> dict[str, float]:
        jobs = store_jobs(weight)
        return _wage_groups(jobs if both_states else jobs[jobs["new_jersey"] == 1])

    return numbers_task(
        "23-stores",
        title=_("A comparison inside New Jersey"),
        expects=_('three numbers, {"low": 1.0, "high": 1.0, "estimate": 1.0}'),
        labels=("low", "high", "estimate"),
        right=means,
        tolerance=0.02,
        mistakes=[
            value_mistake(
                "both states",
                lambda: means(both_states=True),
                _("These are the restaurants of both states. Pennsylvania's had no rise to live with."),
            ),
            value_mistake(
                "part-timers as full",
                lambda: means(1),
                _("You count each part-timer as one job. The lesson counts one half."),
            ),
            value_mistake(
                "part-timers left out",
                lambda: means(0),
                _("You leave the part-timers out. The lesson counts each as one half."),
            ),
            value_mistake(
                "managers left out",
                _without_managers,
                _("These are the jobs without the managers. Each of them is a job too."),
            ),
            value_mistake(
                "unmatched restaurants kept",
                _unmatched,
                _("These are means of all that answered at least once. Keep restaurants that answered both times."),
            ),
            value_mistake(
                "above five only",
                lambda: _wage_groups(store_jobs().query("new_jersey == 1 and start_wage != @HIGH_WAGE")),
                _("Your second group holds only those above five dollars. What of those that paid just five?"),
            ),
            value_mistake(
                "groups swapped",
                lambda: {"low": means()["high"], "high": means()["low"], "estimate": -means()["estimate"]},
                _("The two means stand in each other's place. Which group had to raise its wage?"),
            ),
            value_mistake(
                "means swapped",
                lambda: {"low": means()["high"], "high": means()["low"], "estimate": means()["estimate"]},
                _("The estimate is right, and the two means stand in each other's place."),
            ),
            value_mistake(
                "order reversed",
                lambda: {**means(), "estimate": -means()["estimate"]},
                _("Your two means are right. Which of the two groups had to raise its wage?"),
            ),
            value_mistake(
                "changes added",
                lambda: {**means(), "estimate": means()["low"] + means()["high"]},
                _("Your two means are right. The change of those who need not raise it is to be taken off."),
            ),
        ],
        hints=(
            _("`store_jobs()` has the starting wage before, and the change of each restaurant that answered twice."),
            _("Keep New Jersey, then two groups: a wage of 4.25, and one of 5 or more."),
            _("The estimate is the first mean less the second, as in “Two states, one minimum wage”."),
        ),
        explanation=_(
            "Restaurants that paid five dollars already lost jobs as Pennsylvania's did. Two comparisons that share no "
            "group of others agree, and neither saw an earlier trend."
        ),
    )


def _wage_groups(jobs: pd.DataFrame) -> dict[str, float]:
    low = float(jobs.loc[jobs["start_wage"] == LOW_WAGE, "change"].mean())
    high = float(jobs.loc[jobs["start_wage"] >= HIGH_WAGE, "change"].mean())
    return {"low": low, "high": high, "estimate": low - high}


def _without_managers() -> dict[str, float]:
    """Return the two means in New Jersey when the managers are not counted as jobs."""
    told = load("card_krueger")
    after, before = (told[f"full_time_{when}"] + told[f"part_time_{when}"] / 2 for when in ("after", "before"))
    return _wage_groups(store_jobs().assign(change=after - before).query("new_jersey == 1"))


def _unmatched() -> dict[str, float]:
    """Return the differences of means in New Jersey when restaurants that answered only once are kept."""
    here = store_jobs().query("new_jersey == 1")
    groups = (here["start_wage"] == LOW_WAGE, here["start_wage"] >= HIGH_WAGE)
    low, high = (float(here.loc[group, "after"].mean() - here.loc[group, "before"].mean()) for group in groups)
    return {"low": low, "high": high, "estimate": low - high}


def _trend() -> Task:
    def trend_bias(trend: float, before: float, after: float) -> float:
        return trend * (before + after) / 2

    return function_task(
        "23-trend",
        title=_("What a faster trend adds"),
        expects=_("a function of the trend and the years before and after that returns a number"),
        right=trend_bias,
        cases=[(1, 1, 1), (0.5, 4, 2), (2, 1, 3), (-0.4, 5, 3)],
        mistakes=[
            function_mistake(
                "years after only",
                lambda trend, before, after: trend * after,
                _("You count the years after the start. Each mean belongs to the middle of its own years."),
            ),
            function_mistake(
                "whole span",
                lambda trend, before, after: trend * (before + after),
                _("You count from the first year to past the last. Each mean belongs to the middle of its years."),
            ),
            function_mistake(
                "first to last year",
                lambda trend, before, after: trend * (before + after - 1),
                _("You count from the first year to the last. Each mean belongs to the middle of its years."),
            ),
            function_mistake(
                "last year before only",
                lambda trend, before, after: trend * (after + 1) / 2,
                _("You start from the last year before. With more years their middle is further back."),
            ),
        ],
        hints=(
            _("Where on the axis of years is the mean of the years before? And of those after?"),
            _("Try one year before and one after: the two are one year apart."),
            _("“Three faults that give the same three” prints two cases."),
        ),
        explanation=_("Longer windows make a difference of trends worse, and a single bad year better."),
    )


def _worth() -> Task:
    truth = WORTH_ESTIMATE + WORTH_SPILL
    return numbers_task(
        "23-worth",
        title=_("Good for the joiners, and for all?"),
        expects=_('two numbers, {"joiner": 1.0, "all": 1.0}'),
        labels=("joiner", "all"),
        right=lambda: {"joiner": truth, "all": JOINERS * truth + OTHERS * WORTH_SPILL},
        mistakes=[
            value_mistake(
                "loss of the others added",
                {
                    "joiner": WORTH_ESTIMATE - WORTH_SPILL,
                    "all": JOINERS * (WORTH_ESTIMATE - WORTH_SPILL) + OTHERS * WORTH_SPILL,
                },
                _("You add the loss of the others to the estimate. It is already in there: the estimate is a gap."),
            ),
            value_mistake(
                "estimate taken for the truth",
                {"joiner": WORTH_ESTIMATE, "all": JOINERS * WORTH_ESTIMATE + OTHERS * WORTH_SPILL},
                _("You take the estimate for the effect on a joiner. Part of the gap is the others' fall."),
            ),
            Mistake(
                "estimate taken for the truth, and another sum",
                lambda given: abs(given["joiner"] - WORTH_ESTIMATE) <= CLOSE,
                _("The estimate is a gap between two groups. Is all of it what happened to a joiner?"),
                example=lambda: {"joiner": WORTH_ESTIMATE, "all": JOINERS * WORTH_ESTIMATE},
            ),
            value_mistake(
                "joiners left out",
                {"joiner": truth, "all": OTHERS * WORTH_SPILL},
                _("The first number is right. The sum is to hold both kinds of firm."),
            ),
            value_mistake(
                "the others left out",
                {"joiner": truth, "all": JOINERS * truth},
                _("The joiners' gain is right. Who pays for a part of it?"),
            ),
        ],
        hints=(
            _("The estimate is the effect on a joiner less the effect on another firm."),
            _("Then count all firms: so many gain, so many lose."),
            _("Press “The others lose” in the panel, and look at which line moves."),
        ),
        explanation=_("A true gain for those who join, moved from those who do not. A comparison cannot show it."),
    )


def _break_grants() -> Task:
    def decisive() -> int:
        return min(_without_each(), key=lambda firm: _without_each()[firm][1])

    def weakest() -> int:
        return max(_without_each(), key=lambda firm: _without_each()[firm][0])

    return number_task(
        "23-break-grants",
        title=_("The firm on which the verdict depends"),
        expects=_("a whole number, the number of one firm"),
        right=decisive,
        tolerance=0.4,
        mistakes=[
            value_mistake(
                "the firm that props it up",
                weakest,
                _("Without firm {given} the effect of the year after is nearest to zero. You look for the other end."),
            ),
            Mistake(
                "another firm",
                lambda given: given in _without_each() and given not in (decisive(), weakest()),
                _("Without that firm at least one of the two clustered p-values stays above 0.05."),
                example=lambda: next(iter(_without_each())),
            ),
            Mistake(
                "a place in a list",
                lambda given: 0 <= given < len(_without_each()),
                _("{given} looks like a place in a list. Give the number in the column firm, of six digits."),
                example=lambda: 3,
            ),
        ],
        hints=(
            _('Go through `panel["firm"].unique()`, and leave out one firm each time.'),
            _("Of each regression keep the larger clustered p-value of grant and year_after."),
            _("The regression is in “Michigan pays for training”."),
        ),
        explanation=_(
            "This firm got no grant and cut its scrap from 21 to 0.4 of a hundred. Nothing says that it may be "
            "dropped: a verdict that one firm of 54 turns is none, in either direction."
        ),
    )


def _empty() -> Task:
    def group(plain: Table, flag: int) -> list[dict[str, float]]:
        return [row for row in plain.values() if row["treated"] == flag]

    def shaped(plain: Table) -> bool:
        flags = all(row["treated"] in (0, 1) for row in plain.values())
        return flags and min(len(group(plain, 0)), len(group(plain, 1))) >= FEWEST

    def gap(plain: Table, later: str, sooner: str) -> float:
        joined, others = (group(plain, flag) for flag in (1, 0))
        changes = [sum(row[later] - row[sooner] for row in rows) / len(rows) for rows in (joined, others)]
        return changes[0] - changes[1]

    def empty(plain: Table) -> bool:
        return all(abs(row["after"] - row["without"]) <= CLOSE for row in group(plain, 1))

    def estimated(plain: Table) -> bool:
        return abs(gap(plain, "after", "before") - FALSE_EFFECT) <= CLOSE

    def quiet(plain: Table) -> bool:
        return abs(gap(plain, "before", "earlier")) <= CLOSE

    return property_task(
        "23-empty",
        "table",
        ("firm", "treated", "earlier", "before", "after", "without"),
        title=_("An effect of three that is none"),
        expects=_("a table with the columns firm, treated, earlier, before, after and without, six rows or more"),
        is_right=lambda plain: shaped(plain) and empty(plain) and estimated(plain) and quiet(plain),
        mistakes=[
            Mistake(
                "not two groups",
                lambda plain: not shaped(plain),
                _("The column treated says with one or zero who joined; give three firms or more of each kind."),
            ),
            Mistake(
                "the effect is real",
                lambda plain: shaped(plain) and not empty(plain),
                _("A joiner's after differs from its without: then the programme did something to it."),
            ),
            Mistake(
                "the estimate is another",
                lambda plain: shaped(plain) and empty(plain) and not estimated(plain),
                _("The difference in differences from before to after is not three."),
            ),
            Mistake(
                "the placebo test sees it",
                lambda plain: shaped(plain) and empty(plain) and estimated(plain) and not quiet(plain),
                _("From earlier to before the groups already part. Which fault begins only with the programme?"),
            ),
        ],
        hints=(
            _("Set each joiner's after equal to its without first. What is left to move?"),
            _("The others may fall because of the programme, or something else may lift the joiners in that year."),
            _("Press “The others lose”, then “Placebo test”."),
        ),
        explanation=_("No test on these numbers can tell it from a true effect. Only knowledge of the firms can."),
    )

"""Tasks of lesson 31: what leading proves, what a record can tell, and what picking has to beat."""

import math
from functools import cache

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
from longwave.topics.champions.models.allocation import freeing_gain, gain_from_joining, pick_or_free
from longwave.topics.champions.models.luck import leaders_kept, lucky_giants
from longwave.topics.champions.models.picking import expected_best, expected_pick, firm_records

CHEAPER = math.log(2)  # what half off takes from a wedge
TIED, PANEL_TIE = 0.8, 0.5  # correlations of wedge and productivity
WEDGE, FREED, SIGMA = 0.63, 0.49, 3
QUIZ_NOISE, TABLE_NOISES, CLOSE = 2.4, (2, 3), 0.01
FEWEST = 5  # rows of the invented list
HALF, FIFTH = 0.5, 0.4  # of all profit after; the largest share of the firms that may be on the list


def title() -> str:
    """Return the lesson's title."""
    return _("Should policy pick leading firms?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_gain(),
        _quiz_leads(),
        _quiz_noise(),
        _quiz_rate(),
        _years(),
        _leaders(),
        _joined(),
        _free(),
        _break_free(),
        _false(),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "31-years": Variant(
            _years,
            {"luck": (20, 24, 28, 30, 32, 36), "lasting": (4, 5, 6, 8), "noise": (1.5, 1.8, 2.4, 2.5, 3.5)},
            _years_fits,
        ),
        "31-free": Variant(
            _free,
            {
                "before": (0.55, 0.57, 0.58, 0.61, 0.62, 0.64, 0.65, 0.68, 0.72, 0.75, 0.78),
                "after": (0.38, 0.4, 0.42, 0.43, 0.45, 0.48),
            },
            _free_fits,
        ),
    }


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        number_guess(
            "31-guess-kept",
            title=_("Leaders of 2011 that still led in 2016"),
            expects=_("a number, makers of ten"),
            low=0,
            high=10,
            truth=lambda: float(len(leaders_kept(2011, 2016))),
            explanation=_("{truth} of the ten were among the ten of 2016. The first of 2011 was not."),
        ),
        range_guess(
            "31-guess-ten",
            title=_("What the ten luckiest of 1,000 firms hold"),
            expects=_("two numbers, per cent of all sales"),
            low=1,
            high=100,
            truth=lambda: float(round(lucky_giants()["median"]["ten"])),
            explanation=_("In the median history the first ten hold {truth} per cent, and are no better at anything."),
        ),
        range_guess(
            "31-guess-named",
            title=_("Little giants in November 2025"),
            expects=_("two numbers, firms"),
            low=2_000,
            high=50_000,
            truth=lambda: _fact("31-lg-2025"),
            explanation=_("There were more than {truth}. The goal for that year had been 10,000."),
        ),
        number_guess(
            "31-guess-passed",
            title=_("Who kept the title in the review of 2025"),
            expects=_("a number, per cent of the firms under review"),
            low=0,
            high=100,
            truth=lambda: _fact("31-lg-rate-2025"),
            explanation=_("{truth} per cent kept it. Of the very first batch some 56 to 69 per cent had."),
        ),
    )


@cache
def _fact(fact_id: str) -> float:
    return float(load("cn_cases").set_index("fact_id")["value"][fact_id])


@cache
def _record_means() -> dict[str, float]:
    """Return means of growth of the ten firms that grew fastest and of others, and what a reader may take for them."""
    records = firm_records()
    ten = records.nlargest(10, "past")
    return {
        "others later": float(records.drop(ten.index)["later"].mean()),
        "median": float(ten["later"].median() - records["later"].median()),
        "lasting": float(ten["lasting"].mean() - records["lasting"].mean()),
        "ten past": float(ten["past"].mean()),
        "ten later": float(ten["later"].mean()),
        "all past": float(records["past"].mean()),
        "all later": float(records["later"].mean()),
    }


def _line_gain() -> Task:
    def gain() -> float:
        return _record_means()["ten later"] - _record_means()["all later"]

    return number_task(
        "31-line-gain",
        title=_("What the ten fastest gained later"),
        expects=_("a number, per cent a year"),
        right=gain,
        tolerance=0.02,
        mistakes=[
            value_mistake(
                "later growth without a comparison",
                lambda: _record_means()["ten later"],
                _("{given} is how fast the ten grew later. How fast did all the firms grow?"),
            ),
            value_mistake(
                "past taken for later",
                lambda: _record_means()["ten past"] - _record_means()["all past"],
                _("{given} is their lead in the years by which you picked them. What of the years after?"),
            ),
            value_mistake(
                "order reversed",
                lambda: -gain(),
                _("{given} has the sign of all firms less yours. Which list is on trial?"),
            ),
            value_mistake(
                "the others instead of all",
                lambda: _record_means()["ten later"] - _record_means()["others later"],
                _("{given} compares the ten with the other 90. The question sets them against all 100."),
            ),
            value_mistake(
                "medians",
                lambda: _record_means()["median"],
                _("{given} is a difference of medians. How fast a list grew is told by its mean here."),
            ),
            value_mistake(
                "sum over the ten",
                lambda: 10 * gain(),
                _("{given} adds up what ten firms gained. By how much did one gain on average?"),
            ),
            value_mistake(
                "ratio instead of difference",
                lambda: _record_means()["ten later"] / _record_means()["all later"],
                _("{given} says how many times as fast the ten grew. The question asks for points a year."),
            ),
            value_mistake(
                "what nobody could see",
                lambda: _record_means()["lasting"],
                _("{given} is their lead in the column lasting, which no ministry sees. What did they do later?"),
            ),
            value_mistake(
                "all firms alone",
                lambda: _record_means()["all later"],
                _("{given} is how fast all 100 grew later. How much faster were your ten?"),
            ),
            value_mistake(
                "loss since the pick",
                lambda: _record_means()["ten later"] - _record_means()["ten past"],
                _("{given} is what the ten lost since you picked them. Compare them with the others instead."),
            ),
        ],
        hints=(
            _("Two means of the same five years: of the ten, and of all."),
            _("The column is called later."),
            _('`records["later"].mean()` is one of the two.'),
        ),
        explanation=_("Most of the lead by which they were picked is gone: it had been luck."),
    )


def _quiz_leads() -> Task:
    return choice_task(
        "31-quiz-leads",
        title=_("What leading proves"),
        options="abcd",
        right="7a9f5a938725",
        mistakes={
            "a": (
                "it leads, so it is better",
                _("Equal firms with nothing but luck have leaders too, and most of those stay for years."),
            ),
            "b": (
                "staying taken for skill",
                _("Size keeps yesterday's luck. How many of ten lucky leaders were still there after five years?"),
            ),
            "d": (
                "luck taken as proved",
                _("Luck alone could make it. That does not show that it did."),
            ),
        },
        hints=(
            _("What would you see if all firms were equally good?"),
            _("Ask what both worlds predict, the lucky one and the able one."),
            _("“A giant made by luck” counts leaders that stay in both."),
        ),
        explanation=_("Both worlds have leaders that stay. Only a comparison with firms like it can part them."),
    )


def _quiz_noise() -> Task:
    best = expected_best(10)
    return number_task(
        "31-quiz-noise",
        title=_("A pick by a weak signal"),
        expects=_("a number, in standard deviations"),
        right=lambda: expected_pick(10, QUIZ_NOISE),
        tolerance=0.01,
        mistakes=[
            value_mistake(
                "the best itself",
                best,
                _("{given} is how good the best of ten is. You hold the firm with the best signal."),
            ),
            value_mistake(
                "divided by the noise",
                best / QUIZ_NOISE,
                _("{given} divides by τ. The signal has the spread of quality in it as well."),
            ),
            value_mistake(
                "root forgotten",
                best / (1 + QUIZ_NOISE**2),
                _("{given} divides by 1 + τ². That is the slope; the best signal is itself far out."),
            ),
            value_mistake(
                "noise added without squares",
                best / (1 + QUIZ_NOISE),
                _("{given} adds τ itself. Variances add, and standard deviations do not."),
            ),
            value_mistake(
                "multiplied by the root",
                best * math.sqrt(1 + QUIZ_NOISE**2),
                _("{given} is how far out the best signal is. How good is the firm that sent it?"),
            ),
            value_mistake(
                "noise subtracted",
                best - QUIZ_NOISE,
                _("{given} takes the noise off. An error raises a signal as often as it lowers it."),
            ),
            Mistake(
                "another row of the table",
                lambda answer: any(abs(answer - expected_pick(10, noise)) < CLOSE for noise in TABLE_NOISES),
                _("That is in the lesson's table, for another τ. Compute it for this one."),
                lambda: expected_pick(10, TABLE_NOISES[0]),
            ),
        ],
        hints=(
            _("How good is the best of ten, and what is the standard deviation of the signal?"),
            _("Divide the first by the root of one plus τ squared."),
            _("“How well can a ministry see?” has the two lines."),
        ),
        explanation=_("With such a signal less than two fifths of what the best is worth is left."),
    )


def _quiz_rate() -> Task:
    return choice_task(
        "31-quiz-rate",
        title=_("A pass rate that rises"),
        options="abcd",
        right="03a84bbd61c0",
        mistakes={
            "a": (
                "rate taken for quality",
                _("A softer review gives the same rise, and so does a batch that was chosen with more care."),
            ),
            "c": (
                "rate taken for softness",
                _("Better firms give the same rise. Which number would differ?"),
            ),
            "d": (
                "the rest taken for failures",
                _("Why they are out is not told. A firm that grew too large is out as well."),
            ),
        },
        hints=(
            _("Name two worlds in which the rate rises."),
            _("The rate is made by firms and by those who judge them."),
            _("“Seventeen thousand little giants” names three readings."),
        ),
        explanation=_("One number, three readings. The same yardstick for firms without a title could part them."),
    )


def _years_fits(luck: float, lasting: float, noise: float) -> bool:
    years = (luck / lasting / noise) ** 2
    return 4 < years < 60 and apart(years, luck / lasting / noise, (luck / lasting) ** 2 / noise, 9, share=0.03)


def _years(luck: float = 30, lasting: float = 4, noise: float = 2.5) -> Task:
    return number_task(
        "31-years",
        title=_("How long a record must be"),
        expects=_("a number, years"),
        right=lambda: (luck / lasting / noise) ** 2,
        tolerance=0.05,
        mistakes=[
            value_mistake(
                "square forgotten",
                lambda: luck / lasting / noise,
                _("{given} lets luck fade like the number of years. A mean loses it like their root."),
            ),
            value_mistake(
                "noise not squared",
                lambda: (luck / lasting) ** 2 / noise,
                _("{given} squares luck and what lasts, and not τ."),
            ),
            value_mistake(
                "noise of one year",
                lambda: (luck / lasting) ** 2,
                _("{given} brings the noise down to 1. A larger τ is allowed here."),
            ),
            value_mistake(
                "multiplied by the noise",
                lambda: (luck / lasting * noise) ** 2,
                _("{given} multiplies by τ. The more noise you may keep, the shorter the record."),
            ),
            value_mistake(
                "what lasts left out",
                lambda: (luck / noise) ** 2,
                _("{given} sets the luck itself equal to τ. In which unit is τ measured?"),
            ),
            value_mistake(
                "months",
                lambda: 12 * (luck / lasting / noise) ** 2,
                _("{given} counts months. The question asks for years."),
            ),
            value_mistake(
                "upside down",
                lambda: (lasting * noise / luck) ** 2,
                _("{given} is less than a year. Which of the two must be divided by the other?"),
            ),
            value_mistake(
                "points taken for a share",
                lambda: (100 * luck / lasting / noise) ** 2,
                _("{given} has one standard deviation in points and the other as a share."),
            ),
        ],
        hints=(
            _("A mean of T years has a luck of the yearly one divided by the root of T."),
            _("Set that, divided by what lasts, equal to τ, and solve for T."),
            _("“How well can a ministry see?” does it for another pair."),
        ),
        explanation=_("Half the noise needs four times the years, and few firms are that old when they are picked."),
    )


def _stayed(first: int = 2010, second: int = 2016, third: int = 2021) -> dict[str, float]:
    """Return how many makers are in the lists of the first two years, of the outer two, and of all three."""
    early, late = set(leaders_kept(first, second)), set(leaders_kept(second, third))
    return {"six": len(early), "eleven": len(leaders_kept(first, third)), "all": len(early & late)}


def _names_as_printed() -> dict[str, float]:
    """Return the same numbers for one who compares the names as the lists print them."""
    printed = load("photovoltaics_leaders").groupby("year")["printed_as"].agg(set)
    six, eleven = printed[2010] & printed[2016], printed[2010] & printed[2021]
    return {"six": len(six), "eleven": len(eleven), "all": len(six & printed[2021])}


def _ever_named() -> int:
    """Return how many makers are in one of the three lists of the task at least."""
    table = load("photovoltaics_leaders")
    return int(table.loc[table["year"].isin([2010, 2016, 2021]), "maker"].nunique())


def _leaders() -> Task:
    return numbers_task(
        "31-leaders",
        title=_("Who stayed for eleven years"),
        expects=_('three numbers, {"six": 1, "eleven": 1, "all": 1}'),
        labels=("six", "eleven", "all"),
        right=_stayed,
        mistakes=[
            value_mistake(
                "back again taken for never away",
                lambda: {**_stayed(), "all": _stayed()["eleven"]},
                _("One maker is in the lists of 2010 and 2021 and is missing between them."),
            ),
            value_mistake(
                "leavers counted",
                lambda: {name: 10 - value for name, value in _stayed().items()},
                _("You count the makers that left. The question asks for those that are in the lists named."),
            ),
            value_mistake(
                "spellings counted",
                _names_as_printed,
                _("You compare names as the lists print them. A maker is spelt in several ways: use maker."),
            ),
            value_mistake(
                "one look taken for two",
                lambda: {**_stayed(), "eleven": _stayed()["all"]},
                _("A maker that was away in 2016 is in both outer lists all the same."),
            ),
            value_mistake(
                "list of 2011 taken for 2010",
                lambda: _stayed(2011),
                _("You begin with the list of 2011, as the lesson does. The question begins a year earlier."),
            ),
            value_mistake(
                "shares of ten",
                lambda: {name: value / 10 for name, value in _stayed().items()},
                _("You give shares of a list. The question asks for numbers of makers."),
            ),
            value_mistake(
                "per cent of ten",
                lambda: {name: 10 * value for name, value in _stayed().items()},
                _("You give per cent of a list. The question asks for numbers of makers."),
            ),
            value_mistake(
                "all names counted",
                lambda: {"six": 20 - _stayed()["six"], "eleven": 20 - _stayed()["eleven"], "all": _ever_named()},
                _("You count names that are in either list. The question asks for those in both."),
            ),
        ],
        hints=(
            _('Take the sets of the column maker for each year of `load("photovoltaics_leaders")`.'),
            _("`&` joins two sets, or three, to what they share."),
            _("“Ten leaders of 2011” does it for one pair of years."),
        ),
        explanation=_("The maker that came back has another owner. To call it the same firm is our choice."),
    )


def _joined() -> Task:
    def joined(joining: float, firms: float) -> float:
        return gain_from_joining(int(joining), firms)

    return function_task(
        "31-joined",
        title=_("Does a cartel of some pay?"),
        expects=_("a function of how many join and how many firms there are that returns a number"),
        right=joined,
        cases=[(2, 3), (6, 7), (6, 8), (4, 5), (6, 7.68)],
        mistakes=[
            function_mistake(
                "before counted once",
                lambda joining, firms: 1 / (firms - joining + 2) ** 2 - 1 / (firms + 1) ** 2,
                _("You compare the cartel with one firm. How many gave up a profit of their own?"),
            ),
            function_mistake(
                "after counted for each",
                lambda joining, firms: joining / (firms - joining + 2) ** 2 - joining / (firms + 1) ** 2,
                _("You give each of those who join the profit of a firm afterwards. They are one firm now."),
            ),
            function_mistake(
                "outsiders forgotten",
                lambda joining, firms: 1 / (firms - joining + 1) ** 2 - joining / (firms + 1) ** 2,
                _("How many firms are left when so many act as one? Count the one as well."),
            ),
            function_mistake(
                "shared by those who join",
                lambda joining, firms: 1 / (firms - joining + 2) ** 2 / joining - 1 / (firms + 1) ** 2,
                _("You give what each of them gains. The question asks for all who join, together."),
            ),
            function_mistake(
                "squares forgotten",
                lambda joining, firms: 1 / (firms - joining + 2) - joining / (firms + 1),
                _("You divide by the numbers themselves. A firm's profit goes with the square."),
            ),
            function_mistake(
                "one firm too few before",
                lambda joining, firms: 1 / (firms - joining + 2) ** 2 - joining / firms**2,
                _("What does one of n firms earn before? Read the sentence of the task once more."),
            ),
            function_mistake(
                "ratio instead of gain",
                lambda joining, firms: (firms + 1) ** 2 / (firms - joining + 2) ** 2 / joining,
                _("You divide the profit afterwards by that before. A gain is a difference, below zero for a loss."),
            ),
            function_mistake(
                "condition instead of gain",
                lambda joining, firms: (firms + 1) ** 2 - joining * (firms - joining + 2) ** 2,
                _("Your number has the right sign and another size. What do those who join earn, after and before?"),
            ),
            function_mistake(
                "sign reversed",
                lambda joining, firms: joining / (firms + 1) ** 2 - 1 / (firms - joining + 2) ** 2,
                _("You take the profit afterwards from that before. What is gained?"),
            ),
        ],
        hints=(
            _("With n equal firms each earns one over the square of n + 1."),
            _("If m join, n − m + 1 firms are left, and the cartel is one of them."),
            _("What the cartel earns afterwards, less m times what one earned before."),
        ),
        explanation=_("Those outside answer by producing more, so a cartel of most, but not nearly all, loses."),
    )


def _free_fits(before: float, after: float) -> bool:
    gain = 100 * math.expm1(SIGMA / 2 * (before**2 - after**2))
    wrong = [
        100 * math.expm1(SIGMA / 2 * (before - after) ** 2),
        100 * math.expm1(SIGMA * (before**2 - after**2)),
        100 * math.expm1(SIGMA / 2 * (before - after)),
        100 * SIGMA / 2 * (before**2 - after**2),
        -100 * math.expm1(SIGMA / 2 * (after**2 - before**2)),
        100 * math.expm1(before**2 - after**2),
        100 * (before / after - 1),
        100 * math.expm1(SIGMA / 2 * before**2),
    ]
    return gain > 8 and apart(gain, 17.23, *wrong, share=0.04)


def _free(before: float = 0.58, after: float = 0.48) -> Task:
    return number_task(
        "31-free",
        title=_("What freeing inputs brings"),
        expects=_("a number, per cent"),
        right=lambda: 100 * freeing_gain(before, after),
        tolerance=0.2,
        unit="per cent",
        mistakes=[
            value_mistake(
                "difference squared",
                lambda: 100 * math.expm1(SIGMA / 2 * (before - after) ** 2),
                _("{given} squares the difference of the spreads. The loss goes with each variance."),
            ),
            value_mistake(
                "half forgotten",
                lambda: 100 * math.expm1(SIGMA * (before**2 - after**2)),
                _("{given} takes σ instead of σ/2."),
            ),
            value_mistake(
                "spreads taken for variances",
                lambda: 100 * math.expm1(SIGMA / 2 * (before - after)),
                _("{given} takes standard deviations where the formula has variances."),
            ),
            value_mistake(
                "logarithm left",
                lambda: 100 * SIGMA / 2 * (before**2 - after**2),
                _("{given} is a gain in logs. What per cent is it?"),
            ),
            value_mistake(
                "order reversed",
                lambda: 100 * math.expm1(SIGMA / 2 * (after**2 - before**2)),
                _("{given} lets the spread grow. Which of the two comes first?"),
            ),
            value_mistake(
                "part of the new level",
                lambda: -100 * math.expm1(SIGMA / 2 * (after**2 - before**2)),
                _("{given} is the gain as a part of what is made afterwards. Of which level is it asked?"),
            ),
            value_mistake(
                "elasticity left out",
                lambda: 100 * math.expm1(before**2 - after**2),
                _("{given} takes the variances alone. What stands before them in the loss?"),
            ),
            value_mistake(
                "ratio of the spreads",
                lambda: 100 * (before / after - 1),
                _("{given} compares the two spreads. What does each of them cost in productivity?"),
            ),
            value_mistake(
                "freed to the last",
                lambda: 100 * math.expm1(SIGMA / 2 * before**2),
                _("{given} is what comes if no spread is left. The industry stops before that."),
            ),
            value_mistake(
                "level instead of gain",
                lambda: 100 * math.exp(SIGMA / 2 * (before**2 - after**2)),
                _("{given} is the new level, with the old one at a hundred. By how much has it risen?"),
            ),
        ],
        hints=(
            _("The log loss is σ/2 times a variance."),
            _("Square both spreads, subtract, multiply by 1.5, and take the exponential less one."),
            _("“Pick ten, or free all?” has the same with other spreads."),
        ),
        explanation=_("The wider the spread already is, the more a step of the same size brings."),
    )


def _spread_left(tilt: float, held_back: float) -> float:
    """Return the spread at which freeing brings as much as a clear-sighted tilt with no spillover."""
    return math.sqrt(WEDGE**2 - 2 / SIGMA * math.log1p(pick_or_free(0, tilt, 0, held_back)["total"]))


def _break_free() -> Task:
    def best_pick() -> float:
        return float(pick_or_free(0, CHEAPER, 0, TIED)["total"])

    def spread() -> float:
        return _spread_left(CHEAPER, TIED)

    return number_task(
        "31-break-free",
        title=_("Where freeing no longer wins"),
        expects=_("a number, the spread that is left"),
        right=spread,
        tolerance=0.00015,
        mistakes=[
            value_mistake(
                "the fall instead of what is left",
                lambda: WEDGE - spread(),
                _("{given} is by how much the spread falls. Give the spread that is left."),
            ),
            value_mistake(
                "same proportion",
                lambda: WEDGE * (1 - best_pick()),
                _("{given} shrinks the spread by the gain. The gain goes with the variance."),
            ),
            value_mistake(
                "half forgotten",
                lambda: math.sqrt(WEDGE**2 - math.log1p(best_pick()) / SIGMA),
                _("{given} takes σ where the loss has σ/2."),
            ),
            value_mistake(
                "straight line",
                lambda: WEDGE - (WEDGE - FREED) * best_pick() / freeing_gain(WEDGE, FREED),
                _("{given} fits a straight line from 0.63 to 0.49. The gain goes with the variance: four places."),
            ),
            value_mistake(
                "logarithm forgotten",
                lambda: math.sqrt(WEDGE**2 - 2 / SIGMA * best_pick()),
                _("{given} takes the gain for its logarithm."),
            ),
            value_mistake(
                "per cent taken for logs",
                lambda: _spread_left(HALF, TIED),
                _("{given} hands the tilt over as a share. `pick_or_free` wants what it takes from the log."),
            ),
            value_mistake(
                "held back as in the panel",
                lambda: _spread_left(CHEAPER, PANEL_TIE),
                _("{given} holds the better firms back as in the panel. The task makes it stronger."),
            ),
            value_mistake(
                "variance left",
                lambda: spread() ** 2,
                _("{given} is the variance that is left. Which power of it is a spread?"),
            ),
            value_mistake(
                "the pick's gain",
                best_pick,
                _("{given} is what the pick brings. Which spread brings as much?"),
            ),
            value_mistake(
                "counted from the end",
                lambda: math.sqrt(FREED**2 + 2 / SIGMA * math.log1p(best_pick())),
                _("{given} starts from 0.49. Freeing starts from the spread of today."),
            ),
            value_mistake(
                "wrong way",
                lambda: math.sqrt(WEDGE**2 + 2 / SIGMA * math.log1p(best_pick())),
                _("{given} is wider than at the start. Freeing narrows the spread."),
            ),
        ],
        hints=(
            _("`pick_or_free` with noise 0 and held_back 0.8 has what picking brings, as a share."),
            _("Find `after` so that `freeing_gain(0.63, after)` is the same share."),
            _("Try values of `after` between 0.49 and 0.63, or solve the formula for it."),
        ),
        explanation=_("Such a pick equals two thirds of the way, so a reform that stops half way loses."),
    )


def _false() -> Task:
    def listed(plain: Table) -> list[dict[str, float]]:
        return [row for row in plain.values() if row["listed"] == 1]

    def shaped(plain: Table) -> bool:
        flags = all(row["listed"] in (0, 1) for row in plain.values())
        sizes = all(min(row["before"], row["after"], row["without"]) > 0 for row in plain.values())
        return flags and sizes and len(plain) >= FEWEST and 0 < len(listed(plain)) <= FIFTH * len(plain)

    def share(plain: Table, when: str) -> float:
        return float(sum(row[when] for row in listed(plain)) / sum(row[when] for row in plain.values()))

    def empty(plain: Table) -> bool:
        return all(abs(row["after"] - row["without"]) <= CLOSE for row in plain.values())

    def large(plain: Table) -> bool:
        return share(plain, "after") > HALF

    def risen(plain: Table) -> bool:
        return share(plain, "after") > share(plain, "before") + CLOSE

    return property_task(
        "31-false",
        "table",
        ("firm", "listed", "before", "after", "without"),
        title=_("A list that shines and does nothing"),
        expects=_("a table with the columns firm, listed, before, after and without, five rows or more"),
        is_right=lambda plain: shaped(plain) and empty(plain) and large(plain) and risen(plain),
        mistakes=[
            Mistake(
                "a profit of zero or a loss",
                lambda plain: any(min(row["before"], row["after"], row["without"]) <= 0 for row in plain.values()),
                _("A firm makes a loss, or no profit. With losses a share of profit says little: keep all above zero."),
            ),
            Mistake(
                "too few firms",
                lambda plain: len(plain) < FEWEST,
                _("The industry has {fewest} firms at least. Of fewer, a list of any can hardly be short.").format(
                    fewest=FEWEST
                ),
            ),
            Mistake(
                "not a short list",
                lambda plain: not shaped(plain),
                _("Listed is one or zero, and at least one firm, but at most two of five, are on the list."),
            ),
            Mistake(
                "the title has an effect",
                lambda plain: shaped(plain) and not empty(plain),
                _("Some firm's after differs from its without: there the title did something."),
            ),
            Mistake(
                "the list holds too little",
                lambda plain: shaped(plain) and empty(plain) and not large(plain),
                _("The listed firms hold half of all profit after, or less."),
            ),
            Mistake(
                "the share did not rise",
                lambda plain: shaped(plain) and empty(plain) and large(plain) and not risen(plain),
                _("The list's share is no larger after than before. What could raise it without the title?"),
            ),
        ],
        hints=(
            _("Set each firm's after equal to its without first."),
            _("Whoever picks by growth picks firms that grow anyway."),
            _("Let the listed firms grow and the others stand still, in after and in without alike."),
        ),
        explanation=_("A high share that rises is what a ministry can show. It fits a title without effect."),
    )

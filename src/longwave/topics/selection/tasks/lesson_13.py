"""Tasks of lesson 13: what moved a mean, who replaces whom, and when competition or variety helps."""

import math
from functools import cache

import pandas as pd
from scipy.optimize import brentq

from longwave.data import load
from longwave.i18n import _
from longwave.tasks.agreement import agrees
from longwave.tasks.guess import Guess, number_guess, range_guess
from longwave.tasks.kinds import Mistake, choice_task, number_task, numbers_task, property_task, value_mistake
from longwave.tasks.task import Task
from longwave.tasks.variant import Variant, apart
from longwave.topics.selection.models.competition import innovation_curve, step_by_step
from longwave.topics.selection.models.formats import format_shares
from longwave.topics.selection.models.parts import price_parts
from longwave.topics.selection.models.selection import fitness_variance, mean_growth
from longwave.topics.selection.models.substitution import substitution_line

ALBUMS, SONGS = ("LP/EP", "Cassette", "CD"), ("CD", "Download Album", "Download Single")
SPAN = 8  # years of a window
FIRST_YEARS = {"tape": (1973, 1982), "disc": (1984, 1996)}
SLOWER = 5
PRICES_A, PRICES_B, SHARES_B = (10.0, 9.0), (20.0, 16.0), (0.2, 0.4)  # of a market before and after
MIDDLE = ("price_a", "price_b", "share_b")
GROWTH = (0.04, 0.01)
MOST_APART = 0.06  # the top over h is flat: who reads it off a chart is this far off


def title() -> str:
    """Return the lesson's title."""
    return _("Who replaces whom, and what does that do to a mean?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_between(),
        _quiz_mean(),
        _quiz_slope(),
        _quiz_variety(),
        _half(),
        _songs(),
        _slower(),
        _break_chain(),
        _peak(),
        _elasticity(),
    )


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        number_guess(
            "13-guess-album",
            title=_("The mean price of an album in 1999"),
            expects=_("a number, dollars of 2019"),
            low=5,
            high=40,
            truth=lambda: _mean_price(ALBUMS, 1999),
            explanation=_("The mean was {truth} dollars in 1999, after 20.19 in 1983."),
        ),
        range_guess(
            "13-guess-streaming",
            title=_("Streaming's share in 2019"),
            expects=_("two numbers, in per cent"),
            low=0,
            high=100,
            truth=lambda: 100 * float(format_shares(load("music_formats"))["streaming"][2019]),
            explanation=_("Streaming had {truth} per cent in 2019, after 15.8 in 2012."),
        ),
        range_guess(
            "13-guess-cells",
            title=_("n-type silicon in 2024"),
            expects=_("two numbers, in per cent of silicon wafers"),
            low=0,
            high=100,
            truth=lambda: float(load("part_two_cases").set_index("fact_id")["value"]["13-n-2024"]),
            explanation=_(
                "n-type had about {truth} per cent of wafers in 2024; the road map of 2022 had said 28, of cells."
            ),
        ),
        number_guess(
            "13-guess-growth",
            title=_("Mean growth after fifty years"),
            expects=_("a number, in per cent a year"),
            low=0,
            high=5,
            truth=lambda: 100 * mean_growth([0.5, 0.5], GROWTH, 0.3, 50),
            explanation=_("Mean growth falls to {truth} per cent, although nobody grows more slowly than before."),
        ),
    )


@cache
def _units_and_prices(formats: tuple[str, ...], column: str = "million_usd_2019") -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the shares of units and the price of a unit by year and format."""
    music = load("music_formats")
    rows = music[music["format"].isin(formats)]
    units = rows.pivot(index="year", columns="format", values="million_units").dropna()
    prices = (rows.pivot(index="year", columns="format", values=column) / units).dropna()
    return units.div(units.sum(axis=1), axis=0).loc[prices.index], prices


def _mean_price(formats: tuple[str, ...], year: int) -> float:
    shares, prices = _units_and_prices(formats)
    return float((shares.loc[[year]] * prices.loc[[year]]).to_numpy().sum())


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "13-half": Variant(
            _half,
            {"percent": (1, 2, 3, 4, 5, 6, 8), "ahead": (0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4)},
            _half_fits,
        ),
        "13-elasticity": Variant(
            _elasticity,
            {"wanted": (1.9, 2.0, 2.1, 2.2, 3.0, 3.1, 3.2, 3.3, 3.4), "years": (30, 40, 50, 60)},
            _elasticity_fits,
        ),
    }


def _line_between() -> Task:
    def parts() -> pd.Series:
        shares, prices = _units_and_prices(ALBUMS)
        return price_parts(shares.loc[1983:1984], prices.loc[1983:1984])

    return number_task(
        "13-line-between",
        title=_("What the moved shares did to the mean in 1984"),
        expects=_("one number, the sum over the three formats, in dollars of 2019"),
        right=lambda: parts()["between"],
        tolerance=0.006,
        mistakes=[
            value_mistake(
                "later prices",
                lambda: parts()["between"] + parts()["cross"],
                _("{given} weighs the moved shares by the prices of 1984. What each format cost *before* is asked."),
            ),
            value_mistake(
                "shares of 1983 and prices moved",
                lambda: parts()["within"],
                _("{given} is what the cheaper formats did at their old shares. Here the shares move instead."),
            ),
            value_mistake(
                "both moved",
                lambda: parts()["cross"],
                _("{given} is the part in which share and price move together. Keep the prices of 1983."),
            ),
            value_mistake(
                "the whole change",
                lambda: parts()["total"],
                _("{given} is the whole change of the mean. How much of it came from the shares alone?"),
            ),
            value_mistake(
                "years turned round",
                lambda: -parts()["between"],
                _("The size is right and the sign is not. Which year comes first in the difference?"),
            ),
        ],
        hints=(
            _("How did each share move, and was that format dear or cheap in 1983?"),
            _("Take the shares of 1984 less those of 1983, multiply by the prices of 1983, and add."),
            _("The second sum under “Where the mean went” is this part."),
        ),
        explanation=_(
            "On balance 22 cents: 0.9 points more for the CD outweigh 8.3 points more for the cassette, the cheapest."
        ),
    )


def _quiz_mean() -> Task:
    return choice_task(
        "13-quiz-mean",
        title=_("Every price falls, the mean stays"),
        options="abcd",
        right="983243fc5c8f",
        mistakes={
            "a": (
                "an error of the sum",
                _("Both can hold. The mean has a second lever besides the prices: which?"),
            ),
            "c": (
                "cheap ones chosen",
                _("If buyers move to the cheap ones the mean falls *more* than the prices do."),
            ),
            "d": (
                "inflation",
                _("The question counts in money of one year. Something other than money has moved."),
            ),
        },
        hints=(
            _("A mean is made of prices and of weights."),
            _("The weights are what buyers chose."),
            _("Read “Where the mean went” again."),
        ),
        explanation=_("What was dear gained shares, which can undo any fall of the prices."),
    )


def _quiz_slope() -> Task:
    return number_task(
        "13-quiz-slope",
        title=_("How fast the mean rises"),
        expects=_("a number, the rise of the mean rate per period at the start"),
        right=lambda: fitness_variance([0.8, 0.2], [1, 3]),
        mistakes=[
            value_mistake(
                "equal weights",
                1,
                _("{given} is the variance of two rivals of the *same* size. Weigh by the shares."),
            ),
            value_mistake(
                "spread taken for variance",
                2,
                _("{given} is the distance between the two rates. The slope is the variance."),
            ),
            value_mistake(
                "distance squared, no weights",
                4,
                _("{given} squares the distance between the two. How far is each from the *mean*?"),
            ),
            value_mistake(
                "the mean itself",
                1.4,
                _("{given} is the mean rate. How fast does it *rise*?"),
            ),
            value_mistake(
                "the standard deviation",
                0.8,
                _("{given} is the square root of what is asked for."),
            ),
        ],
        hints=(
            _("The mean of the rates, weighted by shares, comes first."),
            _("Then each rival's distance from it, squared, weighted by its share."),
            _("“Four hand-overs in recorded music” says what the speed is."),
        ),
        explanation=_("0.8 · 0.4² + 0.2 · 1.6²: unlike rivals make selection fast, if neither is small."),
    )


def _quiz_variety() -> Task:
    return choice_task(
        "13-quiz-variety",
        title=_("When variety slows growth"),
        options="abcd",
        right="8f27c8f2d8b6",
        mistakes={
            "a": (
                "variety always helps",
                _("In the lesson the same two industries ended at two different means. What differed?"),
            ),
            "b": (
                "variety alone",
                _("Industries that differ more move the mean faster. In which direction?"),
            ),
            "d": (
                "the fast one stops",
                _("Nobody's growth changes in that model. What does?"),
            ),
        },
        hints=(
            _("The fast industry becomes cheaper. What do its buyers do then?"),
            _("Look at the sign of ε − 1."),
            _("Read “When variety slows growth” again."),
        ),
        explanation=_("Where ε is below one, spending moves to the slow industry, the more so the more they differ."),
    )


def _half(percent: float = 2, ahead: float = 0.3) -> Task:
    start = percent / 100
    by_steps = math.log((1 - start) / start) / math.log(1 + ahead)

    once = _("{given} lets it grow at the end of each period, like interest. In ds/dt growth never waits.")
    return number_task(
        "13-half",
        title=_("When the newcomer has half"),
        expects=_("a number of periods"),
        right=lambda: math.log((1 - start) / start) / ahead,
        mistakes=[
            value_mistake(
                "doublings of the share",
                lambda: math.log(0.5 / start) / ahead,
                _("{given} lets the share grow as if nobody else had any. The closer to half, the slower it gets."),
            ),
            value_mistake("compounded by the period", by_steps, once),
            value_mistake("whole periods counted", math.ceil(by_steps), once),
            value_mistake(
                "start taken for odds",
                lambda: math.log(1 / start) / ahead,
                _("{given} takes the share at the start for its odds. The rest has less than everything."),
            ),
            value_mistake(
                "equal steps",
                (0.5 - start) / ahead,
                _("{given} adds the lead to the *share* each period. The lead is a rate of growth."),
            ),
            value_mistake(
                "even gains",
                0.5 / (start * ahead),
                _("{given} divides, as if it gained the same amount in each period. Growth compounds."),
            ),
            value_mistake(
                "logarithm of ten",
                lambda: math.log10((1 - start) / start) / ahead,
                _("{given} uses logarithms to base ten. Which base does e^(θt) ask for?"),
            ),
        ],
        hints=(
            _("Look at the *odds*: its share over the share of the rest."),
            _("The odds grow by e to the power of the lead, each period, and at half they are one."),
            _(
                "“Four hand-overs in recorded music” has the equation; “Four hand-overs are too few to show a trend” "
                "has the odds."
            ),
        ),
        explanation=_("The odds grow evenly, the share does not: much of the time passes while nobody notices."),
    )


def _half_fits(percent: float, ahead: float) -> bool:
    right, by_share = math.log((100 - percent) / percent) / ahead, math.log(100 / percent) / ahead
    by_steps = right * ahead / math.log(1 + ahead)
    told_apart = not (agrees(by_share, right) or agrees(math.ceil(by_steps), by_steps))
    return apart(right, math.log(98 / 2) / 0.3) and told_apart


def _songs() -> Task:
    labels = ("within", "between", "cross")

    def parts(step: int | None = 1, column: str = "million_usd_2019") -> dict[str, float]:
        shares, prices = _units_and_prices(SONGS, column)
        return {str(name): float(part) for name, part in _cut(shares, prices, step)[list(labels)].items()}

    def by_money() -> dict[str, float]:
        shares, prices = _units_and_prices(SONGS)
        money = shares * prices
        money = money.div(money.sum(axis=1), axis=0)
        return {str(name): float(part) for name, part in _cut(money, prices, 1)[list(labels)].items()}

    return numbers_task(
        "13-songs",
        title=_("Why a unit of music became so cheap"),
        expects=_("three numbers labelled within, between and cross, dollars of 2019"),
        labels=labels,
        right=parts,
        tolerance=0.06,
        mistakes=[
            value_mistake(
                "end to end",
                lambda: parts(None),
                _("You take one step from 2004 to 2012. The task adds up the parts of the eight yearly steps."),
            ),
            value_mistake(
                "money of the year",
                lambda: parts(1, "million_usd"),
                _("You use money of the year. Use the column of dollars of 2019."),
            ),
            value_mistake(
                "shares of money",
                by_money,
                _("Your shares are shares of spending. For a mean price of a unit the weights are units."),
            ),
        ],
        hints=(
            _("Make two tables by year and format: share of units, and money over units."),
            _('`pivot(index="year", columns="format", values=…)`, then `price_parts(shares, prices, step=1)`.'),
            _("The first cell of “Three kinds of album, all cheaper” does it for three albums."),
        ),
        explanation=_("Nearly all is between: buyers moved from a record of many songs to one song at a time."),
    )


def _cut(shares: pd.DataFrame, prices: pd.DataFrame, step: int | None) -> pd.Series:
    return price_parts(shares.loc[2004:2012], prices.loc[2004:2012], step)


@cache
def _takeover(new: str, old: str, first: int) -> float:
    shares = format_shares(load("music_formats")).loc[first : first + SPAN - 1]
    return float(substitution_line(shares[new], shares[old])["takeover"])


def _slower() -> Task:
    def inside(years: dict[str, float]) -> bool:
        return all(years[name].is_integer() and low <= years[name] <= high for name, (low, high) in FIRST_YEARS.items())

    def gap(years: dict[str, float]) -> float:
        if not inside(years):
            return -math.inf
        return _takeover("disc", "tape", int(years["disc"])) - _takeover("tape", "vinyl", int(years["tape"]))

    def tapes() -> list[int]:
        low, high = FIRST_YEARS["tape"]
        return sorted(range(low, high + 1), key=lambda year: _takeover("tape", "vinyl", year))

    return property_task(
        "13-slower",
        "numbers",
        ("tape", "disc"),
        title=_("Make hand-overs slow down"),
        expects=_("two years labelled tape and disc"),
        is_right=lambda years: gap(years) >= SLOWER,
        mistakes=[
            Mistake(
                "outside the record",
                lambda years: not inside(years),
                _("Give whole years, each within the limits that the task names for it."),
            ),
            Mistake(
                "tape settled, disc not",
                lambda years: inside(years) and years["tape"] == tapes()[0] and gap(years) < SLOWER,
                _("No window makes the tape faster than yours. The disc's window is the one to move."),
            ),
            Mistake(
                "still faster",
                lambda years: inside(years) and gap(years) <= 0,
                _(
                    "With these windows the disc still needs no longer than the tape did. "
                    "Compute *each* tape window first."
                ),
            ),
            Mistake(
                "too little slower",
                lambda years: 0 < gap(years) < SLOWER,
                _("The disc now needs longer, by less than five years. Which of the two windows has room?"),
            ),
        ],
        hints=(
            _("Compute the years from 10 to 90 % for every first year that is allowed."),
            _('Take `shares["tape"].loc[first : first + 7]`, likewise vinyl, and `substitution_line`.'),
            _("“Four hand-overs are too few to show a trend” has the call for two windows."),
        ),
        explanation=_(
            "Found, by a search: 3 of 130 pairs of windows do it, and 86 show as much in the other direction. "
            "Fix the window before looking."
        ),
    )


def _break_chain() -> Task:
    def tables(plan: dict[str, float]) -> tuple[pd.DataFrame, pd.DataFrame]:
        shares = [SHARES_B[0], plan["share_b"], SHARES_B[1]]
        prices = {"A": [PRICES_A[0], plan["price_a"], PRICES_A[1]], "B": [PRICES_B[0], plan["price_b"], PRICES_B[1]]}
        return pd.DataFrame({"A": [1 - share for share in shares], "B": shares}), pd.DataFrame(prices)

    def sound(plan: dict[str, float]) -> bool:
        return 0 <= plan["share_b"] <= 1 and plan["price_a"] > 0 and plan["price_b"] > 0

    def chained(plan: dict[str, float]) -> float:
        return float(price_parts(*tables(plan), step=1)["between"]) if sound(plan) else math.nan

    return property_task(
        "13-break-chain",
        "numbers",
        MIDDLE,
        title=_("Turn the sign of selection by chaining"),
        expects=_("three numbers labelled price_a, price_b and share_b"),
        is_right=lambda plan: sound(plan) and chained(plan) <= -0.5 + 1e-9,
        mistakes=[
            Mistake(
                "no such market",
                lambda plan: not sound(plan),
                _("A price is above zero, and a share lies between zero and one."),
            ),
            Mistake(
                "the dearer one stays dearer",
                lambda plan: sound(plan) and chained(plan) > 0 and plan["price_b"] >= plan["price_a"],
                _("B is the dearer one in the middle year too, so whoever moves to B lifts the mean. Need it be?"),
            ),
            Mistake(
                "moves while B is dear",
                lambda plan: sound(plan) and chained(plan) > -0.5 and plan["price_b"] < plan["price_a"],
                _("B is the cheaper one in your middle year, but too few buyers move while it is. When do they move?"),
            ),
            Mistake(
                "too small",
                lambda plan: sound(plan) and chained(plan) > -0.5,
                _("Your chained part is not yet −0.5. What do buyers do while B is dear?"),
            ),
        ],
        hints=(
            _("Between weighs each step's movers by the prices at the *start* of that step."),
            _("Let B be cheap for one year, and let buyers come in the step that starts there."),
            _("Or let them leave B while it is dear, and come back when it is not."),
        ),
        explanation=_("End to end says that buyers moved to the dear one; step by step they moved while it was cheap."),
    )


def _peak(profit: float = 4, place: float = 0.75) -> Task:
    @cache
    def right() -> float:
        return float(brentq(lambda rate: _highest(rate, profit) - place, 0.25 * profit**0.5, 0.63 * profit**0.5))

    @cache
    def most() -> float:
        rates = [round(0.01 * step, 2) for step in range(1, 401)]
        return max(rates, key=lambda rate: step_by_step(place, rate, profit)["innovation"])

    return number_task(
        "13-peak",
        title=_("Put the top of the inverted U where you want it"),
        expects=_("a number, h"),
        right=right,
        tolerance=0.02,
        mistakes=[
            Mistake(
                "the other question",
                lambda given: abs(given - most()) <= MOST_APART,
                _(
                    "At that competition an h of {given} gives the most innovation of all h. Asked is the h whose own "
                    "curve over competition has its top there."
                ),
            ),
            value_mistake(
                "profit left at one",
                lambda: right() / math.sqrt(profit),
                _("{given} would do with a profit of 1. Here the leader earns more; pass it to the curve."),
            ),
            value_mistake(
                "scaled by the profit",
                lambda: right() * math.sqrt(profit),
                _(
                    "{given} scales h by too much. What counts is h over a *root*; "
                    "the section on competition says of what."
                ),
            ),
        ],
        hints=(
            _("With an h of about 0.4 the top of the lesson's curve is at 0.7. The profit there is 1."),
            _("`innovation_curve(h, profit).idxmax()` is the place of the top; try some values of h."),
            _("“Competition can raise or lower innovation” has the call, without a profit."),
        ),
        explanation=_(
            "Only h over the square root of π counts: a richer prize needs easier catching up for the same U."
        ),
    )


def _highest(rate: float, profit: float) -> float:
    """Return where innovation is highest, between the points of the grid, from a parabola through three of them."""
    curve = innovation_curve(rate, profit)
    top = int(curve.to_numpy().argmax())
    if not 0 < top < len(curve) - 1:
        return float(curve.index[top])
    before, at, after = curve.iloc[top - 1 : top + 2]
    return float(curve.index[top] + 0.001 * (before - after) / (2 * (before - 2 * at + after)))


def _elasticity(wanted: float = 3.0, years: int = 50) -> Task:
    fast, slow = GROWTH
    odds = (wanted / 100 - slow) / (fast - wanted / 100)
    right = 1 + math.log(odds) / ((fast - slow) * years)
    yearly = 1 + math.log(odds) / (math.log((1 + fast) / (1 + slow)) * years)  # growth that is compounded by the year
    return property_task(
        "13-elasticity",
        "number",
        title=_("The elasticity behind a rise of growth"),
        expects=_("a number, ε"),
        is_right=lambda given: any(agrees(given, number, 0.006) for number in (right, yearly)),
        mistakes=[
            value_mistake(
                "the one left out",
                right - 1,
                _("{given} is ε − 1, the exponent of A. What is ε?"),
            ),
            value_mistake(
                "only the fast industry",
                1 + math.log(odds) / (fast * years),
                _("{given} lets only the fast industry become cheaper. How fast do the two move *apart*?"),
            ),
            value_mistake(
                "logarithm of ten",
                1 + math.log10(odds) / ((fast - slow) * years),
                _("{given} uses logarithms to base ten. Growth here is in powers of e."),
            ),
            value_mistake(
                "share taken for odds",
                1 + math.log(2 * (wanted / 100 - slow) / (fast - slow)) / ((fast - slow) * years),
                _("{given} lets the *share* grow evenly. What grows evenly is the odds of the two."),
            ),
            value_mistake(
                "the speed of the start kept",
                1 + (wanted / 100 - (fast + slow) / 2) / ((fast - slow) ** 2 / 4 * years),
                _("{given} lets the mean move at its first speed throughout. Does the variance stay what it was?"),
            ),
        ],
        hints=(
            _("Which share must the fast industry have for that mean?"),
            _("Its odds begin at one and grow at (ε − 1) times the difference of the two rates."),
            _("Or try values of ε in `mean_growth` until it fits."),
        ),
        explanation=_("Decades are long: ε need not be far from one to move growth that much."),
    )


def _elasticity_fits(wanted: float, years: int) -> bool:
    fast, slow = GROWTH
    odds, far = (wanted / 100 - slow) / (fast - wanted / 100), (fast - slow) * years
    even, kept = math.log(2 * (wanted / 100 - slow) / (fast - slow)), 4 * (wanted / 100 - (fast + slow) / 2)
    sizes = (math.log(odds) / far, math.log10(odds) / far, even / far, kept / (fast - slow) / far)
    right, *wrong = (1 + size for size in sizes)
    # Two natural mistakes must not meet, or the message would be about the wrong one.
    return apart(right, 1 + math.log(2) / 1.5, *wrong) and min(abs(wrong[0] - other) for other in wrong[1:]) > 0.02

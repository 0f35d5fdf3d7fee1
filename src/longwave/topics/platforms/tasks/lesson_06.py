"""Tasks of lesson 06: what hand-overs, fakes and silence do to users' words, and what a pool is worth."""

import math
from collections.abc import Sequence
from typing import cast

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
from longwave.topics.platforms.models.information import (
    channel_cascade,
    majority_error,
    reading_errors,
    tipping_fakes,
)

RULE = ("reviews", "cut")
MOST_ASKED, MOST_FAKES, HONEST, ALLOWED = 40, 0.4, 0.8, 0.05
ROUNDING = 1e-9  # 0.39 + 0.39 is no more than 0.78
QUIZ_POOL = (20, 0.3, 0.5)  # users of one maker, spread of the makers, noise of one report
MOST_READ, MOST_BOUGHT, LEAST_MISLED = 2_000, 0.78, 0.6


def title() -> str:
    """Return the lesson's title."""
    return _("What does a platform between you and your users give, and what does it keep?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_odds(),
        _quiz_hops(),
        _quiz_volume(),
        _quiz_pool(),
        _cascade(),
        _tipping(),
        _withheld(),
        _rule(),
        _gap_interval(),
        _break_odds(),
    )


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        number_guess(
            "06-guess-misled",
            title=_("A hundred reviews, three in ten bought"),
            expects=_("a number, in per cent of cases"),
            low=0,
            high=100,
            truth=lambda: round(100 * majority_error(101, 0.7, fakes=0.3), 1),
            explanation=_("The bought reviews and the honest ones that err are together more than half."),
        ),
        range_guess(
            "06-guess-rounded",
            title=_("Films that the shop rounds up"),
            expects=_("two numbers, in films"),
            low=0,
            high=146,
            truth=_rounded_up,
            explanation=_("The nearest half star would have raised 58 films and lowered 59."),
        ),
    )


def _rounded_up() -> float:
    films = load("film_scores")
    return float((films["stars_shown"] > films["mean_in_page"]).sum())


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "06-withheld": Variant(
            _withheld,
            {
                # Neither the lesson's own accuracies, nor those near two thirds, where half of the complaints is right.
                "accuracy": (
                    *(0.58, 0.62, 0.64, 0.72, 0.74, 0.76, 0.77, 0.78, 0.79, HONEST),
                    *(0.81, 0.82, 0.83, 0.84, 0.85, 0.86, 0.87, 0.88, 0.89, 0.9, 0.92),
                ),
            },
        ),
    }


def _quiz_hops() -> Task:
    return number_task(
        "06-quiz-hops",
        title=_("Two hand-overs"),
        expects=_("a share from 0 to 1"),
        right=lambda: channel_cascade(0.2, 2)["error"],
        unit="share",
        mistakes=[
            value_mistake(
                "errors added",
                0.4,
                _("You add up the flips. What becomes of a message that is flipped at both hand-overs?"),
            ),
            value_mistake(
                "two flips do not cancel",
                lambda: 1 - 0.8**2,
                _("You count every message that is flipped at all. Flipped once and once more, what does it say?"),
            ),
            value_mistake(
                "every hand-over must flip",
                lambda: 0.2**2,
                _("You count the messages that are flipped at both hand-overs. Are those the wrong ones?"),
            ),
            value_mistake(
                "share that arrives right",
                lambda: 1 - channel_cascade(0.2, 2)["error"],
                _("{given} is the share that arrives *right*. Which share does the question ask for?"),
            ),
        ],
        hints=(
            _("A message arrives wrong if it is flipped at exactly one of the two."),
            _("That happens in two ways: first yes and then no, or first no and then yes."),
            _("“What hand-overs leave of a yes” does it with another rate."),
        ),
        explanation=_("Wrong means flipped exactly once: two flips cancel."),
    )


def _quiz_volume() -> Task:
    return choice_task(
        "06-quiz-volume",
        title=_("Ten thousand more reviews"),
        options="abcd",
        right="0b85d908671f",
        mistakes={
            "a": (
                "volume cures bias",
                _("Chance errors average out. Which way does every fake push, however many there are?"),
            ),
            "b": (
                "same mixture, same verdict",
                _("The mixture stays. What does a longer count do to a small lead of one side?"),
            ),
            "d": (
                "half must be fake",
                _("Fakes need not win alone. Who else praises a bad release?"),
            ),
        },
        hints=(
            _("First find the share of praise among all reviews of the bad release."),
            _("Is it above or below one half? A long count finds that out."),
            _("“Why bought praise is no noise” says where praise reaches one half, for better judges and for worse."),
        ),
        explanation=_("Most reviews are praise, and a longer count shows that more reliably."),
    )


def _line_odds() -> Task:
    def errors() -> tuple[float, float]:
        bad, good = reading_errors(1_001, 0.7, fakes=0.3)
        return float(bad), float(good)

    return number_task(
        "06-line-odds",
        title=_("Misled at even odds"),
        expects=_("a chance from 0 to 1"),
        right=lambda: sum(errors()) / 2,
        unit="share",
        mistakes=[
            value_mistake(
                "bad releases only",
                lambda: errors()[0],
                _("{given} is the chance for a *bad* release. How often is the release good, and what happens then?"),
            ),
            value_mistake(
                "no reviews read",
                0.5,
                _("{given} is the chance of a reader who reads nothing. Weigh the two errors instead."),
            ),
        ],
        hints=(
            _("Half of the time the release is bad, and half of the time it is good."),
            _("So half of each of the two errors counts."),
            _("The two errors are named in the line above the dots."),
        ),
        explanation=_("The chance for a bad release counts half, and good releases are hardly ever misread."),
    )


def _quiz_pool() -> Task:
    own, spread, noise = QUIZ_POOL
    variance = noise**2 / own

    return number_task(
        "06-quiz-pool",
        title=_("How far to move towards the others"),
        expects=_("a part from 0 to 1"),
        right=lambda: variance / (variance + spread**2),
        unit="share",
        mistakes=[
            value_mistake(
                "part that is kept",
                lambda: spread**2 / (variance + spread**2),
                _("{given} is the part of her own mean that is kept. How far does it move?"),
            ),
            value_mistake(
                "noise of one report",
                lambda: noise**2 / (noise**2 + spread**2),
                _("{given} takes the noise of a single report. How many reports are in her mean?"),
            ),
            value_mistake(
                "spread not squared",
                lambda: variance / (variance + spread),
                _("{given} adds a variance and a spread. Which of them must be squared?"),
            ),
            value_mistake(
                "nothing squared",
                lambda: variance**0.5 / (variance**0.5 + spread),
                _("{given} weighs standard deviations. What do noises add up in?"),
            ),
        ],
        hints=(
            _("The part is V ÷ (V + τ²), with V the variance of her own mean."),
            _("V is the squared noise of one report, divided by the number of reports."),
            _("The rule is derived in “What the platform hears and you do not”."),
        ),
        explanation=_("Few reports or makers who are alike: move far. Many reports or makers who differ: stay."),
    )


def _handed_on(errors: Sequence[float]) -> float:
    return (1 - math.prod(1 - 2 * error for error in errors)) / 2


def _cascade() -> Task:
    return function_task(
        "06-cascade",
        title=_("Wrong after hands of different care"),
        expects=_("a function of a list of errors, one for each hand-over, that returns a share"),
        right=lambda errors: _handed_on(errors),
        cases=[([0.1, 0.2],), ([0.3],), ([0.05, 0.1, 0.2],), ([0.2, 0.2, 0.1, 0.4],)],
        mistakes=[
            function_mistake(
                "errors added",
                lambda errors: sum(errors),
                _("You add up the errors. With enough hand-overs that passes one; and what do two flips do?"),
            ),
            function_mistake(
                "two flips do not cancel",
                lambda errors: 1 - math.prod(1 - error for error in errors),
                _("You give the chance of at least one flip. What does a message say after two?"),
            ),
            function_mistake(
                "every hand-over must flip",
                lambda errors: math.prod(errors),
                _("You ask for a flip every time. Is an odd number of flips not enough?"),
            ),
            function_mistake(
                "average error at each",
                lambda errors: _handed_on([sum(errors) / len(errors)] * len(errors)),
                _("You give each hand-over the average of the errors. Work two hand-overs by hand: are they alike?"),
            ),
            function_mistake(
                "one hand-over too many",
                lambda errors: _handed_on([errors[0], *errors]),
                _("You count the first hand-over twice. How often is a message wrong before anybody has handed it on?"),
            ),
            function_mistake(
                "share that arrives right",
                lambda errors: 1 - _handed_on(errors),
                _("You give the share that arrives *right*. The task asks for the other one."),
            ),
        ],
        hints=(
            _("A message is wrong after an odd number of flips."),
            _("Go hand-over by hand-over: right and then flipped, or wrong and then not flipped. A loop will do."),
            _("“What hand-overs leave of a yes” says what each hand-over does to the gap between right and wrong."),
        ),
        explanation=_(
            "Each hand-over multiplies what is left of the lead of right over wrong by one minus twice its own error, "
            "so their order does not matter."
        ),
    )


def _tipping() -> Task:
    return function_task(
        "06-tipping",
        title=_("The share of fakes at which softened reviews tip"),
        expects=_("a function of accuracy and softened that returns a share from 0 to 1"),
        right=lambda accuracy, softened: tipping_fakes(accuracy, softened),
        cases=[(0.7, 0.1), (0.8, 0.3), (0.6, 0), (0.95, 0.25)],
        mistakes=[
            function_mistake(
                "half must be fake",
                lambda accuracy, softened: 0.5,
                _("Fakes alone need not be half: honest buyers err as well. Who praises a bad thing in all?"),
            ),
            function_mistake(
                "nobody softens",
                lambda accuracy, softened: tipping_fakes(accuracy),
                _("That is the share where every complaint arrives. Which part of them does a reader still see?"),
            ),
            function_mistake(
                "fakes on top",
                lambda accuracy, softened: accuracy * (1 - softened) - 0.5,
                _("You add fakes and keep all honest reviews. If a share is fake, how many are still honest?"),
            ),
            function_mistake(
                "share of the honest reviews",
                lambda accuracy, softened: 2 * accuracy * (1 - softened) - 1,
                _("That many fakes for each honest review. What share is it of all reviews?"),
            ),
            function_mistake(
                "complaints withheld",
                lambda accuracy, softened: 2 - 1 / (accuracy * (1 - softened)),
                _("That is the rule for complaints that are withheld. A fake takes one away, and what does it add?"),
            ),
        ],
        hints=(
            _("Follow the complaints about a bad thing: which share of all reviews do they make up?"),
            _("They must be honest, right and not softened. Set their share equal to one half."),
            _("“Why bought praise is no noise” does it without softening, from the side of praise."),
        ),
        explanation=_(
            "Softening works as if honest buyers judged worse: they are right with accuracy times what is not softened."
        ),
    )


def _withheld(accuracy: float = HONEST) -> Task:
    return number_task(
        "06-withheld",
        title=_("Complaints that nobody sees"),
        expects=_("a share of the complaints, from 0 to 1"),
        right=lambda: 2 * tipping_fakes(accuracy),
        unit="share",
        mistakes=[
            value_mistake(
                "share that complains",
                accuracy,
                _("{given} is the share that complains. What part of *those* must go?"),
            ),
            value_mistake(
                "taken for fakes",
                lambda: tipping_fakes(accuracy),
                _("That is the share of *fakes* at which a majority tips. Here nothing is added: what goes?"),
            ),
            value_mistake(
                "share of all reviews",
                accuracy - (1 - accuracy),
                _("So much of *all* reviews must go. What part of the complaints is that?"),
            ),
            value_mistake(
                "half of the complaints",
                0.5,
                _("Try it: take half of the complaints away and count both sides. Which is larger?"),
            ),
        ],
        hints=(
            _("Take a hundred reviews of the bad thing, and count praise and complaints."),
            _("Praise stays. To how many must the complaints fall?"),
            _("“Complaints that nobody saw” counts them for another accuracy."),
        ),
        explanation=_(
            "It is twice the share of fakes, for any accuracy: a fake takes a complaint's place and adds praise too. "
            "Hiding only takes away."
        ),
    )


def _errors_at_worst(plain: dict[str, float]) -> tuple[float, float]:
    """Return the worst of each error: praise of the bad with most fakes, blame of the good with none."""
    reviews, cut = cast("int", plain["reviews"]), plain["cut"]  # no int(): the model refuses half a review
    praised = reading_errors(reviews, HONEST, fakes=MOST_FAKES, cut=cut)["bad_praised"]
    return praised, reading_errors(reviews, HONEST, cut=cut)["good_blamed"]


def _rule() -> Task:
    def keeps(plain: dict[str, float]) -> bool:
        return plain["reviews"] <= MOST_ASKED and max(_errors_at_worst(plain)) <= ALLOWED

    def breaks(plain: dict[str, float]) -> tuple[bool, bool]:
        bad, good = _errors_at_worst(plain)
        return bad > ALLOWED, good > ALLOWED

    return property_task(
        "06-rule",
        "numbers",
        RULE,
        title=_("A rule that tolerates fakes"),
        expects=_("two numbers labelled reviews and cut"),
        is_right=keeps,
        mistakes=[
            Mistake(
                "cut in per cent",
                lambda plain: plain["cut"] > 1,
                _("Your cut is above one. Give it as a share of all reviews."),
            ),
            Mistake(
                "half a review",
                lambda plain: not plain["reviews"].is_integer(),
                _("Reviews are counted. Give a whole number."),
            ),
            Mistake(
                "too many asked",
                lambda plain: plain["reviews"] > MOST_ASKED,
                _("You ask more buyers than the budget pays for. A better cut saves reviews."),
            ),
            Mistake(
                "plain majority",
                lambda plain: plain["cut"] <= (1 - MOST_FAKES) * (1 - HONEST) + MOST_FAKES,
                _("With the most fakes a bad thing gets more praise than your cut asks for. Does volume mend that?"),
            ),
            Mistake(
                "too few reviews",
                lambda plain: breaks(plain) == (True, True),
                _("Both errors are too frequent, so no cut alone will do. What makes chance smaller?"),
            ),
            Mistake(
                "cut too low",
                lambda plain: breaks(plain) == (True, False),
                _("A bad thing is still praised too often when fakes are many. Which way should the cut move?"),
            ),
            Mistake(
                "cut too high",
                lambda plain: breaks(plain) == (False, True),
                _("A good thing is blamed too often when there is no fake at all. Which way should the cut move?"),
            ),
        ],
        hints=(
            _("Two cases are the worst: a bad thing with the most fakes, and a good thing with none."),
            _("Compute the share of praise in both. The cut must be between them, with room on each side."),
            _("`reading_errors`, called twice, is the test; the cut is explained in “A reader who moves the cut”."),
        ),
        explanation=_("A cut between the two worst cases needs no knowledge of the share of fakes, only a ceiling."),
    )


def _gaps(divisor: float = 2, stars: str = "stars_shown", most: bool = True, above: str = "median") -> pd.Series:
    """Return the stars less IMDb's score for the films with more ratings than the median, or for the others."""
    films = load("film_scores")
    cut = films["votes"].median() if above == "median" else films["votes"].mean()
    chosen = films[(films["votes"] > cut) == most]
    return chosen[stars] - chosen["imdb"] / divisor


def _with_interval(gaps: pd.Series, among: int | None = None) -> dict[str, float]:
    mean, reach = float(gaps.mean()), 1.96 * float(gaps.std()) / math.sqrt(among or len(gaps))
    return {"mean": mean, "low": mean - reach, "high": mean + reach}


def _gap_interval() -> Task:
    def everything() -> dict[str, float]:
        films = load("film_scores")
        return _with_interval(films["stars_shown"] - films["imdb"] / 2)

    def rounding() -> dict[str, float]:
        films = load("film_scores")
        many = films[films["votes"] > films["votes"].median()]
        return _with_interval(many["stars_shown"] - many["mean_in_page"])

    return numbers_task(
        "06-gap-interval",
        title=_("The gap in films with many votes"),
        expects=_("three numbers labelled mean, low and high, in stars"),
        labels=("mean", "low", "high"),
        right=lambda: _with_interval(_gaps()),
        tolerance=0.002,
        mistakes=[
            value_mistake(
                "ten points for five stars",
                lambda: _with_interval(_gaps(divisor=1)),
                _("You subtract points out of ten from stars out of five. What must happen to one of them first?"),
            ),
            value_mistake(
                "all films",
                everything,
                _("These are all 146 films. Which half of them was asked for?"),
            ),
            value_mistake(
                "rounding only",
                rounding,
                _("You compare the shop with its own page. The question is how far it is from the other site."),
            ),
            value_mistake(
                "spread of the films",
                lambda: _with_interval(_gaps(), among=1),
                _("Your interval holds nearly all *films*. Their *mean* is known far better: by what root?"),
            ),
            value_mistake(
                "gap turned round",
                lambda: _with_interval(-_gaps()),
                _("You take the shop from the other site. By how much does the *shop* show them higher?"),
            ),
            value_mistake(
                "mean in the page",
                lambda: _with_interval(_gaps(stars="mean_in_page")),
                _("You take the mean that the page held. Which stars did a buyer see?"),
            ),
            value_mistake(
                "films with few votes",
                lambda: _with_interval(_gaps(most=False)),
                _("These are the films with *fewer* votes. Which half of them was asked for?"),
            ),
            value_mistake(
                "above the mean number of votes",
                lambda: _with_interval(_gaps(above="mean")),
                _("You cut at the mean number of votes, and a few films have very many. Where is the middle film?"),
            ),
        ],
        hints=(
            _("Keep the films whose votes are above the median of the votes."),
            _("For each take the stars shown less half of the score on IMDb, then mean and standard deviation."),
            _("The interval is the mean plus and minus 1.96 standard deviations divided by the root of their number."),
        ),
        explanation=_(
            "The interval is far from zero, so the gap is no noise. Why it is there, the interval cannot say."
        ),
    )


def _misled(plain: dict[str, float]) -> float:
    """Return how often a majority errs at even odds if makers buy praise of the bad, and rivals blame of the good."""
    reviews = cast("int", plain["reviews"])
    # A good thing with bought complaints is the mirror image of a bad one with bought praise.
    errors = [majority_error(reviews, HONEST, fakes=plain[bought]) for bought in ("praise", "complaints")]
    return sum(errors) / 2


def _break_odds() -> Task:
    def bought(plain: dict[str, float]) -> float:
        return plain["praise"] + plain["complaints"]

    def harms(plain: dict[str, float]) -> bool:
        within = plain["reviews"] <= MOST_READ and bought(plain) <= MOST_BOUGHT + ROUNDING
        return within and _misled(plain) >= LEAST_MISLED

    return property_task(
        "06-break-odds",
        "numbers",
        ("reviews", "praise", "complaints"),
        title=_("Break our conclusion: rivals buy complaints"),
        expects=_("three numbers labelled reviews, praise and complaints"),
        is_right=harms,
        mistakes=[
            Mistake(
                "half a review",
                lambda plain: not plain["reviews"].is_integer(),
                _("Reviews are counted. Give a whole number."),
            ),
            Mistake(
                "too many reviews",
                lambda plain: plain["reviews"] > MOST_READ,
                _("You read more reviews than the task allows."),
            ),
            Mistake(
                "too much bought",
                lambda plain: bought(plain) > MOST_BOUGHT + ROUNDING,
                _("Your two shares add up to more than the task allows. How is a smaller sum best divided?"),
            ),
            Mistake(
                "only makers buy",
                lambda plain: plain["complaints"] == 0,
                _("No complaint is bought, so good things keep more praise than bad ones. What do rivals add?"),
            ),
            Mistake(
                "good still ahead",
                lambda plain: bought(plain) <= 2 * tipping_fakes(HONEST) + ROUNDING,
                _("A good thing still gets at least as much praise as a bad one. From which sum on is that over?"),
            ),
            Mistake(
                "one side only",
                lambda plain: min(plain["praise"], plain["complaints"]) <= tipping_fakes(HONEST),
                _("The majority still turns right about one kind of thing. Which, and who has money to spare?"),
            ),
            Mistake(
                "too few reviews",
                lambda plain: _misled(plain) < LEAST_MISLED,
                _("Both majorities tip to the wrong side, but not often enough. What makes a small lead show?"),
            ),
        ],
        hints=(
            _("Write the share of praise of a bad thing, and of a good one whose rivals buy complaints."),
            _("Both must be on the wrong side of one half: each share has to pass the same tipping point."),
            _("Then let many reviews show it. `majority_error` gives both errors, one for each share."),
        ),
        explanation=_("Reading is worse than a coin once the two shares add up to more than twice the tipping point."),
    )

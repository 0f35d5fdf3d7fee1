"""Tasks of lesson 16: do dated waves get shorter, what does a filter put in, and what makes a wave?"""

from functools import lru_cache

import numpy as np

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
from longwave.tasks.variant import Variant, apart
from longwave.topics.waves.models.filters import ideal_weight
from longwave.topics.waves.models.sterman import sterman_long_wave, wave_period
from longwave.topics.waves.models.wave_lengths import trend_in_lengths, wave_lengths

BOUNDS = ("first", "second", "third", "fourth", "end")
RANGES = ((1787, 1789), (1844, 1851), (1890, 1896), (1939, 1950), (1984, 1991))
SHORTENS, STEADY = 0.05, 0.5
DATINGS, LEVEL = 6, 0.05
AIM, NEAR, CAPITAL_LIFE, SOLVED = 43, 0.5, 20, 2.82


def title() -> str:
    """Return the lesson's title."""
    return _("Are there waves of fifty years, and do they get shorter?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _quiz_p(),
        _quiz_smooth(),
        _quiz_band(),
        _slope(),
        _weight(),
        _shrink(),
        _steady(),
        _false_alarm(),
        _shorter(),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "16-false-alarm": Variant(
            _false_alarm,
            {"datings": (4, 5, DATINGS, 7, 8, 9, 10, 12), "level": (0.01, 0.02, 0.03, 0.04, LEVEL, 0.08, 0.1)},
            _false_alarm_fits,
        ),
        "16-shorter": Variant(
            _shorter,
            {"life": (17, 18, 19, CAPITAL_LIFE, 21, 22, 24, 25), "aim": (39, 40, 41, 42, AIM, 44)},
            _shorter_fits,
        ),
    }


def _quiz_p() -> Task:
    return choice_task(
        "16-quiz-p",
        title=_("What a large p says"),
        options="abcd",
        right="8d433f3c1f6e",
        mistakes={
            "a": (
                "nothing shown taken for none",
                _("You read “not shown” as “not there”. What could four lengths show at all? See the interval."),
            ),
            "b": (
                "p taken for the chance of the claim",
                _("You turned p round. Does p begin by supposing a trend, or by supposing none?"),
            ),
            "c": (
                "p taken for a size",
                _("How fast they shrink is the slope. Which question does p answer?"),
            ),
        },
        hints=(
            _("First ask what p supposes."),
            _("Then ask how far apart lengths that only scatter would be, if there are so few."),
            _("Read “The idea” and “By hand, then by code” again."),
        ),
        explanation=_("So few lengths are compatible with a steep fall and with none."),
    )


def _quiz_smooth() -> Task:
    return choice_task(
        "16-quiz-smooth",
        title=_("Smooth, and therefore cyclical?"),
        options="abcd",
        right="8d25490ae81f",
        mistakes={
            "a": (
                "smooth means cyclical",
                _("The curve of the puzzle is smooth too. What was in it?"),
            ),
            "b": (
                "regular enough means cyclical",
                _("Measure the peaks of a few blind rounds without a wave. Are they always uneven?"),
            ),
            "d": (
                "nothing can be cyclical",
                _("Half of the blind rounds do have a wave. Does smoothness tell you which half?"),
            ),
        },
        hints=(
            _("Think of what was done to the curve before you saw it."),
            _("Which curves would come out of a band-pass filter that are not smooth?"),
            _("Read “Band in, wave out” again."),
        ),
        explanation=_("Every series leaves such a filter as a smooth curve, so smoothness tells nothing."),
    )


def _quiz_band() -> Task:
    return choice_task(
        "16-quiz-band",
        title=_("The next step"),
        options="abcd",
        right="64b1dde23c7a",
        mistakes={
            "a": (
                "filters twice",
                _("A second pass makes it smoother. What does smoothness tell?"),
            ),
            "c": (
                "chooses the band by the result",
                _("You would keep the band that pleases. What do random walks show in each band?"),
            ),
            "d": (
                "counts peaks",
                _("A filtered random walk has about as many peaks. What could tell the two apart?"),
            ),
        },
        hints=(
            _("Ask what the same work would show if there were no wave."),
            _("A result that chance gives just as easily is no evidence."),
            _("Read “Band in, wave out” again."),
        ),
        explanation=_("Only what chance does not give in the same band can count for the wave."),
    )


def _slope() -> Task:
    def best(lengths: list[float]) -> float:
        return float(trend_in_lengths(lengths)["slope"])

    return function_task(
        "16-slope",
        title=_("The slope through the lengths"),
        expects=_("a function of a list of three or more lengths that returns years a wave"),
        right=lambda lengths: best(lengths),
        cases=[[63, 47, 56, 43], [58, 48, 39, 37], [50, 60, 40], [61, 52, 55, 44, 49]],
        mistakes=[
            function_mistake(
                "first and last only",
                lambda lengths: (lengths[-1] - lengths[0]) / (len(lengths) - 1),
                _("You join the first wave to the last. What do the waves between them have to say?"),
            ),
            function_mistake(
                "the other way",
                lambda lengths: -best(lengths),
                _("Your slope has the wrong sign. Is a wave that is shorter than the last a rise or a fall?"),
            ),
            function_mistake(
                "not divided",
                lambda lengths: float(np.dot(np.arange(len(lengths)) - (len(lengths) - 1) / 2, lengths)),
                _("You have the sum on top of the fraction. What is below it?"),
            ),
        ],
        hints=(
            _("Number the waves from one, and take the mean number from each."),
            _("Multiply each length by that, add up, and divide by the sum of the squares."),
            _("The formula is in “The idea”; “By hand, then by code” does it for one dating."),
        ),
        explanation=_("Each wave pulls with its distance from the middle; a wave in the middle does not pull at all."),
    )


def _weight() -> Task:
    def without_circle(distance: int, low: float, high: float) -> float:
        return float((np.sin(distance / low) - np.sin(distance / high)) / (np.pi * distance))

    return function_task(
        "16-weight",
        title=_("The weight of a neighbour"),
        expects=_("a function of the distance, at least 1, and the two ends of the band, which returns a weight"),
        right=lambda distance, low, high: ideal_weight(distance, low, high),
        cases=[(1, 20, 70), (10, 20, 70), (25, 10, 40), (60, 30, 100)],
        mistakes=[
            function_mistake(
                "ends exchanged",
                lambda distance, low, high: -ideal_weight(distance, low, high),
                _("Your sign is turned. Which end of the band turns faster, the short period or the long one?"),
            ),
            function_mistake(
                "a turn without its circle",
                without_circle,
                _("You turn by one over the period each year. How large is a whole turn?"),
            ),
            function_mistake(
                "not divided by the distance",
                lambda distance, low, high: distance * ideal_weight(distance, low, high),
                _("Your weights do not fade with distance. What is the denominator?"),
            ),
        ],
        hints=(
            _("a and b are turns a year: a whole turn over the period."),
            _("b belongs to the shorter period, because it turns faster."),
            _("The formula is in the exercise; `math.sin` and `math.pi` do the rest."),
        ),
        explanation=_("Waves inside the band add up under these weights, and all others cancel."),
    )


def _inside(answer: dict[str, float]) -> bool:
    """Return whether the years are in the ranges of Korotayev and Grinin."""
    return all(low <= answer[name] <= high for name, (low, high) in zip(BOUNDS, RANGES, strict=True))


def _declared(answer: dict[str, float]) -> bool:
    return answer["tries"] >= 1 and float(answer["tries"]).is_integer()


def _p_value(answer: dict[str, float]) -> float:
    return float(trend_in_lengths(wave_lengths([answer[name] for name in BOUNDS]))["p_value"])


def _dating_mistakes() -> list[Mistake]:
    return [
        Mistake(
            "outside the author's ranges",
            lambda answer: not _inside(answer),
            _("A year is outside what Korotayev and Grinin allow. Look in the table of the exercise."),
        ),
        Mistake(
            "tries not declared",
            lambda answer: not _declared(answer),
            _("Say how many datings you tried, this one included: a whole number. What is p worth without it?"),
        ),
    ]


def _shrink() -> Task:
    return property_task(
        "16-shrink",
        "numbers",
        (*BOUNDS, "tries"),
        title=_("Dates that make the waves shrink"),
        expects=_("five years labelled first, second, third, fourth and end, and the number of tries"),
        is_right=lambda answer: _inside(answer) and _declared(answer) and _p_value(answer) < SHORTENS,
        mistakes=[
            *_dating_mistakes(),
            Mistake(
                "first and last only",
                lambda answer: _p_value(answer) >= SHORTENS and answer["second"] - answer["first"] >= 60,
                _("You made the first wave as long as can be. What else than a steep fall makes p small?"),
            ),
            Mistake(
                "too much scatter",
                lambda answer: _p_value(answer) >= SHORTENS,
                _("Your p is too large still. How far is each length from the line through them?"),
            ),
        ],
        hints=(
            _("A small p needs little scatter more than a steep fall."),
            _("Aim at lengths that fall by the same number each time."),
            _("Move the sliders of `dating_panel()` in the lesson, and count how often you look."),
        ),
        explanation=_("Lengths in step give a small p. Each look was a try, and you have said how many."),
    )


def _steady() -> Task:
    return property_task(
        "16-steady",
        "numbers",
        (*BOUNDS, "tries"),
        title=_("Dates that make the trend vanish"),
        expects=_("five years labelled first, second, third, fourth and end, and the number of tries"),
        is_right=lambda answer: _inside(answer) and _declared(answer) and _p_value(answer) > STEADY,
        mistakes=[
            *_dating_mistakes(),
            Mistake(
                "still shrinking",
                lambda answer: _p_value(answer) < SHORTENS,
                _("These dates show the opposite. Which wave should be longer, and which shorter?"),
            ),
            Mistake(
                "half way",
                lambda answer: _p_value(answer) <= STEADY,
                _("Your p is not large enough yet. Which of the four lengths pulls the line down most?"),
            ),
        ],
        hints=(
            _("Make the last wave longer: which two years decide its length?"),
            _("The second wave may be the shortest of all."),
            _("Move the sliders of `dating_panel()` in the lesson, and count how often you look."),
        ),
        explanation=_("The same author, the same history, and no trend: the conclusion was in the choice of dates."),
    )


def _false_alarm(datings: int = DATINGS, level: float = LEVEL) -> Task:
    return number_task(
        "16-false-alarm",
        title=_("One alarm among many"),
        expects=_("a number from 0 to 1"),
        right=lambda: 1 - (1 - level) ** datings,
        unit="share",
        mistakes=[
            value_mistake(
                "one test only",
                level,
                _("{given} is the chance of an alarm in one test. How many tests were made?"),
            ),
            value_mistake(
                "chances added",
                level * datings,
                _("{given} adds up the chances, and counts cases with two alarms twice. Try it with a thousand tests."),
            ),
            value_mistake(
                "no alarm at all",
                (1 - level) ** datings,
                _("{given} is the chance that no test raises an alarm. Which one is asked for?"),
            ),
        ],
        hints=(
            _("First: how likely is it that a single test stays silent?"),
            _("Then: that all of them do."),
            _("At least one alarm is what is left over."),
        ),
        explanation=_("Many honest tests of nothing will, now and then, show something."),
    )


@lru_cache(maxsize=256)
def _period(life: float, ratio: float) -> float:
    return wave_period(sterman_long_wave(life, ratio))


def _shorter(life: float = CAPITAL_LIFE, aim: float = AIM) -> Task:
    def period(ratio: float) -> float:
        return _period(life, ratio)

    def sound(ratio: float) -> bool:
        return 1 <= ratio < 10

    return property_task(
        "16-shorter",
        "number",
        title=_("How much less capital makes a shorter wave"),
        expects=_("a number: years of output that the capital is worth"),
        is_right=lambda ratio: sound(ratio) and abs(period(ratio) - aim) <= NEAR,
        mistakes=[
            Mistake(
                "outside the model",
                lambda ratio: not sound(ratio),
                _("Give a ratio of at least 1 year and well below the life of capital."),
            ),
            Mistake(
                "in proportion",
                lambda ratio: abs(ratio - 3 * aim / period(3)) < 0.02,
                _("You cut the ratio in proportion to the period. Is the period proportional to it? Compute yours."),
            ),
            Mistake(
                "wave too short",
                lambda ratio: period(ratio) < aim,
                _("With {given} the wave is shorter than is asked. Which way must the ratio go?"),
            ),
            Mistake(
                "wave too long",
                lambda ratio: period(ratio) > aim,
                _("With {given} the wave is longer than is asked. Which way must the ratio go?"),
            ),
        ],
        hints=(
            _("Compute the period for two ratios, one on each side of the aim."),
            _("Then halve the distance until you are near enough."),
            _("“An economy that waves by itself” has the two calls that you need."),
        ),
        explanation=_("A little less capital for each unit of output is enough, in this model."),
    )


def _shorter_fits(life: float, aim: float) -> bool:
    """Return whether the ratio that solves the task as printed misses this aim."""
    return abs(_period(life, SOLVED) - aim) > 1.2 * NEAR


def _false_alarm_fits(datings: int, level: float) -> bool:
    silent, default = (1 - level) ** datings, 1 - (1 - LEVEL) ** DATINGS
    return apart(1 - silent, default, silent, level, level * datings)

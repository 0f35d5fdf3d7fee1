"""Tasks of lesson 22: what a glut becomes, who pays for training, a rule of admission, a list and its sources."""

from longwave.data import load
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
from longwave.topics.talent.models.skills import admission_path, cobweb, forward_share_needed, mean_miss, swing_factor
from longwave.topics.talent.models.training import subsidy_needed, training

QUIZ_RATIO, QUIZ_GLUT = 0.9, 20
STEEP = 1.5
KEPT_BEFORE, KEPT_AFTER, QUITS = 0.4, 0.1, 0.25
RULE_RATIO, RULE_LAG, YEARS, STEP_YEAR = 1.5, 4, 40, 5
NEEDS, MOST_SEATS, MOST_MISS = (90, 110, 130), 130, 5


def title() -> str:
    """Return the lesson's title."""
    return _("How does an economy train the people it needs?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _quiz_lag(),
        _quiz_glut(),
        _quiz_gap(),
        _swing(),
        _share(),
        _weeks(),
        _subsidy(),
        _laws(),
        _rule(),
    )


def rule_misses(follow: float, seats: float) -> dict[int, float]:
    """Return how far graduates miss what is needed, in per cent on average, for each number needed from year 6 on."""
    return {
        need: mean_miss(
            admission_path(RULE_RATIO, RULE_LAG, follow, seats, [100] * STEP_YEAR + [need] * (YEARS - STEP_YEAR))
        )
        for need in NEEDS
    }


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    ratios = (1.3, 1.35, 1.4, 1.45, STEEP, 1.55, 1.6, 1.65, 1.7, 1.75, 1.8, 1.85, 1.9, 1.95, 2.2, 2.4, 2.6, 2.8)
    return {"22-share": Variant(_share, {"ratio": ratios}, _share_fits)}


def _quiz_lag() -> Task:
    return choice_task(
        "22-quiz-lag",
        title=_("A shorter course"),
        options="abcd",
        right="b37656111b6a",
        mistakes={
            "a": (
                "lag decides stability",
                _("You let the lag decide whether swings die out. Is it in the factor of a swing?"),
            ),
            "c": (
                "shorter lag, smaller growth",
                _("Each swing grows by the same factor. How many swings fit into ten years now?"),
            ),
            "d": (
                "lag changes nothing",
                _("Something does change: look at the years from one glut to the next."),
            ),
        },
        hints=(
            _("Write the equation: what is before n, and what is in its index?"),
            _("The factor is the slope ratio alone; the lag says how long a swing takes."),
            _("Look at the table below the panel."),
        ),
        explanation=_("The lag sets the period. Whether swings grow is up to the slope ratio, in this model."),
    )


def _quiz_glut() -> Task:
    return number_task(
        "22-quiz-glut",
        title=_("From glut to glut"),
        expects=_("a number, the next glut in per cent above rest"),
        right=lambda: cobweb(QUIZ_RATIO, 1, 3, glut=QUIZ_GLUT)["gap"].iloc[2],
        mistakes=[
            value_mistake(
                "one swing only",
                lambda: QUIZ_RATIO * QUIZ_GLUT,
                _("{given} is the size of the shortage in between. A glut comes after two swings."),
            ),
            value_mistake(
                "shortage taken for the glut",
                lambda: -QUIZ_RATIO * QUIZ_GLUT,
                _("{given} is the shortage in between. A glut comes after two swings."),
            ),
            value_mistake(
                "three swings",
                lambda: QUIZ_RATIO**3 * QUIZ_GLUT,
                _("{given} takes three swings. How many lead from one glut to the next?"),
            ),
            value_mistake(
                "shrinks by a tenth twice, added",
                lambda: QUIZ_GLUT * (1 - 2 * (1 - QUIZ_RATIO)),
                _("{given} takes a tenth of the first glut off twice. The second tenth is of what is left."),
            ),
        ],
        hints=(
            _("A glut first becomes a shortage, then a glut."),
            _("Multiply by the slope ratio once for each swing."),
            _("“By hand, then by code” follows a glut over four steps."),
        ),
        explanation=_("Two swings, so the square of the slope ratio."),
    )


def _quiz_gap() -> Task:
    return choice_task(
        "22-quiz-gap",
        title=_("A wage below product"),
        options="abcd",
        right="8f1b96d409c8",
        mistakes={
            "a": (
                "any gap pays for training",
                _("The firm earns that gap without training too. What does one more week add to it?"),
            ),
            "b": (
                "profit taken for a reason to train",
                _("It is richer by the gap. Is it richer by more if it trains longer?"),
            ),
            "d": (
                "skill that leaves, only",
                _("That would hold if the firm kept nothing of what training adds. Here it keeps a share."),
            ),
        },
        hints=(
            _("Where is the gap in the formula for the firm's weeks?"),
            _("The firm compares the gain from one week more with its cost."),
            _("Look at the table below the second panel."),
        ),
        explanation=_("What counts is how the gap grows with skill: that is wage compression."),
    )


def _swing() -> Task:
    def next_gap(gap: float, slope_ratio: float, forward: float) -> float:
        return -swing_factor(slope_ratio, forward) * gap

    return function_task(
        "22-swing",
        title=_("The gap one lag later"),
        expects=_("a function of the gap, the slope ratio and the share that looks ahead, which returns the next gap"),
        right=next_gap,
        cases=[(10, 1.2, 0), (10, 1.2, 0.25), (-8, 2, 0.5), (5, 0.7, 0.1), (12, 1.5, 1)],
        mistakes=[
            function_mistake(
                "sign lost",
                lambda gap, slope_ratio, forward: slope_ratio * (1 - forward) / (1 + forward * slope_ratio) * gap,
                _("Your glut is followed by a glut. What does a low wage do to the number of entrants?"),
            ),
            function_mistake(
                "those who look ahead stand aside",
                lambda gap, slope_ratio, forward: -slope_ratio * (1 - forward) * gap,
                _("You only take out those who look ahead. They also move against the others, who are still there."),
            ),
            function_mistake(
                "nobody looks ahead",
                lambda gap, slope_ratio, forward: -slope_ratio * gap,
                _("The share that looks ahead makes no difference in your function."),
            ),
            function_mistake(
                "slope ratio upside down",
                lambda gap, slope_ratio, forward: -(1 - forward) / (slope_ratio + forward) * gap,
                _("Your swings shrink where demand is steep. Which steepness is divided by which?"),
            ),
        ],
        hints=(
            _("Write n(t) for the next gap: some entrants answer n(t − L), the others n(t) itself."),
            _("Bring all terms with n(t) to one side, then divide."),
            _("“Who looks ahead” has the equation."),
        ),
        explanation=_("Foresight works twice: fewer follow today's wage, and some lean against those who do."),
    )


def _share(ratio: float = STEEP) -> Task:
    return number_task(
        "22-share",
        title=_("How many must look ahead"),
        expects=_("a number from 0 to 1, a share of entrants"),
        right=lambda: forward_share_needed(ratio),
        unit="share",
        mistakes=[
            value_mistake(
                "those who look ahead stand aside",
                lambda: 1 - 1 / ratio,
                _("At {given} swings die out already. Those who look ahead also lean against the others."),
            ),
            value_mistake(
                "half for all",
                0.5,
                _("{given} is enough for any slope ratio. Here fewer do."),
            ),
            value_mistake(
                "share of one in twelve",
                lambda: forward_share_needed(1.2),
                _("{given} is right for the slope ratio of the lesson. This one is steeper."),
            ),
        ],
        hints=(
            _("Swings keep their size where the factor is one."),
            _("Set R (1 − φ) equal to 1 + φ R and solve for φ."),
            _("“Who looks ahead” has a table for other slope ratios."),
        ),
        explanation=_("One more than this, and each swing is smaller than the last."),
    )


def _share_fits(ratio: float) -> bool:
    mistakes = 1 - 1 / ratio, 0.5, forward_share_needed(1.2)
    return apart(forward_share_needed(ratio), forward_share_needed(STEEP), *mistakes)


def _weeks() -> Task:
    def weeks(gain: float, cost: float, kept: float, quits: float) -> float:
        return float(training(gain, cost, kept, quits)["firm_weeks"])

    return function_task(
        "22-weeks",
        title=_("The firm's weeks"),
        expects=_("a function of gain, cost, kept and quits that returns weeks of training"),
        right=weeks,
        cases=[(12, 1, 0.25, 0.2), (9, 1.5, 0.5, 0.4), (20, 2, 0, 0.1), (10, 0.5, 1, 0)],
        mistakes=[
            function_mistake(
                "quits forgotten",
                lambda gain, cost, kept, quits: kept * gain / cost,
                _("You count on everybody to stay. From whom does the firm get its share?"),
            ),
            function_mistake(
                "best for all",
                lambda gain, cost, kept, quits: gain / cost,
                _("That is best for all. The firm counts only what it keeps, and from those who stay."),
            ),
            function_mistake(
                "share of the worker",
                lambda gain, cost, kept, quits: (1 - quits) * (1 - kept) * gain / cost,
                _("You give the firm what the wage takes. Which share is kept?"),
            ),
            function_mistake(
                "half the cost",
                lambda gain, cost, kept, quits: 2 * (1 - quits) * kept * gain / cost,
                _("You stop where the firm earns nothing in all. It stops where one week more earns nothing."),
            ),
        ],
        hints=(
            _("What does one week more bring the firm, and what does it cost?"),
            _("A week more costs c times the weeks so far; it brings the kept part of g from those who stay."),
            _("“Who pays” has the formula."),
        ),
        explanation=_("Where the firm keeps nothing it trains nobody, however useful the skill."),
    )


def _subsidy() -> Task:
    return numbers_task(
        "22-subsidy",
        title=_("What a certificate costs the state"),
        expects=_('two shares of the cost, {"before": 0.5, "after": 0.5}'),
        labels=("before", "after"),
        right=lambda: {
            "before": subsidy_needed(KEPT_BEFORE, QUITS),
            "after": subsidy_needed(KEPT_AFTER, QUITS),
        },
        mistakes=[
            value_mistake(
                "quits forgotten",
                {"before": 1 - KEPT_BEFORE, "after": 1 - KEPT_AFTER},
                _("You count on everybody to stay."),
            ),
            value_mistake(
                "the firm's part",
                {"before": KEPT_BEFORE * (1 - QUITS), "after": KEPT_AFTER * (1 - QUITS)},
                _("That is the part of the gain that the firm counts on. The state must bear the rest of the cost."),
            ),
            value_mistake(
                "before and after changed round",
                lambda: {
                    "before": subsidy_needed(KEPT_AFTER, QUITS),
                    "after": subsidy_needed(KEPT_BEFORE, QUITS),
                },
                _("After the certificate other firms see the skill. Does the firm then keep more, or less?"),
            ),
        ],
        hints=(
            _("The firm trains as much as is best where its share of the cost is its share of the gain."),
            _("Its share of the gain is what it keeps, from those who stay."),
            _("The table below the second panel has a case with a subsidy."),
        ),
        explanation=_("The worker can take the state's place, if she can pay: after the certificate the gain is hers."),
    )


def _laws() -> Task:
    def count(stages: tuple[str, ...] = ("law",), found: bool = False, candidates: bool = False) -> int:
        policies = load("talent_policies")
        counted = policies["stage"].isin(stages) & (candidates | (policies["named_in"] == "text"))
        return int((counted & ((policies["evidence"] == "found") | (not found))).sum())

    return number_task(
        "22-laws",
        title=_("Named, law, and found"),
        expects=_("a whole number of measures"),
        right=lambda: count(found=True),
        tolerance=0.01,
        mistakes=[
            value_mistake(
                "guess counted as found",
                count,
                _("{given} counts a law that we only believe to be meant. Look at its evidence."),
            ),
            value_mistake(
                "candidates counted as named",
                lambda: count(candidates=True),
                _("{given} counts laws that the text does not name: candidates for a figure that is lost."),
            ),
            value_mistake(
                "bills counted as law",
                lambda: count(("law", "bill"), found=True),
                _("{given} counts bills too. Lesson 19 tells the two apart."),
            ),
        ],
        hints=(
            _("Three columns decide: where it is named, its stage, its evidence."),
            _("Leave out candidates, bills, and matches that are inferred."),
            _("“The data and its limits” shows what each kind of evidence means."),
        ),
        explanation=_("Three of these are in one section of one law, and the fourth is in the same law."),
    )


def _rule() -> Task:
    def in_range(plain: dict[str, float]) -> bool:
        return 0 <= plain["follow"] <= 1 and 0 <= plain["seats"] <= MOST_SEATS

    def worst(plain: dict[str, float]) -> int | None:
        """Return the number needed that is missed by most, or None where the rule passes."""
        misses = rule_misses(plain["follow"], plain["seats"])
        need = max(misses, key=misses.__getitem__)
        return None if misses[need] <= MOST_MISS else need

    def fails(plain: dict[str, float]) -> bool:
        return in_range(plain) and worst(plain) is not None

    def too_few(plain: dict[str, float]) -> bool:
        return fails(plain) and min(rule_misses(follow, plain["seats"])[130] for follow in (0.1, 0.3, 1)) > MOST_MISS

    def slower_helps(plain: dict[str, float]) -> bool:
        now = max(rule_misses(plain["follow"], plain["seats"]).values())
        return max(rule_misses(0.9 * plain["follow"], plain["seats"]).values()) < now

    return property_task(
        "22-rule",
        "numbers",
        ("follow", "seats"),
        title=_("A rule of admission"),
        expects=_('two numbers, {"follow": 0.5, "seats": 120}'),
        is_right=lambda plain: in_range(plain) and worst(plain) is None,
        mistakes=[
            Mistake(
                "outside the limits",
                lambda plain: not in_range(plain),
                _("Follow is a share, and the seats have a limit that the task states."),
            ),
            Mistake(
                "seats for one future",
                too_few,
                _("Where most are needed your seats keep the rest out for good. The need is not known beforehand."),
            ),
            Mistake(
                "follows too fast",
                lambda plain: fails(plain) and not too_few(plain) and slower_helps(plain),
                _(
                    "Your rule lets a rise in too fast: where fewer are needed than there are seats, graduates "
                    "still swing."
                ),
            ),
            Mistake(
                "follows too slowly",
                lambda plain: fails(plain) and not too_few(plain) and not slower_helps(plain),
                _("Your rule hardly moves: years pass before it lets in those who are needed."),
            ),
        ],
        hints=(
            _("Try the three needs one by one with admission_path and mean_miss."),
            _("Seats guard against one future; how fast the rule follows guards against all three."),
            _("“A plan of seats” compares letting all in with a rule that follows a tenth of a rise."),
        ),
        explanation=_("A rule that follows slowly needs no forecast; a cap needs the right one."),
    )

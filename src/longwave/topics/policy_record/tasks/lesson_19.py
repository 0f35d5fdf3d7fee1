"""Tasks of lesson 19: what became law, sums and dates against their sources, and coders of levers."""

from collections.abc import Callable
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
from longwave.tasks.tables import Table
from longwave.tasks.task import Task
from longwave.topics.business_models.models.coding import chance_agreement, cohen_kappa, percent_agreement
from longwave.topics.policy_record.models import LEVERS, levers_by_means, months_between

ANNOUNCED, CHIP_FUNDS, WIRELESS, PRINTED = 53.5, (50.2, 2, 0.5), 1.5, 57
PRESIDENTS = ("Obama", "Trump", "Biden")
ENOUGH_KAPPA, FOLLOWED = 0.6, 0.8
MOST_OPEN = 2
CASES, ENOUGH_AGREEMENT = 8, 0.75
FIRST_RAMI, SECOND_RAMI = "RAMI (November)", "RAMI (December)"


def title() -> str:
    """Return the lesson's title."""
    return _("What did the US enact, and what did it only propose?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _quiz_chamber(),
        _quiz_money(),
        _quiz_twice(),
        _share(),
        _months(),
        _kappa(),
        _code_levers(),
        _paradox(),
    )


def _quiz_chamber() -> Task:
    return choice_task(
        "19-quiz-chamber",
        title=_("What a vote of one chamber makes"),
        options="abcd",
        right="bc760b9b2ac5",
        mistakes={
            "a": (
                "one chamber taken for law",
                _("A majority of one chamber, however large, is a majority of one chamber. Who else must vote?"),
            ),
            "c": (
                "name taken for stage",
                _("The word Act stood in the title on the day the text was introduced. What has changed since?"),
            ),
            "d": (
                "passed taken for paid",
                _("No office may spend on the word of one chamber. What must happen first?"),
            ),
        },
        hints=(
            _("Count who has voted, and on which words."),
            _("A statute needs both chambers, the same words, and a signature."),
            _("Look at “The idea”, at the steps that a text climbs."),
        ),
        explanation=_("It had passed one chamber. The other never passed those words."),
    )


def _quiz_money() -> Task:
    return number_task(
        "19-quiz-money",
        title=_("Like with like"),
        expects=_("a number, in billion USD"),
        right=lambda: sum(CHIP_FUNDS) + WIRELESS - ANNOUNCED,
        tolerance=0.01,
        mistakes=[
            value_mistake(
                "unlike compared",
                sum(CHIP_FUNDS) - ANNOUNCED,
                _("{given} sets chips alone beside chips and wireless. Which part is missing on one side?"),
            ),
            value_mistake(
                "one fund taken for the bill",
                CHIP_FUNDS[0] + WIRELESS - ANNOUNCED,
                _("{given} counts the largest fund for chips and leaves out the others."),
            ),
            value_mistake(
                "printed figure taken for the announcement",
                sum(CHIP_FUNDS) + WIRELESS - PRINTED,
                _("{given} compares the bill with what the paper prints. What was announced?"),
            ),
            value_mistake(
                "wrong way round",
                ANNOUNCED - sum(CHIP_FUNDS) - WIRELESS,
                _("{given} has the sign the other way: is the bill larger, or what was announced?"),
            ),
        ],
        hints=(
            _("Write down what each of the two sums is for."),
            _("Add the bill's funds until both sums are for chips and wireless."),
            _("Look at the table of sums in “What the clauses say of money”."),
        ),
        explanation=_("The announcement was rounded. Set beside the law, it makes growth out of rounding."),
    )


def _quiz_twice() -> Task:
    return number_task(
        "19-quiz-twice",
        title=_("A title that counts twice"),
        expects=_("a number from 0 to 1, a share"),
        unit="share",
        right=lambda: 5 / 8,
        mistakes=[
            value_mistake(
                "agreement kept",
                6 / 8,
                _("{given} takes the row out of the titles and leaves it among those agreed on."),
            ),
            value_mistake(
                "row kept",
                5 / 9,
                _("{given} takes the row out of those agreed on and leaves it among the titles."),
            ),
            value_mistake(
                "nothing dropped",
                6 / 9,
                _("{given} still counts the title twice."),
            ),
        ],
        hints=(
            _("One row goes. Was it one on which they agree?"),
            _("It goes from both numbers of the fraction."),
            _("“The data and its limits” does it for our coders."),
        ),
        explanation=_("A row that appears twice counts twice, and here it counts as agreement."),
    )


def _share() -> Task:
    return numbers_task(
        "19-share",
        title=_("Law, by president"),
        expects=_("three shares of texts, labelled Obama, Trump and Biden"),
        labels=PRESIDENTS,
        right=_shares,
        mistakes=[
            value_mistake(
                "duplicate counted as a text",
                {"Obama": 1 / 3},
                _("For Obama you count a title that appears twice as two texts."),
            ),
            value_mistake(
                "duplicate counted as a law",
                {"Obama": 2 / 3},
                _("For Obama you count one law twice. How many different texts are there?"),
            ),
            value_mistake(
                "one chamber taken for law",
                {"Biden": 3 / 6},
                _("For Biden you count what one chamber passed as law."),
            ),
            value_mistake(
                "every bill taken for law",
                {"Biden": 4 / 6},
                _("For Biden you count every title with the word Act. What stage did each reach?"),
            ),
            value_mistake(
                "share of all titles",
                {"Biden": 1 / 9},
                _("For Biden you divide by the texts of all three. Divide by his."),
            ),
        ],
        hints=(
            _("First drop the row whose stage is duplicate."),
            _("Then group by president and take the mean of `is_law`."),
            _("Look at “Ten entries, checked”."),
        ),
        explanation=_("Few texts became law, and under one president none of the list did."),
    )


def _shares() -> dict[str, float]:
    from longwave.data import load

    record = load("policy_record")
    shares = record[record["stage"] != "duplicate"].groupby("administration")["is_law"].mean()
    return {str(president): float(share) for president, share in shares.items()}


def _months() -> Task:
    def months(printed: str, checked: str) -> float:
        return months_between(printed, checked)

    def parts(date: str) -> tuple[int, int]:
        return int(date[:4]), int(date[5:7])

    return function_task(
        "19-months",
        title=_("How far a date is off"),
        expects=_("a function of two months, as text, that returns a whole number of months"),
        right=months,
        cases=[("2021-01", "2021-03"), ("2020-05", "2021-04"), ("2017-07", "2017-06"), ("2014-11", "2016-01")],
        mistakes=[
            function_mistake(
                "year left out",
                lambda printed, checked: parts(checked)[1] - parts(printed)[1],
                _("You compare the months and not the years."),
            ),
            function_mistake(
                "sign lost",
                lambda printed, checked: abs(months(printed, checked)),
                _("You lose the sign. Which of your pairs is printed too late?"),
            ),
            function_mistake(
                "wrong way round",
                lambda printed, checked: months(checked, printed),
                _("Your sign is the other way: a checked month that is *later* counts above 0."),
            ),
            function_mistake(
                "year and month read as one number",
                lambda printed, checked: int(checked[:4] + checked[5:7]) - int(printed[:4] + printed[5:7]),
                _("You subtract year and month as one number. How many months has a year?"),
            ),
        ],
        hints=(
            _("Take year and month apart: `int(text[:4])` and `int(text[5:])`."),
            _("A year is twelve months: turn each date into one count of months."),
            _("Look at the cell with the months in “Ten entries, checked”."),
        ),
        explanation=_("A date is a number of months since any start; then two dates can be subtracted."),
    )


def _kappa() -> Task:
    def as_codes(first: list[str], second: list[str]) -> tuple[dict[str, str], dict[str, str]]:
        numbered, other = ({str(case): code for case, code in enumerate(codes)} for codes in (first, second))
        return numbered, other

    def with_open(first: list[str], second: list[str]) -> tuple[dict[str, str], dict[str, str]]:
        return as_codes([code or "open" for code in first], [code or "open" for code in second])

    def right(first: list[str], second: list[str]) -> float:
        return cohen_kappa(*as_codes(first, second))

    def from_luck(luck: Callable[[dict[str, str], dict[str, str]], float]) -> Callable[[list[str], list[str]], float]:
        def wrong(first: list[str], second: list[str]) -> float:
            codes = as_codes(first, second)
            return (percent_agreement(*codes) - luck(*codes)) / (1 - luck(*codes))

        return wrong

    return function_task(
        "19-kappa",
        title=_("Kappa with open cases"),
        expects=_("a function of two lists of codes that returns kappa"),
        right=right,
        cases=[
            (["a", "a", "b", "c", ""], ["a", "b", "b", "c", "c"]),
            (["a", "", "b", "b", "a", "c"], ["a", "", "b", "a", "", "c"]),
            (["x", "x", "y", "y"], ["x", "y", "y", "y"]),
            (["a", "b", "c", "d"], ["b", "a", "d", "c"]),
        ],
        mistakes=[
            function_mistake(
                "open counted as a code",
                lambda first, second: cohen_kappa(*with_open(first, second)),
                _("You count an open case as if open were a lever. Leave out what one of them has not coded."),
            ),
            function_mistake(
                "agreement taken for kappa",
                lambda first, second: percent_agreement(*as_codes(first, second)),
                _("You give the share of cases coded alike. What would luck have given?"),
            ),
            function_mistake(
                "not divided",
                lambda first, second: (
                    percent_agreement(*as_codes(first, second)) - chance_agreement(*as_codes(first, second))
                ),
                _("You give agreement less luck. What is the most that this difference could be?"),
            ),
            function_mistake(
                "luck shared out evenly",
                from_luck(lambda first, second: 1 / len({*first.values(), *second.values()} - {""})),
                _("You let luck pick each code equally often. It picks as often as each coder does."),
            ),
        ],
        hints=(
            _("First keep the pairs in which neither code is empty."),
            _("Luck: for each code, the share with the first coder times the share with the second; then add."),
            _("“By hand, then by code” does it for two coders."),
        ),
        explanation=_("Only cases that both have coded can be agreed on, and only the codes in use can meet by luck."),
    )


@cache
def _codings() -> dict[str, dict[str, str]]:
    """Return the lever of each short title by each of our three coders."""
    from longwave.data import load

    codings = load("policy_codings")
    names = codings.drop_duplicates("item").set_index("item")["short_title"]
    means = levers_by_means(load("policy_record").set_index("item")["lever"])
    found = {"means": dict(zip(names.reindex(means.index), means, strict=True))}
    for coder, rows in codings.groupby("coder"):
        found[str(coder)] = dict(zip(rows["short_title"], rows["lever"], strict=True))
    return found


def _levers(plain: Table) -> dict[str, str]:
    return {name: str(row["lever"]).strip().lower() for name, row in plain.items()}


def _names_right(plain: Table) -> bool:
    return set(plain) == set(_codings()["means"])


def _words_right(plain: Table) -> bool:
    codes = set(_levers(plain).values())
    return codes <= {*LEVERS, ""} and len(codes - {""}) > 0


def _reaches(plain: Table, coder: str, least: float) -> bool:
    return _names_right(plain) and _words_right(plain) and cohen_kappa(_levers(plain), _codings()[coder]) >= least


def _few_open(plain: Table) -> bool:
    """Return whether enough titles are coded: kappa drops open ones, so two sure codes alone would reach 1."""
    return sum(code == "" for code in _levers(plain).values()) <= MOST_OPEN


def _one_code_for_one_text(plain: Table) -> bool:
    codes = _levers(plain)
    return codes.get(FIRST_RAMI) == codes.get(SECOND_RAMI)


def _code_levers() -> Task:
    return property_task(
        "19-code-levers",
        "table",
        ("title", "lever"),
        title=_("Code the ten entries"),
        expects=_("a table with the columns title and lever, one row for each of the ten titles"),
        is_right=lambda plain: (
            _few_open(plain) and _one_code_for_one_text(plain) and _reaches(plain, "means", ENOUGH_KAPPA)
        ),
        mistakes=[
            Mistake(
                "titles missing",
                lambda plain: not _names_right(plain),
                _("Your table does not have the ten titles under their short names."),
            ),
            Mistake(
                "lever not on the list",
                lambda plain: not _words_right(plain),
                _("One of your levers is not among the five, or you left every title open."),
            ),
            Mistake(
                "too many left open",
                lambda plain: not _few_open(plain),
                _("Kappa counts only what is coded, and you left more than two titles open. Judge the others too."),
            ),
            Mistake(
                "one text, two codes",
                lambda plain: not _one_code_for_one_text(plain),
                _("You code one text in two ways: a title appears twice on the list."),
            ),
            Mistake(
                "one code for all",
                lambda plain: len(set(_levers(plain).values()) - {""}) == 1,
                _("You give every title one code. Such a coder agrees with anybody by luck alone."),
            ),
            Mistake(
                "heading taken for the lever",
                lambda plain: _reaches(plain, "heading", FOLLOWED),
                _("You go by where the paper speaks of a text. The rule asks what the text moves."),
            ),
            Mistake(
                "title taken for the content",
                lambda plain: _reaches(plain, "title", FOLLOWED),
                _("You go by words in the titles. A title promises; what does the text move?"),
            ),
        ],
        hints=(
            _("Ask of each text: who must do something else on Monday morning, or gets money?"),
            _("A list and a strategy bind offices; a directorate organises research; plants and suppliers come last."),
            _("The rule is in “Five levers, your coding”, what each text holds in “Ten entries, checked”."),
        ),
        explanation=_(
            "You agree with our reading well beyond luck. Where you differ, write down why: you may be right."
        ),
    )


def _paradox() -> Task:
    def codes(plain: Table) -> tuple[dict[str, str], dict[str, str]]:
        one, other = ({case: str(row[reader]).strip() for case, row in plain.items()} for reader in ("first", "second"))
        return one, other

    def complete(plain: Table) -> bool:
        return len(plain) == CASES and all(code for reader in codes(plain) for code in reader.values())

    def undefined(plain: Table) -> bool:
        return complete(plain) and len({code for reader in codes(plain) for code in reader.values()}) == 1

    def agree(plain: Table) -> bool:
        return complete(plain) and not undefined(plain) and percent_agreement(*codes(plain)) >= ENOUGH_AGREEMENT - 1e-9

    return property_task(
        "19-paradox",
        "table",
        ("case", "first", "second"),
        title=_("Much agreement, and none beyond luck"),
        expects=_("a table with the columns case, first and second and eight rows"),
        is_right=lambda plain: agree(plain) and cohen_kappa(*codes(plain)) <= 1e-9,
        mistakes=[
            Mistake(
                "not eight coded cases",
                lambda plain: not complete(plain),
                _("Give eight cases, each coded by both coders."),
            ),
            Mistake(
                "kappa without a meaning",
                undefined,
                _("Both coders use one code throughout: then kappa is zero over zero."),
            ),
            Mistake(
                "agreement too low",
                lambda plain: complete(plain) and not undefined(plain) and not agree(plain),
                _("Your coders agree on too few of the eight cases."),
            ),
            Mistake(
                "kappa above zero",
                lambda plain: agree(plain) and cohen_kappa(*codes(plain)) > 1e-9,
                _("Your coders agree often, and more often than luck. How can luck be made strong?"),
            ),
        ],
        hints=(
            _("Luck is strong where one code is common with both coders."),
            _("Let each coder use the rare code, and never in the same case."),
            _("The formula is in “By hand, then by code”; look at what luck gives there."),
        ),
        explanation=_("Where one code is common, even high agreement can be no better than luck."),
    )

import importlib
import json
import re
from pathlib import Path

import pytest

from longwave.checks import InputError
from longwave.tasks import check, hint, plain_answer, practice, scoring, task
from longwave.tasks.checking import UnknownHintError, judge, verdict
from longwave.tasks.feedback import NotYetError
from longwave.tasks.kinds import Mistake, number_task, numbers_task, property_task
from longwave.tasks.progress import progress_rows
from longwave.tasks.record import read_progress
from longwave.tasks.task import find_task


class Equal:
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 0

    def __repr__(self):
        return "x" * 10**6


def test_a_right_answer_shows_the_explanation(made_up):
    assert repr(check("97-margin", 30)) == "✓ Right. Price less cost is 30."


def test_an_open_answer_says_what_to_write(made_up):
    for answer in (..., [..., 1, 2]):
        card = check("97-parts", answer)
        assert card.status == "unanswered"
        assert "In place of `...` put three numbers with labels, in money per unit." in card.text
    assert check("97-margin").status == "unanswered"


def test_a_wrong_answer_names_the_mistake_and_offers_a_hint(made_up):
    with pytest.raises(NotYetError) as error:
        check("97-margin", 70.0)
    assert str(error.value) == (
        "✗ Not yet. You gave 70, the price. What does the firm pay out of it?\n"
        'For a hint, run hint("97-margin"). There are 3.'
    )


@pytest.mark.parametrize(
    ("answer", "status", "words"),
    [
        ("30", "unusable", "'30' is text. Drop the quotes. The task asks for a number, in money per unit."),
        (Equal(), "unusable", "This is an object of type Equal, not a number. The task asks for"),
        (31, "wrong", "You gave 31. The task asks for a number, in money per unit."),
        (30.02, "right", "Price less cost is 30."),
        (
            ...,
            "unanswered",
            "In place of `...` put a number, in money per unit. Then run what you changed, and this check.",
        ),
    ],
    ids=["text", "hostile", "wrong", "nearly", "open"],
)
def test_every_status_has_its_words(made_up, answer, status, words):
    result = verdict(find_task("97-margin"), answer)
    assert result.status == status
    assert words in result.message


def test_a_verdict_depends_on_the_answer_alone(made_up):
    task = find_task("97-margin")
    assert verdict(task, 70) == verdict(task, 70.0) == verdict(find_task("97-margin"), 70)
    assert read_progress().tasks == {}


@pytest.mark.parametrize(
    ("answer", "name"),
    [(40, "per-cent"), (-0.4, "sign"), (1.5, "per-cent"), (0.41, ""), (0, ""), (0.43, "")],
)
def test_a_per_cent_for_a_share_has_a_name(made_up, answer, name):
    result = verdict(find_task("97-share"), answer)
    assert (result.status, result.mistake_name) == ("wrong", name)


def third(**options):
    return number_task("97-third", expects="a number", right=lambda: 100 / 3, mistakes=[], **options)


@pytest.mark.parametrize(("answer", "name"), [(33, "rounded"), (33.3, "rounded"), (1 / 3, "share"), (-33.33, "sign")])
def test_digits_that_are_lost_have_a_name(answer, name):
    assert verdict(third(unit="per cent", tolerance=0.01), answer).mistake_name == name


def test_three_digits_are_enough_and_a_tolerance_may_be_wider():
    assert verdict(third(), 33.3).status == "right"
    assert verdict(third(tolerance=0.5), 33).status == "right"


@pytest.mark.parametrize(
    ("right", "answer"),
    [(0.75, 0.8), (0.6, 1), (2 / 3, 0.7), (3.22, 3), (0.923, 0.9), (0.0348, 0.03), (0.683, 0.69), (12.6, 12), (0, 0.5)],
)
def test_a_number_with_one_digit_or_with_wrong_ones_is_no_rounding(right, answer):
    task = number_task("97-small", expects="a number", right=lambda: right, mistakes=[])
    assert verdict(task, answer).mistake_name == ""


@pytest.mark.parametrize(
    ("right", "answer"),
    [(2 / 3, 0.67), (0.704, 0.7), (0.125, 0.13), (0.125, 0.12), (3.22, 3.2), (0.0348, 0.035), (0.996, 1), (46.5, 47)],
)
def test_a_number_with_two_right_digits_is_rounded(right, answer):
    task = number_task("97-small", expects="a number", right=lambda: right, mistakes=[])
    assert verdict(task, answer).mistake_name == "rounded"


def test_a_number_that_the_task_gives_is_no_rounding():
    task = number_task("97-copied", expects="a number", right=lambda: 0.354, given=[0.35], mistakes=[])
    assert verdict(task, 0.35).mistake_name == ""
    assert verdict(task, -0.354).mistake_name == "sign"


@pytest.mark.parametrize(
    ("answer", "name"),
    [([0.17, 2], "rounded"), ([0.2, 2], ""), ([0.17, 1], ""), ([1 / 6, 2.4], ""), ([0.167, 2.0], "right")],
)
def test_among_several_numbers_those_that_are_only_rounded_have_a_name(answer, name):
    reference = {"share": 1 / 6, "count": 2.0}
    task = numbers_task("97-two", expects="two", labels=reference, right=lambda: reference, mistakes=[])
    found = verdict(task, answer)
    assert (found.mistake_name or found.status.replace("wrong", "")) == name


def test_a_wrong_answer_without_a_name_says_where_it_goes_wrong(made_up):
    parts = verdict(find_task("97-parts"), [30, 31, 15])
    assert parts.message.startswith("Look again at: firm_margin.")
    function = verdict(find_task("97-floor"), lambda users, licences: 8 if licences == 1 else 3)
    assert function.message.startswith("For users=[10, 8], licences=2 your function gives 3, which is not it.")
    table = verdict(find_task("97-table"), {"firm": ["north", "south"], "price": [8, 6]})
    assert table.message.startswith("Look again at: south.")


def test_a_function_with_several_numbers_is_told_what_it_gave():
    from longwave.tasks.kinds import function_task

    task = function_task(
        "97-bounds",
        expects="a function that gives low and high",
        right=lambda price: {"low": 0, "high": price},
        cases=[10, 8],
        returns=["low", "high"],
        mistakes=[],
    )
    assert verdict(task, lambda price: [0, price]).status == "right"
    wrong = verdict(task, lambda price: {"low": 0, "high": 10})
    assert "For price=8 your function gives low: 0, high: 10, which is not it." in wrong.message
    assert "missing: high" in verdict(task, lambda price: {"low": 0}).message


def test_a_function_that_makes_a_mistake_in_some_cases_is_told_it(made_up):
    def floor(users, licences):
        right_with_two = 8 if len(users) == 3 else 0
        return max(users) if licences == 1 else right_with_two

    assert verdict(find_task("97-floor"), floor).mistake_name == "best-bid"


def refusing(error):
    def condition(value):
        raise error

    return condition


@pytest.mark.parametrize("error", [InputError("no such game"), ZeroDivisionError()])
def test_a_model_that_refuses_the_numbers_means_that_they_are_not_right(error):
    task = property_task(
        "97-game",
        "coalitions",
        "AB",
        expects="a game",
        is_right=refusing(error),
        mistakes=[Mistake("same", refusing(error), "?")],
    )
    assert verdict(task, {"AB": 1}).status == "wrong"
    assert verdict(task, {"AB": 1}).mistake_name == ""


@pytest.mark.parametrize("error", [ValueError("ambiguous"), TypeError(), KeyError()])
def test_a_fault_of_the_author_or_of_a_model_is_not_taken_for_a_wrong_answer(error):
    design = property_task("97-fault", "number", expects="a number", is_right=refusing(error), mistakes=[])
    with pytest.raises(type(error)):
        verdict(design, 1)


def test_a_model_that_refuses_the_authors_numbers_is_a_fault():
    def right():
        raise InputError("price too low")

    with pytest.raises(InputError):
        verdict(number_task("97-fault", expects="a number", right=right, mistakes=[]), 1)


def test_a_plain_answer_can_be_judged_without_the_readers_code(made_up):
    task = find_task("97-floor")
    assert judge(task, [8.0, 0.0, 8.0]).status == "right"
    assert judge(task, [10.0, 10.0, 9.0]).mistake_name == "best-bid"


@pytest.mark.parametrize("given", [30.02, 29.98, 30 * 1.1 / 1.1, 30])
def test_what_the_check_takes_for_the_one_right_answer_is_that_answer_to_a_test(made_up, given):
    assert plain_answer("97-margin", given) == 30
    assert plain_answer("97-margin", given + 1) == pytest.approx(given + 1)


def test_what_a_function_gives_is_measured_as_the_check_measures_it(made_up):
    floor = plain_answer("97-floor", lambda users, licences: 8.004 if licences == 1 else 5)
    assert (floor([10, 8, 8], 1), floor([10, 8, 8], 2)) == (8, 5)
    emptied = plain_answer("97-floor", lambda users, licences: users.clear() or 8.004)
    assert emptied([10, 8], 1) == 8
    refused = plain_answer("97-floor", lambda users, licences: 7)
    assert refused(None, 1) == 7  # the model has no floor for these inputs


def test_an_answer_of_which_many_are_right_stays_the_readers_own(made_up):
    quarrel = {"AB": 0.9, "AC": 0.9, "BC": 0.9, "ABC": 1}
    assert plain_answer("97-empty-core", quarrel)["A", "B"] == 0.9


def test_a_mapping_may_hold_more_than_is_asked():
    task = numbers_task("97-pair", expects="two numbers", labels=["a"], right=lambda: {"a": 1, "b": 2}, mistakes=[])
    assert verdict(task, {"a": 1, "z": 9}).status == "right"


@pytest.mark.parametrize("answer", [..., 70, "30", None])
def test_practice_fails_on_everything_but_a_right_answer(made_up, answer):
    with pytest.raises(NotYetError, match="Not yet"):
        practice("97-margin", answer)
    assert read_progress().tasks == {}


def test_practice_is_silent_on_a_right_answer(made_up, capsys):
    assert practice("97-margin", 30) is None
    assert capsys.readouterr() == ("", "")


def test_hints_come_in_turn_and_the_last_comes_again(made_up):
    shown = [repr(hint("97-margin")) for _time in range(4)]
    assert shown[0] == "? Hint 1 of 3. Name the parts."
    assert shown[1] == "? Hint 2 of 3. Take one part from the other."
    assert shown[2] == shown[3] == "? Hint 3 of 3. Look at the section that divides the stick."


def test_a_given_hint_is_shown_whatever_was_seen(made_up):
    assert hint("97-margin", 2).word == "Hint 2 of 3."
    assert hint("97-margin", 1).word == "Hint 1 of 3."
    assert hint("97-margin").word == "Hint 3 of 3."


@pytest.mark.parametrize("step", [0, 4, -1, 1.5, "1", ...])
def test_a_hint_that_is_not_there_is_told(made_up, step):
    with pytest.raises(UnknownHintError, match="There are 3 hints"):
        hint("97-margin", step)


def test_a_task_without_hints_says_so(made_up, monkeypatch):
    import dataclasses

    bare = dataclasses.replace(find_task("97-margin"), hints=())
    monkeypatch.setattr("longwave.tasks.checking.find_task", lambda task_id, numbers=None: bare)
    with pytest.raises(UnknownHintError, match="no hints"):
        hint("97-margin")
    with pytest.raises(NotYetError) as error:
        check("97-margin", 70)
    assert "hint" not in str(error.value)


def test_check_records_what_happened(made_up):
    check("97-margin", ...)
    assert read_progress().tasks == {}
    for answer in (70, 70, "30", 31):
        with pytest.raises(NotYetError):
            check("97-margin", answer)
    hint("97-margin")
    check("97-margin", 30)
    check("97-margin", 30)
    seen = read_progress().tasks["97-margin"]
    assert (seen["status"], seen["attempts"], seen["hints"]) == ("right", 5, 1)
    assert seen["mistakes"] == {"price-is-value": 2}
    assert len(seen["first_right"]) == 10


def test_no_output_tells_the_right_answer_or_the_number_of_tries(made_up):
    messages = set()
    for _try in range(3):
        with pytest.raises(NotYetError) as error:
            check("97-margin", 31)
        messages.add(str(error.value))
    assert len(messages) == 1
    assert "30" not in messages.pop()


def test_an_exam_reads_an_answer_and_keeps_the_verdict_to_itself(made_up, monkeypatch):
    module = importlib.import_module(task.task_modules()["97"])
    monkeypatch.setattr(module, "EXAM", True, raising=False)
    cards = {repr(check("97-margin", answer)) for answer in (30, 70.0, 31)}
    assert cards == {"● Noted. Your answer can be read. An exam does not say whether it is right."}
    assert check("97-margin").status == "unanswered"
    with pytest.raises(NotYetError, match="Drop the quotes") as unusable:
        check("97-margin", "30")
    with pytest.raises(NotYetError, match="the price") as wrong:
        scoring.practice("97-margin", 70.0)
    assert all("hint(" not in str(error.value) for error in (unusable, wrong))
    with pytest.raises(UnknownHintError, match="no hints"):
        hint("97-margin")
    assert read_progress().tasks == {}
    assert progress_rows({}) == []


def outcome(call, answer):
    try:
        return repr(call("97-margin", answer))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def test_no_call_of_a_notebook_tells_an_exams_verdict(made_up, monkeypatch):
    module = importlib.import_module(task.task_modules()["97"])
    answers = (30, 30.001, 31, 70.0)  # right, right within its tolerance, wrong, a known mistake
    for call in (check, practice, plain_answer):
        assert len({outcome(call, answer) for answer in answers}) > 1
    monkeypatch.setattr(module, "EXAM", True, raising=False)
    for call in (check, practice, plain_answer):
        assert len({outcome(call, answer) for answer in answers}) == 1
    refusal = "ExamError: An exam does not say whether an answer is right before it is handed in."
    assert outcome(practice, 30) == outcome(plain_answer, 30) == refusal
    assert outcome(scoring.practice, 30) == "None"
    assert outcome(scoring.plain_answer, 30.001) == "30.0"


@pytest.mark.parametrize("slug", ["p3-midterm", "p4-final"])
def test_an_exams_sheet_offers_no_call_but_the_check(slug):
    sheet = Path(__file__).parents[2] / "exercises" / slug / f"{slug}.ipynb"
    source = "\n".join("".join(cell["source"]) for cell in json.loads(sheet.read_text("utf-8"))["cells"])
    assert re.findall(r"from longwave\.tasks\S* import .*", source) == ["from longwave.tasks import check"]

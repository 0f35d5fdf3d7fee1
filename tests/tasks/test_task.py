from pathlib import Path

import nbformat
import pytest

from longwave.marks import name_of
from longwave.tasks import check, hint
from longwave.tasks.kinds import choice_digest, choice_task, number_task, property_task
from longwave.tasks.task import (
    UnknownTaskError,
    course_order,
    find_task,
    lesson_tasks,
    lesson_title,
    lessons,
    task_modules,
)
from longwave.teaching.cells import is_argued, task_of

ROOT = Path(__file__).parents[2]


def test_a_task_is_found_by_its_id(made_up):
    assert lessons() == ["97"]
    assert lesson_title("97") == "Made-up tasks"
    assert [task.id for task in lesson_tasks("97")][:2] == ["97-margin", "97-share"]
    assert find_task("97-floor").kind == "function"


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("97-flor", "There is no task '97-flor'. Did you mean 97-floor"),
        ("79-floor", "Did you mean 97-floor"),
        ("quite another", "is above the answer cell"),
        ("", "is above the answer cell"),
        (97, "id of the task in quotes"),
        (lambda: 1, "id of the task in quotes"),
    ],
)
def test_an_unknown_id_is_told_the_near_ones(made_up, wanted, words):
    with pytest.raises(UnknownTaskError) as raised:
        find_task(wanted)
    assert words in str(raised.value)


@pytest.mark.parametrize("call", [hint, check, find_task])
@pytest.mark.parametrize("argued", ["97-argued-price", "06-argued-channel", "p1-argued-memo", "97-argued-two-words"])
def test_a_task_in_free_text_is_said_to_be_judged_by_a_person(made_up, call, argued):
    with pytest.raises(UnknownTaskError) as raised:
        call(argued)
    assert str(raised.value) == (
        f"'{argued}' is answered in your own words. A person judges it, by the rubric below the question, and a "
        "machine has no hint and no check for it."
    )


def test_every_task_that_a_person_judges_has_an_id_that_says_so():
    notebooks = sorted(ROOT.glob("solutions/*/*.ipynb"))
    judged = {task_of(name_of(cell)) for file in notebooks for cell in nbformat.read(file, 4).cells if is_argued(cell)}
    assert len(judged) == len(notebooks) > 0
    for task_id in judged:
        with pytest.raises(UnknownTaskError, match="A person judges it"):
            hint(task_id)


def test_tasks_are_built_on_call_so_that_the_language_can_change(made_up):
    assert lesson_tasks("97")[0] is not lesson_tasks("97")[0]


@pytest.mark.parametrize(
    "task_id", ["floor", "2-floor", "02_floor", "02-Floor", "02-", "p-floor", "ps1-floor", "P1-floor"]
)
def test_an_id_of_another_form_is_refused(task_id):
    with pytest.raises(ValueError, match="is not a task id"):
        number_task(task_id, expects="a number", right=lambda: 1, mistakes=[])


def test_a_choice_keeps_a_digest_and_refuses_a_plain_letter():
    digest = choice_digest("02-letter", "b")
    task = choice_task("02-letter", options="ab", right=digest, mistakes={"a": ("first", "Which is next?")})
    assert (task.is_right("b"), task.is_right("a")) == (True, False)
    assert "b" not in repr(task.mistakes).split()
    with pytest.raises(ValueError, match=r"choice_digest\('02-letter', letter\)"):
        choice_task("02-letter", options="ab", right="b", mistakes={})
    with pytest.raises(ValueError, match="02-other: right must be"):
        choice_task("02-other", options="ab", right=digest, mistakes={})
    with pytest.raises(ValueError, match="each wrong letter"):
        choice_task("02-letter", options="abc", right=digest, mistakes={"a": ("first", "Which is next?")})


def test_a_property_of_an_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="kind must be number, numbers, coalitions or table, not 'poem'"):
        property_task("02-poem", "poem", expects="a poem", is_right=bool, mistakes=[])


def test_every_lesson_is_found_in_its_topic_by_the_name_of_its_module():
    modules = task_modules()
    assert modules["02"] == "longwave.topics.cooperative.tasks.lesson_02"
    assert modules["p1"] == "longwave.problem_sets.set_p1"
    assert modules["p2"] == "longwave.problem_sets.set_p2"
    assert all(
        module.endswith(f".tasks.lesson_{key}" if key.isdigit() else f".problem_sets.set_{key}")
        for key, module in modules.items()
    )


def test_a_problem_set_follows_the_lesson_that_it_names():
    order = course_order()
    assert sorted(order) == lessons()
    assert order[order.index("10") :][:3] == ["10", "p1", "11"]
    assert order[order.index("18") :][:4] == ["18", "p2", "p3", "19"]
    assert order[order.index("32") :][:2] == ["32", "p4"]
    assert [key for key in order if key.isdigit()] == sorted(key for key in order if key.isdigit())

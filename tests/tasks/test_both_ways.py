import dataclasses
from pathlib import Path

import pytest

from longwave.tasks.task import find_task, lesson_tasks, lesson_title, lessons
from tests.tasks.both_ways import faults, load_lists

HERE = Path(__file__).parent
LISTED = load_lists(HERE.parent / "topics") | load_lists(HERE.parent / "problem_sets")
TASKS = {task.id: task for lesson in lessons() for task in lesson_tasks(lesson)}


@pytest.mark.parametrize("task_id", sorted(TASKS))
def test_each_task_takes_right_answers_and_names_wrong_ones(task_id):
    assert task_id in LISTED, f"list right and wrong answers to {task_id} in the answers_*_{task_id[:2]}.py"
    assert faults(TASKS[task_id], LISTED[task_id]) == []


def test_every_list_is_of_a_task_and_every_lesson_has_a_title():
    assert sorted(LISTED) == sorted(TASKS)
    for lesson in lessons():
        ids = [task.id for task in lesson_tasks(lesson)]
        assert len(set(ids)) == len(ids)
        assert all(task_id.startswith(f"{lesson}-") for task_id in ids)
        assert lesson_title(lesson).strip()


MADE_UP = load_lists(HERE / "made_up")


@pytest.mark.parametrize("task_id", sorted(MADE_UP))
def test_a_task_of_every_kind_can_be_proven_both_ways(made_up, task_id):
    assert faults(find_task(task_id), MADE_UP[task_id]) == []


def test_the_proof_sees_a_wrong_answer_that_passes(made_up):
    task, listed = find_task("97-margin"), {"right": [31], "wrong": [(30, "price-is-value"), (70, "all-of-it")]}
    found = faults(task, listed)
    assert any(fault.startswith("right answer 1 is found wrong") for fault in found)
    assert any("wrong answer 1 should be told price-is-value, but is found right" in fault for fault in found)
    assert any("wrong answer 2 should be told all-of-it, but is found wrong (price-is-value)" in f for f in found)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"hints": ("one", "two")}, "there are 2 different hints, not 3"),
        ({"hints": ("one", "two", "two")}, "there are 2 different hints, not 3"),
        ({"hints": ("one", "two", "It is 30.0.")}, "the hint 3 holds the right number"),
        ({"hints": ("one", "two", "It is 60/2.")}, "the hint 3 holds the right number"),
        ({"expects": "a number such as 30"}, "the expects holds the right number"),
        ({"expects": "a number."}, "expects ends with a full stop, but it stands inside sentences"),
        ({"hints": ("one", "two", "")}, "the hint 3 is empty"),
        ({"hints": ("one", "two", "Well done!")}, "the hint 3 has an exclamation mark"),
        ({"mistakes": ()}, "no mistake has a name"),
    ],
)
def test_the_proof_sees_a_task_that_is_badly_made(made_up, change, fault):
    task = dataclasses.replace(find_task("97-margin"), **change)
    assert fault in faults(task, MADE_UP["97-margin"])


def test_the_proof_sees_a_mistake_that_no_answer_makes(made_up):
    listed = {"right": [30], "wrong": [(70, "price-is-value"), (70.0, "price-is-value")]}
    assert faults(find_task("97-margin"), listed) == ["no listed answer makes the mistake all-of-it"]
    assert "fewer than two wrong answers are listed" in faults(
        find_task("97-margin"), {"right": [30], "wrong": [(70, "price-is-value")]}
    )


@pytest.mark.parametrize("leak", ["It is 40 per cent.", "It is 40%.", "It is 2/5.", "It is 0.4.", "About 0.40."])
def test_the_proof_sees_a_share_in_any_of_its_forms(made_up, leak):
    task = dataclasses.replace(find_task("97-share"), hints=("one", "two", leak))
    assert "the hint 3 holds the right number" in faults(task, MADE_UP["97-share"])


@pytest.mark.parametrize("leak", ['Take "b".', "Choose option B.", "It is (b)."])
def test_the_proof_sees_a_letter_that_is_named(made_up, leak):
    task = dataclasses.replace(find_task("97-letter"), hints=("one", "two", leak))
    assert "the hint 3 names the right letter" in faults(task, MADE_UP["97-letter"])


def test_a_task_may_speak_of_other_numbers(made_up):
    task = dataclasses.replace(find_task("97-margin"), hints=("Of 100, the firm pays 40.", "See 300.", "See 3.0"))
    assert faults(task, MADE_UP["97-margin"]) == []

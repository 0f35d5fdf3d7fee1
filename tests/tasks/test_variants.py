"""A task with other numbers is as sound as the printed one: its own solution is right, and nothing else is."""

import itertools
import re
from functools import cache, partial
from pathlib import Path

import nbformat
import pytest

from longwave.tasks import check, practice
from longwave.tasks.checking import verdict
from longwave.tasks.feedback import NotYetError
from longwave.tasks.kinds import number_task
from longwave.tasks.task import NumbersError, find_task, lesson_tasks, lesson_variants, lessons
from longwave.tasks.variant import Variant, apart, same_for_all
from longwave.teaching.handout.variants.drawing import draw, with_numbers
from tests.tasks.both_ways import faults

ROOT = Path(__file__).parents[2]
SECRET, STUDENTS = b"tests of the course, not a secret", [f"student{n}" for n in range(22)]
LESSONS = lessons()
MOST_TRIED = 100
VARIANTS = {task_id: variant for lesson in LESSONS for task_id, variant in lesson_variants(lesson).items()}

# What makes the mistakes that are known by a condition, not by a value.
EXAMPLES = {
    "15-dear-height": {
        "below the fold": lambda numbers: 1.9 * (numbers["coupling"] / 3) ** 1.5,
        "timid is cheap": lambda numbers: 2.2 * (numbers["coupling"] / 3) ** 1.5,
        "stopped short": lambda numbers: 3 * (numbers["coupling"] / 3) ** 1.5,
        "gone past": lambda numbers: 3.4 * (numbers["coupling"] / 3) ** 1.5,
        "bold is always cheap": lambda numbers: 8 * (numbers["coupling"] / 3) ** 1.5,
    },
    "16-shorter": {
        "outside the model": lambda numbers: 0.5,
        "in proportion": lambda numbers: 3 * numbers["aim"] / long_wave(numbers["life"], 3),
        "wave too short": lambda numbers: 2.2,
        "wave too long": lambda numbers: 3,
    },
    "17-push": {"more than needed": lambda numbers: 0.49, "not enough": lambda numbers: 0.02},
}


@cache
def long_wave(life, ratio):
    from longwave.topics.waves import sterman_long_wave, wave_period

    return wave_period(sterman_long_wave(life, ratio))


@cache
def solution(lesson):
    return nbformat.read(next((ROOT / "solutions").glob(f"{lesson}-*/*.ipynb")), as_version=4)


def cell(notebook, name):
    return next(one for one in notebook.cells if one.metadata.get("nbgrader", {}).get("grade_id") == name).source


@cache
def prepared(lesson):
    """Return the names that the notebook's first code cell gives."""
    names = {}
    exec(next(one.source for one in solution(lesson).cells if one.cell_type == "code"), names)
    if "sterman_long_wave" in names:
        names["sterman_long_wave"] = cache(names["sterman_long_wave"])  # slow, and asked the same many times
    return names


def solved(task_id, notebook):
    """Run a task's answer, and return the answer and all names."""
    names = dict(prepared(task_id[:2]))
    exec(cell(notebook, f"{task_id}-answer"), names)
    return names[cell(notebook, f"{task_id}-answer").partition(" ")[0]], names


@cache
def printed(task_id):
    """Return the answer to the task as printed, and all names of its notebook."""
    return solved(task_id, solution(task_id[:2]))


@cache
def varied(task_id):
    """Return numbers, notebook, answer and names for each different student."""
    found = []
    for numbers in different(task_id):
        notebook = with_numbers(solution(task_id[:2]), {task_id: numbers})
        found.append((numbers, notebook, *solved(task_id, notebook)))
    return found


@cache
def corners(task_id):
    """Return, for each end of each number's range, the first combination that has it."""
    variant = VARIANTS[task_id]
    allowed = list(variant.combinations())
    ends = [(name, pick(values)) for name, values in variant.numbers.items() for pick in (min, max)]
    return [next(found for found in allowed if found[name] == end) for name, end in ends if has(allowed, name, end)]


def has(allowed, name, end):
    return any(found[name] == end for found in allowed)


def samples(task_id):
    return [*corners(task_id), *(draw(task_id, student, SECRET) for student in STUDENTS)]


def different(task_id):
    return [dict(pairs) for pairs in dict.fromkeys(tuple(sample.items()) for sample in samples(task_id))]


def test_every_exercise_that_asks_for_a_number_has_other_numbers_or_a_reason():
    asked = {
        task.id
        for lesson in LESSONS
        for task in lesson_tasks(lesson)
        if task.kind == "number" and f"{task.id}-prompt" in str(solution(lesson))
    }
    varied_numbers = {task_id for task_id in VARIANTS if find_task(task_id).kind == "number"}
    assert asked == varied_numbers | same_for_all().keys()
    assert not VARIANTS.keys() & same_for_all().keys()
    assert len(asked) >= 20  # the search finds them at all


@pytest.mark.parametrize("task_id", VARIANTS)
def test_the_solution_with_a_students_numbers_is_right_and_passes_the_hidden_tests(task_id):
    for numbers, notebook, answer, names in varied(task_id):
        found = verdict(find_task(task_id, numbers), answer)
        assert found.status == "right", (numbers, answer, found)
        exec(cell(notebook, f"{task_id}-check"), names)
        exec(cell(notebook, f"{task_id}-tests"), names)


@pytest.mark.parametrize("task_id", VARIANTS)
def test_no_number_that_a_student_is_given_is_taken_for_a_rounded_answer(task_id):
    for numbers in itertools.islice(VARIANTS[task_id].combinations(), MOST_TRIED):
        task = find_task(task_id, numbers)
        named = {number: verdict(task, number).mistake_name for number in numbers.values()}
        assert "rounded" not in named.values(), f"{numbers}: name {named} as `given` in the task"


@pytest.mark.parametrize("task_id", VARIANTS)
def test_the_public_answer_is_wrong_with_other_numbers_and_fails_the_hidden_tests(task_id):
    answer, names = printed(task_id)
    for numbers, notebook, _own, _names in varied(task_id):
        assert verdict(find_task(task_id, numbers), answer).status == "wrong", numbers
        with pytest.raises(NotYetError):
            exec(cell(notebook, f"{task_id}-tests"), names)


@pytest.mark.parametrize("task_id", [task_id for task_id in VARIANTS if task_id[:2] in ("p3", "p4")])
def test_the_public_answer_is_wrong_for_whatever_numbers_an_exam_draws(task_id):
    answer, _names = printed(task_id)
    for numbers in VARIANTS[task_id].combinations():
        assert verdict(find_task(task_id, numbers), answer).status == "wrong", numbers


@pytest.mark.parametrize("task_id", VARIANTS)
def test_each_mistake_with_a_students_numbers_is_named_and_no_text_gives_the_answer(task_id):
    for numbers, _notebook, answer, _names in varied(task_id):
        task = find_task(task_id, numbers)
        examples = {name: partial(make, numbers) for name, make in EXAMPLES.get(task_id, {}).items()}
        examples |= {mistake.name: mistake.example for mistake in task.mistakes if mistake.example}
        assert examples.keys() == {mistake.name for mistake in task.mistakes}
        listed = {"right": [answer], "wrong": [(make(), name) for name, make in examples.items()]}
        assert faults(task, listed) == [], numbers


@pytest.mark.parametrize("task_id", VARIANTS)
def test_hints_and_form_do_not_depend_on_the_numbers(task_id):
    plain = find_task(task_id)
    assert find_task(task_id, VARIANTS[task_id].defaults).hints == plain.hints
    for numbers in different(task_id):
        task = find_task(task_id, numbers)
        assert (task.id, task.title, task.kind, task.expects) == (plain.id, plain.title, plain.kind, plain.expects)
        assert task.hints == plain.hints  # `hint` is called with the id alone


@pytest.mark.parametrize("task_id", VARIANTS)
def test_no_text_of_the_task_holds_one_of_the_printed_numbers(task_id):
    task, defaults = find_task(task_id), VARIANTS[task_id].defaults
    texts = [task.title, task.expects, task.explanation, *task.hints, *(mistake.message for mistake in task.mistakes)]
    numerals = {float(numeral) for numeral in re.findall(r"\d+(?:\.\d+)?", " ".join(texts))}
    # “from 0 to 1” is a range of the answer.
    assert not (numerals - {0, 1}) & set(map(float, defaults.values()))


@pytest.mark.parametrize("task_id", VARIANTS)
def test_the_prompt_shows_the_students_numbers_where_the_printed_ones_stood(task_id):
    pattern = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?")
    public = cell(solution(task_id[:2]), f"{task_id}-prompt").partition("\n")
    defaults = VARIANTS[task_id].defaults
    for numbers, notebook, _answer, _names in varied(task_id):
        own = cell(notebook, f"{task_id}-prompt").partition("\n")
        assert own[0] == public[0]  # the heading has no number but its own
        assert pattern.split(own[2]) == pattern.split(public[2])
        swap = {float(defaults[name]): float(numbers[name]) for name in defaults}
        old, new = ([float(n.strip(",").replace(",", "")) for n in pattern.findall(text[2])] for text in (public, own))
        assert new == [swap.get(number, number) for number in old]
        assert swap.keys() <= set(old)


@pytest.mark.parametrize("task_id", VARIANTS)
def test_there_are_enough_combinations_and_none_is_the_public_one(task_id):
    allowed = list(VARIANTS[task_id].combinations())
    assert len(allowed) >= 16
    assert VARIANTS[task_id].defaults not in allowed
    for name, values in VARIANTS[task_id].numbers.items():
        assert {found[name] for found in allowed} >= set(values) - {VARIANTS[task_id].defaults[name]}


def test_check_and_practice_judge_by_the_numbers():
    assert check("18-weight", 0.25).status == "right"
    numbers = {"cheap": 0.1, "good": 0.4}
    assert check("18-weight", 0.2, numbers=numbers).status == "right"
    practice("18-weight", 0.2, numbers=numbers)
    with pytest.raises(NotYetError):
        check("18-weight", 0.25, numbers=numbers)
    with pytest.raises(NotYetError):
        practice("18-weight", 0.25, numbers=numbers)


@pytest.mark.parametrize(
    ("task_id", "numbers", "words"),
    [
        ("18-weight", {"cheep": 0.2}, "cheap, good; there is no 'cheep'"),
        ("18-weight", {"cheap": "0.2"}, "cheap must be a plain number"),
        ("18-weight", {"cheap": True}, "cheap must be a plain number"),
        ("18-weight", {"cheap": float("nan")}, "cheap must be a plain number"),
        ("14-head-start", {"barrier": 6.5}, "barrier must be a whole number"),
        ("18-quiz-usual", {"cheap": 0.2}, "same numbers for everybody"),
        ("11-clock", {"side": 7}, "same numbers for everybody"),
    ],
)
def test_numbers_that_a_task_cannot_have_are_refused_in_words(task_id, numbers, words):
    with pytest.raises(NumbersError, match=words):
        find_task(task_id, numbers)


def test_numbers_that_are_not_named_stay_as_printed():
    assert verdict(find_task("18-weight", {"cheap": 0.45}), 0.5).status == "right"
    assert verdict(find_task("18-weight", {}), 0.25).status == "right"


def made(first=2, second=2):
    return number_task("97-made", expects="a number", right=lambda: first + second, mistakes=[])


def test_a_variant_whose_printed_numbers_cannot_be_told_apart_is_refused():
    with pytest.raises(ValueError, match="the same"):
        Variant(made, {"first": (2, 3), "second": (2, 3)})
    with pytest.raises(ValueError, match="first must have different values, and 2 among them"):
        Variant(made, {"first": (3, 4)})


def test_numbers_are_apart_only_if_each_pair_is():
    assert apart(1, 2, 3)
    assert not apart(1, 2, 1.001)
    assert not apart(0, 1e-9)

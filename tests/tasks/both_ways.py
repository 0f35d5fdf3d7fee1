"""Proof that a task's checker takes right answers and names wrong ones, from a list of both.

A lesson's list is a file `answers_lesson_NN.py` in the folder of its topic, `tests/topics/<topic>/`, and that of
a problem set is `tests/problem_sets/answers_set_pN.py`, with

    BOTH_WAYS = {
        "02-floor": {
            "right": [8, Fraction(8)],                              # at least one
            "wrong": [(10, "added-value"), (18, "all-of-it")],      # at least two, each with its mistake's name
        },
    }
"""

import importlib.util
import re
from fractions import Fraction
from pathlib import Path

from longwave.tasks.checking import verdict

HINTS = 3


def load_lists(folder: Path) -> dict[str, dict]:
    """Return the entries of every list in a folder and in those below it, by task id."""
    entries = {}
    for file in sorted(folder.rglob("answers_*_??.py")):
        spec = importlib.util.spec_from_file_location(file.stem, file)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        doubled = entries.keys() & module.BOTH_WAYS.keys()
        assert not doubled, f"listed twice: {doubled}"
        entries.update(module.BOTH_WAYS)
    return entries


def faults(task, listed: dict) -> list[str]:
    """Return what is wrong with a task and its list, one sentence each; an empty list is the proof."""
    return [
        *_faults_of_form(task, listed),
        *_faults_of_right_answers(task, listed["right"]),
        *_faults_of_wrong_answers(task, listed["wrong"]),
        *_leaks(task, listed["right"]),
    ]


def _faults_of_form(task, listed):
    words = {"expects": task.expects, **{f"hint {n}": hint for n, hint in enumerate(task.hints, 1)}}
    words |= {f"message of {mistake.name}": mistake.message for mistake in task.mistakes}
    found = [f"the {name} is empty" for name, text in words.items() if not text.strip()]
    found += [f"the {name} has an exclamation mark" for name, text in words.items() if "!" in text]
    if task.expects.endswith("."):
        found.append("expects ends with a full stop, but it stands inside sentences")
    if len(set(task.hints)) != HINTS:
        found.append(f"there are {len(set(task.hints))} different hints, not {HINTS}")
    if not task.mistakes:
        found.append("no mistake has a name")
    if len({mistake.name for mistake in task.mistakes}) < len(task.mistakes):
        found.append("two mistakes have one name")
    if not listed["right"]:
        found.append("no right answer is listed")
    if len(listed["wrong"]) < 2:
        found.append("fewer than two wrong answers are listed")
    return found


def _faults_of_right_answers(task, answers):
    for number, answer in enumerate(answers, 1):
        result = verdict(task, answer)
        if result.status != "right":
            yield f"right answer {number} is found {result.status}: {result.message}"


def _faults_of_wrong_answers(task, answers):
    for number, (answer, name) in enumerate(answers, 1):
        result = verdict(task, answer)
        if (result.status, result.mistake_name) != ("wrong", name):
            found = f"{result.status} ({result.mistake_name or 'no name'})"
            yield f"wrong answer {number} should be told {name}, but is found {found}: {result.message}"
    for mistake in task.mistakes:
        if mistake.name not in [name for _answer, name in answers]:
            yield f"no listed answer makes the mistake {mistake.name}"
    if verdict(task, ...).status != "unanswered":
        yield "`...` is not found unanswered"


def _leaks(task, right_answers):
    """Find words that a reader sees before the task is right and that hold the right answer."""
    shown = {"expects": task.expects, **{f"hint {n}": hint for n, hint in enumerate(task.hints, 1)}}
    shown |= {f"message of {mistake.name}": mistake.message for mistake in task.mistakes}
    for answer in right_answers:
        if verdict(task, answer).status != "right":
            continue
        plain = task.read(answer)
        for place, text in shown.items():
            if task.kind == "choice" and _names_letter(text, plain):
                yield f"the {place} names the right letter"
            if any(_holds_number(text, value) for value in _numbers_of(task, plain)):
                yield f"the {place} holds the right number"


def _numbers_of(task, plain):
    """Return the right numbers. A function and a design have many right answers, so no number of theirs is secret."""
    if task.kind == "number":
        return [plain]
    if task.kind == "numbers":
        return list(plain.values())
    if task.kind == "table":
        return [value for row in plain.values() for value in row.values() if isinstance(value, float)]
    return []


def _holds_number(text: str, value: float) -> bool:
    """Tell whether a text holds a number, written as digits, a fraction or a per cent."""
    for numeral, per_cent in re.findall(r"(\d+(?:[.,]\d+)*(?:/\d+)?)\s*(%|per cent)?", text):
        try:
            found = float(Fraction(numeral.replace(",", "")))
        except (ValueError, ZeroDivisionError):
            continue
        for candidate in (found, found / 100) if per_cent else (found,):
            if abs(candidate - abs(value)) <= 0.001 * abs(value):
                return True
    return False


def _names_letter(text: str, letter: str) -> bool:
    quoted = rf"""["'`(“]{letter}["'`)”]"""
    return re.search(rf"{quoted}|\b(answer|option|letter|choice)\s+{letter}\b", text, re.IGNORECASE) is not None

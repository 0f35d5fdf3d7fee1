"""A grading process that dies names its student, and the class goes on."""

from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from types import SimpleNamespace

from longwave.teaching.grading import here as grading
from longwave.teaching.grading.job import NotGraded
from longwave.teaching.handout.variants import carried


def a_class(*names):
    return [SimpleNamespace(student=name) for name in names]


def pools_that_die_of(bad, monkeypatch):
    """Put pools in the place of the real ones that yield students in order and die where they meet a bad one."""
    asked = []

    def pooled(jobs, kind, limits, count):
        asked.append([job.student for job in jobs])
        for job in jobs:
            if job.student in bad:
                raise BrokenProcessPool
            done = Future()
            done.set_result(f"grades of {job.student}")
            yield job, done

    monkeypatch.setattr(grading, "_pooled", pooled)
    return asked


def test_a_submission_that_ends_its_process_twice_is_named_and_the_others_are_graded(monkeypatch):
    pools_that_die_of({"cy"}, monkeypatch)
    found = list(grading.graded_here(a_class("ann", "bob", "cy", "dan", "eve", "fay"), None, None, 2))
    assert sorted(each for each in found if isinstance(each, str)) == [
        f"grades of {name}" for name in ("ann", "bob", "dan", "eve", "fay")
    ]
    (lost,) = [each for each in found if isinstance(each, NotGraded)]
    assert (lost.student, lost.fault.split(":")[0]) == ("cy", "cy")
    assert "by hand" in lost.fault


def test_two_of_them_cost_only_themselves(monkeypatch):
    asked = pools_that_die_of({"bob", "fay"}, monkeypatch)
    found = list(grading.graded_here(a_class("ann", "bob", "cy", "dan", "eve", "fay"), None, None, 2))
    assert sorted(each.student for each in found if isinstance(each, NotGraded)) == ["bob", "fay"]
    assert len(found) == 6
    assert asked.count(["bob"]) == asked.count(["fay"]) == 1


def test_no_long_cell_of_a_student_is_parsed_outside_the_sandbox(monkeypatch):
    def refuse(*_arguments):
        raise AssertionError("parsed")

    monkeypatch.setattr(carried, "calls_of", refuse)
    cells = [
        (
            0,
            {
                "cell_type": "code",
                "id": "18-weight-check",
                "metadata": {},
                "source": "x = [" + "[1]," * 1_000_000 + "]",
            },
        )
    ]
    assert carried.carried_numbers(cells) == {}

"""Which cells run, where, and in which order."""

import nbformat

from longwave.teaching.cells import Cells
from longwave.teaching.judging.steps import names_bound, names_read, second_argument, steps
from tests.teaching.classroom import LESSON, RIGHT, ROOT, cell_of, written

SOURCE = nbformat.read(ROOT / "solutions" / LESSON / f"{LESSON}.ipynb", as_version=4)


def planned(submitted):
    return steps(Cells(SOURCE.cells), Cells(submitted.cells))


def kinds(submitted):
    return [(step.kind, step.name) for step in planned(submitted)]


def test_answers_come_from_the_student_and_all_else_from_the_course():
    submitted = written(RIGHT)
    cell_of(submitted, "setup").source = "raise SystemExit"
    cell_of(submitted, "18-weight-tests").source = "pass"
    plan = {step.name: step for step in planned(submitted)}
    assert plan["setup"].source == cell_of(SOURCE, "setup").source
    assert "replicator" in plan["18-weight-tests"].source
    assert plan["18-weight-answer"].source == RIGHT["18-weight"]
    assert plan["18-weight-tests"].check == 'check("18-weight", weight)'


def test_practice_checks_do_not_run_and_deleted_cells_come_back():
    submitted = written(RIGHT)
    submitted.cells = [
        cell for cell in submitted.cells if not cell.metadata.nbgrader.grade_id.endswith(("-tests", "setup"))
    ]
    names = [name for _kind, name in kinds(submitted)]
    assert names == [name for _kind, name in kinds(written(RIGHT))]
    assert not [name for name in names if name.endswith("-check")]
    assert names[0] == "setup"


def test_a_cell_of_the_students_own_runs_behind_the_one_that_it_follows():
    submitted = written(RIGHT)
    place = submitted.cells.index(cell_of(submitted, "18-level-prompt")) + 1
    submitted.cells.insert(place, nbformat.v4.new_code_cell("mine = 1"))
    plan = kinds(submitted)
    assert plan[plan.index(("student", "18-level-answer")) - 1] == ("student", "")
    assert plan.index(("student", "")) > plan.index(("test", "18-corrected-tests"))


def test_answer_names_are_those_that_the_courses_own_answers_bind():
    last = [step for step in planned(written({})) if step.kind == "test"][-1]
    assert {"corrected", "level", "rest", "weight", "pair"} <= last.answers
    assert "replicator" not in last.answers


def test_names_are_read_from_the_source_without_running_it():
    assert names_bound("import a.b as c\nfrom d import e\nx: int = 1\nfor i in y:\n    z = 1") == {"c", "e", "x"}
    assert names_read("q = f(a) + [b for b in c]") == ["a", "b", "c", "f"]
    assert names_bound("not python (") == frozenset()
    assert second_argument("check('x', (a + b) / 2)") == "(a + b) / 2"
    assert second_argument("print(1)") == "..."


def test_what_an_answer_cell_was_given_out_with_is_the_courses_whatever_the_student_made_of_it():
    cells = [
        nbformat.v4.new_code_cell(source, metadata={"nbgrader": {"grade_id": f"9-x-{part}", **marks}})
        for part, source, marks in [
            ("answer", "n = 3\n### BEGIN SOLUTION\nx = 2 * n\n### END SOLUTION", {"solution": True}),
            ("check", 'check("9-x", x)', {}),
            ("tests", "assert x == 2 * n", {"grade": True, "points": 1}),
        ]
    ]
    replaced = nbformat.v4.new_code_cell("x = 6", metadata=cells[0].metadata)
    given, theirs, test = steps(Cells(cells), Cells([replaced]))
    assert (given.kind, given.source, theirs.source) == ("course", "n = 3", "x = 6")
    assert test.answers == {"x"}

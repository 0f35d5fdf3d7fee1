from tools.lint import violations


def test_a_lesson_that_follows_every_rule_has_no_violation(lesson_notebook, lesson_path):
    assert violations(lesson_notebook, lesson_path) == []


def test_a_notebook_of_tasks_that_follows_every_rule_has_no_violation(solution_notebook, solution_path):
    assert violations(solution_notebook, solution_path) == []

"""The class report counts wrong answers: those that have a name by it, and the others together."""

from longwave.teaching.grading.results import Result, TaskResult
from longwave.teaching.returning.items import mistakes_table


def result(student: str, *tasks: TaskResult) -> Result:
    return Result(student, "18-co-evolution", "graded", tasks=tasks)


def test_a_wrong_answer_without_a_name_is_counted_and_no_answer_is_not():
    results = [
        result("ann", TaskResult("a", 0, 1, "wrong"), TaskResult("b", 0, 1, "unanswered")),
        result("bob", TaskResult("a", 0, 1, "wrong"), TaskResult("b", 1, 1, "right")),
        result("cem", TaskResult("a", 0, 1, "wrong", "sign turned"), TaskResult("b", 0, 1, "stopped")),
    ]
    assert mistakes_table(results).to_numpy().tolist() == [["a", "other wrong answers", 2], ["a", "sign turned", 1]]

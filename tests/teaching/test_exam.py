"""An exam's verdicts: nobody who asks from the notebook is told, and the grader's tests are."""

import pytest

from longwave import tasks
from longwave.tasks.feedback import NotYetError
from longwave.tasks.practising import ExamError
from longwave.teaching.judging.judge import judge
from longwave.teaching.sandbox.limits import Limits

RIGHT, WRONG = [100, 170, 120], [120, 200, 255]


def test_in_the_graders_own_process_alone_tests_of_an_instructor_may_ask(monkeypatch):
    for name in ("practice", "plain_answer"):
        monkeypatch.setattr(tasks, name, getattr(tasks, name))  # put back after this test
        for answer in (RIGHT, WRONG):
            with pytest.raises(ExamError, match="before it is handed in"):
                getattr(tasks, name)("p3-floor", answer)
    judge([], None, Limits(), {}, {})
    assert tasks.practice("p3-floor", RIGHT) is None
    with pytest.raises(NotYetError, match="last licensee"):
        tasks.practice("p3-floor", WRONG)
    assert tasks.plain_answer("p3-floor", RIGHT) == {"one": 100, "two": 170, "three": 120}

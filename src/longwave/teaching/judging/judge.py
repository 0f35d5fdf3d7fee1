"""Judging one submission: this process runs only the course's own cells, never a line of a student's code.

The student's cells run in the sandbox, in the order of the notebook. Before each test the answers are sent here as
plain data, and a function as a number under which it can be called there. The test then runs here.
"""

import builtins
import contextlib
import io
import signal
import socket
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from longwave.i18n import _
from longwave.teaching.cells import ANSWER, name_in_task, task_of
from longwave.teaching.folder.notes import quoted
from longwave.teaching.judging.borrowed import numbers_that_fit
from longwave.teaching.judging.caller import STOPPED, Caller, CellReport, LeftAloneError
from longwave.teaching.judging.steps import Step, names_read, second_argument
from longwave.teaching.sandbox.limits import Limits

OwnNumbers = Mapping[str, dict[str, float]]  # a student's own, by task and name
TEST_SECONDS = 30  # for one test in this process; an honest one needs a hundredth


@dataclass
class Outcome:
    """What came of one graded cell: whether its test passed, and why not, as text for the instructor."""

    passed: bool
    status: str = ""
    mistake: str = ""
    message: str = ""
    fits: list[int] = field(default_factory=list)  # places in the step's `others` for which the answer is right


@dataclass
class Judgement:
    """What came of one notebook: outcomes by test; text and errors of the student's cells by place in the notebook.

    `errors` are those of the answer cells, by their names: the error's kind and words.

    If the student's process had to be ended, `stopped_at` names the step and `stopped` the reason.
    """

    outcomes: dict[str, Outcome] = field(default_factory=dict)
    outputs: dict[int, CellReport] = field(default_factory=dict)
    stopped: str = ""
    stopped_at: str = ""
    errors: dict[str, list[str]] = field(default_factory=dict)

    def stop(self, step: Step, error: LeftAloneError) -> None:
        """Record that nothing more can be asked of the student's process."""
        self.stopped, self.stopped_at = str(error), step.key


class TooLongError(Exception):
    """A test did not end in time, on what the student gave it."""


def judge(
    steps: list[Step], channel: socket.socket, limits: Limits, numbers: OwnNumbers, skip: Mapping[str, str]
) -> Judgement:
    """Run a submission's steps and return what came of them.

    Args:
        steps: what to run, in order.
        channel: leads to the student's process.
        limits: how much the submission may use.
        numbers: the student's own numbers by task.
        skip: the steps that ended the student's process in an earlier try, with the reasons; they are not run again,
            so that one bad cell costs its own task and no other.
    """
    _let_tests_ask()
    result, caller = Judgement(), Caller(channel, limits)
    trusted: dict[str, Any] = {"__name__": "__main__", "__builtins__": builtins}
    for step in steps:
        reason = skip.get(step.key) or result.stopped
        if step.kind == "test":
            outcome = (
                Outcome(False, "stopped", "", reason) if reason else _tested(step, caller, trusted, result, numbers)
            )
            result.outcomes[step.name] = outcome
            continue
        if step.kind == "course":
            _run_ours(step, caller, trusted, result)
        if reason:
            result.outputs[step.place] = {"output": "", "error": [STOPPED, reason]}
            if step.key in skip:
                result.errors[step.name] = [STOPPED, reason]
        elif not result.stopped:
            _run_theirs(step, caller, result)
    return result


def _let_tests_ask() -> None:
    """Let `longwave.tasks` tell of an exam, too, here alone: an instructor's own tests get their calls from there."""
    from longwave import tasks
    from longwave.tasks import scoring

    vars(tasks).update(practice=scoring.practice, plain_answer=scoring.plain_answer)


def _run_theirs(step: Step, caller: Caller, result: Judgement) -> None:
    """Run one cell in the sandbox, and record what it printed, or that everything stops here."""
    try:
        report = result.outputs[step.place] = caller.run(step.source)
    except LeftAloneError as error:
        result.stop(step, error)
        result.outputs[step.place] = {"output": "", "error": [STOPPED, str(error)]}
        return
    if report["error"]:
        result.errors[step.name] = report["error"]


def _run_ours(step: Step, caller: Caller, trusted: dict[str, Any], result: Judgement) -> None:
    """Run one of the course's own cells here, with the answers that it reads. No grade depends on it."""
    names = {**trusted, **_answers(step, caller, trusted, result)}
    try:
        with contextlib.suppress(Exception), _quiet(), _seconds(TEST_SECONDS):
            exec(compile(step.source, step.name, "exec"), names)
    except LeftAloneError as error:
        result.stop(step, error)
    trusted.update({name: names[name] for name in names if name not in step.answers})


def _answers(step: Step, caller: Caller, trusted: dict[str, Any], result: Judgement) -> dict[str, Any]:
    """Return the student's values of the names that a step reads: answers, and whatever the course does not define."""
    read = names_read(step.source)
    wanted = [name for name in read if name in step.answers or not (name in trusted or hasattr(builtins, name))]
    if not wanted or result.stopped:
        return {}
    try:
        return caller.take(wanted)
    except LeftAloneError as error:
        result.stop(step, error)
        return {}


def _tested(step: Step, caller: Caller, trusted: dict[str, Any], result: Judgement, numbers: OwnNumbers) -> Outcome:
    """Run one test, then ask the task's own checker what the answer is, for the student's page."""
    names = {**trusted, **_answers(step, caller, trusted, result)}
    failure = None if result.stopped else _failure(step, names, result)
    said = None if result.stopped else _verdict(step, names, numbers, result)
    if result.stopped:
        return Outcome(False, "stopped", "", result.stopped)
    if failure is None:
        return Outcome(True, "right", "", said.message if said and said.status == "right" else "")
    if said is None:
        return _without_verdict(result.errors.get(name_in_task(task_of(step.name), ANSWER)))
    if said.status == "right":
        return Outcome(False, "other numbers")
    fits = _fits(step, names, result) if step.others and said.status == "wrong" else []
    return Outcome(False, said.status, said.mistake_name, said.message, fits)


def _fits(step: Step, names: dict[str, Any], result: Judgement) -> list[int]:
    """Return for which of the numbers that others have a wrong answer is right."""
    try:
        with _quiet(), _seconds(TEST_SECONDS):
            return numbers_that_fit(task_of(step.name), eval(second_argument(step.check), names), step.others)
    except LeftAloneError as error:
        result.stop(step, error)
    except BaseException:  # it is wrong in any case
        return []
    return []


def _without_verdict(error: list[str] | None) -> Outcome:
    """Return the outcome if not even the checker could read an answer; often the cell itself met an error."""
    if error is None:
        return Outcome(False, "wrong")
    if error[0] == STOPPED:
        return Outcome(False, "stopped", "", error[1])
    sentence = _("Your cell stopped with an error, so there is no answer: {error}")
    return Outcome(False, "unusable", "", sentence.format(error=quoted(": ".join(filter(None, error)))))


def _failure(step: Step, names: dict[str, Any], result: Judgement) -> str | None:
    """Run a test; return None if it passes, else the name of the error that it met."""
    try:
        with _quiet(), _seconds(TEST_SECONDS):
            exec(compile(step.source, step.name, "exec"), dict(names))
    except LeftAloneError as error:
        result.stop(step, error)
    except BaseException as error:  # whatever the data did to the test, it has not passed
        return type(error).__name__
    return None


def _verdict(step: Step, names: dict[str, Any], numbers: OwnNumbers, result: Judgement) -> Any:
    """Return what the task's checker says of the answer, or None where there is no such task."""
    from longwave.tasks.checking import verdict
    from longwave.tasks.task import UnknownTaskError, find_task

    task_id = task_of(step.name)
    try:
        task = find_task(task_id, numbers.get(task_id))
        with _quiet(), _seconds(TEST_SECONDS):
            return verdict(task, eval(second_argument(step.check), names) if step.check else ...)
    except UnknownTaskError:
        return None
    except LeftAloneError as error:
        result.stop(step, error)
    except BaseException:  # an answer that even the checker cannot read is wrong without a name
        return None
    return None


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), warnings.catch_warnings(action="ignore"):
        yield


@contextlib.contextmanager
def _seconds(count: float) -> Iterator[None]:
    """Raise a TooLongError in this process after so many seconds."""

    def ring(*_unused: object) -> None:
        raise TooLongError(f"Your function did not come to an end in {count:g} seconds")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, count)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)

"""The judge's side of the messages to a student's process: run a cell, take answers, call a function there."""

import inspect
import socket
import time
from collections.abc import Callable
from typing import Any, TypedDict

from longwave.teaching.folder.names import shown
from longwave.teaching.judging.frames import receive, receive_until, send
from longwave.teaching.judging.plain import NotPlainError, pack
from longwave.teaching.judging.unpacking import Thing, unpack
from longwave.teaching.sandbox.limits import Limits

STOPPED = "Stopped"  # the kind of error that the judge alone reports
STARTING = 120  # seconds until a student's process must be ready
_KINDS: tuple[type[Exception], ...] = (
    *(ArithmeticError, AssertionError, AttributeError, IndexError, KeyError, LookupError, MemoryError, NameError),
    *(NotImplementedError, OverflowError, RecursionError, RuntimeError, TypeError, ValueError, ZeroDivisionError),
)
_BUILT_IN = {kind.__name__: kind for kind in _KINDS}


class CellReport(TypedDict):
    """What came of running one cell: the text that it printed, and its error's kind and message, if it met one."""

    output: str
    error: list[str] | None


class LeftAloneError(BaseException):
    """Nothing more can be asked of the student's process: it is out of time, gone, or sends no messages.

    It is not an Exception, so that no test or checker that it passes through takes it for an error of the answer.
    """


class AnswerFailedError(Exception):
    """A student's function raised an error of a kind that is not built in."""


def wait_until_ready(channel: socket.socket) -> None:
    """Wait until a student's process answers: the time for its imports is not the student's.

    Raises:
        BrokenChannelError: if it never starts, which is not the student's fault either.
        TimeoutError: if it does not start in time.
    """
    channel.settimeout(STARTING)
    send(channel, {"take": []})
    receive(channel, 1 << 10)


class Caller:
    """Asks one thing at a time, within the seconds and bytes that a submission has."""

    def __init__(self, channel: socket.socket, limits: Limits) -> None:
        """Start the clock of a submission."""
        self.channel, self.limits = channel, limits
        self.end = time.monotonic() + limits.seconds

    def run(self, source: str) -> CellReport:
        """Run a cell; return what came of it."""
        answer = self._ask({"run": source})
        error, output = answer.get("error"), answer.get("output")
        kept = str(output or "")[: (self.limits.output_kb << 10) + 100]
        return {"output": kept, "error": _own_error(error) if type(error) is list else None}

    def take(self, names: list[str]) -> dict[str, Any]:
        """Return the student's values of names; those that are not there are left out."""
        values = self._ask({"take": names}).get("values")
        values = values if type(values) is dict else {}
        return {name: self._unpacked(values[name]) for name in names if name in values}

    def _ask(self, request: dict[str, Any]) -> dict[str, Any]:
        left = self.end - time.monotonic()
        if left <= 0:
            raise LeftAloneError(self._too_long())
        self.channel.settimeout(left)
        try:
            send(self.channel, request)
            answer = receive_until(self.channel, self.limits.answer_kb << 10, self.end)
        except TimeoutError:
            raise LeftAloneError(self._too_long()) from None
        except Exception as error:  # also where a test's time is over: the answer would come too late for it
            raise LeftAloneError(str(error)) from None
        if type(answer) is not dict:
            raise LeftAloneError("not a message")
        return answer

    def _too_long(self) -> str:
        return f"no end after {self.limits.seconds} seconds"

    def _unpacked(self, data: Any) -> Any:
        try:
            return unpack(data, self._caller)
        except NotPlainError:
            return Thing()

    def _caller(self, number: int, name: str, inputs: list[Any] | None) -> Callable[..., Any]:
        """Return a function that calls the student's function, there, with plain data, and returns plain data."""

        def ask(*arguments: Any, **named: Any) -> Any:
            packed = pack(list(arguments), _no_function), pack(named, _no_function)
            answer = self._ask({"call": [number, *packed]})
            if "result" in answer:
                return self._unpacked(answer["result"])
            raise _error(answer.get("error"))

        ask.__name__ = ask.__qualname__ = name if name.isidentifier() else "answer"
        if inputs is not None:
            ask.__signature__ = _signature(inputs)  # type: ignore[attr-defined]  # a function may have one; see PEP 362
        return ask


def _no_function(_function: object) -> int:
    raise NotPlainError("a test may not hand a function to an answer")


def _signature(inputs: list[Any]) -> inspect.Signature:
    kinds = list(inspect._ParameterKind)
    return inspect.Signature(
        [
            inspect.Parameter(str(name), kinds[int(kind)], default=None if has_default else inspect.Parameter.empty)
            for name, kind, has_default in inputs
        ]
    )


def _two_words(report: list[Any]) -> list[str]:
    """Return an error's kind and message, whatever was sent, as text that a terminal can show."""
    return [shown(str(part)[:300]) for part in [*report, "", ""][:2]]


def _own_error(report: list[Any]) -> list[str]:
    """Return the error of a student's cell; a kind that is no name, or is the judge's own word, has no kind."""
    name, message = _two_words(report)
    return [name if name.isidentifier() and name != STOPPED else "Error", message]


def _error(report: Any) -> Exception:
    """Return the error that a student's function raised, as one of ours."""
    name, message = _two_words(report if type(report) is list else ["an error"])
    if name in _BUILT_IN:
        return _BUILT_IN[name](message)
    kind: type[AnswerFailedError] = type(name if name.isidentifier() else "AnswerFailedError", (AnswerFailedError,), {})
    return kind(message)

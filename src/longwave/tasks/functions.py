"""Reading an answer that is a function: what it gives for the task's cases is the plain answer."""

import contextlib
import copy
import inspect
import io
import warnings
from collections.abc import Callable, Sequence
from typing import Any

from longwave.i18n import _
from longwave.tasks.answers import UnansweredError, UnusableError, shown

LONGEST_ARGUMENTS = 120

Case = tuple[Any, ...]  # the arguments of one call


def function_reader(
    cases: Sequence[Case], names: tuple[str, ...], read_result: Callable[[object], Any]
) -> Callable[[object], list[Any]]:
    """Return a reader that calls a function on each case and reads each result.

    The plain form is the list of results, in the order of the cases. Each call gets its own copy of the
    arguments and prints nothing. A function that gives `...` or None for every case is not answered yet.
    """

    def read(answer: object) -> list[Any]:
        if answer is ...:
            raise UnansweredError
        if not callable(answer):
            raise UnusableError(
                _("This is {given}. Give the function itself: its name without brackets.").format(given=shown(answer))
            )
        _check_inputs(answer, names)
        printed = io.StringIO()
        results = [_result(answer, case, names, printed) for case in cases]
        if all(result is ... for result in results):
            raise UnansweredError
        if all(result is None for result in results) and printed.getvalue().strip():
            raise UnusableError(
                _("Your function prints its result and gives nothing back: write `return` for `print`.")
            )
        if all(result is None or result is ... for result in results):
            raise UnansweredError(_("Your function gives nothing back yet: its last line needs a `return`."))
        return [_read(result, case, names, read_result) for result, case in zip(results, cases, strict=True)]

    return read


def _check_inputs(function: Callable[..., object], names: tuple[str, ...]) -> None:
    """Refuse a function that cannot take the task's inputs."""
    try:
        signature = inspect.signature(function)
    except Exception:
        return  # not every callable tells; then the call itself says what is wrong
    try:
        signature.bind(*names)
    except TypeError:
        raise UnusableError(
            _("Your function gets {count} inputs, in this order: {names}. Its first line takes others.").format(
                count=len(names), names=", ".join(names)
            )
        ) from None


def _result(function: Callable[..., object], case: Case, names: tuple[str, ...], printed: io.StringIO) -> object:
    """Call the function on a copy of one case, and keep what it prints; say plainly where it stops."""
    arguments = copy.deepcopy(case)
    try:
        with contextlib.redirect_stdout(printed), warnings.catch_warnings(action="ignore"):
            return function(*arguments)
    except (Exception, SystemExit) as error:
        raise UnusableError(
            _("For {arguments} your function stops with {error}.").format(
                arguments=written(case, names), error=_error_words(error)
            )
        ) from None


def _error_words(error: BaseException) -> str:
    """Return the kind of an error and its message, cut."""
    try:
        text = " ".join(str(error).split())[:LONGEST_ARGUMENTS]
    except Exception:
        text = ""
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def _read(result: object, case: Case, names: tuple[str, ...], read_result: Callable[[object], Any]) -> Any:
    """Read one result, and say for which inputs it cannot be used."""
    try:
        return read_result(result)
    except UnansweredError:
        reason = _("It gives `...` back: does each branch end in a result?")
    except UnusableError as error:
        reason = str(error)
    raise UnusableError(
        _("Your function was called with {arguments}. {reason}").format(arguments=written(case, names), reason=reason)
    )


def written(case: Case, names: tuple[str, ...]) -> str:
    """Return the inputs of a case as they would be typed.

    >>> written(([10, 8], 1), ("users", "licences"))
    'users=[10, 8], licences=1'
    """
    text = ", ".join(f"{name}={value!r}" for name, value in zip(names, case, strict=True))
    return text if len(text) <= LONGEST_ARGUMENTS else text[:LONGEST_ARGUMENTS] + "…"

"""Running a student's cells, and answering the judge: run a source, send the values of names, call a function.

The student's code can change all of this. It can lie about the answers and about nothing else: no score is made here.
"""

import builtins
import io
import os
import sys
import tempfile
import types
from collections.abc import Callable
from typing import Any

from longwave.teaching.judging.frames import BrokenChannelError, Channel, receive, send
from longwave.teaching.judging.plain import NotPlainError, pack
from longwave.teaching.judging.unpacking import unpack

LONGEST_REQUEST = 1 << 26
PRINTED = 200  # characters of what a function printed: enough to know that it did

# What `longwave.tasks` hands on.
PUBLIC_CALLS = (
    *("agrees", "check", "hint", "plain_answer", "practice", "show_progress"),
    *("kept_guess", "kept_guesses", "predict", "reveal", "show_guesses"),
    *("my_ranges", "open_forecast", "seal_forecast"),
)


class TooMuchOutputError(RuntimeError):
    """A cell printed more than is allowed."""


class Output(io.TextIOBase):
    """A text stream that keeps its beginning, and stops a cell that prints too much."""

    encoding, errors = "utf-8", "strict"

    def __init__(self, keep: int) -> None:
        """Start empty; `keep` is how many characters to keep."""
        self.keep, self.length = keep, 0
        self.parts: list[str] = []

    def write(self, text: str) -> int:
        """Keep text up to the limit.

        Raises:
            TooMuchOutputError: if it is more than twenty times the limit.
        """
        if self.length < self.keep:
            self.parts.append(text[: self.keep - self.length])
        self.length += len(text)
        if self.length > 20 * self.keep:
            raise TooMuchOutputError("this cell prints too much")
        return len(text)

    def writable(self) -> bool:
        """Return that it takes text."""
        return True

    def isatty(self) -> bool:
        """Return that it is not a terminal."""
        return False

    def text(self) -> str:
        """Return what was kept, and how long the whole was if there was more."""
        return "".join(self.parts) + (f"\n… {self.length:,} characters in all" if self.length > self.keep else "")


class Session:
    """One student's names, and the functions that the judge may call."""

    def __init__(self, keep: int) -> None:
        """Start a shell; `keep` is how many characters to keep of what a cell prints."""
        self.keep = keep
        self.functions: list[Callable[..., Any]] = []
        self.shell = _shell()

    def run(self, source: str) -> dict[str, Any]:
        """Run one cell; return its text output and its error, if any."""
        output = Output(self.keep)
        before, sys.stdout, sys.stderr = (sys.stdout, sys.stderr), output, output
        try:
            done = self.shell.run_cell(source, store_history=False)
            error = done.error_before_exec or done.error_in_exec
        except BaseException as escaped:  # SystemExit, KeyboardInterrupt: the cell's own end
            error = escaped
        finally:
            sys.stdout, sys.stderr = before
        return {"error": error and _words(error), "output": output.text()}

    def take(self, names: list[str]) -> dict[str, Any]:
        """Return the values of names in plain form; a name that is not there is left out."""
        values = {}
        for name in names:
            if name in self.shell.user_ns:
                values[name] = self._packed(self.shell.user_ns[name])
        return {"values": values}

    def call(self, number: int, arguments: Any, named: Any) -> dict[str, Any]:
        """Call a function whose number was sent; return its result or its error."""
        output = Output(self.keep)
        before, sys.stdout, sys.stderr = (sys.stdout, sys.stderr), output, output
        try:
            result = self.functions[number](*unpack(arguments, self._known), **unpack(named, self._known))
            return {"result": self._packed(result), "printed": output.text()[:PRINTED]}
        except BaseException as error:
            return {"error": _words(error)}
        finally:
            sys.stdout, sys.stderr = before

    def _packed(self, value: object) -> Any:
        try:
            return pack(value, self._keep)
        except NotPlainError as error:
            return ["thing", f"value that is {error}"[:40]]
        except Exception as error:
            return ["thing", type(error).__name__[:40]]

    def _keep(self, function: Any) -> int:
        self.functions.append(function)
        return len(self.functions) - 1

    def _known(self, number: int, _name: str, _inputs: object) -> Any:
        return self.functions[number]


def _shell() -> Any:
    """Return IPython's shell without a history, and without prompts and tracebacks in what a cell prints."""
    from IPython.core.interactiveshell import InteractiveShell

    shell: Any = InteractiveShell(**({"colors": "NoColor"} if "colors" in InteractiveShell.class_trait_names() else {}))
    shell.history_manager.enabled = False
    shell.displayhook.write_output_prompt = lambda: None
    shell.showtraceback = shell.showsyntaxerror = lambda *_a, **_k: None
    return shell


def _words(error: BaseException) -> list[str]:
    try:
        return [type(error).__name__[:60], " ".join(str(error).split())[:200]]
    except Exception:
        return [type(error).__name__[:60], ""]


def serve(channel: Channel, keep: int) -> None:
    """Answer the judge until it closes the channel."""
    session, own = Session(keep), os.getpid()
    while True:
        try:
            request = receive(channel, LONGEST_REQUEST)
            if "run" in request:
                answer = session.run(request["run"])
            elif "take" in request:
                answer = session.take(request["take"])
            else:
                answer = session.call(*request["call"])
            if os.getpid() != own:
                os._exit(0)  # a child that the student's code forked: only one process answers the judge
            send(channel, answer)
        except BrokenChannelError:
            return


def stand_in_for_tasks() -> None:
    """Replace `longwave.tasks` by one whose calls do nothing: the real one, with its answers, is not in the sandbox."""
    stand_in = types.ModuleType("longwave.tasks")
    for name in PUBLIC_CALLS:
        setattr(stand_in, name, _nothing)
    stand_in.__path__ = []
    sys.modules["longwave.tasks"] = stand_in


def _nothing(*_arguments: object, **_named: object) -> None:
    """Do nothing, as nobody reads the result here."""


def at_home(folder: str) -> None:
    """Make an empty folder the home, working folder and reader's folder of this process; "" makes a new one."""
    folder = folder or tempfile.mkdtemp()
    os.chdir(folder)
    os.environ.update(HOME=folder, TMPDIR=folder, LONGWAVE_HOME=folder, IPYTHONDIR=folder, LONGWAVE_LANGUAGE="en")
    builtins.input = _no_input


def _no_input(*_prompt: object) -> str:
    raise RuntimeError("nobody is there to answer input()")

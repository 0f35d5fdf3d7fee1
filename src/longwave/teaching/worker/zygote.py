"""The process that waits in the sandbox with everything imported, and forks once for each student.

    python -m longwave.teaching.worker.zygote CONTROL-FD SETTINGS-AS-JSON

The control socket brings one byte and the student's channel. Back goes one line of JSON when the student has begun,
or why not, and one when the student has ended. Another byte means: end the student now. No student's code runs here.
"""

import array
import contextlib
import json
import os
import select
import signal
import socket
import sys
import time
from typing import Any

from longwave.teaching.worker import usage
from longwave.teaching.worker.seeing import STACK, import_all

START, STOP = b"s", b"x"
_PAUSE = 0.05  # seconds between two looks at the student's memory


def main() -> None:
    """Import everything, report that, then serve one student after the other."""
    from longwave.teaching.worker import student

    settings = json.loads(sys.argv[2])
    control = socket.socket(fileno=int(sys.argv[1]))
    student.stand_in_for_tasks()
    missing = import_all([*STACK, *settings["modules"]])
    if sys.platform == "linux":
        from longwave.teaching.worker.isolate import may_trace

        may_trace(False)
    report(control, {"ready": True, "missing": missing})
    while True:
        byte, channel = _next(control)
        if not byte:
            return
        if byte == START and channel is not None:
            _serve_one(control, channel, settings)


def report(control: socket.socket, message: dict[str, Any]) -> None:
    """Send one line to the grader."""
    control.sendall(json.dumps(message).encode() + b"\n")


def _next(control: socket.socket) -> tuple[bytes, socket.socket | None]:
    """Wait for a byte and, with it, perhaps a student's channel."""
    content, ancillary, _flags, _address = control.recvmsg(1, socket.CMSG_SPACE(4))
    for level, kind, packed in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            numbers = array.array("i")
            numbers.frombytes(packed[:4])
            return content, socket.socket(fileno=numbers[0])
    return content, None


def _serve_one(control: socket.socket, channel: socket.socket, settings: dict[str, Any]) -> None:
    """Fork the student's first process, watch it, and report how it ended."""
    before = usage.held([os.getpid()]) if settings["watch"] else 0
    reading, writing = os.pipe()
    outer = os.fork()
    if outer == 0:
        control.close()
        os.close(reading)
        _begin(channel, writing, settings)
    channel.close()
    os.close(writing)
    with os.fdopen(reading) as reports:
        begun = json.loads(reports.readline() or '{"error": "the student\'s process ended at once"}')
    report(control, begun)
    reason = _watch(control, outer, begun.get("process", outer), before, settings)
    report(control, {"ended": reason})


def _watch(control: socket.socket, outer: int, inner: int, before: int, settings: dict[str, Any]) -> str:
    """Wait until the student's processes have ended, or end them: when asked, or when memory or time is used up.

    `before` are the bytes that this process held before the student's began.
    """
    reason, pause = "", _PAUSE
    while os.waitpid(outer, os.WNOHANG) == (0, 0):
        asked = select.select([control], [], [], pause)[0]
        if asked and _next(control)[0] in (STOP, b""):
            reason = reason or "stopped"
        elif not reason and settings["watch"]:
            start = time.monotonic()
            reason = _too_much(outer, inner, before, settings)
            pause = max(_PAUSE, time.monotonic() - start)  # to look takes half of one processor's time at most
        if reason:
            for process in (inner, outer):
                _end(process)
            time.sleep(_PAUSE / 10)
    return reason or "done"


def _too_much(outer: int, inner: int, before: int, settings: dict[str, Any]) -> str:
    """Return why the student's processes must end now, empty if there is no reason.

    Their seconds are those in which they computed, whatever else the machine did: another student's busy loop takes
    none of them.
    """
    every = usage.processes()
    others = [process for process in every if process not in (os.getpid(), outer)]
    left = settings["memory"] - usage.in_sockets(inner, settings["socket"])
    if usage.held_at_most(others) > left and usage.held(every) - before > left:
        return "memory"
    if sum(map(usage.computed, others)) > settings["seconds"]:
        return "time"
    return "machine" if usage.available() < (256 << 20) else ""


def _end(process: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)


def _begin(channel: socket.socket, reports: int, settings: dict[str, Any]) -> None:
    """Become the student's first process and serve the judge. Never returns."""
    code = 1
    try:
        os.setsid()  # a signal to "my process group" must not reach the one that waits
        _first_to_go()
        if settings["isolate"]:
            _into_namespaces(reports, settings)
        else:
            _may_be_counted()
            os.write(reports, json.dumps({"begun": True, "process": os.getpid()}).encode() + b"\n")
            os.close(reports)
        code = _student(channel, settings)
    except BaseException as error:
        with contextlib.suppress(OSError):
            os.write(reports, json.dumps({"error": f"{type(error).__name__}: {error}"}).encode() + b"\n")
    finally:
        os._exit(code)


def _may_be_counted() -> None:
    """Let the process that waits see how much memory this one has."""
    if sys.platform == "linux":
        from longwave.teaching.worker.isolate import may_trace

        may_trace(True)


def _first_to_go() -> None:
    """Let the kernel end this process, and what it starts, before any other where memory is short."""
    with contextlib.suppress(OSError), open("/proc/self/oom_score_adj", "w") as file:
        file.write("1000")


def _into_namespaces(reports: int, settings: dict[str, Any]) -> None:
    """Fork once more: the child is the first process of namespaces of its own; the parent waits for it and ends."""
    from longwave.teaching.worker import isolate

    isolate.enter_namespaces()
    settled, settling = os.pipe()
    inner = os.fork()
    if inner:
        os.close(settling)
        reason = os.read(settled, 300).decode()
        message = {"error": reason[1:]} if reason[:1] != "+" else {"begun": True, "process": inner}
        os.write(reports, json.dumps(message).encode() + b"\n")
        os.waitpid(inner, 0)
        os._exit(0)
    os.setsid()
    os.close(reports)
    try:
        isolate.settle(settings["folder"], settings["disk"])
    except OSError as error:
        os.write(settling, f"-{error}".encode())
        os._exit(1)
    os.write(settling, b"+")
    os.close(settling)
    os.close(settled)


def _student(channel: socket.socket, settings: dict[str, Any]) -> int:
    from longwave.teaching.worker import student

    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nothing, number)
    if settings["limits"]:
        from longwave.teaching.worker import isolate, refusals

        isolate.limit(settings["memory"], settings["processes"], settings["disk"], settings["seconds"])
        refusals.forbid_escapes()
    student.at_home(settings["folder"])
    student.serve(channel, settings["output"])
    return 0


if __name__ == "__main__":
    main()

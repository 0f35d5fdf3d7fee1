"""The process that waits in the sandbox with everything imported, and forks once for each student.

    python -m longwave.teaching.worker.zygote CONTROL-FD SETTINGS-AS-JSON

The control socket brings one byte and the student's channel. Back goes one line of JSON when the student has begun,
or why not, and one when the student has ended. Another byte means: end the student now. No student's code runs here.
"""

import array
import contextlib
import importlib
import json
import os
import select
import signal
import socket
import sys
import time
from typing import Any

STACK = ("numpy", "pandas", "IPython.core.interactiveshell", "longwave.charts.render")
MOST_MISSING = 20  # names of modules in a report, which is one short line
START, STOP = b"s", b"x"
_PAUSE = 0.05  # seconds between two looks at the student's memory


def main() -> None:
    """Import everything, report that, then serve one student after the other."""
    from longwave.teaching.worker import student

    settings = json.loads(sys.argv[2])
    control = socket.socket(fileno=int(sys.argv[1]))
    student.stand_in_for_tasks()
    missing = _import_all([*STACK, *settings["modules"]])
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


def _import_all(names: list[str]) -> list[str]:
    """Import modules; return the first of those that were not found, which the grader may have outside."""
    missing: dict[str, None] = {}
    for name in names:
        try:
            importlib.import_module(name)
        except ImportError as error:
            missing[error.name or name] = None
    return list(missing)[:MOST_MISSING]


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
    reason = _watch(control, outer, begun.get("process", outer), settings)
    report(control, {"ended": reason})


def _watch(control: socket.socket, outer: int, inner: int, settings: dict[str, Any]) -> str:
    """Wait until the student's processes have ended, or end them: when asked, or when memory or time is used up."""
    reason, own = "", _resident(os.getpid())
    while os.waitpid(outer, os.WNOHANG) == (0, 0):
        asked = select.select([control], [], [], _PAUSE)[0]
        if asked and _next(control)[0] in (STOP, b""):
            reason = reason or "stopped"
        elif not reason and settings["watch"]:
            reason = _too_much(outer, own, settings["memory"], settings["seconds"])
        if reason:
            for process in (inner, outer):
                _end(process)
            time.sleep(_PAUSE / 10)
    return reason or "done"


def _too_much(outer: int, own: int, memory: int, seconds: int) -> str:
    """Return why the student's processes must end now, empty if there is no reason; shared memory counts once.

    Their seconds are those in which they computed, whatever else the machine did: another student's busy loop takes
    none of them.
    """
    others = [
        int(name) for name in os.listdir("/proc") if name.isdecimal() and int(name) not in (1, os.getpid(), outer)
    ]
    if sum(max(0, _resident(process) - own) for process in others) > memory:
        return "memory"
    if sum(map(_computed, others)) > seconds:
        return "time"
    return "machine" if _available() < (256 << 20) else ""


def _resident(process: int) -> int:
    try:
        with open(f"/proc/{process}/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


def _computed(process: int) -> float:
    """Return the seconds in which a process and its ended children computed."""
    try:
        with open(f"/proc/{process}/stat") as file:
            ticks = file.read().rpartition(")")[2].split()[11:15]  # after the name, which may hold anything
    except OSError:
        return 0
    return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")


def _available() -> int:
    with open("/proc/meminfo") as file:
        return next((int(line.split()[1]) << 10 for line in file if line.startswith("MemAvailable")), 1 << 40)


def _end(process: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)


def _begin(channel: socket.socket, reports: int, settings: dict[str, Any]) -> None:
    """Become the student's first process and serve the judge. Never returns."""
    code = 1
    try:
        os.setsid()  # a signal to "my process group" must not reach the one that waits
        if settings["isolate"]:
            _into_namespaces(reports, settings)
        else:
            os.write(reports, json.dumps({"begun": True, "process": os.getpid()}).encode() + b"\n")
            os.close(reports)
        code = _student(channel, settings)
    except BaseException as error:
        with contextlib.suppress(OSError):
            os.write(reports, json.dumps({"error": f"{type(error).__name__}: {error}"}).encode() + b"\n")
    finally:
        os._exit(code)


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
        from longwave.teaching.worker import isolate

        isolate.limit(settings["memory"], settings["processes"], settings["disk"], settings["seconds"])
        isolate.forbid_escapes()
    student.at_home(settings["folder"])
    student.serve(channel, settings["output"])
    return 0


if __name__ == "__main__":
    main()

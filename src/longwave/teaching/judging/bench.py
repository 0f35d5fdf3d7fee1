"""One worker of a grading run: a process with the course imported, a sandbox, and a fresh child for each judgement.

The worker itself never runs a student's code or a test of a student's answer: the child does, and it can be ended.
"""

import contextlib
import importlib
import json
import os
import resource
import select
import signal
import socket
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from longwave.teaching.judging.caller import wait_until_ready
from longwave.teaching.judging.frames import BrokenChannelError
from longwave.teaching.judging.judge import Judgement, Outcome, OwnNumbers, judge
from longwave.teaching.judging.steps import Step
from longwave.teaching.sandbox.kinds import Kind
from longwave.teaching.sandbox.launch import open_sandbox
from longwave.teaching.sandbox.limits import Limits
from longwave.teaching.sandbox.seeing import SandboxError

MOST_TRIES = 6  # if more cells than this end a submission's process, its remaining tasks count as stopped
LONGEST_RESULT = 1 << 24
JUDGE_MEMORY = 2 << 30  # beyond what the libraries use; an honest test needs a tenth
JUDGE_EXTRA_SECONDS = 300  # beyond the student's own seconds; only an answer that delays tests needs so many

# Where the sandbox counts the seconds in which a student's processes compute, the clock may run so many times as long:
# it only ends what sleeps.
PATIENCE = 3

_REASONS = {
    "memory": "too much memory",
    "gone": "its process ended",
    "done": "its process ended",
}


class MachineShortError(Exception):
    """The machine, not the submission, ran short of memory: it can be graded again when the machine has less to do."""


class Bench:
    """Judges submissions one after the other."""

    def __init__(self, kind: Kind, limits: Limits, worker: int, modules: Sequence[str] = ()) -> None:
        """Open a sandbox and import what the course's cells need.

        Args:
            kind: what keeps the students' code in.
            limits: how much that code may use.
            worker: distinguishes the workers that run at the same time.
            modules: what the course's cells import.
        """
        self.limits, self.sandbox = limits, open_sandbox(kind, limits, worker, modules)
        for module in modules:
            with contextlib.suppress(ImportError):  # the course's own cell then fails in the same way
                importlib.import_module(module)

    def judge(self, steps: list[Step], numbers: OwnNumbers) -> Judgement:
        """Return what came of a submission; where a cell ends the student's process, the rest is tried without it.

        Args:
            steps: what to run of the submission, in order.
            numbers: the student's own numbers by task.

        Raises:
            MachineShortError: if the machine ran short of memory.
            SandboxError: if no sandbox starts.
        """
        skip: dict[str, str] = {}
        while True:
            found, why = self._try(steps, numbers, skip)
            if why == "machine":
                raise MachineShortError
            if not found.stopped or len(skip) + 1 >= MOST_TRIES or found.stopped_at in skip:
                return found
            skip[found.stopped_at] = self._reason(found.stopped, why)

    def _try(self, steps: list[Step], numbers: OwnNumbers, skip: Mapping[str, str]) -> tuple[Judgement, str]:
        channel = self.sandbox.begin()
        try:
            wait_until_ready(channel)
            found = _in_a_child(steps, channel, self._by_the_clock(), numbers, skip)
        except (BrokenChannelError, TimeoutError) as error:
            raise SandboxError(f"the sandbox did not come up: {error}") from None
        finally:
            channel.close()
            why = self.sandbox.end()
        return found, why

    def _by_the_clock(self) -> Limits:
        return replace(self.limits, seconds=self.limits.seconds * (PATIENCE if self.sandbox.watches else 1))

    def _reason(self, stopped: str, why: str) -> str:
        """Return the reason in words: the sandbox knows about memory and computing, the judge about broken messages."""
        if why == "time":
            return f"no end after {self.limits.seconds} seconds"
        return _REASONS.get(why, "its process ended") if "gone" in stopped else stopped

    def close(self) -> None:
        """End the sandbox."""
        self.sandbox.close()


def _in_a_child(steps: list[Step], channel: socket.socket, *rest: Any) -> Judgement:
    """Judge in a child of this process, which ends with it; a child that does not end is ended."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _judge_and_leave(writing, steps, channel, *rest)
    os.close(writing)
    try:
        content = _read(reading, time.monotonic() + rest[0].seconds + JUDGE_EXTRA_SECONDS)
    finally:
        os.close(reading)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    return _judgement(json.loads(content)) if content else _nothing(steps)


def _judge_and_leave(writing: int, steps: list[Step], channel: socket.socket, *rest: Any) -> None:
    """Judge as the child: write the result, and exit without any cleaning up."""
    try:
        most = _size() + JUDGE_MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        os.environ["LONGWAVE_HOME"] = os.devnull  # a checker that a cell calls must not write anybody's progress
        content = json.dumps(asdict(judge(steps, channel, *rest))).encode()
        while content:
            content = content[os.write(writing, content) :]
    finally:
        os._exit(0)


def _size() -> int:
    """Return how much address space this process has; where that is not known, what libraries need at most."""
    try:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 4 << 30


def _read(reading: int, until: float) -> bytes:
    parts = bytearray()
    while len(parts) < LONGEST_RESULT and select.select([reading], [], [], max(0, until - time.monotonic()))[0]:
        part = os.read(reading, 1 << 16)
        if not part:
            return bytes(parts)
        parts += part
    return b""


def _judgement(data: dict[str, Any]) -> Judgement:
    outcomes = {name: Outcome(**outcome) for name, outcome in data["outcomes"].items()}
    outputs = {int(place): report for place, report in data["outputs"].items()}
    return Judgement(outcomes, outputs, data["stopped"], data["stopped_at"])


def _nothing(steps: list[Step]) -> Judgement:
    """Return the judgement where the judge itself did not end, as the answers delayed every test."""
    words = "its answers could not be judged"
    outcomes = {step.name: Outcome(False, "stopped", "", words) for step in steps if step.kind == "test"}
    return Judgement(outcomes, {}, "", "")

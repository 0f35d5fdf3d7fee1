"""A control group for each sandbox (cgroup v2), where this machine lets one be made.

In it the kernel itself counts all memory: also buffers of sockets, files kept in memory, and what no process has any
more. `choose_group` gives the words that start a command in a new group; they go before it.
"""

import contextlib
import os
import shutil
import subprocess
import time
from pathlib import Path

ROOT, PROC = Path("/sys/fs/cgroup"), Path("/proc")
_SECONDS = 10  # for the trial
_TRIED = 64 << 20  # bytes, a limit for the trial

# In place of the shell comes the command, with the same number. "$0" is the folder above.
_JOIN = 'mkdir "$0/longwave-$$" && echo $$ > "$0/longwave-$$/cgroup.procs" && exec "$@"'


def choose_group() -> tuple[str, ...]:
    """Return the words that start a command in a group of its own whose memory can be limited, () where none works."""
    if not (ROOT / "cgroup.controllers").is_file():
        return ()
    return next((words for words in _ways() if _works(words)), ())


def _ways() -> list[tuple[str, ...]]:
    """Return the ways to try, the best first: systemd's own, then a folder that this user may write."""
    ways: list[tuple[str, ...]] = []
    if shutil.which("systemd-run"):
        user = () if os.geteuid() == 0 else ("--user",)
        scope = ("systemd-run", *user, "--scope", "--quiet", "--collect")
        ways += [(*scope, "--property=OOMPolicy=continue"), scope]  # older ones know no such policy, and need none
    own = group_of(os.getpid())
    for folder in (own, own.parent) if own else ():
        with contextlib.suppress(OSError):
            if "memory" in (folder / "cgroup.subtree_control").read_text().split() and os.access(folder, os.W_OK):
                ways.append(("/bin/sh", "-c", _JOIN, str(folder)))
    return ways


def _works(words: tuple[str, ...]) -> bool:
    """Start a command in this way, and see whether its group gets a limit, and it an open file."""
    reading, writing = os.pipe()
    group = None
    try:
        with subprocess.Popen(
            [*words, "cat", f"/proc/self/fd/{reading}"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pass_fds=[reading],
        ) as process:
            group = _settled(process)
            os.write(writing, b"x" if group else b"-")
            os.close(writing)
            said = process.communicate(timeout=_SECONDS)[0]
        return said == b"x"
    except (OSError, subprocess.TimeoutExpired):
        return False
    finally:
        os.close(reading)
        leave(group)


def _settled(process: "subprocess.Popen[bytes]") -> Path | None:
    """Wait until a process is in a group of its own, and return it if it can be limited."""
    end = time.monotonic() + _SECONDS
    while process.poll() is None and time.monotonic() < end:
        group = group_of(process.pid)
        if group is not None and group != group_of(os.getpid()):
            return group if limit(group, _TRIED) else None
        time.sleep(0.02)
    return None


def group_of(process: int) -> Path | None:
    """Return the folder of a process's group, None where there is none."""
    try:
        lines = (PROC / str(process) / "cgroup").read_text().splitlines()
    except OSError:
        return None
    path = next((line.removeprefix("0::/") for line in lines if line.startswith("0::/")), None)
    return ROOT / path if path is not None and (ROOT / path).is_dir() else None


def limit(group: Path, memory: int) -> bool:
    """Let a group have so many bytes beyond what it has now, and no swap; return whether that was possible."""
    try:
        used = int((group / "memory.current").read_text())
        (group / "memory.max").write_text(str(used + memory))
    except (OSError, ValueError):
        return False
    with contextlib.suppress(OSError):  # a kernel may know no swap
        (group / "memory.swap.max").write_text("0")
    return True


def ended_for_memory(group: Path | None) -> int:
    """Return how many processes of a group the kernel has ended because they would have had too much memory."""
    try:
        words = (group / "memory.events").read_text().split() if group else []
        return int(words[words.index("oom_kill") + 1])
    except (OSError, ValueError, IndexError):
        return 0


def leave(group: Path | None) -> None:
    """Remove an empty group, where systemd does not do it; its last processes may still be ending."""
    end = time.monotonic() + 1
    while group is not None and group.is_dir() and time.monotonic() < end:
        with contextlib.suppress(OSError):
            group.rmdir()
            return
        time.sleep(0.05)

"""The server that asks for a kernel, as the system describes it: what it may do, so may its kernel, and no more.

A kernel that a server starts itself inherits all this. A forked one inherits from the waiting process, so it is copied.
"""

import ctypes
import os
import resource
from dataclasses import dataclass
from pathlib import Path

_SPACES = ("mnt", "pid", "net", "ipc", "uts", "user")
# As the system lists them. It is read there, and not asked with prlimit(2): a root in a container may not do that.
_LIMITS = {
    "Max cpu time": resource.RLIMIT_CPU,
    "Max file size": resource.RLIMIT_FSIZE,
    "Max data size": resource.RLIMIT_DATA,
    "Max stack size": resource.RLIMIT_STACK,
    "Max core file size": resource.RLIMIT_CORE,
    "Max resident set": resource.RLIMIT_RSS,
    "Max processes": resource.RLIMIT_NPROC,
    "Max open files": resource.RLIMIT_NOFILE,
    "Max locked memory": resource.RLIMIT_MEMLOCK,
    "Max address space": resource.RLIMIT_AS,
    "Max pending signals": resource.RLIMIT_SIGPENDING,
    "Max msgqueue size": resource.RLIMIT_MSGQUEUE,
    "Max nice priority": resource.RLIMIT_NICE,
    "Max realtime priority": resource.RLIMIT_RTPRIO,
    "Max realtime timeout": resource.RLIMIT_RTTIME,
}
_NO_NEW_PRIVILEGES = 38  # prctl(2)
_GROUPS = Path("/sys/fs/cgroup")


class Apart(RuntimeError):
    """The server lives where no kernel of this process can follow: it gets none from here."""


@dataclass(frozen=True)
class Asker:
    """A process that asked, held by a descriptor so that its number can mean no other one."""

    process: int
    held: int

    @classmethod
    def of(cls, process: int, user: int) -> "Asker":
        """Hold a process.

        Raises:
            Apart: if it is gone, is another user's by now, or lives in other namespaces.
        """
        try:
            asker = cls(process, os.pidfd_open(process))
            asker._refuse_apart(user)
        except OSError as error:
            raise Apart(str(error)) from None
        return asker

    def _refuse_apart(self, user: int) -> None:
        said = self.status()
        if int(said["Uid"].split()[0]) != user:
            raise Apart("another user's")
        mine, theirs = Path("/proc/self/ns"), Path(f"/proc/{self.process}/ns")
        if any((mine / name).readlink() != (theirs / name).readlink() for name in _SPACES):
            raise Apart("in other namespaces")
        if Path(f"/proc/{self.process}/root").readlink() != Path("/proc/self/root").readlink():
            raise Apart("under another root")
        if said.get("Seccomp", "0") != _status(os.getpid()).get("Seccomp", "0"):
            raise Apart("with other calls of the system")

    def status(self) -> dict[str, str]:
        """Return what the system says of the process, by name."""
        return _status(self.process)

    def lend(self) -> None:
        """Give this process what the asker has: its control group, limits, priority, groups and mask for files.

        It must be called while this process still has the rights to do so.

        Raises:
            OSError: if something of it cannot be had; the kernel must not start then.
        """
        said = self.status()
        self._join_group()
        for number, bounds in self._limits().items():
            resource.setrlimit(number, bounds)
        os.setpriority(os.PRIO_PROCESS, 0, os.getpriority(os.PRIO_PROCESS, self.process))
        os.umask(int(said["Umask"], 8))
        if os.geteuid() == 0:
            os.setgroups([int(word) for word in said["Groups"].split()])
        if said.get("NoNewPrivs") == "1" and ctypes.CDLL(None).prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
            raise OSError("the asker may get no new rights, and this process could")

    def _limits(self) -> dict[int, tuple[int, int]]:
        """Return the soft and the hard limits of the process.

        Raises:
            KeyError: if one that is known is not listed.
        """
        rows = {
            line[:26].strip(): line[26:].split()
            for line in Path(f"/proc/{self.process}/limits").read_text().splitlines()
        }
        return {number: (_bound(rows[name][0]), _bound(rows[name][1])) for name, number in _LIMITS.items()}

    def _join_group(self) -> None:
        """Enter the asker's control group, whose memory may be limited."""
        mine, theirs = _group(os.getpid()), _group(self.process)
        if mine != theirs and theirs is not None:
            (_GROUPS / theirs.lstrip("/") / "cgroup.procs").write_text("0")


def _bound(word: str) -> int:
    return resource.RLIM_INFINITY if word == "unlimited" else int(word)


def _status(process: int) -> dict[str, str]:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return {name: value.strip() for name, _colon, value in (line.partition(":") for line in lines)}


def _group(process: int) -> str | None:
    lines = Path(f"/proc/{process}/cgroup").read_text().splitlines()
    return next((line.removeprefix("0::") for line in lines if line.startswith("0::")), None)

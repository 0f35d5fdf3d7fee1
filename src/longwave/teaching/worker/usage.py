"""How much a student's processes use: memory, sockets, and seconds of computing, as the kernel shows them in /proc.

Memory that processes share counts once: each has its part of it (the proportional set size), and what was there before
the student began is taken off. To look so closely takes milliseconds, so it is done only where a quick look, in which
each process counts whole, does not show that all is well.
"""

import contextlib
import os

BY_TCP = 10 << 20  # bytes that a connection may buffer at most, as the kernel enlarges them by itself


def held(processes: list[int]) -> int:
    """Return the bytes of memory that processes hold together: their own, and their part of what is shared.

    Pages of files are not counted, as the kernel can read those again.
    """
    return sum(map(_part_of, processes))


def held_at_most(processes: list[int]) -> int:
    """Return a number of bytes that is quick to find, and not below what processes hold together."""
    return sum(map(_resident, processes))


def in_sockets(process: int, each: int) -> int:
    """Return how many bytes the sockets in a process's network can have in their buffers.

    A socket may belong to no process: its file can be on the way to another, inside of a message.

    Args:
        process: a process that is in that network.
        each: bytes of one socket, at most.
    """
    counts = {"sockets: used": 0, "TCP: inuse": 0}
    with contextlib.suppress(OSError), open(f"/proc/{process}/net/sockstat") as file:
        for line in file:
            for name in counts:
                if line.startswith(name):
                    counts[name] = int(line.split()[2])
    return counts["sockets: used"] * each + counts["TCP: inuse"] * BY_TCP


def computed(process: int) -> float:
    """Return the seconds in which a process and its ended children computed."""
    try:
        with open(f"/proc/{process}/stat") as file:
            ticks = file.read().rpartition(")")[2].split()[11:15]  # after the name, which may hold anything
    except OSError:
        return 0
    return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")


def available() -> int:
    """Return the bytes of memory that this machine has left."""
    with open("/proc/meminfo") as file:
        return next((int(line.split()[1]) << 10 for line in file if line.startswith("MemAvailable")), 1 << 40)


def processes() -> list[int]:
    """Return the processes that can be seen, but for the first, which only waits for the others."""
    return [int(name) for name in os.listdir("/proc") if name.isdecimal() and name != "1"]


def _part_of(process: int) -> int:
    """Return one process's own memory and its part of what is shared; where it hides that, all that it has."""
    try:
        sizes = _sizes(f"/proc/{process}/smaps_rollup")
    except (FileNotFoundError, PermissionError):
        return _resident(process)
    except OSError:  # it has just ended
        return 0
    parts = [sizes[name] for name in ("Pss_Anon", "Pss_Shmem") if name in sizes]
    return (sum(parts) if parts else sizes.get("Pss", 0)) + sizes.get("SwapPss", 0)


def _resident(process: int) -> int:
    try:
        sizes = _sizes(f"/proc/{process}/status")
    except OSError:
        return 0
    return sizes.get("VmRSS", 0) + sizes.get("VmSwap", 0)


def _sizes(path: str) -> dict[str, int]:
    """Return the sizes that a file names, in bytes."""
    with open(path, errors="replace") as file:  # a process may give itself any name
        lines = [line.split() for line in file]
    sizes = [words for words in lines if len(words) == 3 and words[2] == "kB" and words[1].isdecimal()]
    return {words[0].rstrip(":"): int(words[1]) << 10 for words in sizes}

"""One student's own part of the sandbox: Linux namespaces and limits, through the C library.

A process that has imported everything forks; the child moves into namespaces of its own before it runs a line of
the student's code. There it sees no other process and an empty folder, and cannot gain a right. When its first
process ends, the kernel ends all that the student started, and the files are gone.
"""

import contextlib
import ctypes
import os
import resource

_USER, _MOUNTS, _PROCESSES, _TALK, _NETWORK = 0x10000000, 0x00020000, 0x20000000, 0x08000000, 0x40000000
_PRIVATE, _REMOUNT, _READ_ONLY, _NO_SET_ID, _NO_DEVICES = 0x44000, 32, 1, 2, 4
_DUMPABLE, _NO_NEW_RIGHTS, _DROP_BOUND, _DIE_WITH_PARENT = 4, 38, 24, 1
_CAPABILITY_VERSION, _LAST_CAPABILITY = 0x20080522, 63
_SET_CAPABILITIES = {"x86_64": 126, "aarch64": 91}

_library = ctypes.CDLL(None, use_errno=True)


def may_trace(allowed: bool) -> None:
    """Set whether other processes of this user may read this one's memory."""
    _library.prctl(_DUMPABLE, int(allowed), 0, 0, 0)


def _call(name: str, *arguments: object) -> None:
    if getattr(_library, name)(*arguments) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")


def enter_namespaces() -> None:
    """Leave the sandbox's namespaces for new ones; the next child is the first process there."""
    user, group = os.getuid(), os.getgid()
    may_trace(True)  # otherwise the kernel gives the files below to root
    _call("unshare", _USER | _MOUNTS | _PROCESSES | _TALK | _NETWORK)
    for name, text in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)


def settle(folder: str, disk: int) -> None:
    """Prepare the new namespaces as their first process: hide processes, give an empty folder, drop every right."""
    _library.prctl(_DIE_WITH_PARENT, 9, 0, 0, 0)
    with contextlib.suppress(OSError), open("/proc/sys/user/max_user_namespaces", "w") as file:
        file.write("0")  # no further namespaces for the student; without this they would have no rights either
    _call("mount", b"none", b"/", None, _PRIVATE, None)
    for place, size in ((folder, disk), ("/dev/shm", 1 << 20), ("/proc", 0)):
        # A file without content counts for no byte, and yet the kernel keeps a kilobyte for it.
        options = f"size={size or 4096},nr_inodes={max(16, size >> 12)},mode={'0700' if size else '0555'}".encode()
        _call("mount", b"tmpfs", place.encode(), b"tmpfs", _NO_SET_ID | _NO_DEVICES, options)
    drop_rights()


def drop_rights() -> None:
    """Give up every capability, for this process and all that it starts.

    Raises:
        OSError: if they cannot be given up.
    """
    _library.prctl(_NO_NEW_RIGHTS, 1, 0, 0, 0)
    for capability in range(_LAST_CAPABILITY + 1):
        _library.prctl(_DROP_BOUND, capability, 0, 0, 0)
    head = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION, 0)
    none = (ctypes.c_uint32 * 6)()
    number = _SET_CAPABILITIES.get(os.uname().machine)
    if number is None or _library.syscall(number, head, none) != 0:
        raise OSError("the rights of the process could not be dropped")


def limit(memory: int, processes: int, disk: int, seconds: int) -> None:
    """Set the limits that the kernel holds for each process: bytes of memory and of a file, processes, CPU time."""
    bounds = {
        resource.RLIMIT_AS: memory,
        resource.RLIMIT_NPROC: processes,
        resource.RLIMIT_FSIZE: disk,
        resource.RLIMIT_CPU: seconds + 5,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: 64,
        resource.RLIMIT_SIGPENDING: 1024,  # of signals and timers, which the kernel keeps
    }
    for kind, bound in bounds.items():
        resource.setrlimit(kind, (bound, bound))

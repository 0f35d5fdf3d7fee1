"""One student's own part of the sandbox: Linux namespaces and limits, through the C library.

A process that has imported everything forks; the child moves into namespaces of its own before it runs a line of
the student's code. There it sees no other process and an empty folder, and cannot gain a right. When its first
process ends, the kernel ends all that the student started, and the files are gone.
"""

import contextlib
import ctypes
import os
import resource
import struct

_USER, _MOUNTS, _PROCESSES, _TALK, _NETWORK = 0x10000000, 0x00020000, 0x20000000, 0x08000000, 0x40000000
_PRIVATE, _REMOUNT, _READ_ONLY, _NO_SET_ID, _NO_DEVICES = 0x44000, 32, 1, 2, 4
_DUMPABLE, _NO_NEW_RIGHTS, _DROP_BOUND, _DIE_WITH_PARENT = 4, 38, 24, 1
_CAPABILITY_VERSION, _LAST_CAPABILITY = 0x20080522, 63
_SET_CAPABILITIES = {"x86_64": 126, "aarch64": 91}
# By machine: the kernel's number of the machine; of the calls shmget, msgget, memfd_create and memfd_secret, which get
# memory that no limit counts, and add_key, request_key and keyctl, whose keys are not in any namespace; of socket.
_REFUSED = {
    "x86_64": (0xC000003E, (29, 68, 319, 447, 248, 249, 250), 41),
    "aarch64": (0xC00000B7, (194, 186, 279, 447, 217, 218, 219), 198),
}
_FAMILIES = (1, 2, 10, 16)  # of sockets: all that are in namespaces; AF_VSOCK and AF_ALG are in none
_KEYCTL, _JOIN_NEW_SESSION = {"x86_64": 250, "aarch64": 219}, 1
_SET_FILTER, _FILTER, _LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 22, 2, 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE, _OTHER_TABLE = 0x7FFF0000, 0x00050001, 0x40000000

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
        options = f"size={size or 4096},mode={'0700' if size else '0555'}".encode()
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


def forbid_escapes() -> None:
    """Refuse the calls that reach past limits and namespaces: uncounted memory, keys, other families of sockets.

    The process first leaves the keys of the one that it was forked from. A kernel without such filters goes on without
    them: then only the check of the machine's free memory is left, and keys that no other student has.
    """
    machine, calls, socket_call = _REFUSED.get(os.uname().machine, (0, (), 0))
    if not calls:
        return
    _library.syscall(_KEYCTL[os.uname().machine], _JOIN_NEW_SESSION, 0, 0, 0, 0)
    refuse = (_RETURN, 0, 0, _REFUSE)
    steps = [(_LOAD, 0, 0, 4), (_IF_EQUAL, 1, 0, machine), refuse, (_LOAD, 0, 0, 0), (_IF_AT_LEAST, 0, 1, _OTHER_TABLE)]
    steps.append(refuse)
    for call in calls:
        steps += [(_IF_EQUAL, 0, 1, call), refuse]
    allow = (_RETURN, 0, 0, _ALLOW)
    steps += [(_IF_EQUAL, 1, 0, socket_call), allow, (_LOAD, 0, 0, 16)]  # 16: where the first argument is
    for family in _FAMILIES:
        steps += [(_IF_EQUAL, 0, 1, family), allow]
    steps.append(refuse)
    program = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    head = ctypes.create_string_buffer(struct.pack("HP", len(steps), ctypes.addressof(program)))
    _library.prctl(_NO_NEW_RIGHTS, 1, 0, 0, 0)
    _library.prctl(_SET_FILTER, _FILTER, head, 0, 0)


def limit(memory: int, processes: int, disk: int, seconds: int) -> None:
    """Set the limits that the kernel holds for each process: bytes of memory and of a file, processes, CPU time."""
    bounds = {
        resource.RLIMIT_AS: memory,
        resource.RLIMIT_NPROC: processes,
        resource.RLIMIT_FSIZE: disk,
        resource.RLIMIT_CPU: seconds + 5,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: 64,
    }
    for kind, bound in bounds.items():
        resource.setrlimit(kind, (bound, bound))

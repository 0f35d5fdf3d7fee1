"""What the kernel refuses to a student's process: calls that reach past limits and namespaces (seccomp, by BPF).

Where there is no control group, memory is counted by process, so memory that belongs to no process must not be had:
System V's, memory without a name, rings, pages lent to a pipe, large buffers of sockets and pipes, and shared memory
that stays when no process has it mapped any more.
"""

import ctypes
import os
import struct
from dataclasses import dataclass

_NO_NEW_RIGHTS, _SET_FILTER, _FILTER = 38, 22, 2
_LOAD, _AND, _IF_EQUAL, _IF_AT_LEAST, _IF_ANY, _RETURN = 0x20, 0x54, 0x15, 0x35, 0x45, 0x06
_ALLOW, _REFUSE, _OTHER_TABLE = 0x7FFF0000, 0x00050001, 0x40000000
_JOIN_NEW_SESSION = 1

_FAMILIES = (1, 2, 10, 16)  # of sockets: all that are in namespaces; AF_VSOCK and AF_ALG are in none
_OF_SOCKETS, _BUFFERS = 1, (7, 8, 32, 33)  # SOL_SOCKET; SO_SNDBUF, SO_RCVBUF, and both by force
_SIZE_OF_PIPE = 1031  # F_SETPIPE_SZ
_ANONYMOUS, _PRIVATE, _TYPE = 0x20, 2, 0x0F  # MAP_ANONYMOUS, MAP_PRIVATE, MAP_TYPE

_Instruction = tuple[int, int, int, int]
_allow: _Instruction = (_RETURN, 0, 0, _ALLOW)
_refuse: _Instruction = (_RETURN, 0, 0, _REFUSE)


@dataclass(frozen=True)
class Machine:
    """The numbers of a kind of processor: its own, those of the calls to refuse, and those that depend on arguments."""

    number: int
    refused: tuple[int, ...]
    sockets: tuple[int, int]  # socket, socketpair
    setsockopt: int
    fcntl: int
    mmap: int
    keyctl: int


# Refused are shmget, msgget, semget, memfd_create, memfd_secret, io_uring_setup (whose rings also make sockets past
# this filter), vmsplice, userfaultfd, perf_event_open, bpf, and add_key, request_key and keyctl.
MACHINES = {
    "x86_64": Machine(
        0xC000003E, (29, 68, 64, 319, 447, 425, 278, 323, 298, 321, 248, 249, 250), (41, 53), 54, 72, 9, 250
    ),
    "aarch64": Machine(
        0xC00000B7, (194, 186, 190, 279, 447, 425, 75, 282, 241, 280, 217, 218, 219), (198, 199), 208, 25, 222, 219
    ),
}


def forbid_escapes() -> None:
    """Refuse the calls that reach past limits and namespaces: uncounted memory, keys, other families of sockets.

    The process first leaves the keys of the one that it was forked from. A kernel without such filters goes on without
    them: then only the check of the machine's free memory is left, and keys that no other student has.
    """
    machine = MACHINES.get(os.uname().machine)
    if machine is None:
        return
    library = ctypes.CDLL(None, use_errno=True)
    library.syscall(machine.keyctl, _JOIN_NEW_SESSION, 0, 0, 0, 0)
    steps = _program(machine)
    program = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    head = ctypes.create_string_buffer(struct.pack("HP", len(steps), ctypes.addressof(program)))
    library.prctl(_NO_NEW_RIGHTS, 1, 0, 0, 0)
    library.prctl(_SET_FILTER, _FILTER, head, 0, 0)


def _program(machine: Machine) -> list[_Instruction]:
    """Return the filter: calls of another table or kind of processor are refused, and all that is not named allowed."""
    steps = [_load(4), (_IF_EQUAL, 1, 0, machine.number), _refuse, _load(0), (_IF_AT_LEAST, 0, 1, _OTHER_TABLE)]
    steps.append(_refuse)
    for call in machine.refused:
        steps += [(_IF_EQUAL, 0, 1, call), _refuse]
    families = [_argument(0), *_each(_FAMILIES, _allow), _refuse]
    conditions = {
        **dict.fromkeys(machine.sockets, families),
        machine.setsockopt: [
            *(_argument(1), (_IF_EQUAL, 1, 0, _OF_SOCKETS), _allow),
            *(_argument(2), *_each(_BUFFERS, _refuse), _allow),
        ],
        machine.fcntl: [_argument(1), *_each([_SIZE_OF_PIPE], _refuse), _allow],
        machine.mmap: [
            *(_argument(3), (_IF_ANY, 1, 0, _ANONYMOUS), _allow),
            *((_AND, 0, 0, _TYPE), *_each([_PRIVATE], _allow), _refuse),
        ],
    }
    for call, judged in conditions.items():
        steps += [(_IF_EQUAL, 0, len(judged), call), *judged]
    return [*steps, _allow]


def _load(place: int) -> _Instruction:
    return (_LOAD, 0, 0, place)


def _argument(number: int) -> _Instruction:
    """Load the lower half of an argument of the call."""
    return _load(16 + 8 * number)


def _each(values: "tuple[int, ...] | list[int]", then: _Instruction) -> list[_Instruction]:
    return [step for value in values for step in ((_IF_EQUAL, 0, 1, value), then)]

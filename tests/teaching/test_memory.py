"""The limit of memory, attacked: by what belongs to no process, by many that are small, and by what is only shared."""

import platform

import pytest

from longwave.teaching.judging.frames import BrokenChannelError
from longwave.teaching.worker import refusals, usage
from tests.teaching.test_sandbox import Student

BUFFERS = """
import fcntl, os, socket
one, other = socket.socketpair()
for option in (socket.SO_SNDBUF, socket.SO_RCVBUF, 32, 33):
    try:
        one.setsockopt(socket.SOL_SOCKET, option, 4 << 20)
        print("enlarged", option)
    except PermissionError:
        pass
try:
    print("enlarged", fcntl.fcntl(os.pipe()[0], 1031, 1 << 20))
except PermissionError:
    pass
one.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
print("a pipe of", fcntl.fcntl(os.pipe()[0], 1032))
"""
LEFT_WHEN_UNMAPPED = """
import mmap
def shared(file):
    try:
        mmap.mmap(file, 1 << 20, mmap.MAP_SHARED).close()
        print("shared")
    except OSError:
        pass
shared(-1)
shared(open("/dev/zero", "r+b").fileno())
mmap.mmap(-1, 1 << 20, mmap.MAP_PRIVATE).close()
with open("file", "w+b") as file:
    file.truncate(1 << 20)
    mmap.mmap(file.fileno(), 1 << 20).close()
print("private, or of a file")
"""
CALLS = """
import ctypes
library = ctypes.CDLL(None, use_errno=True)
room = ctypes.create_string_buffer(256)
for number in {numbers}:
    print(library.syscall(number, 0, room, 0o1600, 0, 0), ctypes.get_errno())
"""
WITHOUT_CONTENT = """
count = 0
try:
    while count < 10 ** 6:
        open(f"{count}", "w").close()
        count += 1
except OSError as error:
    print(error.strerror)
"""
MANY_SMALL = """
import os, sys, time
for _ in range(9):
    if os.fork() == 0:
        os.execv(sys.executable, [sys.executable, "-ISc", "import time\\nheld = b'x' * (90 << 20)\\ntime.sleep(60)"])
time.sleep(60)
"""
MANY_SOCKETS = """
import os, socket, time
for _ in range(28):
    if os.fork() == 0:
        held = []
        try:
            while True:
                held.append(socket.socketpair())
        except OSError:
            time.sleep(60)
time.sleep(60)
"""
SHARED_BY_CHILDREN = """
import os, time
held = b"x" * (250 << 20)
for _ in range(6):
    if os.fork() == 0:
        time.sleep(1.5)
        os._exit(held[-1] != 120)
print({os.wait()[1] for _ in range(6)})
"""


@pytest.fixture
def student(sandbox):
    with Student(sandbox) as one:
        yield one


def test_buffers_of_sockets_and_pipes_keep_their_size(student):
    assert student.run(BUFFERS) == "a pipe of 65536"


def test_there_is_no_shared_memory_that_stays_when_it_is_unmapped(student):
    assert student.run(LEFT_WHEN_UNMAPPED) == "private, or of a file"


def test_calls_whose_memory_or_rights_no_limit_counts_are_refused(student):
    numbers = refusals.MACHINES[platform.machine()].refused
    assert set(student.run(CALLS.format(numbers=numbers)).split("\n")) == {"-1 1"}


def test_files_without_content_are_limited(student):
    assert student.run(WITHOUT_CONTENT) == "No space left on device"


@pytest.mark.parametrize("attack", [MANY_SMALL, MANY_SOCKETS], ids=["small processes", "sockets"])
def test_what_is_small_alone_counts_together(sandbox, attack):
    one = Student(sandbox)
    with one, pytest.raises(BrokenChannelError, match="gone"):
        one.run(attack)
    assert one.ended == "memory"


def test_what_processes_share_counts_once(sandbox):
    one = Student(sandbox)
    with one:
        assert one.run(SHARED_BY_CHILDREN) == "{0}"
    assert one.ended != "memory"


@pytest.mark.parametrize("name", ["all kB", "VmRSS:", "-1 kB"])
def test_a_process_may_have_any_name(sandbox, name):
    one = Student(sandbox)
    code = f"import ctypes, time\nctypes.CDLL(None).prctl(15, {name.encode()!r}, 0, 0, 0)\ntime.sleep(0.5)\nprint(1)"
    with one:
        assert one.run(code) == "1"
    assert one.ended != "gone"  # so it was watched all the time


def test_a_process_that_hides_its_parts_counts_whole(monkeypatch):
    monkeypatch.setattr(usage, "_sizes", sizes_of_a_process_that_hides)
    assert usage.held([7, 8]) == 10 << 20


def sizes_of_a_process_that_hides(path):
    if path.endswith("smaps_rollup"):
        raise PermissionError(path)
    return {"VmRSS": 4 << 20, "VmSwap": 1 << 20}

"""The sandbox: what a student's process sees, what it may use, and that nothing of it is left."""

import json
import os
import platform
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from longwave.reader.errors import ExpectedError
from longwave.teaching.folder.founding import new_course
from longwave.teaching.judging.frames import BrokenChannelError, receive, send
from longwave.teaching.sandbox import kinds
from longwave.teaching.sandbox.container import Container
from longwave.teaching.sandbox.kinds import Kind, choose
from longwave.teaching.sandbox.launch import Sandbox, SandboxError
from tests.teaching.conftest import LIMITS
from tests.waiting import eventually

TALK = 1 << 20


class Student:
    """One student's process: runs code and returns what it printed, or its error."""

    def __init__(self, sandbox):
        self.sandbox = sandbox

    def __enter__(self):
        self.channel = self.sandbox.begin()
        self.channel.settimeout(30)
        return self

    def __exit__(self, *_error):
        self.channel.close()
        self.ended = self.sandbox.end()

    def run(self, code):
        send(self.channel, {"run": code})
        answer = receive(self.channel, TALK)
        return answer["output"].strip() if answer["error"] is None else answer["error"]


@pytest.fixture
def student(sandbox):
    with Student(sandbox) as one:
        yield one


def test_the_stack_is_there_and_the_real_tasks_are_not(student):
    code = "import pandas, altair, networkx\nfrom longwave.topics.value import value_stick\nprint('here')"
    assert student.run(code) == "here"
    assert student.run("from longwave.data import load\nprint(len(load('syllabus')) > 30)") == "True"
    assert student.run("from longwave.tasks import check\nprint(check('18-weight', 9))") == "None"
    assert student.run("import longwave.topics.co_evolution.tasks.lesson_18")[0] == "ModuleNotFoundError"
    assert student.run("import longwave.problem_sets.memo")[0] == "ModuleNotFoundError"
    assert student.run("import longwave.teaching.concepts.part_1")[0] == "ModuleNotFoundError"
    assert student.run("import longwave, os\nprint(os.listdir(os.path.dirname(longwave.__file__) + '/tasks'))") == "[]"


def test_no_home_no_course_and_no_other_file_can_be_read(student, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("0123")
    secret.chmod(0o644)
    places = [str(secret), "/etc/passwd", "/etc/shadow", "/root/.bashrc", os.path.expanduser("~/.ssh")]
    places += [str(kinds.course_folders()[-1].parent / "solutions"), str(kinds.course_folders()[-1].parent / ".git")]
    assert student.run(f"import os\nprint([p for p in {places!r} if os.path.exists(p)])") == "[]"
    assert "PATH" in student.run("print(sorted(os.environ))")
    assert student.run("print([n for n in os.environ if 'TOKEN' in n or 'KEY' in n])") == "[]"


@pytest.mark.parametrize(
    "place", ["/usr/local/my-course", f"{sys.prefix}/share/my-course", f"{sys.base_prefix}/course"]
)
def test_a_course_inside_of_what_students_see_is_refused(place, tmp_path):
    with pytest.raises(ExpectedError, match="which students' code can read"):
        kinds.refuse_visible(Path(place))
    with pytest.raises(ExpectedError, match="Move the course|inside the public course"):
        new_course(Path(place))
    assert not Path(place).exists()
    kinds.refuse_visible(tmp_path / "usr" / "course")


def test_a_course_below_the_temporary_folder_is_seen_as_any_other(kind, tmp_path, monkeypatch):
    course = tmp_path / "a course"
    course.mkdir()
    (course / "there").touch()
    folders = kinds.course_folders()
    monkeypatch.setattr(kinds, "course_folders", lambda: [*folders, course])
    running = Sandbox(kind, LIMITS, worker=7)
    try:
        with Student(running) as one:
            assert one.run(f"import os\nprint(os.listdir({str(course)!r}))") == "['there']"
            assert one.run(f"open({str(course / 'mine')!r}, 'w')")[0] == "OSError"
    finally:
        running.close()


def test_nothing_can_be_written_but_the_students_own_folder(student):
    code = """
import os, longwave, sys
written = []
course = [sys.prefix, os.path.dirname(longwave.__file__)]
for place in ["/", "/usr", "/etc", "/dev", "/dev/shm/..", "/proc", "/tmp", *course]:
    try:
        open(os.path.join(place, "x"), "w").close()
        written.append(place)
    except OSError:
        pass
open("mine", "w").close()
print(written, os.getcwd() == os.path.expanduser("~"), os.listdir())
"""
    told = student.run(code)
    assert told.startswith("[] True [")
    assert "mine" in told


def test_there_is_no_network(student):
    code = "import socket\nprint(socket.if_nameindex())"
    assert student.run(code) == "[(1, 'lo')]"
    code = "import socket\nsocket.create_connection(('192.0.2.1', 80), timeout=2)"
    assert student.run(code)[0] == "OSError"


def test_the_process_has_no_rights_and_no_account(student):
    assert int(student.run("import os\nprint(os.getuid())")) != 0
    assert student.run("os.setuid(0)")[0] in ("PermissionError", "OSError")
    assert student.run("import ctypes\nprint(ctypes.CDLL(None).mount(b'x', b'/usr', b'tmpfs', 0, None))") == "-1"
    assert student.run("print(ctypes.CDLL(None).unshare(0x10000000 | 0x20000))") == "-1"
    assert student.run("print(os.listdir('/proc'))") == "[]"


def below(process):
    """Return the processes below one."""
    told = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    parents = dict(line.split() for line in told.splitlines())
    found, frontier = set(), {str(process)}
    while frontier:
        frontier = {one for one, parent in parents.items() if parent in frontier} - found
        found |= frontier
    return found


def test_nothing_of_a_student_is_left_for_the_next(sandbox):
    behind = "import os, time\nopen('left', 'w').write('0.25')\nopen('/dev/shm/left', 'w').close()\n"
    behind += (
        "import builtins\nbuiltins.left = 1\nif os.fork() == 0:\n    os.setsid()\n    time.sleep(600)\nprint('ran')"
    )
    with Student(sandbox) as one:
        assert one.run("print('begun')") == "begun"
    waiting = below(sandbox.waiting.process.pid)
    with Student(sandbox) as one:
        assert one.run(behind) == "ran"
    with Student(sandbox) as other:
        assert "left" not in other.run("import os\nprint(os.listdir(), os.listdir('/dev/shm'))")
        assert other.run("import builtins\nprint(hasattr(builtins, 'left'))") == "False"
    assert eventually(lambda: below(sandbox.waiting.process.pid) <= waiting)


def test_nothing_can_be_left_where_the_grader_steps_down_from_nothing(kind, monkeypatch):
    """Root steps down before students run; all others run them under their own number, which owns what bwrap makes."""
    monkeypatch.setattr(kinds, "_stepping_down", lambda worker: [])
    running = Sandbox(kind, LIMITS, worker=10)
    leaving = (
        f"HOME = {kinds.HOME!r}"
        + """
import os
left = []
for folder, folders, _files in os.walk("/"):
    folders[:] = [name for name in folders if os.path.join(folder, name) not in ("/usr", "/proc", HOME)]
    try:
        open(os.path.join(folder, "left-here"), "w").close()
        left.append(folder)
    except OSError:
        pass
print(left)
"""
    )
    try:
        with Student(running) as one:
            assert one.run(leaving) == "['/dev/shm']"
        with Student(running) as other:
            assert other.run(leaving.replace('"w"', '"r"')) == "[]"
    finally:
        running.close()


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("x = bytearray(3 << 30)", "MemoryError"),
        ("import os\nwhile True:\n    os.fork()", "BlockingIOError"),
        ("f = open('big', 'wb')\nwhile True:\n    f.write(bytes(1 << 20))", "OSError"),
        ("import itertools\nfor i in itertools.count():\n    open(f'{i}', 'wb').write(bytes(1 << 20))", "OSError"),
        ("while True:\n    print('x' * 1000)", "TooMuchOutputError"),
        ("import os\nos.memfd_create('hoard')", "PermissionError"),
        ("open_files = [open('/dev/null') for _ in range(1000)]", "OSError"),
    ],
    ids=["memory", "processes", "one file", "many files", "output", "memory without a name", "open files"],
)
def test_a_limit_is_an_error_in_the_cell_and_the_process_goes_on(student, code, error):
    assert student.run(code)[0] == error
    assert student.run("f = open_files = None\nprint('still here')") == "still here"


def test_memory_that_no_process_has_mapped_is_refused(student):
    code = "import ctypes\nlibrary = ctypes.CDLL(None)\n"
    code += "print(library.shmget(0, 4096, 0o1600), library.msgget(0, 0o1600))"
    assert student.run(code) == "-1 -1"


def test_keys_of_the_grader_and_of_other_students_are_out_of_reach(sandbox):
    calls = {"x86_64": (248, 249, 250), "aarch64": (217, 218, 219)}[platform.machine()]
    attack = f"""
import ctypes
library = ctypes.CDLL(None)
kept = library.syscall({calls[0]}, b"user", b"note", b"42", 2, -3)
found = library.syscall({calls[1]}, b"user", b"note", None, -3)
session = library.syscall({calls[2]}, 0, -3, 0)
print(kept, found, session)
"""
    for _ in range(2):
        with Student(sandbox) as one:
            assert one.run(attack) == "-1 -1 -1"


def test_sockets_past_the_network_namespace_are_refused(student):
    code = """
import socket
def family(number):
    try:
        socket.socket(number, socket.SOCK_STREAM).close()
    except OSError as error:
        return error.strerror
    return "opened"
"""
    assert student.run(code) == ""
    families = {"AF_UNIX": "opened", "AF_INET": "opened", "AF_VSOCK": "Operation not permitted"}
    for name, said in families.items():
        assert student.run(f"print(family(socket.{name}))") == said
    assert student.run("print(family(38))") == "Operation not permitted"
    assert student.run("a, b = socket.socketpair()\na.send(b'x')\nprint(b.recv(1))") == "b'x'"


def test_memory_of_many_processes_together_ends_the_student(sandbox):
    one = Student(sandbox)
    code = "import os, time\nfor _ in range(8):\n    if os.fork() == 0:\n        x = bytearray(150 << 20)\n"
    code += "        time.sleep(60)\n"
    with one, pytest.raises(Exception, match="gone"):
        one.run(code + "time.sleep(60)")
    assert one.ended == "memory"


def test_only_the_seconds_in_which_a_student_computes_count(kind):
    sandbox = Sandbox(kind, replace(LIMITS, seconds=2), worker=8)
    try:
        with Student(sandbox) as sleeper:
            assert sleeper.run("import time\ntime.sleep(3)\nprint('awake')") == "awake"
        busy = Student(sandbox)
        with busy, pytest.raises(BrokenChannelError, match="gone"):
            busy.run("import os\nfor _ in range(3):\n    os.fork()\nwhile True: pass")
        assert busy.ended == "time"
        with Student(sandbox) as other:
            assert other.run("print(1)") == "1"
    finally:
        sandbox.close()


def test_a_student_that_does_not_end_is_ended(sandbox):
    one = Student(sandbox)
    with one:
        send(
            one.channel,
            {"run": "import signal\nfor n in (2, 15):\n    signal.signal(n, signal.SIG_IGN)\nwhile True: pass"},
        )
    assert one.ended == "stopped"
    with Student(sandbox) as other:
        assert other.run("print(1)") == "1"


def test_without_a_sandbox_nothing_runs_unless_it_is_said_in_words(monkeypatch):
    monkeypatch.setattr(kinds.shutil, "which", lambda name: None)
    with pytest.raises(ExpectedError, match="Install bubblewrap.*--no-sandbox"):
        choose()
    assert choose(no_sandbox=True) == Kind("none", isolates=False)


def test_a_bubblewrap_that_does_not_work_is_not_taken(monkeypatch):
    monkeypatch.setattr(kinds.shutil, "which", lambda name: "/usr/bin/bwrap" if name == "bwrap" else None)
    monkeypatch.setattr(kinds, "bubblewrap_command", lambda worker, command: ["false"])
    with pytest.raises(ExpectedError, match="No sandbox works"):
        choose()


def test_where_namespaces_inside_are_refused_each_student_gets_a_sandbox_of_his_own(kind, monkeypatch):
    running = Sandbox(kind, LIMITS, worker=8)
    begin, refused = running._begin, iter([True])

    def begun():
        channel, answer = begin()
        return channel, ({"error": "unshare: Operation not permitted"} if next(refused, False) else answer)

    monkeypatch.setattr(running, "_begin", begun)
    try:
        with Student(running) as one:
            assert one.run("open('x', 'w').close()\nprint('ran')") == "ran"
        assert running.kind.isolates is False
        with Student(running) as other:
            assert "'x'" not in other.run("import os\nprint(os.listdir())")
    finally:
        running.close()


def test_a_sandbox_that_does_not_start_says_what_it_said(kind, monkeypatch):
    monkeypatch.setattr(
        "longwave.teaching.sandbox.launch.bubblewrap_command", lambda worker, command: ["ls", "/no/such"]
    )
    with pytest.raises(SandboxError, match="/no/such"):
        Sandbox(kind, LIMITS).begin()


@pytest.mark.parametrize(
    ("module", "refused"), [("pandas", True), ("no_such_module", False), ("longwave.tasks", False)]
)
def test_a_sandbox_that_does_not_see_what_the_grader_sees_grades_nobody(module, refused, kind, monkeypatch):
    bubblewrap_command = kinds.bubblewrap_command

    def blind(worker, command):
        settings = json.loads(command[-1])
        code = f"import sys; sys.modules[{module!r}] = None; from longwave.teaching.worker.zygote import main; main()"
        return bubblewrap_command(worker, [sys.executable, "-c", code, *command[3:-1], json.dumps(settings)])

    monkeypatch.setattr("longwave.teaching.sandbox.launch.bubblewrap_command", blind)
    running = Sandbox(kind, LIMITS, worker=9, modules=[f"{module}.frame"])
    try:
        if refused:
            with pytest.raises(SandboxError, match=f"does not see {module}"):
                running.begin()
        else:
            running.begin().close()
    finally:
        running.close()


ENGINE = """
import os, sys
words = sys.argv[1:]
with open({log!r}, "a") as log:
    print(*words, file=log)
if words[0] == "run":
    os.environ.clear()
    os.environ.update(words[place + 1].split("=", 1) for place, word in enumerate(words) if word == "--env")
    command = words[words.index("some/image") + 1 :]
    if "longwave.teaching.worker.alone" in command:
        command[-2] = {folder!r}
    elif {blind!r}:
        code = "import sys; sys.modules['pandas'] = None; from longwave.teaching.worker.seeing import main; main()"
        command = [command[0], "-c", code, *command[3:]]
    os.execv(command[0], command)
"""


@pytest.fixture
def engine(tmp_path, monkeypatch):
    """Return a function that makes a stand-in for a container engine, and the file of what it was told."""
    log, program, command = tmp_path / "log", tmp_path / "engine.py", tmp_path / "engine"
    monkeypatch.setenv("LONGWAVE_IMAGE", "some/image")

    def make(blind=False):
        program.write_text(ENGINE.format(log=str(log), folder=str(tmp_path), blind=blind))
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{program}" "$@"\n')  # a first line can name no spaces
        command.chmod(command.stat().st_mode | stat.S_IXUSR)
        return str(command), log

    return make


def test_a_container_that_does_not_see_what_the_grader_sees_grades_nobody(engine):
    command, log = engine(blind=True)
    container = Container(command, LIMITS, ["pandas.plotting", "longwave.tasks.scoring", "no_such_module"])
    for _again in range(2):
        with pytest.raises(SandboxError, match=r"pandas\.plotting can be .* not in a container of some/image\."):
            container.begin()
    assert [line.split()[0] for line in log.read_text().splitlines()] == ["run", "rm"] * 2


def test_a_container_engine_that_fails_says_what_it_said():
    with pytest.raises(SandboxError, match="option '--rm'.* Try"):
        Container("/usr/bin/ls", LIMITS).begin()


def test_a_container_engine_that_is_gone_is_named():
    with pytest.raises(SandboxError, match="No such file.*/usr/bin/no-engine"):
        Container("/usr/bin/no-engine", LIMITS).begin()


def test_a_container_gets_no_network_no_rights_and_only_the_course(engine):
    command, log = engine()
    container = Container(command, LIMITS, ["editables"])
    with Student(container) as one:
        assert one.run("print(6 * 7)") == "42"
        assert one.run("from longwave.tasks import check\nprint(check('a', 1))") == "None"
    look, gone, *lines = log.read_text().splitlines()
    assert look.endswith("-m longwave.teaching.worker.seeing editables")
    assert gone.split()[:2] == ["rm", "--force"]
    log.write_text("\n".join(lines))
    run, removed = log.read_text().splitlines()
    for words in (
        "--network none",
        "--read-only",
        "--cap-drop ALL",
        "--user 65534:65534",
        "--memory 600m",
        "--pids-limit 32",
    ):
        assert words in run
    volumes = [word for word in run.split() if word.endswith(":ro")]
    assert not [word for word in volumes if "solutions" in word or word.startswith("/:")]
    assert removed.split()[:2] == ["rm", "--force"]

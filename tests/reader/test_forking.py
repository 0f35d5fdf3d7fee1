"""Forked kernels: they are what a cold kernel is, belong to who asked, and end with the server that asked."""

import json
import os
import resource
import shlex
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

import longwave
from longwave.reader.forking.becoming import request, step_down
from longwave.reader.forking.provisioner import ForkedProcess, ask, forkable
from longwave.reader.forking.zygote import Unsafe, listening

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(os, "pidfd_open"), reason="kernels are forked on Linux only"
)
NOBODY = 65_534
# A server in small: it starts a kernel, runs code in it, prints what the code gives, and waits to be ended.
SERVER = """
import json, sys, time
from jupyter_client.manager import KernelManager
manager = KernelManager(kernel_name="python3")
manager.start_kernel()
client = manager.client(); client.start_channels(); client.wait_for_ready(timeout=120)
IMPORTS = "import altair, numpy, os, pandas, random, resource, sys, tempfile\\nconfig = pandas._config.config"
client.execute_interactive(IMPORTS, timeout=120, output_hook=lambda m: None)
def value(code):
    reply = client.execute_interactive("", user_expressions={"x": code}, timeout=120, output_hook=lambda m: None)
    found = reply["content"]["user_expressions"]["x"]
    return found["data"]["text/plain"] if found["status"] == "ok" else found["evalue"]
print(json.dumps([type(manager.provisioner.process).__name__, manager.provisioner.pid, *map(value, sys.argv[2:])]))
sys.stdout.flush()
if sys.argv[1] == "stay":
    time.sleep(120)
manager.shutdown_kernel(now=True)
print(manager.provisioner is None or manager.provisioner.process is None)
"""
WHAT = ("os.getuid()", "sys.path", "os.getcwd()", "__name__")


@pytest.fixture(scope="module")
def waiting(tmp_path_factory):
    """A process that waits to be forked; give the socket."""
    folder = tmp_path_factory.mktemp("run")
    folder.chmod(0o755)
    for parent in folder.parents[:2]:
        parent.chmod(parent.stat().st_mode | 0o011)  # a student must reach the socket
    place = folder / "kernels.sock"
    with zygote(place):
        yield place


@contextmanager
def zygote(place: Path, *more: str, before: tuple[str, ...] = ()):
    """Let a process wait to be forked, without what the tests' own Python was told to import from; give it."""
    command = [*before, sys.executable, "-m", "longwave.reader.forking.zygote", str(place), *more]
    with subprocess.Popen(command, env=inherited("PYTHON"), stdout=subprocess.PIPE, text=True, cwd="/") as process:
        try:
            assert "wait to be forked" in process.stdout.readline()
            yield process
        finally:
            process.kill()


def inherited(*but: str) -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(but)}


def environment(place: Path | str, home: Path, **more: str) -> dict[str, str]:
    mine = inherited("PYTHON", "COV")
    own = {"HOME": str(home), "JUPYTER_RUNTIME_DIR": str(home / "run"), "IPYTHONDIR": str(home / "ipython")}
    chosen = {"JUPYTER_DEFAULT_PROVISIONER_NAME": "longwave-fork", "LONGWAVE_KERNELS": str(place)}
    return {**mine, **own, **chosen, "JUPYTER_PREFER_ENV_PATH": "1", **more}


@contextmanager
def server(place: Path | str, home: Path, *values: str, before: tuple[str, ...] = (), how: str = "end", **more: str):
    """Run a small server; give its process and what it printed first."""
    command = [*before, sys.executable, "-c", SERVER, how, *values]
    process = subprocess.Popen(
        command,
        env=environment(place, home, **more),
        cwd=home,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        line = process.stdout.readline()
        assert line, process.communicate()[1]
        yield process, json.loads(line)
    finally:
        if how == "stay":
            process.kill()
        process.communicate(timeout=120)


@pytest.fixture
def asked(waiting, tmp_path):
    """Return what a kernel gives for expressions, forked and cold."""

    def of(*values: str) -> tuple[list, list]:
        with server(waiting, tmp_path, *values) as (_process, forked):
            pass
        with server("", tmp_path, *values) as (_process, cold):
            pass
        assert (forked[0], cold[0]) == ("ForkedProcess", "Popen")
        return forked[2:], cold[2:]

    return of


def test_a_forked_kernel_shows_and_finds_what_a_cold_one_does(asked):
    forked, cold = asked(
        "pandas.get_option('display.max_columns')",
        "{n: str(pandas.get_option(n)) for n in config._registered_options}",
        "numpy.get_printoptions()",
        "sorted(set(altair.themes.names()))",
        *WHAT,
    )
    for one, other in zip(forked, cold, strict=True):
        assert one == other


def test_two_kernels_draw_different_numbers(waiting, tmp_path):
    values = (
        "random.random()",
        "numpy.random.rand()",
        "tempfile.gettempdir()",
    )
    drawn = []
    for _ in range(2):
        with server(waiting, tmp_path, *values) as (_process, said):
            drawn.append(said[2:])
    assert drawn[0][0] != drawn[1][0]
    assert drawn[0][1] != drawn[1][1]


def test_nothing_of_the_waiting_process_is_open_in_a_kernel_and_its_environment_is_the_servers(waiting, tmp_path):
    values = (
        "[n for n in os.listdir('/proc/self/fd') if 'kernels.sock' in os.path.realpath(f'/proc/self/fd/{n}')]",
        "os.environ.get('ONE'), 'JPY_PARENT_PID' in os.environ",
    )
    with server(waiting, tmp_path, *values, ONE="1") as (_process, said):
        assert said[0] == "ForkedProcess"
        assert said[2:] == ["[]", "('1', False)"]


def test_a_kernel_ends_with_its_server(waiting, tmp_path):
    with server(waiting, tmp_path, how="stay") as (process, said):
        kernel = ForkedProcess(said[1])
        assert kernel.poll() is None
        process.send_signal(signal.SIGKILL)
        end = time.monotonic() + 30
        while kernel.poll() is None and time.monotonic() < end:
            time.sleep(0.05)
        assert kernel.poll() == 0


def test_limits_of_the_server_are_those_of_its_kernel(waiting, tmp_path):
    bound = ("prlimit", f"--data={3 << 30}", "--nofile=777:777", "nice", "-n", "7")
    values = (
        f"resource.getrlimit({resource.RLIMIT_DATA})",
        f"resource.getrlimit({resource.RLIMIT_NOFILE})",
        "os.getpriority(0, 0)",
    )
    with server(waiting, tmp_path, *values, before=bound) as (_process, said):
        assert said[0] == "ForkedProcess"
        assert said[2] == f"({3 << 30}, {3 << 30})"
        assert said[3] == "(777, 777)"
        assert int(said[4]) >= 7


def closed(folder: Path) -> Path | None:
    """Return the outermost folder on the way to one that other users may not enter."""
    return next((one for one in [*reversed(folder.parents), folder] if not one.stat().st_mode & 0o001), None)


def opened(*needed: Path) -> tuple[str, ...]:
    """Return the words before a command that let other users reach folders; none where they do already.

    A Python or a clone in root's home is such a case. No right of the machine is changed: the command sees, in a
    namespace of its own, an empty folder in the place of each closed one, and in it what is needed and nothing else.
    """
    hidden = {folder: outermost for folder in needed if (outermost := closed(folder))}
    if not hidden:
        return ()
    steps = ["set -e", "umask 022", "mount -t tmpfs none /mnt"]
    for number, folder in enumerate(hidden):
        steps += [f"mkdir /mnt/{number}", f"mount --bind {shlex.quote(str(folder))} /mnt/{number}"]
    steps += [f"mount -t tmpfs -o mode=755 none {shlex.quote(str(one))}" for one in sorted(set(hidden.values()))]
    for number, folder in enumerate(hidden):
        steps += [f"mkdir -p {shlex.quote(str(folder))}", f"mount --move /mnt/{number} {shlex.quote(str(folder))}"]
    words = ("unshare", "--mount", "--propagation=private", "sh", "-c", "\n".join([*steps, "umount /mnt", 'exec "$@"']))
    if subprocess.run([*words, "sh", "true"], capture_output=True).returncode:
        pytest.skip(f"others may not enter {', '.join(map(str, set(hidden.values())))}, and mounting is refused")
    return (*words, "sh")


@pytest.fixture
def student(tmp_path):
    """A student's home, a socket that can be asked from there, and the words before a command of the student's."""
    home, run = tmp_path / "home", tmp_path / "run"
    home.mkdir()
    run.mkdir(mode=0o755)
    os.chown(home, NOBODY, NOBODY)
    for parent in (tmp_path, *tmp_path.parents[:2]):
        parent.chmod(parent.stat().st_mode | 0o011)
    course = Path(longwave.__file__).parents[1]
    before = opened(*dict.fromkeys(Path(one).resolve() for one in (sys.base_prefix, sys.prefix, course, tmp_path)))
    down = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--no-new-privs")
    with zygote(run / "kernels.sock", before=before) as process:
        # setpriv may still enter root's folders, and what it starts may not: `env`, so that Python is looked up without
        inside = ("nsenter", f"--mount=/proc/{process.pid}/ns/mnt") if before else ()
        words = (*inside, *down, "env", f"--chdir={home}")
        same = "import sys, ipykernel, jupyter_client, longwave; print(sys.base_prefix, sys.version)"
        command, mine = [*words, sys.executable, "-c", same], environment("", home)
        found = subprocess.run(command, env=mine, cwd="/", capture_output=True, text=True)
        if found.stdout.strip() != f"{sys.base_prefix} {sys.version}":
            pytest.skip(f"another user cannot run this Python with the course: {found.stdout}{found.stderr[-300:]}")
        yield home, run / "kernels.sock", words


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives a kernel to another user")
def test_a_kernel_of_a_student_is_the_students_and_can_never_be_roots(student):
    home, place, words = student
    values = (
        "os.getresuid(), os.getresgid(), os.getgroups()",
        "os.setuid(0)",
        "[l.split()[1] for l in open('/proc/self/status') if l.startswith(('CapEff', 'CapPrm', 'NoNewPrivs'))]",
        "open('/etc/shadow').read()",
    )
    with server(place, home, *values, before=words) as (_process, said):
        assert said[0] == "ForkedProcess"
        assert said[2] == f"(({NOBODY}, {NOBODY}, {NOBODY}), ({NOBODY}, {NOBODY}, {NOBODY}), [])"
        assert "not permitted" in said[3]
        assert said[4] == "['0000000000000000', '0000000000000000', '1']"
        assert "Permission denied" in said[5]


def test_who_lives_in_other_namespaces_gets_a_cold_kernel(waiting, tmp_path):
    apart = ("unshare", "--uts") if os.geteuid() == 0 else ("unshare", "--user", "--uts")
    if subprocess.run([*apart, "true"], capture_output=True).returncode:
        pytest.skip("this machine allows no namespaces")
    with server(waiting, tmp_path, before=apart) as (_process, said):
        assert said[0] == "Popen"


def test_what_is_no_request_gets_no_kernel(waiting):
    for content in (b"\n", b"[]\n", b'{"argv": []}\n', b"x" * (1 << 21)):
        with socket.socket(socket.AF_UNIX) as link:
            link.connect(str(waiting))
            try:
                link.sendall(content)
                assert link.recv(100) == b""
            except (BrokenPipeError, ConnectionResetError):
                continue


def test_who_has_as_many_as_one_may_have_gets_a_cold_one(tmp_path):
    (tmp_path / "run").mkdir(mode=0o755)
    place = tmp_path / "run" / "kernels.sock"
    with (
        zygote(place, "1"),
        server(place, tmp_path, how="stay") as (_first, one),
        server(place, tmp_path) as (_second, other),
    ):
        assert (one[0], other[0]) == ("ForkedProcess", "Popen")


def test_a_socket_that_others_could_replace_is_not_made(tmp_path):
    tmp_path.chmod(0o777)
    with pytest.raises(Unsafe):
        listening(tmp_path / "kernels.sock")


def test_another_program_or_another_python_starts_as_it_is():
    kernel = [sys.executable, "-m", "ipykernel_launcher", "-f", "x"]
    assert forkable(kernel, {"HOME": "/"}) == ["-f", "x"]
    assert forkable(kernel, {"PYTHONDONTWRITEBYTECODE": "1"})
    assert not forkable(kernel, {"PYTHONPATH": "/mine"})
    assert not forkable(["R", *kernel[1:]], {})
    assert not forkable([*kernel[:2], "my_kernel"], {})
    assert ask("", ["-f", "x"], {}, "/") is None
    assert ask("/no/such/socket", ["-f", "x"], {}, "/") is None


def test_rights_that_could_come_back_are_noticed(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1)
    monkeypatch.setattr(os, "getresuid", lambda: (5, 5, 0))
    with pytest.raises(RuntimeError, match="not given up"):
        step_down(5, 5)


def test_a_request_without_an_end_is_refused():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.sendall(b"{")
        ours.shutdown(socket.SHUT_WR)
        with pytest.raises(ValueError, match="without an end"):
            request(theirs)

"""The kinds of sandbox, which of them works on this machine, and the command that each one starts with."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.teaching.sandbox.group import choose_group

# Inside: the only place that can be written, empty for each student. Not /tmp: the course itself may be in it, and an
# image's own /tmp may be closed to a user without an account.
HOME = "/student"
FIRST_USER = 2_000_000_000  # far from any account; each worker has another number, so that none can reach another
_SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib64", "/lib32", "/etc/ld.so.cache", "/etc/localtime", "/etc/fonts")
KINDS = ("bubblewrap", "podman", "docker", "none")


@dataclass(frozen=True)
class Kind:
    """One kind of sandbox on this machine.

    Attributes:
        name: one of `KINDS`.
        isolates: whether each student gets separate namespaces inside.
        group: the words that start it in a control group of its own; none where there is no such group.
        packages: what is imported in it before the first student, beside what a lesson needs.
    """

    name: str
    isolates: bool
    group: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()


# What stands for the sandboxes of other machines, each of which proves its own.
ELSEWHERE = Kind("elsewhere", isolates=True)


def choose(no_sandbox: bool = False) -> Kind:
    """Return the best kind that works here, after trying it.

    Raises:
        ExpectedError: if none works; it says what to install.
    """
    if no_sandbox:
        if not hasattr(os, "fork"):
            raise ExpectedError(_("Grading needs Linux or macOS. On Windows run it inside WSL."))
        return Kind("none", isolates=False)
    if sys.platform == "linux" and shutil.which("bwrap"):
        if _works(bubblewrap_command(0, ["/usr/bin/env", "true"])):
            return Kind("bubblewrap", isolates=True, group=choose_group())
    for engine in ("podman", "docker"):
        if shutil.which(engine) and _works([engine, "info"]):
            return Kind(engine, isolates=False)
    raise ExpectedError(
        _(
            "No sandbox works on this machine, so nothing was run: students' code could read your files. Install "
            "bubblewrap (Linux: apt install bubblewrap) or a container engine (podman, docker). If you trust every "
            "submission, say --no-sandbox."
        )
    )


def _works(command: list[str]) -> bool:
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def course_folders() -> list[Path]:
    """Return what the student's process needs beside the system: this Python, its packages, the course's library."""
    package = Path(__file__).parents[2]
    data = package.parents[1] / "datasets"  # in a clone; an installed package carries its own
    found = [Path(sys.base_prefix), Path(sys.prefix), package, *([data] if data.is_dir() else [])]
    return list(dict.fromkeys(folder.resolve() for folder in found))


def hidden_folders() -> list[Path]:
    """Return what must not be seen although it is inside: tasks and tests with their right answers, and solutions."""
    package = Path(__file__).parents[2]
    topics = sorted((package / "topics").glob("*/tasks"))
    shipped = [package / "course" / name for name in ("lessons", "exercises", "solutions")]
    tasks = [package / "tasks", package / "problem_sets", package / "teaching" / "concepts", *topics]
    return [folder for folder in (*tasks, *shipped) if folder.is_dir()]


def refuse_visible(folder: Path) -> None:
    """Refuse a folder that every student's code could read, as it is inside of what the sandbox shows.

    Raises:
        ExpectedError: if it is; it says inside of what.
    """
    inside = shown_place(folder)
    if inside is not None:
        sentence = _("{folder} is inside {place}, which students' code can read. Move the course to another folder.")
        raise ExpectedError(sentence.format(folder=folder, place=inside))


def shown_place(path: Path) -> Path | None:
    """Return the place inside of which students' code sees a file or folder, None if it does not."""
    shown = [Path(name).resolve() for name in _SYSTEM] + course_folders()
    return next((place for place in shown if path.resolve().is_relative_to(place)), None)


def bubblewrap_command(worker: int, command: list[str]) -> list[str]:
    """Return a command that runs another one and shows it only system, Python and course of this machine, read-only.

    There is no network, no home, no course folder and no other process. Root becomes a user without an account,
    because the kernel's limits do not apply to root.
    """
    words = ["bwrap", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--die-with-parent"]
    words += ["--new-session", "--hostname", "longwave", "--clearenv", "--tmpfs", "/"]
    places = [Path(name) for name in _SYSTEM] + course_folders()
    for folder in sorted({parent for place in places for parent in place.parents if parent != Path("/")}):
        words += ["--perms", "0755", "--dir", str(folder)]
    for place in places:
        if place.is_symlink():
            words += ["--symlink", os.readlink(place), str(place)]
        elif place.exists():
            words += ["--ro-bind", str(place), str(place)]
    for folder in hidden_folders():
        words += ["--tmpfs", str(folder), "--remount-ro", str(folder)]
    # A student could otherwise leave things for the next one in the folder of the devices.
    # /dev/zero, mapped as shared, gives memory that stays when no process has it any more.
    words += ["--proc", "/proc", "--dev", "/dev", "--dev-bind", "/dev/null", "/dev/zero", "--remount-ro", "/dev"]
    words += ["--perms", "1777", "--size", str(1 << 20), "--tmpfs", "/dev/shm"]
    words += ["--perms", "1777", "--size", str(1 << 26), "--tmpfs", HOME]
    words += ["--chdir", HOME]
    for name, value in environment().items():
        words += ["--setenv", name, value]
    words += ["--remount-ro", "/"]
    return [*words, "--", *_stepping_down(worker), *command]


def _stepping_down(worker: int) -> list[str]:
    if os.geteuid() != 0:
        return []
    user = str(FIRST_USER + worker)
    words = ["setpriv", "--reuid", user, "--regid", user, "--clear-groups", "--no-new-privs"]
    return [*words, "--inh-caps=-all", "--bounding-set=-all"]


def container_command(
    engine: str, name: str, image: str, limits: dict[str, int], empty: Path, command: list[str]
) -> list[str]:
    """Return a command that runs another one in a container with the same view, for machines without bubblewrap.

    `empty` is a folder with nothing in it. It is mounted over what must not be seen: an engine may fill an empty folder
    of its own with what is below it.
    """
    words = [engine, "run", "--rm", "--name", name, "--interactive", "--network", "none", "--read-only"]
    words += ["--cap-drop", "ALL"]
    words += ["--security-opt", "no-new-privileges", "--user", "65534:65534", "--workdir", HOME]
    memory, disk = f"{limits['memory_mb']}m", limits["disk_mb"] << 20
    words += ["--memory", memory, "--memory-swap", memory, "--pids-limit", str(limits["processes"]), "--shm-size", "1m"]
    # The engine's own defaults may be above what this machine allows; these are below, and limit what they name.
    threads = 16 * limits["processes"]  # counted for all containers of the user together
    for bound in ("nofile=256:256", f"nproc={threads}:{threads}", f"fsize={disk}:{disk}", "core=0:0"):
        words += ["--ulimit", bound]
    words += ["--tmpfs", f"{HOME}:rw,size={limits['disk_mb']}m,mode=1777"]
    for place in course_folders():
        words += ["--volume", f"{place}:{place}:ro"]
    for folder in hidden_folders():
        words += ["--volume", f"{empty}:{folder}:ro"]
    for name, value in environment().items():
        words += ["--env", f"{name}={value}"]
    return [*words, image, *command]


def environment() -> dict[str, str]:
    """Return the environment of the student's process."""
    return {
        "PATH": "/usr/bin:/bin",
        "HOME": HOME,
        "LANG": "C.UTF-8",
        "LONGWAVE_LANGUAGE": "en",
        "PYTHONDONTWRITEBYTECODE": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        **{name: os.environ[name] for name in ("OPENBLAS_CORETYPE",) if name in os.environ},
    }

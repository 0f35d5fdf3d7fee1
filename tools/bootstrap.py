r"""Set up Longwave in this folder, once, and start it.

    make lab                      open the course                 (on Windows: py tools\bootstrap.py lab)
    make doctor                   check this machine              (on Windows: py tools\bootstrap.py doctor)
    make check                    check a change, in a minute     (on Windows: py tools\bootstrap.py check)
    make test                     run the tests                   (on Windows: py tools\bootstrap.py test)
    make coverage                 run them and count lines        (Linux and macOS)
    make site                     write the reading site          (on Windows: py tools\bootstrap.py site)
    make browser                  write it with notebooks that run in a page (or: py tools\bootstrap.py browser)
    make teach                    set up what grading needs       (Linux and macOS; on Windows inside WSL)
    make setup                    only set up                     (on Windows: py tools\bootstrap.py setup)

Everything goes into the folder .venv beside this one. The first set-up downloads the packages of
requirements.lock, each checked against its hash. Later runs find that nothing changed and need no network.

This file uses only the standard library, and only syntax that Python 2.7 and 3.6 can read: an old Python must
say in one sentence which Python is needed, so no f-strings and no annotations here.
"""

from __future__ import print_function

import errno
import hashlib
import json
import os
import re
import subprocess
import sys
import time

OLDEST, NEWEST = (3, 11), (3, 13)
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ENVIRONMENT = os.path.join(ROOT, ".venv")
STAMP = os.path.join(ENVIRONMENT, "longwave-stamp.json")
LOG = os.path.join(ENVIRONMENT, "longwave-setup.log")
READER_LOCK, TEACH_LOCK, TEST_LOCK = "requirements.lock", "requirements-teach.lock", "requirements-test.lock"
LOCK_OF_MODE = {
    "check": TEST_LOCK,
    "test": TEST_LOCK,
    "coverage": TEST_LOCK,
    "site": TEST_LOCK,
    "browser": TEST_LOCK,
    "teach": TEACH_LOCK,
}
# what decides how the project itself is installed; the lock does, as it names the tools that build it
PROJECT_FILES = ("pyproject.toml", "hatch_build.py", READER_LOCK)
# a finished environment, and pip's copies while it unpacks (measured: 0.7 GB, with the tests 1.1 GB)
DISK_NEEDED = {READER_LOCK: 1.0e9, TEACH_LOCK: 1.2e9, TEST_LOCK: 1.5e9}
ON_WINDOWS = os.name == "nt"

# What pip says in its log, and what a reader should do. The first that fits is printed.
KNOWN_ERRORS = (
    (
        ("No space left on device", "not enough space on the disk"),
        "The disk is full. Free at least 1 GB, then run the same command again.",
    ),
    (
        ("CERTIFICATE_VERIFY_FAILED", "SSLError"),
        "The secure connection to the package index failed. If your network has a certificate of its own, "
        "name its file in the environment variable PIP_CERT, then run the same command again.",
    ),
    (
        ("ProxyError", "407 Proxy"),
        "The proxy of your network refused the connection. Set the environment variable HTTPS_PROXY to its "
        "address, then run the same command again.",
    ),
    (
        (
            "NewConnectionError",
            "ConnectTimeoutError",
            "ReadTimeoutError",
            "NameResolutionError",
            "Connection refused",
            "Connection reset",
            "Connection broken",
            "Network is unreachable",
            "Temporary failure in name resolution",
        ),
        "The package index cannot be reached. The first set-up needs the network: connect, then run the same "
        "command again. It goes on where it stopped. After that the course works offline.",
    ),
    (
        ("DO NOT MATCH THE HASHES",),
        "A downloaded package is not the one that this course was tested with, so it was not installed. Run "
        "the same command again; if it happens again, your network or package index changes downloads.",
    ),
    (
        ("No matching distribution found",),
        "The package index cannot be reached, or it has no ready-made package for this computer ({system}, "
        "Python {python}). The first set-up needs the network: connect, then run the same command again. If you "
        "set PIP_NO_INDEX or PIP_INDEX_URL, unset it. The course runs on Linux, macOS and 64-bit Windows.",
    ),
    (
        ("Enable Long Path", "WinError 206", "filename or extension is too long"),
        "A path became too long for Windows. Move this folder to a short place, such as C:\\longwave, then "
        "run the same command again.",
    ),
    (
        ("Read-only file system", "Permission denied", "Access is denied"),
        "A file in {environment} cannot be written. Close other programs that use this folder, delete "
        "{environment}, then run the same command again.",
    ),
)


class SetUpError(Exception):
    """Something expected went wrong; the message says what to do."""


def main(arguments):
    """Run one mode; return the exit code."""
    mode, rest = (arguments[0], arguments[1:]) if arguments else ("help", [])
    if mode not in ("lab", "doctor", "check", "test", "coverage", "site", "browser", "teach", "setup"):
        print(__doc__.split("\n\n")[1])
        return 0 if mode in ("help", "-h", "--help") else 2
    try:
        if not fits(sys.version_info[:2]):
            return hand_over(fitting_python() + [os.path.abspath(__file__)] + arguments)
        set_up(LOCK_OF_MODE.get(mode, READER_LOCK))
    except SetUpError as error:
        print("\n{}".format(error), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. Run the same command again to go on.", file=sys.stderr)
        return 130
    if mode in ("lab", "doctor"):
        # -P: a file of the reader's such as random.py must not hide a module
        return hand_over([environment_python(), "-P", "-m", "longwave.cli", mode] + rest)
    if mode == "teach":
        print("Next: {} course new FOLDER".format(os.path.join(os.path.dirname(environment_python()), "longwave")))
    if mode in ("check", "coverage", "site", "browser"):
        os.chdir(ROOT)
        module = {"browser": "browser_edition"}.get(mode, mode)
        return hand_over([environment_python(), "-m", "tools.{}".format(module)] + rest)
    if mode == "test":
        os.chdir(ROOT)
        # a file of tests stays on one worker: a notebook's cells are tests that follow each other; and the files
        # stay in the order in which the tests put them, the longest first
        command = ["-m", "pytest", "-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder"]
        return hand_over([environment_python()] + command + rest)
    return 0


def fitting_python():
    """Return the command of a Python that Longwave runs on, where this one is too old or too new."""
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        command = ["py", "-3.{}".format(minor)] if ON_WINDOWS else ["python3.{}".format(minor)]
        if fits(version_of(command)):
            return command
    this = "{}.{}".format(*sys.version_info[:2])
    if ON_WINDOWS:
        advice = "Install 3.12 from python.org, then run: py -3.12 tools\\bootstrap.py lab"
    else:
        advice = (
            "Install one, from python.org or with your system's packages. If you have one already, name it: "
            "make PYTHON=/path/to/python3.12 lab"
        )
    raise SetUpError("Longwave needs Python 3.11, 3.12 or 3.13; this is {}. {}".format(this, advice))


def fits(version):
    """Return whether Longwave runs on a Python of this version."""
    return OLDEST <= version <= NEWEST


def version_of(command):
    """Return the version that a Python reports, (0, 0) if the command is no Python: it may be an empty shim."""
    question = "import sys; print('%d %d' % sys.version_info[:2])"
    try:
        process = subprocess.Popen(command + ["-c", question], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        answer = process.communicate()[0]
        return tuple(int(number) for number in answer.split()) or (0, 0)
    except (OSError, ValueError):
        return (0, 0)


def environment_python():
    """Return the path of the Python inside .venv."""
    inside = ("Scripts", "python.exe") if ON_WINDOWS else ("bin", "python")
    return os.path.join(ENVIRONMENT, *inside)


def set_up(lock):
    """Bring .venv to what the lock and the project ask for. Does nothing where that is done already."""
    steps = missing_steps(lock)
    if not steps:
        return
    if not os.access(ROOT, os.W_OK):
        raise SetUpError(read_only_sentence())
    print("Longwave sets itself up in {}".format(ENVIRONMENT))
    for number, (sentence, action) in enumerate(steps, 1):
        take_step("{} of {}  {}".format(number, len(steps), sentence), action)
    print("Set up.")


def missing_steps(lock):
    """Return the steps that are still to do, each with its sentence and its action."""
    steps, stamp = [], {}
    if fits(version_of([environment_python()])):
        stamp = read_stamp()
    else:
        steps.append(("Make the environment .venv", make_environment))
    if stamp.get(lock) != fingerprint(lock):
        with open(os.path.join(ROOT, lock)) as stream:
            count = sum(1 for line in stream if "==" in line)
        sentence = "Download and install up to {} packages".format(count)
        steps.append((sentence, lambda progress: install_packages(lock, progress)))
    if stamp.get("project") != project_fingerprint():
        steps.append(("Install the course itself", lambda progress: install_project()))
    return steps


def check_disk(lock):
    """Say early that the disk is too full."""
    import shutil

    free = shutil.disk_usage(ROOT).free
    if free < DISK_NEEDED[lock]:
        sizes = "The disk has {:.1f} GB free; the set-up needs {:.1f} GB."
        sizes = sizes.format(free / 1e9, DISK_NEEDED[lock] / 1e9)
        raise SetUpError(sizes + " Free some space, then run the same command again.")


def read_only_sentence():
    """Return what to do where the course's folder is read-only."""
    return (
        "The folder {} cannot be written. Copy it to a folder of your own, such as your home folder, and run "
        "the same command there.".format(ROOT)
    )


def take_step(sentence, action):
    """Run one step and show on one line what it does and how long it took."""
    start = time.time()
    on_terminal = sys.stdout.isatty()

    def progress(done):
        if on_terminal:
            print("\r{} ... {}".format(sentence, done), end="")
            sys.stdout.flush()

    print("{} ...".format(sentence), end="")
    sys.stdout.flush()
    try:
        action(progress)
    except (IOError, OSError) as error:
        print()
        raise SetUpError(sentence_for_system_error(error))
    except SetUpError:
        print()
        raise
    seconds = "{:.0f} s".format(time.time() - start)
    # on a terminal it takes the place of the last word of progress
    print("\r{} ... {:<12}".format(sentence, seconds) if on_terminal else " " + seconds)


def sentence_for_system_error(error):
    """Return what to do after an error of the file system."""
    if error.errno == errno.ENOSPC:
        return KNOWN_ERRORS[0][1]
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return read_only_sentence()
    return "{}. Set that right, then run the same command again.".format(error)


def make_environment(progress):
    """Make .venv, or make it again where an interrupted or moved one does not work."""
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        version = "{}.{}".format(*sys.version_info[:2])
        raise SetUpError(
            "This Python cannot make environments: its module venv is not complete. On Debian or Ubuntu "
            "install it with: sudo apt install python{}-venv. Then run the same command again.".format(version)
        )
    if os.path.lexists(ENVIRONMENT) and not os.path.isdir(ENVIRONMENT):
        raise SetUpError("{} is not a folder. Move it, then run the same command again.".format(ENVIRONMENT))
    # without pip: install_packages adds it, which also mends an environment that was interrupted or came
    # without
    code, last_words = run([sys.executable, "-m", "venv", "--clear", "--without-pip", ENVIRONMENT])
    if code:
        raise SetUpError("Python could not make {}. It said: {}".format(ENVIRONMENT, last_words))


def install_packages(lock, progress):
    """Install what a lock names, each package checked against its hash; nothing is built on this computer."""
    check_disk(lock)
    forget(lock)
    open(LOG, "wb").close()
    if subprocess.call([environment_python(), "-c", "import pip"], stderr=subprocess.PIPE) != 0:
        run_logged(["-m", "ensurepip"])
    options = ["--require-hashes", "--only-binary", ":all:", "--requirement", os.path.join(ROOT, lock)]
    run_logged(["-m", "pip", "install"] + options, progress)
    # each of the three locks holds every pin of those before it, so whoever ran the tests has what `make lab`
    # and `make teach` need
    locks = (READER_LOCK, TEACH_LOCK, TEST_LOCK)
    for held in locks[: locks.index(lock) + 1]:
        remember(held, fingerprint(held))


def install_project():
    """Install the project itself, so that the lessons import it from this folder."""
    forget("project")
    run_logged(["-m", "pip", "install", "--no-deps", "--no-build-isolation", "--editable", ROOT])
    remember("project", project_fingerprint())


def run_logged(arguments, progress=None):
    """Run Python of .venv, write what it says to the log, and turn a failure into a sentence."""
    environment = dict(os.environ, PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_NO_INPUT="1", PIP_USER="0")
    words, count = [], 0
    process = subprocess.Popen(
        [environment_python()] + arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment
    )
    with open(LOG, "ab") as log:
        for line in process.stdout or ():
            log.write(line)
            words.append(line.decode("utf-8", "replace").strip())
            if progress and line.startswith(b"Collecting "):
                count += 1
                progress("{} found".format(count))
            elif progress and line.startswith(b"Installing collected"):
                progress("unpacking   ")
    if process.wait() != 0:
        raise SetUpError(sentence_for_log(words))


def sentence_for_log(words):
    """Return what went wrong and what to do, from the lines that pip wrote."""
    text = "\n".join(words)
    for phrases, sentence in KNOWN_ERRORS:
        if any(phrase in text for phrase in phrases):
            python = "{}.{}".format(*sys.version_info[:2])
            sentence = sentence.format(system=sys.platform, python=python, environment=ENVIRONMENT)
            break
    else:
        errors = [line for line in words if re.match(r"(ERROR|\w+Error):", line)] or words or ["nothing"]
        sentence = "The set-up stopped. pip said: {}".format(errors[-1])
    return "{}\nAll that pip said is in {}".format(sentence, LOG)


def run(command):
    """Run a command quietly; return its exit code and the last line it wrote."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = process.communicate()[0].decode("utf-8", "replace").strip()
    return process.returncode, output.splitlines()[-1] if output else ""


def fingerprint(name):
    """Return the hash of a file at the top of the course's folder; a missing file has one too."""
    path = os.path.join(ROOT, name)
    if not os.path.exists(path):
        return "missing"
    with open(path, "rb") as stream:
        return hashlib.sha256(stream.read()).hexdigest()


def project_fingerprint():
    """Return the hash of what decides the project's install: files, and the place, as a clone may move."""
    parts = [fingerprint(name) for name in PROJECT_FILES] + [ROOT]
    return hashlib.sha256("\n".join(parts).encode("utf-8")).hexdigest()


def read_stamp():
    """Return what the last set-ups finished; a broken file counts as nothing."""
    try:
        with open(STAMP) as stream:
            stamp = json.load(stream)
    except (IOError, OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def remember(name, value):
    """Note in .venv that a step is done."""
    write_stamp(dict(read_stamp(), **{name: value}))


def forget(name):
    """Note that a step is under way: if it is interrupted, it is done again."""
    write_stamp({key: value for key, value in read_stamp().items() if key != name})


def write_stamp(stamp):
    """Write the stamp whole or not at all."""
    with open(STAMP + ".new", "w") as stream:
        json.dump(stamp, stream, indent=1, sort_keys=True)
    os.replace(STAMP + ".new", STAMP)


def hand_over(command):
    """Let a command go on in place of this one, so that Ctrl-C and signals reach it directly."""
    sys.stdout.flush()
    if not ON_WINDOWS:
        os.execvp(command[0], command)
    try:
        return subprocess.call(command)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The set-up: what it does when, and what it says when something is in the way."""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "tools" / "bootstrap.py"
OLD = [f"3.{minor}" for minor in range(5, 11)]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder that holds what the set-up reads: the script, two locks and a project."""
    folder = tmp_path / "my clone"
    (folder / "tools").mkdir(parents=True)
    shutil.copy(SCRIPT, folder / "tools")
    pin = "idna==3.10 \\\n    --hash=sha256:" + "0" * 64 + "\n"
    (folder / "requirements.lock").write_text(pin)
    (folder / "requirements-teach.lock").write_text(pin + pin.replace("idna", "attrs"))
    (folder / "requirements-test.lock").write_text(pin + pin.replace("idna", "attrs") + pin.replace("idna", "six"))
    (folder / "pyproject.toml").write_text('[project]\nname = "longwave"\n')
    return folder


@pytest.fixture
def bootstrap(root: Path):
    """Return the script of that folder as a module."""
    spec = importlib.util.spec_from_file_location("bootstrap_of_test", root / "tools" / "bootstrap.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def pip(bootstrap, monkeypatch):
    """Let an environment stand and pip succeed at once; give what was asked of pip."""
    asked = []
    Path(bootstrap.ENVIRONMENT).mkdir()
    monkeypatch.setattr(bootstrap, "version_of", lambda command: (3, 12))
    monkeypatch.setattr(bootstrap, "run_logged", lambda arguments, progress=None: asked.append(arguments))
    monkeypatch.setattr(bootstrap.subprocess, "call", lambda *command, **more: 0)
    return asked


def installed(asked: list[list[str]]) -> list[str]:
    """Return the last word of each call of pip: the lock, or the folder of the project."""
    return [Path(arguments[-1]).name for arguments in asked]


def run(python: str, root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
    """Run the script with a Python, with these environment variables changed."""
    command = [python, "-B", str(root / "tools" / "bootstrap.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environment})


@pytest.mark.parametrize("version", ["2.7", *OLD, "3.14", "3.15"])
def test_a_python_that_does_not_fit_is_told_in_a_sentence(pythons, root, version, tmp_path):
    if version not in pythons:
        pytest.skip(f"Python {version} is not installed")
    answer = run(pythons[version], root, "lab", PATH=str(tmp_path))
    assert answer.returncode == 1
    assert f"Longwave needs Python 3.11, 3.12 or 3.13; this is {version}. Install" in answer.stderr
    assert "make PYTHON=/path/to/python3.12 lab" in answer.stderr
    assert "Traceback" not in answer.stderr
    assert not (root / ".venv").exists()


@pytest.mark.parametrize("version", ["2.7", "3.6", "3.8"])
def test_a_python_that_does_not_fit_hands_over_to_one_that_does(pythons, root, version, tmp_path):
    if version not in pythons:
        pytest.skip(f"Python {version} is not installed")
    fitting = tmp_path / "python3.12"
    fitting.write_text('#!/bin/sh\nif [ "$1" = -c ]; then echo 3 12; else shift; echo "handed over: $*"; fi\n')
    fitting.chmod(0o755)
    answer = run(pythons[version], root, "lab", "--port", "9000", PATH=f"{tmp_path}:{os.defpath}")
    assert answer.stdout.strip() == "handed over: lab --port 9000"


def test_an_old_python_is_told_in_a_sentence_whatever_is_installed(bootstrap, monkeypatch, capsys):
    monkeypatch.setattr(bootstrap.sys, "version_info", (3, 8, 18, "final", 0))
    monkeypatch.setattr(bootstrap, "version_of", lambda command: (0, 0))
    assert bootstrap.main(["lab"]) == 1
    assert "Longwave needs Python 3.11, 3.12 or 3.13; this is 3.8." in capsys.readouterr().err


def test_on_windows_the_launcher_is_asked_for_a_fitting_python(bootstrap, monkeypatch):
    monkeypatch.setattr(bootstrap, "ON_WINDOWS", True)
    monkeypatch.setattr(bootstrap, "version_of", lambda command: (3, 12) if command[1] == "-3.12" else (0, 0))
    assert bootstrap.fitting_python() == ["py", "-3.12"]
    assert bootstrap.environment_python().replace("\\", "/").endswith(".venv/Scripts/python.exe")
    monkeypatch.setattr(bootstrap, "version_of", lambda command: (0, 0))
    with pytest.raises(bootstrap.SetUpError, match=r"py -3\.12 tools\\bootstrap\.py lab"):
        bootstrap.fitting_python()


def test_an_empty_shim_on_the_path_is_no_python(bootstrap, tmp_path, monkeypatch):
    shim = tmp_path / "python3.12"
    shim.write_text("#!/bin/sh\necho 'not found' >&2\nexit 127\n")
    shim.chmod(0o755)
    assert bootstrap.version_of([str(shim)]) == (0, 0)
    assert bootstrap.version_of([str(tmp_path / "missing")]) == (0, 0)
    assert bootstrap.version_of([sys.executable]) == sys.version_info[:2]


def test_the_first_set_up_installs_the_packages_by_hash_and_the_project_without_the_network(bootstrap, pip):
    bootstrap.set_up("requirements.lock")
    packages, project = pip
    assert packages[:5] == ["-m", "pip", "install", "--require-hashes", "--only-binary"]
    assert installed(pip) == ["requirements.lock", "my clone"]
    assert {"--no-deps", "--no-build-isolation", "--editable"} < set(project)


def test_a_second_set_up_does_nothing_and_says_nothing(bootstrap, pip, capsys):
    bootstrap.set_up("requirements.lock")
    capsys.readouterr()
    bootstrap.set_up("requirements.lock")
    assert len(pip) == 2
    assert capsys.readouterr().out == ""


def test_each_step_is_a_line_with_its_number_and_seconds(bootstrap, pip, capsys):
    bootstrap.set_up("requirements.lock")
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("1 of 2  Download and install up to 1 packages ... ")
    assert lines[2].startswith("2 of 2  Install the course itself ... ")
    assert all(line.strip().endswith(" s") for line in lines[1:3])


@pytest.mark.parametrize(
    ("name", "again"),
    [
        ("requirements.lock", ["requirements.lock", "my clone"]),
        ("pyproject.toml", ["my clone"]),
        ("hatch_build.py", ["my clone"]),
    ],
)
def test_only_what_changed_is_done_again(bootstrap, pip, root, name, again):
    bootstrap.set_up("requirements.lock")
    pip.clear()
    with (root / name).open("a") as stream:
        stream.write("# changed\n")
    bootstrap.set_up("requirements.lock")
    assert installed(pip) == again


def test_a_clone_that_was_moved_installs_the_project_again_without_the_network(bootstrap, pip, monkeypatch):
    bootstrap.set_up("requirements.lock")
    pip.clear()
    monkeypatch.setattr(bootstrap, "ROOT", bootstrap.ROOT + "/../my clone")
    bootstrap.set_up("requirements.lock")
    assert installed(pip) == ["my clone"]


def test_whoever_ran_the_tests_needs_nothing_more_to_read_or_to_teach(bootstrap, pip):
    bootstrap.set_up("requirements-test.lock")
    pip.clear()
    bootstrap.set_up("requirements.lock")
    bootstrap.set_up("requirements-teach.lock")
    assert pip == []


def test_whoever_teaches_gets_the_packages_of_grading_and_is_told_what_comes_next(bootstrap, pip, capsys):
    assert bootstrap.main(["teach"]) == 0
    assert "requirements-teach.lock" in installed(pip)
    assert "longwave course new FOLDER" in capsys.readouterr().out


def test_whoever_ran_the_lab_gets_the_packages_of_the_tests(bootstrap, pip):
    bootstrap.set_up("requirements.lock")
    pip.clear()
    bootstrap.set_up("requirements-test.lock")
    assert installed(pip) == ["requirements-test.lock"]


@pytest.mark.parametrize("step", [0, 1])
def test_a_set_up_that_was_interrupted_goes_on_at_the_step_where_it_stopped(bootstrap, pip, monkeypatch, step):
    succeed, calls = bootstrap.run_logged, []

    def interrupted(arguments, progress=None):
        calls.append(arguments)
        if len(calls) == step + 1:
            raise KeyboardInterrupt
        succeed(arguments)

    monkeypatch.setattr(bootstrap, "run_logged", interrupted)
    assert bootstrap.main(["setup"]) == 130
    monkeypatch.setattr(bootstrap, "run_logged", succeed)
    pip.clear()
    bootstrap.set_up("requirements.lock")
    assert installed(pip) == ["requirements.lock", "my clone"][step:]


def test_a_step_under_way_over_a_finished_one_is_not_taken_for_done(bootstrap, pip, root, monkeypatch):
    bootstrap.set_up("requirements.lock")
    old = (root / "requirements.lock").read_text()
    (root / "requirements.lock").write_text(old + "# new\n")

    def interrupted(arguments, progress=None):
        raise KeyboardInterrupt

    succeed = bootstrap.run_logged
    monkeypatch.setattr(bootstrap, "run_logged", interrupted)
    assert bootstrap.main(["setup"]) == 130
    (root / "requirements.lock").write_text(old)
    monkeypatch.setattr(bootstrap, "run_logged", succeed)
    pip.clear()
    bootstrap.set_up("requirements.lock")
    assert "requirements.lock" in installed(pip)


@pytest.mark.parametrize("text", ["", "{", "[]", "7"])
def test_a_broken_stamp_counts_as_nothing_done(bootstrap, pip, text):
    Path(bootstrap.STAMP).write_text(text)
    bootstrap.set_up("requirements.lock")
    assert len(pip) == 2
    assert set(json.loads(Path(bootstrap.STAMP).read_text())) == {"requirements.lock", "project"}


@pytest.mark.parametrize("state", ["half made", "of an old Python"])
def test_an_environment_that_does_not_work_is_made_again(bootstrap, root, state):
    python = Path(bootstrap.environment_python())
    python.parent.mkdir(parents=True)
    if state == "of an old Python":
        python.write_text("#!/bin/sh\necho 3 8\n")
        python.chmod(0o755)
    Path(bootstrap.STAMP).write_text(json.dumps({"project": "x"}))
    bootstrap.make_environment(None)
    assert bootstrap.version_of([str(python)]) == sys.version_info[:2]
    assert not Path(bootstrap.STAMP).exists()


def test_a_file_in_the_place_of_the_environment_is_told(bootstrap):
    Path(bootstrap.ENVIRONMENT).write_text("")
    with pytest.raises(bootstrap.SetUpError, match="is not a folder"):
        bootstrap.make_environment(None)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "disk is full"),
        ("SSLError(SSLCertVerificationError(1, 'CERTIFICATE_VERIFY_FAILED'))", "PIP_CERT"),
        ("ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed'))", "HTTPS_PROXY"),
        ("NewConnectionError: Temporary failure in name resolution", "needs the network"),
        ("pip._vendor.urllib3.exceptions.ReadTimeoutError: Read timed out.", "needs the network"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "is not the one"),
        ("ERROR: No matching distribution found for scipy==1.17.1", "no ready-made package for this computer"),
        ("HINT: This error might have occurred since this system does not have Windows Enable Long Path", "shorter"),
        ("ERROR: [Errno 13] Permission denied: '/x'", "cannot be written"),
        ("FileNotFoundError: lessons", "pip said: FileNotFoundError: lessons"),
    ],
)
def test_each_error_of_pip_gets_a_sentence_and_the_log(bootstrap, line, told):
    sentence = bootstrap.sentence_for_log(["Collecting scipy", line, "hint: See above for details."])
    assert told.replace("shorter", "short place") in sentence
    assert sentence.endswith(bootstrap.LOG)


@pytest.mark.parametrize("more", [{"PIP_RETRIES": "1"}, {"PIP_NO_INDEX": "1"}], ids=["refused", "no index"])
def test_without_the_network_the_first_set_up_says_so_and_names_its_log(root, no_network, more):
    command = [sys.executable, str(root / "tools" / "bootstrap.py"), "setup"]
    answer = subprocess.run(command, capture_output=True, text=True, env={**no_network, **more})
    assert answer.returncode == 1
    assert "The package index cannot be reached" in answer.stderr
    assert "The first set-up needs the network: connect, then run the same command again." in answer.stderr
    assert "Traceback" not in answer.stderr
    log = root / ".venv" / "longwave-setup.log"
    assert answer.stderr.strip().endswith(str(log))
    assert "idna" in log.read_text()


def test_a_python_without_venv_is_told_which_package_to_install(root, tmp_path):
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['ensurepip'] = None\n")
    answer = run(sys.executable, root, "setup", PYTHONPATH=str(tmp_path))
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    assert answer.returncode == 1
    assert f"sudo apt install python{version}-venv" in answer.stderr
    assert not (root / ".venv").exists()


def test_a_read_only_folder_is_told(root):
    if not shutil.which("bwrap"):
        pytest.skip("bwrap, which makes a folder read-only even for root, is not installed")
    sandbox = ["bwrap", "--dev-bind", "/", "/", "--ro-bind", str(root), str(root)]
    command = [*sandbox, sys.executable, str(root / "tools" / "bootstrap.py"), "setup"]
    answer = subprocess.run(command, capture_output=True, text=True)
    if answer.stderr.startswith("bwrap"):
        pytest.skip(f"bwrap cannot be used here: {answer.stderr.strip()}")
    assert answer.returncode == 1
    assert f"The folder {root} cannot be written. Copy it to a folder of your own" in answer.stderr


def test_too_little_space_is_told_before_anything_is_downloaded(bootstrap, pip, monkeypatch, capsys):
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: shutil._ntuple_diskusage(9e9, 8.9e9, 0.1e9))
    assert bootstrap.main(["setup"]) == 1
    assert "The disk has 0.1 GB free; the set-up needs 1.0 GB." in capsys.readouterr().err
    assert pip == []


@pytest.mark.parametrize(
    ("number", "told"), [(28, "The disk is full"), (30, "cannot be written"), (5, "Set that right")]
)
def test_an_error_of_the_file_system_is_told(bootstrap, number, told):
    def action(progress):
        raise OSError(number, os.strerror(number))

    with pytest.raises(bootstrap.SetUpError, match=told):
        bootstrap.take_step("1 of 1  Something", action)


@pytest.mark.parametrize(("arguments", "code"), [([], 0), (["help"], 0), (["--help"], 0), (["lib"], 2)])
def test_help_is_shown_for_no_mode_or_an_unknown_one(bootstrap, capsys, arguments, code):
    assert bootstrap.main(arguments) == code
    assert "make lab" in capsys.readouterr().out
    assert not Path(bootstrap.ENVIRONMENT).exists()


@pytest.mark.parametrize(
    ("mode", "handed"),
    [
        ("lab", ["-P", "-m", "longwave.cli", "lab", "--port", "9"]),
        ("doctor", ["-P", "-m", "longwave.cli", "doctor", "--port", "9"]),
        ("check", ["-m", "tools.check", "--port", "9"]),
        ("coverage", ["-m", "tools.coverage", "--port", "9"]),
        ("site", ["-m", "tools.site", "--port", "9"]),
        ("browser", ["-m", "tools.browser_edition", "--port", "9"]),
        ("test", ["-m", "pytest", "-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder", "--port", "9"]),
    ],
)
def test_each_mode_hands_over_with_the_readers_options(bootstrap, pip, monkeypatch, root, mode, handed):
    commands = []
    monkeypatch.setattr(bootstrap.os, "execvp", lambda program, command: commands.append((program, command)))
    monkeypatch.chdir(root)
    bootstrap.main([mode, "--port", "9"])
    program, command = commands[0]
    assert program == command[0] == bootstrap.environment_python()
    assert command[1:] == handed

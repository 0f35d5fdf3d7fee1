"""The `longwave` command."""

import errno
import subprocess
import sys

import pytest

import longwave
from longwave import cli
from longwave.data import passport
from longwave.reader.course import course_folder
from longwave.reader.errors import ExpectedError


def run(*arguments: str, **more: object) -> subprocess.CompletedProcess:
    """Run the command as a reader does."""
    command = [sys.executable, "-m", "longwave.cli", *arguments]
    return subprocess.run(command, capture_output=True, text=True, **more)


def test_help_names_every_command_with_what_it_does():
    answer = run("--help")
    assert answer.returncode == 0
    for command in ("lab", "copy", "doctor", "progress", "receipt", "data", "claims", "hub-config", "hand-in"):
        assert f"\n  {command} " in answer.stdout


def test_the_command_imports_nothing_heavy():
    code = "import sys, longwave.cli; longwave.cli.commands(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    heavy = {"pandas", "numpy", "scipy", "altair", "IPython", "ipywidgets", "jupyter_core", "jupyterlab", "tornado"}
    assert not heavy & set(loaded)


def test_version_is_that_of_the_package():
    assert run("--version").stdout.strip() == longwave.__version__


def test_without_a_command_the_help_is_shown():
    assert "Commands:" in run().stderr


def test_an_expected_error_is_one_sentence_and_exit_code_1(tmp_path):
    (tmp_path / "file").write_text("")
    answer = run("lab", str(tmp_path / "file"), "--no-browser")
    assert answer.returncode == 1
    assert answer.stdout == ""
    assert answer.stderr.strip() == (
        f"There is a file where the folder {tmp_path / 'file'} is needed. Move it, or name another folder."
    )


def test_a_disk_that_cannot_be_written_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    answer = run("syllabus", "week", "--to", str(tmp_path / "file"))
    assert answer.returncode == 1
    assert answer.stderr.strip().splitlines()[-1].startswith(f"{tmp_path / 'file'} cannot be used: File exists.")
    assert "Traceback" not in answer.stderr


@pytest.mark.parametrize("error", [OSError("of no file"), FileNotFoundError(errno.ENOENT, "No such file", "ours.css")])
def test_a_fault_of_the_courses_own_is_not_taken_for_one_of_the_disk(monkeypatch, error):
    def broken(*_arguments, **_options):
        raise error

    monkeypatch.setattr("longwave.reader.lab.open_lab", broken)
    monkeypatch.setattr(sys, "argv", ["longwave", "lab"])
    with pytest.raises(OSError, match="no file|No such file"):
        cli.app()


def test_an_unknown_error_is_not_swallowed(monkeypatch):
    def broken(*_arguments, **_options):
        raise ZeroDivisionError

    monkeypatch.setattr("longwave.reader.lab.open_lab", broken)
    monkeypatch.setattr(sys, "argv", ["longwave", "lab"])
    with pytest.raises(ZeroDivisionError):
        cli.app()


def test_a_port_out_of_range_is_refused_before_anything_is_written(tmp_path):
    answer = run("lab", str(tmp_path / "mine"), "--port", "70000")
    assert answer.returncode == 2
    assert "--port" in answer.stderr
    assert "65535" in answer.stderr
    assert not (tmp_path / "mine").exists()


def test_the_options_of_lab_reach_it(monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr("longwave.reader.lab.open_lab", lambda *place, **how: asked.append((*place, how)))
    for arguments in ([], [str(tmp_path), "--port", "9000", "--no-browser", "--language", "zh_CN"]):
        monkeypatch.setattr(sys, "argv", ["longwave", "lab", *arguments])
        with pytest.raises(SystemExit) as stop:
            cli.app()
        assert not stop.value.code
    assert asked == [
        (None, 8888, {"browser": True, "language": "en"}),
        (tmp_path, 9000, {"browser": False, "language": "zh_CN"}),
    ]


@pytest.mark.parametrize("command", ["lab", "copy"])
def test_a_language_that_is_not_there_is_named_with_those_that_are(command, tmp_path):
    answer = run(command, str(tmp_path / "mine"), "--language", "xx")
    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr == "The course is not there in xx. Choose one of: en, zh_CN.\n"
    assert not (tmp_path / "mine").exists()


def test_copy_brings_the_lessons_and_says_where_they_are(tmp_path):
    answer = run("copy", str(tmp_path / "mine"))
    assert answer.returncode == 0
    assert answer.stdout.splitlines()[-1] == f"Your copy: {tmp_path / 'mine'}"
    assert (tmp_path / "mine" / "lessons" / "00-start-here.ipynb").is_file()
    again = run("copy", str(tmp_path / "mine"))
    assert again.stdout == f"Your copy: {tmp_path / 'mine'}\n"


@pytest.mark.parametrize(("ok", "code"), [(True, 0), (False, 1)])
def test_doctor_ends_with_1_if_a_check_fails(monkeypatch, capsys, ok, code):
    from longwave.reader import doctor

    finding = doctor.Finding("Disk", ok, "9 GB", "Free some space.")
    monkeypatch.setattr(doctor, "CHECKS", (lambda: finding,))
    monkeypatch.setattr(sys, "argv", ["longwave", "doctor"])
    with pytest.raises(SystemExit) as stop:
        cli.app()
    assert (stop.value.code or 0) == code
    assert "Disk: 9 GB" in capsys.readouterr().out


def test_progress_shows_the_readers_own_record(tmp_path, monkeypatch):
    monkeypatch.setenv("LONGWAVE_HOME", str(tmp_path))
    answer = run("progress")
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.strip()


def test_a_receipt_says_what_is_in_a_file_and_compares_its_code():
    sheet = str(course_folder() / "exercises" / "18-co-evolution" / "18-co-evolution.ipynb")
    answer = run("receipt", sheet, encoding="utf-8")
    assert answer.returncode == 0
    assert "0 of 7 answers found." in answer.stdout
    code = answer.stdout.partition("Code of your answers: ")[2][:11]
    assert run("receipt", sheet, "--check", code).returncode == 0
    other = run("receipt", sheet, "--check", "BBBBB-BBBBB")
    assert (other.returncode, code in other.stdout) == (1, True)
    assert run("receipt", __file__).returncode == 1
    assert "cannot be opened" in run("receipt", sheet + "x").stderr


def test_an_error_in_doctor_or_progress_is_told_without_a_traceback(monkeypatch, capsys):
    def ill():
        raise ExpectedError("The disk is full.")

    monkeypatch.setattr("longwave.reader.doctor.examine", ill)
    monkeypatch.setattr(sys, "argv", ["longwave", "doctor"])
    with pytest.raises(SystemExit) as stop:
        cli.app()
    assert stop.value.code == 1
    assert capsys.readouterr().err == "The disk is full.\n"


def test_the_help_is_worded_when_the_command_runs_so_that_it_follows_the_language(monkeypatch, capsys):
    monkeypatch.setattr(cli, "_", str.upper)
    monkeypatch.setattr(sys, "argv", ["longwave", "lab", "--help"])
    with pytest.raises(SystemExit):
        cli.app()
    shown = capsys.readouterr().out
    assert "OPEN THE COURSE IN JUPYTERLAB" in shown
    assert "ONLY PRINT THE ADDRESS" in shown


def test_datasets_are_listed_by_name():
    assert "\ninstitutes_table2 " in run("data", "list", check=True).stdout


def test_a_dataset_that_does_not_exist_is_an_expected_error():
    answer = run("data", "refresh", "institutes_tabel2")
    assert answer.returncode == 1
    assert "institutes_table2" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_claims_are_counted_by_verdict_and_by_what_the_lessons_teach():
    printed = run("claims", check=True).stdout
    assert printed.startswith(f"{passport('claims').rows} claims")
    assert "taught in written lessons" in printed

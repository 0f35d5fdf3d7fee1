"""The check of a reader's machine: each finding, well and ill."""

import socket
import sys
from pathlib import Path

import pytest

from longwave.reader import doctor, packages
from longwave.reader.doctor import Finding, examine, report


def test_every_check_has_a_name_a_message_and_where_it_fails_a_remedy():
    findings = examine()
    assert len({finding.name for finding in findings}) == len(doctor.CHECKS)
    for finding in findings:
        assert finding.message
        assert finding.ok or finding.remedy


def test_the_kernel_starts_and_adds():
    finding = doctor.check_kernel()
    assert (finding.ok, finding.message) == (True, "1 + 1 gives 2")


def test_a_kernel_that_cannot_import_the_course_fails(monkeypatch, tmp_path):
    (tmp_path / "longwave.py").write_text("raise ImportError('the course is not here')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    finding = doctor.check_kernel()
    assert not finding.ok
    assert "the course is not here" in finding.message


def test_this_python_passes():
    assert doctor.check_python().ok


@pytest.mark.parametrize("version", [(3, 10, 13), (3, 14, 0), (2, 7, 18)])
def test_another_python_fails_with_the_command_to_use_a_right_one(monkeypatch, version):
    monkeypatch.setattr(sys, "version_info", version)
    finding = doctor.check_python()
    assert not finding.ok
    assert "make PYTHON=/path/to/python3.12 lab" in finding.remedy


@pytest.fixture
def locked(tmp_path, monkeypatch):
    """Give a maker of locks that the check then reads."""
    monkeypatch.setattr(packages, "course_folder", lambda: tmp_path)

    def lock(*pins: str) -> None:
        lines = [f"{pin} \\\n    --hash=sha256:00" for pin in pins]
        (tmp_path / "requirements.lock").write_text("# a comment\n" + "\n".join(lines))

    return lock


def test_packages_at_their_locked_versions_pass(locked, monkeypatch):
    monkeypatch.setattr(packages, "version", lambda name: {"altair": "5.5.0"}[name])
    locked("altair==5.5.0", "colorama==0.4.6 ; sys_platform == 'nowhere'")
    assert doctor.check_packages().ok


def test_a_wrong_and_a_missing_package_are_named_with_the_command(locked, monkeypatch):
    def version(name: str) -> str:
        if name == "numpy":
            raise packages.PackageNotFoundError
        return "6.3.0"

    monkeypatch.setattr(packages, "version", version)
    locked("altair==5.5.0", "numpy==2.4.6")
    finding = doctor.check_packages()
    assert not finding.ok
    assert finding.message == "altair is 6.3.0, not 5.5.0; numpy is missing"
    assert finding.remedy.endswith("-m pip install -r requirements.lock")


def test_many_wrong_packages_do_not_fill_the_screen(locked, monkeypatch):
    monkeypatch.setattr(packages, "version", lambda name: "9")
    locked(*(f"package{number}==1" for number in range(8)))
    assert doctor.check_packages().message.endswith("and 5 more")


def test_without_a_lock_the_packages_own_requirements_count(tmp_path, monkeypatch):
    monkeypatch.setattr(packages, "course_folder", lambda: tmp_path)
    monkeypatch.setattr(packages, "requires", lambda name: ["altair<6", 'jupyterlab>=99 ; extra == "lab"'])
    monkeypatch.setattr(packages, "version", lambda name: "5.5.0")
    assert packages.wrong_packages() == ["jupyterlab is 5.5.0, not >=99"]


def test_jupyterlab_with_its_widget_extensions_passes():
    assert doctor.check_jupyterlab().ok


def test_a_missing_widget_extension_is_named(monkeypatch):
    monkeypatch.setattr(doctor, "WIDGET_EXTENSIONS", ("anywidget", "no-such-extension"))
    finding = doctor.check_jupyterlab()
    assert (finding.ok, finding.message) == (False, "extension missing: no-such-extension")


def test_a_missing_bundle_of_the_live_charts_fails_with_the_command_that_builds_it(tmp_path, monkeypatch):
    reader = tmp_path / "longwave" / "reader" / "doctor.py"
    (tmp_path / "longwave" / "widgets" / "static").mkdir(parents=True)
    monkeypatch.setattr(doctor, "__file__", str(reader))
    finding = doctor.check_live_charts()
    assert not finding.ok
    assert "pip install --no-deps --no-build-isolation -e ." in finding.remedy
    (tmp_path / "longwave" / "widgets" / "static" / "vega.js").write_text("")
    assert doctor.check_live_charts().ok


def test_readable_lessons_are_counted_and_a_broken_one_is_named(course, monkeypatch):
    monkeypatch.setattr(doctor, "course_folder", lambda: course)
    assert doctor.check_lessons() == Finding("Lessons", True, "2 can be read", doctor.check_lessons().remedy)
    (course / "lessons" / "01-stick.ipynb").write_text("{")
    broken = doctor.check_lessons()
    assert (broken.ok, broken.message) == (False, "01-stick.ipynb cannot be read")


def test_no_lessons_at_all_fail(tmp_path, monkeypatch):
    monkeypatch.setattr(doctor, "course_folder", lambda: tmp_path)
    assert not doctor.check_lessons().ok


def test_a_folder_that_can_be_written_passes(tmp_path, monkeypatch):
    monkeypatch.setattr(doctor, "default_copy", lambda: tmp_path / "not" / "yet" / "there")
    assert doctor.check_copy().ok
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_fails_with_another_to_name(tmp_path, monkeypatch):
    def read_only(dir):  # noqa: A002  (the name of tempfile's argument)
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(doctor, "default_copy", lambda: tmp_path)
    monkeypatch.setattr(doctor.tempfile, "TemporaryFile", read_only)
    finding = doctor.check_copy()
    assert (finding.ok, finding.remedy) == (False, "Name a folder of your own: longwave lab ~/longwave")


@pytest.mark.parametrize(("free", "ok"), [(5e9, True), (1e6, False)])
def test_the_free_space_decides(monkeypatch, free, ok):
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda folder: Disk(free))
    finding = doctor.check_disk()
    assert finding.ok is ok
    assert finding.message == f"{free / 1e9:.1f} GB free"


class Disk:
    """What shutil tells of a disk."""

    def __init__(self, free: float):
        self.free = free


def test_a_busy_port_is_no_fault(monkeypatch):
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        monkeypatch.setattr(doctor, "FIRST_PORT", busy.getsockname()[1])
        finding = doctor.check_port()
    assert finding.ok
    assert finding.message.endswith("is busy; the course takes the next free one")
    assert doctor.check_port().message.endswith("is free")


def test_a_machine_without_a_browser_is_no_fault(monkeypatch):
    monkeypatch.setattr(doctor, "browser_available", lambda: False)
    finding = doctor.check_browser()
    assert finding.ok
    assert "prints an address" in finding.message


def test_a_check_that_breaks_is_a_finding_and_the_others_go_on(monkeypatch):
    def check_moon():
        raise OSError("the moon is away")

    monkeypatch.setattr(doctor, "CHECKS", (check_moon, doctor.check_python))
    moon, python = examine()
    assert (moon.name, moon.ok, moon.message) == ("moon", False, "the moon is away")
    assert moon.remedy
    assert python.ok


def test_the_report_marks_failures_in_words_and_puts_the_remedy_below():
    text = report([Finding("Disk", True, "9 GB"), Finding("Port", False, "none", "Open one.")])
    assert text.splitlines() == ["ok    Disk: 9 GB", "FAIL  Port: none", "      To fix it: Open one."]


def test_a_python_in_a_folder_with_a_space_is_quoted_in_a_remedy(monkeypatch):
    monkeypatch.setattr(sys, "executable", str(Path("/my clone/.venv/bin/python")))
    assert doctor.check_live_charts().remedy.startswith('In the course\'s folder run: "/my clone/.venv/bin/python"')

"""Packages that an instructor adds for students' code, without a network: one that is installed, and made-up ones."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from longwave.reader.errors import ExpectedError
from longwave.teaching.folder.course import find_course
from longwave.teaching.folder.founding import new_course
from longwave.teaching.grading.grade import grade
from longwave.teaching.sandbox.kinds import Kind, shown_place
from longwave.teaching.sandbox.launch import Sandbox
from longwave.teaching.sandbox.packages import refuse_missing
from tests.teaching.conftest import LIMITS
from tests.teaching.test_sandbox import Student

PACKAGE = "editables"  # installed with the tests, and nothing of the course imports it
HOW_TO = Path(__file__).parents[2] / "docs" / "how-to" / "add-a-package.md"


def with_packages(folder, line):
    course = new_course(folder)
    path = course.root / "course.toml"
    path.write_text(path.read_text("utf-8") + line + "\n", "utf-8")
    return find_course(folder)


def test_the_settings_name_packages_and_a_new_course_has_none(tmp_path):
    assert new_course(tmp_path / "plain").packages == ()
    course = with_packages(tmp_path / "own", 'packages = ["matplotlib.pyplot", "seaborn", "seaborn"]')
    assert course.packages == ("matplotlib.pyplot", "seaborn")
    assert course.sandbox["memory_mb"] == 2048


@pytest.mark.parametrize("line", ['packages = "matplotlib"', "packages = [1]", 'packages = ["a b"]', 'packages = [""]'])
def test_what_is_no_list_of_names_is_refused(tmp_path, line):
    with pytest.raises(ExpectedError, match=r'packages in \[sandbox\] must be a list .* \["matplotlib.pyplot"\]'):
        with_packages(tmp_path / "course", line)


def test_nothing_is_graded_without_the_package_and_the_command_to_install_it_is_said(tmp_path):
    course = with_packages(tmp_path / "course", 'packages = ["made_up_package.plots"]')
    with pytest.raises(ExpectedError) as refused:
        grade(course, "18-co-evolution", Kind("none", isolates=False))
    assert "made_up_package.plots is in [sandbox] packages of course.toml and is not installed" in str(refused.value)
    assert str(refused.value).endswith(f"{sys.executable} -m pip install made_up_package")


def test_a_package_where_the_sandbox_shows_nothing_is_refused(tmp_path, monkeypatch):
    folder = tmp_path / "made_up_elsewhere"
    folder.mkdir()
    (folder / "__init__.py").write_text("raise RuntimeError('it was imported')")
    monkeypatch.syspath_prepend(tmp_path)
    assert shown_place(folder) is None
    with pytest.raises(ExpectedError, match="which the sandbox does not show"):
        refuse_missing(["made_up_elsewhere"])


def test_installed_packages_parts_of_python_and_parts_of_packages_pass():
    refuse_missing([PACKAGE, "pandas.plotting", "sqlite3", "sys", "xml.dom"])


def test_a_students_code_finds_the_package_imported_and_another_student_does_not(kind):
    found = {}
    for packages in ((), (PACKAGE,)):
        sandbox = Sandbox(replace(kind, packages=packages), LIMITS, worker=8)
        try:
            with Student(sandbox) as student:
                found[packages] = student.run(f"import sys\nprint('{PACKAGE}' in sys.modules)")
                assert student.run(f"import {PACKAGE}\nprint({PACKAGE}.__name__)") == PACKAGE
        finally:
            sandbox.close()
    assert found == {(): "False", (PACKAGE,): "True"}


def test_the_how_to_names_the_setting_as_it_is_read(tmp_path):
    (line,) = [line.strip() for line in HOW_TO.read_text("utf-8").splitlines() if line.strip().startswith("packages =")]
    assert with_packages(tmp_path / "course", line).packages == ("matplotlib.pyplot",)
    offered = (tmp_path / "course" / "course.toml").read_text("utf-8")
    assert f"# {line}\n" in offered

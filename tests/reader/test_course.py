"""Where the course is found, in a clone and in an installed wheel."""

from pathlib import Path

import pytest

from longwave.reader import course as course_module
from longwave.reader.course import course_folder, default_copy, lesson_to_open
from longwave.reader.errors import ExpectedError


@pytest.fixture
def installed(tmp_path, monkeypatch) -> Path:
    """Let the package lie in an installed wheel without lessons."""
    package = tmp_path / "site-packages" / "longwave"
    package.mkdir(parents=True)
    monkeypatch.setattr(course_module, "_PACKAGE", package)
    monkeypatch.setattr(course_module, "_CLONE", tmp_path)
    return package


def test_in_a_clone_the_course_is_the_clone_and_the_copy_is_one_that_git_ignores():
    clone = Path(__file__).parents[2]
    assert course_folder() == clone
    assert default_copy() == clone / "my-longwave"
    assert "/my-longwave/" in (clone / ".gitignore").read_text().splitlines()


def test_in_an_installed_wheel_the_course_is_in_the_package_and_the_copy_at_home(installed):
    (installed / "course" / "lessons").mkdir(parents=True)
    assert course_folder() == installed / "course"
    assert default_copy() == Path.home() / "longwave"


def test_an_installation_without_lessons_is_told_in_a_sentence(installed):
    with pytest.raises(ExpectedError, match="has no lessons in it"):
        course_folder()


def test_the_first_lesson_in_order_opens(course):
    assert lesson_to_open(course) == "lessons/00-start-here.ipynb"


def test_a_course_without_lessons_opens_none(tmp_path):
    assert lesson_to_open(tmp_path) is None

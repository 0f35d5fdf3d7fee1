"""An installed wheel carries the course, so that a class hub needs no clone."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

COURSE = "longwave/course"


@pytest.fixture
def installed(clone: Path, tmp_path: Path) -> Path:
    """Return a folder with the files of the wheel, as pip lays them."""
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet", "--wheel-dir", str(tmp_path)]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, str(clone)], check=True)
    (wheel,) = tmp_path.glob("longwave-*.whl")
    folder = tmp_path / "site-packages"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def test_the_wheel_brings_every_lesson_and_the_reader_gets_a_copy_at_home(clone, installed, tmp_path):
    for part in ("lessons", "exercises"):
        shipped = {path.relative_to(clone) for path in (clone / part).rglob("*.ipynb")}
        assert shipped == {
            path.relative_to(installed / COURSE) for path in (installed / COURSE / part).rglob("*.ipynb")
        }
    assert (installed / "longwave/widgets/static/vega.js").is_file()
    code = """
from longwave.reader.copy import refresh_copy
from longwave.reader.course import course_folder, default_copy, lesson_to_open
report = refresh_copy(default_copy())
print(course_folder(), report.folder, lesson_to_open(report.folder), sep="\\n")
"""
    environment = {**os.environ, "PYTHONPATH": str(installed), "HOME": str(tmp_path), "USERPROFILE": str(tmp_path)}
    command = [sys.executable, "-c", code]
    answer = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    course, copy, lesson = answer.stdout.splitlines() or [answer.stderr, "", ""]
    assert course == str(installed / COURSE)
    assert copy == str(tmp_path / "longwave")
    assert lesson == "lessons/00-start-here.ipynb"
    assert (tmp_path / "longwave" / lesson).is_file()

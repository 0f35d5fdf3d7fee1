"""A made-up course of three students, with one lesson released to them: fixtures, which `conftest.py` brings in."""

import json
import shutil
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from longwave.teaching.folder.course import Course, read_course
from longwave.teaching.folder.founding import new_course
from longwave.teaching.handout.release import release

LESSON = "18-co-evolution"
ROSTER = """\
student_id,first_name,last_name,email,lms_id,section
ann,Ann,Archer,ann@example.org,11,A
bob,Bob,O'Brien,bob@example.org,12,A
s_3,小明,王,ming@example.org,13,B
"""
DEADLINE = datetime(2026, 12, 1, 15, 59, tzinfo=UTC)
BEFORE, AFTER = datetime(2026, 11, 30, 8, 0, tzinfo=UTC), datetime(2026, 12, 2, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def released_course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course folder to be copied: a roster, a deadline, one lesson released."""
    course = new_course(tmp_path_factory.mktemp("courses") / "made-up")
    course.roster.write_text(ROSTER, encoding="utf-8")
    settings = course.root / "course.toml"
    text = settings.read_text("utf-8").replace("[deadlines]", f'[deadlines]\n"18" = {DEADLINE.isoformat()}')
    settings.write_text(text, "utf-8")
    release(read_course(course.root), LESSON)
    return course.root


@pytest.fixture
def course(released_course: Path, tmp_path: Path) -> Course:
    """A course of one's own, with one lesson released."""
    return read_course(Path(shutil.copytree(released_course, tmp_path / "course")))


@pytest.fixture
def handed_in(course: Course) -> Callable[..., bytes]:
    """Return a function that makes a student's notebook; the words make it differ from others."""

    def make(words: str = "", **metadata: object) -> bytes:
        notebook = json.loads(course.exercise(LESSON).read_bytes())
        notebook["metadata"].update(metadata)
        for cell in notebook["cells"]:
            if cell["id"] == "18-weight-answer":
                cell["source"] = f"weight = 0.25  # {words}"
        return json.dumps(notebook).encode()

    return make


@pytest.fixture
def pack(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that makes a zip of files; each has bytes, or bytes and a time."""

    def make(files: dict[str, object], name: str = "download.zip", moment: datetime = BEFORE) -> Path:
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bundle:
            for inside, content in files.items():
                content, time = content if isinstance(content, tuple) else (content, moment)
                local = time.astimezone().timetuple()[:6]
                bundle.writestr(zipfile.ZipInfo(inside, date_time=local), content)
        return path

    return make


@pytest.fixture
def everything() -> Callable[[Path], dict[str, bytes]]:
    """Return a function that reads all files below a folder, so that a test can see that nothing changed."""

    def read(folder: Path) -> dict[str, bytes]:
        paths = sorted(path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}

    return read


@pytest.fixture
def submitted(course: Course, handed_in: Callable[..., bytes]) -> Course:
    """A course of one's own in which ann and bob handed in."""
    for student in ("ann", "bob"):
        path = course.submission(student, LESSON)
        path.parent.mkdir(parents=True)
        path.write_bytes(handed_in(student))
    return course

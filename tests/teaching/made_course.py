"""A course folder with a class that has handed in, for the tests of grading."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from longwave.teaching.folder.course import Course, find_course
from longwave.teaching.folder.founding import new_course
from longwave.teaching.handout.release import release
from tests.teaching.classroom import LESSON

LIMITS = {"seconds": 30, "memory_mb": 600, "processes": 32, "disk_mb": 16, "output_kb": 8}


def made_course(folder: Path, handed_in: Mapping[str, bytes], lesson: str = LESSON) -> Course:
    """Return a course with this roster, in which the lesson is released and these notebooks are collected."""
    course = new_course(folder)
    settings = folder / "course.toml"
    text = settings.read_text(encoding="utf-8")
    for name, limit in LIMITS.items():
        text = "\n".join(f"{name} = {limit}" if line.startswith(f"{name} =") else line for line in text.split("\n"))
    settings.write_text(text, encoding="utf-8")
    course.roster.write_text("student_id,first_name,last_name\n" + "".join(f"{name},{name},\n" for name in handed_in))
    course = find_course(folder)
    release(course, lesson)
    for student, content in handed_in.items():
        path = course.submission(student, lesson)
        path.parent.mkdir(parents=True)
        path.write_bytes(content)
        path.with_name("timestamp.txt").write_text("2026-11-27 10:00:00 UTC")
    return course


def copied(course: Course, folder: Path) -> Course:
    """Return a copy of a course in another folder."""
    shutil.copytree(course.root, folder)
    return find_course(folder)

"""Start a lesson: `python -m tools.new_lesson 25 small-firms-wait --topic waiting --title "Why wait?"`.

It writes a whole lesson with a small invented example: notebook, tasks, exercises, instructor's page, tests, and for a
new topic its folder. All is made and checked in a copy of the course first. If anything is wrong, nothing is written.
"""

import argparse
import importlib
import keyword
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat

from longwave.panels import Panel
from longwave.teaching.folder.student_copy import student_copy
from tools.files import ROOT, serialise, write_atomically
from tools.scaffold.files import Plan, files_of

OWN_TITLE = "From how many pieces does a machine pay?"
LONGEST_TITLE = 90
COPIED = ("src/longwave", "tools", "datasets")
GENERATORS = ("reference", "guide", "architecture", "i18n")


class RefusedError(Exception):
    """The lesson cannot be made as asked; the message says why."""


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the command; return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.new_lesson", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("number", help="two digits, such as 25")
    parser.add_argument("slug", help="words joined by hyphens, such as small-firms-wait")
    parser.add_argument("--topic", required=True, help="the folder in longwave.topics; it is made if it is new")
    parser.add_argument("--title", default=OWN_TITLE, help="a question; default: that of the example")
    options = parser.parse_args(arguments)
    try:
        plan = plan_of(options.number, options.slug, options.topic, options.title, root)
        files = finished_files(plan, root)
    except RefusedError as refused:
        print(refused, file=sys.stderr)
        return 1
    write_all(files, root)
    print(farewell(plan, files))
    return 0


def plan_of(number: str, words: str, topic: str, title: str, root: Path) -> Plan:
    """Return the plan of a lesson; a RefusedError says what is wrong with its names or is there already."""
    _refuse_bad_names(number, words, topic, title)
    taken = [*root.glob(f"lessons/{number}-*"), *root.glob(f"src/longwave/topics/*/tasks/lesson_{number}.py")]
    if taken:
        raise RefusedError(f"Lesson {number} is there already: {taken[0].relative_to(root)}. Take another number.")
    earlier = sorted(path.stem for path in root.glob("lessons/*.ipynb") if path.stem[:2] < number)
    if not earlier:
        raise RefusedError(f"No lesson comes before {number}. Take a higher number.")
    new = not (root / "src/longwave/topics" / topic / "__init__.py").exists()
    panel = "machine_panel" if new else _panel_of(topic)
    plan = Plan(number, words, title, topic, earlier[-1], panel, new)
    there = [place for place in (*files_of(plan), plan.exercise) if (root / place).exists()]
    if there:
        raise RefusedError(f"These files are there already: {', '.join(map(str, there))}. Nothing was written.")
    return plan


def _refuse_bad_names(number: str, words: str, topic: str, title: str) -> None:
    if not re.fullmatch(r"\d\d", number):
        raise RefusedError(f"The number {number!r} is not two digits, such as 25.")
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", words):
        raise RefusedError(f"The slug {words!r} is not lowercase words joined by hyphens, such as small-firms-wait.")
    if not re.fullmatch(r"[a-z]+(_[a-z]+)*", topic) or keyword.iskeyword(topic):
        raise RefusedError(f"The topic {topic!r} is not lowercase words joined by underscores, such as small_firms.")
    if not title.endswith("?") or len(title) > LONGEST_TITLE or re.search(r'["\\{}\n*_`#|]', title):
        raise RefusedError(f"The title {title!r} is not one plain question of at most {LONGEST_TITLE} letters.")


def _panel_of(topic: str) -> str:
    """Return the first panel on a topic's face."""
    face = importlib.import_module(f"longwave.topics.{topic}")
    for name in sorted(face.__all__):
        if getattr(getattr(face, name), "__annotations__", {}).get("return") is Panel:
            return str(name)
    raise RefusedError(f"The topic {topic} has no panel to show in a lesson. Write one first, or name a new topic.")


def finished_files(plan: Plan, root: Path) -> dict[Path, bytes]:
    """Return every file of the lesson, the notebooks run and checked in a copy of the course."""
    with tempfile.TemporaryDirectory(prefix="longwave-lesson-") as folder:
        copy = Path(folder)
        _copy_course(root, copy)
        files = files_of(plan)
        solution = nbformat.reads(files[plan.solution].decode(), as_version=4)
        files[plan.exercise] = serialise(student_copy(solution))
        write_all(files, copy)
        _run(copy, "tools.notebooks", plan.lesson, plan.solution)
        _run(copy, "tools.notebooks", "--check", plan.lesson, plan.solution)
        return {place: (copy / place).read_bytes() for place in files}


def _copy_course(root: Path, copy: Path) -> None:
    """Copy what the notebooks and their rules need: the library, the tools, the data, and the names of the lessons."""
    leave_out = shutil.ignore_patterns("__pycache__")
    for part in COPIED:
        shutil.copytree(root / part, copy / part, ignore=leave_out)
    (copy / "lessons").mkdir()
    for lesson in root.glob("lessons/*.ipynb"):
        (copy / "lessons" / lesson.name).touch()


def _run(copy: Path, tool: str, *arguments: str | Path) -> None:
    """Run one of the tools on the copy, with its library; a RefusedError holds what it said."""
    environment = {**os.environ, "PYTHONPATH": str(copy / "src")}
    command = [sys.executable, "-m", tool, *map(str, arguments)]
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise RefusedError(f"The scaffold breaks a rule, so nothing was written:\n{done.stdout}{done.stderr}")


def write_all(files: dict[Path, bytes], root: Path) -> None:
    """Write the files, or none of them."""
    written: list[Path] = []
    try:
        for place, content in files.items():
            write_atomically(root / place, content)
            written.append(root / place)
    except BaseException:
        for path in written:
            path.unlink()
        raise


def farewell(plan: Plan, files: dict[Path, bytes]) -> str:
    """Return what was written, and where to go on."""
    first = plan.package / ("models.py" if plan.new else f"tasks/lesson_{plan.number}.py")
    generators = " && ".join(f"python -m tools.{name}" for name in GENERATORS)
    return "\n".join(
        [
            f"Lesson {plan.number} is there, with an invented example. Written:",
            *(f"  {place.as_posix()}" for place in sorted(files)),
            "",
            "Go on in this order:",
            f"1. {first.as_posix()}: what the lesson is about, with its tests in {plan.tests.as_posix()}",
            f"2. {plan.lesson.as_posix()}: the puzzle first, then part by part",
            f"3. {plan.solution.as_posix()}, then: python -m tools.exercises",
            f"4. {plan.guide.as_posix()}: how to teach it",
            f"5. What is made from the code: {generators}",
            "docs/how-to/write-a-lesson.md says more.",
        ]
    )


if __name__ == "__main__":
    sys.exit(main())

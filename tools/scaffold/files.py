"""Fill in the templates of a lesson: which files there are, and what each one holds."""

import re
from dataclasses import asdict, dataclass
from pathlib import Path

import jinja2

from longwave.tasks.kinds import choice_digest
from longwave.teaching.meeting.minutes import measured_minutes
from tools.files import serialise
from tools.scaffold.notebooks import notebook

TEMPLATES = Path(__file__).with_name("templates")
RIGHT_LETTER = "b"


@dataclass(frozen=True)
class Plan:
    """What a new lesson is called and where it goes.

    `panel` is the panel that the lesson shows: the scaffold's own in a new topic, else one that the topic has already.
    """

    number: str
    words: str  # the slug without its number
    title: str
    topic: str
    previous: str  # the slug of the lesson before
    panel: str
    new: bool  # whether the topic is new

    @property
    def slug(self) -> str:
        """The name of the lesson's files."""
        return f"{self.number}-{self.words}"

    @property
    def lesson(self) -> Path:
        """The place of the lesson's notebook."""
        return Path("lessons", f"{self.slug}.ipynb")

    @property
    def solution(self) -> Path:
        """The place of the notebook of tasks."""
        return Path("solutions", self.slug, f"{self.slug}.ipynb")

    @property
    def exercise(self) -> Path:
        """The place of the students' copy."""
        return Path("exercises", self.slug, f"{self.slug}.ipynb")

    @property
    def guide(self) -> Path:
        """The place of the instructor's page."""
        return Path("docs", "instructor", f"{self.slug}.md")

    @property
    def package(self) -> Path:
        """The folder of the topic."""
        return Path("src", "longwave", "topics", self.topic)

    @property
    def tests(self) -> Path:
        """The folder of the topic's tests."""
        return Path("tests", "topics", self.topic)


def files_of(plan: Plan) -> dict[Path, bytes]:
    """Return what is written by hand in a lesson, by place; the notebooks have no outputs yet."""
    tasks = plan.package / "tasks"
    found = {
        tasks / f"lesson_{plan.number}.py": _text(plan, "tasks.py.txt"),
        plan.tests / f"answers_lesson_{plan.number}.py": _text(plan, "answers.py.txt"),
        plan.guide: _text(plan, "guide.md"),
        plan.lesson: _notebook(plan, "lesson.md", _about(plan)),
        plan.solution: _notebook(plan, "solutions.md", {}),
    }
    if plan.new:
        found |= {plan.package / part: _text(plan, f"topic/{part}.txt") for part in _parts()}
        found[plan.tests / "test_models.py"] = _text(plan, "test_models.py.txt")
    return found


def _parts() -> list[str]:
    """Return the files of a topic, by their places in its folder."""
    folder = TEMPLATES / "topic"
    return sorted(file.relative_to(folder).as_posix().removesuffix(".txt") for file in folder.rglob("*.txt"))


def _text(plan: Plan, template: str) -> bytes:
    return _filled(plan, template).encode()


def _filled(plan: Plan, template: str, minutes: int = 0) -> str:
    environment = jinja2.Environment(
        undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    known = {**asdict(plan), "slug": plan.slug, "minutes": minutes}
    known["digest"] = choice_digest(f"{plan.number}-quiz-below", RIGHT_LETTER)
    return environment.from_string((TEMPLATES / template).read_text("utf-8")).render(known)


def _notebook(plan: Plan, template: str, about: dict[str, object]) -> bytes:
    """Return a notebook of a template, which says how long it takes, as measured."""
    graded = template == "solutions.md"
    minutes = measured_minutes(notebook(_filled(plan, template), graded).cells)
    made = notebook(_filled(plan, template, minutes), graded)
    heading = re.sub(r"^# ", "", made.cells[0].source.split("\n")[0])
    made.metadata["longwave"] = {"slug": plan.slug, "title": heading, "minutes": minutes, **about}
    return serialise(made)


def _about(plan: Plan) -> dict[str, object]:
    """Return what the lesson says of itself: its outcomes, each with the tasks that test it, and what it builds on."""
    tests = {
        "Compute the number of pieces from which a machine pays": ("quiz-hand", "break-even"),
        "Compare two ways of working at a given number of pieces": ("quiz-below", "saved", "cheaper"),
        "Judge what a comparison of costs leaves out": ("quiz-rent", "per-piece", "argued-machine"),
    }
    listed = [
        {"id": f"outcome-{place}", "text": text, "tasks": [f"{plan.number}-{task}" for task in tasks]}
        for place, (text, tasks) in enumerate(tests.items(), start=1)
    ]
    return {"outcomes": listed, "prerequisites": [plan.previous], "claims": [], "passages": []}

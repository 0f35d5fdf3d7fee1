"""The two notebooks of the concept test: assignments of a course like any other, made in its private folder."""

from dataclasses import dataclass, field
from math import ceil

from nbformat import NotebookNode

from longwave.i18n import _
from longwave.marks import named
from longwave.reader.files import write_whole
from longwave.teaching.bar import Bar, plain
from longwave.teaching.cells import ANSWER, PROMPT, TESTS, name_in_task
from longwave.teaching.concepts.question import Question
from longwave.teaching.concepts.questions import questions
from longwave.teaching.folder.course import Course
from longwave.teaching.notebooks import new_cell, new_notebook, serialise

BEFORE, AFTER = "90-concepts-before", "91-concepts-after"
MINUTES_A_QUESTION = 1.25  # our estimate


@dataclass
class ConceptsReport:
    """Which notebooks were written."""

    written: list[str] = field(default_factory=list)
    dry_run: bool = False

    def lines(self) -> list[str]:
        """Return the report, a line for each thing."""
        sentence = _("Would write: {name}") if self.dry_run else _("Written: {name}")
        found = [sentence.format(name=name) for name in self.written] or [_("Both tests are there already.")]
        return [*found, _("Next, before the first lesson: longwave release {lesson}").format(lesson=BEFORE)]


def concepts(course: Course, dry_run: bool = False, bar: Bar = plain, part: int | None = None) -> ConceptsReport:
    """Put the test before and the test after into a course's solutions; what is there is left alone.

    `part` asks only the questions on that part of the course.
    """
    report = ConceptsReport(dry_run=dry_run)
    for slug in bar([BEFORE, AFTER], _("concept test")):
        path = course.solution(slug)
        if path.exists():
            continue
        report.written.append(slug)
        if not dry_run:
            write_whole(path, serialise(concept_notebook(slug, part)))
    return report


def concept_notebook(slug: str, part: int | None = None) -> NotebookNode:
    """Return one of the two notebooks, as a source with hidden tests."""
    asked = questions(part)
    minutes = 5 * ceil(len(asked) * MINUTES_A_QUESTION / 5)
    title = (
        _("Before the course: what do you think?") if slug == BEFORE else _("After the course: what do you think now?")
    )
    opening = _(
        "# {title}\n\n{count} questions, about {minutes} minutes, without a book. In place of each `...` put one "
        'letter in quotes, such as `"b"`; leave it if you do not know. No marks depend on it.'
    )
    cells = [_cell("markdown", "title", opening.format(title=title, count=len(asked), minutes=minutes))]
    for place, question in enumerate(asked, start=1):
        cells += _cells(place, question)
    metadata = {
        "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
        "longwave": {"slug": slug, "title": title, "minutes": minutes},
    }
    return new_notebook(cells, metadata)


def _cells(place: int, question: Question) -> list[NotebookNode]:
    options = "\n".join(f"- `{letter!r}` {text}".replace("'", '"', 2) for letter, text in question.options.items())
    name = f"q{question.lesson}"
    answer = f"{name} = ...\n### BEGIN SOLUTION\n# Only a digest of the right letter is kept.\n### END SOLUTION"
    test = (
        "# Run by the grader.\n### BEGIN HIDDEN TESTS\nfrom longwave.tasks.kinds import choice_digest\n"
        f'assert choice_digest("{question.id}", str({name}).strip().lower()) == "{question.right}"\n'
        "### END HIDDEN TESTS"
    )
    prompt = f"## {place}.\n\n{question.text}\n\n{options}"
    return [
        _cell("markdown", name_in_task(question.id, PROMPT), prompt),
        _cell("code", name_in_task(question.id, ANSWER), answer, solution=True, locked=False),
        _cell("code", name_in_task(question.id, TESTS), test, grade=True, points=1),
    ]


def _cell(kind: str, name: str, source: str, **marks: object) -> NotebookNode:
    return new_cell(kind, source, name, named(name, **{"locked": True, **marks}))

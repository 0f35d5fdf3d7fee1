"""The questions under “Check yourself” of a lesson that ask for a letter or for one number."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from nbformat import NotebookNode

from longwave.i18n import _
from longwave.tasks.checking import judge
from longwave.tasks.task import Task, lesson_tasks
from longwave.teaching.cells import is_code
from longwave.teaching.export.markup import as_html, as_line, givens, question_and_options
from longwave.teaching.export.numbers import number_replies
from longwave.teaching.export.question import Question, Reply, html, named
from longwave.teaching.handout.variants.numerals import calls_of
from longwave.teaching.meeting.lessons import lesson_notebook

SECTION = "## Check yourself"


@dataclass
class SelfChecks:
    """The questions of a lesson, and by its id why a task of the same section is not among them."""

    questions: list[Question] = field(default_factory=list)
    left_out: dict[str, str] = field(default_factory=dict)


def self_checks(slug: str) -> SelfChecks:
    """Return the questions of a lesson's section “Check yourself”."""
    found, notebook = SelfChecks(), lesson_notebook(slug)
    tasks = {task.id: task for task in lesson_tasks(slug[:2])}
    topic = f"{slug[:2]}. {notebook.metadata['longwave']['title']}"
    for prompt, source in _in_section(notebook):
        for task in (task for task in tasks.values() if calls_of(source, ("check",), task.id)):
            if task.kind == "choice":
                found.questions.append(_choice(task, topic, prompt, source))
            elif task.kind == "number" and task.right is not None:
                found.questions.append(_number(task, topic, prompt, source))
            else:
                found.left_out[task.id] = _("it asks for more than a letter or one number")
    return found


def _in_section(notebook: NotebookNode) -> Iterator[tuple[str, str]]:
    """Yield each code cell of the section with the text above it."""
    inside, prompt = False, ""
    for cell in notebook.cells:
        if is_code(cell):
            if inside:
                yield prompt, cell.source
            continue
        prompt = cell.source
        if prompt.startswith("## "):
            inside = prompt.startswith(SECTION)


def _choice(task: Task, topic: str, prompt: str, source: str) -> Question:
    text, options = question_and_options(prompt)
    replies = [_letter(task, letter) for letter in options]
    shown = {letter: as_line(option) for letter, option in options.items()}
    return Question(
        task.id,
        _("Self-checks"),
        topic,
        task.title,
        as_html(text) + givens(source),
        tuple(replies),
        shown,
        hints=tuple(map(html, task.hints)),
    )


def _letter(task: Task, letter: str) -> Reply:
    result = judge(task, letter)
    if result.status == "right":
        return Reply(letter, True, html(f"{_('Right.')} {result.message}"))
    return Reply(letter, False, named(result.mistake_name, result.message), result.mistake_name)


def _number(task: Task, topic: str, prompt: str, source: str) -> Question:
    text, _options = question_and_options(prompt)
    asked = _("Answer with {expects}.").format(expects=task.expects)
    otherwise = _("Not yet. The task asks for {expects}. Which step can you check by hand?")
    return Question(
        task.id,
        _("Self-checks"),
        topic,
        task.title,
        as_html(text) + givens(source) + f"<p>{escape(asked)}</p>",
        number_replies(task),
        {},
        html(otherwise.format(expects=task.expects)),
        tuple(map(html, task.hints)),
    )

"""The commands about argued answers: to read them, to mark them, to compare markers, to look again."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from longwave.i18n import _

Open = Callable[[Path | None, str], tuple[Any, str]]  # finds the course, and the slug of a lesson in it
Tell = Callable[[Any], None]  # prints a report


def add_argued(program: typer.Typer, words: Any, opened: Open, tell: Tell) -> None:
    """Add the commands.

    Args:
        program: where to add them.
        words: help texts that they share with other commands.
        opened: finds the course and the lesson.
        tell: prints a report.
    """
    _add_answers(program, words, opened, tell)
    marks = typer.Typer(no_args_is_help=True, help=_("Marks of argued answers: out as a table, in, and compared."))
    for add in (_add_export, _add_import, _add_compare, _add_who):
        add(marks, words, opened, tell)
    program.add_typer(marks, name="marks")
    _add_regrade(program, words, opened, tell)


def _task() -> Any:
    return typer.Argument(help=_("The argued task. Left out: all of the lesson."), metavar="[TASK]")


def _marker(help_text: str) -> Any:
    return typer.Option("--by", help=help_text, metavar="NAME")


def _add_answers(program: typer.Typer, words: Any, opened: Open, tell: Tell) -> None:
    page_help = _("Write a page for each question, with all answers side by side, the rubric and the anchors.")
    anonymous_help = _("Name nobody: answers have code names, which only this folder can turn back.")
    marker_help = _("Begin with this marker's own points, and show nobody else's.")

    @program.command("answers", help=_("List the argued answers of a lesson, or write a page to read and mark them."))
    def answers(
        lesson: Annotated[str, words.lesson],
        task: Annotated[str | None, _task()] = None,
        course: Annotated[Path | None, words.course] = None,
        page: Annotated[bool, typer.Option("--page", help=page_help)] = False,
        anonymous: Annotated[bool, typer.Option("--anonymous", help=anonymous_help)] = False,
        by: Annotated[str | None, _marker(marker_help)] = None,
        dry_run: Annotated[bool, words.dry_run] = False,
    ) -> None:
        found, slug = opened(course, lesson)
        from longwave.teaching.argued.side_by_side import answers as step

        tell(step(found, slug, task, as_page=page, anonymous=anonymous, marker=by, dry_run=dry_run))


def _add_export(marks: typer.Typer, words: Any, opened: Open, tell: Tell) -> None:
    marker_help = _("Begin with this marker's own points, and with nobody else's. Left out: the points that count.")
    to_help = _("The file. Left out: one in marks/, under a new name if somebody has worked on the old one.")

    @marks.command("export", help=_("Write a table for markers: code, row, points, comment."))
    def export(
        lesson: Annotated[str, words.lesson],
        task: Annotated[str | None, _task()] = None,
        course: Annotated[Path | None, words.course] = None,
        by: Annotated[str | None, _marker(marker_help)] = None,
        to: Annotated[Path | None, typer.Option("--to", help=to_help)] = None,
        dry_run: Annotated[bool, words.dry_run] = False,
    ) -> None:
        found, slug = opened(course, lesson)
        from longwave.teaching.argued.giving import marks_export as step

        tell(step(found, slug, task, marker=by, to=to, dry_run=dry_run))


def _add_import(marks: typer.Typer, words: Any, opened: Open, tell: Tell) -> None:
    file_help = _("The table, as it comes back from the marker, perhaps from a spreadsheet.")
    marker_help = _("Who gave these points. The log has the name.")
    why_help = _("Why, for the log. Left out: the name of the table.")
    over_help = _("Take the points even where formgrader or another marker gave others. It needs --why.")
    second_help = _("Keep them as a second reading, beside the points that count.")

    @marks.command("import", help=_("Take points and comments from a table: all of them, or none if a line is wrong."))
    def take(
        lesson: Annotated[str, words.lesson],
        table: Annotated[Path, typer.Argument(help=file_help, metavar="TABLE")],
        by: Annotated[str, _marker(marker_help)],
        course: Annotated[Path | None, words.course] = None,
        why: Annotated[str, typer.Option("--why", help=why_help)] = "",
        over: Annotated[bool, typer.Option("--over", help=over_help)] = False,
        second: Annotated[bool, typer.Option("--second", help=second_help)] = False,
        dry_run: Annotated[bool, words.dry_run] = False,
    ) -> None:
        found, slug = opened(course, lesson)
        from longwave.teaching.argued.taking import marks_import as step

        tell(step(found, slug, table, by, why=why, over=over, second=second, dry_run=dry_run))


def _add_who(marks: typer.Typer, words: Any, opened: Open, tell: Tell) -> None:
    codes_help = _("Code names of answers. Left out: all of the lesson.")

    @marks.command("who", help=_("Turn code names of answers back into students."))
    def who(
        lesson: Annotated[str, words.lesson],
        codes: Annotated[list[str] | None, typer.Argument(help=codes_help, metavar="[CODE]…")] = None,
        course: Annotated[Path | None, words.course] = None,
    ) -> None:
        found, slug = opened(course, lesson)
        from longwave.teaching.argued.who import who as step

        tell(step(found, slug, codes or []))


def _add_compare(marks: typer.Typer, words: Any, opened: Open, tell: Tell) -> None:
    @marks.command("compare", help=_("Say how far two markers agree, and where they differ by more than a point."))
    def compare(
        lesson: Annotated[str, words.lesson],
        task: Annotated[str | None, _task()] = None,
        course: Annotated[Path | None, words.course] = None,
    ) -> None:
        found, slug = opened(course, lesson)
        from longwave.teaching.argued.comparing import compare as step

        tell(step(found, slug, task))


def _add_regrade(program: typer.Typer, words: Any, opened: Open, tell: Tell) -> None:
    student_help = _("The student. Left out: the open requests are listed.")
    why_help = _("What the student says. The report shows it until it is answered.")
    answer_help = _("What came of it. Points are changed in formgrader or by a table, not here.")
    who_help = _("Who notes or answers it. The log has the name.")

    @program.command("regrade", help=_("Note a student's request to look again, answer it, or list what is open."))
    def regrade(
        lesson: Annotated[str, words.lesson],
        student: Annotated[str | None, typer.Argument(help=student_help, metavar="[STUDENT]")] = None,
        course: Annotated[Path | None, words.course] = None,
        why: Annotated[str, typer.Option("--why", help=why_help)] = "",
        answer: Annotated[str, typer.Option("--answer", help=answer_help)] = "",
        task: Annotated[str | None, typer.Option("--task", help=_("The task. Left out: the whole sheet."))] = None,
        by: Annotated[str, _marker(who_help)] = "instructor",
        dry_run: Annotated[bool, words.dry_run] = False,
    ) -> None:
        found, slug = opened(course, lesson)
        from longwave.teaching.argued.regrading import regrade as step

        tell(step(found, slug, student, why=why, answer=answer, task=task, who=by, dry_run=dry_run))

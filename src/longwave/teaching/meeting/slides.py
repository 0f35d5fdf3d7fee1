"""Slides of a lesson: one file for a browser, without a network, from the lesson's own stored notebook."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from longwave.i18n import _
from longwave.reader.files import write_whole
from longwave.teaching.bar import Bar, plain
from longwave.teaching.meeting.guide import guide_page, plan, steps_beside
from longwave.teaching.meeting.lessons import find_lesson, lesson_notebook
from longwave.teaching.pages.page import page

if TYPE_CHECKING:
    from longwave.teaching.meeting.deck import Slide


@dataclass(frozen=True)
class SlidesReport:
    """What `slides` wrote, or would write."""

    lesson: str
    file: Path
    slides: int
    notes: int  # slides with a row of the guide's plan
    dry_run: bool

    def lines(self) -> list[str]:
        """Return the report, a sentence in each line."""
        lines = [_("{lesson}: {count} slides.").format(lesson=self.lesson, count=self.slides)]
        if not self.notes:
            lines.append(_("The instructor's guide has no page on it, so the slides have no notes."))
        sentence = _("Would write: {file}") if self.dry_run else _("Open it in a browser: {file}")
        return [*lines, sentence.format(file=self.file)]


def slides(lesson: str, folder: Path, dry_run: bool = False, bar: Bar = plain) -> SlidesReport:
    """Write the slides of a lesson as one HTML file that needs nothing else.

    Args:
        lesson: the lesson, such as `18` or `18-co-evolution`.
        folder: where the file goes, as SLUG-slides.html; one from before is replaced.
        dry_run: write nothing.
        bar: shows how far it is.

    Raises:
        ExpectedError: if there is no such lesson.
    """
    # These need packages of the extra `teach`.
    from longwave.teaching.meeting.deck import deck

    slug = find_lesson(lesson)
    notebook = lesson_notebook(slug)
    made = deck(bar(notebook.cells, slug))
    notes = _notes(slug, made)
    content = page("slides", words=_words(), title=f"{slug[:2]} · {made[0].section}", slides=made, notes=notes)
    file = folder / f"{slug}-slides.html"
    if not dry_run:
        write_whole(file, content)
    return SlidesReport(slug, file, len(made), sum(map(bool, notes)), dry_run)


def _notes(slug: str, made: "list[Slide]") -> list[list[dict[str, Any]]]:
    """Return for each slide the rows of the guide's plan that belong to its section."""
    from markupsafe import Markup

    from longwave.teaching.meeting.deck import sections
    from longwave.teaching.meeting.prose import in_line

    found = guide_page(slug)
    steps = plan(found.read_text(encoding="utf-8")) if found else []
    order = list(sections(made))
    beside = dict(zip(order, steps_beside(order, steps), strict=True))
    return [
        [
            {
                "time": f"{step.start}–{step.end}",
                "instructor": Markup(in_line(step.instructor)),
                "students": Markup(in_line(step.students)),
            }
            for step in beside[slide.section]
        ]
        for slide in made
    ]


def _words() -> dict[str, str]:
    return {
        "how": _("Arrow keys or space: go on and back. Home, End: first, last. N: notes for the presenter."),
        "notes": _("Notes for the presenter"),
        "you": _("You:"),
        "they": _("They:"),
        "live": _("Live in the lesson, cell"),
        "minutes": _("min"),
    }

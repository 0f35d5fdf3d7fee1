"""What a collection reports: each student, each file, and what became of them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from longwave.i18n import _

MOST_NAMED = 20  # files of one student in one part of the report; all are in the folder of what was set aside


@dataclass(frozen=True)
class Note:
    """One thing to report. kind: see `CollectReport.lines`; `student` is empty where none is known."""

    kind: str
    student: str
    name: str = ""
    reason: str = ""


@dataclass
class CollectReport:
    """What became of each student, and of each file."""

    lesson: str
    dry_run: bool
    notes: list[Note] = field(default_factory=list)
    aside: Path | None = None
    codes: dict[str, str] = field(default_factory=dict)  # of the answers, by student

    def students(self, kind: str) -> list[str]:
        """Return the students of a kind of note, each once, in order."""
        return sorted({note.student for note in self.notes if note.kind == kind and note.student})

    def lines(self) -> list[str]:
        """Return the report, a line for each thing."""
        start = _("{lesson}: nothing is written in a dry run.") if self.dry_run else _("{lesson}:")
        found = [start.format(lesson=self.lesson)]
        for kind, words in _headings().items():
            notes = [note for note in self.notes if note.kind == kind]
            if notes:
                found.append(words.format(count=len(notes), students=_names(notes)))
                found += [f"  {line}" for line in _listed(notes)]
        if self.codes:
            found.append(_("Codes of the answers, as on the students' receipts:"))
            found += [f"  {student}: {code or _('cannot be graded')}" for student, code in sorted(self.codes.items())]
        if self.aside:
            found.append(_("Set aside, with the reasons: {folder}").format(folder=self.aside))
        return found


def _headings() -> dict[str, str]:
    return {
        "collected": _("Collected: {count}"),
        "replaced": _("Newer than before, so they replace the older: {count} ({students})"),
        "unchanged": _("The same as before: {count}"),
        "trimmed": _("Without what their cells printed, as it is too large: {count}"),
        "mended": _("In the place of a file that could not be used, and of its time: {count}"),
        "late": _("Late: {count}"),
        "time unknown": _("Perhaps late: the download does not say when: {count} ({students})"),
        "missing": _("Missing: {count} ({students})"),
        "without a notebook": _("Handed in, but no notebook; see “Other files”: {count} ({students})"),
        "unreadable": _("Unreadable: {count}"),
        "other lesson": _("Notebooks of something else: {count}"),
        "duplicate": _("More than one: the newest counts, these do not: {count}"),
        "older": _("Older than what is here already: {count}"),
        "renamed": _("Under another name, known by its cells: {count}"),
        "no owner": _("Whose they are is not known: {count}"),
        "no notebook": _("Other files: {count}"),
        "left over": _("Files of systems and editors: {count}"),
        "left in place": _("Could not be copied, and are in the download only: {count}"),
    }


def _names(notes: Iterable[Note]) -> str:
    return ", ".join(sorted({note.student for note in notes if note.student}))


def _listed(notes: Iterable[Note]) -> Iterator[str]:
    """Yield a line for each note that says something, and of no student more than a few: the list is for the class."""
    counts = Counter[str]()
    for note in notes:
        if note.name or note.reason:
            counts[note.student] += 1
            if not note.student or counts[note.student] <= MOST_NAMED:
                yield _line(note)
    for student, count in counts.items():
        if student and count > MOST_NAMED:
            yield _("{student}: and {count} more").format(student=student, count=count - MOST_NAMED)


def _line(note: Note) -> str:
    return ": ".join(part for part in (note.student, note.name, note.reason) if part)

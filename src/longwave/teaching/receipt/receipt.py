"""The receipt of one file: collecting judges it, grading reads it, and what they find is said in plain sentences."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from longwave.i18n import _
from longwave.teaching.cells import Cells
from longwave.teaching.folder.names import shown
from longwave.teaching.intake.answers_code import is_same_code, receipt_code
from longwave.teaching.intake.arrivals import Arrival, Judge
from longwave.teaching.intake.layouts import Owner, Owners
from longwave.teaching.intake.sources import Found
from longwave.teaching.intake.submission import MOST_CELLS, UnreadableError, read_submission
from longwave.teaching.receipt.answers import Answer, answers
from longwave.teaching.receipt.differences import added_texts, changed, missing, moved
from longwave.teaching.receipt.file import document_of, file_found
from longwave.teaching.receipt.running import Run, last_run
from longwave.teaching.receipt.sheet import Sheet, SheetsHere, plain_cell
from longwave.teaching.receipt.words import sentences


@dataclass(frozen=True)
class Receipt:
    """What is in a file. `problem` says why it cannot be taken; all that follows is then empty."""

    file: str
    saved: datetime
    problem: str = ""
    sheet: Sheet | None = None
    answers: list[Answer] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # grading's own, such as on cells that are there twice
    changed: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    texts: int = 0  # cells with text that the student added
    run: Run = field(default_factory=Run)
    code: str = ""

    def lines(self) -> list[str]:
        """Return the receipt, a sentence in each line."""
        return sentences(self)

    def __repr__(self) -> str:
        """Return the sentences, so that a notebook shows them."""
        return "\n".join(self.lines())


class _Nobody(Owners):
    """On a student's own machine every file is the student's."""

    def __init__(self) -> None:
        super().__init__([])

    def owner(self, parts: list[str]) -> Owner:
        return Owner("plain", "you", parts[-1])


def receipt_of(path: Path, lesson: str = "") -> Receipt:
    """Return the receipt of a notebook.

    Args:
        path: the notebook's file.
        lesson: the slug of the lesson of which it should be; left out: the one of the notebook's own cells.

    Raises:
        ExpectedError: if there is no such file.
    """
    found = file_found(path)
    name = shown(path.name)
    document = document_of(found)
    sheets = SheetsHere(document)
    slug = lesson or (sheets.of(document) if document else "")
    arrival = _judged(found, slug, sheets)
    if arrival.kind != "usable" or document is None:
        return Receipt(name, found.moment, arrival.why)
    try:
        submission = read_submission(path)
    except UnreadableError as error:
        return Receipt(name, found.moment, str(error))
    sheet, raw = Sheet(slug, document), Cells([plain_cell(cell) for cell in document["cells"][:MOST_CELLS]])
    submitted = submission.cells
    return Receipt(
        name, found.moment, "", sheet, answers(sheet, submitted, raw), submission.notes,
        changed(sheet, submitted, raw), missing(sheet, submitted), moved(sheet, submitted),
        added_texts(sheet, submitted), last_run(sheet, raw), receipt_code(slug, submitted),
    )  # fmt: skip


def checked(receipt: Receipt, code: str) -> tuple[bool, list[str]]:
    """Return whether a file has the answers for which a code was given, and that as sentences."""
    if receipt.problem:
        return False, receipt.lines()
    if is_same_code(receipt.code, code):
        return True, [_("{file} has the answers for which this code was given.").format(file=receipt.file)]
    sentence = _("{file} has other answers: its code is {code}, not {other}.")
    return False, [sentence.format(file=receipt.file, code=receipt.code, other=shown(code[:40]))]


def _judged(found: Found, slug: str, sheets: SheetsHere) -> Arrival:
    """Return what collecting says of a file; one of no known lesson is judged as if any had been collected."""
    known = slug if slug in sheets.cells else next(iter(sheets.cells), "")
    if not known:
        sheets.cells[""] = set()
    return Judge(known, sheets, _Nobody()).arrival(found)

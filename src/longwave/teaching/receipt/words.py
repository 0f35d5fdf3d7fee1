"""A receipt in plain sentences, for the student who wrote the file."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from longwave.i18n import _, plural

if TYPE_CHECKING:
    from longwave.teaching.receipt.receipt import Receipt
    from longwave.teaching.receipt.running import Run
    from longwave.teaching.receipt.sheet import Sheet

_MOST_NAMED = 12


def sentences(receipt: "Receipt") -> list[str]:
    """Return a receipt, a sentence in each line."""
    saved = receipt.saved.astimezone().strftime("%Y-%m-%d %H:%M:%S")
    about = {"file": receipt.file, "saved": saved}
    if receipt.sheet is None:
        sentence = _("{file}, saved {saved}, cannot be taken as it is: {problem}.")
        return [sentence.format(problem=receipt.problem.rstrip("."), **about), _no_code()]
    return [
        _("{file}, saved {saved}: the file can be read.").format(**about),
        *_lesson(receipt.sheet),
        *_answers(receipt, receipt.sheet),
        *receipt.notes,
        *_differences(receipt, receipt.sheet),
        *_run(receipt.run),
        _("Code of your answers: {code}").format(code=receipt.code),
        _("This says what was found, not whether it is right."),
    ]


def _no_code() -> str:
    return _("No answer of it would reach your instructor, so it has no code.")


def _lesson(sheet: "Sheet") -> Iterator[str]:
    yield _("It is the sheet {lesson}, “{title}”.").format(lesson=sheet.lesson, title=sheet.title or "–")
    if not sheet.is_here:
        yield _("The sheet as it was given out is not installed here, so cells that were deleted cannot be named.")


def _answers(receipt: "Receipt", sheet: "Sheet") -> Iterator[str]:
    by_state: dict[str, list[str]] = {}
    for answer in receipt.answers:
        by_state.setdefault(answer.state, []).append(sheet.label(answer.name))
    found, foreign = by_state.pop("found", []), by_state.pop("foreign", [])
    count = len(receipt.answers) - len(foreign)
    sentence = plural("{found} of {count} answer found.", "{found} of {count} answers found.", count)
    yield sentence.format(found=len(found), count=count)
    for state, words in _states().items():
        if state in by_state:
            yield words.format(tasks=_listed(by_state[state]))
    if foreign:
        sentence = _("Not on the sheet as it is installed here, so ask whether your class's sheet has it: {tasks}.")
        yield sentence.format(tasks=_listed(foreign))


def _states() -> dict[str, str]:
    return {
        "dots": _("Three dots are left in: {tasks}. Part of the answer is open."),
        "nameless": _("Something is written, but nothing gets the name that is asked for: {tasks}."),
        "broken": _("Something is written that Python cannot read: {tasks}."),
        "untouched": _("As it was given out, without an answer: {tasks}."),
        "empty": _("Empty: {tasks}."),
        "missing": _("The cell for the answer is gone: {tasks}. Put it back from a fresh copy of the sheet."),
    }


def _differences(receipt: "Receipt", sheet: "Sheet") -> Iterator[str]:
    if receipt.changed:
        sentence = _("Changed, though no answer belongs there; the course's own text counts: {cells}.")
        yield sentence.format(cells=_listed(map(sheet.label, receipt.changed)))
    if receipt.missing:
        sentence = _("Cells are gone, though no answer belongs there; the course puts them back: {cells}.")
        yield sentence.format(cells=_listed(map(sheet.heading, receipt.missing)))
    if receipt.moved:
        sentence = _("In another place than on the sheet, which costs nothing: {cells}.")
        yield sentence.format(cells=_listed(map(sheet.label, receipt.moved)))
    if receipt.texts:
        sentence = plural(
            "You added {count} cell with text. An argument counts as found only in the cell that asks for it.",
            "You added {count} cells with text. An argument counts as found only in the cell that asks for it.",
            receipt.texts,
        )
        yield sentence.format(count=receipt.texts)


def _run(run: "Run") -> Iterator[str]:
    advice = _("For a last look: Kernel → Restart Kernel and Run All Cells, save, and run this again.")
    if run.errors:
        yield _("It met an error in: {cells}.").format(cells=_listed(run.errors))
    if run.not_yet:
        sentence = _("“Not yet” was the last word of: {cells}. A run of all cells stops there.")
        yield sentence.format(cells=_listed(run.not_yet))
    if run.nothing:
        yield _("No cell of it was run.") + " " + advice
    elif run.not_run:
        yield _("Cells were not run in: {cells}.").format(cells=_listed(run.not_run))
    elif not run.in_order:
        yield _("All cells were run, but not from top to bottom.") + " " + advice
    elif not run.errors and not run.not_yet:
        yield _("It was run from top to bottom without an error.")


def _listed(names: Iterable[str]) -> str:
    names = list(dict.fromkeys(names))
    more = len(names) - _MOST_NAMED
    tail = [_("and {count} more").format(count=more)] if more > 0 else []
    return _("; ").join([*names[:_MOST_NAMED], *tail])

"""`longwave marks compare`: what two markers gave to the same answers, row by row, and where they are far apart."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import isnan

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.teaching.argued.agreement import alike, kappa
from longwave.teaching.argued.answers import Answer
from longwave.teaching.argued.giving import Pile, pile_of
from longwave.teaching.argued.rubric import Question
from longwave.teaching.argued.standing import Reading
from longwave.teaching.folder.course import Course

FAR = 1.0  # points; answers whose sums differ by more are listed
FEWEST = 10  # answers below which a kappa says little
Pair = tuple[Answer, Reading, Reading]


@dataclass(frozen=True)
class Agreement:
    """How two markers agree on a row, or on the sum: `weighted` is the kappa with quadratic weights."""

    name: str
    count: int
    alike: float
    kappa: float
    weighted: float


@dataclass(frozen=True)
class Far:
    """An answer on which two markers are far apart."""

    code: str
    first: float
    second: float
    rows: tuple[str, ...] = ()  # those with different points


@dataclass(frozen=True)
class Comparison:
    """Two markers of one question: agreement by row, on all rows together and on the sum, and where they are apart."""

    task: str
    markers: tuple[str, str]
    count: int
    agreements: tuple[Agreement, ...]
    far: tuple[Far, ...]


@dataclass
class ComparingReport:
    """All pairs of markers of a lesson."""

    comparisons: list[Comparison] = field(default_factory=list)

    def lines(self) -> list[str]:
        """Return the report, a line for each thing."""
        return [line for one in self.comparisons for line in _lines(one)]


def compare(course: Course, lesson: str, task: str | None = None) -> ComparingReport:
    """Compare all pairs of markers who read the same answers.

    Raises:
        ExpectedError: if no answer was read by two markers.
    """
    found = comparisons_of(pile_of(course, lesson, task, dry_run=True))
    if not found:
        sentence = _(
            "No answer of {lesson} was read by two markers. The second one's table: longwave marks import … --second"
        )
        raise ExpectedError(sentence.format(lesson=lesson))
    return ComparingReport(found)


def comparisons_of(pile: Pile) -> list[Comparison]:
    """Return a comparison for each question and each pair of markers that read the same answers, each alone."""
    found = []
    for question in pile.questions:
        answers = [answer for answer in pile.answers if answer.question.task == question.task]
        markers = sorted({name for answer in answers for name in pile.log.readings.get(answer.key, {})})
        for first, second in combinations(markers, 2):
            pairs = [pair for answer in answers if (pair := _pair(answer, pile, first, second))]
            if pairs:
                found.append(_comparison(question, (first, second), pairs))
    return found


def _pair(answer: Answer, pile: Pile, first: str, second: str) -> Pair | None:
    """Return what both gave an answer, if both read it whole, alone, and the same text."""
    readings = pile.log.readings.get(answer.key, {})
    one, other = readings.get(first), readings.get(second)
    if one is None or other is None or not (one.alone and other.alone) or one.text != other.text:
        return None
    whole = all(reading.total(answer.question) is not None for reading in (one, other))
    return (answer, one, other) if whole else None


def _comparison(question: Question, markers: tuple[str, str], pairs: Sequence[Pair]) -> Comparison:
    by_row = [pair for pair in pairs if all(reading.is_by_row(question) for reading in pair[1:])]
    agreements: list[Agreement] = []
    pooled: tuple[list[float], list[float]] = ([], [])
    for row in question.rows if by_row else ():
        points = [
            [reading.rows[row.name] for reading in side] for side in zip(*(pair[1:] for pair in by_row), strict=True)
        ]
        agreements.append(_agreement(row.name, *points))
        # Points are shares of a row here, so that a row of three points weighs no more than one of one point.
        for place in (0, 1):
            pooled[place].extend(value / row.most for value in points[place])
    if by_row:
        agreements.append(_agreement(_("rows"), *pooled))
    sums = [(_total(one, question), _total(other, question)) for _answer, one, other in pairs]
    agreements.append(_agreement(_("sum"), *map(list, zip(*sums, strict=True))))
    far = [_far(pair, *both) for pair, both in zip(pairs, sums, strict=True) if abs(both[0] - both[1]) > FAR + 1e-9]
    far.sort(key=lambda one: -abs(one.first - one.second))
    return Comparison(question.task, markers, len(pairs), tuple(agreements), tuple(far))


def _total(reading: Reading, question: Question) -> float:
    return reading.total(question) or 0.0


def _agreement(name: str, one: list[float], other: list[float]) -> Agreement:
    return Agreement(name, len(one), alike(one, other), kappa(one, other), kappa(one, other, "quadratic"))


def _far(pair: Pair, first: float, second: float) -> Far:
    answer, one, other = pair
    names = [row.name for row in answer.question.rows]
    unlike = [name for name in names if name in one.rows and name in other.rows and one.rows[name] != other.rows[name]]
    return Far(answer.code, first, second, tuple(unlike))


def _lines(found: Comparison) -> list[str]:
    first, second = found.markers
    sentence = _("{task}: {first} and {second} read the same {count} answers.")
    lines = [sentence.format(task=found.task, first=first, second=second, count=found.count)]
    lines += [f"  {line}" for line in map(agreement_words, found.agreements)]
    if found.count < FEWEST:
        lines.append("  " + _("Fewer than {count} answers: the kappas say little yet.").format(count=FEWEST))
    if not found.far:
        return [*lines, "  " + _("Nowhere do they differ by more than a point.")]
    lines.append("  " + _("They differ by more than a point:"))
    return lines + [f"    {line}" for line in (far_words(one, found.markers) for one in found.far)]


def agreement_words(one: Agreement) -> str:
    """Return an agreement in a line."""
    name = _("row {row}").format(row=one.name) if one.name.isdecimal() else one.name
    words = _("{name}: {alike:.0%} alike, kappa {kappa}, weighted {weighted}")
    return words.format(name=name, alike=one.alike, kappa=shown_kappa(one.kappa), weighted=shown_kappa(one.weighted))


def far_words(one: Far, markers: tuple[str, str]) -> str:
    """Return where two markers are far apart in a line."""
    sentence = _("{code}: {one:g} from {first}, {other:g} from {second}")
    words = sentence.format(code=one.code, one=one.first, first=markers[0], other=one.second, second=markers[1])
    return words + (_("; rows {rows}").format(rows=", ".join(one.rows)) if one.rows else "")


def shown_kappa(value: float) -> str:
    """Return a kappa with two decimals; where both gave one and the same mark throughout, there is none."""
    return "–" if isnan(value) else f"{value:.2f}"

"""What a person should know before they import grades into a learning platform."""

from collections.abc import Sequence

from longwave.i18n import _, plural
from longwave.teaching.folder import clock
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.roster import Student, read_roster
from longwave.teaching.returning.numbers import number
from longwave.teaching.returning.scores import LessonScores
from longwave.teaching.returning.standing import EXCUSED, MISSING, TO_LOOK_AT, Standings


def remarks_on(course: Course, scores: Sequence[LessonScores], students: Sequence[Student], so_far: bool) -> list[str]:
    """Return what a person should know before they import the files."""
    listed = {student.student_id for student in students}
    enrolled = {student.student_id for student in read_roster(course)}
    remarks = [*course.rules.remarks, *_unknown(course, enrolled)]
    for one in scores:
        sentence = _("{lesson}: {count} of {all} students are graded by machine, for at most {points} points in all.")
        graded = len(listed & one.students.keys())
        words = {"lesson": one.lesson, "count": graded, "all": len(listed), "points": number(one.most)}
        remarks.append(sentence.format(**words))
        waiting = sorted(student for student, score in one.students.items() if score.waits and student in listed)
        if waiting:
            sentence = plural(
                "{lesson}: a person has still to grade answers of {count} student: {students}",
                "{lesson}: a person has still to grade answers of {count} students: {students}",
                len(waiting),
            )
            remarks.append(sentence.format(lesson=one.lesson, count=len(waiting), students=", ".join(waiting)))
        if any(score.open for score in one.students.values()):
            remarks.append(_("These answers count as 0.") if so_far else _left_empty())
        gone = sorted(one.students.keys() - enrolled)
        if gone:
            sentence = _("{lesson}: graded, but not on the roster, and so not in the files: {students}")
            remarks.append(sentence.format(lesson=one.lesson, students=", ".join(gone)))
    for one in scores:
        remarks += _absent(course, one, students)
    without = [student.student_id for student in students if not student.lms_id]
    if without:
        sentence = _("Without an lms_id on the roster, Canvas goes by the student id: {students}")
        remarks.append(sentence.format(students=", ".join(without)))
    return remarks


def _left_empty() -> str:
    return _("What nobody has graded is left empty, and so is the student's sum. To count it as 0: --so-far")


def _absent(course: Course, scores: LessonScores, students: Sequence[Student]) -> list[str]:
    """Return who is missing, excused, or has handed in something that is not graded."""
    standings = Standings(course, scores, clock.now())
    sentences = {
        MISSING: _("{lesson}: handed in nothing, and the deadline is over, so it is 0: {students}"),
        EXCUSED: _("{lesson}: excused, so it leaves the total: {students}"),
        TO_LOOK_AT: _("{lesson}: something came that is not graded, so it is left empty; look at it: {students}"),
    }
    found = []
    for state, sentence in sentences.items():
        names = [student.student_id for student in students if standings.of(student.student_id).state == state]
        found += [sentence.format(lesson=scores.lesson, students=", ".join(names))] if names else []
    return found


def _unknown(course: Course, enrolled: set[str]) -> list[str]:
    """Return a remark on extensions of students who are not on the roster: a misspelt id helps nobody."""
    known = {student.casefold() for student in enrolled}
    names = sorted({student for student, _lesson in course.rules.allowances} - known)
    sentence = _("Extensions of students who are not on the roster, so they help nobody: {students}")
    return [sentence.format(students=", ".join(names))] if names else []

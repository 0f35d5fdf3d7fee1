"""Feedback as plain text: what the page says, and nothing that steers a terminal."""

from markupsafe import Markup

from longwave.teaching.grading.grade import grade
from longwave.teaching.returning.feedback import feedback
from longwave.teaching.returning.plain_feedback import plain_text
from tests.teaching.classroom import HONEST, LESSON, bytes_of
from tests.teaching.made_course import made_course

WORDS = {
    "title": "18-co-evolution: feedback for Ann",
    "sum": "7 of 13 points so far; a part is graded by hand.",
    "mistake": "It looks like:",
    "hint": "A hint:",
    "comment": "From your instructor:",
    "rubric": "How it is graded",
    "points": "points",
    "what": "what the answer does",
    "answer": "Your answer",
    "output": "What it printed",
}
NOTHING = dict.fromkeys(("message", "mistake", "hint", "comment", "answer", "output"), "") | {
    "rubric": [],
    "rows": [],
}
TASK = {"sign": "✗", "heading": "2. At rest", "word": "Not right.", "points": "0 of 2 points", **NOTHING}


def text(*tasks, notes=()):
    return plain_text(WORDS, notes, tasks).decode()


def test_a_task_says_its_points_mistake_hint_and_answer():
    task = TASK | {
        "message": Markup("What is <code>C</code> without <em>T</em>? 1 &lt; 2"),
        "mistake": "nothing held",
        "hint": "Find the smaller first.",
        "answer": "def rest(base):\n    return base",
    }
    assert text(task, notes=["Handed in 2 hours after the deadline."]) == (
        "18-co-evolution: feedback for Ann\n=================================\n\n"
        "7 of 13 points so far; a part is graded by hand.\n\n"
        "! Handed in 2 hours after the deadline.\n\n"
        "✗ 2. At rest\n  Not right. 0 of 2 points\n  What is C without T? 1 < 2\n  It looks like: nothing held\n"
        "  A hint: Find the smaller first.\n  Your answer:\n    def rest(base):\n        return base\n"
    )


def test_a_comment_keeps_its_lines_and_a_rubric_its_rows():
    task = TASK | {"comment": "Good.\n\nSay *who* pays.", "rubric": [("2", Markup("names a <em>price</em>"))]}
    found = text(task)
    assert "  From your instructor: Good.\n\n  Say *who* pays.\n" in found
    assert "  How it is graded:\n    2: names a price\n" in found
    row = {"given": "1", "most": "2", "words": Markup("names a <em>price</em>"), "comment": "Which one?"}
    assert "  1 / 2: names a price Which one?\n" in text(TASK | {"rows": [row]})


def test_what_a_student_printed_steers_no_terminal():
    found = text(TASK | {"output": "\x1b]0;owned\x07\x1b[2Jred\u202e\r\nnext\ttab \ud800"})
    assert "]0;owned[2Jred" in found
    assert not set("\x1b\x07\r\u202e") & set(found)
    assert "next\ttab" in found


def test_the_text_lies_beside_the_page_and_has_what_the_page_has(tmp_path, kind):
    course = made_course(tmp_path / "course", {name: bytes_of(HONEST[name][0]()) for name in ("right", "wrong")})
    grade(course, LESSON, kind, workers=1)
    feedback(course, LESSON, dry_run=True)
    assert not list(course.feedback.rglob("*.txt"))
    feedback(course, LESSON)
    said = {
        student: (course.feedback / student / LESSON / f"{LESSON}.txt").read_text("utf-8")
        for student in ("right", "wrong")
    }
    assert said["right"].count("✓") == 6
    assert said["wrong"].count("✗") == 6
    assert "How it is graded:" in said["wrong"]
    assert "weight = 0.75" in said["wrong"]
    assert "<em>" not in said["right"] + said["wrong"]
    page = (course.feedback / "wrong" / LESSON / f"{LESSON}.html").read_text("utf-8")
    assert page.count('class="task') == len([line for line in said["wrong"].splitlines() if line[:2] in ("✗ ", "… ")])

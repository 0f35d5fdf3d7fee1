"""Questions as Moodle XML (docs.moodle.org, "Moodle XML format"; Moodle's question/format/xml/format.php).

A category is a path from the top of the course's question bank, with two slashes for one inside a name. Of several
answers to a number Moodle takes the first that fits within its tolerance, and `*` is any other.
"""

from collections.abc import Iterable
from itertools import groupby
from xml.etree.ElementTree import Element

from longwave.teaching.export.question import Question, Reply
from longwave.teaching.export.tree import document, node


def moodle_xml(questions: Iterable[Question]) -> bytes:
    """Return a file for Moodle's import of questions, with a category for each lesson."""
    quiz = node("quiz")
    for place, inside in groupby(questions, key=lambda question: (question.group, question.topic)):
        quiz.append(_category(place))
        quiz.extend(_number(question) if not question.options else _choice(question) for question in inside)
    return document(quiz)


def _category(place: tuple[str, str]) -> Element:
    path = "/".join(["$course$", "top", *(name.replace("/", "//") for name in ("Longwave", *place))])
    return node("question", node("category", node("text", path)), attributes={"type": "category"})


def _choice(question: Question) -> Element:
    made = _question(question, "multichoice")
    for tag, value in (
        ("single", "true"),
        ("shuffleanswers", "false"),
        ("answernumbering", "abc"),
        ("showstandardinstruction", "0"),
    ):
        made.append(node(tag, value))
    for reply in question.replies:
        made.append(_answer(reply, question.options[reply.value], "html"))
    return _with_hints(made, question)


def _number(question: Question) -> Element:
    made = _question(question, "numerical")
    for reply in question.replies:
        answer = _answer(reply, reply.value, "moodle_auto_format")
        answer.append(node("tolerance", f"{reply.margin:.10g}"))
        made.append(answer)
    other = _answer(Reply("*", False, question.otherwise), "*", "moodle_auto_format")
    other.append(node("tolerance", "0"))
    made.append(other)
    for tag, value in (("unitgradingtype", "0"), ("unitpenalty", "0.1"), ("showunits", "3"), ("unitsleft", "0")):
        made.append(node(tag, value))
    return _with_hints(made, question)


def _question(question: Question, kind: str) -> Element:
    return node(
        "question",
        node("name", node("text", f"{question.id} {question.title}")),
        _html("questiontext", question.text),
        _html("generalfeedback", ""),
        node("defaultgrade", "1"),
        node("penalty", "0.3333333"),
        node("hidden", "0"),
        node("idnumber", question.id),
        attributes={"type": kind},
    )


def _answer(reply: Reply, shown: str, form: str) -> Element:
    fraction = "100" if reply.is_right else "0"
    about = {"fraction": fraction, "format": form}
    return node("answer", node("text", shown), _html("feedback", reply.feedback), attributes=about)


def _with_hints(made: Element, question: Question) -> Element:
    made.extend(_html("hint", hint) for hint in question.hints)
    return made


def _html(tag: str, text: str) -> Element:
    return node(tag, node("text", text), attributes={"format": "html"})

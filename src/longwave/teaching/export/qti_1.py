"""Questions as QTI 1.2.1: in the profile of the Common Cartridge 1.1, and as Canvas exports its own quizzes.

The profile (its schema: ccv1p1_qtiasiv1p2p1_v1p0) knows six kinds of question and none for numbers: its conditions
compare text with text. There a number is a blank to fill in, with each usual way to write it, rounded as far as its
tolerance allows. Canvas's own form has a question for numbers, with bounds.

Canvas takes every text and every pair of bounds in such a question for a right answer, whatever score its condition
sets (gems/plugins/qti_exporter/lib/qti/extended_text_interaction.rb and numeric_interaction.rb). So only right numbers
have conditions, and what is said to wrong ones is said together. By the name of that feedback Canvas knows it.
"""

from html import escape
from xml.etree.ElementTree import Element

from longwave.i18n import _
from longwave.teaching.export.numbers import spellings, typed
from longwave.teaching.export.question import Question, Reply
from longwave.teaching.export.quizzes import Quiz
from longwave.teaching.export.tree import document, node

NAMESPACE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_SCHEMA = "http://www.imsglobal.org/profile/cc/ccv1p1/ccv1p1_qtiasiv1p2p1_v1p0.xsd"
_FULL_SCHEMA = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2p1.xsd"
_RESPONSE = "response1"
OTHERWISE = "general_incorrect_fb"
_OF_ASSESSMENT = {
    "cc_profile": "cc.exam.v0p1",
    "qmd_assessmenttype": "Examination",
    "qmd_scoretype": "Percentage",
    "qmd_feedbackpermitted": "Yes",
    "cc_maxattempts": "unlimited",
}


def assessment(quiz: Quiz, for_canvas: bool = False) -> bytes:
    """Return a quiz as one assessment, with feedback; in the profile it may be tried as often as one likes."""
    section = node("section", *(_item(question, for_canvas) for question in quiz.questions))
    section.set("ident", f"{quiz.name}-section")
    about = [] if for_canvas else [_fields(_OF_ASSESSMENT)]
    inside = node("assessment", *about, section, attributes={"ident": quiz.name, "title": quiz.title})
    attributes = {
        "xmlns": NAMESPACE,
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": f"{NAMESPACE} {_FULL_SCHEMA if for_canvas else _SCHEMA}",
    }
    return document(node("questestinterop", inside, attributes=attributes))


def _item(question: Question, for_canvas: bool) -> Element:
    said = _said(question)
    return node(
        "item",
        node("itemmetadata", _fields(_about(question, for_canvas))),
        node("presentation", _material(question.text), _response(question)),
        _processing(question, said, for_canvas),
        *(_feedback(name, reply.feedback) for name, reply in said.items()),
        attributes={"ident": question.id, "title": question.title},
    )


def _about(question: Question, for_canvas: bool) -> dict[str, str]:
    if for_canvas:
        kind = "multiple_choice_question" if question.options else "numerical_question"
        return {"question_type": kind, "points_possible": "1"}
    kind = "cc.multiple_choice.v0p1" if question.options else "cc.fib.v0p1"
    return {"cc_profile": kind, "cc_question_category": question.topic, "cc_weighting": "1"}


def _said(question: Question) -> dict[str, Reply]:
    """Return the replies that have a condition, by the names of their feedback; the last is for all other answers."""
    replies = {f"reply-{place}": reply for place, reply in enumerate(question.replies, 1)}
    if question.options:
        return replies
    wrong = [reply for reply in question.replies if not reply.is_right]
    entries = "".join(f"<li>{typed(float(reply.value), digits=4)}: {reply.feedback}</li>" for reply in wrong)
    compared = f"<p>{escape(_('What other numbers would mean:'))}</p><ul>{entries}</ul>" if wrong else ""
    rights = {name: reply for name, reply in replies.items() if reply.is_right}
    return {**rights, OTHERWISE: Reply("", False, question.otherwise + compared)}


def _response(question: Question) -> Element:
    about = {"ident": _RESPONSE, "rcardinality": "Single"}
    if not question.options:
        return node("response_str", node("render_fib", attributes={"prompt": "Box"}), attributes=about)
    labels = [
        node("response_label", _material(text), attributes={"ident": letter, "rshuffle": "No"})
        for letter, text in question.options.items()
    ]
    return node("response_lid", node("render_choice", *labels, attributes={"shuffle": "No"}), attributes=about)


def _processing(question: Question, said: dict[str, Reply], for_canvas: bool) -> Element:
    score = {"varname": "SCORE", "vartype": "Decimal", "minvalue": "0", "maxvalue": "100"}
    conditions = [_condition(_tests(question, reply, for_canvas), reply.is_right, name) for name, reply in said.items()]
    return node("resprocessing", node("outcomes", node("decvar", attributes=score)), *conditions)


def _tests(question: Question, reply: Reply, for_canvas: bool) -> list[Element]:
    if not reply.value:
        return [node("other")]
    if question.options:
        return [_test("varequal", reply.value)]
    if not for_canvas:
        return [_test("varequal", text) for text in spellings(reply)]
    low, high = (typed(float(reply.value) + reach) for reach in (-reply.margin, reply.margin))
    return [node("or", _test("varequal", reply.value), node("and", _test("vargte", low), _test("varlte", high)))]


def _test(tag: str, value: str) -> Element:
    return node(tag, value, attributes={"respident": _RESPONSE})


def _condition(tests: list[Element], is_right: bool, feedback: str) -> Element:
    score = node("setvar", "100" if is_right else "0", attributes={"varname": "SCORE", "action": "Set"})
    shown = node("displayfeedback", attributes={"feedbacktype": "Response", "linkrefid": feedback})
    return node("respcondition", node("conditionvar", *tests), score, shown, attributes={"continue": "No"})


def _feedback(name: str, text: str) -> Element:
    return node("itemfeedback", node("flow_mat", _material(text)), attributes={"ident": name})


def _material(text: str) -> Element:
    return node("material", node("mattext", text, attributes={"texttype": "text/html"}))


def _fields(values: dict[str, str]) -> Element:
    fields = [
        node("qtimetadatafield", node("fieldlabel", name), node("fieldentry", value)) for name, value in values.items()
    ]
    return node("qtimetadata", *fields)

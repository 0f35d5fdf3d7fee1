"""Questions as QTI 1.2.1 in the profile of the Common Cartridge 1.1 (its schema: ccv1p1_qtiasiv1p2p1_v1p0).

The profile knows six kinds of question and none for numbers: its conditions compare text with text. A number is a blank
to fill in, with each usual way to write it, rounded as far as its tolerance allows.
"""

from xml.etree.ElementTree import Element

from longwave.teaching.export.numbers import spellings
from longwave.teaching.export.question import Question, Reply
from longwave.teaching.export.quizzes import Quiz
from longwave.teaching.export.tree import document, node

NAMESPACE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_SCHEMA = "http://www.imsglobal.org/profile/cc/ccv1p1/ccv1p1_qtiasiv1p2p1_v1p0.xsd"
_RESPONSE = "response1"


def assessment(test: Quiz) -> bytes:
    """Return a test as one assessment: as often as one likes, with feedback."""
    about = _fields(
        {
            "cc_profile": "cc.exam.v0p1",
            "qmd_assessmenttype": "Examination",
            "qmd_scoretype": "Percentage",
            "qmd_feedbackpermitted": "Yes",
            "cc_maxattempts": "unlimited",
        }
    )
    section = node("section", *map(_item, test.questions), attributes={"ident": f"{test.name}-section"})
    inside = node("assessment", about, section, attributes={"ident": test.name, "title": test.title})
    attributes = {
        "xmlns": NAMESPACE,
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": f"{NAMESPACE} {_SCHEMA}",
    }
    return document(node("questestinterop", inside, attributes=attributes))


def _item(question: Question) -> Element:
    kind = "cc.multiple_choice.v0p1" if question.options else "cc.fib.v0p1"
    about = {"cc_profile": kind, "cc_question_category": question.topic, "cc_weighting": "1"}
    said = _said(question)
    feedback = [_feedback(name, reply.feedback) for name, reply, _ways in said]
    return node(
        "item",
        node("itemmetadata", _fields(about)),
        node("presentation", _material(question.text), _response(question)),
        _processing(said),
        *feedback,
        attributes={"ident": question.id, "title": question.title},
    )


def _said(question: Question) -> list[tuple[str, Reply, list[str]]]:
    """Return the replies with a name for each and the texts that it answers: of two that fit, only the first."""
    found: list[tuple[str, Reply, list[str]]] = []
    used: set[str] = set()
    for place, reply in enumerate(question.replies, 1):
        ways = [reply.value] if question.options else [text for text in spellings(reply) if text not in used]
        used.update(ways)
        if ways:
            found.append((f"reply-{place}", reply, ways))
    if question.otherwise:
        found.append(("otherwise", Reply("", False, question.otherwise), []))
    return found


def _response(question: Question) -> Element:
    about = {"ident": _RESPONSE, "rcardinality": "Single"}
    if not question.options:
        return node("response_str", node("render_fib", attributes={"prompt": "Box"}), attributes=about)
    labels = [
        node("response_label", _material(text), attributes={"ident": letter, "rshuffle": "No"})
        for letter, text in question.options.items()
    ]
    return node("response_lid", node("render_choice", *labels, attributes={"shuffle": "No"}), attributes=about)


def _processing(said: list[tuple[str, Reply, list[str]]]) -> Element:
    score = {"varname": "SCORE", "vartype": "Decimal", "minvalue": "0", "maxvalue": "100"}
    conditions = []
    for name, reply, ways in said:
        tests = [node("varequal", text, attributes={"respident": _RESPONSE}) for text in ways] or [node("other")]
        conditions.append(_condition(tests, reply.is_right, name))
    return node("resprocessing", node("outcomes", node("decvar", attributes=score)), *conditions)


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

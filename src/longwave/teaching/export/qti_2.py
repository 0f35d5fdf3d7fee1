"""Questions as QTI 2.1 (IMS, assessment, section and item information model): a file for each, and one for each test.

Numbers are compared within an absolute tolerance, in the order of the replies; each reply has its own feedback.
"""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from longwave.teaching.export.question import Question, Reply
from longwave.teaching.export.quizzes import Quiz
from longwave.teaching.export.tree import document, node, parsed
from longwave.teaching.handout.zips import zipped

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_SCHEMA = "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1p2.xsd"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
_OF_RESPONSE = {"identifier": "RESPONSE"}


def package(tests: Sequence[Quiz]) -> bytes:
    """Return the tests as a content package."""
    files = {f"items/{_name(question)}.xml": item(question) for test in tests for question in test.questions}
    files |= {f"tests/{test.name}.xml": _test(test) for test in tests}
    return zipped({"imsmanifest.xml": _manifest(tests), **files})


def _name(question: Question) -> str:
    return f"q-{question.id}"


def item(question: Question) -> bytes:
    """Return one question as an assessment item."""
    kind = "identifier" if question.options else "float"
    body = node("itemBody", *parsed(question.text), _interaction(question))
    feedback = [_feedback(f"reply-{place}", reply.feedback) for place, reply in enumerate(question.replies, 1)]
    if question.otherwise:
        feedback.append(_feedback("otherwise", question.otherwise))
    parts = [*_declarations(question, kind), body, _processing(question, kind), *feedback]
    about = {"identifier": _name(question), "title": question.title, "adaptive": "false", "timeDependent": "false"}
    return document(node("assessmentItem", *parts, attributes={**_root(), **about}), in_lines=False)


def _root() -> dict[str, str]:
    return {"xmlns": NAMESPACE, "xmlns:xsi": _INSTANCE, "xsi:schemaLocation": f"{NAMESPACE} {_SCHEMA}"}


def _declarations(question: Question, kind: str) -> list[Element]:
    right = node("correctResponse", node("value", question.right.value))
    nothing = node("defaultValue", node("value", "0"))
    single = {"cardinality": "single"}
    return [
        node("responseDeclaration", right, attributes={**_OF_RESPONSE, **single, "baseType": kind}),
        node("outcomeDeclaration", nothing, attributes={"identifier": "SCORE", **single, "baseType": "float"}),
        node("outcomeDeclaration", attributes={"identifier": "FEEDBACK", **single, "baseType": "identifier"}),
    ]


def _interaction(question: Question) -> Element:
    about = {"responseIdentifier": "RESPONSE"}
    if not question.options:
        return node("p", node("textEntryInteraction", attributes={**about, "expectedLength": "12"}))
    choices = []
    for letter, text in question.options.items():
        (line,) = parsed(f"<p>{text}</p>")
        line.tag = "simpleChoice"
        line.set("identifier", letter)
        choices.append(line)
    return node("choiceInteraction", *choices, attributes={**about, "shuffle": "false", "maxChoices": "1"})


def _processing(question: Question, kind: str) -> Element:
    condition = node("responseCondition")
    for place, reply in enumerate(question.replies, 1):
        tag = "responseIf" if place == 1 else "responseElseIf"
        condition.append(node(tag, _fits(reply, kind), *_outcome(reply.is_right, f"reply-{place}")))
    if question.otherwise:
        condition.append(node("responseElse", *_outcome(False, "otherwise")))
    return node("responseProcessing", condition)


def _fits(reply: Reply, kind: str) -> Element:
    both = (node("variable", attributes=_OF_RESPONSE), _value(kind, reply.value))
    if kind == "identifier":
        return node("match", *both)
    reach = f"{reply.margin:.10g}"
    return node("equal", *both, attributes={"toleranceMode": "absolute", "tolerance": f"{reach} {reach}"})


def _outcome(is_right: bool, feedback: str) -> list[Element]:
    return [
        node("setOutcomeValue", _value("float", "1" if is_right else "0"), attributes={"identifier": "SCORE"}),
        node("setOutcomeValue", _value("identifier", feedback), attributes={"identifier": "FEEDBACK"}),
    ]


def _value(kind: str, value: str) -> Element:
    return node("baseValue", value, attributes={"baseType": kind})


def _feedback(name: str, text: str) -> Element:
    about = {"outcomeIdentifier": "FEEDBACK", "identifier": name, "showHide": "show"}
    return node("modalFeedback", *parsed(text), attributes=about)


def _test(test: Quiz) -> bytes:
    items = [
        node("assessmentItemRef", attributes={"identifier": _name(question), "href": f"../items/{_name(question)}.xml"})
        for question in test.questions
    ]
    section = {"identifier": f"section-{test.name}", "title": test.title, "visible": "true"}
    part = {"identifier": f"part-{test.name}", "navigationMode": "nonlinear", "submissionMode": "individual"}
    inside = node("testPart", node("assessmentSection", *items, attributes=section), attributes=part)
    about = {"identifier": f"test-{test.name}", "title": test.title}
    return document(node("assessmentTest", inside, attributes={**_root(), **about}))


def _manifest(tests: Sequence[Quiz]) -> bytes:
    about = node("metadata", node("schema", "QTIv2.1 Package"), node("schemaversion", "1.0.0"))
    resources = node("resources")
    for test in tests:
        names = [_name(question) for question in test.questions]
        resources.extend(_resource(name, "imsqti_item_xmlv2p1", f"items/{name}.xml") for name in names)
        resources.append(_resource(f"test-{test.name}", "imsqti_test_xmlv2p1", f"tests/{test.name}.xml", names))
    attributes = {
        "identifier": "longwave-questions",
        "xmlns": _PACKAGE,
        "xmlns:xsi": _INSTANCE,
        "xsi:schemaLocation": f"{_PACKAGE} http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd",
    }
    return document(node("manifest", about, node("organizations"), resources, attributes=attributes))


def _resource(name: str, kind: str, file: str, needs: Sequence[str] = ()) -> Element:
    needed = [node("dependency", attributes={"identifierref": other}) for other in needs]
    inside = node("file", attributes={"href": file})
    return node("resource", inside, *needed, attributes={"identifier": name, "type": kind, "href": file})

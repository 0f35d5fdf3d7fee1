"""A package of quizzes for Canvas, in the form in which it exports its own: QTI 1.2, with questions for numbers."""

from collections.abc import Sequence

from longwave.teaching.export.qti_1 import assessment
from longwave.teaching.export.quizzes import Quiz
from longwave.teaching.export.tree import document, node
from longwave.teaching.handout.zips import zipped

NAMESPACE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
KIND = "imsqti_xmlv1p2"


def canvas_package(quizzes: Sequence[Quiz]) -> bytes:
    """Return the quizzes for Canvas's import of a QTI zip file."""
    resources = node("resources")
    files = {}
    for quiz in quizzes:
        place = f"{quiz.name}/{quiz.name}.xml"
        files[place] = assessment(quiz, for_canvas=True)
        file = node("file", attributes={"href": place})
        resources.append(node("resource", file, attributes={"identifier": quiz.name, "type": KIND}))
    about = node("metadata", node("schema", "IMS Content"), node("schemaversion", "1.1.3"))
    attributes = {"identifier": "longwave-questions", "xmlns": NAMESPACE}
    manifest = node("manifest", about, node("organizations"), resources, attributes=attributes)
    return zipped({"imsmanifest.xml": document(manifest), **files})

"""A Common Cartridge 1.1 (IMS): a manifest and a folder for each test, in one zip."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from longwave.teaching.export.qti_1 import assessment
from longwave.teaching.export.quizzes import Quiz
from longwave.teaching.export.tree import document, node
from longwave.teaching.handout.zips import zipped

NAMESPACE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
KIND = "imsqti_xmlv1p2/imscc_xmlv1p1/assessment"
_METADATA = "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest"
_PROFILE = "http://www.imsglobal.org/profile/cc/ccv1p1"


def cartridge(tests: Sequence[Quiz], title: str) -> bytes:
    """Return the tests as a cartridge."""
    files = {_file(test): assessment(test) for test in tests}
    return zipped({"imsmanifest.xml": _manifest(tests, title), **files})


def _file(test: Quiz) -> str:
    return f"{test.name}/assessment.xml"


def _manifest(tests: Sequence[Quiz], title: str) -> bytes:
    attributes = {
        "identifier": "longwave-questions",
        "xmlns": NAMESPACE,
        "xmlns:lomimscc": _METADATA,
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": f"{NAMESPACE} {_PROFILE}/ccv1p1_imscp_v1p2_v1p0.xsd "
        f"{_METADATA} {_PROFILE}/LOM/ccv1p1_lommanifest_v1p0.xsd",
    }
    items = [_item(test) for test in tests]
    structure = {"identifier": "organization", "structure": "rooted-hierarchy"}
    tree = node("organization", node("item", *items, attributes={"identifier": "root"}), attributes=structure)
    resources = node("resources", *map(_resource, tests))
    return document(
        node("manifest", _about(title), node("organizations", tree), resources, attributes=attributes),
    )


def _about(title: str) -> Element:
    words = node("lomimscc:title", node("lomimscc:string", title, attributes={"language": "en"}))
    description = node("lomimscc:lom", node("lomimscc:general", words))
    return node("metadata", node("schema", "IMS Common Cartridge"), node("schemaversion", "1.1.0"), description)


def _item(test: Quiz) -> Element:
    attributes = {"identifier": f"item-{test.name}", "identifierref": f"resource-{test.name}"}
    return node("item", node("title", test.title), attributes=attributes)


def _resource(test: Quiz) -> Element:
    attributes = {"identifier": f"resource-{test.name}", "type": KIND}
    return node("resource", node("file", attributes={"href": _file(test)}), attributes=attributes)

"""Small XML trees, written the same each time."""

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from xml.etree.ElementTree import Element

MATHML = "http://www.w3.org/1998/Math/MathML"


def node(tag: str, *inside: Element | str, attributes: Mapping[str, str] | None = None) -> Element:
    """Return an element: its texts come before its children.

    >>> ET.tostring(node("name", node("text", "a < b"), attributes={"format": "html"})).decode()
    '<name format="html"><text>a &lt; b</text></name>'
    """
    made = Element(tag, dict(attributes or {}))
    made.text = "".join(part for part in inside if isinstance(part, str)) or None
    made.extend(part for part in inside if not isinstance(part, str))
    return made


def parsed(html: str) -> list[Element]:
    """Return our own HTML as elements; its language marks become XML's."""
    whole = ET.fromstring(f"<div>{html}</div>")
    for part in whole.iter():
        if "lang" in part.attrib:
            part.set("{http://www.w3.org/XML/1998/namespace}lang", part.attrib.pop("lang"))
    return list(whole)


def document(root: Element, in_lines: bool = True) -> bytes:
    """Return a file. `in_lines` sets each element on a line of its own, which is not for mixed text."""
    if in_lines:
        ET.indent(root)
    ET.register_namespace("m", MATHML)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode").encode() + b"\n"

"""What the formats of questions allow, written down from their specifications, as far as our files use them.

Of the Common Cartridge's profile of QTI 1.2.1: elements, order and rules of its schema, version 1.1 of 31 October 2010.
Of QTI 2.1: the assessment, section and item information model of 31 August 2012. The schemas themselves are not here:
they are other people's files, and checking against them needs a library that the course does without. What was checked
against them by hand is in docs/how-to/export-questions.md.
"""

import re
from xml.etree.ElementTree import Element

TEXT = "#"  # an element of text alone
MIXED = "mixed"
CARTRIDGE = {
    "questestinterop": "(objectbank|assessment)",
    "assessment": "qtimetadata? rubric? presentation_material? section",
    "section": "item+",
    "item": "itemmetadata presentation resprocessing+ itemfeedback*",
    "itemmetadata": "qtimetadata+",
    "qtimetadata": "qtimetadatafield+",
    "qtimetadatafield": "fieldlabel fieldentry",
    "fieldlabel": TEXT,
    "fieldentry": TEXT,
    "presentation": "(material|response_lid|response_str)+",
    "material": "(mattext|matref|matbreak)+ altmaterial*",
    "mattext": TEXT,
    "response_lid": "material? (render_choice|render_fib) material?",
    "response_str": "material? (render_choice|render_fib) material?",
    "render_choice": "(material|response_label|flow_label)*",
    "render_fib": "(material|response_label|flow_label)*",
    "response_label": "(material|flow_mat)*",
    "resprocessing": "outcomes respcondition+",
    "outcomes": "decvar",
    "decvar": TEXT,
    "respcondition": "conditionvar setvar* displayfeedback*",
    "conditionvar": "(and|other|varequal|varsubstring)+",
    "varequal": TEXT,
    "other": "",
    "setvar": TEXT,
    "displayfeedback": TEXT,
    "itemfeedback": "(flow_mat|material|solution|hint)+",
    "flow_mat": "(flow_mat|material|material_ref)+",
}
CARTRIDGE_ATTRIBUTES = {
    "assessment": ({"ident", "title"}, set()),
    "section": ({"ident"}, {"title"}),
    "item": ({"ident"}, {"title"}),
    "mattext": (set(), {"texttype"}),
    "response_lid": ({"ident"}, {"rcardinality", "rtiming"}),
    "response_str": ({"ident"}, {"rcardinality", "rtiming"}),
    "render_choice": (set(), {"shuffle", "minnumber", "maxnumber"}),
    "render_fib": (set(), {"prompt", "fibtype", "rows", "columns", "maxchars"}),
    "response_label": ({"ident"}, {"rshuffle"}),
    "decvar": ({"varname"}, {"vartype", "minvalue", "maxvalue"}),
    "respcondition": (set(), {"title", "continue"}),
    "varequal": ({"respident"}, {"case"}),
    "setvar": (set(), {"varname", "action"}),
    "displayfeedback": ({"feedbacktype", "linkrefid"}, set()),
    "itemfeedback": ({"ident"}, {"title"}),
}
_EXPRESSION = "(match|equal|isNull|variable|baseValue)"
_BLOCKS = "(p|pre|ul|ol|div|choiceInteraction)"
QTI_2 = {
    "assessmentItem": "responseDeclaration* outcomeDeclaration* itemBody? responseProcessing? modalFeedback*",
    "responseDeclaration": "defaultValue? correctResponse? mapping? areaMapping?",
    "outcomeDeclaration": "defaultValue? (matchTable|interpolationTable)?",
    "correctResponse": "value+",
    "defaultValue": "value+",
    "value": TEXT,
    "itemBody": f"{_BLOCKS}*",
    "choiceInteraction": "prompt? simpleChoice+",
    "simpleChoice": MIXED,
    "textEntryInteraction": "",
    "responseProcessing": "(responseCondition|setOutcomeValue)*",
    "responseCondition": "responseIf responseElseIf* responseElse?",
    "responseIf": f"{_EXPRESSION} (responseCondition|setOutcomeValue)*",
    "responseElseIf": f"{_EXPRESSION} (responseCondition|setOutcomeValue)*",
    "responseElse": "(responseCondition|setOutcomeValue)*",
    "match": f"{_EXPRESSION} {_EXPRESSION}",
    "equal": f"{_EXPRESSION} {_EXPRESSION}",
    "variable": "",
    "baseValue": TEXT,
    "setOutcomeValue": _EXPRESSION,
    "modalFeedback": MIXED,
    "p": MIXED,
    "pre": MIXED,
    "em": MIXED,
    "strong": MIXED,
    "code": MIXED,
    "span": MIXED,
    "math": MIXED,
    "assessmentTest": "outcomeDeclaration* timeLimits? testPart+",
    "testPart": "assessmentSection+",
    "assessmentSection": "(assessmentSection|assessmentItemRef)*",
    "assessmentItemRef": "",
}
QTI_2_ATTRIBUTES = {
    "assessmentItem": ({"identifier", "title", "adaptive", "timeDependent"}, set()),
    "responseDeclaration": ({"identifier", "cardinality"}, {"baseType"}),
    "outcomeDeclaration": ({"identifier", "cardinality"}, {"baseType"}),
    "choiceInteraction": ({"responseIdentifier", "shuffle", "maxChoices"}, set()),
    "simpleChoice": ({"identifier"}, {"fixed"}),
    "textEntryInteraction": ({"responseIdentifier"}, {"expectedLength"}),
    "equal": ({"toleranceMode"}, {"tolerance"}),
    "variable": ({"identifier"}, set()),
    "baseValue": ({"baseType"}, set()),
    "setOutcomeValue": ({"identifier"}, set()),
    "modalFeedback": ({"outcomeIdentifier", "identifier", "showHide"}, {"title"}),
    "span": (set(), {"{http://www.w3.org/XML/1998/namespace}lang"}),
    "math": (set(), {"display"}),
    "assessmentTest": ({"identifier", "title"}, set()),
    "testPart": ({"identifier", "navigationMode", "submissionMode"}, set()),
    "assessmentSection": ({"identifier", "title", "visible"}, set()),
    "assessmentItemRef": ({"identifier", "href"}, set()),
}
_LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
_MATHML = "{http://www.w3.org/1998/Math/MathML}"


def name(element: Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def faults(
    root: Element, namespace: str, forms: dict[str, str], attributes: dict[str, tuple[set[str], set[str]]]
) -> list[str]:
    """Return what a format does not allow in a document, a line for each fault."""
    found = []
    for element in root.iter():
        tag = name(element)
        if element.tag.startswith(_MATHML) and tag != "math":
            continue
        if tag != "math" and element.tag != f"{{{namespace}}}{tag}" or tag not in forms:
            found.append(f"{element.tag} is unknown")
            continue
        inside, given = "".join(f"{name(part)}," for part in element), set(element.attrib) - {_LOCATION}
        needed, allowed = attributes.get(tag, (set(), set()))
        if not needed <= given <= needed | allowed:
            found.append(f"{tag} has the attributes {sorted(given)}")
        if forms[tag] != MIXED and not re.fullmatch("" if forms[tag] == TEXT else _pattern(forms[tag]), inside):
            found.append(f"{tag} holds {inside}")
        if forms[tag] not in (TEXT, MIXED) and (element.text or "").strip():
            found.append(f"{tag} holds text")
    return found


def _pattern(form: str) -> str:
    """Return a form as a regular expression over names, each followed by a comma."""
    return re.sub(r"\w+", r"(?:\g<0>,)", form).replace(" ", "")

"""What the bytes of a file are: a notebook of the present format, or one sentence why not, which says what to do.

The bytes decide, never the name: browsers and mail programs give a notebook other endings, or none.
"""

import json
import re
from typing import Any

from longwave.i18n import _
from longwave.teaching.judging.frames import parsed

LARGEST = 20 << 20
LARGEST_PRINTED = 64 << 20  # of a notebook that is small enough without what its cells printed
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_CONFLICT = re.compile(rb"^(<{7} |={7}$|>{7} )", re.M)


class UnreadableError(ValueError):
    """The file is not a notebook that can be graded; the message is for the student."""


def is_perhaps_a_notebook(beginning: bytes) -> bool:
    r"""Return whether a file with these first bytes may be a notebook, whatever it is called.

    >>> is_perhaps_a_notebook(b'\n{"cells": ['), is_perhaps_a_notebook(b"%PDF-1.7")
    (True, False)
    """
    return beginning.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"


def document_of(content: bytes) -> dict[str, Any]:
    """Return what the bytes of a notebook say: a dictionary with a list of cells, in which anything can be anything.

    Raises:
        UnreadableError: if they are no notebook; it says what they are, and what to do.
    """
    try:
        document = parsed(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise UnreadableError(_why_damaged(content)) from None
    if type(document) is not dict or type(document.get("cells")) is not list:
        raise UnreadableError(
            _("The file is not a notebook of the present format. Open it in JupyterLab and save it.")
        ) from None
    return document


def said_of_itself(document: dict[str, Any], key: str) -> str:
    """Return what a notebook's own metadata say of the course, such as its slug or title; empty if they say nothing."""
    metadata = document.get("metadata")
    about = metadata.get("longwave") if isinstance(metadata, dict) else None
    said = about.get(key) if isinstance(about, dict) else None
    return said if isinstance(said, str) else ""


def _why_damaged(content: bytes) -> str:
    if not content.strip():
        return _("The file is empty. Save the notebook in JupyterLab, and upload it again.")
    if content.startswith(_UTF_16) or b"\x00" in content[:200]:
        return _("The file was saved as UTF-16, by an editor of text. Open it there and save it as UTF-8.")
    if _CONFLICT.search(content):
        return _("Git has left two versions in the file, between <<<<<<< and >>>>>>>. Choose one, and save it.")
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _("The file is not in UTF-8, but in an older encoding such as cp1252. Save it as UTF-8.")
    return _("The file is damaged or cut off: it is not complete JSON.")


def without_prints(content: bytes) -> bytes:
    """Return a notebook without what its cells printed.

    Raises:
        UnreadableError: if the bytes are no notebook.
    """
    document = document_of(content)
    for cell in document["cells"]:
        if type(cell) is dict and "outputs" in cell:
            cell["outputs"] = []
    return json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"

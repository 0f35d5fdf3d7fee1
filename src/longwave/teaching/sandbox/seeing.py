"""Refusing a sandbox that does not show students' code what the grader has: each answer that needs it would be none."""

import importlib.util
import sys
from collections.abc import Sequence

from longwave.i18n import _


class SandboxError(Exception):
    """The sandbox does not start, or does not answer; the message says what it said."""


def refuse_blind(missing: Sequence[str], image: str = "") -> None:
    """Refuse a sandbox in which packages are missing that are here: each answer that needs one would be no answer.

    The course's own modules do not count, as those with right answers are hidden there.

    Args:
        missing: what the sandbox could not import.
        image: that of the container, if it is one.

    Raises:
        SandboxError: if there are any; it names them.
    """
    hidden = [name for name in missing if name.partition(".")[0] != "longwave" and _is_here(name)]
    if not hidden:
        return
    sentence = _(
        "the sandbox does not see {modules}, which {folder} does not hold. "
        "Make the course's environment anew, in one folder: make teach"
    )
    if image:
        sentence = _(
            "{modules} can be imported here and not in a container of {image}. Name an image with the libraries that "
            "it needs in LONGWAVE_IMAGE, or make the course's environment anew, in one folder: make teach"
        )
    raise SandboxError(sentence.format(modules=", ".join(hidden), folder=sys.prefix, image=image))


def _is_here(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except (ImportError, ValueError):
        return False

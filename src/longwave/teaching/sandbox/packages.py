"""Packages that an instructor adds for students' code: there, and where the sandbox shows them."""

import importlib.util
import sys
from collections.abc import Iterable
from pathlib import Path

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.teaching.sandbox.kinds import shown_place


def refuse_missing(packages: Iterable[str]) -> None:
    """Refuse to grade with packages that students' code could not import: each student would lose points by it.

    Nothing is imported for this: only the top package is looked for.

    Raises:
        ExpectedError: if one is not installed, or is where the sandbox shows nothing; it says what to do.
    """
    for name in packages:
        top = name.partition(".")[0]
        places = _places(top)
        command = f"{sys.executable} -m pip install {top}"
        if not places:
            sentence = _(
                "{name} is in [sandbox] packages of course.toml and is not installed, so nothing was graded. Install "
                "it next to longwave: {command}"
            )
            raise ExpectedError(sentence.format(name=name, command=command))
        hidden = [place for place in places if shown_place(place) is None]
        if hidden:
            sentence = _(
                "{name} is in {place}, which the sandbox does not show, so nothing was graded. Install it next to "
                "longwave: {command}"
            )
            raise ExpectedError(sentence.format(name=name, place=hidden[0], command=command))


def _places(top: str) -> list[Path]:
    """Return where a package is, none if it is not installed; what is built into Python is with Python."""
    try:
        spec = importlib.util.find_spec(top)
    except (ImportError, ValueError):
        spec = None
    if spec is None:
        return []
    folders = list(spec.submodule_search_locations or ())
    if folders:
        return [Path(folder) for folder in folders]
    return [Path(spec.origin) if spec.has_location and spec.origin else Path(sys.base_prefix)]

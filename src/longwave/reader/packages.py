"""Whether the installed packages are those that the course was tested with."""

import re
from importlib.metadata import PackageNotFoundError, requires, version

from longwave.i18n import _
from longwave.reader.course import course_folder


def wrong_packages() -> list[str]:
    """Return a phrase for each package that is missing or not at the lock's version; none if all are right.

    An installed wheel has no lock beside it; there the requirements of the package itself count.
    """
    from packaging.requirements import Requirement

    wrong = []
    for requirement in map(Requirement, _wanted()):
        if requirement.marker and not requirement.marker.evaluate({"extra": "lab"}):
            continue
        installed = _installed(requirement.name)
        if installed is None:
            wrong.append(_("{name} is missing").format(name=requirement.name))
        elif not requirement.specifier.contains(installed, prereleases=True):
            sentence = _("{name} is {installed}, not {wanted}")
            wanted = str(requirement.specifier).removeprefix("==")
            wrong.append(sentence.format(name=requirement.name, installed=installed, wanted=wanted))
    return wrong


def _wanted() -> list[str]:
    lock = course_folder() / "requirements.lock"
    if not lock.is_file():
        return requires("longwave") or []
    lines = lock.read_text(encoding="utf-8").splitlines()
    return [line.rstrip("\\").strip() for line in lines if re.match("[A-Za-z0-9]", line)]


def _installed(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None

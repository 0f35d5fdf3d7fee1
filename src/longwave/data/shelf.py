"""Where the datasets are, what they are called, and whether their bytes are the promised ones."""

import csv
import difflib
import hashlib
import io
import json
from pathlib import Path
from typing import Any

from longwave.i18n import _

# A passport file as JSON has it. Its shape is Frictionless's Data Package, which checks it when a dataset is built.
Descriptor = dict[str, Any]
Source = dict[str, str]

_SHIPPED = Path(__file__).parents[1] / "course" / "datasets"
_IN_CLONE = Path(__file__).parents[3] / "datasets"


class DatasetError(ValueError):
    """An error with a dataset that the reader can mend; in a notebook only its message is shown."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


class UnknownDatasetError(DatasetError):
    """No dataset has this name."""


class ChangedDatasetError(DatasetError):
    """A dataset's file is missing, or differs from the one that its passport describes."""


def datasets_folder() -> Path:
    """Return the folder of all datasets: inside an installed package, or at the top of a clone."""
    return _SHIPPED if _SHIPPED.is_dir() else _IN_CLONE


def names() -> list[str]:
    """Return the names of all datasets, in alphabetical order."""
    return sorted(passport_file.parent.name for passport_file in datasets_folder().glob("*/datapackage.json"))


def catalogue() -> str:
    """Return one line for each dataset, its name and title, and a mark where newer figures can be fetched."""
    lines = []
    for name in names():
        descriptor = read_descriptor(name)
        mark = _(" (can be refreshed)") if "live" in descriptor else ""
        lines.append(f"{name:25}{descriptor['title']}{mark}")
    return "\n".join(lines)


def read_descriptor(name: str) -> Descriptor:
    """Return a dataset's passport file as a dictionary (Frictionless Data Package).

    Raises `UnknownDatasetError`, which lists the nearest names.
    """
    if name not in names():
        raise UnknownDatasetError(_unknown_message(name))
    descriptor: Descriptor = json.loads((datasets_folder() / name / "datapackage.json").read_text(encoding="utf-8"))
    return descriptor


def _unknown_message(name: str) -> str:
    near = difflib.get_close_matches(name, names(), n=3, cutoff=0.4)
    if near:
        return _("There is no dataset “{name}”. Near names: {near}.").format(name=name, near=", ".join(near))
    return _("There is no dataset “{name}”. The datasets are: {all}.").format(name=name, all=", ".join(names()))


def sources_in_full(descriptor: Descriptor) -> list[Source]:
    """Return the sources that a passport lists by id and title, as rows of the dataset `sources`."""
    text = read_checked_bytes("sources").decode("utf-8")
    rows = {row["source_id"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}
    return [rows[source["id"]] for source in descriptor["sources"]]


def read_checked_bytes(name: str) -> bytes:
    """Return the bytes of a dataset's CSV file after comparing length and sha256 with its passport.

    Raises `ChangedDatasetError`, which names the file and says how to get the right one back.
    """
    resource = read_descriptor(name)["resources"][0]
    path: Path = datasets_folder() / name / resource["path"]
    if not path.is_file():
        raise ChangedDatasetError(_("The file {path} is missing. {cure}").format(path=path, cure=_cure(path)))
    content = path.read_bytes()
    if len(content) != resource["bytes"] or f"sha256:{hashlib.sha256(content).hexdigest()}" != resource["hash"]:
        message = _("The file {path} is not the one that its passport describes: its bytes changed. {cure}")
        raise ChangedDatasetError(message.format(path=path, cure=_cure(path)))
    return content


def _cure(path: Path) -> str:
    if path.is_relative_to(_SHIPPED):
        return _("Install the course again: pip install --force-reinstall longwave")
    return _(
        "To get it back, run: git checkout -- datasets/{name}. If you changed its raw rows on purpose, "
        "run: python -m tools.datasets"
    ).format(name=path.parent.name)

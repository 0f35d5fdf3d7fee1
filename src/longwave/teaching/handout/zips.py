"""Zip files that are the same bytes each time."""

import io
import zipfile
from collections.abc import Mapping

from longwave.teaching.folder.names import file_name

_MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can hold


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return a zip of files by name, in the order of their names."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            about = zipfile.ZipInfo(name, _MOMENT)
            about.compress_type, about.create_system, about.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(about, files[name])
    return stream.getvalue()


def moodle_folder(full_name: str, participant: str) -> str:
    """Return the folder in which Moodle's import of feedback files looks for a student's.

    Its name has four parts: name, number of the participant, and the two of the plugin, with no other underscore in
    front (Moodle's mod/assign/feedback/file/importziplib.php). The number alone decides.

    >>> moodle_folder("Ann_Lee O/Brien", "471")
    'Ann Lee O Brien_471_assignsubmission_file_'
    """
    name = " ".join(file_name(full_name).replace("_", " ").split())
    return f"{name}_{participant}_assignsubmission_file_"

"""The course in another language: the same notebooks, those that are whole in that language in translation."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from longwave.i18n import is_offered, lookup_in
from longwave.reader.copy import CopyReport, refresh_copy, shipped_files
from longwave.reader.files import write_whole
from longwave.translation.notebook import Notebook, translated


def write_edition(language: str, course: Path, target: Path) -> list[str]:
    """Write the lessons and exercises of a course in a language; return the slugs of those that are translated.

    A notebook that is not whole in the language is written in English, so that every link leads somewhere. Ids of cells
    and tasks are the same in all languages, and so are progress and guesses.

    Args:
        language: Such as `zh_CN`.
        course: The folder that holds `lessons/` and `exercises/`.
        target: Where they go; notebooks that are there are replaced.
    """
    done = []
    for path in shipped_files(course):
        content, place = path.read_bytes(), path.relative_to(course)
        if path.suffix == ".ipynb" and is_offered(path.stem, language):
            notebook = in_language(json.loads(content), f"{place.parts[0]}/{path.stem}", language)
            content = json.dumps(notebook, ensure_ascii=False, indent=1).encode() + b"\n"
            done.append(path.stem)
        write_whole(target / place, content)
    return sorted(set(done))


def refresh_edition(copy: Path, course: Path, language: str = "en") -> CopyReport:
    """Refresh the reader's copy in a language: any but English has a folder of its own inside the copy.

    Raises:
        ExpectedError: if the folder cannot be used.
    """
    if language == "en":
        return refresh_copy(copy, course)
    with TemporaryDirectory() as edition:
        write_edition(language, course, Path(edition))
        return refresh_copy(copy / language, Path(edition))


def in_language(notebook: Notebook, area: str, language: str) -> Notebook:
    """Return a notebook in a language, without outputs; what is not translated stays English."""
    return translated(notebook, area, lookup_in(language))

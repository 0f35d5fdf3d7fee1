"""What is known of each notebook that was collected: where it came from, when, and what the platform said of it."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from longwave.reader.files import write_whole
from longwave.teaching.folder.course import Course


@dataclass(frozen=True)
class Receipt:
    """What is known of a collected notebook, kept under `submitted/.collected/`.

    `moment` is the file's time in the download in which it was first. `dated` says whether that is when it was handed
    in (True), or when a platform made the download (False); None: the receipt is of an older version, which kept the
    time in `timestamp.txt` alone. `late` is the platform's own mark, None where it makes none.
    """

    sha256: str
    source: str
    layout: str
    number: int
    moment: str
    participant: str = ""  # Moodle's number of the student in this assignment
    late: bool | None = None
    dated: bool | None = None
    code: str = ""  # of the answers, as the student's own receipt has it


def receipt_file(course: Course, lesson: str, student: str) -> Path:
    """Return the file of a receipt of a student's notebook; nbgrader does not look there."""
    return course.submitted / ".collected" / lesson / f"{student}.json"


def read_receipt(course: Course, lesson: str, student: str) -> Receipt | None:
    """Return the receipt of a student's notebook, None if there is none that can be read."""
    return _read(receipt_file(course, lesson, student))


def write_receipt(course: Course, lesson: str, student: str, receipt: Receipt) -> None:
    """Keep a receipt."""
    _write(receipt_file(course, lesson, student), receipt)


def _first_file(course: Course, lesson: str, student: str) -> Path:
    return course.submitted / ".collected" / lesson / "unusable" / f"{student}.json"


def read_unusable(course: Course, lesson: str, student: str) -> Receipt | None:
    """Return the receipt of the first file of a student's that could not be used, None if there was none."""
    return _read(_first_file(course, lesson, student))


def keep_unusable(course: Course, lesson: str, student: str, receipt: Receipt) -> None:
    """Keep the receipt of a file that could not be used, if it is the first: mended, it counts as of then."""
    if read_unusable(course, lesson, student) is None:
        _write(_first_file(course, lesson, student), receipt)


def _read(path: Path) -> Receipt | None:
    try:
        return Receipt(**json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def _write(path: Path, receipt: Receipt) -> None:
    content = json.dumps(asdict(receipt), ensure_ascii=False, indent=1).encode() + b"\n"
    write_whole(path, content, durable=True)

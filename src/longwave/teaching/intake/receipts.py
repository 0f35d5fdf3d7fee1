"""What is known of each notebook that was collected: where it came from, and when."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from longwave.reader.files import write_whole
from longwave.teaching.folder.course import Course


@dataclass(frozen=True)
class Receipt:
    """What is known of a collected notebook, kept under `submitted/.collected/`."""

    sha256: str
    source: str
    layout: str
    number: int
    moment: str  # the file's time in the download in which it was first
    participant: str = ""  # Moodle's number of the student in this assignment
    code: str = ""  # of the answers, as the student's own receipt has it


def receipt_file(course: Course, lesson: str, student: str) -> Path:
    """Return the file of a receipt of a student's notebook; nbgrader does not look there."""
    return course.submitted / ".collected" / lesson / f"{student}.json"


def read_receipt(course: Course, lesson: str, student: str) -> Receipt | None:
    """Return the receipt of a student's notebook, None if there is none that can be read."""
    try:
        return Receipt(**json.loads(receipt_file(course, lesson, student).read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def write_receipt(course: Course, lesson: str, student: str, receipt: Receipt) -> None:
    """Keep a receipt."""
    content = json.dumps(asdict(receipt), ensure_ascii=False, indent=1).encode() + b"\n"
    write_whole(receipt_file(course, lesson, student), content, durable=True)

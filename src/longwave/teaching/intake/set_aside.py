"""What students handed in and the course cannot use is kept, with the reason, under `set-aside/<lesson>/<when>/`."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from longwave.reader.files import write_whole
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.names import file_name
from longwave.teaching.intake.sources import DAMAGED, Found

REASONS = "reasons.json"


@dataclass(frozen=True)
class Kept:
    """One file that was set aside, as `reasons.json` has it. `file` is empty where it could not be copied."""

    file: str
    source: str
    reason: str
    student: str
    sha256: str


@dataclass
class Shelf:
    """Takes files aside. A file that is there already, from this run or an earlier one, is not copied again."""

    course: Course
    lesson: str
    dry_run: bool
    kept: list[Kept] = field(default_factory=list)
    _known: set[tuple[str, str]] = field(default_factory=set)
    _names: set[str] = field(default_factory=lambda: {REASONS})

    def __post_init__(self) -> None:
        """Find out what earlier runs set aside."""
        top = self.course.set_aside / self.lesson
        for path in top.glob(f"*/{REASONS}"):
            self._known |= _known_in(path)
        self.folder = top / datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")

    def put(self, found: Found, student: str, reason: str) -> bool:
        """Take a file aside; return False where it could not be copied and so exists in the download only."""
        digest = _digest(found)
        key = found.name, digest
        if key in self._known:
            return bool(digest)
        self._known.add(key)
        name = self._free_name(found) if digest else ""
        if name and not self.dry_run:
            found.save(self.folder / name)
        self.kept.append(Kept(name, found.name, reason, student, digest))
        return bool(digest)

    def close(self) -> None:
        """Write down the reasons."""
        if self.kept and not self.dry_run:
            document = [asdict(kept) for kept in self.kept]
            content = json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"
            write_whole(self.folder / REASONS, content, durable=True)

    def _free_name(self, found: Found) -> str:
        """Return a name that no other file has, also where capitals do not count, and that leads to no other folder."""
        plain = name = file_name(found.name)
        number = 1
        while name.casefold() in self._names:
            number += 1
            name = f"{number}-{plain}"
        self._names.add(name.casefold())
        return name


def _digest(found: Found) -> str:
    """Return a digest of a file's bytes, empty if they cannot be read."""
    if not found.can_be_kept:
        return ""
    try:
        with found.open() as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except DAMAGED:
        return ""


def _known_in(path: Path) -> set[tuple[str, str]]:
    try:
        return {(entry["source"], entry["sha256"]) for entry in json.loads(path.read_bytes())}
    except (OSError, ValueError, TypeError, KeyError):
        return set()

"""Whose a file of a download is: the layouts of Canvas, of Moodle, and of plain folders.

Canvas (`lib/content_zipper.rb` of instructure/canvas-lms) names a file
`<name>[_LATE]_<user>_<file>_<own name>`: the sortable name in lower case without anything but letters and digits, the
mark LATE if it is late, Canvas's number of the user, Canvas's number of the file, the student's own name of the file.
A text or an address that was typed in is `<name>[_LATE]_<user>_text.html` or `_link.html`; with anonymous grading
`anon_…` replaces name and user. A file that was handed in again has `-1`, `-2` … before its ending. The
zip is made when it is asked for, and every file in it has that time, not the time of handing in.

Moodle (`mod/assign/classes/downloader.php` of moodle/moodle, "Download submissions in folders") makes a folder
`<full name>_<participant>_assignsubmission_file` for each student, with `_` at its end in older versions; without
folders that is the beginning of the file's name, and `_<own name>` follows. The participant's number is that of the
grading worksheet; it is another one in each assignment, and says nothing about the person. The full name is written in
the order of the site's language, and without the characters that a file's name may not have. If students are in groups,
the group's name and a hyphen come first; the folder of a team has the team's name, and with blind marking it is
"Participant". The zip is a stream, in
which newer versions give every file the time of the download.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from longwave.i18n import _
from longwave.teaching.folder.names import matching_form
from longwave.teaching.folder.roster import Student

_CANVAS = re.compile(r"\w+?_(?P<late>LATE_)?(?P<user>\d+)_(?P<file>\d+)_(?P<own>.+)", re.S)
_CANVAS_TYPED = re.compile(r"\w+?_(?P<late>LATE_)?(?P<user>\d+)_(?P<own>(?:text|link)\.html)")
_CANVAS_ANONYMOUS = re.compile(r"(?P<late>LATE_)?anon_\w+?_(?P<file>\d+)_(?P<own>.+)", re.S)
_MOODLE_FOLDER = re.compile(r"(?P<who>.+?)(?:_(?P<participant>\d+))?_assignsubmission_[a-z]+_?")
_MOODLE_FILE = re.compile(r"(?P<who>.+?)(?:_(?P<participant>\d+))?_assignsubmission_[a-z]+_(?P<own>.+)")
_SECOND = re.compile(r"(-\d+| ?\(\d+\))$")
_SECOND_ENDING = re.compile(r"\.ipynb\.(txt|json|download)$", re.I)


@dataclass(frozen=True)
class Owner:
    """Whose a file is. Where that is not known, `student` is empty and `why` says why."""

    layout: str  # canvas, moodle, or plain
    student: str
    own_name: str  # the student's own name of the file, empty if the download does not say it
    why: str = ""
    late: bool | None = None  # what the platform says; None: nothing
    number: int = 0  # Canvas's number of the file: the higher, the newer
    participant: str = ""  # Moodle's number of the student in this assignment


def without_copy_number(name: str) -> str:
    """Return a file's name without its ending and the number of a second copy.

    >>> without_copy_number("18-co-evolution-2.ipynb"), without_copy_number("18-co-evolution (1).ipynb")
    ('18-co-evolution', '18-co-evolution')
    """
    return _SECOND.sub("", name.rpartition(".")[0] or name)


def copy_number(name: str) -> int:
    """Return the number of a second copy, 0 if a file's name has none.

    >>> copy_number("18-co-evolution-2.ipynb"), copy_number("18-co-evolution (1).ipynb"), copy_number("18.ipynb")
    (2, 1, 0)
    """
    found = _SECOND.search(name.rpartition(".")[0] or name)
    digits = found[0].strip(" -()") if found else ""
    return int(digits) if 0 < len(digits) < 10 else 0


def _names_in(who: str) -> list[str]:
    """Return the names that a folder of Moodle's may begin with: the whole, or what is behind the name of a group.

    >>> _names_in("Group 1-Ann-Marie Lee")
    ['Group 1-Ann-Marie Lee', 'Ann-Marie Lee', 'Marie Lee']
    """
    parts = who.split("-")
    return ["-".join(parts[place:]) for place in range(len(parts))]


class Owners:
    """Finds the owner of a file by its place and name."""

    def __init__(self, students: Iterable[Student], groups: Mapping[str, list[str]] | None = None) -> None:
        """Take the students who may own a file, and the members of each group that hands in as one."""
        students = list(students)
        self._by_group = {matching_form(group): members[0] for group, members in (groups or {}).items()}
        self._by_id = {student.student_id.casefold(): student.student_id for student in students}
        self._by_lms = {student.lms_id: student.student_id for student in students if student.lms_id}
        self._by_name: dict[str, set[str]] = defaultdict(set)
        for student in students:
            for name in (student.first_name + student.last_name, student.last_name + student.first_name):
                self._by_name[matching_form(name)].add(student.student_id)

    def owner(self, parts: list[str]) -> Owner:
        """Return whose a file is; `parts` are its folders and its name."""
        *folders, name = parts
        for folder in folders:
            if match := _MOODLE_FOLDER.fullmatch(folder):
                return self._of_moodle(match, name)
            if student := self._by_id.get(folder.casefold()):
                return Owner("plain", student, name)
            if folder.lower().endswith(".zip") and (owner := self._of_archive(folder, name)):
                return owner
        if match := _MOODLE_FILE.fullmatch(name):
            return self._of_moodle(match, match["own"])
        return self._of_canvas(name) or self._of_plain(name) or self._unknown(name)

    def _of_archive(self, archive: str, name: str) -> Owner | None:
        """Return whose a file in a zip is, if the zip's own name says it: then no name inside counts.

        Somebody could else hand in a zip with a folder that has another student's id.
        """
        if match := _MOODLE_FILE.fullmatch(archive):
            return self._of_moodle(match, name)
        owner = self._of_canvas(archive) or self._of_plain(archive)
        if owner is None and (_CANVAS.fullmatch(archive) or _CANVAS_ANONYMOUS.fullmatch(archive)):
            owner = self._unknown(archive)
        return replace(owner, own_name=name) if owner else None

    def _of_moodle(self, match: re.Match[str], own_name: str) -> Owner:
        who, participant = match["who"], match["participant"] or ""
        found = next((known for name in _names_in(who) if (known := self._by_name.get(matching_form(name)))), set())
        if len(found) == 1:
            return Owner("moodle", next(iter(found)), own_name, participant=participant)
        # In a team's folder the number is the group's, and no participant's.
        if member := self._by_group.get(matching_form(who)):
            return Owner("moodle", member, own_name)
        if found:
            words = _("{name} may be any of {students}; put the file into a folder with the student's id")
            why = words.format(name=who, students=", ".join(sorted(found)))
        elif who.casefold().startswith("participant"):
            why = _("Moodle hid the names: reveal the students' identities there, and download again")
        else:
            words = _("nobody on the roster is called {name}; of a team, put it into a folder with each member's id")
            why = words.format(name=who)
        return Owner("moodle", "", own_name, why)

    def _of_canvas(self, name: str) -> Owner | None:
        match = _CANVAS.fullmatch(name) or _CANVAS_TYPED.fullmatch(name)
        student = self._by_lms.get(match["user"]) if match else None
        if match is None or student is None:
            return None
        number = int(match.groupdict().get("file") or 0)
        return Owner("canvas", student, match["own"], late=bool(match["late"]), number=number)

    def _of_plain(self, name: str) -> Owner | None:
        stem, ending = name.rpartition(".")[0] or name, name.rpartition(".")[2]
        for whole in (stem, without_copy_number(name), _SECOND_ENDING.sub("", name), name):
            if student := self._by_id.get(whole.casefold()):
                return Owner("plain", student, "")
        starts = [known for known in self._by_id if stem.casefold().startswith(known + "_")]
        if not starts:
            return None
        longest = max(starts, key=len)
        if "_" not in longest and _CANVAS.fullmatch(name):
            return None  # Canvas's form: it begins with a name, and an id that looks the same is a coincidence
        return Owner("plain", self._by_id[longest], f"{stem[len(longest) + 1 :]}.{ending}")

    def _unknown(self, name: str) -> Owner:
        if match := _CANVAS_ANONYMOUS.fullmatch(name):
            return Owner(
                "canvas", "", match["own"], _("graded anonymously: let Canvas show the names, and download again")
            )
        if match := _CANVAS.fullmatch(name) or _CANVAS_TYPED.fullmatch(name):
            why = _("nobody on the roster has the lms_id {number}").format(number=match["user"])
            return Owner("canvas", "", match["own"], why)
        return Owner("plain", "", name, _("its name names no student"))

"""What the log of a lesson says as a whole: who has read what, which points were last known, what was asked for."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from longwave.teaching.argued.log import Event
from longwave.teaching.argued.rubric import WHOLE, Question

Key = tuple[str, str]  # a task and a student
FORMGRADER = "formgrader"


@dataclass(frozen=True)
class Reading:
    """What one marker gave an answer: points and comments by row, or for the whole, and the digest of the text.

    `alone` is False where it began with another marker's points: it then says nothing about agreement.
    """

    rows: dict[str, float] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    text: str = ""
    alone: bool = True

    def total(self, question: Question) -> float | None:
        """Return the sum of the rows, or the points of the whole; None while something is missing."""
        names = [row.name for row in question.rows]
        if names and all(name in self.rows for name in names):
            return sum(self.rows[name] for name in names)
        return self.rows.get(WHOLE)

    def is_by_row(self, question: Question) -> bool:
        """Return whether every row of the rubric has points."""
        return bool(question.rows) and all(row.name in self.rows for row in question.rows)


@dataclass(frozen=True)
class Known:
    """The hand points and the comment that the gradebook had when it was last seen, and who gave the points."""

    points: float | None = None
    comment: str = ""
    who: str = ""


@dataclass(frozen=True)
class Request:
    """A request to look at a task again, and the answer, empty while there is none."""

    task: str
    student: str
    asked: str
    why: str
    answer: str = ""


@dataclass
class Standing:
    """All of it. `pending` is a change of which nobody knows yet whether it reached the gradebook."""

    readings: dict[Key, dict[str, Reading]] = field(default_factory=dict)
    known: dict[Key, Known] = field(default_factory=dict)
    requests: list[Request] = field(default_factory=list)
    pending: list[Event] = field(default_factory=list)

    def counting(self, question: Question, student: str, points: float | None) -> Reading | None:
        """Return the reading by row that adds up to the points in the gradebook, that of who gave them first."""
        readings = self.readings.get((question.task, student), {})
        who = self.known.get((question.task, student), Known()).who
        for marker in sorted(readings, key=lambda name: name != who):
            total = readings[marker].total(question)
            if points is not None and total is not None and abs(total - points) < 1e-6:
                return readings[marker]
        return None


def standing(events: list[Event]) -> Standing:
    """Return what events say as a whole. A change that did not reach the gradebook is left out."""
    settled = {one["batch"]: one["event"] for one in events if one["event"] in ("done", "undone")}
    found = Standing()
    for one in events:
        state = settled.get(one.get("batch", ""), "" if one.get("batch") else "done")
        if state == "undone":
            continue
        if state == "" and one["event"] in ("points", "read"):
            found.pending.append(one)
        _take(found, one)
    return found


def _take(found: Standing, one: Event) -> None:
    key = (one.get("task", ""), one.get("student", ""))
    if one["event"] == "read":
        reading = Reading(one["rows"], one["comments"], one.get("text", ""), one.get("alone", True))
        found.readings.setdefault(key, {})[one["who"]] = reading
    elif one["event"] in ("points", "noticed"):
        found.known[key] = Known(one["to"], one["comment"], one["who"])
    elif one["event"] == "asked":
        found.requests.append(Request(*key, one["when"], one["why"]))
    elif one["event"] == "answered":
        found.requests = list(_answered(found.requests, key, one["why"]))


def _answered(requests: Iterable[Request], key: Key, answer: str) -> Iterable[Request]:
    """Yield the requests, those of a task and a student that are open with an answer."""
    for request in requests:
        is_meant = not request.answer and request.student == key[1] and key[0] in ("", request.task)
        yield Request(request.task, request.student, request.asked, request.why, answer) if is_meant else request

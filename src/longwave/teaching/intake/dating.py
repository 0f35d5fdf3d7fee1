"""What a download tells of the time of a file, and what is known better from an earlier one."""

from dataclasses import replace
from datetime import datetime

from longwave.teaching.folder.course import Course
from longwave.teaching.intake.arrivals import Arrival
from longwave.teaching.intake.receipts import Receipt, read_unusable


def receipt_of(arrival: Arrival, has_times: bool) -> Receipt:
    """Return what a download says of a file; only a platform's zip can have another time than that of handing in."""
    owner, found = arrival.owner, arrival.found
    dated = owner.layout == "plain" or (owner.layout == "moodle" and has_times)
    moment = found.moment.isoformat()
    return Receipt(arrival.digest, found.name, owner.layout, owner.number, moment, owner.participant, owner.late, dated)


def seen_again(new: Receipt, before: Receipt) -> Receipt:
    """Return the receipt of a notebook that is here already: its source and time stay, and it may get its number.

    If now a platform says when it was handed in, that is better than the time of an earlier download.
    """
    tells = new.layout == "moodle" and bool(new.dated) and not before.dated
    return replace(
        new,
        source=before.source,
        moment=new.moment if tells else before.moment,
        number=max(new.number, before.number),
        participant=new.participant or before.participant,
        dated=new.dated or before.dated,
    )


def knows_less(arrival: Arrival, before: Receipt) -> bool:
    """Return whether a notebook that came from a platform is in a plain folder now: its time there proves nothing."""
    return arrival.owner.layout == "plain" and before.layout != "plain"


def is_older(new: Receipt, before: Receipt) -> bool:
    """Return whether a file is older than what was collected: by Canvas's number, or else by its time."""
    if new.number and before.number:
        return new.number < before.number
    return datetime.fromisoformat(new.moment) < datetime.fromisoformat(before.moment)


def dated_as(course: Course, lesson: str, arrival: Arrival, before: Receipt | None) -> Receipt | None:
    """Return the receipt of the unusable file whose place a notebook takes, None if it takes none's.

    Who mends such a file lays it into a folder, where its time is that of the mending. It counts as of when the student
    handed it in, unless something that could be used came later.
    """
    first = read_unusable(course, lesson, arrival.owner.student)
    if first is None or arrival.owner.layout != "plain" or (before and is_older(first, before)):
        return None
    return first

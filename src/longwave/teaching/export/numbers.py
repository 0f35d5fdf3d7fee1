"""What is said to numbers: the right one with its tolerance, and each wrong one whose mistake has a name."""

from collections.abc import Iterator
from dataclasses import replace

from longwave.i18n import _
from longwave.tasks.agreement import margin
from longwave.tasks.checking import judge
from longwave.tasks.task import Task
from longwave.teaching.export.question import Reply, html, named

_DIGITS = range(4)  # after the point, to which a number may have been rounded too early
_HALVINGS = 12


def number_replies(task: Task) -> tuple[Reply, ...]:
    """Return what is said to the numbers that a task of one number foresees, the right one first.

    A mistake that has no example, or whose example is named otherwise, is left out: what is said is always what the
    task's own check says.
    """
    found: list[Reply] = []
    for value in _foreseen(task):
        result = judge(task, value)
        is_said = any(one.value == typed(value) or _covers(one, result.mistake_name, value) for one in found)
        if not is_said and (result.status == "right" or result.mistake_name):
            found.append(_reply(task, value))
    apart = [reply if reply.is_right else replace(reply, margin=_apart(reply, found)) for reply in found]
    return tuple(sorted(apart, key=lambda reply: not reply.is_right))


def _covers(reply: Reply, name: str, value: float) -> bool:
    """Return whether a number is near enough to one that is told the same."""
    return reply.name == name and abs(value - float(reply.value)) <= reply.margin


def _apart(reply: Reply, all_replies: list[Reply]) -> float:
    """Return how far an answer may be from this one without coming near one that is told something else."""
    others = [abs(float(reply.value) - float(other.value)) for other in all_replies if other.name != reply.name]
    return float(f"{min([reply.margin, *(distance / 2 for distance in others)]):.6g}")


def _foreseen(task: Task) -> Iterator[float]:
    """Yield the right number, then those of the mistakes, then those that slips of form make of the right one."""
    if task.right is None:
        return
    right = task.right()
    yield right
    yield from (float(mistake.example()) for mistake in task.mistakes if mistake.example)
    yield from (-right, 100 * right, right / 100, *(round(right, digits) for digits in _DIGITS))


def _reply(task: Task, value: float) -> Reply:
    result = judge(task, value)
    message = result.message.replace(f"{value:.6g}", typed(value, digits=4))
    if result.status == "right":
        words = html(" ".join([_("Right."), message]).strip())
        return Reply(typed(value), True, words, margin=_margin(task, value))
    return Reply(typed(value), False, named(result.mistake_name, message), result.mistake_name, _margin(task, value))


def _margin(task: Task, value: float) -> float:
    """Return how far an answer may be from this one and still be told the same."""
    same, reach = judge(task, value), margin(value, task.tolerance)
    for _attempt in range(_HALVINGS):
        edges = [judge(task, value + step) for step in (-reach, reach)]
        if all((edge.status, edge.mistake_name) == (same.status, same.mistake_name) for edge in edges):
            return float(f"{reach:.6g}")
        reach /= 2
    return 0.0


def typed(value: float, digits: int = 10) -> str:
    """Return a number as it would be typed.

    >>> typed(8.0), typed(2 / 3), typed(0.1 + 0.2), typed(20.0, digits=4)
    ('8', '0.6666666667', '0.3', '20')
    """
    text = f"{value + 0:.{digits}g}"
    return f"{value:.0f}" if "e+" in text else text


def spellings(reply: Reply) -> list[str]:
    """Return the ways to write a number, where text is compared with text: rounded as far as its margin allows.

    >>> spellings(Reply("0.6666666667", True, "", margin=0.0005))
    ['0.6666666667', '0.667', '0.6667', '0.66667', '.6666666667', '.667', '.6667', '.66667']
    """
    value, found = float(reply.value), [reply.value]
    for digits in range(6):
        text = f"{value:.{digits}f}"
        if abs(float(text) - value) <= reply.margin:
            found.append(text)
        if digits and float(text) == value:
            break
    found += [text.replace("0.", ".", 1) for text in found if text.lstrip("-").startswith("0.")]
    return list(dict.fromkeys(found))

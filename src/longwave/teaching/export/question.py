"""A question as a learning platform asks it: its text, and what is said to each answer that was foreseen."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from longwave.tasks.feedback import marked_up


@dataclass(frozen=True)
class Reply:
    """An answer that was foreseen, as it would be typed: a letter, or a number with how far it may be off.

    `feedback` is HTML; `name` is that of the mistake, empty for a right answer.
    """

    value: str
    is_right: bool
    feedback: str
    name: str = ""
    margin: float = 0.0


@dataclass(frozen=True)
class Question:
    """One question. Texts are HTML that is well-formed XML, too; `title` and `topic` are plain.

    The replies are in the order in which they are tried: of two that fit, the first counts.

    Attributes:
        id: That of the task, such as 02-quiz-floor, or of the question in the concept test.
        group: Which of the two collections it is from, in words.
        topic: The lesson's number and title.
        options: By letter; empty where a number is asked.
        otherwise: What is said to an answer that was not foreseen.
        hints: One after the other.
    """

    id: str
    group: str
    topic: str
    title: str
    text: str
    replies: tuple[Reply, ...]
    options: Mapping[str, str]
    otherwise: str = ""
    hints: tuple[str, ...] = ()

    @property
    def right(self) -> Reply:
        """The first of the right answers."""
        return next(reply for reply in self.replies if reply.is_right)


def html(sentence: str) -> str:
    """Return a sentence of the course as a paragraph: `code` and *stress* set as such, all else escaped.

    >>> html("Is `a < b` *always* so?")
    '<p>Is <code>a &lt; b</code> <em>always</em> so?</p>'
    """
    return f"<p>{without_looks(marked_up(sentence))}</p>"


def without_looks(markup: str) -> str:
    """Return our own HTML without styles: a platform has its own."""
    return re.sub(r' style="[^"]*"', "", markup)


def named(name: str, message: str) -> str:
    """Return what is said to a mistake: its name, then the message."""
    return f"<p><strong>{without_looks(marked_up(name[:1].upper() + name[1:]))}.</strong></p>" + html(message)

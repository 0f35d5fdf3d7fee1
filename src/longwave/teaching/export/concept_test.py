"""The questions of the concept test, for a platform: each letter with the misconception that it shows."""

from longwave.i18n import _
from longwave.tasks.feedback import marked_up
from longwave.tasks.kinds import choice_digest
from longwave.tasks.task import lesson_title
from longwave.teaching.concepts.question import Question as Asked
from longwave.teaching.concepts.questions import every_question
from longwave.teaching.export.question import Question, Reply, html, without_looks


def concept_test() -> list[Question]:
    """Return the questions of all parts, those on labs last."""
    return [_question(asked) for asked in every_question()]


def _question(asked: Asked) -> Question:
    topic = f"{asked.lesson}. {lesson_title(asked.lesson)}"
    replies = tuple(_reply(asked, letter) for letter in asked.options)
    options = {letter: without_looks(marked_up(text)) for letter, text in asked.options.items()}
    title = _("Concept of lesson {lesson}").format(lesson=asked.lesson)
    return Question(asked.id, _("Concept test"), topic, title, html(asked.text), replies, options)


def _reply(asked: Asked, letter: str) -> Reply:
    if choice_digest(asked.id, letter) == asked.right:
        return Reply(letter, True, html(_("Right.")))
    name = asked.misconceptions[letter]
    return Reply(letter, False, html(_("It looks like: {mistake}.").format(mistake=name)), name)

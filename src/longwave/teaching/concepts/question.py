"""One question of the concept test."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """One question: four options by letter, and for each wrong letter the misconception that it shows.

    Of the right letter only a digest is kept, as `longwave.tasks.kinds.choice_digest` gives it for `id`.
    """

    lesson: str
    text: str
    right: str
    options: dict[str, str]
    misconceptions: dict[str, str]

    @property
    def id(self) -> str:
        """The question's name: 90, then the lesson's two digits."""
        return f"90-{self.lesson}"

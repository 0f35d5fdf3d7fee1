"""Tasks: what is asked, what a right answer is, which mistakes have a name, and how far the reader is.

A reader calls `check`, `hint` and `show_progress`, and guesses before a lesson shows something: `predict`, then
`reveal`; `kept_guess` hands the guess to a lesson. `seal_forecast` keeps a forecast with a date, and
`open_forecast` scores it after that day; `my_ranges` counts how many ranges of the whole course held. The practice
cells of the solutions call `practice`, and test an answer further by `plain_answer` and `agrees`, so that a test
takes whatever the check takes; those of an exam import both from `longwave.tasks.scoring`, since here they refuse an
exam's tasks. An author's module `lesson_NN` in the folder `tasks` of a topic builds its tasks
with the functions of `longwave.tasks.kinds`, names in `variants()` those that can be asked with other numbers
(`longwave.tasks.variant`), and in `guesses()` what the reader guesses (`longwave.tasks.guess`).
"""

from longwave.tasks.agreement import agrees
from longwave.tasks.calibration import my_ranges
from longwave.tasks.checking import check, hint
from longwave.tasks.guess_table import show_guesses
from longwave.tasks.practising import plain_answer, practice
from longwave.tasks.predicting import kept_guess, kept_guesses, predict, reveal
from longwave.tasks.progress import show_progress
from longwave.tasks.sealing import open_forecast, seal_forecast

__all__ = [
    "agrees",
    "check",
    "hint",
    "kept_guess",
    "kept_guesses",
    "my_ranges",
    "open_forecast",
    "plain_answer",
    "practice",
    "predict",
    "reveal",
    "seal_forecast",
    "show_guesses",
    "show_progress",
]

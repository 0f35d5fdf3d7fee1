"""Tasks: what is asked, what a right answer is, which mistakes have a name, and how far the reader is.

A reader calls `check`, `hint` and `show_progress`. The practice cells of the solutions call `practice`, and test an
answer further by `plain_answer` and `agrees`, so that a test takes whatever the check takes. An author's module
`lesson_NN` in the folder `tasks` of a topic builds its tasks with the functions of `longwave.tasks.kinds`, and names in
`variants()` those that can be asked with other numbers (`longwave.tasks.variant`).
"""

from longwave.tasks.agreement import agrees
from longwave.tasks.checking import check, hint, plain_answer, practice
from longwave.tasks.progress import show_progress

__all__ = ["agrees", "check", "hint", "plain_answer", "practice", "show_progress"]

"""The course's private folder: its settings, its students, and nbgrader's gradebook."""

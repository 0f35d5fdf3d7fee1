"""Grading a lesson: jobs for many processes, results as files, and grades in nbgrader's gradebook."""

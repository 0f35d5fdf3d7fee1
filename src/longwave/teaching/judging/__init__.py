"""Judging: what runs of a submission, the talk with the student's process, and the tests in a clean one."""

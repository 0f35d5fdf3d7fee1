"""Judging: what runs of a submission, the messages to the student's process, and the tests in a clean one."""

"""Errors that are expected, and told to a person in one sentence."""


class ExpectedError(Exception):
    """An error of which the message says what is wrong and what to do; no traceback is shown."""

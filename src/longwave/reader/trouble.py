"""Trouble that is expected, and told to the reader in one sentence."""


class TroubleError(Exception):
    """An expected trouble: its message says what is wrong and what to do, and no traceback is shown."""

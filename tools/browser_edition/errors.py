"""What is said when the browser edition cannot be built."""


class EditionError(Exception):
    """The browser edition cannot be built; the message says why and what to do."""

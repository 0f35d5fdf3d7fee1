"""Which words may stay in Latin letters: names."""


def is_name(word: str) -> bool:
    """Say whether a word is a name: one with a capital letter. A small word of one, such as van, needs an exception.

    >>> is_name("Uber"), is_name("WTP"), is_name("price")
    (True, True, False)
    """
    return word != word.lower()

"""Reading a guess: from whatever the reader wrote to a number or a range, or to why it cannot be used."""

from longwave.i18n import _, written_number
from longwave.tasks.answers import UnansweredError, UnusableError, is_kind, loaded, read_number
from longwave.tasks.guess import RANGE, Guess, Kept, written


def read_guess(guess: Guess, value: object) -> Kept:
    """Return a guess in plain form, a float or (low, high), inside the bounds of the question.

    Raises:
        UnansweredError: if it still is, or holds, `...`.
        UnusableError: if it is no such number or range; the message says why in a sentence or two.
    """
    if value is ...:
        raise UnansweredError
    plain: Kept = read_range(value) if guess.kind == RANGE else _read_one(value)
    if not guess.fits(plain):
        raise UnusableError(
            _("{guess} lies outside what the question allows, {low} to {high}.").format(
                guess=written(plain), low=written_number(guess.low), high=written_number(guess.high)
            )
        )
    return plain


def _read_one(value: object) -> float:
    if len(_entries(value)) == 2:
        raise UnusableError(_("This is a range. The question asks for one number."))
    return read_number(value)


def read_range(value: object) -> tuple[float, float]:
    """Return both ends of a range, the lower first: from a tuple, list, array or Series of two numbers."""
    entries = _entries(value)
    if any(entry is ... for entry in entries):
        raise UnansweredError
    if not entries:
        raise UnusableError(
            _("{given} is one number. Give a range: two numbers in brackets, the lower first.").format(
                given=written_number(read_number(value))
            )
        )
    if len(entries) != 2:
        raise UnusableError(_("A range has two ends, but this has {count} values.").format(count=len(entries)))
    low, high = (read_number(entry) for entry in entries)
    if low > high:
        raise UnusableError(
            _("The lower number comes first: write ({low}, {high}).").format(
                low=written_number(high), high=written_number(low)
            )
        )
    return low, high


def _entries(value: object) -> list[object]:
    """Return the entries of a list, tuple, array or Series, and none of anything else."""
    if is_kind(value, list):
        return list(list.__iter__(value))
    if is_kind(value, tuple):
        return list(tuple.__iter__(value))
    series, array = loaded("pandas", "Series"), loaded("numpy", "ndarray")
    if series is not None and is_kind(value, series):
        value = series.to_numpy(value)
    if array is not None and is_kind(value, array):
        flat = array.tolist(value)
        return flat if isinstance(flat, list) else []
    return []

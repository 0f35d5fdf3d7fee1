"""Reading answers of several values: labelled numbers, and the values of coalitions."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from longwave.i18n import _
from longwave.tasks.answers import (
    UnansweredError,
    UnusableError,
    is_kind,
    loaded,
    read_number,
    shown,
    type_word,
)

Coalition = tuple[str, ...]

MOST_VALUES = 20_000  # of one answer that are read; a model's whole Series has some hundreds


def numbers_reader(labels: tuple[str, ...]) -> Callable[[object], dict[str, float]]:
    """Return a reader of labelled numbers: a dict, a Series, or a list or array in the order of the labels.

    Labels that are not asked for are passed over, so that a model's whole Series may be given.
    """

    def read(answer: object) -> dict[str, float]:
        if answer is ...:
            raise UnansweredError
        entries = _labelled(answer, labels)
        missing = [label for label in labels if label not in entries]
        if missing:
            raise UnusableError(
                _("These labels are missing: {missing}. You gave: {given}.").format(
                    missing=", ".join(missing), given=some(entries)
                )
            )
        return _numbers({label: entries[label] for label in labels})

    return read


def _labelled(answer: Any, labels: tuple[str, ...]) -> dict[str, object]:
    """Return the entries of an answer under their labels."""
    series, array = loaded("pandas", "Series"), loaded("numpy", "ndarray")
    count = _length(answer, series, array)
    if count > MOST_VALUES:
        raise _not_so_many(count, labels)
    if is_kind(answer, dict):
        return {label_of(key): value for key, value in dict.items(answer)}
    if series is not None and is_kind(answer, series):
        return {label_of(key): value for key, value in series.items(answer)}
    if array is not None and is_kind(answer, array):
        answer = array.tolist(answer)
    if not is_kind(answer, list, tuple):
        raise UnusableError(_("This is {type}.").format(type=type_word(answer)))
    entries = list(answer)
    if any(entry is ... for entry in entries):
        raise UnansweredError
    if len(entries) != len(labels):
        raise _not_so_many(len(entries), labels)
    return dict(zip(labels, entries, strict=True))


def _length(answer: Any, series: type[Any] | None, array: type[Any] | None) -> int:
    """Return how many values an answer has, 0 where it is of a kind that is not read."""
    if array is not None and is_kind(answer, array):
        return int(array.size.__get__(answer))
    if series is not None and is_kind(answer, series):
        return int(series.__len__(answer))
    kinds: tuple[type[Any], ...] = (dict, list, tuple)
    return next((int(kind.__len__(answer)) for kind in kinds if is_kind(answer, kind)), 0)


def _not_so_many(count: int, labels: tuple[str, ...]) -> UnusableError:
    sentence = _("You gave {count} values. Give one for each of: {labels}.")
    return UnusableError(sentence.format(count=count, labels=", ".join(labels)))


def label_of(key: object) -> str:
    """Return a label as text: text as it is, a whole number as its digits."""
    if is_kind(key, str):
        return str.__str__(key)
    if is_kind(key, int, loaded("numpy", "integer")) and not is_kind(key, bool):
        return str(int(key))
    raise UnusableError(_("A label must be a name in quotes, but one is {type}.").format(type=type_word(key)))


def _numbers(entries: Mapping[str, object]) -> dict[str, float]:
    """Read every entry as a number. Say which still hold `...`, and where one cannot be used."""
    open_ones = [str(label) for label, value in entries.items() if value is ...]
    if open_ones:
        raise UnansweredError(_("These still hold `...`: {labels}.").format(labels=some(open_ones)))
    numbers = {}
    for label, value in entries.items():
        try:
            numbers[label] = read_number(value)
        except UnusableError as error:
            raise UnusableError(_("At {label}: {reason}").format(label=label, reason=error)) from None
    return numbers


def some(labels: Iterable[str]) -> str:
    """Return the first labels of a list, cut so that a message stays short."""
    names = [label if len(label) <= 30 else label[:30] + "…" for label in labels]
    return ", ".join([*names[:8], "…"] if len(names) > 8 else names) or _("nothing")


def coalitions_reader(players: tuple[str, ...]) -> Callable[[object], dict[Coalition, float]]:
    """Return a reader of a game: a dict from coalitions to values, or a `Game`.

    A coalition is a tuple or frozenset of names, one name, or the names in one word where each is one letter:
    ("A", "B") or "AB". A coalition that is not named is worth 0. In plain form every coalition but the empty
    one has its value, under a tuple of names in the order of the players.
    """

    def read(answer: Any) -> dict[Coalition, float]:
        if answer is ...:
            raise UnansweredError
        if is_kind(answer, loaded("longwave.topics.cooperative.models.game", "Game")):
            answer = {_members(answer.players, mask): value for mask, value in enumerate(answer.values) if mask}
        if not is_kind(answer, dict):
            raise UnusableError(
                _("This is {type}. Write a dict: a coalition, a colon, its value.").format(type=type_word(answer))
            )
        given: dict[Coalition, object] = {}
        for key, value in dict.items(answer):
            coalition = _coalition(key, players)
            if coalition in given:
                raise UnusableError(
                    _("The coalition {coalition} appears twice.").format(coalition=", ".join(coalition))
                )
            given[coalition] = value
        values = _numbers({", ".join(coalition): value for coalition, value in given.items()})
        if values.pop("", 0.0) != 0:
            raise UnusableError(_("The empty coalition is worth nothing: leave it out."))
        every = [_members(players, mask) for mask in range(1, 2 ** len(players))]
        return {coalition: values.get(", ".join(coalition), 0.0) for coalition in every}

    return read


def _members(players: tuple[str, ...], mask: int) -> Coalition:
    return tuple(name for position, name in enumerate(players) if mask >> position & 1)


def _coalition(key: Any, players: tuple[str, ...]) -> Coalition:
    """Return a coalition as a tuple of names in the order of the players."""
    if is_kind(key, str):
        word = str.__str__(key)
        letters = all(len(name) == 1 for name in players)
        names = [word] if word in players or not letters else list(word)
    elif type(key) in (tuple, frozenset):
        names = [label_of(name) for name in key]
    else:
        raise UnusableError(
            _("A coalition is a tuple of names in brackets, but one key is {type}.").format(type=type_word(key))
        )
    strangers = [name for name in names if name not in players]
    if strangers:
        raise UnusableError(
            _("There is no player {stranger}. The players are {players}.").format(
                stranger=shown(strangers[0]), players=", ".join(players)
            )
        )
    if len(set(names)) < len(names):
        raise UnusableError(_("A coalition names each player once: see {key}.").format(key=", ".join(names)))
    return tuple(name for name in players if name in names)

"""A cooperative game with transferable utility: players, and what each coalition is worth."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number, numbers

Coalition = TypeVar("Coalition", bound=Collection[str])
Kind = Literal["value", "cost"]

MAXIMUM_PLAYERS = 20  # 2**20 values take 8 MB; each further player doubles that


@dataclass(frozen=True, eq=False, repr=False)
class Game:
    """A game (N, v): the players N, and the value v(S) of each coalition S.

    Args:
        players: 1 to 20 different names.
        values: 2**n finite numbers. Bit i of the position says whether player i is in the coalition; so for players
            A, B the order is: nobody, A, B, A and B. The value of nobody is 0.
        kind: "value" if coalitions earn v(S), "cost" if they pay it. In a game of costs a payoff is a charge, and a
            coalition is content when it is charged no more than v(S).

    Raises:
        InputError: Players or values are not as said.

    Source: von Neumann and Morgenstern (1944).

    >>> Game(["A", "B"], [0, 1, 2, 5]).value(["A", "B"])
    5.0
    """

    players: tuple[str, ...]
    values: npt.NDArray[np.float64]
    kind: Kind = "value"

    def __post_init__(self) -> None:
        """Check players and values, and keep the values as an array that cannot be changed."""
        players = _checked_players(self.players)
        values = numbers("values", self.values)
        if values.size != 2 ** len(players):
            raise InputError(
                f"values must have 2**{len(players)} = {2 ** len(players)} entries, one for each coalition of "
                f"{len(players)} players, not {values.size}."
            )
        if values[0] != 0:
            raise InputError(f"values must start with 0, the value of nobody, not {values[0]:g}.")
        if self.kind not in ("value", "cost"):
            raise InputError(f'kind must be "value" or "cost", not {self.kind!r}.')
        values.setflags(write=False)
        object.__setattr__(self, "players", players)
        object.__setattr__(self, "values", values)

    @classmethod
    def from_function(
        cls, players: Iterable[str], function: Callable[[frozenset[str]], float], kind: Kind = "value"
    ) -> "Game":
        """Build a game from a function that takes a frozenset of names and returns its value.

        >>> Game.from_function(["A", "B"], lambda coalition: len(coalition) ** 2).grand_value
        4.0
        """
        players = _checked_players(players)
        values = np.empty(2 ** len(players))
        for mask in range(values.size):
            coalition = _members(players, mask)
            values[mask] = number(f"the value of {_listed(coalition)}", function(frozenset(coalition)))
        return cls(players, values, kind)

    @classmethod
    def from_coalitions(cls, players: Iterable[str], values: Mapping[Coalition, float], kind: Kind = "value") -> "Game":
        """Build a game from coalitions and their values; a coalition that is not named is worth 0.

        >>> Game.from_coalitions(["A", "B", "C"], {("A", "B"): 5.0, ("A", "B", "C"): 9.0}).value(["A", "B"])
        5.0
        """
        players = _checked_players(players)
        array, seen = np.zeros(2 ** len(players)), set()
        for coalition, value in values.items():
            mask = _mask(players, coalition)
            if mask in seen:
                raise InputError(f"The coalition of {_listed(_members(players, mask))} is given twice.")
            seen.add(mask)
            array[mask] = number(f"the value of {_listed(_members(players, mask))}", value)
        return cls(players, array, kind)

    @property
    def grand_value(self) -> float:
        """The value of all players together, v(N)."""
        return float(self.values[-1])

    def value(self, coalition: Collection[str]) -> float:
        """Return the value of a coalition, given as names in any order.

        >>> Game(["A", "B"], [0, 1, 2, 5]).value(["B"])
        2.0
        """
        return float(self.values[_mask(self.players, coalition)])

    def table(self) -> pd.DataFrame:
        """List every coalition but the empty one, the smaller first, with its size and value.

        >>> Game(["A", "B"], [0, 1, 2, 5]).table()
          coalition  size  value
        0         A     1    1.0
        1         B     1    2.0
        2      A, B     2    5.0
        """
        rows = [(_members(self.players, mask), self.values[mask]) for mask in range(1, self.values.size)]
        rows.sort(key=lambda row: len(row[0]))
        columns = [(", ".join(members), len(members), float(value)) for members, value in rows]
        return pd.DataFrame(columns, columns=["coalition", "size", self.kind])

    def __repr__(self) -> str:
        """Return the players and the value of all, on one line."""
        few = len(self.players) <= 6
        names = ", ".join(self.players if few else (self.players[0], "…", self.players[-1]))
        return f"Game({len(self.players)} players: {names}; {self.kind} of all: {self.grand_value:g})"


def _checked_players(players: Any) -> tuple[str, ...]:
    """Return the names as a tuple, or raise an InputError."""
    # A set has no order, so the positions of the values would change from run to run.
    if isinstance(players, str | set | frozenset) or not isinstance(players, Iterable):
        raise InputError(f'players must be a list of names, such as ["A", "B"], not {players!r}.')
    names = tuple(players)
    if not 1 <= len(names) <= MAXIMUM_PLAYERS:
        raise InputError(f"A game has 1 to {MAXIMUM_PLAYERS} players, not {len(names)}.")
    for position, name in enumerate(names):
        if not isinstance(name, str):
            raise InputError(f"Each player must be a name (text), not {name!r}.")
        if name in names[:position]:
            raise InputError(f"Each player must have another name, but {name!r} appears twice.")
    return names


def _mask(players: tuple[str, ...], coalition: Any) -> int:
    """Return the number of a coalition given by names; one known name alone stands for its player."""
    if isinstance(coalition, str) and coalition in players:
        coalition = (coalition,)
    if isinstance(coalition, str) or not isinstance(coalition, Iterable):
        raise InputError(f"A coalition must be a list of names from {_listed(players)}, not {coalition!r}.")
    mask = 0
    for name in coalition:
        if name not in players:
            raise InputError(f"There is no player {name!r}; the players are {_listed(players)}.")
        bit = 1 << players.index(name)
        if mask & bit:
            raise InputError(f"A coalition names each player once, but {name!r} appears twice.")
        mask |= bit
    return mask


def _members(players: tuple[str, ...], mask: int) -> tuple[str, ...]:
    return tuple(name for i, name in enumerate(players) if mask >> i & 1)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "nobody"

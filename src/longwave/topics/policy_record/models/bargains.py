"""Threats and riders as small game trees that are solved exactly, from the end backwards."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from longwave.checks import InputError, number, positive_number, whole_number

# A leaf gives what each player gets; a node says who moves, and what follows each move.
Tree: TypeAlias = "Mapping[str, float] | tuple[str, Mapping[str, Tree]]"
ORDERS = ("vote first", "announcement first")
DEMOCRATS, VOTED = 219, 430  # yes votes of the majority in the House on 28 July 2022, and all that were cast


def solve(tree: Tree) -> tuple[tuple[str, ...], Mapping[str, float]]:
    """Solve a tree by backward induction: return the moves that are made, and what each player gets.

    Whoever moves last takes what is best for her; whoever moves before knows it. Of two moves that are worth the same
    the first one named is made.

    Args:
        tree: A leaf {player: worth}, or a pair (player, {move: tree}).

    Raises:
        InputError: A node has no moves.

    >>> solve(("she", {"wait": {"she": 1.0}, "act": {"she": 2.0}}))
    (('act',), {'she': 2.0})
    """
    if isinstance(tree, Mapping):
        return (), tree
    player, branches = tree
    if not branches:
        raise InputError(f"{player} has no move.")
    solved = {move: solve(branch) for move, branch in branches.items()}
    best = max(solved, key=lambda move: solved[move][1][player])
    return (best, *solved[best][0]), solved[best][1]


def threat_tree(
    order: str,
    chips: float,
    word: float,
    chips_majority: float,
    budget: float,
    crossing: int = 0,
    loss: float = 5.0,
    seen: bool = True,
) -> Tree:
    """Return the tree of a threat: no chips bill from us if you pursue your budget bill.

    The minority can block chips in the Senate, where sixty votes are needed. The majority passes its budget bill
    alone. The House votes last; if `crossing` members of the majority vote no, so that fewer than half of those
    voting are left, its decisive member belongs to the minority.

    Args:
        order: "vote first": Senate's vote on chips, then the announcement of the budget bill, then the House;
            "announcement first": the announcement, then the Senate, then the House.
        chips: c, what chips are worth to the minority, above 0.
        word: w, what it costs the minority to be seen to let chips pass after the announcement, 0 or more.
        chips_majority: V, what chips are worth to the majority, above 0.
        budget: R, what the budget bill is worth to the majority, above 0.
        crossing: Members of the majority who vote no in the House, from 0 to 219.
        loss: L, what the minority loses if the budget bill is made, 0 or more: the motive of its threat.
        seen: False if the minority pays w whenever both bills are made, as if everybody knew what it knew.

    Returns:
        A tree for `solve` with the players "minority" and "majority". L decides no move: where the minority can
        still choose, the budget bill is announced already, or blocking chips would not prevent it.

    >>> solve(threat_tree("announcement first", 1, 2, 3, 2))[0]
    ('drop', 'let pass', 'pass')
    """
    if order not in ORDERS:
        raise InputError(f"order must be one of {', '.join(ORDERS)}, not {order!r}.")
    costs = positive_number("chips", chips), number("word", word, minimum=0), number("loss", loss, minimum=0)
    gains = positive_number("chips_majority", chips_majority), positive_number("budget", budget)
    crossing = whole_number("crossing", crossing, 0, DEMOCRATS)
    decides = "majority" if 2 * (DEMOCRATS - crossing) > VOTED else "minority"
    leaf, house = _ends(costs, gains, decides)
    if order == "vote first":
        after_yes: Tree = ("majority", {"announce": house(True, not seen), "drop": house(False, False)})
        after_no: Tree = ("majority", {"announce": leaf(False, True, False), "drop": leaf(False, False, False)})
        return "minority", {"let pass": after_yes, "block": after_no}
    announced: Tree = ("minority", {"let pass": house(True, True), "block": leaf(False, True, False)})
    dropped: Tree = ("minority", {"let pass": house(False, False), "block": leaf(False, False, False)})
    return "majority", {"announce": announced, "drop": dropped}


def _ends(
    costs: tuple[float, float, float], gains: tuple[float, float], decides: str
) -> tuple[Callable[[bool, bool, bool], Mapping[str, float]], Callable[[bool, bool], Tree]]:
    """Return the leaf of a threat's tree and the House's vote that leads to two of them."""
    chips, word, loss = costs

    def leaf(passed: bool, announced: bool, broke_word: bool) -> Mapping[str, float]:
        return {
            "minority": float(passed * chips - broke_word * word - announced * loss),
            "majority": float(passed * gains[0] + announced * gains[1]),
        }

    def house(announced: bool, broke_word: bool) -> Tree:
        broken = broke_word or (announced and decides == "minority")
        return decides, {"pass": leaf(True, announced, broken), "stop": leaf(False, announced, False)}

    return leaf, house


def bills_made(moves: tuple[str, ...]) -> str:
    """Return which bills a path through `threat_tree` makes: both, chips only, budget only, or neither.

    >>> bills_made(("let pass", "announce", "pass"))
    'both'
    """
    made = ["chips"] * ("pass" in moves) + ["budget"] * ("announce" in moves)
    return {0: "neither", 1: f"{''.join(made)} only", 2: "both"}[len(made)]


def rider_tree(worth: float, cost: float, overridable: bool, refusal: float) -> Tree:
    """Return the tree of a rider on a bill that the president needs.

    Congress attaches the rider or sends the host clean; the president signs or vetoes; after a veto Congress
    overrides where two thirds of both chambers would. To Congress the host is worth 1 and the rider another 0.5.

    Args:
        worth: H, what the host bill is worth to the president.
        cost: d, what the rider costs him; below 0 if he likes it.
        overridable: True if two thirds of both chambers would pass it over his veto.
        refusal: s, what having said no is worth to him, whatever becomes of the bill; below 0 if it costs him.

    >>> solve(rider_tree(worth=1, cost=5, overridable=True, refusal=1))[0]
    ('attach', 'veto', 'override')
    """
    worth, cost, refusal = number("worth", worth), number("cost", cost), number("refusal", refusal)
    carried = {"Congress": 1.5, "president": worth - cost}
    fallen: Tree = {"Congress": 0.0, "president": refusal}
    over: Tree = {"Congress": 1.5, "president": worth - cost + refusal}
    vetoed: Tree = ("Congress", {"override": over, "let it fall": fallen}) if overridable else fallen
    attached: Tree = ("president", {"sign": carried, "veto": vetoed})
    return "Congress", {"attach": attached, "send clean": {"Congress": 1.0, "president": worth}}

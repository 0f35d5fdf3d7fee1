"""Cooperative games: time longwave against coopgame-py and coopgt on the same games, in turns, in one run."""

import importlib
import time
from collections.abc import Callable
from statistics import median

import numpy as np

from longwave.topics.cooperative import Game, bankruptcy_game, core_bounds, least_core_excess, nucleolus, shapley_value
from longwave.topics.cooperative.models.coalitions import coalition_sizes

SHAPLEY_PLAYERS = (6, 7, 8, 9, 10, 12, 14, 16, 18, 20)
NUCLEOLUS_PLAYERS = (6, 8, 10, 12, 14)
CORE_PLAYERS = (3, 6, 8, 10, 12, 14)
COOPGT_PLAYERS = 9  # it lists all n! orders; ten players take a minute
SEED = 1953

Contenders = dict[str, Callable[[], list[float]]]


def measure(repeats: int = 5) -> list[dict]:
    """Return a row for each task, number of players and package: the median time, and whether results agree.

    The packages take turns within each repeat, so that a busy moment of the machine hits all of them alike. Each is
    called once before the clock starts. `agrees` compares with coopgame-py, to 1e-9 of the largest value; it is
    None for core bounds, because no other package was found that computes them. coopgame-py gets the least core over
    all splits of v(N), as the course does: by default it leaves out those that give a player less than alone.
    """
    rows = []
    for players in SHAPLEY_PLAYERS:
        game = random_game(players)
        rows += _rows("Build the game", players, _builders(game), repeats)
        rows += _rows("Shapley value", players, _shapley_contenders(game), repeats)
    for players in NUCLEOLUS_PLAYERS:
        for kind, game in (("random", random_game(players)), ("bankruptcy", random_bankruptcy(players))):
            rows += _rows(f"Nucleolus, {kind} game", players, _nucleolus_contenders(game), repeats)
    for players in CORE_PLAYERS:
        game = random_game(players)
        contenders = {"longwave": lambda game=game: core_bounds(game).to_numpy().ravel().tolist()}
        rows += _rows("Core bounds", players, contenders, repeats)
        rows += _rows("Least core", players, _least_core_contenders(game), repeats)
    return rows


def random_game(players: int) -> Game:
    """Return a game with gains from size and a core that is not empty: the equal split is stable.

    v(S) = u |S|**2 with u drawn between 0.5 and 1, and v(N) = n**2.
    """
    rng = np.random.default_rng([SEED, players])
    values = coalition_sizes(players).astype(float) ** 2 * rng.uniform(0.5, 1.0, 2**players)
    values[-1] = players**2
    return Game(_names(players), values)


def random_bankruptcy(players: int) -> Game:
    """Return a bankruptcy game. Its nucleolus needs a round of the method for nearly each player."""
    claims = np.random.default_rng([SEED, players]).integers(1, 100, players).astype(float)
    return bankruptcy_game(0.5 * claims.sum(), claims)


def _names(players: int) -> list[str]:
    return [f"p{k}" for k in range(1, players + 1)]


def _builders(game: Game) -> Contenders:
    coopgame, values, names = importlib.import_module("coopgame"), game.values.tolist(), list(game.players)
    without_nobody = values[1:]
    return {
        "longwave": lambda: [Game(names, values).grand_value],
        "coopgame-py": lambda: [coopgame.Game(without_nobody).value(list(range(len(names))))],
    }


def _shapley_contenders(game: Game) -> Contenders:
    coopgame = importlib.import_module("coopgame")
    peer = coopgame.Game(game.values[1:].tolist())
    contenders = {
        "longwave": lambda: shapley_value(game).tolist(),
        "coopgame-py": lambda: list(coopgame.shapley(peer)),
    }
    if len(game.players) <= COOPGT_PLAYERS:
        coopgt = importlib.import_module("coopgt.shapley_value")
        function = _coopgt_function(game)
        contenders["coopgt"] = lambda: coopgt.calculate(function).tolist()
    return contenders


def _coopgt_function(game: Game) -> dict[tuple[int, ...], float]:
    players = range(len(game.players))
    return {tuple(k + 1 for k in players if mask >> k & 1): value for mask, value in enumerate(game.values)}


def _nucleolus_contenders(game: Game) -> Contenders:
    coopgame = importlib.import_module("coopgame")
    peer = coopgame.Game(game.values[1:].tolist())
    return {
        "longwave": lambda: nucleolus(game).tolist(),
        "coopgame-py": lambda: list(coopgame.nucleolus(peer)["allocation"]),
    }


def _least_core_contenders(game: Game) -> Contenders:
    coopgame = importlib.import_module("coopgame")
    peer = coopgame.Game(game.values[1:].tolist())
    return {
        "longwave": lambda: [least_core_excess(game)],
        "coopgame-py": lambda: [coopgame.least_core(peer, domain="preimputation")["epsilon"]],
    }


def _rows(what: str, players: int, contenders: Contenders, repeats: int) -> list[dict]:
    """Time the contenders in turns, after one call each to warm up and compare."""
    results = {who: call() for who, call in contenders.items()}
    seconds = {who: [] for who in contenders}
    for _ in range(repeats):
        for who, call in contenders.items():
            start = time.perf_counter()
            call()
            seconds[who].append(time.perf_counter() - start)
    return [
        {
            "what": what,
            "players": players,
            "who": who,
            "median_seconds": median(seconds[who]),
            "agrees": _agrees(results, who),
        }
        for who in contenders
    ]


def _agrees(results: dict[str, list[float]], who: str) -> bool | None:
    if "coopgame-py" not in results:
        return None
    expected = np.array(results["coopgame-py"])
    return bool(np.abs(np.array(results[who]) - expected).max() <= 1e-9 * max(np.abs(expected).max(), 1.0))

"""What a panel shows without a kernel: its states drawn beforehand, and kept until a source of theirs changes."""

import hashlib
import importlib.util
import math
import multiprocessing
import random
import re
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from altair.typing import ChartType

from longwave.charts.patch import moving_parts, structure, unchecked
from longwave.charts.render import chart_line, specification
from longwave.i18n import _, current_language, set_language
from longwave.panels import Choice, Panel, Slider
from longwave.reader.files import write_whole
from longwave.widgets.controls import SPEEDS
from tools.files import ROOT
from tools.site import drawing, grid, pack
from tools.site.drawing import site_spec

BYTES = 200_000  # of a panel's frames, compressed; the grid is thinned until they fit
SAMPLE = 32  # states that are drawn to see how many bytes one takes
PROCESSES = 2
WHAT_DRAWS = ("altair", "numpy", "pandas", "scipy")  # packages whose version can change what is drawn

Maker = Callable[[], Panel]


class FramesError(ValueError):
    """A panel cannot be drawn beforehand; the message says why."""


def bake(makers: dict[str, Maker], target: Path, cache_folder: Path, states: int = grid.STATES) -> int:
    """Write the frames of panels as scripts, `KEY.js` each; return how many had to be drawn.

    Args:
        makers: the functions that return the panels, by key.
        target: the folder of the scripts.
        cache_folder: where frames are kept under the hash of all that they depend on.
        states: the most states of a panel.
    """
    for folder in (target, cache_folder):
        folder.mkdir(parents=True, exist_ok=True)
    kept = {key: cache_folder / f"{key}-{fingerprint(maker, states)}.js" for key, maker in makers.items()}
    jobs = [(key, makers[key], states, file, current_language()) for key, file in kept.items() if not file.is_file()]
    if jobs:
        # a fresh interpreter for each worker: a fork would share what a thread of this one holds
        with ProcessPoolExecutor(PROCESSES, multiprocessing.get_context("spawn")) as pool:
            list(pool.map(_bake_one, *zip(*jobs, strict=True)))
    for key, file in kept.items():
        (target / f"{key}.js").write_bytes(file.read_bytes())
    return len(jobs)


def _bake_one(key: str, maker: Maker, states: int, file: Path, language: str) -> None:
    set_language(language)
    content = pack.script(key, pack.compressed(frames(maker(), states)))
    for old in file.parent.glob(f"{key}-????????????????.js"):
        old.unlink()
    write_whole(file, content.encode())


def frames(panel: Panel, states: int = grid.STATES) -> dict[str, Any]:
    """Return all that the page needs of a panel: specification, controls, presets, words, and its packed states.

    Raises:
        FramesError: if a state has another structure than the start, so that rows alone cannot draw it.
    """
    first = specification(panel.draw(**panel.start))
    axes = _fitting(panel, states, structure(first))
    drawn = [moving_parts(_drawn(panel, values)) for values in grid.states(axes)]
    return {
        "spec": site_spec(first),
        "line": chart_line("\0"),
        "controls": [_control(axis) for axis in axes],
        "start": list(grid.places(axes, panel.start).values()),
        "presets": [[words, grid.places(axes, dict(values))] for words, values in panel.presets.items()],
        "play": panel.play,
        "speeds": list(SPEEDS),
        "note": grid.note(axes),
        "words": _words(),
        "states": pack.packed(drawn),
    }


def _fitting(panel: Panel, states: int, drawn: str) -> list[grid.Axis]:
    """Return the finest grid whose frames fit the budgets of states and of bytes, as a sample tells."""
    axes = grid.grid(panel, states)
    every = list(grid.states(axes))
    chosen = random.Random(0).sample(every, min(SAMPLE, len(every)))
    charts = [_drawn(panel, values) for values in chosen]
    # a sample of states, since this takes as long as the drawing; the tests of panels look at every corner
    for values, chart in zip(chosen, charts, strict=True):
        if structure(specification(chart, validate=False)) != drawn:
            raise FramesError(f"At {values} the panel has another structure than at its start.")
    sample = [moving_parts(chart) for chart in charts]
    bytes_each = len(pack.compressed(pack.packed(sample))) / len(sample)
    return axes if bytes_each * len(every) <= BYTES else grid.grid(panel, math.ceil(BYTES / bytes_each))


def _drawn(panel: Panel, values: dict[str, Any]) -> ChartType:
    with unchecked():
        return panel.draw(**values)


def _control(axis: grid.Axis) -> dict[str, Any]:
    control = axis.control
    kind = "slider" if isinstance(control, Slider) else "choice" if isinstance(control, Choice) else "switch"
    symbol = getattr(control, "symbol", "")
    label = _("{word} ({symbol})").format(word=control.word, symbol=symbol) if symbol else control.word
    return {"name": axis.name, "kind": kind, "label": label, "words": axis.words()}


def _words() -> dict[str, Any]:
    """Return the words of the buttons."""
    return {
        "reset": _("Reset"),
        "play": _("Play"),
        "pause": _("Pause"),
        "speed": _("Speed"),
        "speeds": [_("slow"), _("normal"), _("fast")],
    }


def fingerprint(maker: Maker, states: int) -> str:
    """Return a hash of all that a panel's frames depend on.

    These are the sources of the topic and of all that it imports, the tools that bake, the datasets that these sources
    name, the versions of the packages that draw, the language, and the budgets.
    """
    topic = ".".join(maker.__module__.split(".")[:3])
    files = sources(topic)
    digest = hashlib.sha256(f"{maker.__qualname__} {states} {BYTES} {current_language()}".encode())
    digest.update("".join(f"{name}={version(name)}" for name in WHAT_DRAWS).encode())
    own = [Path(str(module.__file__)) for module in (grid, pack, drawing)]
    text = b"".join(file.read_bytes() for file in [*files, Path(__file__), *own])
    digest.update(text)
    named = set(re.findall(rb"[\"']([a-z0-9_]+)[\"']", text))
    for table in sorted((ROOT / "datasets").glob("*/*.csv")):
        if table.parent.name.encode() in named:
            digest.update(table.read_bytes())
    return digest.hexdigest()[:16]


@cache
def sources(topic: str) -> tuple[Path, ...]:
    """Return the files of a topic and of every module of the library that it imports, directly or not."""
    graph = _graph()
    modules = {topic} | graph.find_descendants(topic)
    modules |= {found for module in tuple(modules) for found in graph.find_upstream_modules(module)}
    found = [importlib.util.find_spec(module) for module in sorted(modules)]
    return tuple(Path(spec.origin) for spec in found if spec and spec.origin)


@cache
def _graph() -> Any:
    import grimp

    return grimp.build_graph("longwave", cache_dir=None)

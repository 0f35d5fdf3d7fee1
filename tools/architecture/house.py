"""What the code says of itself: layers, topics, and who imports whom."""

import ast
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import grimp

PACKAGE, TOPICS = "longwave", "longwave.topics"
LINES_ROUNDED_TO = 50


@dataclass(frozen=True)
class Topic:
    """A folder of `longwave.topics`: what its face says, its lessons as two digits, its size, the topics it uses."""

    name: str
    about: str
    lessons: tuple[str, ...]
    lines: int
    uses: tuple[str, ...]


@dataclass(frozen=True)
class House:
    """The layers and the topics.

    `levels` are the layers from top to bottom, those of one level together; `words` say what each is for, and `uses`
    which others it imports. `parts` are those of one topic from top to bottom; `inner` says which other parts of its
    topic each imports, and `outer` which layers, in at least one topic.
    """

    levels: tuple[tuple[str, ...], ...]
    words: Mapping[str, str]
    uses: Mapping[str, frozenset[str]]
    parts: tuple[str, ...]
    inner: Mapping[str, frozenset[str]]
    outer: Mapping[str, frozenset[str]]
    topics: tuple[Topic, ...]

    @property
    def layers(self) -> tuple[str, ...]:
        """All layers from top to bottom."""
        return tuple(layer for level in self.levels for layer in level)


def read_house(root: Path) -> House:
    """Read the layers from pyproject.toml, and everything else from the modules below `src`."""
    levels, parts = _layered(root)
    graph = grimp.build_graph(PACKAGE, cache_dir=None)
    imports = [(user, used) for user in graph.modules for used in graph.find_modules_directly_imported_by(user)]
    of_topics = [(user, used) for user, used in imports if topic_of(user)]
    within = [(user, used) for user, used in of_topics if topic_of(user) == topic_of(used)]
    across = [(user, used) for user, used in of_topics if topic_of(user) != topic_of(used)]
    return House(
        levels=levels,
        words={layer: first_sentence(_file(root, layer)) for level in levels for layer in level},
        uses=_grouped((layer_of(a), layer_of(b)) for a, b in imports if layer_of(a) != layer_of(b)),
        parts=tuple(part for level in parts for part in level),
        inner=_grouped((part_of(a), part_of(b)) for a, b in within if part_of(a) != part_of(b)),
        outer=_grouped((part_of(a), layer_of(b)) for a, b in across if not topic_of(b)),
        topics=tuple(_topics(root, _grouped((topic_of(a), topic_of(b)) for a, b in across))),
    )


def layer_of(module: str) -> str:
    """Return the layer of a module; an empty text for the package itself.

    >>> layer_of("longwave.topics.value.models"), layer_of("longwave")
    ('topics', '')
    """
    return (module.split(".") + [""])[1]


def topic_of(module: str) -> str:
    """Return the topic of a module; an empty text for one outside the topics.

    >>> topic_of("longwave.topics.value.models"), topic_of("longwave.tasks")
    ('value', '')
    """
    return (module.split(".") + ["", ""])[2] if layer_of(module) == "topics" else ""


def part_of(module: str) -> str:
    """Return the part of its topic that a module belongs to; an empty text for a face, or outside the topics.

    >>> part_of("longwave.topics.talent.models.cobweb"), part_of("longwave.topics.talent")
    ('models', '')
    """
    return (module.split(".") + [""])[3] if topic_of(module) else ""


def first_sentence(file: Path) -> str:
    """Return the first sentence of a module's docstring on one line, without the module's name and a colon."""
    words = " ".join((ast.get_docstring(ast.parse(file.read_text("utf-8"))) or "").split())
    sentence = re.split(r"(?<=[.?])(?= |$)", words)[0].replace("`", "")
    name, colon, rest = sentence.partition(": ")
    own = file.parent.name if file.stem == "__init__" else file.stem
    return rest[:1].upper() + rest[1:] if colon and name.lower() == own else sentence


def _layered(root: Path) -> list[tuple[tuple[str, ...], ...]]:
    """Return the levels of the package, then those of a topic, from the contracts on layers."""
    settings = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    layers = {found["containers"][0]: found["layers"] for found in settings["contracts"] if found["type"] == "layers"}
    # Those that share a level are divided by a bar, and those that need not be there stand in brackets.
    return [
        tuple(tuple(name.strip(" ()") for name in level.split("|")) for level in layers[container])
        for container in (PACKAGE, f"{TOPICS}.*")
    ]


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Return what each name uses; a pair with an empty name says nothing."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for user, used in pairs:
        if user and used:
            found[user].add(used)
    return {user: frozenset(used) for user, used in found.items()}


def _file(root: Path, layer: str) -> Path:
    place = root / "src" / PACKAGE / layer
    return place / "__init__.py" if place.is_dir() else place.with_suffix(".py")


def _topics(root: Path, uses: Mapping[str, frozenset[str]]) -> Iterable[Topic]:
    for face in sorted((root / "src" / PACKAGE / "topics").glob("*/__init__.py")):
        folder = face.parent
        lessons = tuple(sorted(file.stem[-2:] for file in folder.glob("tasks/lesson_??.py")))
        lines = sum(bool(line.strip()) for file in folder.rglob("*.py") for line in file.read_text("utf-8").split("\n"))
        # Rounded up, so that the page does not change with every edit.
        rounded = -(-lines // LINES_ROUNDED_TO) * LINES_ROUNDED_TO
        about = (ast.get_docstring(ast.parse(face.read_text("utf-8"))) or "").split("\n")[0]
        yield Topic(folder.name, about, lessons, rounded, tuple(sorted(uses.get(folder.name, ()))))

"""The panels of the course, found on the faces of the topics, and the datasets of a drawing."""

import importlib
import pkgutil

import longwave.topics
from longwave.panels import Panel


def _found():
    """Yield each function of a topic's face that returns a panel, under "topic: panel"."""
    for module in pkgutil.iter_modules(longwave.topics.__path__):
        face = importlib.import_module(f"longwave.topics.{module.name}")
        for name in dir(face):
            if getattr(getattr(face, name), "__annotations__", {}).get("return") is Panel:
                yield f"{module.name}: {name.removesuffix('_panel')}", getattr(face, name)


PANELS = dict(_found())


def datasets(part):
    """Yield each named inline dataset of a specification."""
    if isinstance(part, list):
        for item in part:
            yield from datasets(item)
    elif isinstance(part, dict):
        if isinstance(part.get("data", {}).get("values"), list):  # the outlines of a map are no rows
            yield part["data"]
        for key in ("layer", "hconcat", "vconcat", "concat", "spec"):
            yield from datasets(part.get(key))

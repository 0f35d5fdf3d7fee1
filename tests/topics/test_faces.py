"""A topic's face hands on names from the modules behind it, and costs nothing until a name is asked for."""

import ast
import json
import pkgutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import longwave.topics

TOPICS = [module.name for module in pkgutil.iter_modules(longwave.topics.__path__)]
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("topic", TOPICS)
def test_every_name_on_a_face_exists_and_is_public(topic):
    face = import_module(f"longwave.topics.{topic}")
    assert face.__all__
    for name in face.__all__:
        assert getattr(face, name) is not None
        assert not name.startswith("_")


@pytest.mark.parametrize("topic", TOPICS)
def test_a_face_says_what_its_topic_is_about(topic):
    assert len(import_module(f"longwave.topics.{topic}").__doc__) > 20


def test_importing_every_face_loads_nothing_heavy():
    heavy = ("pandas", "altair", "numpy", "scipy", "ipywidgets")
    code = f"import sys, importlib\nfor topic in {TOPICS}:\n    importlib.import_module('longwave.topics.' + topic)\n"
    code += f"print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=900)
    assert done.stdout.strip() == "[]", done.stdout + done.stderr


def test_a_wrong_name_is_an_import_error_that_names_the_topic():
    with pytest.raises(ImportError, match="core_bound.*longwave.topics.cooperative"):
        from longwave.topics.cooperative import core_bound  # noqa: F401


def test_a_notebook_imports_each_topic_from_its_face(notebook_file):
    for cell in json.loads(notebook_file.read_text("utf-8"))["cells"]:
        if cell["cell_type"] != "code":
            continue
        for node in ast.walk(ast.parse("".join(cell["source"]))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("longwave.topics."):
                assert node.module.count(".") == 2, f"{node.module}: import from the topic's face"

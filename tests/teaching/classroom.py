"""A made-up class: honest, broken and hostile submissions of lesson 18, each with the points that it must get.

The points of the six tests are 1, 1, 2, 1, 2 and 2, together 9; the argued task is graded by hand.
"""

import copy
import json
from collections.abc import Callable
from pathlib import Path

import nbformat

LESSON = "18-co-evolution"
ROOT = Path(__file__).parents[2]
POINTS = {"18-corrected": 1, "18-level": 1, "18-rest": 2, "18-weight": 1, "18-apart": 2, "18-back": 2}
ALL = sum(POINTS.values())
RIGHT = {
    "18-corrected": (
        "def corrected(first, second, low):\n"
        "    pair = [stretch(values, low, 1 - low).to_numpy() for values in (first, second)]\n"
        "    return float(mean_coupling(*pair))"
    ),
    "18-level": "def level(first, second, third):\n    return (first * second * third) ** (1 / 6)",
    "18-rest": "def rest(base, support, held):\n    return (base + support * held / 2) / (1 - support / 2)",
    "18-weight": "weight = 0.15 / (0.15 + 0.45)",
    "18-apart": (
        "first = [0.6, 0.68, 0.63, 0.71, 0.66, 0.74]\n"
        "pair = pd.DataFrame({'year': range(1, 7), 'first': first, 'second': [0.63, *first[:-1]]})"
    ),
    "18-back": (
        "logs = np.log(load('photovoltaics_tariff').set_index('year')[['tariff_ct_per_kwh', 'added_mw']])\n"
        "later = logs['tariff_ct_per_kwh'].diff().shift(-1)\n"
        "lands = load('photovoltaics_countries').query(\"country == 'Spain'\").set_index('year')\n"
        "spain, added = np.log(lands['installed_mw'].diff().loc[2009:2018]), logs['added_mw']\n"
        "back = {'before': added.loc[2000:2008].corr(later), 'after': added.loc[2009:2018].corr(later),\n"
        "        'without 2003': added.loc[2000:2008].drop(2003).corr(later), 'Spain': spain.corr(later)}"
    ),
}
OTHER_WAYS = {
    "18-corrected": (
        "import numpy as np\n"
        "def scaled(values, low):\n    values = np.array(values, dtype=float)\n"
        "    return low + (1 - 2 * low) * (values - values.min()) / np.ptp(values)\n"
        "def corrected(one, two, low):\n    one, two = scaled(one, low), scaled(two, low)\n"
        "    return np.sqrt((1 - np.abs(one - two)) * np.minimum(one / two, two / one)).mean()"
    ),
    "18-level": (
        "class Level:\n    def __call__(self, *three):\n        return math.sqrt(math.prod(three) ** (1 / 3))\n"
        "level = Level()"
    ),
    "18-rest": (
        "def rest(base, support, held):\n    x = base\n    for _ in range(500):\n"
        "        x = base + support * (x + held) / 2\n    return x"
    ),
    "18-weight": "from fractions import Fraction\nweight = Fraction(15, 60)",
    "18-apart": (
        "pair = [{'year': y, 'first': 0.7 + 0.01 * y + 0.03 * (-1) ** y,\n"
        "         'second': 0.7 + 0.01 * (y - 1) + 0.03 * (-1) ** (y - 1)} for y in range(6)]\n"
        "pair[-1]['first'] += 0.12"
    ),
    "18-back": "back = pd.Series({'before': -0.31, 'without 2003': -0.68, 'after': -0.79, 'Spain': -0.86})",
}
WRONG = {
    "18-corrected": (
        "def corrected(first, second, low):\n"
        "    pair = [stretch(values, low, 1 - low).to_numpy() for values in (first, second)]\n"
        "    return float(np.sqrt(np.minimum(*pair) / np.maximum(*pair)).mean())"
    ),
    "18-level": "def level(first, second, third):\n    return (first * second * third) ** (1 / 3)",
    "18-rest": "def rest(base, support, held):\n    return base / (1 - support)",
    "18-weight": "weight = 0.75",
    "18-apart": 'pair = {"year": [1, 2], "first": [0.5, 0.6], "second": [0.6, 0.5]}',
    "18-back": "back = {'before': 0.31, 'without 2003': 0.68, 'after': 0.79, 'Spain': 0.86}",
}
CRASHING = {
    "18-corrected": "def corrected(first, second, low):\n    return 1 / 0",
    "18-level": "def level(first",
    "18-rest": "rest = 0.5",
    "18-weight": "weight = undefined + 1",
    "18-apart": "pair = None",
    "18-back": "back = undefined",
}


def handed_out() -> nbformat.NotebookNode:
    """Return the notebook that students got."""
    return nbformat.read(ROOT / "exercises" / LESSON / f"{LESSON}.ipynb", as_version=4)


def cell_of(notebook: nbformat.NotebookNode, name: str) -> nbformat.NotebookNode:
    """Return the cell with an nbgrader name."""
    return next(cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == name)


def written(answers: dict[str, str], argued: str = "Wait, and draw lots.") -> nbformat.NotebookNode:
    """Return the notebook with answers, and with a text for the argued task (empty: left as it was)."""
    notebook = handed_out()
    for task, source in answers.items():
        cell_of(notebook, f"{task}-answer").source = source
    if argued:
        cell_of(notebook, "18-argued-index-answer").source = argued
    return notebook


def with_first(code: str, answers: dict[str, str] | None = None) -> nbformat.NotebookNode:
    """Return a notebook whose first answer cell runs some code before its answer (by default: no answers at all)."""
    notebook = written(answers or {}, argued="")
    cell = cell_of(notebook, "18-corrected-answer")
    cell.source = code + "\n" + (cell.source if answers else "corrected = ...")
    return notebook


def bytes_of(notebook: nbformat.NotebookNode) -> bytes:
    """Return a notebook as the bytes of a file."""
    return nbformat.writes(notebook).encode()


def _helper_in_a_cell_of_its_own() -> nbformat.NotebookNode:
    notebook = written({**RIGHT, "18-level": "level = my_level"})
    cell = nbformat.v4.new_code_cell("def my_level(a, b, c):\n    return (a * b * c) ** (1 / 6)")
    place = notebook.cells.index(cell_of(notebook, "18-level-answer"))
    notebook.cells.insert(place, cell)
    return notebook


def _printing_much() -> nbformat.NotebookNode:
    return written({**RIGHT, "18-weight": "for i in range(300):\n    print(i)\n" + RIGHT["18-weight"]})


HONEST: dict[str, tuple[Callable[[], nbformat.NotebookNode], float]] = {
    "right": (lambda: written(RIGHT), ALL),
    "other-ways": (lambda: written(OTHER_WAYS), ALL),
    "wrong": (lambda: written(WRONG), 0),
    "crashing": (lambda: written(CRASHING), 0),
    "blank": (lambda: written({}, argued=""), 0),
    "helper-cell": (_helper_in_a_cell_of_its_own, ALL),
    "printing": (_printing_much, ALL),
    "magic": (lambda: written({**RIGHT, "18-weight": "%time weight = 1 / 4"}), ALL),
    "half-done": (lambda: written({task: RIGHT[task] for task in ("18-corrected", "18-apart")}), 3),
    "one-wrong": (lambda: written({**RIGHT, "18-rest": WRONG["18-rest"]}), ALL - 2),
    "numpy": (lambda: written({**RIGHT, "18-weight": "import numpy as np\nweight = np.float32(0.25)"}), ALL),
    "streams": (
        lambda: written({**RIGHT, "18-weight": "import sys\nsys.stdout.writelines(['a'])\nweight = 0.25"}),
        ALL,
    ),
    "class-for-function": (
        lambda: written(
            {
                **RIGHT,
                "18-level": "class level(float):\n    def __new__(cls, first, second, third):\n"
                "        return float.__new__(cls, (first * second * third) ** (1 / 6))",
            }
        ),
        ALL,
    ),
    "default-only": (
        lambda: written({**RIGHT, "18-rest": "def rest(base, support, held):\n    return 0.325 if base == 0.2 else 0"}),
        ALL - 2,
    ),
}


def _truncated() -> bytes:
    return bytes_of(written(RIGHT))[:2000]


def _another_kernel() -> bytes:
    notebook = written(RIGHT)
    notebook.metadata.kernelspec = {"name": "ir", "display_name": "R", "language": "R"}
    return bytes_of(notebook)


def _no_notebook() -> bytes:
    return json.dumps({"worksheets": [], "nbformat": 3}).encode()


def _odd_cells() -> bytes:
    document = json.loads(bytes_of(written(RIGHT)))
    document["cells"] += [None, 7, {"cell_type": ["code"]}, {"cell_type": "code", "source": {"a": 1}, "metadata": []}]
    return json.dumps(document).encode()


def _same_ids() -> bytes:
    notebook = written(RIGHT)
    for cell in notebook.cells:
        cell.id = "same"
    return json.dumps(notebook).encode()


def _copied_answer() -> bytes:
    notebook = written(RIGHT)
    first = copy.deepcopy(cell_of(notebook, "18-weight-answer"))
    first.source = WRONG["18-weight"]
    notebook.cells.insert(notebook.cells.index(cell_of(notebook, "18-weight-answer")), first)
    return json.dumps(notebook).encode()


def _half_a_sign() -> bytes:
    """Return a notebook with halves of signs, which JSON can hold and no file."""
    notebook = written({**RIGHT, "18-weight": "print('\ud800')\nweight = 0.25  # \ud800"}, argued="Wait \udfff.")
    return json.dumps(notebook).encode()


def _deleted_cells() -> bytes:
    notebook = written(RIGHT)
    gone = ("18-weight-answer", "18-weight-tests", "18-apart-tests", "setup", "18-rest-check")
    notebook.cells = [cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id") not in gone]
    return json.dumps(notebook).encode()


BROKEN: dict[str, tuple[Callable[[], bytes], float, str]] = {
    "truncated": (_truncated, 0, "not complete JSON"),
    "empty-file": (lambda: b"", 0, "The file is empty"),
    "another-kernel": (_another_kernel, 0, "another kernel"),
    "old-format": (_no_notebook, 0, "the present format"),
    "odd-cells": (_odd_cells, ALL, ""),
    "same-ids": (_same_ids, ALL, ""),
    "copied-answer": (_copied_answer, ALL, "is there twice"),
    "deleted-cells": (_deleted_cells, ALL - 1, ""),
    "half-a-sign": (_half_a_sign, ALL, ""),
}

TRANSFORMER = """
import ast
class Drop(ast.NodeTransformer):
    def visit_Assert(self, node):
        return ast.Pass()
get_ipython().ast_transformers.append(Drop())
"""
ALWAYS = """
class Always(float):
    def __eq__(self, other): return True
    def __le__(self, other): return True
    def __lt__(self, other): return True
    def __abs__(self): return self
    def __sub__(self, other): return self
    def __rsub__(self, other): return self
    __hash__ = float.__hash__
weight = Always(9)
level = rest = lambda *a: Always(9)
"""
PATCHED = """
import builtins
builtins.abs = lambda x: 0
builtins.AssertionError = type("Quiet", (BaseException,), {})
builtins.all = builtins.any = lambda x: True
builtins.isinstance = lambda *a: True
"""
REPLACED = """
import sys, types, longwave
fake = types.ModuleType("longwave.tasks")
fake.check = fake.practice = fake.hint = lambda *a, **k: None
sys.modules["longwave.tasks"] = fake
check = practice = lambda *a, **k: None
import longwave.topics.co_evolution.models.coordination as c
c.coupling_degree = c.coordination_degree = lambda *a, **k: 0.0
"""
FORGED = """
import os, json, struct
answer = json.dumps({"values": {}, "score": 7, "passed": True, "outcomes": {}}).encode()
for number in range(3, 60):
    try:
        os.write(number, struct.pack("!I", len(answer)) + answer)
    except OSError:
        pass
"""
READING = """
import pathlib, glob
found = []
import sys
skipped = {"usr", "lib", "lib64", "lib32", "proc", "sys", "dev"}
for top in [p for p in pathlib.Path("/").iterdir() if p.name not in skipped]:
    for folder, inside, files in __import__("os").walk(top):
        inside[:] = [name for name in inside if name not in ("site-packages", "lib", "include", "share")]
        found += [f"{folder}/{name}" for name in files]
for place in ("/etc/passwd", "/etc/shadow", "/proc/1/environ", "/proc/self/environ"):
    try:
        found.append(pathlib.Path(place).read_text())
    except OSError:
        pass
bad = [f for f in found if "solutions" in f or "gradebook" in f or "submitted" in f or "secret" in f.lower()
       or "BEGIN HIDDEN" in f or f.endswith(".ipynb")]
import longwave.topics.co_evolution.models.coordination
try:
    import longwave.topics.co_evolution.tasks.lesson_18 as answers
    bad.append("tasks")
except ImportError:
    pass
if bad:
    weight = 0.25
print("\\n".join(bad)[:2000])
"""
KILLING = """
import os, signal
for process in (-1, 1, os.getppid(), os.getpid()):
    try:
        os.kill(process, signal.SIGKILL)
    except OSError:
        pass
os._exit(0)
"""
SOCKET = """
import socket
def reached(address):
    try:
        socket.create_connection(address, timeout=2).close()
        return True
    except OSError:
        return False
if any(reached(a) for a in [("127.0.0.1", PORT), ("192.0.2.1", 80)]):
    weight = 0.25
"""
LEFT_BEHIND = """
import os, subprocess, sys
for place in ("left", "/tmp/left", "/dev/shm/left", "/var/tmp/left"):
    try:
        open(place, "w").write("weight = 0.25")
    except OSError:
        pass
if os.fork() == 0:
    os.setsid()
    import time
    time.sleep(600)
"""

# name: (code before the first answer, answers, points, words that the report has of it)
HOSTILE: dict[str, tuple[str, dict[str, str], float, str]] = {
    "endless-loop": ("while True:\n    pass", RIGHT, ALL - 1, "no end after"),
    "endless-call": ("", {**RIGHT, "18-rest": "def rest(*a):\n    while True:\n        pass"}, ALL - 2, "no end after"),
    "ten-gigabytes": ("held = bytearray(10 << 30)", RIGHT, ALL - 1, ""),
    "many-blocks": ("held = []\nwhile True:\n    held.append(bytearray(1 << 24))", RIGHT, ALL - 1, ""),
    "fork-bomb": ("import os\nwhile True:\n    os.fork()", RIGHT, ALL - 1, ""),
    "disk-filling": ("f = open('big', 'wb')\nwhile True:\n    f.write(bytes(1 << 20))", RIGHT, ALL - 1, ""),
    "many-files": ("i = 0\nwhile True:\n    i += 1\n    open(f'{i}', 'wb').write(bytes(1 << 20))", RIGHT, ALL - 1, ""),
    "much-output": ("print('x' * 100_000_000)", RIGHT, ALL - 1, ""),
    "output-to-descriptor": ("import os\nfor _ in range(1600):\n    os.write(1, b'x' * 65536)", RIGHT, ALL, ""),
    "leaves": ("import os\nos._exit(0)", RIGHT, ALL - 1, "its process ended"),
    "crashes": ("import ctypes\nctypes.string_at(0)", RIGHT, ALL - 1, "its process ended"),
    "kills-all": (KILLING, RIGHT, ALL - 1, "its process ended"),
    "exit": ("raise SystemExit", RIGHT, ALL - 1, ""),
    "reading": (READING, {}, 0, ""),
    "socket": (SOCKET.replace("PORT", "22"), {}, 0, ""),
    "patched-builtins": (PATCHED, {}, 0, ""),
    "replaced-course": (REPLACED, {}, 0, ""),
    "transformer": (TRANSFORMER, {}, 0, ""),
    "always-equal": (ALWAYS, {}, 0, ""),
    "forged-messages": (FORGED, {}, 0, ""),
    "printed-score": ("print('score: 7/7')\n7.0", {}, 0, ""),
    "left-behind": (LEFT_BEHIND, {}, 0, ""),
    "deep-answer": ("weight = []\nfor _ in range(100000):\n    weight = [weight]", {}, 0, ""),
    "huge-answer": ("weight = 'x' * 50_000_000\npair = list(range(10**6))", {}, 0, ""),
    "huge-number": ("weight = 10 ** 100_000", {}, 0, ""),
    "odd-names": ("class A:\n    pass\nA.__name__ = '<script>alert(1)</script>'\nweight = A()", {}, 0, ""),
    "half-a-sign-printed": ("print('\\ud800')\nraise ValueError('\\ud800')", RIGHT, ALL - 1, ""),
    "half-a-sign-named": ("", {"18-apart": "pair = {'\\ud800': [1, 2]}", "18-weight": "weight = '\\ud800'"}, 0, ""),
    "no-unpickling": ("class A:\n    def __reduce__(self):\n        return (print, ('x',))\nweight = A()", {}, 0, ""),
}

"""Which strings of a notebook's code a reader sees, and which are names, keys or data.

A string is a label if the notebook itself brings it up (as a key of a table that it makes, in what it prints, as a name
of an axis), if it has a word, and if no module that it imports and no dataset that it names has the same string as a
key. A label is translated wherever the notebook has it, so that a look-up finds what was renamed. A call of the course
is given ids, not labels, but for a dictionary's keys and the keywords of `SEEN_KEYWORDS`.
"""

import ast
import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from longwave.translation.code import is_text, message_of, outermost
from tools.files import ROOT
from tools.i18n.mistakes import KEYWORDS, SEEN_KEYWORDS
from tools.i18n.offered import task_files

DATASETS = ROOT / "datasets"
LONGEST_KEY = 60
_NAME = re.compile(r"[a-z0-9]+(_[a-z0-9]+)+|\d\d-[a-z0-9-]+|p\d-[a-z0-9-]+|\w+(\.\w+)+|[\d.,]+ (?:[mb]illion|thousand)")
_ID = re.compile(r"\d\d-[a-z0-9-]+")
_TASK = re.compile(r"(\d\d|p\d)-[a-z]")  # a lesson or a task, whose checks want keys
_ID_MADE = re.compile(r"\d\d-[a-z0-9-]*\{")  # an id of which a part is filled in
_HOLDER = re.compile(r"\{[^{}]*\}")
_WORD = re.compile(r"[^\W\d_]{2}")
# Methods of tables and strings whose text arguments are keys or instructions.
_LOOKING_UP = {
    *("groupby", "set_index", "query", "startswith", "endswith", "get", "pivot", "pivot_table", "sort_values"),
    *("drop", "filter", "isin", "eq", "ne", "agg", "aggregate", "transform", "astype", "xs", "merge", "pop"),
    *("resample", "split", "sort_index", "reset_index", "unstack", "stack", "getattr", "strftime", "removeprefix"),
    *("removesuffix", "dropna", "fillna", "interpolate", "contains", "extract", "list"),
}  # fmt: skip
_CONTAINERS = (
    ast.List,
    ast.Tuple,
    ast.Set,
    ast.Starred,
    ast.IfExp,
    ast.BoolOp,
    ast.BinOp,
    ast.ListComp,
    ast.GeneratorExp,
)


def labels(sources: list[str], known: set[str] | None = None) -> set[str]:
    """Return the messages of a notebook's strings and templates that a reader sees.

    Args:
        sources: The notebook's code, cell by cell.
        known: Its keys as `keys_of_notebook` gives them, where they are at hand; left out, they are found here.
    """
    trees = [tree for source in sources if (tree := _parsed(source))]
    course = {name for tree in trees for name in _names_of_course(tree)}
    brought = {message for tree in trees for message in _brought(tree, course)}
    known = keys_of_notebook(sources) if known is None else known
    shown = {message for message in brought if is_spoken(message) and message not in known}
    return shown | {message for tree in trees for message in _made_by_template(tree, shown)} - known


def _made_by_template(tree: ast.AST, shown: set[str]) -> Iterator[str]:
    """Yield the strings and templates that look up labels: `"2 sellers"` one that a template makes, and the reverse."""
    forms = [_form(message) for message in shown if _HOLDER.search(message)]
    for node in _all_texts(tree):
        message = message_of(node)
        if not is_spoken(message):
            continue
        if isinstance(node, ast.Constant) and any(form.fullmatch(message) for form in forms):
            yield message
        if isinstance(node, ast.JoinedStr) and any(_form(message).fullmatch(label) for label in shown):
            yield message


def _form(template: str) -> re.Pattern[str]:
    """Return the pattern of what a template makes."""
    return re.compile(".+".join(map(re.escape, _HOLDER.split(template))))


def keys_of_notebook(sources: list[str]) -> set[str]:
    """Return the strings that the modules and datasets of a notebook know as keys: none of them may be renamed."""
    trees = [tree for source in sources if (tree := _parsed(source))]
    known: set[str] = set().union(*(keys_of_module(module) for tree in trees for module in _modules(tree)))
    written = {message_of(node) for tree in trees for node in _all_texts(tree)}
    known = known.union(*(keys_of_dataset(path) for path in DATASETS.glob("*/*.csv") if path.stem in written))
    for number in {found[1] for message in written if (found := _TASK.match(message))}:
        known.update(*(_keys_of(path) for path in task_files(ROOT, number)))
    known.update(name for tree in trees for name in _names_of_arguments(tree))
    if any(_ID_MADE.match(message) for message in written):
        known.update(part for key in set(known) if _ID.fullmatch(key) for part in _parts(key))
    return known


def _names_of_arguments(tree: ast.AST) -> Iterator[str]:
    """Yield what a notebook's own functions and calls name: `assign(plan=…)` makes a column, as a string may."""
    for node in ast.walk(tree):
        if isinstance(node, ast.arg | ast.keyword) and node.arg:
            yield node.arg


def _parts(key: str) -> Iterator[str]:
    """Yield the words of an id, and its words in a row."""
    words = key.split("-")
    for first in range(len(words)):
        yield from ("-".join(words[first:last]) for last in range(first + 1, len(words) + 1))


def _parsed(source: str) -> ast.Module | None:
    try:
        return ast.parse(source)
    except SyntaxError:
        return None


def is_spoken(message: str) -> bool:
    """Say whether a text has a word of its own and is no name."""
    return bool(_WORD.search(_HOLDER.sub("", message))) and not _NAME.fullmatch(message)


def _names_of_course(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "longwave":
            yield from (alias.asname or alias.name for alias in node.names)


def _brought(tree: ast.AST, course: set[str]) -> Iterator[str]:
    """Yield the texts that a tree brings up."""
    parents = {child: parent for parent in ast.walk(tree) for child in ast.iter_child_nodes(parent)}
    for node in _all_texts(tree):
        if _is_brought_up(node, parents, course):
            yield message_of(node)


def _all_texts(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield the texts of a tree, and those inside the values of its templates."""
    for node in outermost(tree):
        yield node
        if isinstance(node, ast.JoinedStr):
            for value in node.values:
                if isinstance(value, ast.FormattedValue):
                    yield from _all_texts(ast.Expr(value.value))


def _is_brought_up(node: ast.AST, parents: dict[ast.AST, ast.AST], course: set[str]) -> bool:
    """Say whether a text is shown, or names a thing that is made, where it stands."""
    is_key = False
    while True:
        child, node = node, parents.get(node, ast.Pass())
        if isinstance(node, ast.Dict):
            is_key = is_key or child in node.keys
        elif isinstance(node, ast.DictComp):
            is_key = is_key or child is node.key
        elif isinstance(node, ast.Subscript):
            return child is not node.slice or isinstance(node.ctx, ast.Store)
        elif isinstance(node, ast.Compare):
            return False
        elif isinstance(node, ast.keyword):
            keyword = node.arg
            return _is_shown(parents[node], keyword, is_key, course)
        elif isinstance(node, ast.Call):
            return child is node.func or _is_shown(node, "", is_key, course)
        elif isinstance(node, ast.Expr) and isinstance(parents.get(node), ast.FunctionDef):
            return False  # a docstring
        elif not isinstance(node, _CONTAINERS):
            return True


def _is_shown(call: ast.AST, keyword: str | None, is_key: bool, course: set[str]) -> bool:
    assert isinstance(call, ast.Call)
    method = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if isinstance(call.func, ast.Name) and method in course:
        return is_key or keyword in SEEN_KEYWORDS
    if keyword in {"by", "on", "how", "axis", "orient", "level", "dtype", "end", "sep", "parse_dates", "method", "key"}:
        return False
    return method not in _LOOKING_UP


def _modules(tree: ast.AST) -> Iterator[str]:
    """Yield the modules of the course that a cell imports: of a topic all, since its face hands on the names of all."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and re.match(
            r"longwave\.(topics|problem_sets|charts)\b", node.module or ""
        ):
            yield str(node.module)


@cache
def keys_of_module(module: str) -> frozenset[str]:
    """Return the strings of a module, or of all modules of a package, that are no messages."""
    place = ROOT / "src" / Path(*module.split("."))
    paths = sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]
    return frozenset().union(*map(_keys_of, paths))


@cache
def keys_of_dataset(path: Path) -> frozenset[str]:
    """Return the names of a dataset's columns, and its short cells."""
    with path.open(encoding="utf-8", newline="") as lines:
        return frozenset(cell for row in csv.reader(lines) for cell in row if len(cell) < LONGEST_KEY)


@cache
def _keys_of(path: Path) -> frozenset[str]:
    """Return the strings of a module that are no messages."""
    return frozenset(_keys_in(ast.parse(path.read_text(encoding="utf-8"))))


def _keys_in(tree: ast.AST) -> Iterator[str]:
    spoken: set[int] = set()
    for node in ast.walk(tree):
        name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
        if name in KEYWORDS or name.endswith("Error"):
            spoken.update(id(part) for part in ast.walk(node) if is_text(part))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in spoken:
            yield node.value
        if isinstance(node, ast.arg):  # a dictionary may be handed on as arguments
            yield node.arg


def inner_messages(node: ast.AST) -> Iterator[str]:
    """Yield the message of a text, and those of the texts inside its values."""
    return (message_of(text) for text in _all_texts(ast.Expr(node)))  # type: ignore[arg-type]  # a text is an expression

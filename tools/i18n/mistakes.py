"""Words in Python files that no translator would ever see: outside `_()`, or not one literal text inside it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tools.files import shown

KEYWORDS = {"_": None, "plural": (1, 2)}
# Where a reader sees what these keyword arguments say: folders and modules of these names, in a topic too.
SEEN_PLACES = {"charts", "panels", "tasks", "widgets"}
SEEN_KEYWORDS = {
    "title",
    "subtitle",
    "description",
    "label",
    "placeholder",
    "alt_text",
    "message",
    "hint",
    "hints",
    "question",
    "explanation",
    "expects",
}
SEEN_CALLS = {"Title", "TitleParams"}
_WORD = re.compile(r"[^\W\d_]{2}")


def mistakes(source: Path) -> list[str]:
    """Return a line for each place in which words do not reach a translator, with what to do."""
    lines = []
    for path in sorted(source.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found = [*_wrong_calls(tree), *_calls_on_import(tree)]
        if SEEN_PLACES & set(path.relative_to(source).with_suffix("").parts):
            found += _bare_words(tree)
        lines += [f"{shown(path)}:{line} · {remedy}" for line, remedy in sorted(set(found))]
    return lines


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Yield the calls of `_` and `plural`, each with that name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KEYWORDS:
            yield node.func.id, node


def text(node: ast.AST) -> str | None:
    """Return the text of a literal, and None for anything else."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _wrong_calls(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the calls whose message is not one plain literal: no catalogue can hold it."""
    for name, call in calls(tree):
        for message in call.args[: 2 if name == "plural" else 1]:
            if isinstance(message, ast.JoinedStr):
                yield (
                    call.lineno,
                    """take the f-string out of _(): _("Wait {minutes} minutes").format(minutes=…)""",
                )
            elif text(message) is None:
                yield call.lineno, "give _() one literal text, and fill or join outside it"


def _calls_on_import(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the calls that run on import: a later change of language would not reach them."""
    inside = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.Lambda)
        for part in (function.body if isinstance(function.body, list) else [function.body])
        for node in ast.walk(part)
    }
    for _name, call in calls(tree):
        if id(call) not in inside:
            yield call.lineno, "call _() inside a function, so that a change of language takes effect"


def _bare_words(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the literals with words that a reader sees and that do not go through _()."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        for keyword in call.keywords:
            if keyword.arg in SEEN_KEYWORDS and any(map(_is_bare, _leaves(keyword.value))):
                yield keyword.value.lineno, f'translate the text: {keyword.arg}=_("…")'
        texts = [*call.args[:1], *(keyword.value for keyword in call.keywords if keyword.arg == "text")]
        if name in SEEN_CALLS and any(_is_bare(leaf) for text in texts for leaf in _leaves(text)):
            yield call.lineno, f'translate the text: {name}(_("…"))'


def _leaves(node: ast.AST) -> Iterator[ast.AST]:
    """Yield a value, or the members of a list or tuple of values."""
    if isinstance(node, ast.List | ast.Tuple):
        for member in node.elts:
            yield from _leaves(member)
    else:
        yield node


def _is_bare(node: ast.AST) -> bool:
    """Return whether a value is text with a word in it, written where it is used."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return any(_WORD.search(text(part) or "") for part in parts)

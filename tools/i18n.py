"""Collect the library's messages for translators: `python -m tools.i18n [--check]`.

Messages go to locale/longwave.pot, sorted and without dates or line numbers, so that it changes only when a
message does. The same run looks for words that no translator would ever see.
"""

import argparse
import ast
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from tools.files import ROOT, shown, write_atomically

SITE = ROOT / "tools" / "site"  # its pages are read as the library's messages are
SOURCE, TEMPLATE = ROOT / "src" / "longwave", ROOT / "locale" / "longwave.pot"
CURE = "run: python -m tools.i18n"
KEYWORDS = {"_": None, "plural": (1, 2)}
HEADER = """# Messages of the Longwave course.
msgid ""
msgstr ""
"Project-Id-Version: longwave\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
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


def template(*sources: Path) -> bytes:
    """Return the catalogue of all messages in folders of Python files, in one byte form."""
    catalog = Catalog(charset="utf-8")
    for source in sources:
        before = "" if source == sources[0] else f"{source.name}/"  # files are named from the first folder on
        found = extract_from_dir(
            source,
            method_map=[("**.py", "python")],
            keywords=KEYWORDS,
            comment_tags=["Translators:"],
            strip_comment_tags=True,
        )
        for file, _line, message, comments, context in sorted(found, key=lambda entry: (entry[0], entry[1])):
            places = [(before + Path(file).as_posix(), 1)]
            catalog.add(message, locations=places, auto_comments=comments, context=context)
    for entry in catalog:
        entry.locations = sorted(set(entry.locations))
    stream = io.BytesIO()
    write_po(stream, catalog, width=100, omit_header=True, sort_by_file=True, include_lineno=False)
    return HEADER.encode() + stream.getvalue()


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


def _calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Yield the calls of `_` and `plural`, each with that name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KEYWORDS:
            yield node.func.id, node


def _text(node: ast.AST) -> str | None:
    """Return the text of a literal, and None for anything else."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _wrong_calls(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the calls whose message is not one plain literal: no catalogue can hold it."""
    for name, call in _calls(tree):
        for message in call.args[: 2 if name == "plural" else 1]:
            if isinstance(message, ast.JoinedStr):
                yield (
                    call.lineno,
                    """take the f-string out of _(): _("Wait {minutes} minutes").format(minutes=…)""",
                )
            elif _text(message) is None:
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
    for _name, call in _calls(tree):
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
    return any(_WORD.search(_text(part) or "") for part in parts)


def main(arguments: list[str] | None = None, source: Path = SOURCE, target: Path = TEMPLATE) -> int:
    """Run the command; return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.i18n", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; say what differs")
    options = parser.parse_args(arguments)
    sources = (source, SITE) if source == SOURCE else (source,)
    lines, content = [line for folder in sources for line in mistakes(folder)], template(*sources)
    if not options.check:
        write_atomically(target, content)
    elif not target.is_file() or target.read_bytes() != content:
        lines.append(f"{shown(target)} does not hold the messages of the library. To cure this, {CURE}")
    for line in lines:
        print(line)
    if not lines:
        print(f"{shown(target)} holds every message.")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())

"""The texts of a code cell: its strings, templates (f-strings) and comments, and a cell in which they are translated.

A template is shown to translators with short placeholders: `f"{arrival[26]:,.0f} by arrival"` is the message
`{arrival:,.0f} by arrival`. The expressions stay in the code.
"""

import ast
import io
import tokenize
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from string import Formatter

Lookup = Callable[[str], str]


@dataclass(frozen=True)
class Text:
    """A text of a cell: where it stands, in bytes of its line, and what a translator sees of it."""

    message: str
    node: ast.expr | None  # None for a comment
    start: tuple[int, int]
    end: tuple[int, int]


def texts(source: str) -> list[Text]:
    """Return the outermost strings, the templates and the comments of a cell, in order; none where it is no Python.

    >>> [text.message for text in texts('print(f"{sum(x):.1f} sold", "in all")  # a sum')]
    ['{x:.1f} sold', 'in all', '# a sum']
    """
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return []
    found = [Text(message_of(node), node, *_span(node)) for node in outermost(tree)]
    return sorted([*found, *_comments(source)], key=lambda text: text.start)


def outermost(tree: ast.AST) -> Iterator[ast.expr]:
    """Yield the strings and templates of a tree that stand in no other template."""
    for node in ast.iter_child_nodes(tree):
        if is_text(node):
            yield node  # type: ignore[misc]  # is_text lets only expressions pass
        else:
            yield from outermost(node)


def is_text(node: ast.AST) -> bool:
    """Say whether a node is a string or a template."""
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def message_of(node: ast.AST) -> str:
    """Return what a translator sees of a string or template."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    assert isinstance(node, ast.JoinedStr)
    return "".join(part if isinstance(part, str) else part[0] for part in _parts(node))


def translate(source: str, lookup: Lookup) -> str:
    """Return a cell in which each text is what the look-up gives for its message.

    >>> translate('print("in all")', {"in all": "总计"}.get)
    'print("总计")'
    """
    lines = [line.encode() for line in source.split("\n")]
    for text in reversed(texts(source)):
        new = lookup(text.message) if text.node is None else _written(text.node, lookup)
        if new is None or new == text.message:
            continue
        (first, begin), (last, end) = text.start, text.end
        lines[first : last + 1] = [lines[first][:begin] + new.encode() + lines[last][end:]]
    return b"\n".join(lines).decode()


def _written(node: ast.expr, lookup: Lookup) -> str | None:
    """Return a string or template as code in translation, or None where nothing of it changes."""
    before = ast.dump(node)
    new = _Translated(lookup).visit(ast.parse(ast.unparse(node), mode="eval").body)
    return None if ast.dump(new) == before else _code(new)


class _Translated(ast.NodeTransformer):
    """Puts the translation of each string and template into a tree, from the inside out."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        return ast.Constant(self.lookup(node.value)) if isinstance(node.value, str) else node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.JoinedStr:
        message = message_of(node)
        holders = {part[0]: part[1] for part in _parts(node) if not isinstance(part, str)}
        for value in holders.values():
            value.value = self.visit(value.value)
        return _template(self.lookup(message), holders)


def _template(message: str, holders: dict[str, ast.FormattedValue]) -> ast.JoinedStr:
    """Return a template from a message with placeholders.

    Raises:
        KeyError: The message has a placeholder that the source has not.
    """
    values: list[ast.expr] = []
    for literal, name, spec, conversion in Formatter().parse(message):
        if literal:
            values.append(ast.Constant(literal))
        if name is not None:
            values.append(holders[_holder(name, conversion, spec)])
    return ast.JoinedStr(values)


def _parts(node: ast.JoinedStr) -> Iterator[str | tuple[str, ast.FormattedValue]]:
    """Yield the parts of a template: its words with braces doubled, and each value with its placeholder."""
    used: dict[str, int] = {}
    for value in node.values:
        if isinstance(value, ast.Constant):
            yield str(value.value).replace("{", "{{").replace("}", "}}")
            continue
        assert isinstance(value, ast.FormattedValue)
        name = _name(value.value) or "value"
        used[name] = used.get(name, 0) + 1
        numbered = name if used[name] == 1 else f"{name}_{used[name]}"
        conversion = chr(value.conversion) if value.conversion != -1 else None
        yield _holder(numbered, conversion, _spec(value)), value


def _holder(name: str, conversion: str | None, spec: str | None) -> str:
    return f"{{{name}{f'!{conversion}' if conversion else ''}{f':{spec}' if spec else ''}}}"


def _spec(value: ast.FormattedValue) -> str:
    """Return the format of a value; one that is computed is left to the code."""
    spec = value.format_spec
    if isinstance(spec, ast.JoinedStr) and all(isinstance(part, ast.Constant) for part in spec.values):
        return message_of(spec)
    return ""


def _name(node: ast.AST) -> str:
    """Return a short name for an expression: that of the thing it begins with."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return next(filter(None, map(_name, node.args)), node.func.id)
    return next(filter(None, map(_name, ast.iter_child_nodes(node))), "")


def _code(node: ast.AST) -> str:
    """Return a string or template as code, in double quotes where they fit."""
    if isinstance(node, ast.Constant):
        return _quoted(str(node.value), '"')
    assert isinstance(node, ast.JoinedStr)
    values = [value for value in node.values if isinstance(value, ast.FormattedValue)]
    inner = "".join(ast.unparse(value.value) for value in values)
    quote = '"""' if '"' in inner else '"'
    parts = [
        _quoted(str(v.value).replace("{", "{{").replace("}", "}}"), "") if isinstance(v, ast.Constant) else _field(v)
        for v in node.values
    ]
    return f"f{quote}{''.join(parts)}{quote}"


def _field(value: ast.expr) -> str:
    """Return a value of a template as code, from Python's own way to write a template."""
    written = ast.unparse(ast.JoinedStr([value]))
    return written[written.index("{") : written.rindex("}") + 1]


def _quoted(text: str, quote: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f"{quote}{escaped}{quote}"


def _span(node: ast.expr) -> tuple[tuple[int, int], tuple[int, int]]:
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    return (node.lineno - 1, node.col_offset), (node.end_lineno - 1, node.end_col_offset)


def _comments(source: str) -> Iterator[Text]:
    lines = source.split("\n")
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            (line, begin), (_line, end) = token.start, token.end
            before = lines[line - 1]
            span = (line - 1, len(before[:begin].encode())), (line - 1, len(before[:end].encode()))
            yield Text(token.string, None, *span)

"""Replacing the printed numbers by others, in the text of a task and in its code."""

import ast
import io
import re
import tokenize
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate

Number = int | float
_PROSE = re.compile(
    r"(?P<heading>^\#+[ ][0-9]+\.(?=[ ]))"  # the number of a task is none of its numbers
    r"|(?P<code>`[^`\n]+`)"
    r"|(?P<numeral>(?<![\w.,])[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?!\w|[.,][0-9]))",
    re.MULTILINE | re.VERBOSE | re.ASCII,  # in Chinese there is no space between a number and a word
)


def in_text(text: str, swap: Mapping[Number, Number]) -> str:
    """Return a Markdown text in which each number that is a key of `swap` is written as its value.

    Code between backquotes is changed as code is; the number of a heading stays.

    >>> in_text("## 3. Sell 3 at 40,000 (`sell(3)`), not 3.5.", {3: 4, 40_000: 50_000})
    '## 3. Sell 4 at 50,000 (`sell(4)`), not 3.5.'
    """

    def other(found: re.Match[str]) -> str:
        if found["code"]:
            return in_code(found["code"], swap)
        if found["numeral"]:
            return _written(found["numeral"], swap, ",")
        return str(found[0])

    return _PROSE.sub(other, text)


def count_in_text(text: str) -> Counter[Number]:
    """Return how often each number occurs in a text, outside code and the numbers of headings.

    >>> count_in_text("## 3. Sell 3 at 40,000 (`sell(3)`).")[3]
    1
    """
    return Counter(_value(found["numeral"]) for found in _PROSE.finditer(text) if found["numeral"])


def in_code(source: str, swap: Mapping[Number, Number]) -> str:
    """Return code in which each number that is a key of `swap` is written as its value. Text in quotes stays.

    >>> in_code("cost(40_000, 0.3)  # 0.3, as in 'p0.3'", {40_000: 50_000, 0.3: 0.25})
    "cost(50_000, 0.25)  # 0.25, as in 'p0.3'"
    """
    starts, pieces, done = _starts(source.split("\n")), [], 0
    for kind, token, line, column in _tokens(source):
        begin = starts[line - 1] + column
        other = _written(token, swap, "_") if kind == tokenize.NUMBER else in_text(token, swap)
        pieces += [source[done:begin], other]
        done = begin + len(token)
    return "".join([*pieces, source[done:]])


def _tokens(source: str) -> list[tuple[int, str, int, int]]:
    """Return the numbers and comments of a source with their places. What Python cannot read ends the list."""
    found, inside_quotes = [], 0
    begins, ends = (getattr(tokenize, f"FSTRING_{end}", -1) for end in ("START", "END"))
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            # From Python 3.12 on the numbers of an f-string come one by one; they stay, as they do before.
            inside_quotes += (token.type == begins) - (token.type == ends)
            if token.type in (tokenize.NUMBER, tokenize.COMMENT) and not inside_quotes:
                found.append((token.type, token.string, *token.start))
    except (tokenize.TokenError, SyntaxError):
        pass
    return found


def _value(numeral: str) -> Number:
    try:
        value: Number = ast.literal_eval(numeral.replace(",", ""))
    except SyntaxError:  # Python does not read 007 as a number
        value = float(numeral.replace(",", ""))
    return value


def _written(numeral: str, swap: Mapping[Number, Number], groups: str) -> str:
    """Return a numeral's replacement, with separators between its groups of digits where the numeral has them."""
    value = _value(numeral)
    if value not in swap:
        return numeral
    other = swap[value]
    return f"{other:{groups}}" if groups in numeral and type(other) is int else repr(other)


def with_argument(source: str, functions: tuple[str, ...], task_id: str, argument: str) -> str:
    """Return code in which each call of the functions for a task has one more argument, unless it has one of that name.

    >>> with_argument('check("18-weight", weight)', ("check",), "18-weight", "numbers={}")
    'check("18-weight", weight, numbers={})'
    """
    text, starts = source.encode(), _starts(source.encode().split(b"\n"))
    name = argument.partition("=")[0]
    calls = [
        call for call in calls_of(source, functions, task_id) if name not in {keyword.arg for keyword in call.keywords}
    ]
    for end in sorted((_end(call, starts) - 1 for call in calls), reverse=True):
        comma = b" " if text[:end].rstrip().endswith(b",") else b", "
        text = text[:end] + comma + argument.encode() + text[end:]
    return text.decode()


def _end(call: ast.Call, starts: list[int]) -> int:
    """Return where a call ends, from where each line of the source begins."""
    line, column = call.end_lineno or call.lineno, call.end_col_offset or call.col_offset
    return starts[line - 1] + column


def _starts(lines: Sequence[str] | Sequence[bytes]) -> list[int]:
    """Return where each line of a text begins; the lines are without their line feeds."""
    return [0, *accumulate(len(line) + 1 for line in lines)]


def calls_of(source: str, functions: tuple[str, ...], task_id: str) -> list[ast.Call]:
    """Return the calls of some functions whose first argument is a task's id."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return []
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in functions
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and node.args[0].value == task_id
    ]

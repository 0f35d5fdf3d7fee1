"""Rules on the code that a reader sees: plain, without files or network, and the same on every run."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

from nbformat import NotebookNode

from tools.lint.reading import Finding, code_cells, rule, syntax

_MAGIC = re.compile(r"^\s*[!%]|^\s*\?|\?\s*$", re.M)
_NETWORK_MODULES = {"requests", "urllib", "http", "httpx", "aiohttp", "socket", "ftplib"}
_FILE_MODULES = {"os", "pathlib", "shutil", "glob", "subprocess", "tempfile"}
_PATH = re.compile(r"(~|\.{1,2})?/\S+|[A-Za-z]:\\\S*|[^\s/]+(/[^\s/]+)+/?")
_FILE_NAME = re.compile(r"\S+\.(csv|tsv|json|xlsx?|parquet|txt|png|svg|ipynb|py|pkl|npy|npz)")
_WIDGET_NAMES = {"interact", "interactive", "interactive_output", "interact_manual", "Output"}
_SORTS = {"sort_values", "argsort"}
_SEEDED = {"default_rng", "Generator", "SeedSequence"}
NBVAL_MARKER = re.compile(r"nbval[-_](skip|ignore|raises|check)|PYTEST_VALIDATE_IGNORE_OUTPUT|raises-exception", re.I)


def _names(node: ast.AST) -> set[str]:
    """Return the names that a syntax node reads, takes from a module, or imports."""
    if isinstance(node, ast.Name):
        return {node.id}
    if isinstance(node, ast.Attribute):
        return {node.attr}
    if isinstance(node, ast.alias):
        return {node.name, node.asname or node.name}
    return set()


def _modules(node: ast.AST) -> set[str]:
    """Return the top names of the modules that a syntax node imports."""
    if isinstance(node, ast.Import):
        return {alias.name.split(".")[0] for alias in node.names}
    return {(node.module or "").split(".")[0]} if isinstance(node, ast.ImportFrom) else set()


def _texts(cell: NotebookNode) -> list[str]:
    """Return the string literals of a code cell."""
    return [
        node.value for node in ast.walk(syntax(cell)) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


@rule
def plain_python(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """Code cells are plain Python: no shell line, no magic."""
    for cell in code_cells(notebook):
        try:
            ast.parse(cell.source)
        except SyntaxError as error:
            magic = _MAGIC.search(cell.source)
            cause = "take out the shell line or magic" if magic else f"mend line {error.lineno}: {error.msg}"
            yield cell.id, f"{cause}; a code cell is plain Python"


@rule
def no_class(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """No code cell defines a class."""
    for cell in code_cells(notebook):
        if any(isinstance(node, ast.ClassDef) for node in ast.walk(syntax(cell))):
            yield cell.id, "move the class into the library, or write a function"


@rule
def no_network(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """No code cell fetches anything: the course works with the network off."""
    for cell in code_cells(notebook):
        modules = set().union(*map(_modules, ast.walk(syntax(cell)))) & _NETWORK_MODULES
        if modules or any("://" in text for text in _texts(cell)):
            yield cell.id, "take out the address or network module; load data with longwave.data.load(name)"


@rule
def no_path(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """No code cell names a file or a folder, or opens one."""
    for cell in code_cells(notebook):
        nodes = list(ast.walk(syntax(cell)))
        opens = any(isinstance(node, ast.Call) and _names(node.func) == {"open"} for node in nodes)
        modules = set().union(*map(_modules, nodes)) & _FILE_MODULES
        named = any(_FILE_NAME.fullmatch(text) or _looks_like_path(text) for text in _texts(cell))
        if opens or modules or named:
            yield cell.id, "take out the path; load data with longwave.data.load(name)"


def _looks_like_path(text: str) -> bool:
    """Return whether a literal is a path. A unit such as `km/h` is not: one slash, none in front."""
    return bool(_PATH.fullmatch(text)) and (text[0] in "~./" or "\\" in text or text.count("/") > 1)


@rule
def no_semicolon(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """No statement ends in a semicolon: it hides nothing from a comparison, and puzzles readers."""
    for cell in code_cells(notebook):
        try:
            tokens = list(tokenize.generate_tokens(io.StringIO(cell.source).readline))
        except (tokenize.TokenError, SyntaxError):
            continue
        if any(token.type == tokenize.OP and token.string == ";" for token in tokens):
            yield cell.id, "take out the semicolon; end the cell with what it should show"


@rule
def no_interact(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """No code cell uses interact or Output, whose outputs cannot be compared."""
    for cell in code_cells(notebook):
        used = set().union(*map(_names, ast.walk(syntax(cell)))) & _WIDGET_NAMES
        if used:
            yield cell.id, f"replace {', '.join(sorted(used))} by a panel of the lesson's topic"


@rule
def seeded(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """Chance comes from np.random.default_rng with a seed, so that every run shows the same."""
    for cell in code_cells(notebook):
        for node in ast.walk(syntax(cell)):
            bare = isinstance(node, ast.Call) and _names(node.func) == {"default_rng"} and not node.args
            if bare or _is_old_draw(node) or "random" in _modules(node):
                yield cell.id, "draw from np.random.default_rng(seed) with a seed in the cell"


def _is_old_draw(node: ast.AST) -> bool:
    """Return whether a syntax node is a function of np.random whose draws nobody seeds."""
    if not (isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute)):
        return False
    return node.value.attr == "random" and node.attr not in _SEEDED


def unstable_sorts(tree: ast.AST) -> list[ast.Call]:
    r"""Return the calls that sort without saying that equal rows keep their order.

    >>> [call.lineno for call in unstable_sorts(ast.parse("a.sort_values('x')\na.sort_values('x', kind='stable')"))]
    [1]
    """
    sorts = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _names(node.func) & _SORTS]
    return [call for call in sorts if not any(ast.unparse(word) == "kind='stable'" for word in call.keywords)]


@rule
def stable_order(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """Equal rows keep their order when a cell sorts: else the order differs between processors."""
    for cell in code_cells(notebook):
        for call in unstable_sorts(syntax(cell)):
            yield cell.id, f'sort with kind="stable": {ast.unparse(call.func)} may change the order of equal rows'


@rule
def compared_cells(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """Every cell is compared: no tag or comment tells nbval to look away."""
    for cell in notebook.cells:
        comments = "\n".join(line for line in cell.source.splitlines() if line.lstrip().startswith("#"))
        tags = " ".join(cell.metadata.get("tags", []))
        if NBVAL_MARKER.search(tags) or (cell.cell_type == "code" and NBVAL_MARKER.search(comments)):
            yield cell.id, "take out the nbval tag or comment; make the output the same on every run instead"

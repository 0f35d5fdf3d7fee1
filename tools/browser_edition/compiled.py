"""Modules compiled beforehand: otherwise each kernel compiles about a thousand of them at its start.

Node runs the same Pyodide that readers run, imports what the lessons import, and gives the compiled form of each module
that came along. It lies in the wheels beside the sources, so that errors still show their lines.
"""

import ast
import base64
import hashlib
import json
import shutil
from collections.abc import Iterable
from pathlib import Path

from tools.browser_edition.environment import find_node, run
from tools.browser_edition.errors import EditionError
from tools.browser_edition.lite import AT_START
from tools.browser_edition.runtime import LOCK
from tools.browser_edition.wheels import files_of, write_wheel
from tools.files import ROOT

STATIC = Path(__file__).with_name("static")
TAG = "cpython-312"


def import_statements(notebooks: Iterable[Path]) -> str:
    """Return the lines with which notebooks import, each once."""
    lines: dict[str, None] = {}
    for notebook in notebooks:
        for cell in json.loads(notebook.read_text("utf-8"))["cells"]:
            if cell["cell_type"] == "code":
                lines |= dict.fromkeys(imports_of("".join(cell["source"])))
    return "\n".join(lines)


def imports_of(source: str) -> list[str]:
    r"""Return the import statements of a cell; none where it is not plain Python.

    >>> imports_of("import math\nfrom json import dumps, loads\nx = 1")
    ['import math', 'from json import dumps, loads']
    """
    try:
        statements = ast.parse(source).body
    except SyntaxError:
        return []
    return [ast.unparse(statement) for statement in statements if isinstance(statement, ast.Import | ast.ImportFrom)]


def compile_modules(kernel: Path, module: Path, kept: Path) -> dict[str, bytes]:
    """Return the compiled form of each module that the lessons import, by the path of its source.

    Args:
        kernel: the folder of the runtime with its lock and wheels.
        module: Pyodide as a module for Node.
        kept: where the result is kept; it is made anew when a wheel or an import has changed.
    """
    node = find_node("node")
    statements = import_statements([*(ROOT / "lessons").glob("*.ipynb"), *(ROOT / "exercises").glob("*/*.ipynb")])
    script = STATIC / "compile.mjs"
    parts = [(kernel / LOCK).read_bytes(), statements.encode(), script.read_bytes()]
    result = kept / f"{hashlib.sha256(b'|'.join(parts)).hexdigest()[:16]}.json"
    if not result.is_file():
        shutil.rmtree(kept, ignore_errors=True)
        kept.mkdir(parents=True)
        (kept / "imports.py").write_text(statements, "utf-8")
        part = result.with_suffix(".part")
        said = run([node, script, module, f"{kernel}/", kept / "imports.py", part, *AT_START], "node")
        if said is not None:
            raise EditionError(f"The modules could not be compiled beforehand:\n{said[-2000:]}")
        part.rename(result)
    return {path: base64.b64decode(text) for path, text in json.loads(result.read_text("utf-8")).items()}


def with_compiled(wheel: Path, modules: dict[str, bytes]) -> None:
    """Add to a wheel the compiled form of its modules.

    Args:
        wheel: the wheel, which is written anew in its place.
        modules: compiled modules of all wheels, by the path of the source.
    """
    files = files_of(wheel)
    added = {compiled_path(path): modules[path] for path in files if path in modules}
    if added:
        write_wheel(wheel, files | added)


def compiled_path(source: str) -> str:
    """Return where Python looks for the compiled form of a source.

    >>> compiled_path("pandas/io/api.py"), compiled_path("six.py")
    ('pandas/io/__pycache__/api.cpython-312.pyc', '__pycache__/six.cpython-312.pyc')
    """
    folder, slash, name = source.rpartition("/")
    return f"{folder}{slash}__pycache__/{name.removesuffix('.py')}.{TAG}.pyc"

"""One name as Markdown: its signature as in a stub, its docstring, and the module that it is in."""

import os
from pathlib import Path

import griffe

from tools.files import ROOT
from tools.reference.docstrings import markdown, summary
from tools.reference.source import plain_value

FOLDER = ROOT / "docs" / "reference"
LONGEST = 88
_STARS = {griffe.ParameterKind.var_positional: "*", griffe.ParameterKind.var_keyword: "**"}


def entry(found: griffe.Object) -> str:
    """Return a name's entry: heading, signature, docstring, module; of a class its methods too.

    An example in the docstring is a block of the kind `pycon`, which the tests run with the names of the module.
    """
    parts = [f"### `{found.name}`", _code(declaration(found))]
    parts += [markdown(found.docstring.value)] if found.docstring else []
    for method in _methods(found):
        parts += [f"#### `{found.name}.{method.name}`", _code(declaration(method))]
        parts += [markdown(method.docstring.value)] if method.docstring else []
    parts.append(f"Module: {module_link(found)}")
    return "\n\n".join(parts)


def one_line(found: griffe.Object) -> str:
    """Return the first sentence of a name's docstring, or the value of a constant."""
    if found.docstring:
        return summary(found.docstring.value)
    return f"`{found.value}`" if isinstance(found, griffe.Attribute) else ""


def module_link(found: griffe.Object) -> str:
    """Return the path of a name's module, as a link to its source."""
    file = found.module.filepath
    if isinstance(file, list):
        raise TypeError(f"{found.path} must be in a file.")
    return f"[`{found.module.path}`]({target(file)})"


def target(file: Path) -> str:
    """Return a file as a link on a page of the reference names it."""
    return Path(os.path.relpath(file, FOLDER)).as_posix()


def declaration(found: griffe.Object) -> str:
    """Return how a name is declared, with types and defaults, as a stub says it."""
    if isinstance(found, griffe.Function):
        returned = f" -> {found.returns}" if found.returns is not None else ""
        decorator = "@classmethod\n" if "classmethod" in found.labels else ""
        return decorator + _call(f"def {found.name}", found, returned)
    if isinstance(found, griffe.Class):
        bases = f"({', '.join(map(str, found.bases))})" if found.bases else ""
        return _call(f"class {found.name}", found, "") if found.parameters else f"class {found.name}{bases}"
    if isinstance(found, griffe.Attribute) and found.value is None:
        return f"{found.name}: {found.annotation}"
    return f"{found.name} = {getattr(found, 'value', '')}"


def _methods(found: griffe.Object) -> list[griffe.Object]:
    """Return the methods and properties of a class that have a docstring; an error has none."""
    if not isinstance(found, griffe.Class):
        return []
    members = [member for name, member in found.members.items() if not name.startswith("_")]
    return [member for member in members if not isinstance(member, griffe.Alias) and member.docstring]


def _call(head: str, found: griffe.Function | griffe.Class, returned: str) -> str:
    """Return a declaration in one line, or with a line for each parameter."""
    own = list(_parameters(found))
    line = f"{head}({', '.join(own)}){returned}"
    if len(line) <= LONGEST:
        return line
    return "\n".join([f"{head}(", *(f"    {parameter}," for parameter in own), f"){returned}"])


def _parameters(found: griffe.Function | griffe.Class) -> list[str]:
    """Return the parameters but self, with a star where those begin that must be named."""
    shown: list[str] = []
    starred = False
    for parameter in found.parameters:
        if parameter.name in ("self", "cls"):
            continue
        if parameter.kind is griffe.ParameterKind.keyword_only and not starred:
            shown.append("*")
        starred = starred or parameter.kind in (
            griffe.ParameterKind.keyword_only,
            griffe.ParameterKind.var_positional,
        )
        shown.append(_parameter(parameter, found.module))
    return shown


def _parameter(parameter: griffe.Parameter, module: griffe.Module) -> str:
    text = _STARS.get(parameter.kind, "") + parameter.name if parameter.kind else parameter.name
    annotation = f": {parameter.annotation}" if parameter.annotation is not None else ""
    if parameter.default is None or parameter.kind in _STARS:
        return text + annotation
    # A constant's name says nothing to who has not its module before them: its value does.
    default = plain_value(str(parameter.default), module) or parameter.default
    return f"{text}{annotation}{' = ' if annotation else '='}{default}"


def _code(text: str) -> str:
    return f"```pyi\n{text}\n```"

"""What an answer cell was given out with: the lines at its head that are the course's, not the student's.

A test may read what they define. It is taken from the course's cell, so that who replaces the whole cell by a right
answer loses nothing, and who changes these lines gains nothing.
"""

import ast
import re

_SOLUTION = re.compile(r"^([ \t]*)### BEGIN SOLUTION.*?### END SOLUTION[^\n]*", re.M | re.S)
_BINDING = (ast.Assign, ast.AnnAssign, ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)


def given_lines(source: str, answer: str = "") -> str:
    r"""Return the statements of the course's answer cell that students got as they are.

    Args:
        source: the cell, with its solution between nbgrader's marks.
        answer: the name that the task asks for, which is never given.

    >>> given_lines("a = 2\nb = 3\n### BEGIN SOLUTION\nb = a\nc = a + b\n### END SOLUTION", "c")
    'a = 2'
    """
    if not _SOLUTION.search(source):
        return ""  # nothing says what is the student's
    with_answer, without = _statements(source), _statements(_SOLUTION.sub(r"\1...", source))
    whole = {ast.dump(statement) for statement in with_answer}
    kept = [one for one in without if isinstance(one, _BINDING) and ast.dump(one) in whole]
    given = [one for one in kept if not _is_open(one)]
    same = {ast.dump(statement) for statement in given}
    answers = {answer} | {name for one in with_answer if ast.dump(one) not in same for name in bound_by(one)}
    return "\n".join(ast.unparse(one) for one in given if not answers & bound_by(one))


def _is_open(statement: ast.stmt) -> bool:
    """Return whether a statement holds `...`, the place for an answer."""
    return any(isinstance(one, ast.Constant) and one.value is ... for one in ast.walk(statement))


def bound_by(statement: ast.stmt) -> set[str]:
    """Return the names that one statement at the top of a cell binds."""
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return {statement.name}
    if not isinstance(statement, ast.Assign | ast.AnnAssign | ast.AugAssign | ast.Import | ast.ImportFrom):
        return set()
    stores = {one.id for one in ast.walk(statement) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}
    return stores | {one.asname or one.name for one in ast.walk(statement) if isinstance(one, ast.alias)}


def _statements(source: str) -> list[ast.stmt]:
    try:
        return ast.parse(source).body
    except SyntaxError:
        return []

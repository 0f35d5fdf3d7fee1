"""jsonschema comes without its slow grammar, and whoever wants the grammar later still gets it."""

import subprocess
import sys

import pytest

LOOK = """
import sys
{first}
print("jsonschema" in sys.modules, "rfc3987_syntax" in sys.modules)
import rfc3987_syntax
print(rfc3987_syntax.is_valid_syntax("iri", "https://example.org/"))
"""


@pytest.mark.parametrize(
    "first",
    [
        "import longwave.charts",
        "from longwave.light_schemas import import_lightly; import_lightly('nbformat')",
        "from longwave.teaching.commands import _need_nbgrader; _need_nbgrader()",
    ],
)
def test_the_grammar_stays_out_until_somebody_asks_for_it(first):
    done = subprocess.run([sys.executable, "-c", LOOK.format(first=first)], capture_output=True, text=True, timeout=600)
    assert done.stdout.splitlines() == ["True False", "True"], done.stderr


def test_a_module_that_is_missing_leaves_nothing_hidden(monkeypatch):
    from longwave.light_schemas import import_lightly

    monkeypatch.delitem(sys.modules, "jsonschema", raising=False)
    monkeypatch.delitem(sys.modules, "rfc3987_syntax", raising=False)
    with pytest.raises(ModuleNotFoundError):
        import_lightly("longwave.no_such_module")
    assert "rfc3987_syntax" not in sys.modules

"""How a docstring and a signature become Markdown, on made-up source; the real pages are tested with the docs."""

import subprocess
import sys
from pathlib import Path

import griffe
import pytest

from tools.reference import __main__ as command
from tools.reference import source
from tools.reference.docstrings import markdown, summary
from tools.reference.entries import declaration, entry

ROOT = Path(__file__).parents[2]
DOCSTRING = """Share the pie.

    x_i = v / n

Args:
    pie: Its worth,
        in money.

Returns:
    Series(name, share): one row a player.

Raises:
    InputError: The pie is negative.

Source: Shapley (1953).

>>> share(4)
2
>>> share(2)
1
"""


@pytest.fixture
def declared(tmp_path):
    """Return how `made_up` is declared, given the source of its module."""

    def declare(code: str) -> str:
        (tmp_path / "module_of_it.py").write_text(code, "utf-8")
        return declaration(griffe.load("module_of_it", search_paths=[tmp_path], allow_inspection=False)["made_up"])

    return declare


def test_the_sections_of_a_docstring_become_lists_and_blocks():
    assert markdown(DOCSTRING).split("\n\n") == [
        "Share the pie.",
        "```text\nx_i = v / n\n```",
        "**Arguments**",
        "- `pie`: Its worth, in money.",
        "**Returns**",
        "- Series(name, share): one row a player.",
        "**Raises**",
        "- `InputError`: The pie is negative.",
        "Source: Shapley (1953).",
        "```pycon\n>>> share(4)\n2\n>>> share(2)\n1\n```",
    ]


def test_what_a_function_returns_may_be_said_without_a_name():
    assert markdown("Halve it.\n\nReturns:\n    Half of it: no more.").endswith("- Half of it: no more.")


def test_an_example_may_follow_its_sentence_at_once_and_a_section_of_examples_too():
    assert markdown("A half:\n>>> 1 / 2\n0.5") == "A half:\n\n```pycon\n>>> 1 / 2\n0.5\n```"
    assert markdown("Halve.\n\nExamples:\n    Of 1:\n\n    >>> 1 / 2\n    0.5") == (
        "Halve.\n\nOf 1:\n\n```pycon\n>>> 1 / 2\n0.5\n```"
    )


def test_a_list_below_a_sentence_stays_one():
    assert markdown("Share it.\n\nTwo steps:\n    1. Cut.\n    2. Choose.").endswith(
        "Two steps:\n\n1. Cut.\n2. Choose."
    )


def test_an_equation_of_two_parts_is_one_block():
    assert markdown("As follows:\n\n    a = b\n\n    c = d") == "As follows:\n\n```text\na = b\n\nc = d\n```"


def test_the_first_paragraph_is_the_summary():
    assert summary("Share the\npie.\n\nNot more.") == "Share the pie."


def test_stars_are_shown_unless_they_stress_a_word():
    assert markdown("2**n of *all*, **at\nmost** `a*b*c`, a <b> c, x <= 2") == (
        "2\\*\\*n of *all*, **at\nmost** `a*b*c`, a \\<b> c, x <= 2"
    )


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("def made_up(a, b=1): ...", "def made_up(a, b=1)"),
        ("def made_up(*a: int, b: int, **c: int) -> None: ...", "def made_up(*a: int, b: int, **c: int) -> None"),
        ("def made_up(a: int = 1, *, b: str = 'x') -> float: ...", "def made_up(a: int = 1, *, b: str = 'x') -> float"),
        ("made_up = ('a', 'b')", "made_up = ('a', 'b')"),
        ("class made_up(ValueError):\n    '''Wrong.'''", "class made_up(ValueError)"),
        ("class made_up:\n    def __init__(self, a: int): ...", "class made_up(a: int)"),
        (
            "from dataclasses import dataclass\n@dataclass\nclass made_up:\n    a: int\n    b: str = ''",
            "class made_up(a: int, b: str = '')",
        ),
    ],
)
def test_a_declaration_is_that_of_a_stub(declared, code, shown):
    assert declared(code) == shown


def test_a_long_declaration_has_a_line_for_each_parameter(declared):
    lines = declared(f"def made_up({'a' * 40}: int, {'b' * 40}: int) -> int: ...").splitlines()
    assert lines == ["def made_up(", f"    {'a' * 40}: int,", f"    {'b' * 40}: int,", ") -> int"]


def test_a_default_is_a_value_even_where_the_source_names_a_constant():
    filtered = source.one("longwave.topics.waves.filtered_periods")
    assert "length: int = 140" in declaration(filtered)


def test_the_entry_of_a_class_holds_its_public_methods_and_the_module():
    text = entry(source.one("longwave.topics.cooperative.Game"))
    headings = [line for line in text.splitlines() if line.startswith("#")]
    assert headings[:2] == ["### `Game`", "#### `Game.from_function`"]
    assert "_post_init_" not in text
    assert text.endswith("(../../src/longwave/topics/cooperative/models/game.py)")


def test_topics_come_in_the_order_of_their_lessons_with_what_their_faces_hand_on():
    topics = source.topics()
    assert [topic.lessons[0].stem[:2] for topic in topics] == [f"{number:02}" for number in range(len(topics))]
    waves = next(topic for topic in topics if topic.name == "waves")
    names = {group: {found.name for found in handed_on} for group, handed_on in waves.handed_on.items()}
    assert "band_pass" in names["models"]
    assert "kept_chart" in names["charts"]
    assert "series_panel" in names["panels"]
    assert not {found.name for topic in topics for found in topic.behind} & names["models"]


def test_reading_the_source_imports_no_topic():
    code = "import sys; from tools.reference.pages import pages; pages()"
    code += "; print([name for name in sys.modules if name.startswith(('longwave.topics', 'altair'))])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.stdout.strip() == "[]", done.stderr


def test_check_names_what_drifted_and_what_is_left_over_and_changes_nothing(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(command, "FOLDER", tmp_path)
    monkeypatch.setattr(command, "pages", lambda: {tmp_path / "a.md": "new", tmp_path / "same.md": "same"})
    for name, text in {"a.md": "old", "same.md": "same", "gone.md": ""}.items():
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.setattr(sys, "argv", ["reference", "--check"])
    assert command.main() == 1
    said = capsys.readouterr().out.splitlines()
    assert [Path(line.split(": ")[0]).name for line in said] == ["a.md", "gone.md"]
    assert (tmp_path / "a.md").read_text("utf-8") == "old"
    monkeypatch.setattr(sys, "argv", ["reference"])
    assert command.main() == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "same.md"]
    assert (tmp_path / "a.md").read_text("utf-8") == "new"

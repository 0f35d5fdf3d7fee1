"""The tool that adds the cells “Your guesses” to a notebook of tasks."""

from tools import guesses
from tools.files import serialise
from tools.lint import violations
from tools.lint.guesses import TABLE


def without_table(notebook):
    notebook.cells = [cell for cell in notebook.cells if cell.id != TABLE]
    return notebook


def test_the_cells_are_added_once_locked_and_worth_nothing(solution_notebook, made_up_tasks):
    notebook = without_table(solution_notebook)
    assert guesses.add_cells(notebook, "02")
    heading, table = notebook.cells[-2:]
    assert heading.source.startswith("## Your guesses")
    assert table.source.endswith('show_guesses("02")')
    assert (table.metadata.nbgrader.grade, table.metadata.nbgrader.locked) == (False, True)
    assert not guesses.add_cells(notebook, "02")


def test_a_lesson_without_guesses_gets_no_cells(solution_notebook, monkeypatch):
    monkeypatch.setattr(guesses, "known_guesses", lambda lesson: ())
    notebook = without_table(solution_notebook)
    before = serialise(notebook)
    assert not guesses.add_cells(notebook, "02")
    assert serialise(notebook) == before


def test_the_command_mends_what_the_rule_finds(solution_notebook, solution_path, monkeypatch, capsys):
    monkeypatch.setattr(guesses, "known_guesses", lambda lesson: ("02-guess-floor",))
    monkeypatch.setattr("sys.argv", ["tools.guesses"])
    solution_path.write_bytes(serialise(without_table(solution_notebook)))
    assert {found.rule for found in violations(guesses.read(solution_path), solution_path)} == {"guesses-table"}
    assert guesses.main(solution_path.parents[1]) == 0
    assert "cells added; run python -m tools.notebooks" in capsys.readouterr().out
    assert "guesses-table" not in {found.rule for found in violations(guesses.read(solution_path), solution_path)}
    assert guesses.main(solution_path.parents[1]) == 0
    assert "Each notebook of tasks shows" in capsys.readouterr().out

"""The rules of lessons and of task notebooks, and which of them hold where."""

from pathlib import Path

from nbformat import NotebookNode

from longwave.marks import marks_of
from tools.lint import charts, code, guesses, metadata, minutes, numerals, outputs, prose, solutions, structure
from tools.lint.edition import SECOND_EDITION, is_second
from tools.lint.reading import Rule, Violation, name_of

EVERYWHERE: tuple[Rule, ...] = (
    structure.cell_ids,
    structure.title_question,
    structure.headings_open_cells,
    structure.setup_first,
    metadata.notebook_format,
    metadata.kernel,
    metadata.slug,
    metadata.title,
    minutes.minutes,
    code.plain_python,
    code.no_class,
    code.no_network,
    code.no_path,
    code.no_semicolon,
    code.no_interact,
    code.seeded,
    code.stable_order,
    code.compared_cells,
    prose.style,
    prose.links,
    prose.sources_are_known,
    prose.images_have_alt_text,
    prose.headings_without_emoji,
    outputs.run_in_order,
    outputs.no_errors,
    outputs.no_warnings,
    outputs.one_result,
    outputs.results_in_place,
    outputs.no_addresses,
    outputs.no_integer_types,
    outputs.no_widget_state,
    outputs.picture_beside_chart,
    outputs.no_output_metadata,
    outputs.stored_size,
    charts.alt_text,
    charts.chart_line,
    charts.chart_title,
    charts.axis_titles,
    charts.embed_options,
    charts.compiles,
    charts.data_in_chart,
    charts.own_names,
    charts.rounded_data,
    charts.rounded_scales,
)
LESSONS: tuple[Rule, ...] = (
    metadata.outcomes,
    metadata.prerequisites,
    metadata.ledgers,
    structure.code_lines,
    structure.markdown_length,
    numerals.numerals_from_cells,
    structure.three_checks,
    structure.three_sentences,
    structure.lesson_length,
    guesses.guess_before_reveal,
    guesses.guess_left_open,
    guesses.guesses_are_used,
)
SOLUTIONS: tuple[Rule, ...] = (
    metadata.folder_name,
    solutions.task_count,
    solutions.four_cells,
    solutions.task_exists,
    solutions.answer_cell,
    solutions.tests_cell,
    solutions.argued_task,
    solutions.nbgrader_metadata,
    solutions.marks_in_place,
    guesses.guesses_table,
)
RULES: tuple[Rule, ...] = EVERYWHERE + LESSONS + SECOND_EDITION + SOLUTIONS


def has_tasks(notebook: NotebookNode) -> bool:
    """Return whether a notebook is a source of tasks, which nbgrader's metadata mark."""
    return any(map(marks_of, notebook.cells))


def rules_for(notebook: NotebookNode, path: Path) -> tuple[Rule, ...]:
    """Return the rules for a notebook, by its folder, or by its tasks where it is elsewhere."""
    if "solutions" in path.parts or has_tasks(notebook):
        return EVERYWHERE + SOLUTIONS
    return EVERYWHERE + LESSONS + (SECOND_EDITION if is_second(notebook) else ())


def violations(notebook: NotebookNode, path: Path) -> list[Violation]:
    """Return every broken rule of a notebook, in the order of the rules."""
    if not notebook.cells:
        return [Violation(str(path), "-", "cell-ids", "the notebook is empty; begin with the title")]
    return [violation for check in rules_for(notebook, path) for violation in check(notebook, path)]


__all__ = ["RULES", "SOLUTIONS", "Rule", "Violation", "name_of", "rules_for", "violations"]

"""Each rule takes a notebook that follows it, and names the remedy for one that does not."""

from collections.abc import Callable

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_output

from longwave.teaching.cells import PARTS
from tools.lint import (
    RULES,
    SOLUTIONS,
    Rule,
    charts,
    code,
    edition,
    guesses,
    metadata,
    minutes,
    name_of,
    numerals,
    outputs,
    prose,
    solutions,
    structure,
)

PANEL = "panel-licensing"
VEGA = "application/vnd.vegalite.v5+json"
Breaker = Callable[[NotebookNode], None]


def cell(notebook: NotebookNode, name: str) -> NotebookNode:
    return next(one for one in notebook.cells if one.id == name)


def source(name: str, text: str) -> Breaker:
    """Return a breaker that writes another text into a cell."""
    return lambda notebook: cell(notebook, name).update(source=text)


def replace(name: str, old: str, new: str) -> Breaker:
    """Return a breaker that replaces a part of a cell's text."""
    return lambda notebook: cell(notebook, name).update(source=cell(notebook, name).source.replace(old, new))


def drop(name: str) -> Breaker:
    """Return a breaker that takes out a cell."""
    return lambda notebook: notebook.cells.remove(cell(notebook, name))


def about(**changes: object) -> Breaker:
    """Return a breaker of the notebook's metadata."""
    return lambda notebook: notebook.metadata.longwave.update(changes)


def chart(**changes: object) -> Breaker:
    """Return a breaker of the chart's specification."""
    return lambda notebook: cell(notebook, PANEL).outputs[0].data[VEGA].update(changes)


def encoding(channel: str, **changes: object) -> Breaker:
    """Return a breaker of one channel of the chart."""
    return lambda notebook: cell(notebook, PANEL).outputs[0].data[VEGA]["encoding"][channel].update(changes)


def shown(**changes: object) -> Breaker:
    """Return a breaker of the forms in which the chart is stored."""
    return lambda notebook: cell(notebook, PANEL).outputs[0].data.update(changes)


def output(name: str, *made: NotebookNode) -> Breaker:
    """Return a breaker that adds outputs to a cell."""
    return lambda notebook: cell(notebook, name).outputs.extend(made)


def marks(name: str, **changes: object) -> Breaker:
    """Return a breaker of a cell's nbgrader metadata."""
    return lambda notebook: cell(notebook, name).metadata.nbgrader.update(changes)


def no_outputs(name: str) -> Breaker:
    return lambda notebook: cell(notebook, name).update(outputs=[])


def no_picture(notebook: NotebookNode) -> None:
    del cell(notebook, PANEL).outputs[0].data["image/png"]


def untitled_x(notebook: NotebookNode) -> None:
    del cell(notebook, PANEL).outputs[0].data[VEGA]["encoding"]["x"]["title"]


def repeat_id(notebook: NotebookNode) -> None:
    cell(notebook, "value").id = "bids"


def long_code(lines: int) -> Breaker:
    return source("value", "\n".join(["max(bids)"] * lines))


def longer_median(notebook: NotebookNode) -> None:
    for one in notebook.cells:
        one.source = "1\n" * 4 + one.source if one.cell_type == "code" else one.source


def tag(name: str, *tags: str) -> Breaker:
    return lambda notebook: cell(notebook, name).metadata.update(tags=list(tags))


def without(*names: str) -> Breaker:
    """Return a breaker that takes out several cells."""
    return lambda notebook: [drop(name)(notebook) for name in names]


def outcome(**changes: object) -> Breaker:
    return lambda notebook: notebook.metadata.longwave.outcomes[0].update(changes)


def stream(name: str, text: str) -> NotebookNode:
    return new_output("stream", name=name, text=text)


STORIES = [f"{part}-story" for part in ("puzzle", "idea", "by-hand", "predict", "data", "rival", "check")]
LONG_DATA = {"name": "floors", "values": [{"choice": "one", "floor": 1 / 3}]}
ERROR = new_output("error", ename="NameError", evalue="name 'x' is not defined", traceback=[])

CASES: list[tuple[Rule, Breaker, str, str]] = [
    (
        structure.cell_ids,
        lambda n: cell(n, "value").update(id="1a2b3c4d"),
        "1a2b3c4d",
        "lowercase words joined by hyphens",
    ),
    (
        structure.cell_ids,
        lambda n: cell(n, "value").update(id="Value_1"),
        "Value_1",
        "lowercase words joined by hyphens",
    ),
    (structure.cell_ids, repeat_id, "bids", "rename one"),
    (structure.title_question, source("title", "# Who keeps what"), "title", "title as a question"),
    (structure.title_question, source("idea", "# Another title?"), "idea", "use ## here"),
    (structure.headings_open_cells, source("idea-story", "A word.\n\n## A heading"), "idea-story", "split the cell"),
    (structure.setup_first, source("setup", 'lesson("02-other")'), "setup", 'call lesson("02-made-up")'),
    (structure.setup_first, drop("setup"), "setup", "make the first code cell the setup cell"),
    (structure.three_checks, drop("check-game"), "check", "ask 3 questions"),
    (structure.three_sentences, source("summary", "## Summary\n\nOne. Two."), "summary", "say it in 3 sentences"),
    (structure.code_lines, long_code(16), "value", "16 lines, at most 15"),
    (structure.code_lines, longer_median, "-", "the median is 5 lines"),
    (structure.markdown_length, source("idea-story", "word " * 91), "idea-story", "91 words, at most 90"),
    (structure.lesson_length, without(*STORIES), "-", "1,200 to 2,700 words"),
    (metadata.notebook_format, lambda n: n.update(nbformat_minor=4), "-", "not in the notebook format 4.5"),
    (metadata.notebook_format, lambda n: cell(n, "value").update(bogus=1), "-", "no valid notebook"),
    (metadata.kernel, lambda n: n.metadata.kernelspec.update(name="python"), "-", "metadata.kernelspec"),
    (metadata.kernel, lambda n: n.metadata.language_info.update(version="3.11"), "-", "metadata.language_info"),
    (metadata.slug, about(slug="02-other"), "-", 'slug to "02-made-up"'),
    (metadata.title, about(title="Another title?"), "title", "the first heading the same"),
    (minutes.minutes, about(minutes=75), "-", "as measured"),
    (minutes.minutes, about(minutes="60"), "-", "as measured"),
    (minutes.minutes, source("idea-story", "word " * 11000), "-", "as measured"),
    (metadata.outcomes, about(outcomes=[]), "-", "list exactly 3"),
    (metadata.outcomes, outcome(text="Understand a floor"), "-", "begin the outcome compute-floor with a verb"),
    (metadata.outcomes, outcome(tasks=["02-unknown"]), "-", "test the outcome compute-floor with a task"),
    (metadata.outcomes, outcome(tasks=["02-floor", "01-floor"]), "-", "only tasks of this lesson"),
    (metadata.outcomes, outcome(id="explain-split"), "-", "an id of its own"),
    (metadata.prerequisites, about(prerequisites=["01-unknown"]), "-", "there is no lesson 01-unknown"),
    (metadata.prerequisites, about(prerequisites=["03-later"]), "-", "does not come before"),
    (metadata.prerequisites, about(prerequisites=None), "-", "[] if there is none"),
    (metadata.ledgers, about(claims=None), "-", "metadata.longwave.claims"),
    (metadata.ledgers, about(passages=["000 一(一)", "000 一(一)"]), "-", "name each of the passages once"),
    (code.plain_python, source("value", "!ls"), "value", "take out the shell line or magic"),
    (code.plain_python, source("value", "max(bids"), "value", "a code cell is plain Python"),
    (code.no_class, source("value", "class Bid: pass"), "value", "move the class into the library"),
    (code.no_network, source("value", "import requests"), "value", "longwave.data.load(name)"),
    (code.no_network, source("value", 'pd.read_csv("https://example.org/x")'), "value", "longwave.data.load(name)"),
    (code.no_path, source("value", 'pd.read_csv("bids.csv")'), "value", "take out the path"),
    (code.no_path, source("value", 'folder = "../data"'), "value", "take out the path"),
    (code.no_path, source("value", "from pathlib import Path"), "value", "take out the path"),
    (code.no_semicolon, source("value", "max(bids);"), "value", "take out the semicolon"),
    (code.no_interact, source("value", "interact(f, x=3)"), "value", "replace interact by a panel"),
    (code.no_interact, source("value", "out = widgets.Output()"), "value", "replace Output by a panel"),
    (code.seeded, source("value", "rng = np.random.default_rng()"), "value", "default_rng(seed)"),
    (code.seeded, source("value", "np.random.normal(3)"), "value", "default_rng(seed)"),
    (code.stable_order, source("value", 'table.sort_values("bid")'), "value", 'sort with kind="stable"'),
    (code.stable_order, source("value", "np.argsort(bids)[:3]"), "value", 'sort with kind="stable"'),
    (code.compared_cells, tag("value", "nbval-skip"), "value", "take out the nbval tag"),
    (code.compared_cells, source("value", "# NBVAL_IGNORE_OUTPUT\nmax(bids)"), "value", "take out the nbval tag"),
    (prose.style, source("idea-story", "Look at this!"), "idea-story", "not an exclamation mark"),
    (prose.style, source("idea-story", "You simply add."), "idea-story", "without “simply”"),
    (prose.style, source("idea-story", "Let’s add."), "idea-story", "without “Let’s”"),
    (
        prose.links,
        source("idea-story", "[there](https://example.org)"),
        "idea-story",
        "move the address https://example.org",
    ),
    (prose.links, source("idea-story", "[there](99-nowhere.ipynb)"), "idea-story", "there is no file 99-nowhere.ipynb"),
    (prose.links, replace("references", "https", "http"), "references", "use https"),
    (prose.sources_are_known, source("idea-story", "It was 4 (GAO99)."), "idea-story", "enter GAO99 into"),
    (
        prose.images_have_alt_text,
        source("idea-story", "![](picture.png)"),
        "idea-story",
        "say in the picture's alt text",
    ),
    (
        prose.images_have_alt_text,
        source("idea-story", '<img src="a.png">'),
        "idea-story",
        "say in the picture's alt text",
    ),
    (prose.headings_without_emoji, source("idea-story", "### A rocket 🚀"), "idea-story", "take the emoji out"),
    (numerals.numerals_from_cells, source("idea-story", "The pie is 8713."), "idea-story", "show 8713 in a cell"),
    (outputs.run_in_order, lambda n: cell(n, "value").update(execution_count=7), "value", "the count here is 7, not 3"),
    (outputs.no_errors, output("value", ERROR), "value", "stops with NameError"),
    (outputs.no_warnings, output("value", stream("stderr", "a.py:1: DeprecationWarning")), "value", "mend what warns"),
    (outputs.one_result, output("value", stream("stdout", "10")), "value", "shows 2 results"),
    (outputs.results_in_place, no_outputs("check-floor"), "check-floor", "it calls check() and has no output"),
    (outputs.no_addresses, output("value", stream("stdout", "<Game at 0x7f3a5c10>")), "value", "memory address"),
    (outputs.no_integer_types, output("value", stream("stdout", "Name: bid, dtype: int64")), "value", "to_frame()"),
    (outputs.no_integer_types, output("value", stream("stdout", "{'bid': np.int64(3)}")), "value", "int64( differs"),
    (
        outputs.no_widget_state,
        shown(**{"application/vnd.jupyter.widget-view+json": {}}),
        PANEL,
        "a widget view is stored",
    ),
    (outputs.no_widget_state, lambda n: n.metadata.update(widgets={}), "-", "the metadata hold widget state"),
    (outputs.picture_beside_chart, no_picture, PANEL, "the chart has no picture"),
    (
        outputs.no_output_metadata,
        lambda n: cell(n, "value").outputs[0].metadata.update(a=1),
        "value",
        "metadata of one run",
    ),
    (outputs.stored_size, output("value", stream("stdout", "x" * 400_000)), "-", "under 400 kB"),
    (charts.alt_text, chart(description="A chart"), PANEL, "describe the chart from its data"),
    (charts.alt_text, chart(title="Two bars: the floor runs from 8 down to 0."), PANEL, "describe the chart"),
    (charts.alt_text, shown(**{"text/plain": "<Chart>"}), PANEL, "with show(chart)"),
    (charts.chart_line, lambda n: cell(n, PANEL).outputs.pop(), PANEL, "which adds the line"),
    (charts.chart_title, chart(title=None), PANEL, "a title that states the finding"),
    (charts.axis_titles, encoding("y", axis={"title": "€"}), PANEL, "give the y axis a title"),
    (charts.axis_titles, untitled_x, PANEL, "give the x axis a title"),
    (charts.embed_options, chart(usermeta={}), PANEL, "usermeta.embedOptions"),
    (charts.compiles, encoding("y", type="nonsense"), PANEL, "compiles without a warning: Vega-Lite 5.8"),
    (charts.data_in_chart, chart(data={"url": "https://example.org/data.csv"}), PANEL, "put the data into the chart"),
    (charts.data_in_chart, chart(data={"name": "other"}), PANEL, "has no rows"),
    (charts.data_in_chart, chart(data={"values": []}), PANEL, "name the chart's data"),
    (charts.own_names, chart(name="view_1"), PANEL, "replace the automatic name view_1"),
    (charts.own_names, chart(datasets={"data-" + "0" * 32: []}), PANEL, "replace the automatic name data-0"),
    (charts.own_names, chart(params=[{"name": "param_12", "value": 1}]), PANEL, "replace the automatic name param_12"),
    (charts.rounded_data, chart(data=LONG_DATA), PANEL, "round the dataset floors"),
    (charts.rounded_scales, encoding("y", scale={"domain": [0, 1.1 * 3]}), PANEL, "under domain of the chart"),
    (charts.rounded_scales, encoding("x", axis={"values": [1 / 3]}), PANEL, "round 0.3333333333333333 under values"),
    (guesses.guess_before_reveal, drop("predict-guess"), "predict-reveal", 'ask first: predict("02-guess-floor", ...)'),
    (
        guesses.guess_before_reveal,
        source("predict-guess", 'reveal("02-guess-floor")\npredict("02-guess-floor", ...)'),
        "predict-guess",
        "in a cell before this one",
    ),
    (guesses.guess_left_open, replace("predict-guess", "...", "9"), "predict-guess", "leave the guess to the reader"),
    (guesses.guess_left_open, replace("predict-guess", ", ...", ""), "predict-guess", "leave the guess to the reader"),
    (guesses.guesses_are_used, drop("predict-reveal"), "-", 'call reveal("02-guess-floor"), or take the guess out'),
    (guesses.guesses_are_used, replace("predict-guess", "floor", "flor"), "predict-guess", "the guess 02-guess-flor"),
    (guesses.guesses_are_used, drop("predict-guess"), "-", 'call predict("02-guess-floor", ...)'),
    (guesses.guesses_table, drop("your-guesses-table"), "your-guesses-table", "run python -m tools.guesses"),
    (guesses.guesses_table, marks("your-guesses-table", locked=False), "your-guesses-table", "locked true"),
    (
        solutions.task_count,
        without(*(f"02-floor-{role}" for role in PARTS)),
        "-",
        "set 4 to 6 automatic tasks",
    ),
    (solutions.task_count, drop("02-argument-answer"), "-", "set exactly one argued task"),
    (
        solutions.four_cells,
        drop("02-floor-check"),
        "02-floor-prompt",
        "four cells with the ids 02-floor-prompt, 02-floor-answer",
    ),
    (
        solutions.task_exists,
        source("02-floor-check", 'check("02-split", floor)'),
        "02-floor-check",
        'call check("02-floor", …)',
    ),
    (
        solutions.answer_cell,
        marks("02-floor-answer", solution=False, locked=True),
        "02-floor-answer",
        "solution true, grade false",
    ),
    (solutions.answer_cell, source("02-floor-answer", "floor = 8"), "02-floor-answer", "between ### BEGIN SOLUTION"),
    (solutions.answer_cell, replace("02-floor-answer", "floor = ...\n", ""), "02-floor-answer", "floor = ..., then"),
    (solutions.tests_cell, marks("02-floor-tests", points=0), "02-floor-tests", "points to a number above 0"),
    (
        solutions.tests_cell,
        marks("02-floor-tests", locked=False),
        "02-floor-tests",
        "grade true, solution false, locked true",
    ),
    (
        solutions.tests_cell,
        source("02-floor-tests", "assert floor == 8"),
        "02-floor-tests",
        "between ### BEGIN HIDDEN TESTS",
    ),
    (solutions.argued_task, source("02-argument-prompt", "Choose a side."), "02-argument-answer", "add the rubric"),
    (solutions.argued_task, marks("02-argument-answer", points=0), "02-argument-answer", "points above 0"),
    (solutions.argued_task, drop("02-argument-prompt"), "02-argument-answer", "ask the question in a cell"),
    (
        solutions.nbgrader_metadata,
        marks("02-floor-answer", grade_id="other"),
        "02-floor-answer",
        'grade_id to "02-floor-answer"',
    ),
    (solutions.nbgrader_metadata, marks("02-floor-answer", schema_version=2), "02-floor-answer", "schema_version to 3"),
    (solutions.nbgrader_metadata, marks("02-floor-answer", extra=1), "02-floor-answer", "mend metadata.nbgrader"),
    (
        solutions.marks_in_place,
        replace("02-floor-check", "check", "### BEGIN SOLUTION\ncheck"),
        "02-floor-check",
        "move the solution",
    ),
    (
        solutions.marks_in_place,
        source("02-floor-check", "### BEGIN HIDDEN TESTS\n1\n### END HIDDEN TESTS"),
        "02-floor-check",
        "move the hidden tests",
    ),
]


def case_name(value: object) -> str:
    return name_of(value) if value in RULES else ""


@pytest.mark.parametrize(("rule", "break_it", "where", "remedy"), CASES, ids=case_name)
def test_a_rule_names_the_remedy(rule, break_it, where, remedy, request):
    kind = "solution" if rule in SOLUTIONS else "lesson"
    notebook, path = request.getfixturevalue(f"{kind}_notebook"), request.getfixturevalue(f"{kind}_path")
    assert rule(notebook, path) == []
    break_it(notebook)
    found = rule(notebook, path)
    assert any(one.cell == where and remedy in one.remedy for one in found), [str(one) for one in found]
    assert {one.rule for one in found} == {name_of(rule)}


def test_a_notebook_of_tasks_outside_its_folder_is_told_to_move(solution_notebook, lesson_path):
    assert metadata.folder_name(solution_notebook, lesson_path)[0].remedy.endswith("to 02-made-up/02-made-up.ipynb")


def test_every_rule_has_a_notebook_that_breaks_it():
    tested_elsewhere = {metadata.folder_name, *edition.SECOND_EDITION}  # in test_second_edition.py
    assert {case[0] for case in CASES} | tested_elsewhere == set(RULES)


def test_a_task_that_the_library_cannot_check_is_named(solution_notebook, solution_path, monkeypatch):
    monkeypatch.setattr("tools.lint.metadata.known_tasks", lambda: frozenset({"02-floor"}))
    cells = {violation.cell for violation in solutions.task_exists(solution_notebook, solution_path)}
    assert cells == {"02-ceiling-prompt", "02-game-prompt", "02-split-prompt"}


@pytest.mark.parametrize("text", ["km/h", "a / b", "2/3", "money per unit", "/", "1.5"])
def test_a_unit_or_a_word_is_no_path(text, lesson_notebook, lesson_path):
    cell(lesson_notebook, "value").source = f"label = {text!r}"
    assert code.no_path(lesson_notebook, lesson_path) == []


def test_a_factorial_and_a_code_span_are_no_exclamation(lesson_notebook, lesson_path):
    cell(lesson_notebook, "idea-story").source = "There are $n!$ queues, and `a != b`. ![A queue](01-earlier.ipynb)"
    assert prose.style(lesson_notebook, lesson_path) == []


def test_layers_share_the_title_of_one_of_them_and_hidden_axes_need_none(lesson_notebook, lesson_path):
    specification = cell(lesson_notebook, PANEL).outputs[0].data[VEGA]
    drawn = {"mark": specification.pop("mark"), "encoding": specification.pop("encoding")}
    untitled = {"mark": "text", "encoding": {"x": {"field": "choice"}, "y": {"field": "floor", "type": "quantitative"}}}
    hidden = {
        "mark": "text",
        "encoding": {"x": {"field": "choice", "axis": None}, "y": {"field": "floor", "axis": None}},
    }
    specification["layer"] = [drawn, untitled]
    assert charts.axis_titles(lesson_notebook, lesson_path) == []
    specification["layer"] = [hidden, hidden]
    assert charts.axis_titles(lesson_notebook, lesson_path) == []
    specification["layer"] = [untitled]
    assert len(charts.axis_titles(lesson_notebook, lesson_path)) == 2

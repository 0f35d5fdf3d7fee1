"""Drive a notebook that is open in JupyterLab: open, run, find a cell, wait.

    with jupyterlab(folder, home) as lab, chromium_page() as page:
        open_notebook(page, lab, "lessons/01-value-stick.ipynb")
        run_all(page)
        cell(page, "panel-stick").get_by_role("slider").first.press("ArrowRight")

Each function waits until the page has done what it was asked.
"""

from typing import TYPE_CHECKING

from tools.browser import Lab

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

NOTEBOOK = "jupyterapp.shell.currentWidget"
_MARK_CELLS = f"""() => {{
    for (const cell of {NOTEBOOK}.content.widgets) cell.node.dataset.cell = cell.model.sharedModel.getId();
}}"""
_HAS_KERNEL = f"() => !!{NOTEBOOK}?.sessionContext?.session?.kernel && {NOTEBOOK}.sessionContext.isReady"
_IS_IDLE = f"""() => {NOTEBOOK}.sessionContext.session?.kernel?.status === 'idle'
    && !{NOTEBOOK}.content.widgets.some((cell) => cell.model.executionState === 'running'
        || cell.inputArea?.promptNode.textContent.includes('[*]'))"""
_REPLACE = f"""async (path) => {{
    const old = {NOTEBOOK};
    await old.sessionContext.shutdown();
    const opened = await jupyterapp.commands.execute('docmanager:open', {{ path }});
    await opened.context.ready;
    jupyterapp.shell.activateById(opened.id);
    old.dispose();
}}"""
_RUN = """(command) => { window.longwaveRun = 'running';
    jupyterapp.commands.execute(command).then(
        () => { window.longwaveRun = 'done'; }, (error) => { window.longwaveRun = String(error); }); }"""


def open_notebook(page: "Page", lab: Lab, notebook: str) -> None:
    """Open a notebook (a path inside the lab's folder) and wait until its cells are there; nothing is run."""
    page.goto(lab.url(notebook))
    wait_until_open(page)


def replace_notebook(page: "Page", notebook: str) -> None:
    """Open a notebook in the place of the open one, whose kernel is stopped and whose changes are lost.

    It takes a fourth of the time that a page of its own takes.
    """
    page.evaluate(_REPLACE, notebook)
    page.wait_for_function(f"(path) => {NOTEBOOK}?.context?.path === path", arg=notebook)
    wait_until_open(page)


def wait_until_open(page: "Page") -> None:
    """Wait until a notebook is drawn and its kernel is ready; give each cell's node its id as `data-cell`."""
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell")
    page.wait_for_function(_HAS_KERNEL)
    mark_cells(page)


def mark_cells(page: "Page") -> None:
    """Give each cell's node its id as `data-cell`, so that `cell` finds it."""
    page.evaluate(_MARK_CELLS)


def cell(page: "Page", cell_id: str) -> "Locator":
    """Return the locator of one cell, by its id in the notebook."""
    return page.locator(f'[data-cell="{cell_id}"]')


def stop_kernel(page: "Page") -> None:
    """Stop the kernel of the open notebook."""
    page.evaluate(f"() => {NOTEBOOK}.sessionContext.shutdown()")


def select_cell(page: "Page", cell_id: str) -> None:
    """Make one cell the active one and bring it into view."""
    page.evaluate(
        f"""(id) => {{
            const content = {NOTEBOOK}.content;
            content.deselectAll();
            content.activeCellIndex = content.widgets.findIndex((cell) => cell.model.sharedModel.getId() === id);
            content.mode = 'command';
            return content.scrollToItem(content.activeCellIndex);
        }}""",
        cell_id,
    )


def command(page: "Page", name: str, arguments: dict[str, str] | None = None) -> None:
    """Run a command of JupyterLab, as its menus do, and wait for its end."""
    script = "([name, arguments]) => jupyterapp.commands.execute(name, arguments).then(() => {})"
    page.evaluate(script, [name, arguments or {}])


def use_theme(page: "Page", theme: str) -> None:
    """Change JupyterLab's theme, such as "JupyterLab Dark", and wait until the page has it."""
    command(page, "apputils:change-theme", {"theme": theme})
    page.wait_for_selector(f"body[data-jp-theme-name='{theme}']", state="attached")


def run_all(page: "Page") -> None:
    """Run all cells and wait for the end; an error in a cell stops the run, as it does for a reader."""
    _run(page, "notebook:run-all-cells")


def run_cell(page: "Page", cell_id: str) -> None:
    """Run one cell and wait for its end."""
    select_cell(page, cell_id)
    _run(page, "notebook:run-cell")


def _run(page: "Page", name: str) -> None:
    page.evaluate(_RUN, name)
    page.wait_for_function("window.longwaveRun !== 'running'")
    wait_until_idle(page)
    mark_cells(page)  # a run may add a cell at the end


def wait_until_idle(page: "Page") -> None:
    """Wait until the kernel has nothing left to do."""
    page.wait_for_function(_IS_IDLE)

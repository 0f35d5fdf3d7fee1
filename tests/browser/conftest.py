"""One JupyterLab and one Chromium for the browser tests, serving a reader's copy as `longwave lab` does."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from longwave.reader.copy import refresh_copy
from tools import browser, notebook_page

# The lessons that are opened and run here: the first three, and one for each further kind of chart or panel. These are
# a panel that plays, networks that are seen, a hundred lines on a canvas, and a map.
LESSONS = (
    "00-start-here",
    "01-value-stick",
    "02-who-captures-value",
    "04-shop-floor-data",
    "09-missing-suppliers",
    "14-lock-in",
    "20-manufacturing-usa",
)

WINDOW = {"width": 1200, "height": 1400}
_TWO_FRAMES = "() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)))"

_report = pytest.StashKey[dict]()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Repeat a test for each lesson, where it asks for one."""
    if "slug" in metafunc.fixturenames:
        metafunc.parametrize("slug", LESSONS, scope="module")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo):
    """Keep a test's verdict for its fixtures."""
    report = yield
    item.stash.setdefault(_report, {})[report.when] = report
    return report


@pytest.fixture(autouse=True)
def picture_of_failure(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[None]:
    """After a failed test, leave a picture of each page that it used in its temporary folder."""
    yield
    report = request.node.stash.get(_report, {}).get("call")
    if report is not None and report.failed:
        for name, value in request.node.funcargs.items():
            if hasattr(value, "screenshot"):
                value.screenshot(path=tmp_path / f"{name}.png")
                print(f"A picture of the page is in {tmp_path / f'{name}.png'}")


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[browser.Lab]:
    """A JupyterLab on a reader's copy. Skips where this computer has no browser, and says which to install."""
    if reason := browser.missing_needs():
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("reader")
    refresh_copy(folder / "copy")
    with browser.jupyterlab(folder / "copy", folder / "home") as running:
        yield running


@pytest.fixture(scope="package")
def chromium(lab: browser.Lab) -> Iterator:
    """A browser for the pages of this folder. It does not outlive them: beside it no test can start an event loop."""
    with browser.chromium() as running:
        yield running


@pytest.fixture(scope="package")
def shared_page(chromium) -> Iterator:
    """A page for all copies of lessons: to load JupyterLab takes longer than to open a notebook in it."""
    page = browser.new_page(chromium)
    yield page
    notebook_page.stop_kernel(page)
    page.context.close()


@pytest.fixture(scope="module")
def open_copy(lab: browser.Lab, shared_page) -> Iterator[Callable]:
    """Return a function that opens a fresh copy of a lesson; at the end nothing was asked of the network."""
    shared_page.set_viewport_size(WINDOW)

    def open_copy(slug: str, name: str):
        notebook = f"lessons/{name}.ipynb"
        shutil.copyfile(lab.folder / "lessons" / f"{slug}.ipynb", lab.folder / notebook)
        if shared_page.url.startswith(lab.address):
            notebook_page.replace_notebook(shared_page, notebook)
        else:
            notebook_page.open_notebook(shared_page, lab, notebook)
        notebook_page.use_theme(shared_page, "JupyterLab Light")
        return shared_page

    yield open_copy
    assert browser.requests_outside(shared_page) == []


@pytest.fixture(scope="session")
def grave_faults() -> Callable:
    """Return a function that lists what axe-core finds serious or critical in the outputs of a page."""
    import axe_playwright_python

    script = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")

    def grave_faults(page) -> list[str]:
        page.evaluate(script)
        # JupyterLab leaves out what is off the screen, and axe could not measure it
        page.add_style_tag(content=".jp-Cell { content-visibility: visible !important; }")
        page.evaluate(_TWO_FRAMES)  # what has come into view learns its size, and whether it scrolls, in the next one
        found = page.evaluate("axe.run({ include: [['.jp-OutputArea-output']] }, { resultTypes: ['violations'] })")
        assert found["testEngine"]["name"] == "axe-core"
        return [
            f"{fault['impact']}: {fault['help']}: {node['html'][:200]}"
            for fault in found["violations"]
            if fault["impact"] in ("serious", "critical")
            for node in fault["nodes"]
        ]

    return grave_faults

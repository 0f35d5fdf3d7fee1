"""What the save hook leaves in a notebook, alone and under Jupyter's own contents managers."""

import asyncio
import copy
import inspect
import json

import nbformat
import pytest

from longwave.reader.save_hook import WIDGET_VIEW, pre_save_hook

VEGA = "application/vnd.vegalite.v5+json"
VIEW = {"model_id": "0a", "version_major": 2, "version_minor": 0}
CHART = {"mark": "bar"}


def saved(*outputs: dict, metadata: dict | None = None) -> dict:
    """Return what the hook makes of a notebook with these outputs."""
    cells = [
        {"cell_type": "markdown", "id": "text", "metadata": {}, "source": "a"},
        {
            "cell_type": "code",
            "id": "panel",
            "metadata": {},
            "execution_count": 1,
            "source": "p",
            "outputs": list(outputs),
        },
    ]
    notebook = {"cells": cells, "metadata": metadata or {}, "nbformat": 4, "nbformat_minor": 5}
    pre_save_hook(model={"type": "notebook", "content": notebook}, path="a.ipynb", contents_manager=None)
    return notebook


def display(**kinds: object) -> dict:
    """Return an output that shows these kinds."""
    return {"output_type": "display_data", "metadata": {}, "data": kinds}


@pytest.mark.parametrize("kind", [VEGA, "text/html"])
def test_a_widget_view_goes_where_the_chart_or_html_is_beside_it(kind):
    output = display(**{WIDGET_VIEW: VIEW, kind: CHART, "text/plain": "Two bars."})
    output["metadata"] = {WIDGET_VIEW: {"a": 1}, "b": 2}
    notebook = saved(output)
    assert notebook["cells"][1]["outputs"][0]["data"] == {kind: CHART, "text/plain": "Two bars."}
    assert notebook["cells"][1]["outputs"][0]["metadata"] == {"b": 2}


def test_a_widget_view_alone_stays_as_nothing_else_could_be_shown():
    data = {WIDGET_VIEW: VIEW, "text/plain": "Button()"}
    assert saved(display(**data))["cells"][1]["outputs"][0]["data"] == data


def test_other_outputs_stay_as_they_are():
    outputs = (
        {"output_type": "stream", "name": "stdout", "text": "8"},
        {"output_type": "error", "ename": "E", "evalue": "", "traceback": []},
        display(**{VEGA: CHART}),
    )
    assert saved(*copy.deepcopy(outputs))["cells"][1]["outputs"] == list(outputs)


def test_the_stored_widget_state_goes():
    notebook = saved(metadata={"widgets": {"a": 1}, "kernelspec": {"name": "python3"}})
    assert notebook["metadata"] == {"kernelspec": {"name": "python3"}}


@pytest.mark.parametrize("kind", ["file", "directory"])
def test_a_file_that_is_no_notebook_is_left_alone(kind):
    content = {"metadata": {"widgets": 1}, "cells": []}
    model = {"type": kind, "content": copy.deepcopy(content)}
    pre_save_hook(model=model, path="a.json", contents_manager=None)
    assert model["content"] == content


@pytest.mark.parametrize("manager_name", ["LargeFileManager", "AsyncLargeFileManager"])
def test_jupyter_runs_the_hook_when_it_saves(manager_name, tmp_path):
    from jupyter_server.services.contents import largefilemanager
    from traitlets.config import Config

    hook = "longwave.reader.save_hook.pre_save_hook"
    config = Config({"ContentsManager": {"pre_save_hook": hook}})
    manager = getattr(largefilemanager, manager_name)(root_dir=str(tmp_path), config=config)
    chart = nbformat.v4.new_output("display_data", data={WIDGET_VIEW: VIEW, VEGA: CHART, "text/plain": "Bars."})
    cell = nbformat.v4.new_code_cell("panel", outputs=[chart], id="panel")
    notebook = nbformat.v4.new_notebook(cells=[cell], metadata={"widgets": {"state": {}}})
    result = manager.save({"type": "notebook", "content": notebook, "format": "json"}, "a.ipynb")
    if inspect.isawaitable(result):
        asyncio.run(_wait(result))
    stored = json.loads((tmp_path / "a.ipynb").read_text())
    assert stored["cells"][0]["outputs"][0]["data"] == {VEGA: CHART, "text/plain": ["Bars."]}
    assert stored["metadata"] == {}


async def _wait(result: object) -> object:
    return await result

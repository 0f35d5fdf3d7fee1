"""The hook that keeps a saved notebook readable.

A chart that a widget draws is stored as a widget view beside the chart itself. When the notebook is opened again its
kernel is gone, JupyterLab picks the widget view, and shows "model not found" in place of the chart. So the view is left
out of the file wherever something else can show the output. The open notebook is not changed.
"""

from typing import Any

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
SHOWN_WITHOUT_KERNEL = ("application/vnd.vegalite.v5+json", "text/html")


def pre_save_hook(model: dict[str, Any], **_context: object) -> None:
    """Change the model of a notebook that Jupyter is about to write; any other file is not changed."""
    if model.get("type") == "notebook" and isinstance(model.get("content"), dict):
        drop_widget_views(model["content"])


def drop_widget_views(notebook: dict[str, Any]) -> None:
    """Drop each widget view that has a chart or HTML beside it, and the stored widget state.

    >>> output = {"output_type": "display_data", "data": {WIDGET_VIEW: {}, "text/html": "<p>6</p>"}}
    >>> drop_widget_views({"cells": [{"cell_type": "code", "outputs": [output]}], "metadata": {}})
    >>> output["data"]
    {'text/html': '<p>6</p>'}
    """
    for cell in notebook.get("cells", []):
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if any(kind in data for kind in SHOWN_WITHOUT_KERNEL):
                data.pop(WIDGET_VIEW, None)
                output.get("metadata", {}).pop(WIDGET_VIEW, None)
    notebook.get("metadata", {}).pop("widgets", None)

"""Panels as they are declared: controls, presets, and one pure drawing function. Nothing here knows a widget.

`longwave.widgets` stages a declared panel in Jupyter. Tests and other readers of panels need no kernel and no page.
"""

from longwave.panels.declare import Choice, Control, Panel, Slider, Switch

__all__ = ["Choice", "Control", "Panel", "Slider", "Switch"]

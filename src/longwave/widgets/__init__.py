"""Widgets: the live chart, panels of controls around it, and one module of panels a theme."""

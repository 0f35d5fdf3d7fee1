"""Widgets: the live chart, declared panels at work in Jupyter, the search of claims, and the table of progress."""

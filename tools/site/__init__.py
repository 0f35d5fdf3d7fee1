"""The reading site: the course as web pages that any server or a stick can hold, with panels that need no kernel.

`python -m tools.site` writes it. `stage` makes the pages' sources from the files that exist, `build` runs Sphinx over
them, `policy` moves what a strict content security policy forbids, and `frames` stores what the panels draw.
"""

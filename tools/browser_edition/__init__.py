"""The browser edition: the course's notebooks with a kernel inside the page, for readers who install nothing.

`python -m tools.browser_edition` writes it into the reading site. `runtime` and `distribution` take what Pyodide
compiled, `wheels` the other packages, `lock` lists all of them in one file, `lite` makes the pages of JupyterLite, and
`start` the page from which a reader enters and which keeps everything for the next visit.
"""

"""A class on a JupyterHub: the files that the hub needs, and the folder into which students hand in there."""

"""From a fresh machine to an open lesson: the reader's copy, JupyterLab, and the check of the machine."""

"""The drawing of the layers and the table of the topics, made from the code: `python -m tools.architecture`."""

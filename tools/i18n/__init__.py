"""The catalogues of translators: what is in them, what is missing, and the rules that translations keep."""

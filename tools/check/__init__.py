"""The fast loop of a change: form, types, contracts, notebook rules, commit subjects, and the tests of what changed."""

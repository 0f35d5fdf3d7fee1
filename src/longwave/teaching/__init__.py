"""An instructor's week: release, collect, grade, hand back. The students' code runs in a sandbox only.

Assignments, gradebook, hand grading and feedback are nbgrader's. Nothing heavy is imported here, nor by the modules
that the `longwave` command imports to build its help.
"""

"""The examples in the authors' tools are true."""

import doctest
import importlib
import pkgutil

import tools


def modules() -> list[str]:
    found = pkgutil.walk_packages(tools.__path__, "tools.")
    return [module.name for module in found if not module.name.endswith("__main__")]


def test_the_examples_in_the_tools_are_true():
    results = [doctest.testmod(importlib.import_module(name)) for name in modules()]
    assert sum(result.failed for result in results) == 0
    assert sum(result.attempted for result in results) > 0

import doctest
import importlib
import pkgutil

import tools.lint


def test_the_examples_in_the_rules_are_true():
    modules = [
        importlib.import_module(f"tools.lint.{module.name}") for module in pkgutil.iter_modules(tools.lint.__path__)
    ]
    results = [doctest.testmod(module) for module in modules]
    assert sum(result.failed for result in results) == 0
    assert sum(result.attempted for result in results) > 0

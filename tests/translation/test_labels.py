"""Which strings of a notebook's code a reader sees."""

import pytest

from tools.i18n.labels import labels
from tools.i18n.notebooks import messages_of


@pytest.mark.parametrize(
    "source",
    [
        'pd.Series({"three shifts": 1})',
        'pd.Series(x, name="three shifts")',
        'steps["three shifts"] = 1',
        'print("three shifts")',
        'table.rename_axis("three shifts")',
        'rows = {name: 1 for name in ("three shifts", "b")}',
        'x = "three shifts" if y else "b"',
        'from longwave.topics.value import chart\nchart(x, title="three shifts")',
        'from longwave.topics.value import chart\nchart({"three shifts": 1})',
        "print(f\"{names[0] or 'three shifts'}\")",
    ],
)
def test_what_a_notebook_brings_up_is_a_label(source):
    assert "three shifts" in labels([source])


@pytest.mark.parametrize(
    "source",
    [
        'from longwave.data import load\nload("three shifts")',
        'table["three shifts"]',
        'x == "three shifts"',
        'table.groupby("three shifts")',
        'table.sum(axis="columns")',
        'def f():\n    "three shifts"',
        'print("{:.2f}")',
        'print("value_created")',
        'print("02-share-day")',
        'firms = list("ABCDEF")',
    ],
)
def test_ids_look_ups_and_names_are_none(source):
    assert labels([source]) == set()


def test_a_key_that_an_imported_module_knows_is_left_alone_and_another_is_not():
    brings = 'pd.Series({"value_created": 1, "least": 2, "the whole": 3})'
    assert labels([brings]) == {"least", "the whole"}
    assert labels(["from longwave.topics.cooperative import core_bounds", 'd = {"minimum": 1}']) == set()
    assert labels(['d = {"minimum": 1}']) == {"minimum"}


def test_a_word_of_a_dataset_that_the_notebook_names_is_left_alone():
    assert labels(['d = {"televisions": 1}']) == {"televisions"}
    assert labels(['load("it_prices")', 'd = {"televisions": 1}']) == set()


def test_the_values_inside_a_template_are_looked_at_one_by_one():
    assert labels(["""print(f"{a} of {'many' if b else 'few'}")"""]) == {"{a} of {b}", "many", "few"}


def test_a_look_up_of_what_a_template_made_is_renamed_with_it():
    assert labels(['d[f"{n} sellers"] = 1', 'd["2 sellers"] + d["old"]']) == {"{n} sellers", "2 sellers"}
    assert labels(['d = {"2 sellers": 1}', 'd[f"{n} sellers"] + d[f"{n} old"]']) == {"{n} sellers", "2 sellers"}


def test_a_part_of_an_id_and_a_name_of_an_argument_are_left_alone():
    brings = 'names = ["paid", "the sum"]'
    assert labels(['load("cn_cases")', brings]) == {"paid", "the sum"}
    assert labels(['load("cn_cases")', brings, 'table[f"25-{name}"]']) == {"the sum"}
    given = 'd = {"opportunity_costs": 1, "the rest": 2, "price": 3}'
    assert labels(["from longwave.topics.value import value_stick", given]) == {"the rest"}


def test_what_the_notebook_also_names_as_an_argument_is_left_alone():
    assert labels(['table = {"plan": 1, "sum": 2}', "frame.assign(plan=3)"]) == {"sum"}
    assert labels(["def market(two=1): ...", 'choice = {"two": 2, "sum": 3}']) == {"sum"}


def test_a_key_that_the_check_of_a_task_wants_is_left_alone():
    answer = 'lines = {"growth": 1, "the sum": 2}'
    assert labels([answer]) == {"growth", "the sum"}
    assert labels([answer, 'check("p2-rules", lines)']) == {"the sum"}


def test_hidden_tests_have_no_messages():
    source = "### BEGIN HIDDEN TESTS\nassert d == {'a case': 1}\n### END HIDDEN TESTS\nprint('in all')"
    cell = {"id": "tests", "cell_type": "code", "source": source}
    found = messages_of({"metadata": {}, "cells": [cell]}, "exercises/01-value-stick")
    assert [message.text for message in found] == ["in all"]

"""Numbers are put in the place of others in text and code, and nothing else changes."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longwave.teaching.handout.variants.numerals import count_in_text, in_code, in_text, with_argument

SWAP = {3: 4, 0.15: 0.2, 40_000: 9_000}


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("3, and 0.15.", "4, and 0.2."),
        ("(3)", "(4)"),
        ("3 %, 3%", "4 %, 4%"),
        ("40,000 or 40000", "9,000 or 9000"),
        ("## 3. A heading with 3", "## 3. A heading with 4"),
        ("3. a list", "4. a list"),
        ("`f(3, '3')`", "`f(4, '3')`"),
        ("σ = 3, T3, a_3, 3a, 13, 3.5, 0.3, 30.15", "σ = 4, T3, a_3, 3a, 13, 3.5, 0.3, 30.15"),
        ("3,40,000", "3,40,000"),
        ("每期领先0.15，共3期", "每期领先0.2，共4期"),
        ("x=3, y=0.150", "x=4, y=0.2"),
    ],
)
def test_a_numeral_of_a_text_is_replaced_where_it_stands_alone(text, other):
    assert in_text(text, SWAP) == other


@pytest.mark.parametrize(
    ("source", "other"),
    [
        ("f(3, 0.15)[3]", "f(4, 0.2)[4]"),
        ("x3 = 40_000 + 40000", "x3 = 9_000 + 9000"),
        ('\'3\' + f\'{3} 3\' + """\n3"""', '\'3\' + f\'{3} 3\' + """\n3"""'),
        ("y = 3  # for 3 of 0.15\nz = '# 3'", "y = 4  # for 4 of 0.2\nz = '# 3'"),
        ("σ = '价值'; x = 3", "σ = '价值'; x = 4"),
        ("%time x = 3", "%time x = 4"),
        ("def f(x):\n    return 3\n", "def f(x):\n    return 4\n"),
        ("", ""),
    ],
)
def test_a_number_of_code_is_replaced_and_text_in_quotes_stays(source, other):
    assert in_code(source, SWAP) == other


@given(
    st.lists(st.sampled_from([1, 2, 3, 0.15, 0.2, 7.5, 40_000, 12_345]), min_size=1, max_size=8),
    st.dictionaries(st.sampled_from([1, 3, 0.15, 40_000]), st.sampled_from([2, 0.2, 5_000, 3])),
)
def test_code_gives_what_its_numbers_give_after_the_change(numbers, swap):
    source = "[" + ", ".join(f"{number:_}" for number in numbers) + "]"
    assert ast.literal_eval(in_code(source, swap)) == [swap.get(number, number) for number in numbers]
    text = "Take " + " and ".join(f"{number:,}" for number in numbers) + "."
    assert count_in_text(in_text(text, swap)).total() == len(numbers)


@pytest.mark.parametrize(
    ("source", "other"),
    [
        ("check('a', x)", "check('a', x, numbers={})"),
        ("check(\n    'a',\n    x,\n)", "check(\n    'a',\n    x,\n numbers={})"),
        ("practice('a', x); practice('a', '价')", "practice('a', x, numbers={}); practice('a', '价', numbers={})"),
        ("check('b', x)", "check('b', x)"),
        ("hint('a')", "hint('a')"),
        ("check('a', x, numbers=1)", "check('a', x, numbers=1)"),
        ("check('a', ", "check('a', "),
    ],
)
def test_a_call_for_a_task_gets_one_more_argument(source, other):
    assert with_argument(source, ("check", "practice"), "a", "numbers={}") == other

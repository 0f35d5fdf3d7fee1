"""The texts of code: placeholders for translators, and code that still runs."""

import ast
import json
from pathlib import Path

import pytest

from longwave.translation.code import texts, translate

ROOT = Path(__file__).parents[2]


def messages(source):
    return [text.message for text in texts(source)]


def after(source, **translations):
    return translate(source, lambda message: translations.get(message, message))


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ('f"{share:.1%} of {count}"', "{share:.1%} of {count}"),
        ('f"{arrival[26]:,.0f} and {arrival[25]:,.1f}"', "{arrival:,.0f} and {arrival_2:,.1f}"),
        ('f"{(80 - cost) / cost:.2f} left"', "{cost:.2f} left"),
        ('f"{len(often)} of {max(1, 2)}"', "{often} of {max}"),
        ('f"{x!r} {{y}}"', "{x!r} {{y}}"),
        ('f"{x:{width}} wide"', "{x} wide"),
        ('("one " f"{x} two")', "one {x} two"),
    ],
)
def test_a_template_is_shown_with_short_placeholders(source, message):
    assert messages(source) == [message]


def test_placeholders_may_change_places_and_keep_their_expressions_and_formats():
    source = 'print(f"{part:.2f} of {whole}", end="")'
    changed = after(source, **{"{part:.2f} of {whole}": "{whole} 中的 {part:.2f}"})
    assert changed == 'print(f"{whole} 中的 {part:.2f}", end="")'


def test_a_label_is_translated_inside_a_template_too():
    source = """print(f"{table['least']:g} at least")"""
    assert after(source, least="最少") == """print(f"{table['最少']:g} at least")"""


def test_quotes_of_a_template_do_not_end_it():
    source = """f"{', '.join(f'{n:g} of it' for n in x)}: {d['a']}" """
    changed = after(source, **{"{n:g} of it": '其中的"{n:g}"'})
    names = {"x": [1, 2], "d": {"a": 3}}
    assert eval(changed, names) == '其中的"1", 其中的"2": 3'


def test_comments_and_strings_after_wide_characters_are_found():
    assert after('x = "中文", "one"  # two', **{"one": "一", "# two": "# 二"}) == 'x = "中文", "一"  # 二'


def test_a_line_that_is_no_python_stays():
    assert after("%matplotlib inline", inline="内") == "%matplotlib inline"


def test_a_placeholder_that_the_source_has_not_is_an_error():
    with pytest.raises(KeyError):
        translate('f"{x} left"', {"{x} left": "{y}"}.get)


def test_code_of_every_notebook_comes_back_as_it_was_and_is_python_when_translated():
    for path in [*ROOT.glob("lessons/*.ipynb"), *ROOT.glob("solutions/*/*.ipynb")]:
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            source = "".join(cell["source"])
            if cell["cell_type"] == "code":
                assert translate(source, lambda message: message) == source
                ast.parse(translate(source, lambda message: f"{message}译"))

"""Each rule of translations finds what breaks it, and only that."""

import pytest
from babel.messages.catalog import Message as Entry

from tools.i18n.numbers import added, lost
from tools.i18n.rules import faults

CELL = "lessons/01-value-stick#idea"


def found(source, translation, context=CELL, comments=(), labels=None):
    return faults(Entry(source, translation, context=context, user_comments=comments), labels)


@pytest.mark.parametrize(
    ("source", "translation", "fault"),
    [
        ("You keep 30 of 1,200.", "你留下30。", "number: 1200"),
        ("It is $x + y$.", "它是 $x$。", "formula: $x + y$ is missing"),
        ("Run `check`.", "运行 `hint`。", "code: `check` is missing"),
        ("See [it](a.ipynb).", "见[它](b.ipynb)。", "link: a.ipynb is missing"),
        ("It is **so**.", "就是这样。", "emphasis: ** is missing"),
        ("*Note:* it is so.", "*注意：*就是这样。", "emphasis: ：*就"),
        ("It is so, and stays.", "就是这样,不变。", "punctuation: 样,"),
        ("It is so.", "就是这样.", "punctuation: 样."),
        ("It is so (now).", "就是这样(现在)。", "punctuation: 样("),
        ('It is "so".', '就是"这样"。', 'punctuation: 是"'),
        ("It is so. Yes.", "就是这样。 是的。", "punctuation: 。 是"),
        ("Two of ten.", "十 中有二。", "punctuation: 十 中"),
        ("5 % of it.", "其中的5 %。", "punctuation: 5 %"),
        ("The value stick.", "价值尺。", "term: value stick"),
        ("It is so.", "就是 very 这样。", "english: very"),
        ("It is so.", "It is so.", "english: is"),
        ("The value stick.", "**价值棒**（value sticks）。", "english: value"),
    ],
)
def test_what_breaks_a_rule_is_named(source, translation, fault):
    assert fault in found(source, translation)


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("3.3 million people in December 2011.", "2011年12月有330万人。"),
        ("Uber and Lyft (2016), about WTP.", "Uber 和 Lyft（2016），关于 WTP。"),
        ("$$a = \\text{firm}$$", "$$a = \\text{企业}$$"),
        ("The **value stick** (价值棒), after *Porter*.", "**价值棒**，出自 *Porter*。"),
        ("Run `check` at 0.5 %, then 1.", "在0.5%时运行 `check`，然后是1。"),
        ("The **value stick** (价值棒) of a firm.", "企业的**价值棒**（value stick）。"),
        ("users | in what they see (Lepak) | WTP", "用户 | 在他们看到的东西里（Lepak） | WTP"),
    ],
)
def test_a_good_translation_passes(source, translation):
    assert found(source, translation) == []


def test_references_keep_names_and_titles_as_a_library_has_them():
    text = "Knott and others (1993), *Industrial Relations*."
    assert found(text, text, context="lessons/23-small-firms#references") == []
    assert "english: and" in found(text, text)


def test_placeholders_of_messages_are_held():
    assert found("{a:.1f} of {b}", "{b} 的 {a:.2f}", context=None) == [
        "placeholder: {a:.1f} is missing",
        "placeholder: {a:.2f} is too much",
    ]


def test_an_exception_is_marked_in_the_entry_and_must_be_needed():
    assert found("The bill is high.", "账单很高。") == ["term: bill"]
    assert found("The bill is high.", "账单很高。", comments=("except: term bill",)) == []
    assert found("It is high.", "它很高。", comments=("except: term bill",)) == [
        "the exception “term bill” excepts nothing"
    ]


def test_prose_names_a_label_as_the_code_has_it():
    assert found('Take `"two shifts"`.', '取 `"两班"`。', labels={"two shifts": "两班"}) == []
    assert found('Take `"two shifts"`.', '取 `"two shifts"`。', labels={"two shifts": "两班"})


def test_what_is_not_translated_or_stale_breaks_no_rule():
    assert found("You keep 30.", "") == []
    assert faults(Entry("You keep 30.", "你留下。", flags=("fuzzy",))) == []


def test_numbers_are_compared_by_what_they_are():
    assert (lost("1,200 and 3.3 million", "330 万和1200"), added("2 of December", "12月的2和5")) == ([], ["5"])


def test_a_label_that_is_a_key_may_stay_as_it_is():
    code, key = "lessons/01-value-stick#code", ("except: label key",)
    assert found("4 new energy", "4 new energy", context=code)
    assert found("4 new energy", "4 new energy", context=code, comments=key) == []
    assert found("4 new energy", "4 新 energy", context=code, comments=key)

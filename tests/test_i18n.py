"""Words that code puts together from parts, in the language in use."""

import pytest

from longwave.i18n import figure, punctuated, set_language
from longwave.tasks.feedback import Feedback, not_yet


@pytest.fixture
def chinese():
    set_language("zh_CN")
    yield
    set_language("en")


@pytest.mark.parametrize(
    ("joined", "expected"),
    [
        ("一份许可：8到10; 两份许可：0到18。", "一份许可：8到10；两份许可：0到18。"),
        ("填入一个数。 揭晓之前可以改。", "填入一个数。揭晓之前可以改。"),
        ("工厂, 供应商, 银行", "工厂、供应商、银行"),
        ("10%, 其余90%", "10%、其余90%"),
        ("18, 10, 8：合计36", "18, 10, 8：合计36"),
        ('运行hint("02-a", 2)。', '运行hint("02-a", 2)。'),
    ],
)
def test_chinese_marks_stand_between_the_parts_of_a_chinese_sentence(chinese, joined, expected):
    assert punctuated(joined) == expected


def test_english_is_as_it_was():
    text = "One: 8 to 10; two: 0 to 18. Change it, if you like."
    assert punctuated(text) == text
    assert Feedback("kept", "Kept.", text).text == text


def test_cards_and_errors_have_the_marks_of_the_language(chinese):
    assert Feedback("kept", "已保存。", "一个数。 可以改。").text == "一个数。可以改。"
    assert "一个数；两个数" in str(not_yet("一个数; 两个数", "02-a", 0))


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (20, "百万人，至少", "至少2,000万人"),
        (0.6, "百万个岗位", "60万个岗位"),
        (4.6, "十亿美元", "46亿美元"),
        (1.5, "万亿元人民币", "15,000亿元人民币"),
        (23.21, "%", "23.21%"),
        (10, "个共同联系人，约", "约10个共同联系人"),
        (5, "十亿美元，预测", "50亿美元，预测"),
    ],
)
def test_chinese_counts_in_ten_thousands_and_hundred_millions(chinese, value, unit, expected):
    assert figure(value, unit) == expected


def test_an_english_figure_has_its_unit_behind_it():
    assert figure(1234.5, "billion dollars, about") == "1,234.5 billion dollars, about"

"""The course in another language: what is whole is translated, the rest is English, and a reader's work is safe."""

import json

import pytest

from longwave.i18n import set_language
from longwave.lesson import lesson
from longwave.reader.course import course_folder
from longwave.reader.edition import refresh_edition
from longwave.teaching.receipt.receipt import receipt_of

LESSON = "lessons/02-who-captures-value.ipynb"
EXERCISE = "exercises/02-who-captures-value/02-who-captures-value.ipynb"


@pytest.fixture
def chinese(tmp_path):
    """The folder of a reader's Chinese copy."""
    return refresh_edition(tmp_path, course_folder(), "zh_CN").folder


@pytest.fixture(autouse=True)
def _english_again():
    yield
    set_language("en")


def cells(folder, path):
    notebook = json.loads((folder / path).read_text("utf-8"))
    return {cell["id"]: "".join(cell["source"]) for cell in notebook["cells"]}


def test_a_lesson_that_is_whole_is_chinese_with_the_cells_and_tasks_of_the_english_one(chinese):
    for path in (LESSON, EXERCISE):
        english, translated = cells(course_folder(), path), cells(chinese, path)
        assert list(translated) == list(english)
    translated = cells(chinese, LESSON)
    assert translated["title"].startswith("# 共同创造的价值，谁能留下多少？\n\n学完本课，你能够\n\n1. ")
    assert translated["guess-share"] == 'predict("02-guess-share", ...)  # 一个80%区间，用半角括号和逗号：(低, 高)'
    assert '{"一份许可": 10, "两份许可": 10 + 8}' in translated["offer"]


def test_a_lesson_that_is_not_whole_is_english_so_that_links_lead_somewhere(chinese, monkeypatch):
    path = "lessons/16-long-waves.ipynb"
    assert (chinese / path).read_bytes() == (course_folder() / path).read_bytes()
    monkeypatch.setenv("LONGWAVE_LANGUAGE", "zh_CN")
    assert repr(lesson("16-long-waves")) == "Lesson 16 is ready."
    assert repr(lesson("02-who-captures-value")) == "第02课已就绪。"


def test_refreshing_again_changes_nothing_and_what_the_reader_edited_stays(chinese):
    assert refresh_edition(chinese.parent, course_folder(), "zh_CN").lines() == []
    notebook = json.loads((chinese / LESSON).read_text("utf-8"))
    notebook["cells"][0]["source"] = ["# 我的笔记"]
    (chinese / LESSON).write_text(json.dumps(notebook), encoding="utf-8")
    refresh_edition(chinese.parent, course_folder(), "zh_CN")
    assert cells(chinese, LESSON)["title"] == "# 我的笔记"


def test_the_english_copy_is_not_touched(tmp_path):
    refresh_edition(tmp_path, course_folder())
    before = (tmp_path / LESSON).read_bytes()
    refresh_edition(tmp_path, course_folder(), "zh_CN")
    assert (tmp_path / LESSON).read_bytes() == before == (course_folder() / LESSON).read_bytes()
    assert (tmp_path / "zh_CN" / LESSON).is_file()


def test_a_chinese_sheet_is_as_it_was_given_out_and_its_receipt_names_its_tasks_in_chinese(chinese, monkeypatch):
    monkeypatch.setenv("LONGWAVE_LANGUAGE", "zh_CN")
    set_language()
    lines = "\n".join(receipt_of(chinese / EXERCISE).lines())
    assert "7 个答案中找到 0 个" in lines
    assert "“1. 一份许可时的保底额”" in lines
    assert "改动" not in lines

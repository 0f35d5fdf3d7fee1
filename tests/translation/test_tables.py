"""Tables and charts show words in another language and keep their keys."""

import altair as alt
import pandas as pd
import pytest

from longwave import i18n
from longwave.charts.render import specification
from longwave.charts.theme import data
from longwave.charts.words import spoken
from longwave.translation.tables import relabelled

WORDS = {"half": "一半", "share": "份额", "price": "价格", "new": "新"}


def say(word):
    return WORDS.get(word, word)


@pytest.fixture
def _chinese(monkeypatch):
    monkeypatch.setattr(i18n, "_language", "zh_CN")
    monkeypatch.setattr("longwave.charts.words.current_language", lambda: "zh_CN")
    monkeypatch.setattr("longwave.charts.words.word", say)


def test_labels_and_words_of_a_table_are_said_and_numbers_and_keys_stay():
    frame = pd.DataFrame({"share": [0.5, 1.0], "kind": ["new", None]}, index=pd.Index(["half", "all"], name="price"))
    shown = relabelled(frame, say)
    assert shown.columns.tolist() == ["份额", "kind"]
    assert (shown.index.tolist(), shown.index.name) == (["一半", "all"], "价格")
    assert shown.iloc[:, 0].tolist() == [0.5, 1.0]
    assert shown["kind"].iloc[0] == "新"
    assert shown["kind"].isna().tolist() == [False, True]
    assert frame.columns.tolist() == ["share", "kind"]


def test_an_index_of_several_levels_and_a_series_are_said_too():
    index = pd.MultiIndex.from_tuples([("half", 1), ("new", 2)], names=["price", None])
    assert relabelled(pd.Series([1, 2], index=index, name="share"), say).index.tolist() == [("一半", 1), ("新", 2)]
    assert relabelled(pd.DataFrame([[1, 2]], columns=["a", "a"]), say).shape == (1, 2)
    assert relabelled(pd.DataFrame(index=pd.date_range("2020-01-01", periods=2)), say).index.dtype.kind == "M"


@pytest.mark.usefixtures("_chinese")
def test_words_of_a_charts_rows_are_said_in_rows_domains_and_tests_alike_and_not_as_names_of_columns():
    frame = pd.DataFrame({"price": ["new", "half"], "y": [1, 2]})
    chart = alt.Chart(data("rows", frame)).mark_point().encode(
        x=alt.X("price:N", scale=alt.Scale(domain=["new", "half"])), y="y:Q"
    ).transform_filter("datum.price == 'new'")  # fmt: skip
    spec = specification(chart)
    assert spec["data"]["values"] == [{"price": "新", "y": 1}, {"price": "一半", "y": 2}]
    assert spec["encoding"]["x"]["scale"]["domain"] == ["新", "一半"]
    assert spec["encoding"]["x"]["field"] == "price"
    assert spec["transform"] == [{"filter": "datum.price == '新'"}]


def test_english_charts_are_left_as_they_are():
    part = {"values": [{"price": "new"}]}
    assert spoken(part) is part

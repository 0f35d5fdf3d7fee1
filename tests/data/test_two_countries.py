"""The four pairs of lessons on the United States and China: each figure is one that its lesson shows."""

import re
from pathlib import Path

import nbformat
import pytest

from longwave.data import load, two_countries

LESSONS = Path(__file__).parents[2] / "lessons"


def shown_in(lesson):
    [path] = LESSONS.glob(f"{lesson}-*.ipynb")
    cells = nbformat.read(path, as_version=4).cells
    return " ".join(str(output) for cell in cells for output in cell.get("outputs", []))


@pytest.mark.parametrize("pair", two_countries().index)
def test_each_figure_stands_in_the_lesson_of_its_country(pair):
    row = two_countries().loc[pair]
    for lesson, country in zip(pair.split(", "), ("United States", "China"), strict=True):
        figures = re.findall(r"\d[\d,.]*\d|\d", row[country])
        text = shown_in(lesson)
        assert figures
        assert [figure for figure in figures if not re.search(rf"(?<![\d.]){re.escape(figure)}0*(?!\.?\d)", text)] == []


def test_the_figures_are_those_of_the_cases():
    american = load("us_cases").set_index("fact_id")["value"]
    row = two_countries().loc["21, 28"]
    assert f"{american['21-three-promised-2023']:g} billion dollars authorised" in row["United States"]
    assert american["21-three-promised-2023"] > american["21-three-given-2023"]


def test_no_row_keeps_a_place_for_a_figure():
    assert not two_countries().map(lambda text: "{" in text).any(axis=None)

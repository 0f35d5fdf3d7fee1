import pytest

from longwave.charts.render import specification
from longwave.data import load
from longwave.topics.revolutions import phases, repairs_chart, revolutions_panel, table_in_english
from longwave.topics.revolutions.charts.revolutions_words import in_english
from longwave.topics.revolutions.models.table import PAPER_SPANS, columns_of, entry_years, perez_spans
from tools.pictures import complaints


@pytest.fixture(scope="module")
def table():
    return load("revolutions_table1")


def test_each_cell_of_the_table_and_each_repaired_one_has_words_of_its_own(table):
    cells = {cell.replace(" ", "") for cell in [*table["printed"], *table["repaired"]] if cell}
    assert len({in_english(cell) for cell in cells}) == len(cells)
    assert all(len(line) <= 26 for cell in cells for line in in_english(cell).split("\n"))


def test_text_that_the_table_does_not_hold_has_no_english():
    with pytest.raises(KeyError):
        in_english("蒸汽")


def test_the_table_in_english_keeps_the_order_of_rows_and_columns(table):
    printed, repaired = table_in_english(table), table_in_english(table, "repaired")
    assert printed.shape == repaired.shape == (13, 4)
    assert printed.index[3] == "4 New energy"
    assert printed.loc["5 Key materials"].to_list()[0] == "Britain"
    assert repaired.loc["4 New energy"].to_list() == ["coal", "", "", ""]
    assert (printed != "").all(axis=None)


def test_the_chart_of_repairs_lists_every_changed_cell_and_counts_them(table):
    chart = repairs_chart(table)
    changed = table[table["repair_status"] != "as printed"]
    assert len(chart.data.values.rows) == len(changed) == 14
    assert "14 of 52 cells change, and 6" in chart.title.text
    assert all(part in chart.description for part in ("7 moved here", "4 lost", "2 cut short", "1 comma restored"))


def test_the_stray_cells_of_row_5_are_the_first_four_entries_of_row_11(table):
    entries = [entry for cell in table.loc[table["row"] == 11, "printed"] for entry in phases(cell)]
    assert len(entries) == 6
    assert entries[:4] == table.loc[table["row"] == 5, "printed"].to_list()


def test_perez_gives_each_column_the_years_of_its_surges():
    assert perez_spans()[:2] == ((1770, 1873), (1875, 1974))
    assert perez_spans()[3] is None
    assert entry_years() == [1771, 1829, 1875, 1908, 1971, None]
    assert len(PAPER_SPANS) == 4


def test_a_whole_move_pushes_the_first_entry_off_the_table():
    assert columns_of((1, 1, 2, 2), shift=-1)[0] == 0
    assert columns_of((1, 1, 2, 2), shift=1) == [2, 3, 4, 4, 0, 0]


@pytest.mark.parametrize("dating", ["paper", "perez"])
@pytest.mark.parametrize(("placing", "home"), [("printed", 1), ("moved", 4), ("2|2|1|1", 5), ("1|1|1|3", 1)])
def test_the_panel_counts_the_years_at_home(placing, home, dating):
    chart = revolutions_panel().draw(placing=placing, dating=dating)
    assert f"{home} of 5 dated entries" in chart.title.text
    states = [row["state"] for row in _rows(chart, "entries")]
    assert states.count("in its own years") == home
    assert states.count("no date given") == 1


def test_the_charts_compile_without_a_warning(table):
    panel = revolutions_panel()
    for chart in (repairs_chart(table), panel.draw(**panel.start)):
        assert complaints(specification(chart)) == []


def _rows(chart, name):
    return next(layer.data.values.rows for layer in chart.layer if layer.data.name == name)

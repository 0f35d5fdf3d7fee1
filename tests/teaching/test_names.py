"""Names from outside become folders, files and cells of a spreadsheet: none leads elsewhere, none is run."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longwave.teaching.folder.names import cell, file_name, is_safe, matching_form, tidy

WEIRD = st.text(st.characters(codec="utf-8"), max_size=80) | st.text("./\\:=+-@\t\r\n a", max_size=12)


@pytest.mark.parametrize("name", ["20260001", "ann", "Ann.Archer", "ann@example.org", "a-b_c", "_a", "a" * 64])
def test_usual_student_ids_are_safe(name):
    assert is_safe(name)


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", ".a", "a/b", "a\\b", "a..b", "-a", "@a", "=1", "+1", "a b", "a\n", "小明", "a" * 65]
    + ["con", "NUL", "aux.txt", "com1", "a.", "a:b", "~", "a*", "a\0b"],
)
def test_other_student_ids_are_not(name):
    assert not is_safe(name)


@given(WEIRD)
def test_a_safe_id_is_one_folder_inside_its_parent(tmp_path_factory, name):
    if is_safe(name):
        parent = tmp_path_factory.getbasetemp()
        assert (parent / name).resolve().parent == parent.resolve()
        assert cell(name) == name


@given(WEIRD)
def test_no_cell_starts_as_a_formula_and_each_is_read_back_as_one_cell(text):
    safe = cell(text)
    assert safe.lstrip()[:1] not in tuple("=+-@＝＋－＠\t\r\n") or not safe
    packed = io.StringIO()
    csv.writer(packed).writerow(["a", safe])
    assert list(csv.reader(io.StringIO(packed.getvalue()))) == [["a", safe]]


def test_usual_names_stay_as_they_are_in_a_spreadsheet():
    for name in ("Zoë O'Brien", "王, 小明", "3.5", "a=b", "ann@example.org"):
        assert cell(name) == name


@given(WEIRD)
def test_a_file_name_leads_nowhere_and_fits_every_disk(tmp_path_factory, name):
    made = file_name(name)
    parent = tmp_path_factory.getbasetemp()
    assert (parent / made).resolve().parent == parent.resolve()
    assert not made.startswith(".")
    assert len(made.encode()) <= 201


def test_a_long_file_name_keeps_its_ending():
    assert file_name("王" * 300 + ".ipynb").endswith("王.ipynb")


def test_names_meet_whatever_their_accents_and_signs():
    assert matching_form("Zoe\u0308 O’Brien") == matching_form("ZOË OBrien") == "zoëobrien"
    assert matching_form("王 小明") == "王小明"


def test_unseen_signs_go():
    assert tidy(" a\u202eb\u00a0\n") == "a b"

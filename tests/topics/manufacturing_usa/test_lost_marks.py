import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.data import load
from longwave.topics.manufacturing_usa import readings
from longwave.topics.manufacturing_usa.models.lost_marks import fits

TABLE = load("institutes_table2").set_index("institute")


@pytest.mark.parametrize(
    ("cell", "pairs"),
    [
        ("656. 8", [(6, 56.8), (65, 6.8), (6.5, 6.8)]),
        ("1150. 2", [(1, 150.2), (11, 50.2), (1.1, 50.2), (115, 0.2), (11.5, 0.2)]),
        ("83 / 10. 6", [(83, 10.6), (8.3, 10.6)]),
        ("8 / 173", [(8, 173), (8, 17.3)]),
        ("7 / 7", [(7, 7)]),
        ("4056. 2", [(40, 56.2), (4.0, 56.2), (405, 6.2), (40.5, 6.2)]),
    ],
)
def test_the_readings_of_a_cell(cell, pairs):
    assert list(readings(cell).itertuples(index=False, name=None)) == pairs


def test_the_decoded_pair_of_each_cell_of_table_2_is_one_of_its_readings():
    for row in TABLE.itertuples():
        decoded = tuple(float(part) for part in row.money_decoded.split("/"))
        assert decoded in set(readings(row.money_as_printed).itertuples(index=False, name=None))


@given(st.floats(1, 99), st.floats(1, 99))
def test_a_pair_that_lost_its_slash_is_among_the_readings(federal, others):
    one, other = f"{federal:.1f}", f"{others:.1f}"
    cell = one.replace(".", "") + other
    if not one.startswith("0") and not other.startswith("0."):
        found = set(readings(cell).itertuples(index=False, name=None))
        assert (float(one), float(other)) in found


@pytest.mark.parametrize("cell", ["", "a", "1/2/3", "1.25", "-4", "6. 5. 6"])
def test_what_is_no_cell_is_refused(cell):
    with pytest.raises(InputError, match="cell must be"):
        readings(cell)


@given(st.lists(st.floats(0.1, 1000), min_size=2, max_size=9, unique=True))
def test_shares_sum_to_1_and_the_middle_fits_best(known):
    if np.log(known).std() < 1e-6:
        return
    middle = float(np.exp(np.log(known).mean()))
    share = fits(pd.DataFrame({"federal": [middle, middle * 9], "others": [middle, middle]}), known, known)
    assert share.sum() == pytest.approx(1)
    assert share[0] >= share[1]


def test_known_sums_that_are_all_alike_are_refused():
    with pytest.raises(InputError, match="two different sums"):
        fits(readings("656. 8"), [7, 7], [7, 8])

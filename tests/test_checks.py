import numpy as np
import pytest

from longwave.checks import InputError, number, numbers, positive_number, whole_number


def test_an_input_error_is_a_value_error():
    assert issubclass(InputError, ValueError)


@pytest.mark.parametrize("value", [3, 3.0, np.float64(3), np.int64(3)])
def test_any_real_number_becomes_a_float(value):
    result = number("price", value)
    assert result == 3.0
    assert type(result) is float


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -1, 11, "5", None, True, [5], 10**400, 1j], ids=repr)
def test_a_refused_number_is_told_with_name_limits_and_what_was_given(value):
    with pytest.raises(InputError) as caught:
        number("price", value, minimum=0, maximum=10)
    assert str(caught.value) == f"price must be a finite number from 0 to 10, not {value!r}."


def test_the_limits_in_the_message_follow_what_is_limited():
    with pytest.raises(InputError, match=r"^a must be a finite number of at least 2, not 1\.$"):
        number("a", 1, minimum=2)
    with pytest.raises(InputError, match=r"^a must be a finite number of at most 2, not 3\.$"):
        number("a", 3, maximum=2)
    with pytest.raises(InputError, match=r"^a must be a finite number, not nan\.$"):
        number("a", float("nan"))


def test_a_positive_number_is_above_nothing():
    assert positive_number("price", np.int64(3)) == 3.0
    with pytest.raises(InputError, match=r"^price must be above 0, not 0\.$"):
        positive_number("price", 0)
    with pytest.raises(InputError, match=r"^price must be a finite number of at least 0, not -1\.$"):
        positive_number("price", -1)


def test_a_whole_number_may_come_as_a_float():
    assert whole_number("licences", 2.0) == 2
    assert type(whole_number("licences", 2.0)) is int


@pytest.mark.parametrize("value", [2.5, float("nan"), float("inf"), "2", False, -1], ids=repr)
def test_a_number_that_is_not_whole_or_out_of_range_is_refused(value):
    with pytest.raises(InputError, match="licences must be a whole number of at least 0, not "):
        whole_number("licences", value, minimum=0)


def test_numbers_come_back_as_a_new_array():
    given = np.array([1.0, 2.0])
    result = numbers("costs", given)
    result[0] = 9.0
    assert given[0] == 1.0


@pytest.mark.parametrize("values", ["12", 12, None, b"12"], ids=repr)
def test_what_is_no_list_is_refused_as_numbers(values):
    with pytest.raises(InputError, match="costs must be a list of numbers, not"):
        numbers("costs", values)


@pytest.mark.parametrize("values", [[], ["1"], [[1, 2]], [[1], [1, 2]], [True], [None], [1, 10**400]], ids=repr)
def test_what_is_no_plain_list_of_numbers_is_refused(values):
    with pytest.raises(InputError, match="costs must be a plain list of one or more numbers"):
        numbers("costs", values)


def test_a_wrong_entry_is_told_with_its_place():
    with pytest.raises(InputError, match="costs must be finite numbers of at least 0, but entry 2 of 3 is -5"):
        numbers("costs", [1, -5, -6], minimum=0)
    with pytest.raises(InputError, match="costs must be finite numbers, but entry 1 of 2 is nan"):
        numbers("costs", [float("nan"), 1])

import warnings

import pytest

from longwave.tasks.answers import UnansweredError, UnusableError, read_number
from longwave.tasks.functions import function_reader, written

CASES = [([10, 8], 1), ([9, 7, 4], 2)]
read = function_reader(CASES, ("users", "licences"), read_number)


def test_a_function_is_read_by_what_it_gives_for_each_case():
    assert read(lambda users, licences: max(users) * licences) == [10.0, 18.0]


def test_a_function_that_changes_its_inputs_does_not_change_the_cases():
    def greedy(users, licences):
        users.sort()
        return users.pop() + licences

    assert read(greedy) == [11.0, 11.0]
    assert CASES == [([10, 8], 1), ([9, 7, 4], 2)]


def test_what_a_function_prints_or_warns_is_not_shown(capsys):
    def noisy(users, licences):
        print("secret case", users)
        warnings.warn("careful", stacklevel=1)
        return 1

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert read(noisy) == [1.0, 1.0]
    assert capsys.readouterr() == ("", "")


def test_a_function_that_prints_in_place_of_returning_is_told_so(capsys):
    with pytest.raises(UnusableError, match="prints its result .* `return` for `print`"):
        read(lambda users, licences: print(max(users)))
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("answer", [..., lambda users, licences: ..., lambda users, licences: None])
def test_a_function_without_a_result_is_not_answered_yet(answer):
    with pytest.raises(UnansweredError):
        read(answer)


def test_a_function_whose_body_is_an_ellipsis_is_told_to_return():
    def floor(users, licences): ...

    with pytest.raises(UnansweredError, match="`return`"):
        read(floor)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (8, "This is 8. Give the function itself: its name without brackets."),
        ("floor", "This is 'floor'. Give the function itself"),
        (None, "This is None."),
        (lambda users: 1, "Your function gets 2 inputs, in this order: users, licences."),
        (lambda *, users, licences: 1, "in this order: users, licences"),
        (
            lambda users, licences: users[licences + 5],
            "For users=[10, 8], licences=1 your function stops with IndexError",
        ),
        (lambda users, licences: exit(), "your function stops with SystemExit"),
        (lambda users, licences: str(licences), "called with users=[10, 8], licences=1. '1' is text. Drop the quotes."),
        (lambda users, licences: users, "This is a list. Pick the one number"),
        (
            lambda users, licences: 1 if licences == 1 else None,
            "called with users=[9, 7, 4], licences=2. This is None",
        ),
        (lambda users, licences: 1 if licences == 1 else ..., "It gives `...` back"),
        (lambda users, licences: licences == 1, "True is a truth value"),
    ],
)
def test_a_function_that_cannot_be_used_is_told_for_which_inputs(answer, words):
    with pytest.raises(UnusableError) as raised:
        read(answer)
    assert words in str(raised.value)


def test_an_error_that_cannot_be_printed_is_named_alone():
    class BadError(Exception):
        def __str__(self):
            raise RuntimeError("no")

    def floor(users, licences):
        raise BadError

    with pytest.raises(UnusableError, match=r"stops with BadError\."):
        read(floor)


def test_a_function_that_never_ends_its_recursion_is_told():
    def forever(users, licences):
        return forever(users, licences)

    with pytest.raises(UnusableError, match="RecursionError"):
        read(forever)


def test_an_interrupt_goes_through():
    def stopped(users, licences):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read(stopped)


def test_long_inputs_are_cut():
    assert len(written((list(range(10**4)),), ("users",))) < 140

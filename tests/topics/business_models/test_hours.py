import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.business_models import failures_after, fee_range, turning_stop, yearly_money

careful = settings(deadline=None, derandomize=True)
MACHINE = {"failures": 4, "gain": 0.25, "bill": 9_000, "repair": 5_000, "plan": 6_000, "stop": 10_000}
machines = st.fixed_dictionaries(
    {
        "failures": st.floats(0.5, 20),
        "gain": st.floats(0.01, 1),
        "bill": st.floats(0, 20_000),
        "repair": st.floats(0, 20_000),
        "plan": st.floats(0, 20_000),
        "stop": st.floats(0, 50_000),
    }
)


def test_the_grinding_machine_of_the_lesson():
    money = yearly_money(**MACHINE)
    assert money["failures"].tolist() == pytest.approx([4, 3.2, 3.2])
    assert money["maker"].tolist() == pytest.approx([16_000, 6_800, -22_000])
    assert money["together"].tolist() == pytest.approx([-60_000, -54_000, -54_000])
    assert fee_range(**MACHINE).tolist() == pytest.approx([38_000, 44_000])


@pytest.mark.parametrize(("gain", "stop"), [(0.10, 11_500), (0.20, 4_000), (0.25, 2_500), (0.40, 250)])
def test_the_stop_from_which_hours_pay_for_each_printed_gain(gain, stop):
    assert turning_stop(4, gain, 5_000, 6_000) == pytest.approx(stop)
    for near, pays in [(stop - 1, False), (stop + 1, True)]:
        together = yearly_money(**(MACHINE | {"gain": gain, "stop": near}))["together"]
        assert (together["hour"] > together["bill"]) == pays


@careful
@given(machines)
def test_the_fees_that_suit_both_differ_by_what_the_two_gain_together(machine):
    together, fee = yearly_money(**machine)["together"], fee_range(**machine)
    assert fee["high"] - fee["low"] == pytest.approx(together["hour"] - together["bill"], abs=1e-6)


def test_carelessness_raises_the_stop_from_which_hours_pay():
    assert turning_stop(4, 0.25, 5_000, 6_000, careless=0.0625) == pytest.approx(5_000)
    assert failures_after(4, 0.25, careless=0.25) == pytest.approx(4)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: failures_after(-1, 0.2), "failures must be a finite number of at least 0"),
        (lambda: failures_after(4, 0.2, careless=-0.1), "careless must be a finite number of at least 0"),
        (lambda: turning_stop(4, 0.25, 5_000, 6_000, careless=0.3), "failures must fall"),
        (lambda: yearly_money(4, 0.25, -1, 0, 0, 0), "bill must be a finite number of at least 0"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(call, message):
    with pytest.raises(InputError, match=message):
        call()

"""The base technology: the lesson's numbers, the best that two subsidies restore, and what always holds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize_scalar

from longwave.checks import InputError
from longwave.topics.general_purpose import base_technology

careful = settings(deadline=None, derandomize=True)
case = {"users": st.floats(0.5, 5), "start": st.floats(0.1, 3), "user_share": st.floats(0.05, 0.95)}


def test_the_numbers_are_those_of_the_lesson():
    found = base_technology()
    assert found["quality"] == pytest.approx(6 / 13)
    assert found["best"] == 3
    assert found["best_surplus"] == pytest.approx(4.5)
    assert base_technology(user_share=0).to_dict()["quality"] == 0.75


@pytest.mark.parametrize(("owner", "user", "rise"), [(0.2, 0, 0.33), (0, 0.2, 0.06), (0.2, 0.2, 0.44)])
def test_a_fifth_raises_quality_as_given(owner, user, rise):
    assert base_technology(owner_aid=owner, user_aid=user)["quality"] / (6 / 13) - 1 == pytest.approx(rise, abs=0.005)


@careful
@given(**case, slack=st.floats(0.2, 5))
def test_aid_for_what_goes_to_others_restores_the_best(users, start, user_share, slack):
    numbers = {"users": users, "start": start, "cost": users + slack, "user_share": user_share}
    found = base_technology(**numbers, owner_aid=user_share, user_aid=1 - user_share)
    assert found["quality"] == pytest.approx(found["best"], rel=1e-6)
    assert found["effort"] == pytest.approx(found["best"], rel=1e-6)
    assert found["surplus"] == pytest.approx(found["best_surplus"], rel=1e-6)


@careful
@given(**case, slack=st.floats(0.2, 5))
def test_without_aid_quality_is_below_the_owners_share_of_the_best(users, start, user_share, slack):
    found = base_technology(users, start, users + slack, user_share)
    assert found["ratio"] < 1 - user_share
    assert found["surplus"] < found["best_surplus"]


def test_each_side_answers_the_other_as_well_as_it_can():
    found = base_technology(owner_aid=0.1, user_aid=0.3, user_share=0.4)
    quality, effort = found["quality"], found["effort"]
    owner = minimize_scalar(lambda z: -(0.6 * 3 * z * (1 + effort) - 0.9 * 4 * z**2 / 2)).x
    user = minimize_scalar(lambda t: -(0.4 * quality * (1 + t) - 0.7 * t**2 / 2)).x
    assert (owner, user) == pytest.approx((quality, effort), rel=1e-5)


def test_aid_on_both_sides_adds_more_than_the_sum():
    qualities = {
        pair: base_technology(owner_aid=pair[0], user_aid=pair[1])["quality"]
        for pair in ((0, 0), (0.2, 0), (0, 0.2), (0.2, 0.2))
    }
    assert qualities[0.2, 0.2] - qualities[0.2, 0] > qualities[0, 0.2] - qualities[0, 0]


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ({"cost": 3}, "cost must be above users"),
        ({"users": 0}, "users must be above 0"),
        ({"user_share": 1.2}, "user_share must be"),
        ({"owner_aid": 0.9, "user_aid": 0.5}, "quality has no end"),
        ({"owner_aid": 1.0}, "quality has no end"),
    ],
)
def test_what_has_no_answer_is_refused(numbers, words):
    with pytest.raises(InputError, match=words):
        base_technology(**numbers)

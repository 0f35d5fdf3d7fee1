import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.networks import (
    both_fail,
    firm_reliability,
    kept_output,
    reliable_output,
    restart_path,
    settled_output,
    tipping_output,
)
from longwave.topics.networks.models.chain import reliability_frames
from longwave.topics.networks.panels import reliability_panel
from tests.panels.discovered import datasets

careful = settings(deadline=None, derandomize=True, max_examples=40)


@pytest.mark.parametrize("start", [0, 0.01, 0.5, 0.7])
def test_with_links_of_085_a_chain_falls_back_to_standstill(start):
    assert settled_output(0.85, start) == 0


@pytest.mark.parametrize("start", [0.71, 1])
def test_with_links_of_085_seven_in_ten_running_bring_it_back(start):
    assert settled_output(0.85, start) == pytest.approx(0.8633, abs=1e-4)


@pytest.mark.parametrize("link", [0.85, 0.9, 0.95, 1])
def test_standstill_lasts_at_every_quality_of_links(link):
    assert settled_output(link, 0) == 0
    assert settled_output(link, 0.05) == 0


def test_restoring_the_links_does_not_restart_a_stopped_chain():
    path = restart_path([0.95, 0.85, 0.844, 0.842, 0.85, 0.95, 1.0])
    assert path["output"].round(3).tolist() == [0.994, 0.863, 0.806, 0, 0, 0, 0]


def test_the_same_point_of_links_is_worth_086_before_the_fall_and_nothing_after():
    assert settled_output(0.85, 1) - settled_output(0.84, 1) == pytest.approx(0.863, abs=5e-4)
    assert settled_output(0.85, 0) - settled_output(0.84, 0) == 0
    assert settled_output(0.96, 1) - settled_output(0.95, 1) == pytest.approx(0.002, abs=5e-4)


@pytest.mark.parametrize(("link", "least"), [(0.85, 0.708), (0.9, 0.536), (0.95, 0.446), (1, (3 - 5**0.5) / 2)])
def test_the_least_share_that_must_run_together(link, least):
    assert tipping_output(link) == pytest.approx(least, abs=5e-4)


@careful
@given(st.integers(2, 4), st.integers(2, 5), st.floats(0.01, 0.99))
def test_below_the_tipping_level_a_chain_stops_and_above_it_goes_on(inputs, suppliers, place):
    link = 0.98 + 0.02 * place
    if reliable_output(link, inputs, suppliers) == 0:
        with pytest.raises(InputError, match="link must be at least"):
            tipping_output(link, inputs, suppliers)
        return
    least = tipping_output(link, inputs, suppliers)
    assert firm_reliability(least, link, inputs, suppliers) == pytest.approx(least, abs=1e-9)
    assert settled_output(link, 0.98 * least, inputs, suppliers) == 0
    above = min(1.0, 1.02 * least)
    assert settled_output(link, above, inputs, suppliers) == pytest.approx(
        reliable_output(link, inputs, suppliers), abs=1e-4
    )


def test_with_one_firm_in_a_hundred_left_two_inputs_stay_still_and_one_input_comes_back():
    path = restart_path([0.95, 0.85, 0.844, 0.842, 0.85, 0.95, 1.0], left=0.01)
    assert path["output"].round(3).tolist() == [0.994, 0.863, 0.806, 0, 0, 0, 0]
    assert settled_output(0.85, 0.01, inputs=1) == pytest.approx(0.969, abs=5e-4)


@pytest.mark.parametrize(("link", "share"), [(0.85, 0.127), (0.9, 0.108), (0.95, 0.093), (1, 0.081)])
def test_a_share_that_is_kept_running_restarts_the_others(link, share):
    assert kept_output(link) == pytest.approx(share, abs=5e-4)

    def ends(kept: float) -> float:
        output = 0.0
        for _round in range(100_000):
            output = kept + (1 - kept) * firm_reliability(output, link)
        return output

    assert ends(0.99 * kept_output(link)) < tipping_output(link)
    assert ends(1.01 * kept_output(link)) > reliable_output(link) - 1e-9


@pytest.mark.parametrize(("inputs", "suppliers", "link", "share"), [(1, 2, 0.8, 0.0), (2, 1, 1.0, 1.0)])
def test_one_input_needs_nobody_kept_and_one_supplier_everybody(inputs, suppliers, link, share):
    assert kept_output(link, inputs, suppliers) == share


@pytest.mark.parametrize(("out", "share"), [(0.15, 0.733), (0.16, 0)])
def test_firms_that_stay_out_leave_the_others_idle_from_27_32_on(out, share):
    output = 1.0
    for _round in range(5_000):
        output = (1 - out) * firm_reliability(output, link=1)
    assert output == pytest.approx(share, abs=1e-3)


def test_with_one_input_any_start_will_do():
    assert tipping_output(0.85, inputs=1) == 0
    assert settled_output(0.85, 0.01, inputs=1) > 0.8


def test_the_panels_line_of_standstill_is_drawn_to_perfect_links():
    _steps, branches, point = reliability_frames(2, 2, 0.85, start=0.01)
    assert branches.loc[branches["branch"] == "nothing", "link"].max() == 1
    assert point["output"] == 0
    assert point["tipping"] == pytest.approx(0.708, abs=5e-4)


def test_the_panel_opens_before_the_fall_and_shows_each_step_of_it():
    panel = reliability_panel()
    shown = [panel.start, *({**panel.start, **values} for values in panel.presets.values())]
    titles = [panel.draw(**values).to_dict()["title"]["text"] for values in shown]
    assert "86.3% produce" in titles[0]
    assert ["nobody" in title or "too few" in title for title in titles] == [False, False, True, True, False, False]


def test_the_panel_draws_where_a_chain_starts():
    panel = reliability_panel()
    starts = {start: panel.draw(**{**panel.start, "start": start}).to_dict() for start in (0.01, 0.5)}
    drawn = {start: {rows["name"]: rows["values"] for rows in datasets(spec)} for start, spec in starts.items()}
    assert {"mark": "start", "before": 0.01, "gain": 0} in drawn[0.01]["marks"]
    assert {"mark": "start", "link": 0.85, "output": 0.5} in drawn[0.5]["here"]


def test_with_one_input_standstill_ends_where_output_begins():
    _steps, branches, _point = reliability_frames(1, 2, 0.85)
    assert branches.loc[branches["branch"] == "nothing", "link"].max() == pytest.approx(0.5)


def test_two_suppliers_fail_together_with_001_and_with_one_source_with_01():
    assert both_fail(0.1, common=0) == pytest.approx(0.01)
    assert both_fail(0.1, common=0.1) == pytest.approx(0.1)


def test_from_a_common_part_of_0047_on_the_second_supplier_no_longer_halves_the_risk():
    assert both_fail(0.1, common=0.04 / 0.85) == pytest.approx(0.05)
    assert both_fail(0.1, common=0.047) < 0.05 < both_fail(0.1, common=0.048)


@careful
@given(st.floats(0, 0.99), st.floats(0, 1), st.floats(0, 1))
def test_what_is_shared_never_makes_two_suppliers_safer(alone, one, other):
    less, more = sorted((one * alone, other * alone))
    assert alone**2 - 1e-12 <= both_fail(alone, less) <= both_fail(alone, more) + 1e-12 <= alone + 2e-12


def test_chance_agrees_with_a_count_of_draws():
    rng = np.random.default_rng(3)
    common = rng.random(200_000) < 0.04
    own = rng.random((200_000, 2)) < (0.1 - 0.04) / 0.96
    both = common | own.all(axis=1)
    assert both.mean() == pytest.approx(both_fail(0.1, 0.04), abs=0.002)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: settled_output(0.9, 1.2), "start must be a finite number from 0 to 1"),
        (lambda: both_fail(0.1, 0.2), "common must be a finite number from 0 to 0.1"),
        (lambda: tipping_output(0.8), "link must be at least 0.8438"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(call, message):
    with pytest.raises(InputError, match=message):
        call()

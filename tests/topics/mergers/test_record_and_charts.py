"""The six deals, the injection's price, and what the charts say in cases that can be computed by hand."""

import re

import numpy as np
import pytest

from longwave.charts.render import specification
from longwave.checks import InputError
from longwave.topics.mergers import (
    CONTRACTS,
    blind_deals,
    chain_chart,
    chain_merger,
    chain_panel,
    gains_chart,
    injection_chart,
    judged_deals,
    jump_after,
    price_path,
    research_chart,
    share_before,
)

NAMES = ("Tencent", "Douyu", "Maersk", "CRRC", "Nvidia", "Microsoft", "China Music")


def test_the_deals_are_told_without_names():
    table = blind_deals()
    assert len(table) == 6
    assert not any(name in text for name in NAMES for text in table["what is known"])


def test_verdicts_are_shown_next_to_those_of_the_authorities():
    table = judged_deals({"A": "stopped", "F": "let through"})
    assert table["yours"].tolist() == ["stopped", "", "", "", "", "let through"]
    assert (table["decided"] == "stopped").sum() == 2
    assert judged_deals(...)["yours"].eq("").all()


def test_an_unknown_letter_or_verdict_is_refused():
    with pytest.raises(InputError, match="there is no 'G'"):
        judged_deals({"G": "stopped"})
    with pytest.raises(InputError, match="not 'banned'"):
        judged_deals({"A": "banned"})


def test_the_first_rise_is_three_quarters_of_the_whole():
    path = price_path()
    first, last = (path["low"][row] / path["low"][row - 1] - 1 for row in (1, 2))
    assert share_before(first, last) == pytest.approx(0.774, abs=0.001)
    assert "at least 76%" in injection_chart().title.text


def test_the_years_are_levels_and_one_jump_has_their_averages():
    spec = specification(injection_chart())
    marks = [layer["mark"] if isinstance(layer["mark"], str) else layer["mark"]["type"] for layer in spec["layer"]]
    named = {layer["data"]["name"]: layer["data"]["values"] for layer in spec["layer"]}
    assert marks.count("line") == 1  # the jump; the averages are levels
    assert [(row["year"], row["end"], row["low"], row["high"]) for row in named["price"]] == [
        (2017, 2018, 100, 100),
        (2018, 2019, 500, 500),
        (2019, 2020, 800, 825),
    ]
    start, jump, end = named["jump"]
    assert (start["low"], jump["low"], end["low"]) == (100, 800, 800)
    within = jump["year"] - 2018
    assert within * 100 + (1 - within) * 800 == pytest.approx(500, abs=4)  # chart data have six digits
    assert jump_after() == pytest.approx(12 * within, abs=0.1)


def test_the_buttons_name_the_situation_and_not_what_comes_of_it():
    presets = chain_panel().presets
    for words, values in presets.items():
        before, after = re.findall(r"\d+\.\d", chain_chart(**values).title.text)
        assert not re.search(r"\b(cut|rise|fall|neither|higher|lower)\b", words, re.IGNORECASE)
        assert before != after
        assert values not in [
            {"contract": contract, "buyers": n, "saving": 0} for contract in CONTRACTS for n in (1, 2, 5)
        ]
    assert {np.sign(float(chain_merger(**values)["change"])) for values in presets.values()} == {-1, 1}


def test_the_titles_say_what_the_merger_does():
    assert chain_chart("posted", 1, 0).title.text == "The merger cuts the price by 25%, from 80.0 to 60.0"
    assert chain_chart("secret", 2, 0).title.text == "The merger raises the price by 29%, from 46.7 to 60.0"
    assert chain_chart("exclusive", 2, 0).title.text == "The merger leaves the price at 60.0"
    assert "takes a saving of 26.7" in chain_chart("secret", 2, 0).description
    assert gains_chart().title.text == "Without a saving, 2 of 4 mergers among 5 rivals lose"


def test_the_research_chart_names_both_prices_of_joining():
    title = research_chart(0.8, 4).title.text
    assert "laboratories merged +7%, firms merged −17%" in title
    assert "research +61% and +86%" in title
    shared = research_chart(0.2, 4, "all")
    assert "research +26% and +47%" in shared.title.text
    assert "shares all that is found" in shared.description

import numpy as np
import pytest

from longwave.charts.render import specification
from longwave.topics.co_evolution import chance_chart, co_evolution_chart, walks_chart
from longwave.topics.co_evolution.models.co_evolution import co_evolution


def test_the_means_stand_in_the_title():
    spec = specification(chance_chart(np.array([0.9, 0.7]), np.array([0.2, 0.6])))
    assert "0.80 on average, and 0.40" in spec["title"]["text"]


def test_the_title_of_two_walks_follows_their_changes():
    rising = np.linspace(0.1, 0.9, 9) + 0.02 * np.array([0, 1, 0, -1, 0, 1, 1, -1, 0])
    other = np.linspace(0.1, 0.9, 9) + 0.02 * np.array([0, 0, 1, 0, -1, 0, 1, 0, 0])
    assert specification(walks_chart(rising, other))["title"]["text"].startswith("The levels agree")
    assert specification(walks_chart(rising, rising))["title"]["text"].startswith("The levels correlate")


@pytest.mark.parametrize("blocked", [None, "technology", "structure", "institutions"])
def test_the_words_name_the_end_of_each_leg(blocked):
    spec = specification(co_evolution_chart(co_evolution(0.6, range(81), blocked), 0.6, blocked))
    held = f"{blocked} ends at 0.05" if blocked else "institutions ends at 0.75"
    assert held in spec["description"]

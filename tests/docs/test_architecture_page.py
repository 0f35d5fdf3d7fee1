"""The page on the architecture: its drawing and table are those of the code, and the drawing can be read."""

import shutil
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tools.architecture.__main__ import CURE, main
from tools.architecture.drawing import bars_of, drawing, in_words, inner_lanes, lanes_of
from tools.architecture.house import House, Topic, first_sentence, read_house

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "explanation" / "architecture.md"
SVG = "{http://www.w3.org/2000/svg}"
BEGIN, END = "<!-- The table is written by python -m tools.architecture. -->\n", "<!-- End of the table. -->\n"


@pytest.fixture(scope="module")
def house() -> House:
    return read_house(ROOT)


@pytest.fixture
def made_up() -> House:
    """A small house: two layers share a level, and one is used by the models of a topic only."""
    return House(
        levels=(("command",), ("topics",), ("charts", "checks"), ("words",)),
        words=dict.fromkeys(("command", "topics", "charts", "checks", "words"), "What it is for."),
        uses={"command": frozenset({"words"}), "topics": frozenset({"charts", "checks"})},
        parts=("charts", "models"),
        inner={"charts": frozenset({"models"})},
        outer={"charts": frozenset({"charts"}), "models": frozenset({"checks"})},
        topics=(Topic("value", "What is made.", ("01",), 50, ()),),
    )


def test_the_drawing_and_the_table_are_those_of_the_code(capsys):
    assert main(["--check"]) == 0, capsys.readouterr().out


@pytest.fixture
def copy(tmp_path) -> Path:
    """A copy of what the tool reads, with a page whose table is still empty."""
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__", "static"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    page = tmp_path / PAGE.relative_to(ROOT)
    page.parent.mkdir(parents=True)
    page.write_text(f"# Built\n\n{BEGIN}{END}\nThe end.\n", "utf-8")
    return tmp_path


def test_what_has_drifted_is_named_with_the_cure_and_written_only_when_asked(copy, capsys):
    page = copy / PAGE.relative_to(ROOT)
    assert main(["--check"], copy) == 1
    assert CURE in capsys.readouterr().out
    assert page.read_text("utf-8") == f"# Built\n\n{BEGIN}{END}\nThe end.\n"
    assert main([], copy) == 0
    assert page.read_text("utf-8").startswith(f"# Built\n\n{BEGIN}| topic | ")
    assert page.read_text("utf-8").endswith(f"{END}\nThe end.\n")
    assert main(["--check"], copy) == 0
    shutil.rmtree(copy / "src/longwave/topics/value")
    assert main(["--check"], copy) == 1


def test_a_page_that_lost_the_place_of_its_table_is_not_written(copy):
    page = copy / PAGE.relative_to(ROOT)
    page.write_text("# Built\n", "utf-8")
    with pytest.raises(ValueError, match="lost the lines around its table"):
        main([], copy)
    assert page.read_text("utf-8") == "# Built\n"


def test_the_layers_use_only_what_is_below_them(house):
    level = {layer: height for height, layers in enumerate(house.levels) for layer in layers}
    assert all(level[used] > level[user] for user, targets in house.uses.items() for used in targets)
    assert "i18n" in house.uses["topics"]
    assert house.inner["charts"] == {"models"}


def test_every_topic_has_a_row_with_its_lessons_and_the_topics_that_it_uses(house):
    text = PAGE.read_text("utf-8")
    assert {topic.name for topic in house.topics} == {
        face.parent.name for face in (ROOT / "src/longwave/topics").glob("*/__init__.py")
    }
    for topic in house.topics:
        assert topic.lessons
        assert topic.lines > 0
        assert f"\n| `{topic.name}` | {topic.about} | [{topic.lessons[0]}](" in text
    assert next(topic.uses for topic in house.topics if topic.name == "appropriation") == ("cooperative",)


def test_every_contract_is_explained():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    text = PAGE.read_text("utf-8")
    assert not [contract["name"] for contract in settings["contracts"] if f"\n| {contract['name']} | " not in text]


def test_the_drawing_says_in_words_and_in_text_what_it_shows(made_up):
    svg = ElementTree.fromstring(drawing(made_up))
    assert svg.get("role") == "img"
    named = {svg.find(f"{SVG}{kind}").get("id") for kind in ("title", "desc")}
    assert set(svg.get("aria-labelledby").split()) == named
    assert svg.find(f"{SVG}desc").text == in_words(made_up)
    assert "topics uses charts, checks" in in_words(made_up)
    written = [text.text for text in svg.iter(f"{SVG}text")]
    assert {"command", "topics", "charts", "checks", "words", "models", "1 of them"} <= set(written)
    assert min(int(text.get("font-size")) for text in svg.iter(f"{SVG}text")) >= 13


@pytest.mark.parametrize("which", ["house", "made_up"])
def test_each_lane_leads_down_from_its_users_into_its_layer(which, request):
    shown = request.getfixturevalue(which)
    bars = bars_of(shown)
    used = [layer for layer in shown.layers if any(layer in targets for targets in shown.uses.values())]
    lanes = lanes_of(shown, bars)
    for target, lane in zip(used, lanes, strict=True):
        assert bars[target].top < lane.end < bars[target].bottom
        assert max(lane.dots) < bars[target].top
        users = [user for user in shown.layers if target in shown.uses.get(user, ())]
        assert all(any(bars[user].top < dot < bars[user].bottom for dot in lane.dots) for user in users)


@pytest.mark.parametrize("which", ["house", "made_up"])
def test_no_two_lines_lie_on_each_other(which, request):
    shown = request.getfixturevalue(which)
    bars = bars_of(shown)
    lanes = [*lanes_of(shown, bars), *inner_lanes(shown, bars)]
    for place, one in enumerate(lanes):
        for other in lanes[place + 1 :]:
            apart = one.end < min(other.dots) or other.end < min(one.dots)
            assert one.x != other.x or apart


def test_a_layer_is_told_by_the_first_sentence_of_its_docstring(tmp_path):
    file = tmp_path / "charts.py"
    file.write_text('"""Charts: from `numbers`\nto a picture. And more."""\n')
    assert first_sentence(file) == "From numbers to a picture."
    file.write_text('"""A week: read, grade."""\n')
    assert first_sentence(file) == "A week: read, grade."

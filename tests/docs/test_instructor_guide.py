"""The instructor's guide: each lesson has a page, and what a page says agrees with the lesson and its tasks."""

import json
import re
import shutil
from pathlib import Path

import pytest

from longwave.data import load
from longwave.tasks.task import course_order, labs, lesson_tasks
from longwave.teaching.meeting.guide import plan
from longwave.topics.co_evolution import seven_forecasts
from tools.guide import CURE, main

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "instructor"
PAGES = sorted(FOLDER.glob("[0-9p][0-9]-*.md"))
SOLUTIONS = sorted(path.stem for path in (ROOT / "solutions").glob("*/*.ipynb"))
PARTS = [
    "Plan for 75 minutes",
    "Board questions",
    "Wrong answers to expect",
    "Discussion",
    "Argued task: two anchor answers",
]

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


def taught(slug: str) -> str:
    """Return where the notebook is that a page follows: the lesson's, or that of a set, which has no lesson."""
    return "lessons" if (ROOT / "lessons" / f"{slug}.ipynb").is_file() else "exercises"


def notebook(part: str, slug: str) -> dict:
    place = ROOT / part / f"{slug}.ipynb" if part == "lessons" else ROOT / part / slug / f"{slug}.ipynb"
    return json.loads(place.read_text("utf-8"))


def parts(page: Path) -> dict[str, str]:
    """Return the text below each heading of the second level."""
    _opening, *sections = re.split(r"^## ", page.read_text("utf-8"), flags=re.M)
    return dict(section.split("\n", 1) for section in sections)


def argued(page: Path) -> tuple[str, int]:
    """Return the id and the points of the argued task that a page names."""
    found = re.search(r"^`([a-z0-9-]+)`, (\d+) points?, by the rubric in the exercise\.$", parts(page)[PARTS[-1]], re.M)
    assert found, "the line `NN-argued-…`, N points, by the rubric in the exercise."
    return found[1], int(found[2])


def anchors(page: Path) -> dict[str, tuple[float, int, str]]:
    """Return each anchor answer's score, the points it is out of, and the answer."""
    _opening, *sections = re.split(r"^### Anchor ", parts(page)[PARTS[-1]], flags=re.M)
    found = {}
    for section in sections:
        name, score, points = re.match(r"([A-Z]): ([\d.]+) of (\d+)\n", section).groups()
        quoted = [line.removeprefix(">").strip() for line in section.splitlines() if line.startswith(">")]
        found[name] = float(score), int(points), " ".join(quoted).strip()
    return found


@pytest.mark.parametrize("slug", SOLUTIONS)
def test_each_lesson_with_tasks_has_a_page(slug):
    assert (FOLDER / f"{slug}.md").is_file()


@each_page
def test_a_page_is_headed_by_its_lessons_title_and_has_the_parts(page):
    title = notebook(taught(page.stem), page.stem)["metadata"]["longwave"]["title"]
    assert page.read_text("utf-8").splitlines()[0] == f"# {page.stem[:2]}. {title}"
    assert list(parts(page)) == PARTS


@each_page
def test_the_links_of_a_page_lead_to_the_lesson_its_exercises_and_its_solutions(page):
    links = set(re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")))
    assert not {link for link in links if not link.startswith("http") and not (FOLDER / link).exists()}
    slug = page.stem
    assert {f"../../{part}/{slug}/{slug}.ipynb" for part in ("exercises", "solutions")} <= links
    assert taught(slug) == "exercises" or f"../../lessons/{slug}.ipynb" in links


@each_page
def test_a_plan_fills_75_minutes_without_a_gap_and_names_sections_of_the_lesson(page):
    steps = plan(page.read_text("utf-8"))
    assert len(steps) == parts(page)[PARTS[0]].count("\n|") - 2, "a row has not the form | 0–7 | … | … |"
    assert [steps[0].start, steps[-1].end] == [0, 75]
    assert [step.end for step in steps[:-1]] == [step.start for step in steps[1:]]
    assert all(step.start < step.end for step in steps)
    cells = notebook(taught(page.stem), page.stem)["cells"]
    headings = re.findall(r"^## (.+)$", "\n".join("".join(cell["source"]) + "\n" for cell in cells), re.M)
    named = [heading for heading in headings if any(step.names(heading) for step in steps)]
    assert len(named) >= 4, f"the plan names {named} of {headings}"


def asked(slug: str) -> list[tuple[str, str, str]]:
    """Return each call of `predict` and `reveal` in a lesson, with its guess and the heading that it is under."""
    heading, found = "", []
    for cell in notebook("lessons", slug)["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            heading = next(reversed(re.findall(r"^## (.+)$", source, re.M)), heading)
        else:
            found += [(call, guess, heading) for call, guess in re.findall(r'(predict|reveal)\("([^"]+)"', source)]
    return found


@pytest.mark.parametrize("page", [page for page in PAGES if page.stem[:2] <= "24"], ids=lambda page: page.stem)
def test_a_page_of_parts_one_to_three_says_which_guess_is_for_home_and_which_are_for_the_room(page):
    line = re.findall(r"^At home: (.+) In the room: (.+) Afterwards: .+$", page.read_text("utf-8"), re.M)
    assert len(line) == 1, "one line: At home: … In the room: … Afterwards: …"
    home, room = line[0]
    guesses = [(guess, heading) for call, guess, heading in asked(page.stem) if call == "predict"]
    assert asked(page.stem)[0] == ("predict", *guesses[0]), "no answer is met before the first guess"
    assert re.findall(r"“(.+?)”", home)[-1] == guesses[0][1]
    assert re.findall(r"`(\d\d-guess-[^`]+)`", home) == [guesses[0][0]]
    assert re.findall(r"`([^`]+)`", room) == [guess for guess, _heading in guesses[1:]]


DATASETS = [*(f"photovoltaics_{part}" for part in ("world", "countries", "makers", "tariff")), "part_two_cases"]
SEVEN = sorted(set(seven_forecasts(*map(load, DATASETS), (1.0, 1.0))["guess"]))


def test_the_running_guesses_are_told_from_lesson_12_on():
    assert len(SEVEN) == 7
    last = next(page for page in PAGES if page.stem.startswith("18"))
    for place in (FOLDER / "README.md", last):
        assert re.findall(r"`(\d\d-guess-[^`]+)`", place.read_text("utf-8"))[:7] == SEVEN
        assert "from lesson 12 on" in place.read_text("utf-8")
    for guess in SEVEN[:-1]:
        page = next(page for page in PAGES if page.stem[:2] == guess[:2])
        assert f"Lesson 18 scores `{guess}`" in page.read_text("utf-8")


@pytest.mark.parametrize("page", [page for page in PAGES if "11" <= page.stem[:2] <= "18"], ids=lambda page: page.stem)
def test_a_plan_of_part_two_asks_for_the_guess_that_was_kept_at_home(page):
    first = asked(page.stem)[0][2]
    step = next(step for step in plan(page.read_text("utf-8")) if step.names(first))
    assert "kept at home" in step.students


@each_page
def test_there_are_three_to_five_questions_with_answers_and_three_to_five_prompts(page):
    questions = re.findall(r"^\d+\. (.+)$", parts(page)["Board questions"], re.M)
    assert 3 <= len(questions) <= 5
    assert all("[" in question and question.rstrip(".").endswith("]") for question in questions)
    assert 3 <= len(re.findall(r"^- ", parts(page)["Discussion"], re.M)) <= 5


@each_page
def test_expected_wrong_answers_are_mistakes_that_the_tasks_name(page):
    rows = re.findall(r"^\| `([^`]+)` \| ([^|]+) \|", parts(page)["Wrong answers to expect"], re.M)
    assert len(rows) >= 5
    known = {
        (task.id, mistake.name) for task in lesson_tasks(page.stem[:2]) for mistake in (*task.mistakes, *task.slips)
    }
    assert not set(rows) - known
    assert len(rows) == len(set(rows))


@each_page
def test_the_argued_task_and_its_points_are_those_of_the_exercise(page):
    task, points = argued(page)
    cells = notebook("solutions", page.stem)["cells"]
    by_hand = {cell["id"]: cell["metadata"]["nbgrader"] for cell in cells if cell["cell_type"] == "markdown"}
    assert by_hand[f"{task}-answer"]["grade"]
    assert by_hand[f"{task}-answer"]["points"] == points


@each_page
def test_the_anchor_answers_keep_to_the_words_of_the_exercise(page):
    task, _points = argued(page)
    cells = notebook("solutions", page.stem)["cells"]
    prompt = next("".join(cell["source"]) for cell in cells if cell["id"] == f"{task}-prompt")
    most = int(re.search(r"(\d+) words", prompt)[1])
    assert all(len(text.split()) <= most for _score, _out_of, text in anchors(page).values())


@each_page
def test_one_anchor_answer_earns_all_points_and_the_other_about_half(page):
    _task, points = argued(page)
    found = anchors(page)
    assert list(found) == ["A", "B"]
    assert [out_of for _score, out_of, _text in found.values()] == [points, points]
    assert found["A"][0] == points
    assert abs(found["B"][0] - points / 2) <= 0.5
    for _score, _points, text in found.values():
        assert 50 <= len(text.split()) <= 200


def test_the_index_lists_each_page_with_its_question(capsys):
    assert main(["--check"]) == 0, capsys.readouterr().out
    rows = re.findall(r"^\| \[([0-9p]\d)\]\(([^)]+)\) \| (.+) \|$", (FOLDER / "README.md").read_text("utf-8"), re.M)
    heads = {page.name: page.read_text("utf-8").splitlines()[0].removeprefix("# ") for page in PAGES}
    optional = dict.fromkeys(labs(), " (optional lab)")
    assert {link: f"{number}. {title}" for number, link, title in rows} == {
        name: heading + optional.get(name[:2], "") for name, heading in heads.items()
    }
    assert [number for number, _link, _title in rows] == course_order()


def test_a_page_that_is_new_comes_into_the_index(tmp_path, capsys):
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    (tmp_path / "97-made-up.md").write_text("# 97. What is new? Or old?\n", "utf-8")
    before = (tmp_path / "README.md").read_bytes()
    assert main(["--check"], tmp_path) == 1
    assert CURE in capsys.readouterr().out
    assert (tmp_path / "README.md").read_bytes() == before
    assert main([], tmp_path) == 0
    assert "\n| [97](97-made-up.md) | What is new? Or old? |\n" in (tmp_path / "README.md").read_text("utf-8")

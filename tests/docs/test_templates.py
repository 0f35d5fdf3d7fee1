"""What a code host shows to whoever opens an issue or sends a change."""

from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ISSUES = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.md"))
CHANGE = ROOT / ".github" / "pull_request_template.md"
MOST_LINES = 24


def parts(template: Path) -> tuple[dict, str]:
    """Return what a template says of itself, and its text."""
    _before, about, text = template.read_text("utf-8").split("---\n", 2)
    return yaml.safe_load(about), text


def test_there_is_one_for_each_kind_of_issue():
    assert [path.stem for path in ISSUES] == ["code-error", "lesson-error", "lesson-idea", "translation"]
    assert len({parts(path)[0]["name"] for path in ISSUES}) == len(ISSUES)


@pytest.mark.parametrize("template", ISSUES, ids=lambda path: path.stem)
def test_an_issue_template_can_be_read_by_a_host_and_is_short(template):
    about, text = parts(template)
    assert set(about) == {"name", "about", "title", "labels"}
    assert about["name"]
    assert about["about"]
    assert text.count("**") >= 4
    assert len(template.read_text("utf-8").splitlines()) <= MOST_LINES


def test_an_error_in_a_lesson_is_reported_with_its_cell_and_a_source():
    _about, text = parts(ISSUES[1])
    assert "`id`" in text
    assert "source" in text


def test_a_change_is_asked_for_its_reason_its_tests_and_its_licence():
    text = CHANGE.read_text("utf-8")
    assert all(word in text for word in ("why", "`make check`", "CHANGELOG.md", "licences"))
    assert len(text.splitlines()) <= MOST_LINES

"""The instructor's guide, as the slides read it."""

from longwave.teaching.meeting.guide import Step, guide_page, plan, steps_beside

PAGE = r"""# 02. A title

## Plan for 75 minutes

| minutes | what you do | what they do |
|---|---|---|
| 0–7 | Tell “The puzzle”. | Write a \| b. |
| 7–15 | “The idea” in chalk. | Listen. |
| 15–75 | “The puzzle” again, then “The data”. | Compare. |

## Board questions

| 1–2 | not | a plan |
"""
FIRST, SECOND, THIRD = plan(PAGE)


def test_a_plan_is_the_rows_under_its_heading_and_no_other():
    assert Step(0, 7, "Tell “The puzzle”.", "Write a | b.") == FIRST
    assert [(step.start, step.end) for step in (FIRST, SECOND, THIRD)] == [(0, 7), (7, 15), (15, 75)]
    assert plan("# A page without a plan") == []


def test_a_section_gets_the_rows_that_name_it_and_else_those_of_the_section_before():
    headings = ["A title", "The puzzle", "The idea", "By hand, then by code", "The data"]
    assert steps_beside(headings, plan(PAGE)) == [[FIRST], [FIRST, THIRD], [SECOND], [SECOND], [THIRD]]
    assert steps_beside(headings[:2], []) == [[], []]


def test_a_page_is_found_by_the_lessons_slug():
    assert guide_page("18-co-evolution").name == "18-co-evolution.md"
    assert guide_page("18-no-such-lesson") is None

"""The site's own pages: its front, the parts of the course, the datasets with their passports, the ledger of claims."""

import re
from collections.abc import Sequence
from typing import Any

import pandas as pd

from longwave.data import describe, load, passport, verdicts
from longwave.data.shelf import read_descriptor
from longwave.i18n import _, plural
from longwave.teaching.meeting.lessons import Lesson
from tools.files import ROOT
from tools.site.notebook import escaped
from tools.site.pages import RUN, Course

NUMERALS = ("", "I", "II", "III", "IV")
LABS = 5
FIRST_ROWS = 10


def part_title(part: int) -> str:
    """Return the name of a part of the syllabus.

    >>> part_title(2)
    'Part II'
    """
    if part == 0:
        return _("Before you begin")
    return _("The labs") if part == LABS else _("Part {numeral}").format(numeral=NUMERALS[part])


def front_page(course: Course, panel: str) -> str:
    """Return the title page: what the course is, one panel to move, and where to go."""
    title, about = _of_readme()
    lines = [f"# {title}", "", *about, "", "```{raw} html", panel, "```", ""]
    first = next(iter(course.lessons.values()))
    begin = _("Begin with [{title}](lessons/{slug}.ipynb), or choose a part:")
    lines += [begin.format(title=first.title, slug=first.slug), ""]
    for part, numbers in course.parts.items():
        lines.append(f"- [{part_title(part)}](parts/part-{part}.md): {_length(numbers, course)}")
    lines += ["", _("To guess, check answers and change code, [run the course](README.md) on your own machine."), ""]
    if course.runs:
        page = f'<a class="lw-run" href="{RUN}/index.html#lessons/{first.slug}.ipynb">{escaped(_("Run it here"))}</a>'
        lines += [_("Or run it in this browser, with nothing to install: {link}.").format(link=page), ""]
    return "\n".join(lines + _trees(course))


def _length(numbers: list[str], course: Course) -> str:
    """Return how many lessons a part has, and how long they take to read."""
    count = sum(number.isdigit() for number in numbers)
    hours = max(1, round(sum(course.lessons[number].minutes for number in numbers) / 60))
    lessons = plural("{count} lesson", "{count} lessons", count).format(count=count)
    reading = plural("about {hours} hour of reading", "about {hours} hours of reading", hours).format(hours=hours)
    return f"{lessons}, {reading}"


def _of_readme() -> tuple[str, list[str]]:
    """Return the course's name and what it says of itself: the beginning of README.md, up to its first section."""
    title, rest = (ROOT / "README.md").read_text("utf-8").removeprefix("# ").split("\n", 1)
    return title, rest.split("\n## ", 1)[0].strip().splitlines()


def _trees(course: Course) -> list[str]:
    """Return the hidden contents, from which come the side bar, and previous and next."""
    parts = [f"parts/part-{part}.md" for part in course.parts]
    look_up = ["docs/glossary.md", "datasets/README.md", "claims.md", "docs/reference/README.md"]
    teach = ["docs/instructor/README.md"]
    about = ["README.md", "docs/tutorial/first-hour.md", "docs/how-to.md", "docs/explanation.md"]
    about += ["CONTRIBUTING.md", "CODE_OF_CONDUCT.md", "CHANGELOG.md"]
    trees = {_("Lessons"): parts, _("Look up"): look_up, _("Teach"): teach, _("Run and contribute"): about}
    return [line for caption, pages in trees.items() for line in tree(pages, caption)]


def tree(pages: list[str], caption: str = "") -> list[str]:
    """Return a hidden table of contents of pages, each from the top of the sources."""
    heading = [f":caption: {caption}"] if caption else []
    return ["```{toctree}", ":hidden:", *heading, "", *(f"/{page}" for page in pages), "```", ""]


def part_page(part: int, numbers: list[str], course: Course) -> str:
    """Return the page of a part: its lessons in order, with minutes, outcomes and exercises."""
    lines, pages = [f"# {part_title(part)}", ""], []
    for number in numbers:
        lesson = course.lessons[number]
        path = f"lessons/{lesson.slug}.ipynb" if number.isdigit() else f"exercises/{lesson.slug}/{lesson.slug}.ipynb"
        label = f"{number}. " if number.isdigit() else ""
        lines += [f"## [{label}{lesson.title}](../{path})", "", _times(lesson, course), ""]
        lines += [f"- {outcome}" for outcome in lesson.outcomes] + [""]
        pages.append(path)
    return "\n".join(lines + tree(pages))


def _times(lesson: Lesson, course: Course) -> str:
    """Return in a line how long a lesson and its exercises take."""
    words = [_("Reading: {minutes} minutes.").format(minutes=lesson.minutes)] if lesson.minutes else []
    if lesson.exercises:
        sheet = f"exercises/{lesson.slug}/{lesson.slug}.ipynb"
        sentence = _("{exercises}: {minutes} minutes, {points:g} points.")
        name = f"[{_('Exercises')}](../{sheet})" if course.has(sheet) else _("Exercises")
        about = lesson.exercises
        words.append(sentence.format(exercises=name, minutes=about.minutes, points=about.points))
    return " ".join(words)


def contents_page(title: str, pages: dict[str, str]) -> str:
    """Return a page that lists pages by their titles."""
    lines = [f"# {title}", "", *(f"- [{words}](/{page})" for page, words in pages.items()), ""]
    return "\n".join(lines + tree(list(pages)))


def title_of(markdown: str) -> str:
    """Return the first heading of a page."""
    found = re.search(r"^# (.+)$", markdown, re.M)
    return found[1] if found else ""


def datasets_page(names: Sequence[str]) -> str:
    """Return the list of the datasets, each with a link to its passport."""
    lines = [f"# {_('Datasets')}", "", _("Each set has a passport: what it is, and what it cannot say."), ""]
    lines += [f"| {_('name')} | {_('what')} | {_('kind')} | {_('rows')} |", "|---|---|---|---:|"]
    for name in names:
        about = read_descriptor(name)
        lines.append(f"| [{name}]({name}.md) | {escaped(about['title'])} | {about['kind']} | {about['rows']} |")
    return "\n".join([*lines, "", *tree([f"datasets/{name}.md" for name in names])])


def dataset_page(name: str) -> str:
    """Return a dataset's page: its passport, its columns, its first rows, and the file."""
    card = passport(name)
    lines = [f"# {escaped(card.title)}", "", f"[{name}.csv]({name}.csv)", ""]
    lines += ["```{raw} html", _html(card), "```", "", f"## {_('Columns')}", "", *_raw(describe(name))]
    rows = load(name).head(FIRST_ROWS)
    heading = _("The first {count} of {all} rows").format(count=len(rows), all=card.rows)
    return "\n".join([*lines, f"## {heading}", "", *_raw(rows), ""])


def _html(card: Any) -> str:
    found: str = card._repr_mimebundle_()["text/html"]
    return found


def _raw(frame: pd.DataFrame) -> list[str]:
    """Return a frame as a table in HTML, without empty lines, which would end it."""
    table = re.sub(r"\n\s*\n", "\n", frame.to_html(index=False, border=0, na_rep=""))
    return ["```{raw} html", f'<div class="output">{table}</div>', "```", ""]


def claims_page(course: Course) -> str:
    """Return the ledger: what each verdict means, and every claim of both papers by the lesson that teaches it."""
    claims = load("claims").astype(object)
    claims = claims.where(claims.notna(), "")
    lines = [f"# {_('Ledger of claims')}", "", _("Every claim of the two papers, and what became of it."), ""]
    lines += [f"| {_('verdict')} | {_('what it means')} | {_('claims')} |", "|---|---|---:|"]
    lines += [f"| {row.verdict} | {escaped(str(row.meaning))} | {row.claims} |" for row in verdicts().itertuples()]
    for slug, rows in claims.groupby("lesson", sort=True):
        lesson = f"lessons/{slug}.ipynb"
        heading = f"[{slug}]({lesson})" if course.has(lesson) else str(slug)
        lines += ["", f"## {heading}", "", f"| {_('id')} | {_('claim')} | {_('printed')} | {_('verdict')} | |"]
        lines += ["|---|---|---|---|---|", *(_claim(row) for row in rows.itertuples())]
    return "\n".join([*lines, ""])


def _claim(row: Any) -> str:
    remark = " ".join(filter(None, (str(row.checked_value), str(row.note))))
    cells = (row.claim_id, row.claim, row.printed_value, row.verdict, remark)
    return f"| {' | '.join(escaped(str(cell)) for cell in cells)} |"

"""Write the table of the instructor's guide from its pages: `python -m tools.guide [--check]`."""

import argparse
import sys
from pathlib import Path

from longwave.tasks.task import course_order, labs
from tools.files import ROOT, with_table, write_or_compare

FOLDER = ROOT / "docs" / "instructor"
CURE = "run: python -m tools.guide"


def table(folder: Path) -> str:
    """Return a row for each page, from its heading `# 07. When does …?`, in the order of the course."""
    lines = ["| lesson | its question |", "|---|---|"]
    place = {key: number for number, key in enumerate(course_order())}
    pages = sorted(folder.glob("[0-9p][0-9]-*.md"))
    for page in sorted(pages, key=lambda page: place.get(page.name[:2], len(place))):
        number, _dot, question = page.read_text("utf-8").splitlines()[0].removeprefix("# ").partition(". ")
        optional = " (optional lab)" if page.name[:2] in labs() else ""
        lines.append(f"| [{number}]({page.name}) | {question}{optional} |")
    return "\n".join(lines) + "\n"


def main(arguments: list[str] | None = None, folder: Path = FOLDER) -> int:
    """Run the command; return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.guide", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a page is missing in the table")
    check = parser.parse_args(arguments).check
    page = folder / "README.md"
    return write_or_compare({page: with_table(page, "tools.guide", table(folder))}, CURE, check)


if __name__ == "__main__":
    sys.exit(main())

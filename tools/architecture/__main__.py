"""Write the drawing of the layers and the table of the topics, or say that they have drifted."""

import argparse
import sys
from pathlib import Path

from tools.architecture.drawing import drawing
from tools.architecture.house import House, Topic, read_house
from tools.files import ROOT, with_table, write_or_compare

PAGE = Path("docs", "explanation", "architecture.md")
CURE = "run: python -m tools.architecture"


def table(house: House, root: Path) -> str:
    """Return the table of the topics as Markdown."""
    lines = ["| topic | what it is about | lessons | lines | uses |", "|---|---|---|---:|---|"]
    lines += [_row(topic, root) for topic in house.topics]
    return "\n".join(lines) + "\n"


def _row(topic: Topic, root: Path) -> str:
    lessons = ", ".join(_link(number, root) for number in topic.lessons)
    uses = ", ".join(f"`{other}`" for other in topic.uses)
    return f"| `{topic.name}` | {topic.about} | {lessons} | {topic.lines:,} | {uses} |"


def _link(number: str, root: Path) -> str:
    """Return a lesson's number, linked to its notebook where that is written."""
    found = sorted((root / "lessons").glob(f"{number}-*.ipynb"))
    return f"[{number}](../../lessons/{found[0].name})" if found else number


def expected_files(root: Path) -> dict[Path, bytes]:
    """Return what the drawing and the page must hold, by path."""
    house, page = read_house(root), root / PAGE
    return {page.with_suffix(".svg"): drawing(house), page: with_table(page, "tools.architecture", table(house, root))}


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the command; return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.architecture", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the code has moved on")
    check = parser.parse_args(arguments).check
    return write_or_compare(expected_files(root), CURE, check)


if __name__ == "__main__":
    sys.exit(main())

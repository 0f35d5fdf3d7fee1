"""Write docs/reference from the docstrings: `python -m tools.reference`, or `--check` to see that nothing drifted."""

import argparse
import sys
from pathlib import Path

from tools.files import shown, write_atomically
from tools.reference.entries import FOLDER
from tools.reference.pages import pages


def main() -> int:
    """Write the pages, or say which have drifted; a page of a topic that is gone is removed."""
    parser = argparse.ArgumentParser(prog="python -m tools.reference", description=(__doc__ or "").strip())
    parser.add_argument("--check", action="store_true", help="change nothing; fail if a page has drifted")
    check = parser.parse_args().check
    made = pages()
    drifted = [path for path, text in made.items() if not path.is_file() or path.read_text("utf-8") != text]
    left = sorted(set(FOLDER.glob("*.md")) - set(made))
    for path in [*drifted, *left]:
        done = "removed" if path in left else "saved"
        print(f"{shown(path)}: {'has drifted; run python -m tools.reference' if check else done}")
        if not check:
            _bring_up_to_date(path, made)
    return 1 if check and (drifted or left) else 0


def _bring_up_to_date(path: Path, made: dict[Path, str]) -> None:
    if path in made:
        write_atomically(path, made[path].encode())
    else:
        path.unlink()


if __name__ == "__main__":
    sys.exit(main())

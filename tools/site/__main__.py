"""Write the reading site: `python -m tools.site [FOLDER] [--lessons 02 12]`."""

import argparse
import sys
from pathlib import Path

from longwave.i18n import set_language
from tools.files import ROOT
from tools.site.build import SiteError, build
from tools.site.grid import STATES


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.site", description="Write the reading site.")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "site", help="where it goes; left out: site")
    parser.add_argument("--lessons", nargs="+", metavar="NN", help="only these lessons, such as 02 12, to look at them")
    parser.add_argument("--states", type=int, default=STATES, help=f"the most states of a panel; left out: {STATES}")
    options = parser.parse_args(arguments)
    set_language()
    try:
        report = build(options.folder, options.lessons, options.states)
    except SiteError as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(report.lines()))
    return 0


if __name__ == "__main__":
    sys.exit(main())

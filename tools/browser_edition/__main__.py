"""Write the reading site with the browser edition in it: `python -m tools.browser_edition [FOLDER]`."""

import argparse
import sys
from pathlib import Path

from longwave.i18n import set_language
from tools.browser_edition.build import make_edition
from tools.browser_edition.distribution import DEFAULT
from tools.browser_edition.errors import EditionError
from tools.files import ROOT
from tools.site.build import SiteError, build, refuse_foreign
from tools.site.grid import STATES

WASM = (
    "where the packages that Pyodide compiled come from: a package, a folder or an address. Only files with the "
    f"hash of Pyodide's own lock are taken; left out: {DEFAULT}"
)


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit status."""
    about = "Write the reading site, with notebooks that run in the page."
    parser = argparse.ArgumentParser(prog="python -m tools.browser_edition", description=about)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "site", help="where it goes; left out: site")
    parser.add_argument("--wasm-from", default=DEFAULT, metavar="PLACE", help=WASM)
    parser.add_argument("--lessons", nargs="+", metavar="NN", help="only pages of these lessons, such as 02 12")
    parser.add_argument("--states", type=int, default=STATES, help=f"the most states of a panel; left out: {STATES}")
    options = parser.parse_args(arguments)
    set_language()
    try:
        refuse_foreign(options.folder)
        edition = make_edition(options.wasm_from)
        print(edition.line(), flush=True)
        report = build(options.folder, options.lessons, options.states, edition=edition.folder)
    except (EditionError, SiteError) as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(report.lines()))
    return 0


if __name__ == "__main__":
    sys.exit(main())

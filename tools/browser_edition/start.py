"""The page from which a reader enters, and the service worker that keeps everything for a visit without a network."""

import hashlib
import html
import json
from pathlib import Path

from longwave.i18n import _, current_language
from tools.browser_edition.lock import sha256

STATIC = Path(__file__).with_name("static")
LIST = "edition.json"
WORKER = "service-worker.js"
SCRIPTS = ("keep.js", "start.js", "start.css")
# No page asks for them.
NEEDLESS = (
    "**/*.map",
    "**/*.LICENSE.txt",
    "**/third-party-licenses.json",
    "build/fa-*.svg",
    "build/fa-*.eot",
    "build/fa-*.ttf",
)


def write_start(pages: Path) -> int:
    """Add the way in to the pages of JupyterLite; return how many bytes a browser keeps for the next visit.

    Args:
        pages: what JupyterLite wrote.
    """
    for pattern in NEEDLESS:
        for path in pages.glob(pattern):
            path.unlink()
    worker = (STATIC / "worker.js").read_text("utf-8")
    own, theirs = pages / WORKER, (pages / WORKER).read_text("utf-8")
    own.write_text(f"{worker}\n{theirs}", "utf-8")
    for name in SCRIPTS:
        (pages / name).write_text((STATIC / name).read_text("utf-8"), "utf-8")
    (pages / "index.html").write_text(start_page(), "utf-8")
    listed = [path for path in sorted(pages.rglob("*")) if path.is_file() and path not in (own, pages / LIST)]
    about = [(path.relative_to(pages).as_posix(), sha256(path)[:16], path.stat().st_size) for path in listed]
    digests = {name: digest for name, digest, _size in about}
    version = hashlib.sha256(json.dumps(digests).encode()).hexdigest()[:16]
    (pages / LIST).write_text(json.dumps({"version": version, "files": about}), "utf-8")
    return sum(size for _name, _digest, size in about)


def start_page() -> str:
    """Return the page of the way in. It says what it does, and what is missing where it cannot go on."""
    words = {
        "file": _(
            "This page was opened from a file, and a browser runs no kernel from there. Open it from a web server: "
            "the page “Publish the course to read, or hand it out on a stick” tells how. The pages to read do work so."
        ),
        "insecure": _(
            "This browser keeps nothing for this address, so the notebooks cannot run. They need an address that "
            "begins with https:// or is on this computer, and a window that is not private."
        ),
        "policy": _(
            "The server’s Content-Security-Policy forbids what a kernel inside a page needs. The page “Publish the "
            "course to read, or hand it out on a stick” has a policy that allows it and still keeps to this address."
        ),
        "first": _("The first visit brings {done} of {all} MB. Later visits need no network."),
        "failed": _("The notebooks could not be fetched: {reason}. Load this page again; it goes on where it stopped."),
        "full": _(
            "The notebooks need {all} MB, and this browser has too little room. Free some, then load this page again."
        ),
    }
    data = "".join(f' data-{name}="{html.escape(text, quote=True)}"' for name, text in words.items())
    unscripted = html.escape(_("The notebooks need a browser that runs scripts. The reading site does not."))
    back, title = html.escape(_("Back to the page")), html.escape(_("Your notebook is on its way"))
    return f"""<!DOCTYPE html>
<html lang="{current_language().replace("_", "-")}">
<head>
<meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" />
<title>Longwave</title><link rel="icon" href="lab/favicon.ico" />
<link rel="stylesheet" href="start.css" />
<script id="jupyter-config-data" type="application/json" data-jupyter-lite-root=".">{{}}</script>
<script defer src="keep.js"></script><script defer src="start.js"></script>
</head>
<body>
<main>
<h1>{title}</h1>
<p id="said" role="status" aria-live="polite"{data}></p>
<progress id="done" max="1" value="0" aria-label="{title}"></progress>
<noscript><p>{unscripted}</p></noscript>
<p><a id="back" href="../index.html">{back}</a></p>
</main>
</body>
</html>
"""

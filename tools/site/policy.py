"""Pages that keep the policy `default-src 'self'`: what a page has inside that the policy forbids goes into files.

Such a policy runs no script and applies no style that stands in the page itself. Scripts with a text become files of
their own, style attributes become classes of one style sheet, and style elements move there.
"""

import hashlib
import html
import re
from dataclasses import dataclass, field
from pathlib import Path

from tools.site.colours import darkened

SHEET = "_static/inline.css"
_PIECE = re.compile(
    r"(?P<comment><!--.*?-->)"
    r"|(?P<script><script\b(?P<about>[^>]*)>(?P<body>.*?)</script>)"
    r"|<noscript>\s*<style>(?P<unscripted>.*?)</style>\s*</noscript>"
    r"|<style\b[^>]*>(?P<css>.*?)</style>"
    r"|(?P<tag><[a-zA-Z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>)",
    re.S | re.I,
)
_STYLE = re.compile(r"\sstyle=(?:\"([^\"]*)\"|'([^']*)')", re.I)
_CLASS = re.compile(r"(\sclass=)(?:\"([^\"]*)\"|'([^']*)')", re.I)
_SCOPED = re.compile(r"\.dataframe\b")


@dataclass
class Moved:
    """What was moved out of pages: styles by their class, whole style elements, and files by their name."""

    styles: dict[str, str] = field(default_factory=dict)
    sheets: dict[str, None] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)


def keep_policy(site: Path) -> None:
    """Rewrite every page of a built site, and write the files that it then needs."""
    moved = Moved()
    for page in sorted(site.rglob("*.html")):
        text = page.read_text("utf-8")
        depth = len(page.relative_to(site).parts) - 1
        page.write_text(_linked(without_inline(text, moved, "../" * depth), "../" * depth), "utf-8")
    (site / SHEET).write_text(sheet(moved), "utf-8")
    for name, body in moved.files.items():
        (site / "_static" / name).write_text(body, "utf-8")


def _linked(page: str, root: str) -> str:
    return page.replace("</head>", f'<link rel="stylesheet" href="{root}{SHEET}" />\n</head>', 1)


def without_inline(page: str, moved: Moved, root: str) -> str:
    """Return a page without scripts and styles of its own; what it had is added to `moved`."""

    def replace(found: re.Match[str]) -> str:
        if found["script"]:
            return _script(found, moved, root)
        if found["unscripted"]:
            name = f"inline-{_short(found['unscripted'])}.css"
            moved.files[name] = found["unscripted"]
            return f'<noscript><link rel="stylesheet" href="{root}_static/{name}" /></noscript>'
        if found["css"] is not None:
            if not _SCOPED.search(found["css"]):  # pandas writes the same three rules before each table
                moved.sheets[found["css"]] = None
            return ""
        if found["tag"]:
            return _tag(found["tag"], moved)
        return found[0]

    return _PIECE.sub(replace, page)


def _script(found: re.Match[str], moved: Moved, root: str) -> str:
    """Return a script element that names a file. One that names a file already, or is data, stays."""
    about, body = found["about"], found["body"]
    if "fontawesome" in about:  # see `slim` in tools.site.build
        return ""
    if re.search(r"\ssrc=", about) or re.search(r"type=[\"']?(application|text)/(?!javascript)", about):
        return found[0]
    name = f"inline-{_short(body)}.js"
    moved.files[name] = body
    return f'<script{about} src="{root}_static/{name}"></script>'


def _tag(tag: str, moved: Moved) -> str:
    style = _STYLE.search(tag)
    if not style:
        return tag
    css = html.unescape(style[1] if style[1] is not None else style[2]).strip()
    bare = tag[: style.start()] + tag[style.end() :]
    if not css:
        return bare
    name = f"s-{_short(css)}"
    moved.styles[name] = css
    if _CLASS.search(bare):
        return _CLASS.sub(lambda found: f'{found[1]}"{found[2] or found[3] or ""} {name}"', bare, count=1)
    return re.sub(r"^<[a-zA-Z][\w-]*", lambda found: f'{found[0]} class="{name}"', bare, count=1)


def sheet(moved: Moved) -> str:
    """Return the style sheet. A class named four times outweighs the theme, as an attribute does."""
    rules = [*moved.sheets]
    for name, css in sorted(moved.styles.items()):
        rules.append(f"{_weighty(name)} {{ {css} }}")
        if dark := darkened(css):
            rules.append(f'html[data-theme="dark"] {_weighty(name)} {{ {dark} }}')
    return "\n".join(rules) + "\n"


def _weighty(name: str) -> str:
    return f".{name}" * 4


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]

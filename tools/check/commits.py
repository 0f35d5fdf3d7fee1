"""Rules on commit messages: a subject that completes “If applied, this commit will …”, and a body that says why."""

import re
import subprocess
from pathlib import Path

from tools.files import ROOT

LONGEST_SUBJECT = 72
LAST = 20  # commits that are read where there is no branch of origin to compare with
HOOK = """#!/bin/sh
# Written by `python -m tools.check --install-hook`: refuses a message that the project's rules refuse.
exec "{python}" -m tools.check --message "$1"
"""
_NOT_IMPERATIVE = re.compile(r"(?:Added|Adds|Adding|Fixed|Fixes|Fixing|Changed|Changes|Updated|Updates|Updating)\b")


def complaints(message: str) -> list[str]:
    """Return what is wrong with a commit's message, a sentence each.

    >>> complaints("Keep main green")
    []
    >>> complaints("fixed it.")
    ['begin the subject with a capital letter', 'end the subject without a full stop']
    """
    lines = [line for line in message.splitlines() if not line.startswith("#")]
    subject = lines[0] if lines else ""
    found = []
    if not subject.strip():
        return ["write a subject"]
    if len(subject) > LONGEST_SUBJECT:
        found.append(f"shorten the subject to {LONGEST_SUBJECT} characters; it has {len(subject)}")
    if not subject[0].isupper():
        found.append("begin the subject with a capital letter")
    if subject.endswith("."):
        found.append("end the subject without a full stop")
    if subject.lower().startswith(("wip", "fixup!", "squash!")):
        found.append("finish the commit, or fold it into another one")
    if _NOT_IMPERATIVE.match(subject):
        found.append("say what the commit will do: Add, Fix, Change")
    if len(lines) > 1 and lines[1].strip():
        found.append("leave an empty line between subject and body")
    return found


def new_commits(root: Path = ROOT) -> dict[str, str]:
    """Return the messages of the commits that are not on origin's main, by short hash, or else the last few."""
    base = _git(root, "merge-base", "HEAD", "origin/main").strip()
    span = f"{base}..HEAD" if base else f"-{LAST}"
    log = _git(root, "log", span, "--no-merges", "--format=%h%x00%B%x01")
    entries = [entry.strip("\n").split("\x00", 1) for entry in log.split("\x01") if "\x00" in entry]
    return {commit: message.strip("\n") for commit, message in entries}


def install_hook(python: str, root: Path = ROOT) -> Path:
    """Write the hook that reads each message before a commit is made, and return its path."""
    folder = Path(root, _git(root, "rev-parse", "--git-path", "hooks").strip())
    folder.mkdir(parents=True, exist_ok=True)
    hook = folder / "commit-msg"
    hook.write_text(HOOK.format(python=python), encoding="utf-8")
    hook.chmod(0o755)
    return hook


def _git(root: Path, *arguments: str) -> str:
    """Return what git prints, and nothing where it fails or is missing."""
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, encoding="utf-8")
    except FileNotFoundError:
        return ""
    return done.stdout if done.returncode == 0 else ""

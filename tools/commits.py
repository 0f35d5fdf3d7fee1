"""What git says of this branch: its commits, the files that changed, and whether a commit message follows the rules."""

import os
import re
import subprocess
from pathlib import Path

from tools.files import ROOT

LONGEST_SUBJECT = 72
LATEST = 20  # commits that are looked at where nothing says which are new
HOOK = '#!/bin/sh\nexec "{python}" -m tools.check --message "$1"\n'


class GitError(RuntimeError):
    """Git is missing, or this is no repository of it."""


def git(*words: str, root: Path = ROOT) -> str:
    """Run git in the project's folder; return what it says."""
    try:
        # a hook runs with variables that name its own repository
        own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        done = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=False, env=own)
    except OSError as error:
        raise GitError(f"git cannot be run: {error}") from error
    if done.returncode:
        raise GitError(f"git {words[0]} failed: {done.stderr.strip()}")
    return done.stdout


def base(root: Path = ROOT) -> str | None:
    """Return the branch that this one goes out from: main as it was fetched, else the local one, else None."""
    for name in ("origin/main", "main"):
        try:
            git("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}", root=root)
        except GitError:
            continue
        if name != git("branch", "--show-current", root=root).strip():
            return name
    return None


def changed_files(root: Path = ROOT) -> list[str]:
    """Return the files that differ from where this branch left main, committed or not, as paths in the project."""
    start = base(root)
    left = git("merge-base", start, "HEAD", root=root).strip() if start else "HEAD"
    named = git("diff", "--name-only", "--no-renames", "-z", left, root=root)
    new = git("ls-files", "--others", "--exclude-standard", "-z", root=root)
    return sorted(set(filter(None, (named + new).split("\0"))))


def messages(root: Path = ROOT) -> dict[str, str]:
    """Return the messages of the commits that are not on main, by their short names; without a main the latest."""
    start = base(root)
    which = [f"{start}..HEAD"] if start else [f"--max-count={LATEST}"]
    listed = git("log", "--no-merges", "--format=%h%x1f%B%x1e", *which, root=root).split("\x1e")
    pairs = (entry.strip().split("\x1f") for entry in listed if entry.strip())
    return {name: message.strip() for name, message in pairs}


def faults(message: str) -> list[str]:
    r"""Return what is wrong with a commit message, in words.

    >>> faults("Count each vote once\n\nTwo were counted twice."), faults("wip")
    ([], ['the subject does not begin with a capital letter', 'the subject names no change'])
    """
    lines = [line for line in message.strip("\n").split("\n") if not line.startswith("#")]
    subject = lines[0] if lines else ""
    found = []
    if len(subject) > LONGEST_SUBJECT:
        found.append(f"the subject has {len(subject)} characters, at most {LONGEST_SUBJECT} are shown")
    if not subject[:1].isupper():
        found.append("the subject does not begin with a capital letter")
    if re.match(r"(wip\b|fixup!|squash!|amend!)", subject, re.I):
        found.append("the subject names no change")
    if subject.endswith("."):
        found.append("the subject ends with a full stop")
    if len(lines) > 1 and lines[1].strip():
        found.append("no empty line follows the subject")
    return found


def install_hook(python: str, root: Path = ROOT) -> Path:
    """Let git look at each message before it commits; return the hook's file.

    Raises:
        GitError: if there is another hook for messages already.
    """
    hook = Path(root, git("rev-parse", "--git-path", "hooks/commit-msg", root=root).strip())
    content = HOOK.format(python=python)
    if hook.exists() and hook.read_text(encoding="utf-8") != content:
        raise GitError(f"there is a hook already, and it stays as it is: {hook}")
    hook.parent.mkdir(parents=True, exist_ok=True)
    hook.write_text(content, encoding="utf-8")
    hook.chmod(0o755)
    return hook

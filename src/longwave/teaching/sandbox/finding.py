"""How the sandbox of this machine keeps `memory_mb`, in words: for `longwave doctor`, and for grading if it cannot."""

import importlib.util
import os

from longwave.i18n import _
from longwave.reader.doctor import Finding
from longwave.reader.errors import ExpectedError
from longwave.teaching.sandbox.kinds import Kind, choose

_FILTERED = ("x86_64", "aarch64")  # processors whose calls `worker.refusals` knows
_PARTS = "/proc/self/smaps_rollup"


def for_teachers() -> list[Finding]:
    """Return what `longwave doctor` says more where the instructor's packages are installed."""
    return [sandbox_finding()] if importlib.util.find_spec("nbgrader") else []


def sandbox_finding() -> Finding:
    """Return which sandbox works here, and how it keeps the limit of memory. No reader needs one."""
    try:
        kind = choose()
    except ExpectedError:
        message = _("none works here; to grade, install bubblewrap (apt install bubblewrap), podman or docker")
        return Finding(_("Sandbox"), True, message)
    return Finding(_("Sandbox"), True, f"{kind.name}; {_memory(kind)}")


def memory_warning(kind: Kind) -> str:
    """Return a sentence for who grades where the limit of memory is not kept, else nothing."""
    return "" if _is_kept(kind) else _("Mind the memory of this machine: {why}.").format(why=_memory(kind))


def _memory(kind: Kind) -> str:
    if kind.name == "none":
        return _("without a sandbox memory_mb holds for each process alone, and a student can start many")
    if kind.name != "bubblewrap":
        return _("the engine keeps memory_mb")
    if kind.group:
        return _("a control group of the kernel keeps memory_mb")
    if _is_kept(kind):
        return _("memory_mb is kept by looking 20 times a second, as no control group can be made here")
    return _(
        "neither a control group nor a count of what processes share works here, so code that means harm can take "
        "more than memory_mb"
    )


def _is_kept(kind: Kind) -> bool:
    """Return whether memory is limited by the kernel, or counted and what cannot be counted refused."""
    if kind.name != "bubblewrap" or kind.group:
        return kind.name != "none"
    return os.uname().machine in _FILTERED and os.access(_PARTS, os.R_OK)

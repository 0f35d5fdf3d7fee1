"""`longwave hub-config`: writing what a hub needs, after seeing that it can work."""

import importlib.util
import json
from dataclasses import dataclass, field
from pathlib import Path

from longwave.i18n import _
from longwave.reader.course import in_clone
from longwave.reader.errors import ExpectedError
from longwave.reader.files import write_whole
from longwave.reader.settings import DEFAULT_SETTINGS, SETTINGS_FILE
from longwave.teaching.hub import files
from longwave.teaching.hub.files import MARK, Hub
from longwave.teaching.intake.hand_in_folder import make_hand_in_folder

_READABLE = 0o644


@dataclass
class HubReport:
    """What was written, and what is to be done next."""

    hub: Hub
    dry_run: bool
    written: list[Path] = field(default_factory=list)
    same: list[Path] = field(default_factory=list)

    def lines(self) -> list[str]:
        """Return a sentence for each file, and the next steps."""
        words = _("Would write: {file}") if self.dry_run else _("Written: {file}")
        lines = [words.format(file=file) for file in self.written]
        lines += [_("As it was: {file}").format(file=file) for file in self.same]
        return lines + self._next()

    def _next(self) -> list[str]:
        hub = self.hub
        if hub.littlest:
            return [_("Next: sudo tljh-config reload")]
        unit = hub.folder / "jupyterhub.service"
        new = _("A new hub: cp {unit} /etc/systemd/system/ && systemctl enable --now jupyterhub")
        line = f"load_subconfig({str(hub.fragment)!r})"
        old = _("A hub that you have: add to its jupyterhub_config.py the line {line} and restart it.")
        lines = [new.format(unit=unit), old.format(line=line)]
        if hub.forked:
            words = _("Before that: cp {unit} /etc/systemd/system/ && systemctl enable --now longwave-kernels")
            lines.insert(0, words.format(unit=hub.folder / "longwave-kernels.service"))
        return lines


def hub_config(hub: Hub, dry_run: bool = False) -> HubReport:
    """Write the configuration of a hub and of its students' servers. Nothing that somebody else wrote is overwritten.

    Args:
        hub: what to write for.
        dry_run: say what would be written, and write nothing.

    Raises:
        ExpectedError: if students could not start from this environment, or if a file of somebody else is in the way.
    """
    _refuse_environment(hub.prefix)
    if hub.hand_in and not hub.teacher:
        raise ExpectedError(
            _("Say who may read what is handed in: --teacher, with the name of a user of this machine.")
        )
    if hub.forked and hub.littlest:
        words = _(
            "The Littlest JupyterHub keeps each server apart, where no forked kernel can follow: leave --forked out."
        )
        raise ExpectedError(words)
    report = HubReport(hub, dry_run)
    contents = _contents(hub)
    for path in contents:
        _refuse_foreign(path)
    for path, content in contents.items():
        same = path.is_file() and path.read_text(encoding="utf-8") == content
        (report.same if same else report.written).append(path)
        if not dry_run:
            write_whole(path, content.encode(), mode=_READABLE)
    if not hub.littlest and not dry_run:
        (hub.folder / "state").mkdir(mode=0o700, exist_ok=True)
    if hub.hand_in and not dry_run:
        make_hand_in_folder(hub.hand_in, hub.teacher)
    return report


def _contents(hub: Hub) -> dict[Path, str]:
    """Return what is to be written, by its place."""
    etc = hub.prefix / "etc" / "jupyter"
    found = {
        etc / "jupyter_server_config.py": files.server_config(hub),
        etc / "jupyter_server_config.d" / "longwave.json": files.extension(),
        etc / SETTINGS_FILE: _with_defaults(etc / SETTINGS_FILE),
        hub.fragment: files.hub_fragment(hub),
    }
    if hub.littlest:
        return found
    found[hub.folder / "jupyterhub.service"] = files.unit(hub)
    if hub.forked:
        found[hub.folder / "longwave-kernels.service"] = files.kernels_unit(hub)
    whole = hub.folder / "jupyterhub_config.py"
    return found if whole.exists() else {**found, whole: files.whole_config(hub)}


def _with_defaults(path: Path) -> str:
    """Return JupyterLab's defaults with the course's among them; those of other plugins stay as somebody set them."""
    try:
        before = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        before = {}
    except ValueError as error:
        raise ExpectedError(_("{file} is no JSON: {error}. Mend it first.").format(file=path, error=error)) from None
    return json.dumps({**before, **DEFAULT_SETTINGS}, indent=1) + "\n"


def _refuse_foreign(path: Path) -> None:
    """Refuse to overwrite a Python file or a service that somebody else wrote."""
    if path.suffix in (".py", ".service") and path.exists() and MARK not in path.read_text(encoding="utf-8"):
        sentence = _(
            "{file} is not from longwave hub-config, so nothing was written. Move its settings into a file of another "
            "name, such as {other}, and remove it."
        )
        raise ExpectedError(sentence.format(file=path, other=path.with_suffix(".json").name))


def _refuse_environment(prefix: Path) -> None:
    """Refuse an environment from which no student's server would start; the sentence says what to do."""
    if in_clone():
        raise ExpectedError(
            _(
                "This is a clone of the course, in which students could not work. In its folder run: {python} -m pip "
                "install --no-deps --no-build-isolation ."
            ).format(python=prefix / "bin" / "python")
        )
    if importlib.util.find_spec("jupyterhub") is None:
        sentence = _(
            "JupyterHub is not in this environment. Install the version of your hub: {python} -m pip install jupyterhub"
        )
        raise ExpectedError(sentence.format(python=prefix / "bin" / "python"))
    if (closed := _closed(prefix)) is not None:
        sentence = _("Students cannot read {folder}, in which this environment is. Make it anew under /opt.")
        raise ExpectedError(sentence.format(folder=closed))


def _closed(prefix: Path) -> Path | None:
    """Return the folder in which a path is and which not everybody may enter, None if there is none."""
    return next((folder for folder in (*reversed(prefix.parents), prefix) if not folder.stat().st_mode & 0o001), None)


def usual_folder(littlest: bool) -> Path:
    """Return where a hub of this kind looks for its files.

    Raises:
        ExpectedError: if there is no such hub on this machine.
    """
    if not littlest:
        return Path("/etc/jupyterhub")
    usual = Path("/opt/tljh/config/jupyterhub_config.d")
    if not usual.parent.is_dir():
        sentence = _("The Littlest JupyterHub is not on this machine: there is no {folder}.")
        raise ExpectedError(sentence.format(folder=usual.parent))
    return usual

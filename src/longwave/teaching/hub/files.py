"""The files that a hub needs, as text. They are written by `longwave hub-config`, and have no logic of their own."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from longwave.i18n import _
from longwave.reader.forking.ends import SOCKET
from longwave.reader.hub_start import HUB_COPY
from longwave.reader.settings import common_settings

MARK = "# Written by `longwave hub-config`, which writes it anew. "
IDLE_KERNEL, IDLE_SERVER = 3600, 7200  # seconds until a kernel that nobody looks at ends, and a server without kernels
STARTING = 300  # seconds for a server to start: in a class of forty on two cores the last one waits a minute and more
KERNELS = "/run/longwave/kernels.sock"
HAND_IN = "LONGWAVE_HAND_IN"  # the environment variable that names the folder to hand in to
PROCESSES = 2048  # of one student, counting threads; a fork bomb ends there


@dataclass(frozen=True)
class Hub:
    """A hub to be written for.

    Attributes:
        folder: where its own files go.
        prefix: the environment that holds the course and JupyterHub.
        littlest: whether it is The Littlest JupyterHub, which has a proxy, users and a service of its own.
        students: how many may start in the same minute.
        memory_mb: what one process of a student may have.
        hand_in: the folder into which students hand in, None for none.
        teacher: who administers a new hub and reads what is handed in: a user of the machine, empty for nobody.
        forked: whether kernels are forked from a process that waits with the course imported.
    """

    folder: Path
    prefix: Path
    littlest: bool
    students: int
    memory_mb: int
    hand_in: Path | None
    teacher: str
    forked: bool = False

    @property
    def fragment(self) -> Path:
        """The file of the hub's settings that the course needs."""
        return self.folder / ("longwave.py" if self.littlest else "longwave_hub.py")


def server_config(hub: Hub) -> str:
    """Return the configuration of every student's server, as `longwave lab` has it, and when what is idle ends."""
    settings: dict[str, Any] = {
        **common_settings(),
        "MappingKernelManager.cull_idle_timeout": IDLE_KERNEL,
        "MappingKernelManager.cull_interval": 300,
        "ServerApp.shutdown_no_activity_timeout": IDLE_SERVER,
        # a login shell would set PATH anew, and then there is no `longwave` in a terminal
        "ServerApp.terminado_settings": {"shell_command": [shutil.which("bash") or "/bin/sh"]},
    }
    about = _(
        "It counts for every server of this environment. Settings of your own: jupyter_server_config.json beside."
    )
    return _python(MARK + about, settings)


def extension() -> str:
    """Return what turns the refreshing of copies on, in the form of Jupyter's server."""
    return json.dumps({"ServerApp": {"jpserver_extensions": {"longwave.reader.hub_start": True}}}, indent=1) + "\n"


def hub_fragment(hub: Hub) -> str:
    """Return the hub's settings that the course needs, for an existing configuration to load."""
    server = str(hub.prefix / "bin" / "jupyterhub-singleuser")
    settings: dict[str, Any] = {
        "Spawner.cmd": [server] if hub.littlest else [*_bounded(hub), server],
        "Spawner.default_url": f"/lab/tree/{HUB_COPY}/lessons/00-start-here.ipynb",
        "Spawner.start_timeout": STARTING,
        "Spawner.http_timeout": STARTING,
        # whoever comes beyond this number is refused, and has to try again
        "JupyterHub.concurrent_spawn_limit": hub.students,
    }
    if hub.littlest:
        settings["Spawner.mem_limit"] = f"{hub.memory_mb}M"
        settings["SystemdSpawner.extra_paths"] = [str(hub.prefix / "bin")]
    about = _("An existing jupyterhub_config.py takes it by one line: load_subconfig({file})")
    text = _python(MARK + about.format(file=repr(str(hub.fragment))), settings)
    return f"{text}c.Spawner.environment.update({_literal(_environment(hub))})\n"


def _environment(hub: Hub) -> dict[str, str]:
    """Return what a student's server has in its environment beside the hub's own."""
    found = {
        "PATH": f"{hub.prefix / 'bin'}:/usr/local/bin:/usr/bin:/bin",
        "JUPYTER_PREFER_ENV_PATH": "1",  # no kernel of the same name in a student's home replaces the course's
        "OPENBLAS_NUM_THREADS": "1",  # the matrices are small, and the cores are for the others
    }
    if hub.forked:
        found |= {"JUPYTER_DEFAULT_PROVISIONER_NAME": "longwave-fork", SOCKET: KERNELS}
    return found | ({HAND_IN: str(hub.hand_in)} if hub.hand_in else {})


def _bounded(hub: Hub) -> list[str]:
    """Return the words that bound the memory and number of a student's processes; none where they are unknown."""
    prlimit = shutil.which("prlimit")
    return [prlimit, f"--data={hub.memory_mb << 20}", f"--nproc={PROCESSES}"] if prlimit else []


def whole_config(hub: Hub) -> str:
    """Return a configuration for a new hub: people of the machine, one proxy, and what the course needs."""
    state = hub.folder / "state"
    settings: dict[str, Any] = {
        "JupyterHub.bind_url": "http://127.0.0.1:8000",  # a web server in front of it speaks https
        "JupyterHub.hub_ip": "127.0.0.1",
        "JupyterHub.db_url": f"sqlite:///{state / 'jupyterhub.sqlite'}",
        "JupyterHub.cookie_secret_file": str(state / "cookie_secret"),
        "ConfigurableHTTPProxy.pid_file": str(state / "proxy.pid"),
        "LocalAuthenticator.allowed_groups": ["students"],
        "Authenticator.admin_users": [hub.teacher] if hub.teacher else [],
    }
    about = _("# Yours: it is written once and never again. People log in with their accounts of this machine.")
    return _python(about, settings) + f"load_subconfig({hub.fragment.name!r})\n"


def unit(hub: Hub) -> str:
    """Return the service of a new hub for systemd."""
    about = _("Copy it to /etc/systemd/system/.")
    return f"""\
{MARK}{about}
[Unit]
Description=JupyterHub
After=network-online.target
Wants=network-online.target

[Service]
WorkingDirectory={hub.folder}/state
Environment=PATH={hub.prefix}/bin:/usr/local/bin:/usr/bin:/bin
ExecStart={hub.prefix}/bin/jupyterhub --config {hub.folder}/jupyterhub_config.py
Restart=on-failure
# One kernel that takes too much memory ends alone, and not with the whole class.
OOMPolicy=continue
TasksMax=32768
LimitNOFILE=65536

[Install]
WantedBy=multi-user.target
"""


def kernels_unit(hub: Hub) -> str:
    """Return the service that waits to fork kernels. It is root's, and shares the hub's view of the machine."""
    about = _("Copy it to /etc/systemd/system/.")
    return f"""\
{MARK}{about}
[Unit]
Description=Kernels that wait to be forked
Before=jupyterhub.service

[Service]
RuntimeDirectory=longwave
RuntimeDirectoryMode=0755
Environment=OPENBLAS_NUM_THREADS=1
ExecStart={hub.prefix}/bin/python -m longwave.reader.forking.zygote {KERNELS}
Restart=always

[Install]
WantedBy=multi-user.target
"""


def _python(about: str, settings: dict[str, Any]) -> str:
    lines = [f"c.{name} = {_literal(value)}" for name, value in settings.items()]
    return "\n".join([about, "c = get_config()  # noqa: F821", *lines, ""])


def _literal(value: object) -> str:
    """Return a value as Python writes it, with one entry a line where it is long."""
    text = repr(value)
    if isinstance(value, dict) and len(text) > 80:
        return "\n".join(["{", *(f"    {name!r}: {entry!r}," for name, entry in value.items()), "}"])
    return text

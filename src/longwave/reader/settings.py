"""The settings of JupyterLab for the course, without a change to the reader's own Jupyter."""

import json
from pathlib import Path
from typing import Any

from longwave.reader.browser import origin_pattern
from longwave.reader.files import write_whole

SETTINGS_FILE = Path("labconfig", "default_setting_overrides.json")  # inside a folder of Jupyter's configuration

# Defaults only: what the reader chooses in JupyterLab is in `lab/user-settings` and overrides these.
DEFAULT_SETTINGS = {
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    "@jupyterlab/apputils-extension:themes": {"theme": "JupyterLab Light", "adaptive-theme": False},
    # its catalogue comes from the network
    "@jupyterlab/extensionmanager-extension:plugin": {"enabled": False},
}


def jupyter_folder(copy: Path) -> Path:
    """Return where Jupyter keeps its configuration, settings and log for this copy."""
    return copy / ".longwave" / "jupyter"


def log_file(copy: Path) -> Path:
    """Return where the server writes its log."""
    return jupyter_folder(copy) / "server.log"


def jupyter_environment(copy: Path) -> dict[str, str]:
    """Return the environment variables that make Jupyter use the folders of this copy and the Python that runs now.

    Without the last one a kernel `python3` in the reader's home would replace the one of this environment.
    """
    folder = jupyter_folder(copy)
    return {
        "JUPYTER_CONFIG_DIR": str(folder),
        "JUPYTERLAB_SETTINGS_DIR": str(folder / "lab" / "user-settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(folder / "lab" / "workspaces"),
        "JUPYTER_PREFER_ENV_PATH": "1",
    }


def write_default_settings(copy: Path) -> None:
    """Write the course's defaults where JupyterLab looks for them."""
    write_whole(jupyter_folder(copy) / SETTINGS_FILE, json.dumps(DEFAULT_SETTINGS, indent=1).encode())


def common_settings() -> dict[str, Any]:
    """Return what a server of the course sets, for one reader or on a hub: nothing is asked of the network."""
    import zmq

    settings: dict[str, Any] = {
        "ContentsManager.pre_save_hook": "longwave.reader.save_hook.pre_save_hook",
        "ServerApp.kernel_websocket_connection_class": "longwave.reader.prompt.PromptConnection",
        "LabApp.extension_manager": "readonly",
        "LabApp.check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
        "LabApp.news_url": None,
    }
    if zmq.has("curve"):
        # without it each kernel warns the reader that its messages are not encrypted
        settings["KernelManager.transport_encryption"] = "auto"
    return settings


def server_options(copy: Path, lesson: str | None, port: int, token: str, allow_root: bool) -> list[str]:
    """Return the server's options, for its command line, where no configuration file overrides them."""
    options = {
        "ServerApp.ip": "127.0.0.1",
        "ServerApp.port": port,
        "ServerApp.port_retries": 50,
        "ServerApp.base_url": "/",
        "ServerApp.root_dir": copy,
        "ServerApp.open_browser": False,  # longwave opens it itself, once it can say where
        "ServerApp.allow_root": allow_root,
        "IdentityProvider.token": token,
        "LabApp.default_url": f"/lab/tree/{lesson}" if lesson else "/lab",
        **common_settings(),
    }
    if pattern := origin_pattern():
        options["ServerApp.allow_origin_pat"] = pattern
        # the page's host name is not this machine's; the server still listens here only, and asks for the token
        options["ServerApp.allow_remote_access"] = True
    return [f"--{name}={value}" for name, value in options.items()]


def log_to_file(copy: Path) -> dict[str, Any]:
    """Return the configuration that sends the server's log to a file, so that the terminal stays quiet."""
    file = {"class": "logging.FileHandler", "filename": str(log_file(copy)), "formatter": "console"}
    to_file = {"level": "INFO", "handlers": ["file"]}
    loggers = dict.fromkeys(("ServerApp", "LabApp"), to_file)
    return {"handlers": {"file": {**file, "encoding": "utf-8"}}, "loggers": loggers}

"""`longwave hub-config`: what it writes, and what it refuses."""

import json
import os
import shutil
import stat
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from traitlets.config import PyFileConfigLoader

from longwave.reader.errors import ExpectedError
from longwave.reader.settings import DEFAULT_SETTINGS
from longwave.teaching.hub import config
from longwave.teaching.hub.config import hub_config
from longwave.teaching.hub.files import Hub

pwd = pytest.importorskip("pwd", reason="a hub runs on Linux")
ME = pwd.getpwuid(os.getuid()).pw_name


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hub:
    """A hub on a machine that is ready for one."""
    monkeypatch.setattr(config, "in_clone", lambda: False)
    monkeypatch.setattr(config.importlib.util, "find_spec", lambda name: name)
    monkeypatch.setattr(config, "_closed", lambda prefix: None)
    return Hub(tmp_path / "hub", tmp_path / "env", False, 40, 2048, tmp_path / "in", ME)


def read(path: Path) -> dict:
    """Return a configuration as its program reads it."""
    return PyFileConfigLoader(path.name, str(path.parent)).load_config()


def test_the_servers_ask_no_network_and_end_when_nobody_looks(hub):
    hub_config(hub)
    found = read(hub.prefix / "etc" / "jupyter" / "jupyter_server_config.py")
    assert found["LabApp"]["news_url"] is None
    assert found["LabApp"]["check_for_updates_class"] == "jupyterlab.NeverCheckForUpdate"
    assert found["LabApp"]["extension_manager"] == "readonly"
    assert found["KernelManager"]["transport_encryption"] == "auto"
    assert 0 < found["MappingKernelManager"]["cull_idle_timeout"] < found["ServerApp"]["shutdown_no_activity_timeout"]
    assert "-l" not in found["ServerApp"]["terminado_settings"]["shell_command"]


def test_a_new_hub_is_whole_and_an_existing_one_takes_one_line(hub):
    report = hub_config(hub)
    whole, fragment = read(hub.folder / "jupyterhub_config.py"), read(hub.folder / "longwave_hub.py")
    assert whole["Spawner"]["default_url"] == "/lab/tree/longwave/lessons/00-start-here.ipynb"
    assert whole["JupyterHub"]["concurrent_spawn_limit"] == 40
    assert whole["Authenticator"]["admin_users"] == [ME]
    environment = fragment["Spawner"]["environment"].to_dict()["update"]
    assert environment["PATH"].startswith(f"{hub.prefix}/bin:")
    assert environment["LONGWAVE_HAND_IN"] == str(hub.hand_in)
    assert fragment["Spawner"]["cmd"][-1] == f"{hub.prefix}/bin/jupyterhub-singleuser"
    assert f"load_subconfig('{hub.fragment}')" in "\n".join(report.lines())
    assert stat.S_IMODE((hub.folder / "state").stat().st_mode) == 0o700
    assert stat.S_IMODE(hub.hand_in.stat().st_mode) == 0o3733


@pytest.mark.skipif(not shutil.which("prlimit"), reason="prlimit is not installed")
def test_one_process_of_a_student_cannot_take_the_machines_memory(hub):
    hub_config(replace(hub, memory_mb=512))
    *bounds, _server = read(hub.fragment)["Spawner"]["cmd"]
    take = [*bounds, "python3", "-c", "bytearray(600 << 20)"]
    ended = subprocess.run(take, capture_output=True, text=True)
    assert (ended.returncode, "MemoryError" in ended.stderr) == (1, True)
    assert subprocess.run([*take[:-1], "bytearray(300 << 20)"]).returncode == 0


def test_the_littlest_hub_gets_its_own_form_and_nothing_more(hub):
    littlest = replace(hub, littlest=True, hand_in=None)
    report = hub_config(littlest)
    assert [path.name for path in littlest.folder.iterdir()] == ["longwave.py"]
    found = read(littlest.fragment)
    assert found["Spawner"]["mem_limit"] == "2048M"
    assert found["SystemdSpawner"]["extra_paths"] == [f"{hub.prefix}/bin"]
    assert report.lines()[-1] == "Next: sudo tljh-config reload"


def test_again_it_changes_nothing_and_a_dry_run_writes_nothing(hub, tmp_path, everything):
    hub_config(hub, dry_run=True)
    assert not everything(tmp_path)
    hub_config(hub)
    (hub.folder / "jupyterhub_config.py").write_text("# mine\n")  # it is the administrator's
    before = everything(tmp_path)
    report = hub_config(hub)
    assert report.written == []
    assert everything(tmp_path) == before
    assert hub_config(replace(hub, students=60), dry_run=True).written == [hub.fragment]


def test_what_somebody_else_wrote_stays_and_is_named(hub, everything):
    foreign = hub.prefix / "etc" / "jupyter" / "jupyter_server_config.py"
    foreign.parent.mkdir(parents=True)
    foreign.write_text("c.ServerApp.port = 1\n")
    before = everything(hub.prefix)
    with pytest.raises(ExpectedError, match="jupyter_server_config.py is not from longwave hub-config"):
        hub_config(hub)
    assert everything(hub.prefix) == before
    assert not hub.folder.exists()


def test_settings_of_other_plugins_stay(hub):
    path = hub.prefix / "etc" / "jupyter" / "labconfig" / "default_setting_overrides.json"
    path.parent.mkdir(parents=True)
    path.write_text('{"@other:plugin": {"a": 1}}')
    hub_config(hub)
    assert json.loads(path.read_text()) == {"@other:plugin": {"a": 1}, **DEFAULT_SETTINGS}
    path.write_text("{")
    with pytest.raises(ExpectedError, match="is no JSON"):
        hub_config(hub)


def test_an_environment_from_which_no_server_would_start_is_refused(hub, monkeypatch, tmp_path):
    monkeypatch.setattr(config, "_closed", lambda prefix: tmp_path)
    with pytest.raises(ExpectedError, match="Students cannot read"):
        hub_config(hub)
    monkeypatch.setattr(config.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ExpectedError, match="JupyterHub is not in this environment"):
        hub_config(hub)
    monkeypatch.setattr(config, "in_clone", lambda: True)
    with pytest.raises(ExpectedError, match="This is a clone"):
        hub_config(hub)


def test_a_folder_that_others_cannot_enter_is_found(tmp_path):
    (tmp_path / "a").mkdir(mode=0o700)
    closed = config._closed(tmp_path / "a")
    assert closed in (tmp_path / "a", *tmp_path.parents, tmp_path)
    assert not closed.stat().st_mode & 0o001
    assert config._closed(Path("/usr/bin")) is None


def test_a_folder_to_hand_in_needs_a_teacher(hub):
    with pytest.raises(ExpectedError, match="--teacher"):
        hub_config(replace(hub, teacher=""))


def test_the_littlest_hub_must_be_there(monkeypatch):
    monkeypatch.setattr(config.Path, "is_dir", lambda path: False)
    with pytest.raises(ExpectedError, match="not on this machine"):
        config.usual_folder(littlest=True)
    assert config.usual_folder(littlest=False) == Path("/etc/jupyterhub")


def test_forked_kernels_are_asked_for_where_they_wait_and_not_on_the_littlest_hub(hub):
    report = hub_config(replace(hub, forked=True))
    environment = read(hub.fragment)["Spawner"]["environment"].to_dict()["update"]
    assert environment["JUPYTER_DEFAULT_PROVISIONER_NAME"] == "longwave-fork"
    unit = (hub.folder / "longwave-kernels.service").read_text()
    assert f"forking.zygote {environment['LONGWAVE_KERNELS']}\n" in unit
    assert "longwave-kernels" in report.lines()[-3]
    with pytest.raises(ExpectedError, match="no forked kernel can follow"):
        hub_config(replace(hub, forked=True, littlest=True))


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
def test_the_unit_is_one_that_systemd_takes(hub):
    server = hub.prefix / "bin" / "jupyterhub"
    server.parent.mkdir(parents=True)
    server.touch(mode=0o755)
    server.with_name("python").touch(mode=0o755)
    hub_config(replace(hub, forked=True))
    units = [str(hub.folder / f"{name}.service") for name in ("jupyterhub", "longwave-kernels")]
    found = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units],
        capture_output=True,
        text=True,
    )
    assert (found.returncode, found.stderr) == (0, "")

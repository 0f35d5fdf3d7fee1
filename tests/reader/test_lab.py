"""JupyterLab as the reader gets it: a real server on a made-up course."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
import websocket

from longwave.reader.settings import jupyter_environment

SCRIPT = """
import sys
from pathlib import Path
from longwave.reader.lab import open_lab
open_lab(Path(sys.argv[1]), int(sys.argv[2]), browser=False, course=Path(sys.argv[3]))
"""

ASK_KERNEL = """
from jupyter_client.manager import start_new_kernel
manager, client = start_new_kernel(kernel_name="python3", startup_timeout=300)
reply = client.execute_interactive("", user_expressions={"where": "__import__('sys').executable"}, timeout=300)
print(reply["content"]["user_expressions"]["where"]["data"]["text/plain"])
client.stop_channels()
manager.shutdown_kernel(now=True)
"""
# asks for the lesson from inside the place without network, in which alone the server can be reached
ASK_ITSELF = """
import threading, urllib.request
from longwave.reader import lab
def ask(page):
    with urllib.request.urlopen(page, timeout=180) as answer:
        print("answered", answer.status, flush=True)
lab._announce = lambda page, opens: threading.Thread(target=ask, args=(page,)).start()
"""


@contextmanager
def lab(copy: Path, course: Path, port: int, *sandbox: str, **environment: str):
    """Serve a copy; give the lines that were printed, the address of the server and its token."""
    command = [*sandbox, sys.executable, "-c", SCRIPT, str(copy), str(port), str(course)]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env={**os.environ, **environment}
    )
    lines = []
    try:
        for line in process.stdout:
            lines.append(line.rstrip())
            if "Ctrl-C" in line:
                break
        page = re.search(r"https?://\S+?[:-](\d+)\S*/lab/\S+token=(\w+)", "\n".join(lines))
        assert page, lines
        yield process, lines, f"http://127.0.0.1:{page[1]}", page[2]
    finally:
        process.terminate()
        process.communicate(timeout=180)


def fetch(server: str, path: str, token: str, host: str = "127.0.0.1", **more: object) -> bytes:
    """Return what the server answers."""
    headers = {"Authorization": f"token {token}", "Content-Type": "application/json", "Host": host}
    request = urllib.request.Request(f"{server}/{path}", headers=headers, **more)
    with urllib.request.urlopen(request, timeout=180) as answer:
        return answer.read()


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def home(tmp_path) -> Path:
    """Return a home whose Jupyter settings and kernels would break the course, if they were used."""
    folder = tmp_path / "home"
    config, kernel = folder / ".jupyter", folder / ".local/share/jupyter/kernels/python3"
    (config / "lab/user-settings/@jupyterlab/apputils-extension").mkdir(parents=True)
    kernel.mkdir(parents=True)
    (config / "jupyter_server_config.py").write_text("c.ServerApp.ip = '0.0.0.0'\nc.ServerApp.port = 1\n")
    theme = config / "lab/user-settings/@jupyterlab/apputils-extension/themes.jupyterlab-settings"
    theme.write_text('{"theme": "JupyterLab Dark"}')
    spec = {"argv": ["/nowhere/python", "{connection_file}"], "display_name": "Broken", "language": "python"}
    (kernel / "kernel.json").write_text(json.dumps(spec))
    return folder


def test_the_lab_serves_the_lesson_from_the_copy_and_leaves_the_readers_own_jupyter_alone(course, home, tmp_path):
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    copy = tmp_path / "my copy"
    with lab(copy, course, free_port(), HOME=str(home)) as (_, lines, server, token):
        assert lines[0] == f"4 new files are in {copy}"
        assert lines[-1] == "To stop: press Ctrl-C here."
        assert f"{server}/lab/tree/lessons/00-start-here.ipynb?token={token}" in " ".join(lines)
        page = fetch(server, "lab/tree/lessons/00-start-here.ipynb", token).decode()
        assert '"news": {"disabled": true}' in page
        names = [entry["name"] for entry in json.loads(fetch(server, "api/contents/lessons", token))["content"]]
        assert sorted(names) == ["00-start-here.ipynb", "01-stick.ipynb"]
        specs = json.loads(fetch(server, "api/kernelspecs", token))["kernelspecs"]
        assert specs["python3"]["spec"]["display_name"] != "Broken"
        assert _setting(server, token, "@jupyterlab/apputils-extension:themes") == {
            "theme": "JupyterLab Light",
            "adaptive-theme": False,
        }
        notification = _setting(server, token, "@jupyterlab/apputils-extension:notification")
        assert notification == {"fetchNews": "false", "checkForUpdates": False}
        _save_a_live_chart(server, token)
    after = {path: path.read_bytes() for path in home.rglob("*") if path in before}
    assert after == before
    assert not (home / ".jupyter/lab/workspaces").exists()
    stored = json.loads((copy / "lessons/01-stick.ipynb").read_text())
    assert list(stored["cells"][0]["outputs"][0]["data"]) == ["application/vnd.vegalite.v5+json"]


def _setting(server: str, token: str, plugin: str) -> dict:
    """Return the defaults of the course for one plugin."""
    answer = json.loads(fetch(server, f"lab/api/settings/{plugin}", token))
    properties = answer["schema"]["properties"]
    wanted = {"theme", "adaptive-theme", "fetchNews", "checkForUpdates"}
    return {name: properties[name]["default"] for name in properties if name in wanted}


def _save_a_live_chart(server: str, token: str) -> None:
    path = "api/contents/lessons/01-stick.ipynb"
    notebook = json.loads(fetch(server, path, token))["content"]
    data = {"application/vnd.jupyter.widget-view+json": {"model_id": "1"}, "application/vnd.vegalite.v5+json": {}}
    notebook["cells"][0]["outputs"] = [{"output_type": "display_data", "metadata": {}, "data": data}]
    body = json.dumps({"type": "notebook", "format": "json", "content": notebook}).encode()
    fetch(server, path, token, data=body, method="PUT")


def test_the_readers_choice_of_theme_stays_on_the_next_start(course, tmp_path):
    plugin = "@jupyterlab/apputils-extension:themes"
    port, body = free_port(), json.dumps({"raw": '{"theme": "JupyterLab Dark"}'}).encode()
    with lab(tmp_path / "mine", course, port) as (_, _lines, server, token):
        fetch(server, f"lab/api/settings/{plugin}", token, data=body, method="PUT")
    with lab(tmp_path / "mine", course, port) as (_, _lines, server, token):
        answer = json.loads(fetch(server, f"lab/api/settings/{plugin}", token))
        assert answer["settings"] == {"theme": "JupyterLab Dark"}


def test_a_busy_port_is_told_and_the_next_free_one_is_taken(course, tmp_path):
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        with lab(tmp_path / "mine", course, port) as (_, lines, server, token):
            used = int(server.rsplit(":", 1)[1])
            assert used != port
            assert f"Port {port} is busy, so the course uses port {used}." in lines
            assert b"00-start-here" in fetch(server, "api/contents/lessons", token)


def test_the_server_listens_on_this_machine_only(course, tmp_path):
    with lab(tmp_path / "mine", course, free_port()) as (_, _lines, server, _token):
        port = int(server.rsplit(":", 1)[1])
        # another loopback address stands for another network: a server on all addresses would answer here
        with socket.socket() as other:
            other.settimeout(5)
            assert other.connect_ex(("127.0.0.2", port)) != 0


def test_in_a_codespace_its_own_page_reaches_the_kernels_and_no_other_page_does(course, tmp_path):
    with lab(tmp_path / "mine", course, free_port(), CODESPACE_NAME="brave-fox") as (_, lines, server, token):
        port = server.rsplit(":", 1)[1]
        host = f"brave-fox-{port}.app.github.dev"
        assert f"https://{host}/lab/tree/lessons/00-start-here.ipynb?token={token}" in " ".join(lines)
        kernel = json.loads(fetch(server, "api/kernels", token, data=b"{}", method="POST"))["id"]
        # the page shows its cookie; whoever shows the token itself is let in from anywhere
        with urllib.request.urlopen(f"{server}/lab?token={token}", timeout=180) as answer:
            cookies = [value.split(";")[0] for value in answer.headers.get_all("Set-Cookie")]
        page = {"host": f"127.0.0.1:{port}", "cookie": "; ".join(cookies), "timeout": 180}
        channels = f"ws://127.0.0.1:{port}/api/kernels/{kernel}/channels"
        websocket.create_connection(channels, origin=f"https://{host}", **page).close()
        with pytest.raises(websocket.WebSocketBadStatusException, match="403"):
            websocket.create_connection(channels, origin="https://elsewhere.dev", **page)
        assert b"cells" in fetch(server, "api/contents/lessons/01-stick.ipynb", token, host=host)


def test_ctrl_c_stops_the_course_and_its_kernels(course, tmp_path):
    with lab(tmp_path / "mine", course, free_port()) as (process, _lines, server, token):
        body = json.dumps({"name": "python3", "path": "lessons/a.ipynb", "type": "notebook"}).encode()
        fetch(server, "api/kernels", token, data=body, method="POST")
        children = psutil.Process(process.pid).children()
        assert children
        process.send_signal(signal.SIGINT)
        output = process.communicate(timeout=180)[0]
        assert process.returncode == 0
        assert output.splitlines()[-1] == f"Stopped. Your work is in {tmp_path / 'mine'}"
        assert psutil.wait_procs(children, timeout=120)[1] == []


def test_the_course_opens_where_there_is_no_network(course, tmp_path):
    sandbox = ["bwrap", "--dev-bind", "/", "/", "--unshare-net", "--die-with-parent"]
    if not shutil.which("bwrap") or subprocess.run([*sandbox, "true"], capture_output=True).returncode:
        pytest.skip("bwrap, which takes the network away, cannot be used here")
    script = tmp_path / "offline.py"
    script.write_text(ASK_ITSELF + SCRIPT)
    command = [*sandbox, sys.executable, str(script), str(tmp_path / "mine"), "8888", str(course)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        for line in process.stdout:
            if line.startswith(("answered", "urllib")):
                break
        assert line == "answered 200\n"
    finally:
        process.kill()
        process.communicate()


def test_a_kernel_of_the_course_is_the_python_of_this_environment(course, home, tmp_path):
    environment = {**os.environ, **jupyter_environment(tmp_path / "mine"), "HOME": str(home)}
    answer = subprocess.run([sys.executable, "-c", ASK_KERNEL], env=environment, capture_output=True, text=True)
    assert answer.stdout.strip() == repr(sys.executable), answer.stderr

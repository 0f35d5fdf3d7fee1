"""A class on one hub: readers who start in the same moment and run lesson 02, over websockets through the proxy.

The hub is a real one on the loopback device, with the files of `longwave hub-config`: JupyterHub, its proxy, a server
and a kernel for each reader. Each reader's cells are sent one by one, with a pause before each as if it were read; what
is measured is from sending a cell until its last output. Everything ends with the benchmark.
"""

import asyncio
import json
import os
import random
import secrets
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from benchmarks.grading import _below, _proportional
from longwave.teaching.hub import files

LESSON = "02-who-captures-value"
CLASSES = (1, 10, 40)
PAUSE = 4.0  # seconds at most before a cell; on average half of it
LONGEST = 420  # seconds for one class


@dataclass
class Reader:
    """What one reader waited for, in seconds."""

    name: str
    server: float = 0.0
    kernel: float = 0.0  # until the first cell, which imports, has run
    cells: list[float] = field(default_factory=list)


@dataclass(frozen=True)
class Running:
    """A running hub."""

    address: str
    token: str
    process: subprocess.Popen
    log: Path
    waiting: subprocess.Popen | None = None  # what kernels are forked from


def measure(most: int) -> list[dict]:
    """Return a row for each size of a class up to so many readers, with cold and with forked kernels."""
    return [_row(count, forked) for count in CLASSES if count <= most for forked in (False, True)]


def _row(count: int, forked: bool) -> dict:
    with tempfile.TemporaryDirectory(prefix="longwave-hub-") as folder, _hub(Path(folder), count, forked) as hub:
        asyncio.run(asyncio.wait_for(_until_up(hub), 120))
        before = _memory(hub)
        start = time.perf_counter()
        readers = asyncio.run(asyncio.wait_for(_class(hub, count), LONGEST))
        seconds = time.perf_counter() - start
        each = (_memory(hub) - before) / count / 1e6
    cells = [cell for reader in readers for cell in reader.cells]
    starts, kernels = [reader.server for reader in readers], [reader.kernel for reader in readers]
    return {
        "readers": count,
        "kernels": "forked" if forked else "cold",
        "server median": round(median(starts), 1),
        "server most": round(max(starts), 1),
        "first cell median": round(median(kernels), 1),
        "first cell most": round(max(kernels), 1),
        "cells": len(cells),
        "cell median": round(median(cells), 3),
        "cell p95": round(quantiles(cells, n=20)[-1], 3),
        "MB a reader": round(each),
        "seconds": round(seconds, 1),
    }


def _memory(hub: Running) -> int:
    roots = [one.pid for one in (hub.process, hub.waiting) if one is not None]
    return sum(_proportional(process) for root in roots for process in _below(root))


@contextmanager
def _hub(folder: Path, count: int, forked: bool) -> Iterator[Running]:
    """Run a hub for so many readers, with a home for each."""
    token, port = secrets.token_hex(16), _free_port()
    config = _config(folder, count, token, port, forked)
    waiting = _waiting(folder) if forked else None
    log = folder / "hub.log"
    with log.open("wb") as said:
        command = [str(Path(sys.executable).with_name("jupyterhub")), "--config", str(config)]
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said, start_new_session=True)
    try:
        yield Running(f"http://127.0.0.1:{port}", token, process, log, waiting)
    finally:
        started = _below(process.pid)
        if waiting is not None:
            waiting.kill()
            waiting.communicate()
        process.terminate()
        try:
            process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            process.kill()
        for one in started[1:]:
            _end(one)


def _waiting(folder: Path) -> subprocess.Popen:
    """Start the process that kernels are forked from, and wait until it waits."""
    place = folder / "run" / "kernels.sock"
    place.parent.mkdir(mode=0o755)
    command = [sys.executable, "-m", "longwave.reader.forking.zygote", str(place), "100"]  # all readers are one user
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True)
    process.stdout.readline()
    return process


def _end(process: int) -> None:
    try:
        os.kill(process, 9)
    except ProcessLookupError:
        return


def _config(folder: Path, count: int, token: str, port: int, forked: bool) -> Path:
    """Write the files of a class hub into a folder, and a configuration that lets the benchmark in."""
    hub = files.Hub(folder, Path(sys.prefix), False, count, 2048, None, "", forked)
    etc = folder / "etc"
    for path, content in {
        etc / "jupyter_server_config.py": files.server_config(hub),
        etc / "jupyter_server_config.d" / "longwave.json": files.extension(),
        hub.fragment: files.hub_fragment(hub),
        folder / "jupyterhub_config.py": _BENCHMARK.format(
            fragment=hub.fragment.name, folder=folder, port=port, api=_free_port(), proxy=_free_port(), token=token,
            etc=etc, root=["--allow-root"] if os.geteuid() == 0 else [],
        ),
    }.items():  # fmt: skip
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return folder / "jupyterhub_config.py"


_BENCHMARK = """
c = get_config()
load_subconfig({fragment!r})
c.JupyterHub.bind_url = "http://127.0.0.1:{port}"
c.JupyterHub.hub_ip, c.JupyterHub.hub_port = "127.0.0.1", {api}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{proxy}"
c.JupyterHub.authenticator_class, c.JupyterHub.spawner_class = "dummy", "simple"
c.Authenticator.allow_all = True
c.SimpleLocalProcessSpawner.home_dir_template = "{folder}/homes/{{username}}"
c.Spawner.args = {root!r}
c.Spawner.environment.update({{"JUPYTER_CONFIG_PATH": "{etc}", "LONGWAVE_KERNELS": "{folder}/run/kernels.sock"}})
c.JupyterHub.services = [{{"name": "benchmark", "api_token": "{token}"}}]
c.JupyterHub.load_roles = [{{
    "name": "benchmark", "services": ["benchmark"], "scopes": ["admin:users", "admin:servers", "access:servers"]
}}]
c.JupyterHub.log_level = 30
"""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


async def _class(hub: Running, count: int) -> list[Reader]:
    return await asyncio.gather(*(_read(hub, Reader(f"reader{number:02}")) for number in range(count)))


async def _until_up(hub: Running) -> None:
    """Wait until the hub answers; before that nobody listens, or the proxy alone."""
    while hub.process.poll() is None:
        try:
            await _ask(hub, "/hub/api/")
            return
        except OSError:
            await asyncio.sleep(0.2)
        except HTTPClientError as error:
            if error.code not in (404, 503):
                raise
            await asyncio.sleep(0.2)
    raise RuntimeError(hub.log.read_text())


async def _ask(hub: Running, path: str, method: str = "GET", body: object = None) -> object:
    headers = {"Authorization": f"token {hub.token}", "Content-Type": "application/json"}
    content = json.dumps(body).encode() if body is not None else b"" if method == "POST" else None
    request = HTTPRequest(hub.address + path, method, headers, content, request_timeout=300, connect_timeout=60)
    answer = await AsyncHTTPClient(max_clients=200).fetch(request)
    return json.loads(answer.body) if answer.body else None


async def _read(hub: Running, reader: Reader) -> Reader:
    """Be one reader: start a server, open the lesson, run its cells."""
    chance = random.Random(reader.name)
    start = time.perf_counter()
    await _ask(hub, f"/hub/api/users/{reader.name}", "POST")
    await _ask(hub, f"/hub/api/users/{reader.name}/server", "POST")
    while not (await _ask(hub, f"/hub/api/users/{reader.name}"))["servers"].get("", {}).get("ready"):
        await asyncio.sleep(0.5)
    lesson = f"longwave/lessons/{LESSON}.ipynb"
    notebook = await _ask(hub, f"/user/{reader.name}/api/contents/{lesson}")
    reader.server = time.perf_counter() - start
    start = time.perf_counter()
    body = {"path": lesson, "name": LESSON, "type": "notebook", "kernel": {"name": "python3"}}
    session = await _ask(hub, f"/user/{reader.name}/api/sessions", "POST", body)
    channel = await _channel(hub, reader, session["kernel"]["id"])
    for cell in notebook["content"]["cells"]:
        if cell["cell_type"] == "code":
            seconds = await _run(channel, cell["source"])
            if not reader.kernel:
                reader.kernel = time.perf_counter() - start
            else:
                reader.cells.append(seconds)
            await asyncio.sleep(chance.uniform(0, PAUSE))
    channel.close()
    return reader


async def _channel(hub: Running, reader: Reader, kernel: str):
    address = f"{hub.address.replace('http', 'ws', 1)}/user/{reader.name}/api/kernels/{kernel}/channels"
    request = HTTPRequest(address, headers={"Authorization": f"token {hub.token}"}, request_timeout=300)
    return await websocket_connect(request, max_message_size=1 << 28)


async def _run(channel, source: str) -> float:
    """Run a cell; return the seconds from sending it until its reply and its last output are there."""
    start, number = time.perf_counter(), uuid.uuid4().hex
    header = {"msg_id": number, "msg_type": "execute_request", "username": "", "session": number, "version": "5.3"}
    content = {"code": source, "silent": False, "store_history": True, "allow_stdin": False, "stop_on_error": True}
    message = {"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell"}
    await channel.write_message(json.dumps(message))
    replied = idle = False
    while not (replied and idle):
        received = await channel.read_message()
        if received is None:
            raise RuntimeError("the connection to a kernel ended")
        said = json.loads(received)
        if said["parent_header"].get("msg_id") != number:
            continue
        if said["msg_type"] == "execute_reply":
            replied = True
            if said["content"]["status"] != "ok":
                raise RuntimeError(f"{said['content'].get('ename')}: {said['content'].get('evalue')}")
        idle = idle or said["content"].get("execution_state") == "idle"
    return time.perf_counter() - start

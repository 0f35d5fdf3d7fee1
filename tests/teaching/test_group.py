"""A control group for the sandbox. The kernel's files and systemd are stand-ins: few machines of tests let one be made.

A limit in a group cannot be seen to end a process here; that the right number reaches the right file can.
"""

import os
import subprocess
from pathlib import Path

import pytest

from longwave.teaching.judging.frames import BrokenChannelError
from longwave.teaching.sandbox import group, kinds
from longwave.teaching.sandbox.kinds import Kind, choose
from longwave.teaching.sandbox.launch import Sandbox
from tests.teaching.conftest import LIMITS
from tests.teaching.test_sandbox import Student

SYSTEMD = """#!/bin/sh
for word; do case "$word" in {refused}) exit 1;; --*) shift;; *) break;; esac; done
mkdir -p "{proc}/$$" "{root}/run-$$.scope"
echo 1000 > "{root}/run-$$.scope/memory.current"
printf 'oom 0\\noom_kill 0\\n' > "{root}/run-$$.scope/memory.events"
echo "0::/run-$$.scope" > "{proc}/$$/cgroup"
exec "$@"
"""


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """Return a function that puts a systemd into the place of this machine's; it may refuse one of its settings."""
    root, proc = tmp_path / "cgroup", tmp_path / "proc"
    for folder in (root, proc):
        folder.mkdir()
    (root / "cgroup.controllers").write_text("cpu memory pids\n")
    monkeypatch.setattr(group, "ROOT", root)
    monkeypatch.setattr(group, "PROC", proc)

    def with_systemd(refused="--nothing"):
        program = tmp_path / "systemd-run"
        program.write_text(SYSTEMD.format(root=root, proc=proc, refused=refused))
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
        return root

    return with_systemd


def test_where_systemd_makes_groups_its_own_way_is_taken(machine):
    machine()
    words = group.choose_group()
    assert words[0] == "systemd-run"
    assert "--scope" in words
    assert ("--user" in words) == (os.geteuid() != 0)


def test_an_older_systemd_is_asked_without_what_it_does_not_know(machine):
    machine(refused="--property=*")
    assert group.choose_group()[-1] == "--collect"


def test_a_group_without_a_limit_of_memory_is_none(machine, monkeypatch):
    machine()
    monkeypatch.setattr(group, "limit", lambda folder, memory: False)
    assert group.choose_group() == ()


def test_without_the_newer_groups_there_is_none(machine):
    (machine() / "cgroup.controllers").unlink()
    assert group.choose_group() == ()


def test_a_folder_that_one_may_write_serves_without_systemd(tmp_path, monkeypatch):
    above, own = tmp_path / "above", tmp_path / "above" / "own"
    own.mkdir(parents=True)
    (above / "cgroup.subtree_control").write_text("memory pids\n")
    (own / "cgroup.subtree_control").write_text("\n")
    monkeypatch.setattr(group.shutil, "which", lambda name: None)
    monkeypatch.setattr(group, "group_of", lambda process: own)
    (words,) = group._ways()
    said = subprocess.run([*words, "/bin/sh", "-c", "echo $$"], capture_output=True, text=True, check=True).stdout
    assert (above / f"longwave-{said.strip()}" / "cgroup.procs").read_text() == said


def test_the_kernel_gets_the_limit_and_its_word_is_the_reason(kind, machine):
    root = machine()
    running = Sandbox(Kind("bubblewrap", isolates=True, group=group.choose_group()), LIMITS, worker=12)
    try:
        one = Student(running)
        with one:
            assert one.run("print(1)") == "1"
            folder = root / f"run-{running.waiting.process.pid}.scope"
            most = (LIMITS.memory_mb + LIMITS.disk_mb) << 20
            assert (folder / "memory.max").read_text() == str(1000 + most)
            assert (folder / "memory.swap.max").read_text() == "0"
            (folder / "memory.events").write_text("oom 1\noom_kill 1\n")
            with pytest.raises(BrokenChannelError):
                one.run("import os\nos._exit(0)")
        assert one.ended == "memory"
        with Student(running) as other:
            assert other.run("print(2)") == "2"
        assert other.ended != "memory"
    finally:
        running.close()


def test_the_kind_that_is_chosen_has_the_group(kind, monkeypatch):
    monkeypatch.setattr(kinds, "choose_group", lambda: ("systemd-run", "--scope"))
    assert choose().group == ("systemd-run", "--scope")


def test_an_empty_group_is_removed(tmp_path):
    (tmp_path / "empty").mkdir()
    group.leave(tmp_path / "empty")
    group.leave(None)
    assert not Path(tmp_path / "empty").exists()

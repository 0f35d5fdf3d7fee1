"""What is said of the sandbox of this machine: which one works, and whether it keeps the limit of memory."""

from types import SimpleNamespace

import pytest

from longwave.reader.errors import ExpectedError
from longwave.teaching.grading import grade as grading
from longwave.teaching.grading.grade import GradingReport
from longwave.teaching.sandbox import finding
from longwave.teaching.sandbox.finding import memory_warning, sandbox_finding
from longwave.teaching.sandbox.kinds import Kind

BUBBLEWRAP = Kind("bubblewrap", isolates=True)
GROUPED = Kind("bubblewrap", isolates=True, group=("systemd-run",))


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (BUBBLEWRAP, "bubblewrap; memory_mb is kept by looking"),
        (GROUPED, "bubblewrap; a control group of the kernel keeps"),
        (Kind("podman", isolates=False), "podman; the engine keeps"),
    ],
)
def test_the_doctor_names_the_sandbox_and_how_it_keeps_memory(kind, words, monkeypatch):
    monkeypatch.setattr(finding.os, "uname", lambda: SimpleNamespace(machine="x86_64"))
    monkeypatch.setattr(finding.os, "access", lambda path, way: True)
    monkeypatch.setattr(finding, "choose", lambda: kind)
    found = sandbox_finding()
    assert found.ok
    assert found.message.startswith(words)
    assert memory_warning(kind) == ""


def test_a_machine_without_a_sandbox_is_no_fault_of_a_reader(monkeypatch):
    def none():
        raise ExpectedError("none")

    monkeypatch.setattr(finding, "choose", none)
    assert sandbox_finding().ok
    assert "install bubblewrap" in sandbox_finding().message


@pytest.mark.parametrize("lacking", ["filter", "parts"])
def test_where_memory_is_not_kept_grading_says_so(lacking, monkeypatch):
    machine = "riscv64" if lacking == "filter" else "x86_64"
    monkeypatch.setattr(finding.os, "uname", lambda: SimpleNamespace(machine=machine))
    monkeypatch.setattr(finding.os, "access", lambda path, way: lacking != "parts")
    assert "take more than memory_mb" in memory_warning(BUBBLEWRAP)
    assert memory_warning(GROUPED) == ""
    assert "can start many" in memory_warning(Kind("none", isolates=False))


def test_the_warning_is_in_the_report(monkeypatch):
    assert GradingReport(warning="Mind the memory.").lines()[0] == "Mind the memory."
    assert grading.memory_warning is memory_warning


def test_only_teachers_read_of_it(monkeypatch):
    monkeypatch.setattr(finding, "sandbox_finding", lambda: "found")
    assert finding.for_teachers() == ["found"]
    monkeypatch.setattr(finding.importlib.util, "find_spec", lambda name: None)
    assert finding.for_teachers() == []

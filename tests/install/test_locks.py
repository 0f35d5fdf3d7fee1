"""The locks and the conda environment say the same, and nothing about the machine that wrote them."""

import itertools
import re
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from tools.lock import (
    ENVIRONMENT,
    READER_LOCK,
    TEACH_LOCK,
    TEST_LOCK,
    build_tools,
    environment_text,
    find_uv,
    main,
    pins,
)

LOCKS = [READER_LOCK, TEACH_LOCK, TEST_LOCK]
PROJECT = tomllib.loads((READER_LOCK.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]


def pinned(lock: Path) -> dict[str, Requirement]:
    """Return the pins of a lock by name; a name is pinned once."""
    requirements = [Requirement(pin) for pin in pins(lock.read_text(encoding="utf-8"))]
    by_name = {requirement.name: requirement for requirement in requirements}
    assert len(by_name) == len(requirements), "two versions of a package would compute two sets of numbers"
    return by_name


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_line_is_a_pin_or_a_hash_so_no_index_and_no_path_is_named(lock):
    pin = re.compile(r"[a-z0-9][a-z0-9.-]*==[^\s;]+( ; [^\\]+)? \\")
    hash_ = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
    heading, *lines = lock.read_text(encoding="utf-8").splitlines()
    assert heading == "# Written by `python -m tools.lock`. Do not edit."
    assert [line for line in lines if not pin.fullmatch(line) and not hash_.fullmatch(line)] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_pin_has_hashes(lock):
    blocks = re.split(r"\n(?=[a-z0-9])", lock.read_text(encoding="utf-8"))[1:]
    assert len(blocks) == len(pinned(lock))
    assert [block for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize(("smaller", "larger"), list(itertools.pairwise(LOCKS)), ids=["teach", "test"])
def test_each_lock_holds_every_pin_of_the_one_before_it(smaller, larger):
    few, many = pinned(smaller), pinned(larger)
    assert {name: many.get(name) for name in few} == few
    assert len(many) > len(few)


def test_environment_yml_agrees_with_the_lock_pin_by_pin():
    environment = yaml.safe_load(ENVIRONMENT.read_text(encoding="utf-8"))
    python, pip, wheels = environment["dependencies"]
    assert (environment["name"], environment["channels"], pip) == ("longwave", ["conda-forge"], "pip")
    assert SpecifierSet(python.removeprefix("python")) == SpecifierSet(PROJECT["requires-python"])
    *wheels, project = wheels["pip"]
    assert project == "-e ."
    assert {Requirement(wheel).name: Requirement(wheel) for wheel in wheels} == pinned(READER_LOCK)


def test_environment_yml_is_what_the_tool_writes():
    written = environment_text(READER_LOCK.read_text(encoding="utf-8"))
    assert ENVIRONMENT.read_text(encoding="utf-8") == written


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        (READER_LOCK, [*PROJECT["dependencies"], *EXTRAS["lab"], *build_tools()]),
        (TEACH_LOCK, EXTRAS["teach"]),
        (TEST_LOCK, [*EXTRAS["test"], *EXTRAS["bench"]]),
    ],
    ids=["reader", "teach", "test"],
)
def test_the_lock_satisfies_what_pyproject_asks_for(lock, wanted):
    versions = {canonicalize_name(name): next(iter(pin.specifier)).version for name, pin in pinned(lock).items()}
    for requirement in map(Requirement, wanted):
        version = versions.get(canonicalize_name(requirement.name), "not pinned")
        assert version in requirement.specifier, f"{requirement}: {version}. Run: python -m tools.lock"


def test_without_uv_the_tool_says_how_to_get_it(monkeypatch, capsys):
    monkeypatch.setattr("tools.lock.find_uv", lambda: None)
    before = READER_LOCK.read_bytes()
    assert main([]) == 1
    assert capsys.readouterr().err.strip() == "tools.lock needs uv. Install it: python -m pip install uv"
    assert READER_LOCK.read_bytes() == before


def test_uv_is_found_on_the_path(monkeypatch, tmp_path):
    (tmp_path / "uv").write_text("#!/bin/sh\n")
    (tmp_path / "uv").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_uv() == ["uv"]

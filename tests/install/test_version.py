"""The version is written in one place, and the files that people cite and read agree with it."""

import re
import tomllib
from datetime import date
from pathlib import Path

import yaml
from hatchling.metadata.core import ProjectMetadata
from hatchling.plugin.manager import PluginManager

import longwave

ROOT = Path(__file__).parents[2]
CITATION = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
NEWEST = re.search(r"^## (\S+) \(([^)]+)\)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)


def test_a_package_that_is_built_has_the_version_of_the_source():
    assert "version" not in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert ProjectMetadata(str(ROOT), PluginManager()).version == longwave.__version__


def test_the_citation_and_the_changelog_are_of_this_version():
    assert str(CITATION["version"]) == longwave.__version__
    assert NEWEST[1] == longwave.__version__


def test_a_version_that_was_released_has_one_date():
    released = CITATION["date-released"]
    assert isinstance(released, date)
    assert NEWEST[2] in ("unreleased", released.isoformat())

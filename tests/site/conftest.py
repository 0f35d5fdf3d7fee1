"""A small site: two lessons, with few states of each panel, so that it is built in seconds."""

import os

import pytest

from tools.site.build import SiteReport, build

LESSONS = ("00", "20")  # a panel of four states, one that plays, one with a long slider, a map, and formulas
STATES = 30


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> SiteReport:
    """The small site, and what its building said."""
    pytest.importorskip("sphinx", reason="the packages of the site are not installed; `make test` installs them")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    folder = tmp_path_factory.mktemp("site")
    return build(folder / "site", LESSONS, STATES, folder / "work")

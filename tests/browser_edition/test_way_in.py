"""The way in, in a real Chromium, with a few small files in the place of JupyterLite's pages."""

import json
import shutil

import pytest

from tools import browser
from tools.browser_edition.serve import serving
from tools.browser_edition.start import LIST

from .making import make_pages

PLACE = "#lessons/02.ipynb"


@pytest.fixture
def page(chromium):
    page = browser.new_page(chromium)
    page.set_default_timeout(20_000)
    yield page
    assert [url for url in browser.requests_outside(page) if not url.startswith("file:")] == []
    page.context.close()


def test_the_list_names_every_file_but_the_worker_and_the_maps(tmp_path):
    size = make_pages(tmp_path)
    listed = json.loads((tmp_path / LIST).read_text("utf-8"))
    names = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert {name for name, _digest, _size in listed["files"]} == names - {LIST, "service-worker.js"}
    assert not any(name.endswith(".map") for name in names)
    assert size == sum(size for _name, _digest, size in listed["files"])


def test_another_content_is_another_version_and_the_same_the_same(tmp_path):
    versions = []
    for folder, lesson in (("a", "one"), ("b", "one"), ("c", "two")):
        make_pages(tmp_path / folder, lesson)
        versions.append(json.loads((tmp_path / folder / LIST).read_text("utf-8"))["version"])
    assert versions[0] == versions[1] != versions[2]


def test_it_opens_the_notebook_and_opens_it_again_without_a_server(page, tmp_path):
    make_pages(tmp_path / "run")
    with serving(tmp_path) as address:
        page.goto(f"{address}/run/index.html{PLACE}")
        page.wait_for_url("**/run/lab/index.html?path=lessons%2F02.ipynb")
    page.goto("about:blank")
    page.goto(f"{address}/run/index.html{PLACE}")
    page.wait_for_url("**/run/lab/index.html?path=lessons%2F02.ipynb")
    assert page.title() == "one"


def test_a_new_edition_takes_the_place_of_the_old_one(page, tmp_path):
    make_pages(tmp_path / "run")
    with serving(tmp_path) as address:
        page.goto(f"{address}/run/index.html{PLACE}")
        page.wait_for_url("**/run/lab/**")
        shutil.rmtree(tmp_path / "run")
        make_pages(tmp_path / "run", "two")
        page.goto(f"{address}/run/index.html{PLACE}")
        page.wait_for_url("**/run/lab/**")
    page.reload()
    assert page.title() == "two"
    assert len(page.evaluate("caches.keys()")) == 1


def test_a_visit_that_was_broken_off_goes_on_where_it_stopped(page, tmp_path):
    make_pages(tmp_path / "run")
    lab = tmp_path / "run" / "lab" / "index.html"
    hidden = lab.rename(tmp_path / "hidden")
    with serving(tmp_path) as address:
        page.goto(f"{address}/run/index.html{PLACE}")
        page.wait_for_selector("body[data-stopped=failed]")
        assert "it goes on where it stopped" in page.get_by_role("status").inner_text()
        hidden.rename(lab)
        page.reload()
        page.wait_for_url("**/run/lab/**")


def test_a_file_of_another_edition_is_not_kept(page, tmp_path):
    make_pages(tmp_path / "run")
    (tmp_path / "run" / "lab" / "index.html").write_text("half uploaded", "utf-8")
    with serving(tmp_path) as address:
        page.goto(f"{address}/run/index.html{PLACE}")
        page.wait_for_selector("body[data-stopped=failed]")
    assert "lab/index.html is not of this edition" in page.get_by_role("status").inner_text()


def test_from_a_file_it_says_that_a_server_is_needed(page, tmp_path):
    make_pages(tmp_path / "run")
    page.goto((tmp_path / "run" / "index.html").as_uri() + PLACE)
    page.wait_for_selector("body[data-stopped=file]")
    assert "Open it from a web server" in page.get_by_role("status").inner_text()
    assert page.get_by_role("link").get_attribute("href") == "../lessons/02.html"


def test_a_policy_that_forbids_a_kernel_is_named(page, tmp_path):
    make_pages(tmp_path / "strict")  # the server gives the wider policy to the folder `run` only
    with serving(tmp_path) as address:
        page.goto(f"{address}/strict/index.html{PLACE}")
        page.wait_for_selector("body[data-stopped=policy]")
    assert "Content-Security-Policy" in page.get_by_role("status").inner_text()

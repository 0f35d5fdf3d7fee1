"""The watch on the network that stands behind every test of this folder."""

import pytest

from tools.browser import new_page, requests_outside

ATTEMPTS = {
    "http://course.example/data.csv": "fetch('http://course.example/data.csv')",
    "https://192.0.2.1/vega.js": "import('https://192.0.2.1/vega.js')",
    "ws://course.example/live": (
        "new Promise((done, fail) => { new WebSocket('ws://course.example/live').onerror = fail; })"
    ),
}


@pytest.mark.parametrize("url", ATTEMPTS)
def test_a_request_that_leaves_this_computer_fails_and_is_noticed(lab, chromium, url):
    page = new_page(chromium)
    page.goto(f"{lab.address}/login?token={lab.token}")
    assert page.evaluate(f"() => {ATTEMPTS[url]}.then(() => 'got through', () => 'failed')") == "failed"
    assert url in [asked.rstrip("/") for asked in requests_outside(page)]
    page.context.close()


def test_a_page_of_jupyterlab_itself_asks_for_nothing_outside(lab, chromium):
    page = new_page(chromium)
    page.goto(lab.url(""))
    page.wait_for_selector(".jp-FileBrowser, .jp-DirListing", state="attached")
    assert requests_outside(page) == []
    page.context.close()

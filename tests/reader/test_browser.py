"""When a browser is opened, and which address is printed."""

import re
import webbrowser

import pytest

from longwave.reader.browser import address, browser_available, origin_pattern

CODESPACE = {"CODESPACE_NAME": "brave-fox-1a", "GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN": "app.github.dev"}


@pytest.fixture
def browser(monkeypatch):
    """Let the system have a browser, so that only the environment decides."""
    monkeypatch.setattr(webbrowser, "get", lambda: object())


@pytest.mark.parametrize(
    ("environment", "platform", "available"),
    [
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "linux", False),
        ({"DISPLAY": ":10", "SSH_CONNECTION": "a 1 b 2"}, "linux", False),
        ({"BROWSER": "firefox"}, "linux", True),
        ({"BROWSER": "helper", "SSH_CONNECTION": "a 1 b 2"}, "linux", True),
        ({}, "darwin", True),
        ({"SSH_CONNECTION": "a 1 b 2"}, "darwin", False),
        ({}, "win32", True),
    ],
)
def test_the_environment_decides_whether_a_browser_opens(browser, environment, platform, available):
    assert browser_available(environment, platform) is available


def test_without_a_browser_on_the_system_none_opens(monkeypatch):
    def none():
        raise webbrowser.Error("no browser")

    monkeypatch.setattr(webbrowser, "get", none)
    assert not browser_available({"DISPLAY": ":0"}, "linux")


def test_a_lesson_with_a_space_or_a_letter_beyond_ascii_has_a_good_address():
    page = address("lessons/00 début.ipynb", 9000, "t", {})
    assert page == "http://127.0.0.1:9000/lab/tree/lessons/00%20d%C3%A9but.ipynb?token=t"


def test_a_course_without_lessons_opens_jupyterlab():
    assert address(None, 8888, "t", {}) == "http://127.0.0.1:8888/lab?token=t"


def test_a_codespace_has_an_address_of_its_own_that_the_server_trusts():
    page = address("lessons/00-start-here.ipynb", 8890, "t", CODESPACE)
    assert page.startswith("https://brave-fox-1a-8890.app.github.dev/lab/tree/lessons/")
    assert re.fullmatch(origin_pattern(CODESPACE), "https://brave-fox-1a-8890.app.github.dev")


@pytest.mark.parametrize(
    "stranger", ["https://other-8890.app.github.dev", "https://brave-fox-1a-8890.appXgithub.dev", "http://evil"]
)
def test_no_other_page_is_trusted_in_a_codespace(stranger):
    assert not re.fullmatch(origin_pattern(CODESPACE), stranger)


def test_elsewhere_only_the_servers_own_page_is_trusted():
    assert origin_pattern({}) is None

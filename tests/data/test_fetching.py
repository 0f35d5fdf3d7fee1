"""One address, with limits: what goes wrong is one sentence, and comes in time."""

import socket
import time

import pytest

from longwave.data.fetching import ServiceError, fetch

PATH = "/graph/fredgraph.csv"


def test_a_body_comes_back_whole(service, shapes):
    assert fetch(service.address + PATH) == shapes["fred"]()


@pytest.mark.parametrize("address", ["http://fred.stlouisfed.org/x", "ftp://127.0.0.1/x", "file:///etc/hostname", "x"])
def test_only_https_is_fetched(address):
    with pytest.raises(ServiceError, match="is not an https address"):
        fetch(address)


def test_a_closed_port_asks_whether_the_network_is_on():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    with pytest.raises(ServiceError, match=r"127\.0\.0\.1 cannot be reached \(.*\)\. Is the network on\?"):
        fetch(f"http://127.0.0.1:{port}/")


def test_a_name_that_nobody_knows_asks_whether_the_network_is_on(monkeypatch):
    def unknown(*_arguments, **_options):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(ServiceError, match="Name or service not known.*Is the network on"):
        fetch("https://fred.stlouisfed.org/x")


def test_a_slow_service_is_given_up_after_the_limit_however_it_drips(service, shapes):
    service.answers[PATH] = shapes["send_slowly"]
    start = time.monotonic()
    with pytest.raises(ServiceError, match=r"did not answer fully within 0\.4 seconds"):
        fetch(service.address + PATH, limit_seconds=0.4)
    assert time.monotonic() - start < 2


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_not_followed(status, service, shapes):
    service.answers[PATH] = shapes["send"](b"", status=status, Location="https://elsewhere.example/data")
    with pytest.raises(ServiceError, match=r"sent us on to https://elsewhere\.example/data"):
        fetch(service.address + PATH)
    assert service.requests == [PATH]


@pytest.mark.parametrize("status", [403, 404, 429, 500, 503])
def test_an_error_of_the_service_is_named(status, service, shapes):
    service.answers[PATH] = shapes["send"](b"no", status=status)
    with pytest.raises(ServiceError, match=f"answered with error {status}"):
        fetch(service.address + PATH)


def test_a_web_page_is_no_data(service, shapes):
    service.answers[PATH] = shapes["send"](b"\n<!DOCTYPE html><title>Down</title>", "text/html")
    with pytest.raises(ServiceError, match="answered with a web page"):
        fetch(service.address + PATH)


def test_a_body_that_is_cut_is_refused(service, shapes):
    service.answers[PATH] = shapes["send"](b"observation_date,MANEMP\n", length=5_000)
    with pytest.raises(ServiceError, match="was cut short"):
        fetch(service.address + PATH)


def test_a_body_above_the_limit_is_refused(service):
    with pytest.raises(ServiceError, match="sent more than 100 bytes"):
        fetch(service.address + PATH, limit_bytes=100)

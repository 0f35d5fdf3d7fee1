"""Fetch one address, with limits: https, no redirect, a bounded size, a bounded time from start to end."""

import http.client
import queue
import threading
import urllib.error
import urllib.parse
import urllib.request
from email.message import Message
from typing import IO, NoReturn

import longwave
from longwave.data.shelf import DatasetError
from longwave.i18n import _

LIMIT_BYTES = 2_000_000
LIMIT_SECONDS = 20.0
_THIS_MACHINE = ("127.0.0.1", "localhost", "::1")


class ServiceError(DatasetError):
    """A service did not give what it should; nothing was changed on disk."""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(
        self, request: urllib.request.Request, stream: IO[bytes], code: int, message: str, headers: Message, target: str
    ) -> NoReturn:
        stream.close()
        host = urllib.parse.urlsplit(request.full_url).hostname
        text = _("{host} sent us on to {target}; a redirect is not followed.")
        raise ServiceError(text.format(host=host, target=target))


def fetch(address: str, limit_bytes: int = LIMIT_BYTES, limit_seconds: float = LIMIT_SECONDS) -> bytes:
    """Return the body found at an https address.

    The whole fetch, name look-up and slow bodies included, ends after `limit_seconds`. Plain http is allowed only
    to this machine, for tests. Raises `ServiceError` for whatever goes wrong.
    """
    parts = urllib.parse.urlsplit(address)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _THIS_MACHINE):
        raise ServiceError(_("{address} is not an https address.").format(address=address))
    answers: queue.Queue[bytes | ServiceError] = queue.Queue()
    # A thread, because a socket's own time limit starts anew with each byte and does not cover the name look-up.
    arguments = (address, limit_bytes, limit_seconds, answers)
    threading.Thread(target=_fetch_into, args=arguments, daemon=True).start()
    try:
        outcome = answers.get(timeout=limit_seconds)
    except queue.Empty:
        text = _("{host} did not answer fully within {seconds} seconds.")
        raise ServiceError(text.format(host=parts.hostname, seconds=f"{limit_seconds:g}")) from None
    if isinstance(outcome, ServiceError):
        raise outcome
    return outcome


def _fetch_into(
    address: str, limit_bytes: int, limit_seconds: float, answers: "queue.Queue[bytes | ServiceError]"
) -> None:
    host = urllib.parse.urlsplit(address).hostname
    try:
        answers.put(_body(address, limit_bytes, limit_seconds, host))
    except ServiceError as error:
        answers.put(error)
    except urllib.error.HTTPError as error:
        error.close()
        answers.put(ServiceError(_("{host} answered with error {code}.").format(host=host, code=error.code)))
    except http.client.HTTPException:
        answers.put(ServiceError(_cut_short(host)))
    except (OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        text = _("{host} cannot be reached ({reason}). Is the network on?")
        answers.put(ServiceError(text.format(host=host, reason=reason)))


def _body(address: str, limit_bytes: int, limit_seconds: float, host: str | None) -> bytes:
    request = urllib.request.Request(address, headers={"User-Agent": f"longwave/{longwave.__version__}"})
    with urllib.request.build_opener(_NoRedirect).open(request, timeout=limit_seconds) as response:
        promised = response.headers.get("Content-Length")
        body: bytes = response.read(limit_bytes + 1)
    if len(body) > limit_bytes:
        text = _("{host} sent more than {limit} bytes.")
        raise ServiceError(text.format(host=host, limit=limit_bytes))
    if promised is not None and len(body) != int(promised):
        raise ServiceError(_cut_short(host))
    if body.lstrip()[:1] == b"<":
        raise ServiceError(_("{host} answered with a web page instead of data.").format(host=host))
    return body


def _cut_short(host: str | None) -> str:
    return _("The answer of {host} was cut short.").format(host=host)

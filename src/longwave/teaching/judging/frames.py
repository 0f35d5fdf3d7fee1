"""Messages between two processes: JSON behind its length, over a socket. Nothing that is read can run."""

import json
import struct
import time
from typing import Any, Protocol

_HEAD = struct.Struct("!I")


class Channel(Protocol):
    """What messages go over: a socket, or something in its form."""

    def recv(self, count: int, /) -> bytes:
        """Return some bytes, none at the end."""

    def sendall(self, content: bytes, /) -> None:
        """Write everything."""


class TimedChannel(Channel, Protocol):
    """A channel that can be told how long to wait."""

    def settimeout(self, seconds: float | None, /) -> None:
        """Wait at most so long for the next bytes."""


class BrokenChannelError(Exception):
    """The other side is gone, sends too much, or sends something other than messages."""


def send(channel: Channel, message: Any) -> None:
    """Send one message.

    Raises:
        BrokenChannelError: if the other side is gone.
    """
    content = json.dumps(message).encode("utf-8")
    try:
        channel.sendall(_HEAD.pack(len(content)) + content)
    except OSError:
        raise BrokenChannelError("the other side is gone") from None


def receive_until(channel: TimedChannel, limit: int, end: float) -> Any:
    """Return the next message, all of which must come before `end`, as `time.monotonic` counts.

    Raises:
        BrokenChannelError: as `receive` does.
        TimeoutError: if it does not come in time, however slowly it drips.
    """
    return receive(_Hurried(channel, end), limit)


class _Hurried:
    """A channel on which each wait is cut by one end."""

    def __init__(self, channel: TimedChannel, end: float) -> None:
        self.channel, self.end = channel, end

    def recv(self, count: int, /) -> bytes:
        left = self.end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self.channel.settimeout(left)
        return self.channel.recv(count)

    def sendall(self, content: bytes, /) -> None:
        self.channel.sendall(content)


def receive(channel: Channel, limit: int) -> Any:
    """Return the next message.

    Raises:
        BrokenChannelError: if the other side is gone, or if what it sends is not a message of at most `limit` bytes.
        TimeoutError: if the channel has a timeout, and no message comes in time.
    """
    (length,) = _HEAD.unpack(_exactly(channel, _HEAD.size))
    if length > limit:
        raise BrokenChannelError(f"a message of {length} bytes, where {limit} are allowed")
    content = _exactly(channel, length)
    try:
        return parsed(content.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        raise BrokenChannelError("not a message") from None


def parsed(text: str) -> Any:
    r"""Return what JSON says. Half a character, such as "\ud800", cannot be in a file and becomes a question mark.

    >>> parsed('"\\ud83d\\ude00 \\ud800"')
    '😀 ?'
    """
    found = json.loads(text)
    if "\\ud" not in text.lower():
        return found
    return json.loads(json.dumps(found, ensure_ascii=False).encode("utf-8", "replace"))


def _exactly(channel: Channel, count: int) -> bytes:
    parts = bytearray()
    while len(parts) < count:
        try:
            part = channel.recv(min(count - len(parts), 1 << 16))
        except TimeoutError:
            raise
        except OSError:
            part = b""
        if not part:
            raise BrokenChannelError("the other side is gone")
        parts += part
    return bytes(parts)

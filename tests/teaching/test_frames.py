"""A message comes whole within its time, or not at all."""

import json
import socket
import struct
import threading
import time

import pytest

from longwave.teaching.judging.frames import receive_until


def dripping(channel, content, ended):
    for byte in content:
        if ended.wait(0.05):
            return
        channel.send(bytes([byte]))


def test_a_reply_that_drips_is_cut_off_at_its_one_deadline():
    ours, theirs = socket.socketpair()
    body = json.dumps({"answer": "x" * 400}).encode()
    ended = threading.Event()
    slow = threading.Thread(target=dripping, args=(theirs, struct.pack("!I", len(body)) + body, ended))
    slow.start()
    with ours, theirs:
        with pytest.raises(TimeoutError):
            receive_until(ours, 1 << 20, time.monotonic() + 0.5)
        ended.set()
        slow.join()


def test_a_reply_in_time_is_read_in_whatever_pieces_it_comes():
    ours, theirs = socket.socketpair()
    body = json.dumps({"answer": 3}).encode()
    with ours, theirs:
        for piece in (struct.pack("!I", len(body)), body[:4], body[4:]):
            theirs.send(piece)
        assert receive_until(ours, 1 << 20, time.monotonic() + 60) == {"answer": 3}

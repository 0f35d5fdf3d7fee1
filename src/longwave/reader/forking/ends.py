"""What both ends of a request for a kernel know: where it is asked for, and who is at the other end."""

import socket
import struct
from typing import NamedTuple

SOCKET = "LONGWAVE_KERNELS"  # the environment variable that names where to ask
_CREDENTIALS = struct.Struct("3i")


class End(NamedTuple):
    """A process at one end of a socket, as it was when that end was made."""

    process: int
    user: int
    group: int


def other_end(link: socket.socket) -> End:
    """Return who is at the other end of a socket, as the system says: nothing is read from it."""
    return End(*_CREDENTIALS.unpack(link.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _CREDENTIALS.size)))

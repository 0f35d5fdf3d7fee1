"""One student in a container: no waiting process, and the channel is standard input and output.

python -m longwave.teaching.worker.alone FOLDER OUTPUT-BYTES
"""

import os
import sys

from longwave.teaching.worker import student


class Pipes:
    """Standard input and output in the form of a socket."""

    def __init__(self, reading: int, writing: int) -> None:
        """Take the numbers of two open files."""
        self.reading, self.writing = reading, writing

    def recv(self, count: int) -> bytes:
        """Return some bytes, none at the end."""
        return os.read(self.reading, count)

    def sendall(self, content: bytes) -> None:
        """Write everything."""
        while content:
            content = content[os.write(self.writing, content) :]


def main() -> None:
    """Serve the judge until it closes the channel."""
    pipes = Pipes(os.dup(0), os.dup(1))
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nothing, number)
    student.stand_in_for_tasks()
    student.at_home(sys.argv[1])
    student.serve(pipes, int(sys.argv[2]))


if __name__ == "__main__":
    main()

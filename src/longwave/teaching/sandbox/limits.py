"""How much a student's code may use."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bounds for one submission; the names are those of `[sandbox]` in course.toml.

    Attributes:
        seconds: of computing, for all cells and calls together; three times as many by the clock.
        memory_mb: of all its processes, beyond what they share.
        processes: at the same time, counting threads.
        disk_mb: of its folder, which is kept in memory.
        output_kb: text kept of each cell; twenty times that stops the cell.
        answer_kb: one answer as plain data.
    """

    seconds: int = 60
    memory_mb: int = 2048
    processes: int = 64
    disk_mb: int = 64
    output_kb: int = 64
    answer_kb: int = 1024

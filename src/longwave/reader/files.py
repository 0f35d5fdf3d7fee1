"""How the package writes a file: as a whole, or not at all."""

import os
import secrets
import stat
from pathlib import Path


def write_whole(path: Path, content: bytes, mode: int | None = None, durable: bool = False) -> bool:
    """Write a file under another name and rename it; leave a file that has the content already, and return False.

    Args:
        path: the file; its folder is made if it is missing.
        content: all of its bytes.
        mode: the permissions; default: those of the file that is replaced, else the system's own for a new file.
        durable: wait until the bytes are on the disk, so that a power cut loses nothing either.
    """
    if not path.is_symlink() and path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name[:100]}.{os.getpid()}-{secrets.token_hex(4)}.part")
    try:
        _write_new(unfinished, content, mode if mode is not None else _mode_of(path), durable)
        os.replace(unfinished, path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    return True


def _mode_of(path: Path) -> int | None:
    return stat.S_IMODE(path.stat().st_mode) if path.is_file() else None


def _write_new(path: Path, content: bytes, mode: int | None, durable: bool) -> None:
    """Write a file that does not exist yet; it never has more permissions than asked, not even for a moment."""
    binary = getattr(os, "O_BINARY", 0)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | binary, 0o666 if mode is None else 0o600)
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
        if durable:
            stream.flush()
            os.fsync(stream.fileno())
    if mode is not None:
        os.chmod(path, mode)

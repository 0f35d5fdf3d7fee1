import errno
import sys
import threading
import time
import types

import pytest

from longwave.tasks import lock


def test_only_one_holds_the_lock_at_a_time(tmp_path):
    inside, most = [], []

    def work():
        with lock.locked(tmp_path / "a.lock"):
            inside.append(1)
            most.append(len(inside))
            time.sleep(0.01)
            inside.pop()

    threads = [threading.Thread(target=work) for _number in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * 5


def test_a_lock_is_given_up_after_an_error(tmp_path):
    with pytest.raises(KeyError), lock.locked(tmp_path / "a.lock"):
        raise KeyError
    with lock.locked(tmp_path / "a.lock"):
        assert (tmp_path / "a.lock").exists()


def test_where_there_are_no_locks_the_work_goes_on(tmp_path, monkeypatch):
    def no_locks(stream, operation):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", no_locks)
    entered = []
    with lock.locked(tmp_path / "a.lock"), lock.locked(tmp_path / "a.lock"):
        entered.append("both")
    assert entered == ["both"]


@pytest.mark.parametrize("module", [types.ModuleType("fcntl"), None])
def test_inside_a_browser_where_locks_cannot_be_asked_for_the_work_goes_on(tmp_path, monkeypatch, module):
    monkeypatch.setitem(sys.modules, "fcntl", module)
    monkeypatch.setitem(sys.modules, "msvcrt", None)
    entered = []
    with lock.locked(tmp_path / "a.lock"), lock.locked(tmp_path / "a.lock"):
        entered.append("both")
    assert entered == ["both"]


def test_on_windows_the_first_byte_is_locked(tmp_path, monkeypatch):
    held = []

    def locking(handle, mode, count):
        if held:
            raise PermissionError
        held.append((mode, count))

    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", types.SimpleNamespace(LK_NBLCK=2, locking=locking))
    monkeypatch.setattr(lock, "PATIENCE", 0.02)
    with lock.locked(tmp_path / "a.lock"):
        assert held == [(2, 1)]
        with pytest.raises(TimeoutError, match="another program holds"), lock.locked(tmp_path / "a.lock"):
            pass

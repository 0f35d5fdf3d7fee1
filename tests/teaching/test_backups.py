"""Copies of the gradebook: whole, readable, and the newest twenty."""

import contextlib
import dataclasses
import os
import shutil
import signal
import sqlite3
import subprocess
import sys

import pytest

from longwave.reader.errors import ExpectedError
from longwave.teaching.folder import backups
from longwave.teaching.folder.backups import KEPT, backup
from longwave.teaching.folder.gradebook import enrol, open_gradebook

KILLED_IN_A_CHANGE = """
import os, signal, sqlite3, sys
database = sqlite3.connect(sys.argv[1])
database.execute("PRAGMA cache_size=1")
database.execute("BEGIN IMMEDIATE")
for number in range(3000):
    database.execute("INSERT INTO student (id, first_name) VALUES (?, ?)", (f"x{number}", "y" * 500))
os.kill(os.getpid(), signal.SIGKILL)
"""


def students(file):
    with contextlib.closing(sqlite3.connect(file)) as database:
        return {row[0] for row in database.execute("SELECT id FROM student")}


def test_a_copy_is_a_gradebook(course):
    with open_gradebook(course) as gradebook:
        enrol(course, gradebook)
    copy = backup(course)
    assert copy.parent == course.backups
    assert students(copy) == {"ann", "bob", "s_3"}
    course.gradebook_file.unlink()
    shutil.copy(copy, course.gradebook_file)
    with open_gradebook(course) as gradebook:
        assert len(gradebook.students) == 3


def test_the_newest_copies_stay(course):
    made = [backup(course) for _number in range(KEPT + 3)]
    assert sorted(course.backups.iterdir()) == made[3:]


def test_copies_of_a_clock_that_was_wrong_do_not_drive_out_the_newest(course):
    with open_gradebook(course) as gradebook:
        enrol(course, gradebook)
    course.backups.mkdir(exist_ok=True)
    for number in range(KEPT):
        (course.backups / f"gradebook-2199010{1 + number // 10}T00000{number % 10}.000000Z.db").touch()
    copies = [backup(course) for _ in range(3)]
    assert all(copy.is_file() for copy in copies)
    assert len(list(course.backups.glob("gradebook-*"))) == KEPT


def test_a_copy_in_the_middle_of_an_open_gradebook_has_what_was_committed(course):
    with open_gradebook(course) as gradebook:
        gradebook.add_student("new")
        assert "new" in students(backup(course))


def test_after_a_killed_change_the_copy_is_as_before_the_change(course):
    killed = subprocess.run([sys.executable, "-c", KILLED_IN_A_CHANGE, str(course.gradebook_file)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert course.gradebook_file.with_name("gradebook.db-journal").exists()
    assert students(backup(course)) == set()


def test_a_copy_that_is_stopped_leaves_nothing_and_the_old_ones_stay(course, monkeypatch):
    old = backup(course)

    def stop(*_arguments):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", stop)
        with pytest.raises(KeyboardInterrupt):
            backup(course)
    assert list(course.backups.iterdir()) == [old]


def test_a_damaged_gradebook_is_told_and_drives_out_no_good_copy(course):
    good = backup(course)
    content = bytearray(course.gradebook_file.read_bytes())
    content[4096:8192] = b"\xff" * 4096
    course.gradebook_file.write_bytes(content)
    with pytest.raises(ExpectedError, match="last good copies are in"):
        backup(course)
    assert list(course.backups.iterdir()) == [good]


def test_without_a_gradebook_there_is_nothing_to_copy(course):
    course.gradebook_file.unlink()
    with pytest.raises(ExpectedError, match="no gradebook yet"):
        backup(course)
    assert not course.gradebook_file.exists()


def test_without_pg_dump_one_learns_what_to_install(course, monkeypatch):
    monkeypatch.setattr(backups.shutil, "which", lambda name: None)
    with pytest.raises(ExpectedError, match="saved with pg_dump"):
        backup(dataclasses.replace(course, gradebook_url="postgresql+psycopg://a:b@h/d"))


def test_a_password_stays_out_of_the_words_of_a_command():
    address, password = backups._address("postgresql+psycopg://ann:p%40ss@host:5433/grades?sslmode=require")
    assert address == "postgresql://ann@host:5433/grades?sslmode=require"
    assert password == "p@ss"
    assert backups._address("postgresql+psycopg:///grades?host=/run") == ("postgresql:///grades?host=/run", "")
